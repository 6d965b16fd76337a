/**
 * Vacuum after deletions, soon and one at a time, on a connection of its own.
 *
 * It makes the room of deleted rows usable at once instead of when autovacuum comes by. It does not
 * overwrite them: pages keep their bytes until new rows take the place, and so do the journal and its
 * archives. What makes an erased person's rows unreadable is her destroyed key (ADR-0016).
 */
import { Connection } from './connection.ts'
import { SCHEMA } from './database.ts'

/** Vacuums tables in the background. */
export class Vacuum {
  readonly #connectionString: string
  readonly #onDone: () => void
  #waiting = new Set<string>()
  #running: Promise<void> | undefined
  #connection: Connection | undefined
  #isClosed = false

  /** @param onDone called after each vacuum */
  constructor(connectionString: string, onDone: () => void) {
    this.#connectionString = connectionString
    this.#onDone = onDone
  }

  /** Asks for some tables to be vacuumed; does not wait. */
  request(tables: readonly string[]): void {
    for (const table of tables) this.#waiting.add(table)
    if (this.#isClosed || this.#waiting.size === 0) return
    // A failure is no loss: autovacuum comes by in any case.
    this.#running ??= this.#run()
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined
      })
  }

  /** Leaves what is not done to autovacuum: a large table may take minutes, and nobody waits for that. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#connection?.destroy()
    await this.#running
  }

  async #run(): Promise<void> {
    const connection = await Connection.open(this.#connectionString)
    this.#connection = connection
    try {
      while (this.#waiting.size > 0 && !this.#isClosed) {
        const [table] = this.#waiting
        this.#waiting.delete(table!)
        await connection.script(`VACUUM (SKIP_LOCKED) ${SCHEMA}.${table!}`)
        this.#onDone()
      }
    } finally {
      this.#connection = undefined
      await connection.end()
    }
  }
}
