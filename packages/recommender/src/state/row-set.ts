/**
 * A set of row numbers that remembers the order of adding: adding, removing and asking cost O(1), without
 * an object per member.
 */
import { U32Column } from './growable.ts'

/** Stands where a member was. */
const GONE = 0xffffffff

export class RowSet {
  /** Members in the order they were added, and `GONE` where one was removed; the first `#used` count. */
  readonly #members = new U32Column()
  /** Place of each row among the members + 1; 0 where it is none. */
  readonly #place = new U32Column()
  #used = 0
  #size = 0

  get size(): number {
    return this.#size
  }

  has(row: number): boolean {
    return row < this.#place.values.length && this.#place.values[row] !== 0
  }

  add(row: number): void {
    this.#place.reserve(row + 1)
    if (this.#place.values[row] !== 0) return
    if (this.#used > 64 && this.#used > this.#size * 2) this.#closeUp()
    this.#members.reserve(this.#used + 1)
    this.#members.values[this.#used] = row
    this.#place.values[row] = ++this.#used
    this.#size++
  }

  delete(row: number): void {
    if (!this.has(row)) return
    this.#members.values[this.#place.values[row]! - 1] = GONE
    this.#place.values[row] = 0
    this.#size--
  }

  /** The members in the order they were added. */
  rows(): Uint32Array {
    this.#closeUp()
    return this.#members.values.slice(0, this.#size)
  }

  #closeUp(): void {
    const members = this.#members.values
    let length = 0
    for (let n = 0; n < this.#used; n++) {
      const row = members[n]!
      if (row === GONE) continue
      members[length] = row
      this.#place.values[row] = ++length
    }
    this.#used = length
  }
}
