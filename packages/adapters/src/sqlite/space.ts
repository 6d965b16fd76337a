/**
 * Room on the disk: when intake must stop, so that withdrawal and erasure can go on.
 *
 * A ballast file holds room that intake may not have. When the disk fills up all the same, the ballast
 * is given back and intake stays refused until there is room to restore it. The ballast is random
 * bytes: a file system that compresses would not really reserve zeros.
 */
import { randomFillSync } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type Checkpointer, PAGE_BYTES } from './checkpoint.ts'
import type { WriterOptions } from './protocol.ts'

const RESERVE_FILE = 'reserve.bin'
const CHUNK_BYTES = 1 << 16

/** Watches the room of one store. */
export class Space {
  readonly #options: WriterOptions
  readonly #database: Database
  readonly #checkpointer: Checkpointer
  readonly #reservePath: string
  #hasReserve: boolean

  constructor(options: WriterOptions, database: Database, checkpointer: Checkpointer) {
    this.#options = options
    this.#database = database
    this.#checkpointer = checkpointer
    this.#reservePath = join(options.directory, RESERVE_FILE)
    const reserved = statSync(this.#reservePath, { throwIfNoEntry: false })?.size
    this.#hasReserve = reserved !== undefined && reserved >= options.reserveBytes
    if (!this.#hasReserve) this.#restoreReserve()
  }

  /** May intake go on? Call outside a transaction: it may checkpoint to find out. */
  hasRoomForIntake(): boolean {
    if (!this.#hasReserve && !this.#restoreReserve()) return false
    if (this.#freeBytes() < this.#options.lowSpaceBytes) return false
    return this.#isWithinBudget()
  }

  /** Gives the ballast back to the disk. */
  releaseReserve(): void {
    rmSync(this.#reservePath, { force: true })
    this.#hasReserve = this.#options.reserveBytes === 0
  }

  #isWithinBudget(): boolean {
    const { maxBytes } = this.#options
    if (maxBytes === null) return true
    const journal = this.#checkpointer.journalBytes()
    const live = this.#liveBytes()
    if (live + journal <= maxBytes) return true
    if (live > maxBytes || journal === 0) return false
    this.#checkpointer.run()
    return this.#liveBytes() <= maxBytes
  }

  /** Pages in use; freed pages are room again. */
  #liveBytes(): number {
    const pages = this.#database.pragma('page_count', { simple: true }) as number
    const free = this.#database.pragma('freelist_count', { simple: true }) as number
    return (pages - free) * PAGE_BYTES
  }

  #freeBytes(): number {
    const disk = statfsSync(this.#options.directory)
    return disk.bavail * disk.bsize
  }

  #restoreReserve(): boolean {
    const { reserveBytes, lowSpaceBytes } = this.#options
    if (reserveBytes > 0 && this.#freeBytes() < lowSpaceBytes + 2 * reserveBytes) return false
    const file = openSync(this.#reservePath, 'w', 0o600)
    try {
      const chunk = Buffer.alloc(CHUNK_BYTES)
      for (let written = 0; written < reserveBytes; ) {
        randomFillSync(chunk)
        written += writeSync(file, chunk, 0, Math.min(CHUNK_BYTES, reserveBytes - written))
      }
      fsyncSync(file)
      this.#hasReserve = true
    } catch {
      this.releaseReserve()
    } finally {
      closeSync(file)
    }
    return this.#hasReserve
  }
}
