/**
 * Sessions as flat arrays: what the learner writes and the serving side reads.
 *
 * Sessions are numbered from the oldest to the newest, so the number is the recency and no clock is
 * read while searching. Postings are complete and ascending: nothing is truncated, so when a session
 * is forgotten the next older one takes its place exactly as if it had never been there.
 */

import type { SessionKnnConfig } from '../serving/session-knn-config.ts'
import type { ItemDictionary } from './item-dictionary.ts'
import type { TransitionRows } from './transition-rows.ts'

/** The low 30 bits of a step are the item number, the top two its kind. */
export const ITEM_MASK = 0x3fffffff
export const KIND_SHIFT = 30
/** Kinds of step in the order of their numbers. */
export const KINDS = ['view', 'cart', 'purchase'] as const
export const VIEW = 0
export const PURCHASE = 2

/** Set in `sessionSteps` of a session that counts no more. */
export const FORGOTTEN = 0x80
/** In `sessionSteps`: this many steps or more. */
export const LONG = 0x7f
/** Sessions per entry of `blockStart`, as a power of two. */
export const BLOCK_SHIFT = 2

export interface Segment {
  /** Steps of all sessions, one after the other: `item | kind << KIND_SHIFT`. */
  readonly steps: Uint32Array
  /** Where the steps of every fourth session begin; with `sessionSteps` it gives every other start. */
  readonly blockStart: Uint32Array
  /**
   * Number of steps of each session in the low seven bits, `LONG` if `longSessions` tells it; `FORGOTTEN`
   * is set once the session counts no more. Shared with the learner: forgetting sets it at once.
   */
  readonly sessionSteps: Uint8Array
  /** Sessions of 127 steps and more, ascending, each followed by its number of steps. */
  readonly longSessions: Uint32Array
  /** UTC day of the oldest session's last step, days since the epoch; 0 without sessions. */
  readonly firstDay: number
  /** First session of each day from `firstDay` to the last; ascending. */
  readonly dayStart: Uint32Array
  /** Items that occur, ascending; absent when every number from 0 does. */
  readonly postingItems?: Uint32Array
  /** Offsets into `postings`, one per item that occurs, + 1. */
  readonly postingStart: Uint32Array
  /** Ascending session numbers, each once per item. */
  readonly postings: Uint32Array
}

/**
 * One published state. Plain data over shared buffers: posting it to another thread copies almost
 * nothing. Immutable but for `sessionSteps`.
 */
export interface ModelSnapshot {
  /** Names the learned state: equal states have equal versions, whatever happened before. */
  readonly version: string
  /** When it was published, ms since the epoch. */
  readonly trainedAtMs: number
  /** Counts compactions; with an equal number, `base` and `baseItems` are the same memory. */
  readonly generation: number
  readonly sessionKnn: SessionKnnConfig
  /** Items numbered 0 … */
  readonly baseItems: ItemDictionary
  /** Items numbered on from there, of sessions since the last compaction. */
  readonly extraItems: ItemDictionary
  readonly base: Segment
  readonly delta: Segment
  /** For each delta session, how many base sessions are older: its place in the order of time. */
  readonly deltaRank: Uint32Array
  /** Number of sessions that count. */
  readonly sessionCount: number
  /** Steps that count, by kind in the order of `KINDS`. */
  readonly stepsOfKind: readonly number[]
  /** UTC day of the newest session, days since the epoch. */
  readonly newestDay: number
  /** Sessions that hold each item. */
  readonly itemSessions: Uint32Array
  /** Decayed popularity of each item; only ratios mean something. */
  readonly popularity: Float64Array
  /** The most popular items, best first; ties by id. At most `POPULAR_LISTED`. */
  readonly popularTop: Uint32Array
  /** Items asked for more in the last days than before, the steepest first; at most `RISING_LISTED`. */
  readonly rising: { readonly items: Uint32Array; readonly scores: Float64Array }
  /** What stands around each item; absent where the configuration has no transitions. */
  readonly rows?: TransitionRows
}

/** Number of sessions in the segment, forgotten ones among them. */
export function sessionsIn(segment: Segment): number {
  return segment.sessionSteps.length
}

/** Does the session count? */
export function counts(segment: Segment, session: number): boolean {
  return segment.sessionSteps[session]! < FORGOTTEN
}

/** Number of steps of the session, whether it counts or not. */
export function stepsOf(segment: Segment, session: number): number {
  const steps = segment.sessionSteps[session]! & LONG
  return steps < LONG ? steps : longStepsOf(segment.longSessions, session)
}

/** Where the steps of the session begin in `steps`. */
export function stepsStart(segment: Segment, session: number): number {
  let start = segment.blockStart[session >>> BLOCK_SHIFT]!
  for (let s = (session >>> BLOCK_SHIFT) << BLOCK_SHIFT; s < session; s++) start += stepsOf(segment, s)
  return start
}

function longStepsOf(longSessions: Uint32Array, session: number): number {
  let low = 0
  let high = longSessions.length / 2 - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (longSessions[middle * 2]! < session) low = middle + 1
    else high = middle
  }
  return longSessions[low * 2 + 1]!
}

/** UTC day of the session's last step, days since the epoch. Cost: O(log days). */
export function dayOfSession({ dayStart, firstDay }: Segment, session: number): number {
  let low = 0
  let high = dayStart.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (dayStart[middle]! <= session) low = middle
    else high = middle - 1
  }
  return firstDay + low
}

/** How many popular items a snapshot lists ready for use. */
export const POPULAR_LISTED = 1_000
/** How many rising items a snapshot lists. */
export const RISING_LISTED = 300

/** Where the postings of an item are in the segment, or -1. Cost: O(log items) where sparse. */
export function postingSlot(segment: Segment, item: number): number {
  const items = segment.postingItems
  if (items === undefined) return item < segment.postingStart.length - 1 ? item : -1
  let low = 0
  let high = items.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = items[middle]!
    if (found === item) return middle
    if (found < item) low = middle + 1
    else high = middle - 1
  }
  return -1
}
