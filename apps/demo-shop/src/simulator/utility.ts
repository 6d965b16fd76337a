/**
 * The oracle: how much a shopper truly likes a product.
 *
 * A logit model: she takes what has the greatest utility plus noise. Without the noise it ranks the whole
 * catalogue for her, so that the quality of suggestions can be measured and not only looked at.
 */
import { DAYS, type Good } from './goods.ts'
import type { Shopper, Taste } from './shopper.ts'

/** Weights set by hand: they make the world plausible and say nothing about real people. */
const WEIGHTS = {
  brand: 0.7,
  department: 2,
  eco: 0.8,
  novelty: 0.9,
  price: 0.7,
  promo: 0.9,
  style: 1.6,
} as const
const NEW_DAYS = 45
const LEAST_WEIGHT = 0.004

/**
 * @param day of the world on which she looks: what is new fades
 * @returns utility without noise; only differences mean something. About −13 to 4
 */
export function utilityOf(taste: Taste, good: Good, day: number = DAYS): number {
  const share = Math.max(LEAST_WEIGHT, taste.departments[good.department] ?? 0)
  const isNew = day - good.releaseDay < NEW_DAYS
  return (
    WEIGHTS.department * Math.log(share) +
    (taste.styles[good.department] === good.style ? WEIGHTS.style : 0) +
    (taste.brands.has(good.brand) ? WEIGHTS.brand : 0) -
    WEIGHTS.price * taste.priceSensitivity * (good.tier - 1) +
    (good.eco ? WEIGHTS.eco * taste.eco : 0) +
    (isNew ? WEIGHTS.novelty * taste.novelty : 0) +
    (good.reduced ? WEIGHTS.promo * taste.promo : 0) +
    good.appeal
  )
}

/** How much this shopper truly likes a product, at the end of the world. */
export function trueUtility(shopper: Shopper, good: Good): number {
  return utilityOf(shopper.taste, good)
}

/** Is it made in her size, and may she buy it at all? */
export function suits(shopper: Shopper, good: Good): boolean {
  if (good.adultsOnly && !shopper.habits.isAdult) return false
  if (good.sizing === undefined) return true
  return good.sizes.includes(shopper.taste.sizes[good.sizing] ?? '')
}

/**
 * What a perfect engine would show her: open shelves only, in stock, in her size, best first.
 *
 * @param owned indexes left out: what she has already
 */
export function oracleRanking(
  shopper: Shopper,
  goods: readonly Good[],
  owned: ReadonlySet<number> = new Set(),
): readonly Good[] {
  return goods
    .filter(
      (good) =>
        good.available &&
        !good.sensitive &&
        !good.adultsOnly &&
        !owned.has(good.index) &&
        suits(shopper, good),
    )
    .map((good) => ({ good, utility: trueUtility(shopper, good) }))
    .sort((a, b) => b.utility - a.utility || a.good.index - b.good.index)
    .map(({ good }) => good)
}
