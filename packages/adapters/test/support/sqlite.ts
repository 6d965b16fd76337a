/**
 * SQLite stores for tests: small reserve, seeded shop id.
 */

import type { Store } from '@umiar/use-cases'
import { openSqliteStore, type SqliteStoreOptions } from '../../src/index.ts'
import { seededRandom } from './seeded.ts'

export const ROOT_KEY_CHECK: Uint8Array = new Uint8Array(32).fill(9)

/** Opens a store for a test. */
export function openStore(directory: string, options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
  return openSqliteStore({
    directory,
    lowSpaceBytes: 0,
    random: seededRandom('store'),
    reserveBytes: 65_536,
    rootKeyCheck: ROOT_KEY_CHECK,
    ...options,
  })
}
