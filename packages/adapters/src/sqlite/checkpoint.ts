/**
 * The checkpoint: journal into database, no residue, journal emptied.
 *
 * Automatic checkpoints are off; this one is the only one. Between copying the journal back and
 * emptying it, the pages it held are scrubbed (`scrub-pages.ts`), so that after every checkpoint the
 * database file holds live content only. A crash in between leaves the journal, and the next checkpoint
 * does it again.
 */
import { closeSync, fdatasyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { scrubPage } from './scrub-pages.ts'

export const PAGE_BYTES = 4096

const WAL_HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const FRAMES_PER_READ = 256
const PAGES_PER_READ = 256

/** Checkpoints one database; knows its file. */
export class Checkpointer {
  readonly #database: Database
  readonly #path: string
  // Kept open as long as the connection: closing any descriptor of the file would drop SQLite's own locks.
  readonly #file: number

  constructor(database: Database, path: string) {
    this.#database = database
    this.#path = path
    this.#file = openSync(path, 'r+')
  }

  /** Bytes in the journal. */
  journalBytes(): number {
    return statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  }

  /**
   * Checkpoints completely.
   *
   * @throws the error of SQLite or the file system; nothing is lost then, the journal stays
   */
  run(): void {
    if (this.journalBytes() === 0) return
    this.#checkpoint('FULL')
    if (this.#scrub()) {
      // The page cache still holds what was scrubbed and would write it again.
      this.#database.pragma('shrink_memory')
    }
    this.#checkpoint('TRUNCATE')
  }

  /**
   * Scrubs the whole file: after an unclean end, when a checkpoint may have run without us (SQLite makes
   * one when its last connection is closed from outside). Call with an empty journal.
   */
  scrubAll(): void {
    const chunk = Buffer.alloc(PAGE_BYTES * PAGES_PER_READ)
    let changed = false
    for (let first = 1; ; first += PAGES_PER_READ) {
      const length = readSync(this.#file, chunk, 0, chunk.length, (first - 1) * PAGE_BYTES)
      for (let i = 0; (i + 1) * PAGE_BYTES <= length; i++) {
        const page = chunk.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES)
        if (!scrubPage(page, first + i)) continue
        writeSync(this.#file, page, 0, PAGE_BYTES, (first + i - 1) * PAGE_BYTES)
        changed = true
      }
      if (length < chunk.length) break
    }
    if (!changed) return
    fdatasyncSync(this.#file)
    this.#database.pragma('shrink_memory')
  }

  /** Call after the connection is closed. */
  close(): void {
    closeSync(this.#file)
  }

  #checkpoint(mode: 'FULL' | 'TRUNCATE'): void {
    const [row] = this.#database.pragma(`wal_checkpoint(${mode})`) as { busy: number }[]
    if (row === undefined || row.busy !== 0) throw new Error(`checkpoint ${mode} found the database busy`)
  }

  #scrub(): boolean {
    const page = Buffer.alloc(PAGE_BYTES)
    let changed = false
    for (const number of pagesInJournal(`${this.#path}-wal`)) {
      const position = (number - 1) * PAGE_BYTES
      if (readSync(this.#file, page, 0, PAGE_BYTES, position) < PAGE_BYTES) continue
      if (!scrubPage(page, number)) continue
      writeSync(this.#file, page, 0, PAGE_BYTES, position)
      changed = true
    }
    if (changed) fdatasyncSync(this.#file)
    return changed
  }
}

/** Every frame counts, also one of an older generation: scrubbing a page too many harms nothing. */
function pagesInJournal(path: string): Set<number> {
  const numbers = new Set<number>()
  const frameBytes = FRAME_HEADER_BYTES + PAGE_BYTES
  const chunk = Buffer.alloc(frameBytes * FRAMES_PER_READ)
  const file = openSync(path, 'r')
  try {
    let position = WAL_HEADER_BYTES
    for (;;) {
      const length = readSync(file, chunk, 0, chunk.length, position)
      for (let at = 0; at + frameBytes <= length; at += frameBytes) numbers.add(chunk.readUInt32BE(at))
      if (length < chunk.length) return numbers
      position += length
    }
  } finally {
    closeSync(file)
  }
}
