/**
 * Reference: item-kNN with cosine. Two items are as close as their rows (baskets, or people) coincide.
 *
 * M. Deshpande, G. Karypis, "Item-Based Top-N Recommendation Algorithms", ACM TOIS 2004.
 */

export class ItemKnn {
  readonly #items: number
  readonly #near: readonly (readonly { readonly item: number; readonly cosine: number }[])[]

  /**
   * @param rows       item numbers in [0, items) of each basket or person
   * @param neighbours nearest items kept for each item
   */
  constructor(rows: readonly (readonly number[])[], items: number, neighbours: number) {
    this.#items = items
    const counts = new Float64Array(items)
    const together = Array.from({ length: items }, () => new Map<number, number>())
    for (const row of rows) {
      const distinct = [...new Set(row)]
      for (const a of distinct) {
        counts[a]!++
        const pairs = together[a]!
        for (const b of distinct) if (a !== b) pairs.set(b, (pairs.get(b) ?? 0) + 1)
      }
    }
    this.#near = together.map((pairs, a) =>
      [...pairs]
        .map(([item, count]) => ({ cosine: count / Math.sqrt(counts[a]! * counts[item]!), item }))
        .sort((x, y) => y.cosine - x.cosine || x.item - y.item)
        .slice(0, neighbours),
    )
  }

  /** @param known items with their weights. @returns one score per item: summed weight × cosine */
  scores(known: ReadonlyMap<number, number>): Float64Array {
    const scores = new Float64Array(this.#items)
    for (const [item, weight] of known) {
      for (const near of this.#near[item] ?? []) scores[near.item]! += weight * near.cosine
    }
    return scores
  }
}
