/**
 * The store of the intake: on SQLite in a directory, or on PostgreSQL at an address.
 */
import type { Store } from '@umiar/use-cases'
import type { Random } from '@umiar/vocabulary'
import { openPostgresStore, openSqliteStore } from '../../src/index.ts'
import { ROOT_KEY_CHECK } from './intake-world.ts'

/** Where an intake keeps its data; keys are in the directory in any case. */
export interface IntakePlace {
  readonly directory: string
  /** Address of a PostgreSQL database. */
  readonly database?: string | undefined
}

/** Opens the store of a place. */
export function openIntakeStore(
  { database, directory }: IntakePlace,
  random: Random,
  options: { readonly checkpointBytes?: number } = {},
): Promise<Store> {
  const common = { directory, random, reserveBytes: 65_536, rootKeyCheck: ROOT_KEY_CHECK }
  return database === undefined
    ? openSqliteStore({ ...common, ...options, lowSpaceBytes: 0 })
    : openPostgresStore({ ...common, connectionString: database })
}
