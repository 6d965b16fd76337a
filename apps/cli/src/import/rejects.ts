/**
 * Rows that were not imported: counted by reason, the first ones kept to be shown, all of them written
 * to a file where one is named. What stood in a row is never repeated: it may be about a person.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { LineComplaint } from '@umiar/formats'

/** A row that was not imported. */
export interface RejectedRow extends LineComplaint {
  readonly file: 'events' | 'items' | 'consents'
}

const MOST_SHOWN = 20
const WRITE_AT_CHARACTERS = 1 << 16

/** Collects rejected rows. */
export class Rejects {
  readonly counts: Record<string, number> = {}
  /** The first ones, at most 20. */
  readonly first: RejectedRow[] = []
  readonly #out: number | undefined
  #pending = 'file,line,reason,message\n'

  /** @param path file to write all of them to; made anew */
  constructor(path?: string) {
    this.#out = path === undefined ? undefined : openSync(path, 'w', 0o600)
  }

  add(row: RejectedRow): void {
    this.counts[row.reason] = (this.counts[row.reason] ?? 0) + 1
    if (this.first.length < MOST_SHOWN) this.first.push(row)
    if (this.#out === undefined) return
    this.#pending += `${[row.file, row.line, row.reason, row.message].map(csvField).join(',')}\n`
    if (this.#pending.length >= WRITE_AT_CHARACTERS) this.flush()
  }

  /** All of them. */
  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0)
  }

  /** Writes what is waiting to be written. */
  flush(): void {
    if (this.#out !== undefined) writeSync(this.#out, this.#pending)
    this.#pending = ''
  }

  close(): void {
    this.flush()
    if (this.#out !== undefined) closeSync(this.#out)
  }
}

function csvField(value: string | number): string {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
