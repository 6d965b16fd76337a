/**
 * Building a segment from rows in canonical order.
 *
 * Used for both parts of the model: the large base, built at compaction, and the small delta, built at
 * each publication. Items get numbers in the order of their first appearance, so that the arrays are a
 * function of the sessions alone.
 */
import { BLOCK_SHIFT, ITEM_MASK, KIND_SHIFT, LONG, type Segment } from '../snapshot/segment.ts'
import { sharedU8, sharedU32 } from '../snapshot/shared-arrays.ts'
import { compareKeys, type OrderKey } from './session-order.ts'
import { stepDay } from './session-rows.ts'

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
  /** Numbers of the items, those of the base among them. */
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
  /** Snapshot number by learner's number, or −1. */
  readonly numberOf: Int32Array
  /** Learner's numbers in the order the new numbers were given. */
  readonly added: number[] = []
  #next: number

  /**
   * @param items how many numbers the learner has given
   * @param fixed the first so many keep their number
   */
  constructor(items: number, fixed: number) {
    this.numberOf = new Int32Array(items).fill(-1)
    for (let item = 0; item < fixed; item++) this.numberOf[item] = item
    this.#next = fixed
  }

  /** The snapshot number of an item, a new one if it has none. */
  take(item: number): number {
    const known = this.numberOf[item]!
    if (known >= 0) return known
    this.numberOf[item] = this.#next
    this.added.push(item)
    return this.#next++
  }

  get size(): number {
    return this.#next
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
 * @param rows   in canonical order, each with at least one visible step
 * @param sparse list the items that occur, instead of a posting list for every number
 */
export function buildOrderedSegment(
  rows: Uint32Array,
  reader: RowReader,
  numbering: Numbering,
  sparse: boolean,
): OrderedSegment {
  let total = 0
  for (let s = 0; s < rows.length; s++) total += reader.visibleCount(rows[s]!)
  const steps = sharedU32(total)
  const blockStart = sharedU32((rows.length >>> BLOCK_SHIFT) + 1)
  const sessionSteps = sharedU8(rows.length)
  const long: number[] = []
  const lastMs = new Float64Array(rows.length)
  const hashA = new Uint32Array(rows.length)
  const hashB = new Uint32Array(rows.length)
  const buffer = { codes: new Uint32Array(64) }
  let at = 0
  for (let s = 0; s < rows.length; s++) {
    const length = reader.visibleSteps(rows[s]!, buffer)
    if ((s & ((1 << BLOCK_SHIFT) - 1)) === 0) blockStart[s >>> BLOCK_SHIFT] = at
    for (let step = 0; step < length; step++) {
      const code = buffer.codes[step]!
      steps[at + step] = (((code >>> KIND_SHIFT) << KIND_SHIFT) | numbering.take(code & ITEM_MASK)) >>> 0
    }
    const key = reader.keyOf(rows[s]!)
    lastMs[s] = key.lastMs
    hashA[s] = key.hashA
    hashB[s] = key.hashB
    sessionSteps[s] = Math.min(LONG, length)
    if (length >= LONG) long.push(s, length)
    at += length
  }
  const longSessions = sharedU32(long.length)
  longSessions.set(long)
  const segment = {
    ...daysOf(lastMs),
    ...buildPostings(steps, sessionSteps, longSessions, numbering.size, sparse),
    blockStart,
    longSessions,
    sessionSteps,
    steps,
  }
  return { hashA, hashB, lastMs, rows, segment }
}

/** Where each day begins. @param lastMs times of the sessions, ascending */
function daysOf(lastMs: Float64Array): Pick<Segment, 'firstDay' | 'dayStart'> {
  if (lastMs.length === 0) return { dayStart: sharedU32(0), firstDay: 0 }
  const firstDay = stepDay(lastMs[0]!)
  const dayStart = sharedU32(stepDay(lastMs[lastMs.length - 1]!) - firstDay + 1)
  let days = 1
  for (let s = 0; s < lastMs.length; s++) {
    for (const day = stepDay(lastMs[s]!) - firstDay; days <= day; days++) dayStart[days] = s
  }
  return { dayStart, firstDay }
}

/** For each item the sessions that hold it, ascending. Cost: O(steps + items). */
function buildPostings(
  steps: Uint32Array,
  sessionSteps: Uint8Array,
  longSessions: Uint32Array,
  items: number,
  sparse: boolean,
): Pick<Segment, 'postingItems' | 'postingStart' | 'postings'> {
  const seenIn = new Int32Array(items).fill(-1)
  const counts = new Uint32Array(items)
  const sessions = sessionSteps.length
  let total = 0
  for (let s = 0, e = 0, long = 0; s < sessions; s++) {
    const own = sessionSteps[s]!
    const end = e + (own < LONG ? own : longSessions[long++ * 2 + 1]!)
    for (; e < end; e++) {
      const item = steps[e]! & ITEM_MASK
      if (seenIn[item] === s) continue
      seenIn[item] = s
      counts[item]!++
      total++
    }
  }
  let occurring = items
  if (sparse) {
    occurring = 0
    for (let item = 0; item < items; item++) if (counts[item] !== 0) occurring++
  }
  const postingStart = sharedU32(occurring + 1)
  const postingItems = sharedU32(sparse ? occurring : 0)
  // `counts` turns into the place where the item's next posting goes.
  let slot = 0
  let at = 0
  for (let item = 0; item < items; item++) {
    const count = counts[item]!
    if (sparse && count === 0) continue
    if (sparse) postingItems[slot] = item
    postingStart[slot++] = at
    counts[item] = at
    at += count
  }
  postingStart[occurring] = total
  const postings = sharedU32(total)
  seenIn.fill(-1)
  for (let s = 0, e = 0, long = 0; s < sessions; s++) {
    const own = sessionSteps[s]!
    const end = e + (own < LONG ? own : longSessions[long++ * 2 + 1]!)
    for (; e < end; e++) {
      const item = steps[e]! & ITEM_MASK
      if (seenIn[item] === s) continue
      seenIn[item] = s
      postings[counts[item]!++] = s
    }
  }
  return sparse ? { postingItems, postingStart, postings } : { postingStart, postings }
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
