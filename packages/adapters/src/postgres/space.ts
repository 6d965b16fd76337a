/**
 * Room: when intake must stop, so that withdrawal and erasure can go on.
 *
 * A table of ballast holds room that intake may not have. When the disk of the tables is full all the same,
 * the table is dropped, which gives its files back at once and needs no room itself, and intake stays
 * refused until it could be filled again. Random bytes: a file system that compresses would not really
 * reserve anything else.
 */
import { randomBytes } from 'node:crypto'
import { type Connection, failureOf } from './connection.ts'
import type { Transaction } from './transaction.ts'

const CHUNK_BYTES = 1 << 20
/** Filling costs journal; so it is not tried at every refused batch. */
const RETRY_MS = 10_000

export interface SpaceOptions {
  /** Budget of what is alive. */
  readonly maxBytes: number
  readonly reserveBytes: number
}

/** Watches the room of one store. */
export class Space {
  readonly #connection: Connection
  readonly #transaction: Transaction
  readonly #options: SpaceOptions
  #hasReserve = false
  #retryAt = 0

  constructor(connection: Connection, transaction: Transaction, options: SpaceOptions) {
    this.#connection = connection
    this.#transaction = transaction
    this.#options = options
  }

  /** May intake go on? Call outside a transaction: it may fill the reserve to find out. */
  async hasRoomForIntake(): Promise<boolean> {
    if (this.#transaction.liveBytes > this.#options.maxBytes) return false
    if (this.#hasReserve) return true
    if (performance.now() < this.#retryAt) return false
    this.#hasReserve = await this.#restore()
    this.#retryAt = performance.now() + RETRY_MS
    return this.#hasReserve
  }

  /** Room was made: the next intake may find out at once. */
  retryNow(): void {
    this.#retryAt = 0
  }

  /** Gives the reserve back to the disk. */
  async release(): Promise<void> {
    this.#hasReserve = false
    await this.#connection.script('DROP TABLE IF EXISTS ballast')
  }

  async #restore(): Promise<boolean> {
    const { reserveBytes } = this.#options
    try {
      const [there] = await this.#connection.rows<{ bytes: number | null }>(
        "SELECT pg_total_relation_size(to_regclass('ballast')) AS bytes",
      )
      if ((there!.bytes ?? 0) >= reserveBytes) return true
      await this.#connection.script(
        `BEGIN; DROP TABLE IF EXISTS ballast; CREATE TABLE ballast (chunk bytea NOT NULL);
         ALTER TABLE ballast ALTER COLUMN chunk SET STORAGE EXTERNAL`,
      )
      for (let filled = 0; filled < reserveBytes; filled += CHUNK_BYTES) {
        const chunk = randomBytes(Math.min(CHUNK_BYTES, reserveBytes - filled))
        await this.#connection.script(`INSERT INTO ballast VALUES ('\\x${chunk.toString('hex')}')`)
      }
      await this.#connection.script('COMMIT')
      return true
    } catch (error) {
      if (failureOf(error) !== 'full') throw error
      await this.#connection.script('ROLLBACK')
      return false
    }
  }
}
