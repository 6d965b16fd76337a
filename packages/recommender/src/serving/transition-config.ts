/**
 * Weights of the session model beside the neighbours' votes: transition rows, hops, and how all of it adds up.
 *
 * A *row* of an item says what stood around it in its newest sessions. The weights were fitted on held-out
 * newest sessions of the *training* parts of three public logs (Diginetica, YooChoose-1/64, and the first
 * 100,000 clicks of YooChoose) by random hill climbing; one set serves all shops.
 */

export interface TransitionConfig {
  /** Newest sessions of an item its row is built from. */
  readonly rowSessions: number
  /** Entries kept per row: 1–64. */
  readonly rowEntries: number
  /** Steps looked at on either side of the item. */
  readonly rowReach: number
  /** Days after which a session weighs 1/e, counted from the item's newest session. */
  readonly rowAgeDays: number
  /** Steps after the item over which an entry falls to 1/e. */
  readonly forwardDecaySteps: number
  /** The same for steps before it. */
  readonly backwardDecaySteps: number
  /** Weight of what stood before the item beside what came after it. */
  readonly backwardWeight: number
  /** Added to a row's total: rows of few sessions say less. */
  readonly damping: number
  /** Newest items of the visit whose rows count for the blend. */
  readonly nearItems: number
  /** Steps after which such an item weighs 1/e. */
  readonly nearDecaySteps: number
  /** Entries are divided by the sessions that hold them to this power. */
  readonly nearPopularity: number
  /** Newest items of the visit whose rows the re-ranker sees. */
  readonly visitItems: number
  readonly visitDecaySteps: number
  /** Newest items of the visit from whose rows hops begin, and the steps after which they weigh 1/e. */
  readonly hopItems: number
  readonly hopDecaySteps: number
  /** Entries of the first row hopped from, and entries looked at in each row hopped to. */
  readonly firstHop: number
  readonly secondHop: number
  /** Items a third hop goes on from, and entries looked at there. */
  readonly thirdHopFrom: number
  readonly thirdHop: number
  /** Items on the way are divided by the sessions that hold them to this power. */
  readonly hopPopularity: number
  /** The same for the items arrived at. */
  readonly endPopularity: number
  /** Shares of the parts in the blend; that of the votes is 1. */
  readonly nearShare: number
  readonly secondShare: number
  readonly thirdShare: number
  /** Share of what came right after the newest item. */
  readonly nextShare: number
  /** Best items of the blend that the re-ranker puts in order; 0 leaves them in the order of the blend. */
  readonly reranked: number
}

/** The shipped weights. */
export const DEFAULT_TRANSITIONS: TransitionConfig = Object.freeze({
  backwardDecaySteps: 4.8,
  backwardWeight: 0.6,
  damping: 0.7,
  endPopularity: 0.1,
  firstHop: 16,
  forwardDecaySteps: 1.03,
  hopDecaySteps: 0.37,
  hopItems: 3,
  hopPopularity: 0.2,
  nearDecaySteps: 1.97,
  nearItems: 5,
  nearPopularity: 0.25,
  nearShare: 1.02,
  nextShare: 0.35,
  reranked: 50,
  rowAgeDays: 40,
  rowEntries: 64,
  rowReach: 10,
  rowSessions: 1_000,
  secondHop: 16,
  secondShare: 0.45,
  thirdHop: 12,
  thirdHopFrom: 32,
  thirdShare: 0.18,
  visitDecaySteps: 6,
  visitItems: 20,
})

const WHOLE: Partial<Record<keyof TransitionConfig, number>> = {
  firstHop: 0,
  hopItems: 0,
  nearItems: 0,
  reranked: 0,
  rowEntries: 1,
  rowReach: 1,
  rowSessions: 1,
  secondHop: 0,
  thirdHop: 0,
  thirdHopFrom: 0,
  visitItems: 0,
}
const POSITIVE: readonly (keyof TransitionConfig)[] = [
  'rowAgeDays',
  'forwardDecaySteps',
  'backwardDecaySteps',
  'damping',
  'nearDecaySteps',
  'visitDecaySteps',
  'hopDecaySteps',
]

/**
 * Checks the weights.
 *
 * @throws RangeError naming the field that is not a usable number
 */
export function checkTransitions(config: TransitionConfig): void {
  for (const name of Object.keys(DEFAULT_TRANSITIONS) as (keyof TransitionConfig)[]) {
    const value = config[name]
    const least = WHOLE[name] ?? (POSITIVE.includes(name) ? Number.MIN_VALUE : 0)
    if (!Number.isFinite(value) || value < least)
      throw new RangeError(`${name} is ${value}, expected a number of at least ${least}`)
    if (WHOLE[name] !== undefined && !Number.isInteger(value))
      throw new RangeError(`${name} is ${value}, expected an integer`)
  }
  if (config.rowEntries > 64) throw new RangeError(`rowEntries is ${config.rowEntries}, expected at most 64`)
}
