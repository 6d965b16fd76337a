/**
 * The store on SQLite: options, ownership of the directory, and the way to the writer.
 */
import { mkdirSync } from 'node:fs'
import type { Store } from '@umiar/use-cases'
import type { Random, ShopId } from '@umiar/vocabulary'
import { ownDirectory, withdrawOwner } from '../owner/owner.ts'
import { grantedStore } from '../store/granted-store.ts'
import type { WriterFault } from './protocol.ts'
import { WriterClient } from './writer-client.ts'

const MIB = 1 << 20

export interface SqliteStoreOptions {
  /** Made if it is not there, mode 0700. */
  readonly directory: string
  readonly random: Random
  /** `rootKeyCheckOf(rootKey)`: kept at creation, compared at every start. */
  readonly rootKeyCheck: Uint8Array
  /** Budget of the database; intake is refused beyond it. Default: the disk. */
  readonly maxBytes?: number
  /** Intake is refused when the disk has less free than this. Default 32 MiB. */
  readonly lowSpaceBytes?: number
  /** Ballast kept for withdrawal and erasure on a full disk. Default 8 MiB. */
  readonly reserveBytes?: number
  /** The journal is written back when it grows beyond this. Default 4 MiB. */
  readonly checkpointBytes?: number
  /** The whole file is checked at start up to this size. Default 64 MiB. */
  readonly quickCheckBytes?: number
  /** For tests: where the writer dies. */
  readonly fault?: WriterFault
}

/**
 * Opens the store of a data directory and becomes its owner.
 *
 * @throws DomainError `store_owned`, `store_newer`, `store_damaged`, `root_key_wrong`, each with the remedy
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  mkdirSync(options.directory, { mode: 0o700, recursive: true })
  const lock = ownDirectory(options.directory)
  try {
    const writer = await WriterClient.start({
      checkpointBytes: options.checkpointBytes ?? 4 * MIB,
      directory: options.directory,
      fault: options.fault ?? null,
      lowSpaceBytes: options.lowSpaceBytes ?? 32 * MIB,
      maxBytes: options.maxBytes ?? null,
      newShopId: Buffer.from(options.random.bytes(16)).toString('hex'),
      quickCheckBytes: options.quickCheckBytes ?? 64 * MIB,
      reserveBytes: options.reserveBytes ?? 8 * MIB,
      rootKeyCheck: options.rootKeyCheck,
    })
    return grantedStore({
      call: (name, argument) => writer.call(name, argument),
      close: async () => {
        await writer.close()
        withdrawOwner(options.directory)
        lock.release()
      },
      shopId: writer.shopId as ShopId,
    })
  } catch (error) {
    lock.release()
    throw error
  }
}
