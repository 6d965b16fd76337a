/**
 * A product of the shop. Not personal data.
 */
import type { Money } from './events.ts'
import type { ItemId } from './ids.ts'

export interface Product {
  readonly itemId: ItemId
  readonly title: string
  readonly titleEn?: string
  /** Path of the category, e.g. `tea/green`. */
  readonly category?: string
  readonly brand?: string
  readonly url?: string
  readonly imageUrl?: string
  readonly price?: Money
  /** The price it usually has; above `price` while it is reduced. */
  readonly listPrice?: Money
  readonly available: boolean
  /** Health, faith, intimacy …: never enters a profile or a model, never recommended (GDPR Art. 9). */
  readonly sensitive: boolean
  /** For grown-ups: only ever read by filters. */
  readonly adult?: boolean
  /** Bought once and kept: true for a kettle, false for tea that is used up; absent where the shop does not say. */
  readonly durable?: boolean
  /** When the product came into the shop, ms since the epoch. */
  readonly releasedAtMs?: number
  /** UTC day on which the engine first heard of it: stands in where the shop names no date. */
  readonly firstSeenDay?: number
  /** Products that complete this one, by the shop's own knowledge; best first. */
  readonly goesWith?: readonly ItemId[]
  /** How long it lasts a household until it is used up, whole days ≥ 1. */
  readonly lastsDays?: number
  /** Counts without persons, given by the shop; values under 5 are left out at intake. */
  readonly counts?: ProductCounts
  /** The shop's own words for it, e.g. `organic`, `gift`; without repeats. */
  readonly labels?: readonly string[]
  /** Free fields for filters: text, number or truth value. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

export interface ProductCounts {
  readonly sold30Days?: number
  readonly viewed30Days?: number
  /** Of the 30 days the last seven, so that what rises shows. */
  readonly sold7Days?: number
  readonly viewed7Days?: number
  readonly boughtWith?: readonly { readonly itemId: ItemId; readonly count: number }[]
}

/** Shop-supplied counts below this are left out: a small count can point at a person. */
export const LEAST_SHARED_COUNT = 5
