/**
 * Finding the newest sessions that share an item with the question.
 *
 * Posting lists are ascending, session numbers are in time order: merging the lists from their ends
 * yields the union from the newest session on and its summed weights at once, without a hash map, a
 * heap or a clock, and stops after the wanted number.
 */
import { postingSlot, type Segment } from '../snapshot/segment.ts'

/** Sessions found, the newest first. Reused from question to question. */
export interface CandidateList {
  length: number
  session: Uint32Array
  /** Summed weight of the shared items. */
  weight: Float64Array
  /** Position in the question of the first shared item, i.e. the newest. */
  anchor: Uint16Array
}

/** An empty list with room for so many. */
export function candidateList(room: number): CandidateList {
  return {
    anchor: new Uint16Array(room),
    length: 0,
    session: new Uint32Array(room),
    weight: new Float64Array(room),
  }
}

/** One open posting list per item of the question. */
export interface Cursors {
  head: Int32Array
  at: Int32Array
  low: Int32Array
  itemOf: Uint16Array
}

/** Cursors for questions of up to so many items. */
export function cursors(room: number): Cursors {
  return {
    at: new Int32Array(room),
    head: new Int32Array(room),
    itemOf: new Uint16Array(room),
    low: new Int32Array(room),
  }
}

/**
 * Merges the posting lists of the items, the newest session first.
 *
 * @param items   item numbers, the newest of the visit first, distinct; length ≤ room of `open`
 * @param weights one per item
 * @param count   how many of them
 * @param limit   sessions wanted, ≤ room of `found`
 * @param found   overwritten
 *
 * Cost: O(limit × count). Allocates nothing.
 */
export function mergeNewest(
  segment: Segment,
  items: Uint32Array,
  weights: Float64Array,
  count: number,
  limit: number,
  open: Cursors,
  found: CandidateList,
): void {
  const { alive, postingStart, postings } = segment
  const { at, head, itemOf, low } = open
  let lists = 0
  for (let n = 0; n < count; n++) {
    const slot = postingSlot(segment, items[n]!)
    if (slot < 0 || postingStart[slot] === postingStart[slot + 1]) continue
    at[lists] = postingStart[slot + 1]! - 1
    low[lists] = postingStart[slot]!
    head[lists] = postings[at[lists]!]!
    itemOf[lists++] = n
  }
  const { anchor, session, weight } = found
  let length = 0
  if (lists === 1) {
    const only = itemOf[0]!
    for (let p = at[0]!; p >= low[0]! && length < limit; p--) {
      const newest = postings[p]!
      if (alive[newest] === 0) continue
      session[length] = newest
      weight[length] = weights[only]!
      anchor[length++] = only
    }
    found.length = length
    return
  }
  while (length < limit) {
    let newest = -1
    for (let n = 0; n < lists; n++) if (head[n]! > newest) newest = head[n]!
    if (newest < 0) break
    let sum = 0
    let first = -1
    for (let n = 0; n < lists; n++) {
      if (head[n] !== newest) continue
      if (first < 0) first = itemOf[n]!
      sum += weights[itemOf[n]!]!
      const next = at[n]! - 1
      at[n] = next
      head[n] = next >= low[n]! ? postings[next]! : -1
    }
    if (alive[newest] === 0) continue
    session[length] = newest
    weight[length] = sum
    anchor[length++] = first
  }
  found.length = length
}

/**
 * Puts base and delta candidates into one list, the newest first. Delta sessions are numbered on from
 * `baseSessions` in it.
 *
 * @param deltaRank how many base sessions are older than each delta session
 */
export function mergeParts(
  base: CandidateList,
  delta: CandidateList,
  deltaRank: Uint32Array,
  baseSessions: number,
  limit: number,
  found: CandidateList,
): void {
  let b = 0
  let d = 0
  let length = 0
  while (length < limit && (b < base.length || d < delta.length)) {
    // A base session is newer than a delta session exactly if it is not among the older ones it counts.
    const takeBase =
      d >= delta.length || (b < base.length && base.session[b]! >= deltaRank[delta.session[d]!]!)
    const from = takeBase ? base : delta
    const at = takeBase ? b++ : d++
    found.session[length] = from.session[at]! + (takeBase ? 0 : baseSessions)
    found.weight[length] = from.weight[at]!
    found.anchor[length++] = from.anchor[at]!
  }
  found.length = length
}

/**
 * The k-th greatest of the first `length` values (1 = the greatest). Changes their order.
 *
 * Cost: O(length) expected; middle-of-three pivots, no randomness.
 */
export function kthGreatest(values: Float64Array, length: number, k: number): number {
  let low = 0
  let high = length - 1
  const wanted = k - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const a = values[low]!
    const b = values[middle]!
    const c = values[high]!
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = low
    let j = high
    while (i <= j) {
      while (values[i]! > pivot) i++
      while (values[j]! < pivot) j--
      if (i > j) break
      const swapped = values[i]!
      values[i++] = values[j]!
      values[j--] = swapped
    }
    if (wanted <= j) high = j
    else if (wanted >= i) low = i
    else return values[wanted]!
  }
  return values[wanted]!
}
