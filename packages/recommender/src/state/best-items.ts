/**
 * The items with the greatest values, best first, kept up to date from list to list.
 *
 * Nobody outside the last list who did not change can have come past its end. So a new list is looked for
 * among the last one and the changed items; all items are searched only if that list would end lower.
 */

export class BestItems {
  readonly #limit: number
  #last: readonly number[] | undefined
  /** Value and name of the last of a full list. */
  #floor = 0
  #floorName = ''

  /** @param limit items wanted at most, ≥ 1 */
  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * @param values  by item number; only those above 0 are listed
   * @param size    how many items there are
   * @param changed items whose values may differ from last time, or `undefined` for any
   * @param nameOf  breaks ties: the lesser name stands first
   *
   * Cost: O(limit + changed) as a rule, O(items) if the list ends lower than the last one.
   */
  list(
    values: Float64Array,
    size: number,
    changed: readonly number[] | undefined,
    nameOf: (item: number) => string,
  ): readonly number[] {
    const compare = (a: number, b: number): number =>
      values[b]! - values[a]! || (nameOf(a) < nameOf(b) ? -1 : 1)
    const found =
      (changed === undefined ? undefined : this.#among(values, changed, compare, nameOf)) ??
      this.#amongAll(values, size, compare)
    this.#last = found
    const last = found[this.#limit - 1]
    this.#floor = last === undefined ? 0 : values[last]!
    this.#floorName = last === undefined ? '' : nameOf(last)
    return found
  }

  #among(
    values: Float64Array,
    changed: readonly number[],
    compare: (a: number, b: number) => number,
    nameOf: (item: number) => string,
  ): readonly number[] | undefined {
    if (this.#last === undefined || this.#floor === 0) return undefined
    const listed = new Set(this.#last)
    const found = [...this.#last]
    for (const item of changed) if (!listed.has(item) && values[item]! >= this.#floor) found.push(item)
    found.sort(compare)
    const last = found[this.#limit - 1]!
    // Whoever stands outside unchanged comes after the old last one, by value or by name.
    const holds =
      values[last]! > this.#floor || (values[last] === this.#floor && nameOf(last) <= this.#floorName)
    return holds ? found.slice(0, this.#limit) : undefined
  }

  #amongAll(
    values: Float64Array,
    size: number,
    compare: (a: number, b: number) => number,
  ): readonly number[] {
    let floor = 0
    let found: number[] = []
    for (let item = 0; item < size; item++) {
      if (values[item]! <= 0 || values[item]! < floor) continue
      found.push(item)
      // Sorting twice the wanted number now and then is cheaper than keeping a heap with named ties.
      if (found.length < this.#limit * 2) continue
      found = found.sort(compare).slice(0, this.#limit)
      floor = values[found.at(-1)!]!
    }
    return found.sort(compare).slice(0, this.#limit)
  }
}
