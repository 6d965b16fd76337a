/**
 * Products that are like a product: by what the catalogue says of them, by nobody's behaviour.
 *
 * Closeness of two products = cosine of their weighted features × (1 − 0.2 × difference of price). It is a
 * function of the catalogue: no person, no time, no order of arrival takes part (ties by id). An inverted
 * list per feature makes a question cost what shares a feature, not the whole catalogue.
 */
import type { ItemId, Product } from '@umiar/vocabulary'
import { contentFeatures, type WordsOf } from './content-features.ts'
import { ContentPostings, type Row } from './content-postings.ts'
import type { PairOptions, ScoredItem } from './model.ts'

/** Share of the closeness that a very different price takes away. */
const PRICE_PULL = 0.2
/** Of products in their order so many are compared: those further back say little, and each costs. */
const MOST_IN_ORDER = 10
/** Closeness of price where one of the two is not known, or the currencies differ. */
const PRICE_UNKNOWN = 0.5

interface Entry {
  readonly itemId: ItemId
  readonly slot: number
  /** Everything the product is compared by, as text. */
  readonly fingerprint: string
  readonly row: Row
}

interface Candidate {
  readonly entry: Entry
  readonly score: number
  readonly cause: ItemId
}

export class ContentIndex {
  readonly #wordsOf: WordsOf
  readonly #postings = new ContentPostings()
  readonly #entries = new Map<ItemId, Entry>()
  readonly #bySlot: (Entry | undefined)[] = []
  readonly #free: number[] = []
  readonly #currencies: string[] = []
  /** Price of each slot's product; NaN where it has none. */
  #amount = new Float64Array(64)
  /** Position in `#currencies`. */
  #currency = new Uint16Array(64)
  /** Per slot, zeros between questions. */
  #dot = new Float64Array(64)
  #sum = new Float64Array(64)
  #share = new Float64Array(64)
  #cause = new Uint32Array(64)
  #touched = new Uint32Array(64)
  #reached = new Uint32Array(64)

  /** @param wordsOf splits titles and brands; give `foldedWords` of the formats package */
  constructor(wordsOf: WordsOf) {
    this.#wordsOf = wordsOf
  }

  /** Products in the index. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Adds a product or puts it in the place of its earlier self; one whose compared fields did not change
   * costs nothing. Sensitive products take no place: they are like nothing (GDPR Art. 9).
   */
  upsert(product: Product): void {
    const { itemId, price } = product
    if (product.sensitive) {
      this.remove(itemId)
      return
    }
    const features = contentFeatures(product, this.#wordsOf)
    const amount = price === undefined ? Number.NaN : Number(price.amount)
    const currency = price?.currency ?? ''
    const fingerprint = [...features.keys(), amount, currency].join('\n')
    const before = this.#entries.get(itemId)
    if (before?.fingerprint === fingerprint) return
    if (before !== undefined) this.remove(itemId)
    const slot = this.#free.pop() ?? this.#bySlot.length
    if (slot >= this.#dot.length) this.#makeRoom(slot)
    const row = this.#postings.add(slot, features)
    const entry: Entry = { fingerprint, itemId, row, slot }
    this.#amount[slot] = amount
    this.#currency[slot] = this.#currencyNumber(currency)
    this.#entries.set(itemId, entry)
    this.#bySlot[slot] = entry
  }

  /** Takes a product out. @returns whether it was there */
  remove(itemId: ItemId): boolean {
    const entry = this.#entries.get(itemId)
    if (entry === undefined) return false
    this.#postings.remove(entry.slot, entry.row)
    this.#entries.delete(itemId)
    this.#bySlot[entry.slot] = undefined
    this.#free.push(entry.slot)
    return true
  }

  /**
   * The products most like these; closeness to several adds up. Products asked about are not answered.
   *
   * @param itemIds unknown ones are passed over
   * @param limit   ≥ 1
   * @returns best first; `score` in (0, number of ids], `cause` the given product it is closest to
   * @throws RangeError if the limit is not a whole number ≥ 1
   *
   * Cost: O(products that share a feature with each given one); 100,000 products: below a millisecond each.
   */
  similar(itemIds: readonly ItemId[], limit: number, options: PairOptions = {}): ScoredItem[] {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`limit is ${limit}, expected an integer ≥ 1`)
    this.#postings.settle()
    const newestFirst = options.oldestFirst === true
    const known = [...new Set(newestFirst ? itemIds.toReversed() : itemIds)]
      .map((id) => this.#entries.get(id))
      .filter((entry) => entry !== undefined)
    const asked = newestFirst ? known.slice(0, MOST_IN_ORDER) : known
    let reached = 0
    asked.forEach((entry, number) => {
      reached = this.#addCloseness(entry, number, newestFirst ? 1 / (number + 1) : 1, reached)
    })
    for (const { slot } of known) this.#sum[slot] = 0
    const found = this.#best(asked, reached, limit, options.accept)
    return found.map(({ cause, entry, score }) => ({ cause, itemId: entry.itemId, score }))
  }

  /** Adds the closeness of everything to one product. @returns how many slots have any so far */
  #addCloseness(asked: Entry, number: number, weight: number, reachedBefore: number): number {
    const { norm } = this.#postings
    const dot = this.#dot
    const touched = this.#touched
    let count = 0
    for (const feature of asked.row) {
      const says = this.#postings.weight(feature)
      if (says === 0) continue
      const slots = this.#postings.slots(feature)
      const end = this.#postings.count(feature)
      for (let n = 0; n < end; n++) {
        const slot = slots[n]!
        if (dot[slot] === 0) touched[count++] = slot
        dot[slot]! += says * says
      }
    }
    let reached = reachedBefore
    const length = norm[asked.slot]!
    for (let n = 0; n < count; n++) {
      const slot = touched[n]!
      const cosine = dot[slot]! / Math.sqrt(length * norm[slot]!)
      dot[slot] = 0
      const share = weight * cosine * this.#priceFactor(asked.slot, slot)
      if (this.#sum[slot] === 0) {
        this.#reached[reached++] = slot
        this.#share[slot] = 0
      }
      this.#sum[slot]! += share
      if (share <= this.#share[slot]!) continue
      this.#share[slot] = share
      this.#cause[slot] = number
    }
    return reached
  }

  /** The best of the reached; leaves the sums clean, whatever `accept` does. */
  #best(asked: readonly Entry[], reached: number, limit: number, accept: PairOptions['accept']): Candidate[] {
    const found: Candidate[] = []
    try {
      for (let n = 0; n < reached; n++) {
        const slot = this.#reached[n]!
        const score = this.#sum[slot]!
        if (score === 0 || (found.length === limit && score < found[limit - 1]!.score)) continue
        const entry = this.#bySlot[slot]!
        const candidate: Candidate = { cause: asked[this.#cause[slot]!]!.itemId, entry, score }
        if (found.length === limit && !isBetter(candidate, found[limit - 1]!)) continue
        if (accept !== undefined && !accept(entry.itemId)) continue
        if (found.length === limit) found.pop()
        let at = found.length
        while (at > 0 && isBetter(candidate, found[at - 1]!)) at--
        found.splice(at, 0, candidate)
      }
    } finally {
      for (let n = 0; n < reached; n++) this.#sum[this.#reached[n]!] = 0
    }
    return found
  }

  #priceFactor(a: number, b: number): number {
    const low = Math.min(this.#amount[a]!, this.#amount[b]!)
    const high = Math.max(this.#amount[a]!, this.#amount[b]!)
    let closeness = PRICE_UNKNOWN
    // False also where one is NaN.
    if (high >= 0 && this.#currency[a] === this.#currency[b]) closeness = high === 0 ? 1 : low / high
    return 1 - PRICE_PULL * (1 - closeness)
  }

  #currencyNumber(currency: string): number {
    const known = this.#currencies.indexOf(currency)
    return known >= 0 ? known : this.#currencies.push(currency) - 1
  }

  #makeRoom(slot: number): void {
    const room = Math.max(slot + 1, this.#dot.length * 2)
    this.#amount = moved(this.#amount, new Float64Array(room))
    this.#currency = moved(this.#currency, new Uint16Array(room))
    this.#dot = new Float64Array(room)
    this.#sum = new Float64Array(room)
    this.#share = new Float64Array(room)
    this.#cause = new Uint32Array(room)
    this.#touched = new Uint32Array(room)
    this.#reached = new Uint32Array(room)
  }
}

/** Copies the values into the longer array. */
function moved<Values extends Float64Array | Uint16Array>(values: Values, room: Values): Values {
  room.set(values)
  return room
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.entry.itemId < b.entry.itemId)
}
