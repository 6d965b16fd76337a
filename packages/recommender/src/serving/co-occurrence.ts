/**
 * Items that occur in the same sessions: "also viewed" and "bought together".
 *
 * Counted on demand from the complete postings, so there is no table of pairs to keep exact when
 * somebody is forgotten: what is not in a living session cannot be counted.
 */
import {
  ITEM_MASK,
  KIND_SHIFT,
  type ModelSnapshot,
  postingSlot,
  type Segment,
  counts as sessionCounts,
  stepsOf,
  stepsStart,
} from '../snapshot/segment.ts'

/** Settings of the counting. */
export interface CoOccurrenceConfig {
  /** Newest sessions looked at per item. */
  readonly newestSessions: number
  /** Shared sessions below which a pair is not answered: chance, and too few people to speak of. */
  readonly leastSupport: number
  /** A pair with c shared sessions is weighed c / (c + this): doubt about small counts. */
  readonly shrinkage: number
}

/** The shipped settings. */
export const DEFAULT_CO_OCCURRENCE: CoOccurrenceConfig = Object.freeze({
  leastSupport: 2,
  newestSessions: 500,
  shrinkage: 5,
})

/** Scratch for counting, one value per item, all zeros between questions. */
export interface PairCounts {
  readonly count: Uint32Array
  /** Nearness in those sessions: the sum of 1 / √(steps between the two). */
  readonly near: Float64Array
  /** Last session (by running number) an item was counted in. */
  readonly seenIn: Uint32Array
  readonly touched: Uint32Array
  length: number
  walked: number
}

/**
 * Counts, over the newest sessions in which the item occurs with this kind of step, in how many of
 * them every other item does.
 *
 * @param counts filled: `count` and `near` for the items listed in `touched`, newest sessions first; the caller zeroes both
 * @returns number of sessions counted
 *
 * Cost: O(sessions walked × their length).
 */
export function countPartners(
  snapshot: ModelSnapshot,
  item: number,
  kind: number,
  newestSessions: number,
  counts: PairCounts,
): number {
  const { base, delta, deltaRank } = snapshot
  const baseSlot = postingSlot(base, item)
  const deltaSlot = postingSlot(delta, item)
  let b = baseSlot < 0 ? -1 : base.postingStart[baseSlot + 1]! - 1
  let d = deltaSlot < 0 ? -1 : delta.postingStart[deltaSlot + 1]! - 1
  const bEnd = baseSlot < 0 ? 0 : base.postingStart[baseSlot]!
  const dEnd = deltaSlot < 0 ? 0 : delta.postingStart[deltaSlot]!
  let counted = 0
  counts.length = 0
  while (counted < newestSessions && (b >= bEnd || d >= dEnd)) {
    const takeBase = d < dEnd || (b >= bEnd && base.postings[b]! >= deltaRank[delta.postings[d]!]!)
    const segment = takeBase ? base : delta
    const session = takeBase ? base.postings[b--]! : delta.postings[d--]!
    if (!sessionCounts(segment, session)) continue
    if (countSession(segment, session, item, kind, counts)) counted++
  }
  return counted
}

/** @returns whether the item occurs in the session with this kind */
function countSession(
  segment: Segment,
  session: number,
  item: number,
  kind: number,
  counts: PairCounts,
): boolean {
  const { steps } = segment
  const start = stepsStart(segment, session)
  const end = start + stepsOf(segment, session)
  const wanted = ((kind << KIND_SHIFT) | item) >>> 0
  let place = start
  while (place < end && steps[place] !== wanted) place++
  if (place === end) return false
  const mark = ++counts.walked
  for (let step = start; step < end; step++) {
    const code = steps[step]!
    if (code >>> KIND_SHIFT !== kind || code === wanted) continue
    const other = code & ITEM_MASK
    if (counts.seenIn[other] === mark) continue
    counts.seenIn[other] = mark
    if (counts.count[other]!++ === 0) counts.touched[counts.length++] = other
    counts.near[other]! += 1 / Math.sqrt(Math.abs(step - place))
  }
  return true
}

/**
 * Closeness of a pair: shrunk cosine over sessions, each weighed by how near the two stand in it. What is
 * put in a basket one after the other belongs together more than what a long list happens to hold.
 *
 * @param near     nearness, in (0, together]
 * @param together sessions with both, > 0
 * @param counted  sessions of the asked item that were counted
 * @param sessions sessions of the other item
 */
export function pairScore(
  near: number,
  together: number,
  counted: number,
  sessions: number,
  shrinkage: number,
): number {
  return (near / Math.sqrt(counted * sessions)) * (together / (together + shrinkage))
}
