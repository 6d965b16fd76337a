/**
 * Segments as the learner knows them: whose row each session is, in which order they stand, and which
 * numbers their items have.
 */
import type { Segment } from '../snapshot/segment.ts'
import { sharedU32 } from '../snapshot/shared-arrays.ts'
import { compareKeys, type OrderKey } from './session-order.ts'

/** A segment with what only the learner knows about it. */
export interface OrderedSegment {
  readonly segment: Segment
  /** Row of each session. */
  readonly rows: Uint32Array
  /** Order keys, as they were when the segment was built. */
  readonly lastMs: Float64Array
  readonly hashA: Uint32Array
  readonly hashB: Uint32Array
}

/** Sessions since the last compaction. */
export interface Delta {
  readonly part: OrderedSegment
  /** Numbers of the items, those of the base first. */
  readonly numbering: Numbering
  /** For each session, how many base sessions are older. */
  readonly ranks: Uint32Array
}

/** Where the builder reads. */
export interface RowReader {
  /** Appends the row's steps that belong in the model to `into`, from 0. @returns how many */
  visibleSteps(row: number, into: { codes: Uint32Array }): number
  /** Number of steps in the model. */
  visibleCount(row: number): number
  keyOf(row: number): OrderKey
}

/** Numbers of items in a snapshot, given on first appearance. */
export class Numbering {
  /** Numbers to go on from. */
  readonly #before: Numbering | undefined
  /** So many numbers come from there. */
  readonly fixed: number
  /** Snapshot number by learner's number, or −1; those of `before` are not among them. */
  #numberOf: Int32Array
  readonly #added: number[] = []

  /**
   * @param items  how many numbers the learner has given
   * @param before numbers to go on from; it MUST NOT give any more itself
   */
  constructor(items: number, before?: Numbering) {
    this.#before = before
    this.fixed = before === undefined ? 0 : before.size
    this.#numberOf = new Int32Array(items).fill(-1)
  }

  /** The snapshot number of an item, a new one if it has none. */
  take(item: number): number {
    const known = this.find(item)
    if (known >= 0) return known
    if (item >= this.#numberOf.length) {
      const grown = new Int32Array(Math.max(item + 1, this.#numberOf.length * 2)).fill(-1)
      grown.set(this.#numberOf)
      this.#numberOf = grown
    }
    const number = this.fixed + this.#added.length
    this.#numberOf[item] = number
    this.#added.push(item)
    return number
  }

  /** The snapshot number of an item, or −1. */
  find(item: number): number {
    const before = this.#before === undefined ? -1 : this.#before.find(item)
    if (before >= 0) return before
    return item < this.#numberOf.length ? this.#numberOf[item]! : -1
  }

  /** The learner's number of the item with this snapshot number. */
  learnerNumber(number: number): number {
    return number < this.fixed ? this.#before!.learnerNumber(number) : this.#added[number - this.fixed]!
  }

  get size(): number {
    return this.fixed + this.#added.length
  }
}

/** Rows sorted into canonical order, the oldest first. Cost: O(n) if they already are, else O(n log n). */
export function sortRows(list: Uint32Array, reader: RowReader): Uint32Array {
  const lastMs = new Float64Array(list.length)
  const hashA = new Uint32Array(list.length)
  const hashB = new Uint32Array(list.length)
  let isSorted = true
  const compare = (a: number, b: number): number =>
    lastMs[a]! - lastMs[b]! || hashA[a]! - hashA[b]! || hashB[a]! - hashB[b]!
  for (let n = 0; n < list.length; n++) {
    const key = reader.keyOf(list[n]!)
    lastMs[n] = key.lastMs
    hashA[n] = key.hashA
    hashB[n] = key.hashB
    if (n > 0 && compare(n - 1, n) > 0) isSorted = false
  }
  if (isSorted) return list
  const order = Array.from(list, (_, n) => n).sort(compare)
  return Uint32Array.from(order, (n) => list[n]!)
}

/**
 * For each delta session, how many base sessions are older.
 *
 * Sessions equal in time and content may stand in either order: they are interchangeable.
 */
export function rankInBase(base: OrderedSegment, delta: OrderedSegment): Uint32Array {
  const ranks = sharedU32(delta.rows.length)
  const key = (of: OrderedSegment, s: number): OrderKey => ({
    hashA: of.hashA[s]!,
    hashB: of.hashB[s]!,
    lastMs: of.lastMs[s]!,
  })
  for (let d = 0; d < ranks.length; d++) {
    const wanted = key(delta, d)
    let low = d === 0 ? 0 : ranks[d - 1]!
    let high = base.rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareKeys(key(base, middle), wanted) < 0) low = middle + 1
      else high = middle
    }
    ranks[d] = low
  }
  return ranks
}
