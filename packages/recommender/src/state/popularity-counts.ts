/**
 * How often each item was viewed, put in a cart and bought, per UTC day: integers, so that taking a
 * person's steps away leaves exactly what would be there without her.
 *
 * Decay is applied when publishing. The weight of a day is `2^(day / halfLife)`, split into an exact
 * power of two and a factor from a table, so that moving the reference day changes no ratio by even
 * one bit and the order of items is a pure function of the counts.
 */

/** What one step of each kind adds, by kind number: view, cart, purchase. */
export const POPULARITY_WEIGHTS: readonly number[] = [1, 2, 4]

export class PopularityCounts {
  /** Per item: pairs (day × 4 + kind, count), ascending by the first, counts never 0. */
  readonly #cells: number[][] = []
  readonly #ofKind: number[] = POPULARITY_WEIGHTS.map(() => 0)

  /** Steps of each kind over all items, by kind number. Not to be changed. */
  get ofKind(): readonly number[] {
    return this.#ofKind
  }

  /** Adds `change` (1 or −1) to a count. */
  add(item: number, day: number, kind: number, change: number): void {
    while (this.#cells.length <= item) this.#cells.push([])
    const cells = this.#cells[item]!
    const key = day * 4 + kind
    let at = cells.length
    while (at > 0 && cells[at - 2]! > key) at -= 2
    if (at > 0 && cells[at - 2] === key) {
      const count = cells[at - 1]! + change
      if (count === 0) cells.splice(at - 2, 2)
      else cells[at - 1] = count
      this.#ofKind[kind]! += change
      return
    }
    if (change < 0) throw new RangeError(`count of item ${item} on day ${day} is 0, cannot fall`)
    cells.splice(at, 0, key, change)
    this.#ofKind[kind]! += change
  }

  /** Pairs (day × 4 + kind, count) of an item, ascending. Not to be changed. */
  cells(item: number): readonly number[] {
    return this.#cells[item] ?? []
  }

  /** Takes over another table's counts of one item. */
  adopt(item: number, cells: readonly number[]): void {
    while (this.#cells.length <= item) this.#cells.push([])
    this.#cells[item] = [...cells]
    for (let at = 0; at < cells.length; at += 2) this.#ofKind[cells[at]! & 3]! += cells[at + 1]!
  }

  /** Decayed popularity: the sum of counts × kind weight × `dayWeights[day]`. */
  score(item: number, dayWeights: Float64Array): number {
    const cells = this.#cells[item]
    if (cells === undefined) return 0
    let score = 0
    for (let at = 0; at < cells.length; at += 2) {
      score += cells[at + 1]! * POPULARITY_WEIGHTS[cells[at]! & 3]! * dayWeights[cells[at]! >>> 2]!
    }
    return score
  }
}

/**
 * Weight of each day up to the newest, in (0, 2); days further than 1,000 half-lives back weigh 0.
 *
 * @param newestDay    whole days since the epoch
 * @param halfLifeDays whole days, ≥ 1
 */
export function decayByDay(newestDay: number, halfLifeDays: number): Float64Array {
  const weights = new Float64Array(newestDay + 1)
  const newestLives = Math.floor(newestDay / halfLifeDays)
  const oldest = Math.max(0, (newestLives - 1_000) * halfLifeDays)
  for (let day = oldest; day <= newestDay; day++) {
    const lives = Math.floor(day / halfLifeDays)
    weights[day] = 2 ** ((day - lives * halfLifeDays) / halfLifeDays) * 2 ** (lives - newestLives)
  }
  return weights
}
