/**
 * Reference: personal top-frequency. The items somebody bought most often, then the popular ones.
 *
 * The simple method that most neural next-basket models do not beat: M. Li et al., "A Next Basket
 * Recommendation Reality Check", ACM TOIS 2023 (there "GP-TopFreq").
 */

/**
 * @param history    the person's baskets
 * @param popularity baskets with each item; breaks ties and fills the list
 * @returns one score per item
 */
export function personalFrequency(
  history: readonly (readonly number[])[],
  popularity: Float64Array,
): Float64Array {
  const most = popularity.reduce((greatest, count) => Math.max(greatest, count), 1)
  const scores = popularity.map((count) => count / (most + 1))
  for (const basket of history) for (const item of new Set(basket)) scores[item]!++
  return scores
}
