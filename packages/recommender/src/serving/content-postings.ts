/**
 * Which products have which feature, and how much a feature says: numbers, flat lists, integer weights.
 *
 * Weight = factor of the field × rarity, rarity in half octaves of products / products with the feature.
 * Counted in steps, it changes seldom: a change of the catalogue touches the lengths of other products'
 * vectors only when a step is crossed. All are integers, so any order of changes ends in the same state.
 */

/** What more products have than this, and than a sixteenth of all, says too little to be looked at. */
const WIDEST = 2_048

/** One product's feature numbers. */
export type Row = Uint32Array

export class ContentPostings {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #factors: number[] = []
  readonly #slots: Uint32Array[] = []
  readonly #counts: number[] = []
  /** Weights that `norm` was summed with. */
  readonly #weights: number[] = []
  readonly #free: number[] = []
  readonly #changed = new Set<number>()
  #products = 0
  #level = 0
  /** Squared length of each product's vector, by slot. */
  norm = new Float64Array(64)

  /** Puts a product into a slot. @returns its row, to be given back to `remove` */
  add(slot: number, features: ReadonlyMap<string, number>): Row {
    if (slot >= this.norm.length) this.norm = grown(this.norm, slot)
    const row = new Uint32Array(features.size)
    let norm = 0
    let n = 0
    for (const [text, factor] of features) {
      const feature = this.#numberOf(text, factor)
      row[n++] = feature
      const count = this.#counts[feature]!
      if (count === this.#slots[feature]!.length) this.#slots[feature] = longer(this.#slots[feature]!)
      this.#slots[feature]![count] = slot
      this.#counts[feature] = count + 1
      norm += this.#weights[feature]! ** 2
      this.#changed.add(feature)
    }
    this.norm[slot] = norm
    this.#products++
    return row
  }

  /** Takes it out. Cost: O(products that share a feature), a typed scan. */
  remove(slot: number, row: Row): void {
    for (const feature of row) {
      const slots = this.#slots[feature]!
      const last = --this.#counts[feature]!
      slots[slots.indexOf(slot)] = slots[last]!
      this.#changed.add(feature)
      if (last === 0) this.#release(feature)
    }
    this.norm[slot] = 0
    this.#products--
  }

  /**
   * Brings the lengths up to date with the weights. Call before reading.
   *
   * Cost: nothing if nothing changed; else O(products with a feature whose step was crossed), all only when the
   * number of products crosses one (each 41 % of growth).
   */
  settle(): void {
    const level = levelOf(this.#products)
    if (level !== this.#level) {
      this.#level = level
      for (let feature = 0; feature < this.#texts.length; feature++) this.#reweigh(feature)
    } else {
      for (const feature of this.#changed) this.#reweigh(feature)
    }
    this.#changed.clear()
  }

  /** The weight of a feature; 0 for one that too many have. */
  weight(feature: number): number {
    return this.#weights[feature]!
  }

  /** The slots that have a feature, in the first `count(feature)` places. */
  slots(feature: number): Uint32Array {
    return this.#slots[feature]!
  }

  /** How many products have a feature. */
  count(feature: number): number {
    return this.#counts[feature]!
  }

  #numberOf(text: string, factor: number): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const feature = this.#free.pop() ?? this.#texts.length
    this.#numbers.set(text, feature)
    this.#texts[feature] = text
    this.#factors[feature] = factor
    this.#slots[feature] = new Uint32Array(2)
    this.#counts[feature] = 0
    this.#weights[feature] = 0
    return feature
  }

  #release(feature: number): void {
    this.#numbers.delete(this.#texts[feature]!)
    this.#texts[feature] = ''
    this.#slots[feature] = new Uint32Array(0)
    this.#weights[feature] = 0
    this.#free.push(feature)
    this.#changed.delete(feature)
  }

  #reweigh(feature: number): void {
    const count = this.#counts[feature]!
    if (count === 0) return
    // Measured against the step of the number of products, not the number itself: that is what `settle` watches.
    const wide = count > Math.max(WIDEST, 2 ** (this.#level / 2) / 16)
    const rarity = wide ? 0 : Math.max(0, this.#level - levelOf(count)) + 1
    const weight = this.#factors[feature]! * rarity
    const before = this.#weights[feature]!
    if (weight === before) return
    this.#weights[feature] = weight
    const slots = this.#slots[feature]!
    for (let n = 0; n < count; n++) this.norm[slots[n]!]! += weight * weight - before * before
  }
}

/** Half octaves. */
function levelOf(count: number): number {
  return count === 0 ? 0 : Math.floor(2 * Math.log2(count))
}

function longer(slots: Uint32Array): Uint32Array {
  const room = new Uint32Array(slots.length * 2)
  room.set(slots)
  return room
}

function grown(values: Float64Array<ArrayBuffer>, index: number): Float64Array<ArrayBuffer> {
  const room = new Float64Array(Math.max(index + 1, values.length * 2))
  room.set(values)
  return room
}
