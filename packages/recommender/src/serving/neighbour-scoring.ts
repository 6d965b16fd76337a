/**
 * Votes of the neighbours: the inner loop of session kNN.
 *
 * A neighbour votes for the items around the newest item it shares with the visit (the *anchor*):
 * the nearer the step, the greater the vote.
 */
import { ITEM_MASK } from '../snapshot/segment.ts'
import type { ItemScores } from './item-scores.ts'
import type { SessionKnnConfig } from './session-knn-config.ts'

/** Decay tables of a configuration, so that the loops call no `exp` and no `log`. */
export interface DecayTables {
  /** Weight of the n-th step after the anchor, n from 1; index 0 is the anchor itself. */
  readonly forward: Float64Array
  /** Weight of the n-th step before the anchor, n from 1. */
  readonly backward: Float64Array
  /** Weight of a session by its number of steps, 0–127. */
  readonly length: Float64Array
  /** Weight of a session by its age in days, clamped at the table's end. */
  readonly age: Float64Array
  /** Weight of an item of the visit by its age in steps, clamped at the table's end. */
  readonly query: Float64Array
  /** Weight of a neighbour by the age of its anchor in steps, clamped at the table's end. */
  readonly anchor: Float64Array
  /** Natural logarithms of 0 … 16,383; index 0 is unused. */
  readonly log: Float64Array
}

const LENGTHS = 128
const AGES = 4_096
const STEPS = 1_024
const LOGARITHMS = 16_384

/** Computes the tables. Cost: some ten thousand exponentials, once per configuration. */
export function decayTables(config: SessionKnnConfig): DecayTables {
  const steps = config.windowSteps + 1
  const fading = (length: number, decay: number): Float64Array =>
    Float64Array.from({ length }, (_, n) => Math.exp(-n / decay))
  return {
    age: fading(AGES, config.ageDecayDays),
    anchor: fading(STEPS, config.anchorDecaySteps),
    backward: Float64Array.from(
      { length: steps },
      (_, n) => config.backwardWeight * Math.exp(-(n - 1) / config.backwardDecaySteps),
    ),
    forward: Float64Array.from({ length: steps }, (_, n) =>
      n === 0 ? config.anchorWeight : Math.exp(-(n - 1) / config.forwardDecaySteps),
    ),
    length: Float64Array.from({ length: LENGTHS }, (_, n) => Math.max(1, n) ** -config.lengthExponent),
    log: Float64Array.from({ length: LOGARITHMS }, (_, n) => Math.log(n)),
    query: fading(STEPS, config.queryDecaySteps),
  }
}

/** The table's value, its last one beyond its end. */
export function fadedTo(table: Float64Array, at: number): number {
  return table[at < table.length ? at : table.length - 1]!
}

/** Natural logarithm of a whole number ≥ 1. */
export function logOf(tables: DecayTables, value: number): number {
  return value < LOGARITHMS ? tables.log[value]! : Math.log(value)
}

/** Votes one by one, for finding out afterwards whose they were. */
export interface VoteLog {
  item: Uint32Array
  vote: Float64Array
  /** Position in the question of the item the neighbour was found by. */
  anchor: Uint16Array
  length: number
}

/** Room for so many votes. */
export function voteLog(room: number): VoteLog {
  return {
    anchor: new Uint16Array(room),
    item: new Uint32Array(room),
    length: 0,
    vote: new Float64Array(room),
  }
}

/**
 * Adds one neighbour's votes.
 *
 * @param steps    of all sessions; those from `start` to before `end` are the neighbour's
 * @param anchor   item number the session holds
 * @param position of the anchor in the question
 * @param weight   of the neighbour, > 0
 * @param scores   added to
 * @param log      the votes are added to, if given; has room
 *
 * Cost: O(steps of the session), at most the window on either side of the anchor is scored.
 */
export function addVotes(
  steps: Uint32Array,
  start: number,
  end: number,
  anchor: number,
  position: number,
  weight: number,
  tables: DecayTables,
  scores: ItemScores,
  log: VoteLog | undefined,
): void {
  const { backward, forward } = tables
  // The last step that is about the anchor; the session holds it.
  let at = end - 1
  while ((steps[at]! & ITEM_MASK) !== anchor) at--
  const reach = forward.length - 1
  const from = Math.max(at - reach, start)
  const to = Math.min(at + reach, end - 1)
  let logged = log === undefined ? 0 : log.length
  for (let step = from; step <= to; step++) {
    const item = steps[step]! & ITEM_MASK
    const vote = weight * (step < at ? backward[at - step]! : forward[step - at]!)
    if (vote === 0) continue
    scores.add(item, vote)
    if (log === undefined) continue
    log.item[logged] = item
    log.vote[logged] = vote
    log.anchor[logged++] = position
  }
  if (log !== undefined) log.length = logged
}
