/**
 * Reference: how many baskets hold each item. The same answer for everybody.
 */

/** One row per basket, item numbers in [0, items). @returns baskets with each item */
export function popularity(baskets: readonly (readonly number[])[], items: number): Float64Array {
  const counts = new Float64Array(items)
  for (const basket of baskets) for (const item of new Set(basket)) counts[item]!++
  return counts
}
