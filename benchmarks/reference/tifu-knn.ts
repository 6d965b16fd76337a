/**
 * Reference: TIFU-kNN. H. Hu, X. He, J. Gao, Z.-L. Zhang, "Modeling Personalized Item Frequency
 * Information for Next-basket Recommendation", SIGIR 2020.
 *
 * A person is a vector: her baskets, decayed with age inside a group of baskets and again from group to
 * group. The answer blends her own vector with the mean of the vectors nearest to it (Euclidean).
 */

/** Names as in the paper. */
export interface TifuKnnSettings {
  /** Nearest people, k. */
  readonly neighbours: number
  /** Number of groups, m. */
  readonly groups: number
  /** r_b, in (0, 1]. */
  readonly decayInGroup: number
  /** r_g, in (0, 1]. */
  readonly decayOfGroups: number
  /** Share of the own vector, alpha, in [0, 1]. */
  readonly ownShare: number
}

/** The paper's settings for Instacart. */
export const PAPER_INSTACART: TifuKnnSettings = {
  decayInGroup: 0.9,
  decayOfGroups: 0.7,
  groups: 3,
  neighbours: 900,
  ownShare: 0.9,
}

type Vector = ReadonlyMap<number, number>

export class TifuKnn {
  readonly #settings: TifuKnnSettings
  readonly #items: number
  readonly #people: readonly { readonly vector: Vector; readonly square: number }[]

  /** @param histories baskets of each person, oldest first, of item numbers in [0, items) */
  constructor(
    histories: readonly (readonly (readonly number[])[])[],
    items: number,
    settings: TifuKnnSettings,
  ) {
    this.#settings = settings
    this.#items = items
    this.#people = histories.map((history) => {
      const vector = personVector(history, settings)
      return { square: dot(vector, vector), vector }
    })
  }

  /**
   * @param history the person's baskets, oldest first
   * @param self    her position among the histories learned, which is not her own neighbour
   * @returns one score per item. Cost: O(people × items of a person)
   */
  scores(history: readonly (readonly number[])[], self: number | undefined): Float64Array {
    const { neighbours, ownShare } = this.#settings
    const own = personVector(history, this.#settings)
    const near = this.#people
      .map(({ square, vector }, person) => ({ distance: square - 2 * dot(own, vector), person, vector }))
      .filter(({ person }) => person !== self)
      .sort((a, b) => a.distance - b.distance || a.person - b.person)
      .slice(0, neighbours)
    const scores = new Float64Array(this.#items)
    for (const [item, value] of own) scores[item]! += ownShare * value
    for (const { vector } of near) {
      for (const [item, value] of vector) scores[item]! += ((1 - ownShare) * value) / near.length
    }
    return scores
  }
}

/** Baskets in groups of equal size, the last groups one longer where it does not divide. */
function personVector(history: readonly (readonly number[])[], settings: TifuKnnSettings): Vector {
  const { decayInGroup, decayOfGroups } = settings
  const groups = Math.min(settings.groups, history.length)
  const size = Math.floor(history.length / groups)
  const longer = history.length % groups
  const vector = new Map<number, number>()
  let at = 0
  for (let group = 0; group < groups; group++) {
    const length = size + (group >= groups - longer ? 1 : 0)
    for (let n = 0; n < length; n++, at++) {
      const value =
        (decayInGroup ** (length - 1 - n) * decayOfGroups ** (groups - 1 - group)) / length / groups
      for (const item of new Set(history[at]!)) vector.set(item, (vector.get(item) ?? 0) + value)
    }
  }
  return vector
}

function dot(a: Vector, b: Vector): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [item, value] of short) sum += value * (long.get(item) ?? 0)
  return sum
}
