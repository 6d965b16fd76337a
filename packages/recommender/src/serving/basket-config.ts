/**
 * Weights of the next basket.
 *
 * Fitted by random hill climbing on recall@20 and NDCG@20 of the training parts of the Instacart sample and of
 * Online Retail, half each; how it was done, and how it does, stands in `benchmarks/basket.md`.
 */

/** Settings of `nextBasket`; all exponents ≥ 0 unless said otherwise. */
export interface BasketConfig {
  /** A purchase that lies a baskets back weighs (1 + a) to minus this. */
  readonly ageExponent: number
  /** And besides `lastingWeight` / (1 + a / 3): habits. */
  readonly lastingWeight: number
  /** And besides `freshWeight` × `freshDecay` to the a: what is bought these days. */
  readonly freshWeight: number
  readonly freshDecay: number
  /** What everybody buys counts like so many purchases of one's own, times the share of baskets that hold it. */
  readonly popularWeight: number
  /** What goes with one's own items counts like so many purchases, times the mean chance to be beside them. */
  readonly partnerWeight: number
  /** Own items, the weightiest, whose partners are looked up. */
  readonly askedItems: number
  /** Newest baskets looked at for each of them. */
  readonly newestSessions: number
  /** Baskets two items must share, else the pair is chance. */
  readonly leastSupport: number
  /** A chance c of n is taken as c / (n + this). */
  readonly doubt: number
  /** Factor on what was bought once only. */
  readonly once: number
  /** Factor on what was never bought. */
  readonly never: number
  /** Exponent of the baskets since the last purchase; it takes back some of the fading with age. */
  readonly sinceExponent: number
  /** Exponents of (time since ÷ own interval) before and after it is due, in baskets and in days; late ones ≤ 0 fade. */
  readonly earlyBaskets: number
  readonly lateBaskets: number
  readonly earlyDays: number
  readonly lateDays: number
  /** Exponent of how much more the item is bought these weeks than ever. */
  readonly trendExponent: number
  /** Exponent of (share of baskets + `popularFloor`) for somebody without baskets; halved after `popularBaskets` own. */
  readonly popularExponent: number
  readonly popularFloor: number
  readonly popularBaskets: number
}

/** The shipped settings. */
export const DEFAULT_BASKET: BasketConfig = Object.freeze({
  ageExponent: 0.8,
  askedItems: 24,
  doubt: 5,
  earlyBaskets: 0.16,
  earlyDays: 0.19,
  freshDecay: 0.6,
  freshWeight: 0.165,
  lastingWeight: 1.67,
  lateBaskets: -0.21,
  lateDays: -0.11,
  leastSupport: 2,
  never: 0.18,
  newestSessions: 150,
  once: 0.82,
  partnerWeight: 4.7,
  popularBaskets: 2.1,
  popularExponent: 0.73,
  popularFloor: 0.003,
  popularWeight: 3.2,
  sinceExponent: 0.16,
  trendExponent: 0.39,
})
