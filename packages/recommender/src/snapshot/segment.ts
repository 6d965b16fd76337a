/**
 * Sessions as flat arrays: what the learner writes and the serving side reads.
 *
 * Sessions are numbered from the oldest to the newest, so the number is the recency and no clock is
 * read while searching. Postings are complete and ascending: nothing is truncated, so when a session
 * is forgotten the next older one takes its place exactly as if it had never been there.
 */

import type { SessionKnnConfig } from '../serving/session-knn-config.ts'
import type { ItemDictionary } from './item-dictionary.ts'

/** The low 30 bits of a step are the item number, the top two its kind. */
export const ITEM_MASK = 0x3fffffff
export const KIND_SHIFT = 30
/** Kinds of step in the order of their numbers. */
export const KINDS = ['view', 'cart', 'purchase'] as const
export const VIEW = 0
export const PURCHASE = 2

export interface Segment {
  /** CSR row offsets, length sessions + 1. */
  readonly sessionStart: Uint32Array
  /** Steps of all sessions: `item | kind << KIND_SHIFT`. */
  readonly steps: Uint32Array
  /** Steps of each session while it counts, 255 for more. Shared with the learner: forgetting sets 0 at once. */
  readonly sessionSteps: Uint8Array
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
}

/** Number of sessions in the segment, dead ones among them. */
export function sessionsIn(segment: Segment): number {
  return segment.sessionSteps.length
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
