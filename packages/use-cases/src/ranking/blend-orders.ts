/**
 * Two orders of the same items as one, by a strength between them.
 *
 * Each rank is worth 1 / (60 + rank) (reciprocal rank fusion, Cormack et al. 2009), in whole numbers, and the
 * strength weighs the two worths in thousandths. So every sum is exact, and for any two items the
 * difference is linear in the strength: as it grows they change places once at most, and only toward the
 * personal order. 0 gives the first order, 1 the second, whatever they are.
 */

/** Steps of the strength. */
const STEPS = 1_000
/** Worth of a rank, times (60 + rank). Neighbouring ranks differ by more than 1 up to 30,000 items. */
const SCALE = 1e9
const SOFTNESS = 60

/**
 * @param others   rank of each item in the second order, a permutation of 0 … n - 1, n ≤ 1,000
 * @param strength 0 for the order in which the items stand, 1 for the second order
 * @returns indexes of the items, best first; equals keep the order in which they stand
 */
export function blendOrders(others: readonly number[], strength: number): readonly number[] {
  const toOther = Math.round(strength * STEPS)
  const worth = others.map((other, own) => (STEPS - toOther) * worthOf(own) + toOther * worthOf(other))
  return others.map((_, index) => index).sort((a, b) => worth[b]! - worth[a]! || a - b)
}

function worthOf(rank: number): number {
  return Math.round(SCALE / (SOFTNESS + rank))
}
