/**
 * Tables of the session model, so that its loops call no `exp` and no power.
 */
import type { TransitionConfig } from './transition-config.ts'

const STEPS = 1_024
const SESSIONS = 4_096

export class TransitionTables {
  /** Weight of an item of the visit by its age in steps: for the blend, for the re-ranker, for hops. */
  readonly near: Float64Array
  readonly visit: Float64Array
  readonly hop: Float64Array
  readonly #nearRarity: Float64Array
  readonly #hopRarity: Float64Array
  readonly #endRarity: Float64Array
  readonly #config: TransitionConfig

  constructor(config: TransitionConfig) {
    const fading = (decay: number): Float64Array =>
      Float64Array.from({ length: STEPS }, (_, n) => Math.exp(-n / decay))
    const rarity = (exponent: number): Float64Array =>
      Float64Array.from({ length: SESSIONS }, (_, n) => Math.max(1, n) ** -exponent)
    this.#config = config
    this.near = fading(config.nearDecaySteps)
    this.visit = fading(config.visitDecaySteps)
    this.hop = fading(config.hopDecaySteps)
    this.#nearRarity = rarity(config.nearPopularity)
    this.#hopRarity = rarity(config.hopPopularity)
    this.#endRarity = rarity(config.endPopularity)
  }

  /** What an entry of a row is multiplied by, for an item held by so many sessions. */
  nearRarity(sessions: number): number {
    return sessions < SESSIONS ? this.#nearRarity[sessions]! : sessions ** -this.#config.nearPopularity
  }

  /** The same for an item on the way. */
  hopRarity(sessions: number): number {
    return sessions < SESSIONS ? this.#hopRarity[sessions]! : sessions ** -this.#config.hopPopularity
  }

  /** The same for an item hops arrive at. */
  endRarity(sessions: number): number {
    return sessions < SESSIONS ? this.#endRarity[sessions]! : sessions ** -this.#config.endPopularity
  }
}
