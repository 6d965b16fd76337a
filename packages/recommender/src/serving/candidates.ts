/**
 * Finding the newest sessions that share an item with the question, and how similar they are.
 *
 * Posting lists are ascending, session numbers are in time order: merging the lists from their ends
 * yields the union from the newest session on and its summed weights at once, without a hash map, a
 * heap or a clock, and stops after the wanted number. Weights by length and age come on the way: the
 * length stands in one byte per session, which caches hold, and the day is kept up while descending.
 */
import { FORGOTTEN, postingSlot, type Segment } from '../snapshot/segment.ts'

/** Sessions found, the newest first. Reused from question to question. */
export interface CandidateList {
  length: number
  session: Uint32Array
  /** Summed weight of the shared items, times the session's own weight. */
  similarity: Float64Array
  /** Position in the question of the first shared item, i.e. the newest; with `SHARES_MORE` if it shares others. */
  anchor: Uint16Array
}

/** Set in `anchor` of a session that shares more than one item. */
export const SHARES_MORE = 0x8000
/** The position in `anchor`. */
export const POSITION = 0x7fff

/** An empty list with room for so many. */
export function candidateList(room: number): CandidateList {
  return {
    anchor: new Uint16Array(room),
    length: 0,
    session: new Uint32Array(room),
    similarity: new Float64Array(room),
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

/** Weights of a session by itself. */
export interface SessionWeights {
  /** By number of steps, 0–127. */
  readonly length: Float64Array
  /** By age in days; older ones have the last. */
  readonly age: Float64Array
  /** The day ages are counted from, days since the epoch. */
  readonly newestDay: number
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
 * Cost: O(limit × lists that meet); a stretch in which one list runs alone costs O(1) a session.
 */
export function mergeNewest(
  segment: Segment,
  items: Uint32Array,
  weights: Float64Array,
  count: number,
  limit: number,
  own: SessionWeights,
  open: Cursors,
  found: CandidateList,
): void {
  const { dayStart, postingStart, postings, sessionSteps } = segment
  const { at, head, itemOf, low } = open
  const { age, length: lengthWeight } = own
  let lists = 0
  for (let n = 0; n < count; n++) {
    const slot = postingSlot(segment, items[n]!)
    if (slot < 0 || postingStart[slot] === postingStart[slot + 1]) continue
    at[lists] = postingStart[slot + 1]! - 1
    low[lists] = postingStart[slot]!
    head[lists] = postings[at[lists]!]!
    itemOf[lists++] = n
  }
  const { anchor, session, similarity } = found
  const oldestAge = age.length - 1
  let day = dayStart.length - 1
  let dayBegins = day < 0 ? 0 : dayStart[day]!
  let days = own.newestDay - segment.firstDay - day
  let ageWeight = age[days < 0 ? 0 : Math.min(days, oldestAge)]!
  let length = 0
  while (length < limit) {
    let newest = -1
    let next = -1
    let leader = -1
    let meets = false
    for (let n = 0; n < lists; n++) {
      const other = head[n]!
      if (other > newest) {
        next = newest
        newest = other
        leader = n
        meets = false
      } else if (other === newest) meets = true
      else if (other > next) next = other
    }
    if (newest < 0) break
    let weight = weights[itemOf[leader]!]!
    let first = itemOf[leader]!
    if (meets) {
      first |= SHARES_MORE
      weight = 0
      for (let n = leader; n < lists; n++) {
        if (head[n] !== newest) continue
        weight += weights[itemOf[n]!]!
        const step = at[n]! - 1
        at[n] = step
        head[n] = step >= low[n]! ? postings[step]! : -1
      }
    }
    let step = at[leader]!
    const end = low[leader]!
    for (;;) {
      const steps = sessionSteps[newest]!
      if (steps < FORGOTTEN) {
        while (newest < dayBegins) {
          dayBegins = dayStart[--day]!
          days = own.newestDay - segment.firstDay - day
          ageWeight = age[days < 0 ? 0 : Math.min(days, oldestAge)]!
        }
        session[length] = newest
        similarity[length] = weight * (lengthWeight[steps]! * ageWeight)
        anchor[length++] = first
      }
      if (meets) break
      newest = --step >= end ? postings[step]! : -1
      if (newest <= next || length >= limit) break
    }
    if (!meets) {
      at[leader] = step
      head[leader] = newest
    }
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
    found.similarity[length] = from.similarity[at]!
    found.anchor[length++] = from.anchor[at]!
  }
  found.length = length
}
