/**
 * The best n of many, without sorting the many.
 */

/** Best items so far, best first; of equals the one offered first stands first. */
export class TopList {
  item: Uint32Array
  score: Float64Array
  length = 0
  #limit = 0

  /** @param room greatest limit expected; grows if needed */
  constructor(room = 128) {
    this.item = new Uint32Array(room)
    this.score = new Float64Array(room)
  }

  /** Empties the list. @throws RangeError if the limit is not a whole number ≥ 1 */
  reset(limit: number): void {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`limit is ${limit}, expected an integer ≥ 1`)
    if (limit > this.item.length) {
      this.item = new Uint32Array(limit)
      this.score = new Float64Array(limit)
    }
    this.#limit = limit
    this.length = 0
  }

  /** Would this score be taken? */
  takes(score: number): boolean {
    return this.length < this.#limit || score > this.score[this.length - 1]!
  }

  /** Would the root of this be taken? Asked where most are not, so that few roots are computed. */
  takesRootOf(square: number): boolean {
    if (this.length < this.#limit) return true
    const last = this.score[this.length - 1]!
    return square > last * last
  }

  /** Puts the item in its place; the last falls off a full list. Call only if `takes(score)`. */
  put(item: number, score: number): void {
    let at = this.length < this.#limit ? this.length++ : this.length - 1
    while (at > 0 && this.score[at - 1]! < score) {
      this.score[at] = this.score[at - 1]!
      this.item[at] = this.item[at - 1]!
      at--
    }
    this.score[at] = score
    this.item[at] = item
  }
}
