/**
 * A set of row numbers: adding, removing and asking cost O(1), without an object per member.
 */
import { U32Column } from './growable.ts'

export class RowSet {
  /** Members, in no particular order; the first `size` are in use. */
  readonly #members = new U32Column()
  /** Place of each row among the members + 1; 0 where it is none. */
  readonly #place = new U32Column()
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
    this.#members.reserve(this.#size + 1)
    this.#members.values[this.#size] = row
    this.#place.values[row] = ++this.#size
  }

  delete(row: number): void {
    const place = row < this.#place.values.length ? this.#place.values[row]! : 0
    if (place === 0) return
    const last = this.#members.values[--this.#size]!
    this.#members.values[place - 1] = last
    this.#place.values[last] = place
    this.#place.values[row] = 0
  }

  clear(): void {
    for (let n = 0; n < this.#size; n++) this.#place.values[this.#members.values[n]!] = 0
    this.#size = 0
  }

  /** A copy of the members, in no particular order. */
  rows(): Uint32Array {
    return this.#members.values.slice(0, this.#size)
  }
}
