/**
 * PostgreSQL stores for tests, on a cluster that lives as long as the test file.
 */
import type { Store } from '@umiar/use-cases'
import { afterAll, beforeAll } from 'vitest'
import { openPostgresStore, type PostgresStoreOptions } from '../../src/index.ts'
import { Cluster, isPostgresMissing } from './cluster.ts'
import { seededRandom } from './seeded.ts'

export { isPostgresMissing, whyMissing } from './cluster.ts'

const ROOT_KEY_CHECK: Uint8Array = new Uint8Array(32).fill(9)

/** The cluster of a test file; starts with it and ends with it. */
export function clusterOfFile(...settings: string[]): () => Cluster {
  let cluster: Cluster | undefined
  beforeAll(() => {
    if (!isPostgresMissing) cluster = Cluster.create(...settings)
  }, 60_000)
  afterAll(() => cluster?.remove())
  return () => cluster!
}

/** Opens a store for a test. */
export function openPostgres(
  connectionString: string,
  directory: string,
  options: Partial<PostgresStoreOptions> = {},
): Promise<Store> {
  return openPostgresStore({
    connectionString,
    directory,
    random: seededRandom('store'),
    reserveBytes: 65_536,
    rootKeyCheck: ROOT_KEY_CHECK,
    ...options,
  })
}
