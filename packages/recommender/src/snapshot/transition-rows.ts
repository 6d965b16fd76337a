/**
 * Transition rows as the serving side reads them: slots of a few sizes in chunks of shared memory.
 *
 * A slot: `room << ROOM_SHIFT | number of entries`, total, goes on, self; then the items of all entries, their
 * values, their forward parts, their next parts, each as many as the slot has room for. Items inside are the
 * learner's numbers, which outlast compactions; the snapshot brings the two maps. A slot a snapshot points
 * to is not written to before two further snapshots are published; only forgetting empties it, at once.
 */
import { FORGOTTEN, postingSlot, type Segment } from './segment.ts'

/** Rows of one snapshot. */
export interface TransitionRows {
  /** Memory of the slots; the last chunk may be shorter. Both views are of the same bytes. */
  readonly chunks: readonly Uint32Array[]
  /** Slot of each item's row by the learner's number; 0 without one. */
  readonly slotOf: Uint32Array
  /** Snapshot number by the learner's number; `NO_ITEM` for those not in the snapshot. */
  readonly itemOf: Uint32Array
  /** The learner's number by snapshot number. */
  readonly learnerOf: Uint32Array
  /** Sessions that hold each item among the newest 64th and the newest 16th of all. */
  readonly newest64: Uint32Array
  readonly newest16: Uint32Array
  /** Sessions of the base, and of the delta, that count no more before every 64th one; empty if there is none. */
  readonly goneInBase: Uint32Array
  readonly goneInDelta: Uint32Array
}

/** In `itemOf`: the snapshot does not know the item. */
export const NO_ITEM = 0xffffffff

/** Rooms of the slots, in entries. */
export const ROW_ROOMS: readonly number[] = [0, 4, 8, 16, 32, 64]
/** The room of a slot in its first word. */
export const ROOM_SHIFT = 8
/** The entries of a slot in its first word. */
export const ENTRY_MASK = 0xff
/** Words before the entries. */
export const ROW_HEADER = 4
/** Words of a full chunk, as a power of two; addresses count in fours. */
export const CHUNK_SHIFT = 18
const QUAD_SHIFT = CHUNK_SHIFT - 2
const QUAD_MASK = (1 << QUAD_SHIFT) - 1

/** Which chunk the slot is in. */
export function chunkOf(slot: number): number {
  return slot >>> QUAD_SHIFT
}

/** Where in its chunk the slot begins, in words. */
export function wordOf(slot: number): number {
  return (slot & QUAD_MASK) << 2
}

/** The slot that begins there. */
export function slotAt(chunk: number, word: number): number {
  return ((chunk << QUAD_SHIFT) | (word >>> 2)) >>> 0
}

/** Room of the slot a row of so many entries takes. */
export function roomFor(entries: number): number {
  if (entries <= 4) return entries === 0 ? 0 : 4
  return 1 << (32 - Math.clz32(entries - 1))
}

/** Sessions per entry of `goneInBase`, as a power of two. */
const GONE_SHIFT = 6

/**
 * How many of the segment's sessions count no more before each 64th one.
 *
 * @returns empty if all count
 *
 * Cost: O(sessions).
 */
export function countGone(segment: Segment, allocate: (length: number) => Uint32Array): Uint32Array {
  const { sessionSteps } = segment
  const before = allocate((sessionSteps.length >>> GONE_SHIFT) + 1)
  let gone = 0
  for (let s = 0; s < sessionSteps.length; s++) {
    if ((s & ((1 << GONE_SHIFT) - 1)) === 0) before[s >>> GONE_SHIFT] = gone
    if (sessionSteps[s]! >= FORGOTTEN) gone++
  }
  return gone === 0 ? before.subarray(0, 0) : before
}

function livingBefore({ sessionSteps }: Segment, gone: Uint32Array, session: number): number {
  if (gone.length === 0) return session
  const block = session >>> GONE_SHIFT
  let found = gone[block]!
  for (let s = block << GONE_SHIFT; s < session; s++) if (sessionSteps[s]! >= FORGOTTEN) found++
  return session - found
}

function oldestWith(segment: Segment, item: number): number {
  const slot = postingSlot(segment, item)
  if (slot < 0) return -1
  const { postingStart, postings, sessionSteps } = segment
  for (let p = postingStart[slot]!; p < postingStart[slot + 1]!; p++)
    if (sessionSteps[postings[p]!]! < FORGOTTEN) return postings[p]!
  return -1
}

/**
 * Place of the oldest session that holds the item among all that count, from 0.
 *
 * @param item held by at least one session that counts; 0 is returned for others
 */
export function oldestRank(
  base: Segment,
  delta: Segment,
  deltaRank: Uint32Array,
  rows: TransitionRows,
  item: number,
): number {
  const b = oldestWith(base, item)
  const d = deltaRank.length === 0 ? -1 : oldestWith(delta, item)
  if (b < 0 && d < 0) return 0
  if (d >= 0 && (b < 0 || deltaRank[d]! <= b))
    return livingBefore(delta, rows.goneInDelta, d) + livingBefore(base, rows.goneInBase, deltaRank[d]!)
  let low = 0
  let high = deltaRank.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (deltaRank[middle]! <= b) low = middle + 1
    else high = middle
  }
  return livingBefore(base, rows.goneInBase, b) + livingBefore(delta, rows.goneInDelta, low)
}
