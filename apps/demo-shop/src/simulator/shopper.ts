/**
 * A shopper as only the simulator knows her: her true taste, her habits, what she agreed to.
 */
import type { Level } from '@umiar/vocabulary'

/** What she likes; hidden from the engine, which has to find out or be told. */
export interface Taste {
  /** Department → share of her interest; they sum up to 1. */
  readonly departments: Readonly<Record<string, number>>
  /** Department → favourite style. */
  readonly styles: Readonly<Record<string, string>>
  readonly brands: ReadonlySet<string>
  /** 0 does not look at prices … 2 looks at nothing else. */
  readonly priceSensitivity: number
  /** 0 does not care … 1 cares much. */
  readonly eco: number
  /** Her sizes by sizing: `shoes`, `clothes`, `socks`, `gloves`. */
  readonly sizes: Readonly<Record<string, string>>
  /** Days a packet lasts her. */
  readonly replenishDays: number
  /** Drawn to what is new, 0–1. */
  readonly novelty: number
  /** Drawn to what is reduced, 0–1. */
  readonly promo: number
}

/** How she shops. */
export interface Habits {
  /** Visits she would make in the whole time. */
  readonly visits: number
  /** Last day of the world on which she looks round of her own accord; without end if absent. */
  readonly untilDay?: number
  /** Hour of the day she usually comes, 0–23. */
  readonly hour: number
  /** Share of visits that look for a gift. */
  readonly giftShare: number
  /** Share of things she sends back. */
  readonly returnShare: number
  /** Share of visits that also look at the private shelf. */
  readonly privateShare: number
  readonly isAdult: boolean
}

/** What she agreed to. */
export interface Attitude {
  readonly level: Level
  /** Teaching suggestions for others; only ever true at level 3. */
  readonly trainModels: boolean
}

export interface Shopper {
  readonly index: number
  /** Stands in the engine for her; predictable, since she is nobody. */
  readonly anonymousId: string
  readonly archetype: string
  /** Set for the named heroes. */
  readonly hero?: string
  readonly taste: Taste
  /** A second person at the same tablet, with a taste of her own. */
  readonly sharedWith?: Taste
  readonly habits: Habits
  readonly attitude: Attitude
}
