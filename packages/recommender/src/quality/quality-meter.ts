/**
 * Quality of ranked lists against what people really turned to.
 *
 * Definitions, per case with list `r` of at most k items and target set `T`:
 *   hit rate  1 if any of r is in T (for one target this is what papers call P@k)
 *   MRR       1 / rank of the first hit, 0 without one
 *   NDCG      Σ 1/log2(rank + 1) over hits, divided by that of min(k, |T|) hits at the top
 *   recall    hits / |T|
 * Over all cases: coverage is the share of known items shown at least once; popularity bias is the mean
 * training count of a shown item, as a share of the most frequent item's.
 */

export interface QualityTotals {
  /** Training events of each known item. */
  readonly itemCounts: ReadonlyMap<string, number>
}

export interface QualityReport {
  readonly k: number
  readonly cases: number
  readonly hitRate: number
  readonly mrr: number
  readonly ndcg: number
  readonly recall: number
  readonly coverage: number
  readonly popularityBias: number
}

export class QualityMeter {
  readonly #k: number
  readonly #counts: ReadonlyMap<string, number>
  readonly #shown = new Set<string>()
  readonly #mostFrequent: number
  #cases = 0
  #hits = 0
  #reciprocal = 0
  #gain = 0
  #recall = 0
  #shownTotal = 0
  #shownCount = 0

  /** @throws RangeError if k is not a whole number ≥ 1 */
  constructor(k: number, totals: QualityTotals) {
    if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}, expected an integer ≥ 1`)
    this.#k = k
    this.#counts = totals.itemCounts
    let most = 1
    for (const count of totals.itemCounts.values()) most = Math.max(most, count)
    this.#mostFrequent = most
  }

  /**
   * Adds one case.
   *
   * @param ranked best first; items after the k-th do not count
   * @param targets distinct, at least one; a target nobody could know is a miss like any other
   */
  add(ranked: readonly string[], targets: readonly string[]): void {
    if (targets.length === 0) throw new RangeError('targets is empty, expected at least one')
    this.#cases++
    let hits = 0
    let gain = 0
    const length = Math.min(this.#k, ranked.length)
    for (let n = 0; n < length; n++) {
      const item = ranked[n]!
      if (this.#counts.has(item)) this.#shown.add(item)
      this.#shownTotal += this.#counts.get(item) ?? 0
      if (!targets.includes(item)) continue
      if (hits++ === 0) this.#reciprocal += 1 / (n + 1)
      gain += 1 / Math.log2(n + 2)
    }
    this.#shownCount += length
    if (hits === 0) return
    this.#hits++
    this.#recall += hits / targets.length
    let ideal = 0
    for (let n = 0; n < Math.min(this.#k, targets.length); n++) ideal += 1 / Math.log2(n + 2)
    this.#gain += gain / ideal
  }

  /** The figures so far; shares in [0, 1]. Without cases all are 0. */
  report(): QualityReport {
    const cases = Math.max(1, this.#cases)
    return {
      cases: this.#cases,
      coverage: this.#shown.size / Math.max(1, this.#counts.size),
      hitRate: this.#hits / cases,
      k: this.#k,
      mrr: this.#reciprocal / cases,
      ndcg: this.#gain / cases,
      popularityBias: this.#shownTotal / Math.max(1, this.#shownCount) / this.#mostFrequent,
      recall: this.#recall / cases,
    }
  }
}
