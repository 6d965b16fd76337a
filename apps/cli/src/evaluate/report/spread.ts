/**
 * How evenly places in lists are spread over the catalogue: Lorenz curve and Gini coefficient.
 */
import type { Spread } from './figures.ts'

/** Steps the curve is told in. */
const PARTS = 20

/**
 * Spread of counts over products; products that were never counted belong to it with 0.
 *
 * @param counts how often each product was counted; others of the catalogue are absent
 * @param products in the catalogue, at least as many as have counts
 */
export function spreadOf(counts: ReadonlyMap<string, number>, products: number): Spread {
  const sorted = new Float64Array(Math.max(1, products, counts.size))
  sorted.set(Float64Array.from(counts.values()).sort(), sorted.length - counts.size)
  const total = sorted.reduce((sum, count) => sum + count, 0)
  if (total === 0)
    return { gini: 0, half_to: 0, lorenz: Array.from({ length: PARTS + 1 }, (_, at) => at / PARTS) }
  const upTo = new Float64Array(sorted.length + 1)
  for (const [index, count] of sorted.entries()) upTo[index + 1] = (upTo[index] ?? 0) + count / total
  // Twice the area between the even line and the curve, by trapezoids.
  let area = 0
  for (let index = 0; index < sorted.length; index++)
    area += ((upTo[index] ?? 0) + (upTo[index + 1] ?? 0)) / 2
  const half = upTo.findIndex((share) => share > 0.5)
  return {
    gini: rounded(1 - (2 * area) / sorted.length),
    half_to: rounded((sorted.length - half + 1) / sorted.length),
    lorenz: Array.from({ length: PARTS + 1 }, (_, at) =>
      rounded(between(upTo, (at / PARTS) * sorted.length)),
    ),
  }
}

/** Value of the curve between two products. */
function between(curve: Float64Array, place: number): number {
  const left = Math.floor(place)
  const [low = 0, high = low] = [curve[left], curve[left + 1]]
  return low + (high - low) * (place - left)
}

/** To five decimals, as all figures are told. */
export function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
