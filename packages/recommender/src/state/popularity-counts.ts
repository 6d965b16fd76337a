/**
 * How often each item was viewed, put in a cart and bought, per UTC day: integers, so that taking a
 * person's steps away leaves exactly what would be there without her.
 *
 * Cells lie in one arena, each item's chained from the newest day back: a new step nearly always finds
 * its cell at the head of the chain, and the heads of today's cells lie together.
 *
 * Decay is applied when publishing. The weight of a day is `2^(day / halfLife)`, split into an exact
 * power of two and a factor from a table, so that moving the reference day changes no ratio by even
 * one bit and the order of items is a pure function of the counts.
 */
import { U32Column } from './growable.ts'

/** What one step of each kind adds, by kind number: view, cart, purchase. */
export const POPULARITY_WEIGHTS: readonly number[] = [1, 2, 4]

/** Words of a cell: day × 4 + kind, count, next older cell of the item (0: none). */
const WORDS = 3

export class PopularityCounts {
  /** Cell 0 is not used. */
  readonly #cells = new U32Column(64 * WORDS)
  readonly #free: number[] = []
  readonly #ofKind: number[] = POPULARITY_WEIGHTS.map(() => 0)
  #used = 1

  /** Steps of each kind over all items, by kind number. Not to be changed. */
  get ofKind(): readonly number[] {
    return this.#ofKind
  }

  /**
   * Adds `change` (1 or −1) to a count.
   *
   * @param head newest cell of the item, 0 without one
   * @returns the newest cell afterwards
   * @throws RangeError if a count of 0 is to fall
   */
  add(head: number, day: number, kind: number, change: 1 | -1): number {
    const key = day * 4 + kind
    let cells = this.#cells.values
    let before = 0
    let cell = head
    while (cell !== 0 && cells[cell * WORDS]! > key) {
      before = cell
      cell = cells[cell * WORDS + 2]!
    }
    if (cell !== 0 && cells[cell * WORDS] === key) {
      this.#ofKind[kind]! += change
      cells[cell * WORDS + 1]! += change
      if (cells[cell * WORDS + 1] !== 0) return head
      const older = cells[cell * WORDS + 2]!
      cells.fill(0, cell * WORDS, cell * WORDS + WORDS)
      this.#free.push(cell)
      if (before === 0) return older
      cells[before * WORDS + 2] = older
      return head
    }
    if (change < 0) throw new RangeError(`count of an item on day ${day} is 0, cannot fall`)
    const added = this.#free.pop() ?? this.#used++
    this.#cells.reserve(this.#used * WORDS)
    cells = this.#cells.values
    this.#ofKind[kind]! += 1
    cells[added * WORDS] = key
    cells[added * WORDS + 1] = 1
    cells[added * WORDS + 2] = cell
    if (before === 0) return added
    cells[before * WORDS + 2] = added
    return head
  }

  /** Pairs (day × 4 + kind, count) of an item, ascending. @param head its newest cell */
  cells(head: number): readonly number[] {
    const cells = this.#cells.values
    const found: number[] = []
    for (let cell = head; cell !== 0; cell = cells[cell * WORDS + 2]!) {
      found.push(cells[cell * WORDS + 1]!, cells[cell * WORDS]!)
    }
    return found.reverse()
  }

  /** Decayed popularity: the sum of counts × kind weight × `dayWeights[day]`, from the newest day back. */
  score(head: number, dayWeights: Float64Array): number {
    const cells = this.#cells.values
    let score = 0
    for (let cell = head; cell !== 0; cell = cells[cell * WORDS + 2]!) {
      const key = cells[cell * WORDS]!
      score += cells[cell * WORDS + 1]! * POPULARITY_WEIGHTS[key & 3]! * dayWeights[key >>> 2]!
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
