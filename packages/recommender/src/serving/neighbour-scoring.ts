/**
 * Votes of the neighbours: the inner loop of session kNN.
 *
 * A neighbour votes for the items around the newest item it shares with the visit (the *anchor*):
 * the nearer the step, the greater the vote.
 */
import { ITEM_MASK, type Segment } from '../snapshot/segment.ts'
import type { SessionKnnConfig } from './session-knn-config.ts'

/** Decay tables of a configuration, so that the loops call no `exp`. */
export interface DecayTables {
  /** Weight of the n-th step after the anchor, n from 1; index 0 is the anchor itself. */
  readonly forward: Float64Array
  /** Weight of the n-th step before the anchor, n from 1. */
  readonly backward: Float64Array
  /** Weight of a session by its number of steps, clamped at the table's end. */
  readonly length: Float64Array
  /** Weight of a session by its age in days, clamped at the table's end. */
  readonly age: Float64Array
}

const LENGTHS = 512
const AGES = 4_096

/** Computes the tables. Cost: some thousand exponentials, once per configuration. */
export function decayTables(config: SessionKnnConfig): DecayTables {
  const steps = config.windowSteps + 1
  return {
    age: Float64Array.from({ length: AGES }, (_, days) => Math.exp(-days / config.ageDecayDays)),
    backward: Float64Array.from(
      { length: steps },
      (_, n) => config.backwardWeight * Math.exp(-(n - 1) / config.backwardDecaySteps),
    ),
    forward: Float64Array.from({ length: steps }, (_, n) =>
      n === 0 ? config.anchorWeight : Math.exp(-(n - 1) / config.forwardDecaySteps),
    ),
    length: Float64Array.from({ length: LENGTHS }, (_, n) => Math.max(1, n) ** -config.lengthExponent),
  }
}

/** Weight of a session by length and age. */
export function sessionWeight(
  segment: Segment,
  session: number,
  newestDay: number,
  tables: DecayTables,
): number {
  const steps = segment.sessionStart[session + 1]! - segment.sessionStart[session]!
  const days = newestDay - segment.sessionDay[session]!
  return (
    tables.length[steps < LENGTHS ? steps : LENGTHS - 1]! *
    tables.age[days < 0 ? 0 : days < AGES ? days : AGES - 1]!
  )
}

/** Scores by item with the list of items that have one; reused from question to question. */
export interface ScoreBoard {
  score: Float64Array
  touched: Uint32Array
  length: number
}

/** The last step of the session that is about the item. The session MUST hold it. */
function lastStepOf(segment: Segment, session: number, item: number): number {
  let step = segment.sessionStart[session + 1]! - 1
  while ((segment.steps[step]! & ITEM_MASK) !== item) step--
  return step
}

/**
 * Adds one neighbour's votes.
 *
 * @param anchor item number the session holds
 * @param weight of the neighbour, > 0
 * @param board  `score` is added to; items that had none are listed in `touched`
 *
 * Cost: O(steps of the session), at most the window on either side of the anchor is scored.
 */
export function addVotes(
  segment: Segment,
  session: number,
  anchor: number,
  weight: number,
  tables: DecayTables,
  board: ScoreBoard,
): void {
  const { steps } = segment
  const { score, touched } = board
  const { backward, forward } = tables
  const at = lastStepOf(segment, session, anchor)
  const reach = forward.length - 1
  const from = Math.max(segment.sessionStart[session]!, at - reach)
  const to = Math.min(segment.sessionStart[session + 1]! - 1, at + reach)
  let length = board.length
  for (let step = from; step <= to; step++) {
    const item = steps[step]! & ITEM_MASK
    const vote = weight * (step < at ? backward[at - step]! : forward[step - at]!)
    if (vote === 0) continue
    if (score[item] === 0) touched[length++] = item
    score[item]! += vote
  }
  board.length = length
}

/**
 * The same walk, noting for some items how much the anchor's neighbours gave them.
 *
 * @param slotOf  position + 1 of each wanted item, 0 for others; one per item
 * @param credit  added to at `(slotOf − 1) × stride + anchorPosition`
 */
export function creditVotes(
  segment: Segment,
  session: number,
  anchor: number,
  anchorPosition: number,
  weight: number,
  tables: DecayTables,
  slotOf: Uint16Array,
  credit: Float64Array,
  stride: number,
): void {
  const { steps } = segment
  const { backward, forward } = tables
  const at = lastStepOf(segment, session, anchor)
  const reach = forward.length - 1
  const from = Math.max(segment.sessionStart[session]!, at - reach)
  const to = Math.min(segment.sessionStart[session + 1]! - 1, at + reach)
  for (let step = from; step <= to; step++) {
    const slot = slotOf[steps[step]! & ITEM_MASK]!
    if (slot === 0) continue
    credit[(slot - 1) * stride + anchorPosition]! +=
      weight * (step < at ? backward[at - step]! : forward[step - at]!)
  }
}
