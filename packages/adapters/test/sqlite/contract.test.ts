import { describeStoreContract } from '../store-contract.ts'
import { openStore } from '../support/sqlite.ts'
import { temporaryDirectory } from '../support/world.ts'

describeStoreContract('SQLite', async () => {
  const directory = temporaryDirectory()
  const store = await openStore(directory)
  return {
    reopen: async () => {
      await store.close()
      return openStore(directory)
    },
    store,
  }
})
