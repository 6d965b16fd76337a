/**
 * Weights of the session neighbours.
 *
 * Retrieval is that of VMIS-kNN (Kersbergen et al., SIGMOD 2022), weights are those of VSTAN (Ludewig
 * et al., UMUAI 2020) with two additions: steps after and before the shared item decay apart, and
 * items of the visit itself have weights of their own. Fitted on the *training* part of the public
 * Diginetica and YooChoose-1/64 splits (its newest 12,000 sessions held out); the test parts were
 * not looked at while fitting.
 */

import { checkTransitions, DEFAULT_TRANSITIONS, type TransitionConfig } from './transition-config.ts'

export interface SessionKnnConfig {
  /** Newest sessions looked at per question (m). */
  readonly newestSessions: number
  /** Most similar of them that vote (k). */
  readonly neighbours: number
  /** Distinct newest items of the visit that are used. */
  readonly longestQuery: number
  /** Steps after which an item of the visit weighs 1/e in the search. */
  readonly queryDecaySteps: number
  /** A neighbour's similarity is divided by its number of steps to this power; 0.5 is the cosine. */
  readonly lengthExponent: number
  /** Days after which a neighbour weighs 1/e, counted from the newest session. */
  readonly ageDecayDays: number
  /** Shared items weigh ln(sessions / sessions with the item) to this power. */
  readonly rarityExponent: number
  /** Scores are multiplied by 1 + this × ln(sessions / sessions with the item). */
  readonly rarityBoost: number
  /** Steps after which a neighbour, by the newest item it shares, weighs 1/e. */
  readonly anchorDecaySteps: number
  /** Steps after the shared item over which a neighbour's item falls to 1/e. */
  readonly forwardDecaySteps: number
  /** The same for steps before it. */
  readonly backwardDecaySteps: number
  /** Weight of the step just before the shared item; the step just after has 1. */
  readonly backwardWeight: number
  /** Weight of the shared item itself. */
  readonly anchorWeight: number
  /** Factor on the score of the item looked at now, where items of the visit may be answered. */
  readonly lastItemFactor: number
  /** Factor on the score of earlier items of the visit, where they may be answered. */
  readonly earlierItemFactor: number
  /** Steps of a neighbour looked at on either side of the shared item: bounds the cost of long sessions. */
  readonly windowSteps: number
  /** Transitions and re-ranking beside the votes; without them the votes alone decide. */
  readonly transitions?: TransitionConfig
}

/** Weights of neighbour votes alone, without transitions: what engines of this kind are compared by. */
export const VOTES_ONLY: SessionKnnConfig = Object.freeze({
  ageDecayDays: 68,
  anchorDecaySteps: 1.78,
  anchorWeight: 0.86,
  backwardDecaySteps: 2.2,
  backwardWeight: 0.8,
  earlierItemFactor: 1.98,
  forwardDecaySteps: 3.64,
  lastItemFactor: 1.11,
  lengthExponent: 0.122,
  longestQuery: 20,
  neighbours: 250,
  newestSessions: 1_500,
  queryDecaySteps: 2.43,
  rarityBoost: 1.14,
  rarityExponent: 1.92,
  windowSteps: 24,
})

/** The shipped weights. */
export const DEFAULT_SESSION_KNN: SessionKnnConfig = Object.freeze({
  ageDecayDays: 68,
  anchorDecaySteps: 4.28,
  anchorWeight: 1.27,
  backwardDecaySteps: 1.6,
  backwardWeight: 0.8,
  earlierItemFactor: 1.62,
  forwardDecaySteps: 5.03,
  lastItemFactor: 1.55,
  lengthExponent: 0.143,
  longestQuery: 20,
  neighbours: 200,
  newestSessions: 1_000,
  queryDecaySteps: 2.43,
  rarityBoost: 0.42,
  rarityExponent: 2.45,
  transitions: DEFAULT_TRANSITIONS,
  windowSteps: 24,
})

/**
 * Checks the weights.
 *
 * @throws RangeError naming the field that is not a usable number
 */
export function checkSessionKnn(config: SessionKnnConfig): SessionKnnConfig {
  const atLeast: Partial<Record<keyof SessionKnnConfig, number>> = {
    lengthExponent: 0,
    rarityExponent: 0,
    rarityBoost: 0,
    backwardWeight: 0,
    anchorWeight: 0,
    lastItemFactor: 0,
    earlierItemFactor: 0,
    windowSteps: 1,
    neighbours: 1,
    newestSessions: 1,
    longestQuery: 1,
  }
  for (const name of Object.keys(VOTES_ONLY) as Exclude<keyof SessionKnnConfig, 'transitions'>[]) {
    const value = config[name]
    const least = atLeast[name] ?? Number.MIN_VALUE
    if (!Number.isFinite(value) || value < least) {
      throw new RangeError(`${name} is ${value}, expected a number of at least ${least}`)
    }
  }
  for (const name of ['neighbours', 'newestSessions', 'longestQuery', 'windowSteps'] as const) {
    if (!Number.isInteger(config[name]))
      throw new RangeError(`${name} is ${config[name]}, expected an integer`)
  }
  if (config.longestQuery > 1_000)
    throw new RangeError(`longestQuery is ${config.longestQuery}, expected at most 1000`)
  if (config.transitions !== undefined) checkTransitions(config.transitions)
  return config
}
