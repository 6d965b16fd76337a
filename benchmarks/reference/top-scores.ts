/**
 * The items with the greatest scores: what every reference ends with.
 */

/**
 * @param scores  one per item; items with a score of 0 or less are not answered
 * @param exclude items that may not be answered
 * @returns at most `limit` items, best first; of equals the smaller number first
 *
 * Cost: O(items × limit) at worst.
 */
export function topScores(scores: Float64Array, limit: number, exclude: readonly number[] = []): number[] {
  const barred = new Set(exclude)
  const best: number[] = []
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item]!
    const full = best.length === limit
    if (score <= 0 || (full && score <= scores[best[limit - 1]!]!) || barred.has(item)) continue
    if (full) best.pop()
    let at = best.length
    while (at > 0 && scores[best[at - 1]!]! < score) at--
    best.splice(at, 0, item)
  }
  return best
}
