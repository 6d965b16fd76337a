import { describe } from 'vitest'
import { describeStoreContract } from '../store-contract.ts'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from '../support/postgres.ts'
import { temporaryDirectory } from '../support/world.ts'

describe.skipIf(isPostgresMissing)(`the contract of a store${whyMissing}`, () => {
  const cluster = clusterOfFile()

  describeStoreContract('PostgreSQL', async () => {
    const url = await cluster().createDatabase()
    const directory = temporaryDirectory()
    const store = await openPostgres(url, directory)
    return {
      reopen: async () => {
        await store.close()
        return openPostgres(url, directory)
      },
      store,
    }
  })
})
