/**
 * What she turns to, in the catalogue's own words: departments, categories, brands, traits, price.
 *
 * A word speaks for a product as far as she turns to products with it more often than the shop has them:
 * the logarithm of that ratio, drawn to 0 where she has done little (a naive Bayes classifier of her steps
 * against the catalogue; Lops et al. 2011 for such profiles). It needs nobody else, so it works in a shop
 * that has learned nothing yet; it reads `ScoringFacts` only, so the shop's gain cannot enter.
 *
 * A trait says the less the more of its values stand for one product alone: a serial number names a product, it
 * does not describe a taste. What she turned to in earlier visits is an answer too: coming back to it is likely.
 */
import type { ItemId } from '@umiar/vocabulary'
import { departmentOf, type ScoringCatalogue, type ScoringFacts } from './scoring-catalogue.ts'

/** Something she did or said about a product, with how much it counts. */
export interface Leaning {
  readonly itemId: ItemId
  readonly weight: number
  /** Does it speak for the very product as well? `false`: not even if others do, it was bought. */
  readonly comesBack?: boolean
}

/** A product that fits. */
export interface Fitting {
  readonly itemId: ItemId
  /** As a share of the best, in (0, 1]. */
  readonly score: number
  /** The product of hers that leads in the word that counts most. */
  readonly cause: ItemId
}

/**
 * How much each kind of word and her own turning to the very product count, how much each act does, how strongly popular products are preferred among
 * those that fit alike, and how many steps' worth of the shop's own mixture every profile has.
 */
export const DEFAULT_TASTE = {
  brand: 0.5,
  cart: 3,
  category: 0.1,
  department: 3,
  hint: 3,
  own: 2.5,
  popularity: 1,
  price: 0.3,
  prior: 6,
  purchase: 3,
  trait: 0.5,
  view: 1,
}
/** Words that nearly every or nearly no product has say nothing. */
const RAREST = 2
/** Of a larger catalogue only the shelves she turns to are looked through. */
const WHOLE_CATALOGUE = 2_000
const MOST_LOOKED_THROUGH = 2_000

/** The words of all products, numbered: made once per catalogue. */
class Words {
  readonly revision: number
  readonly items: readonly ItemId[]
  readonly #rows = new Map<ItemId, Uint32Array>()
  /** Share of products with the word. */
  readonly share: Float64Array
  readonly factor: Float64Array

  constructor(catalogue: ScoringCatalogue) {
    this.revision = catalogue.revision
    this.items = catalogue.newestFirst().filter((id) => !catalogue.isSensitive(id))
    const numbers = new Map<string, number>()
    const factors: number[] = []
    const counts: number[] = []
    const prices = priceSteps(this.items, catalogue)
    const sharing = sharingOfTraits(this.items, catalogue)
    for (const id of this.items) {
      const row: number[] = []
      const facts = catalogue.facts(id) as ScoringFacts
      for (const [word, factor] of wordsOf(facts, prices, sharing)) {
        const number = numbers.get(word) ?? numbers.size
        if (number === numbers.size) {
          numbers.set(word, number)
          factors.push(factor)
          counts.push(0)
        }
        counts[number]!++
        row.push(number)
      }
      this.#rows.set(id, Uint32Array.from(row))
    }
    this.share = Float64Array.from(counts, (count) => count / this.items.length)
    this.factor = Float64Array.from(factors, (factor, word) => (counts[word]! < RAREST ? 0 : factor))
  }

  row(id: ItemId): Uint32Array {
    return this.#rows.get(id) ?? NO_WORDS
  }
}

const NO_WORDS = new Uint32Array(0)
const words = new WeakMap<ScoringCatalogue, Words>()

function wordsIn(catalogue: ScoringCatalogue): Words {
  const known = words.get(catalogue)
  if (known?.revision === catalogue.revision) return known
  const made = new Words(catalogue)
  words.set(catalogue, made)
  return made
}

/** Products that fit, best first. @param limit ≥ 1 */
export function fittingProducts(
  catalogue: ScoringCatalogue,
  leanings: readonly Leaning[],
  rankOf: (id: ItemId) => number,
  limit: number,
  accept?: (id: ItemId) => boolean,
): readonly Fitting[] {
  const known = wordsIn(catalogue)
  const profile = profileOf(known, leanings)
  if (profile === undefined) return []
  const unknown = Math.log1p(catalogue.size / 10)
  const top: { id: ItemId; score: number }[] = []
  for (const id of lookedThrough(catalogue, known, leanings)) {
    let score = 0
    for (const word of known.row(id)) score += profile.value[word]!
    const own = profile.own.get(id)
    if (own !== undefined) score += DEFAULT_TASTE.own * Math.log1p(own)
    if (score <= 0) continue
    score += DEFAULT_TASTE.popularity * (unknown - Math.log1p(Math.min(catalogue.size, rankOf(id)) / 10))
    if (top.length === limit && score <= top[limit - 1]!.score) continue
    if (accept !== undefined && !accept(id)) continue
    let at = top.length < limit ? top.length : limit - 1
    while (at > 0 && top[at - 1]!.score < score) at--
    top.splice(at, 0, { id, score })
    if (top.length > limit) top.pop()
  }
  const best = top[0]?.score ?? 1
  return top.map(({ id, score }) => ({
    cause: profile.own.has(id) ? id : causeOf(known.row(id), profile),
    itemId: id,
    score: score / best,
  }))
}

interface Profile {
  /** Per word: what it adds to a product that has it; 0 where she leans to nothing. */
  readonly value: Float64Array
  /** Per word: the product of hers that counts most. */
  readonly leader: ReadonlyMap<number, { readonly itemId: ItemId; readonly weight: number }>
  /** Products she may come back to, with how much it counts. */
  readonly own: ReadonlyMap<ItemId, number>
}

function profileOf(known: Words, leanings: readonly Leaning[]): Profile | undefined {
  const { factor, share } = known
  const value = new Float64Array(share.length)
  const leader = new Map<number, { itemId: ItemId; weight: number }>()
  const ofItem = new Map<ItemId, number>()
  let sum = 0
  const returning = new Set<ItemId>()
  const served = new Set<ItemId>()
  for (const { comesBack, itemId, weight } of leanings) {
    if (comesBack === true) returning.add(itemId)
    if (comesBack === false) served.add(itemId)
    const row = known.row(itemId)
    if (row.length === 0) continue
    const own = (ofItem.get(itemId) ?? 0) + weight
    ofItem.set(itemId, own)
    sum += weight
    for (const word of row) {
      value[word]! += weight
      const before = leader.get(word)
      if (before === undefined || own >= before.weight) leader.set(word, { itemId, weight: own })
    }
  }
  if (sum === 0) return undefined
  for (const id of ofItem.keys()) if (!returning.has(id) || served.has(id)) ofItem.delete(id)
  for (let word = 0; word < value.length; word++) {
    const usual = share[word]!
    value[word] =
      factor[word]! *
      Math.log((value[word]! + DEFAULT_TASTE.prior * usual) / ((sum + DEFAULT_TASTE.prior) * usual))
  }
  return { leader, own: ofItem, value }
}

function causeOf(row: Uint32Array, { leader, value }: Profile): ItemId {
  let best: ItemId | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const word of row) {
    const lead = leader.get(word)
    if (lead === undefined || value[word]! <= most) continue
    most = value[word]!
    best = lead.itemId
  }
  return best as ItemId
}

function lookedThrough(
  catalogue: ScoringCatalogue,
  known: Words,
  leanings: readonly Leaning[],
): Iterable<ItemId> {
  if (known.items.length <= WHOLE_CATALOGUE) return known.items
  const ids = new Set<ItemId>()
  const categories = new Set<string>()
  for (let at = leanings.length - 1; at >= 0; at--) {
    const category = catalogue.facts(leanings[at]!.itemId)?.category
    if (category === undefined || categories.has(category)) continue
    categories.add(category)
    for (const id of catalogue.inCategory(category)) {
      if (ids.size >= MOST_LOOKED_THROUGH) return ids
      ids.add(id)
    }
  }
  return ids
}

function* wordsOf(
  facts: ScoringFacts,
  prices: ReadonlyMap<ItemId, number>,
  sharing: ReadonlyMap<string, number>,
): Generator<readonly [word: string, factor: number]> {
  const { brand, category, itemId, traits } = facts
  const department = departmentOf(category)
  yield [`department ${department}`, DEFAULT_TASTE.department]
  if (category !== undefined && category !== department)
    yield [`category ${category}`, DEFAULT_TASTE.category]
  if (brand !== undefined) yield [`brand ${brand}`, DEFAULT_TASTE.brand]
  for (const [name, value] of traits)
    yield [`trait ${name} ${value}`, DEFAULT_TASTE.trait * (sharing.get(name) ?? 0)]
  const price = prices.get(itemId)
  if (price !== undefined) yield [`price ${price}`, DEFAULT_TASTE.price]
}

/** How much of a trait products share, in [0, 1): 0 where every product has a value of its own. */
function sharingOfTraits(items: readonly ItemId[], catalogue: ScoringCatalogue): ReadonlyMap<string, number> {
  const seen = new Map<string, { products: number; readonly values: Set<string | boolean> }>()
  for (const id of items) {
    for (const [name, value] of catalogue.facts(id)?.traits ?? []) {
      const trait = seen.get(name) ?? { products: 0, values: new Set() }
      seen.set(name, trait)
      trait.products++
      trait.values.add(value)
    }
  }
  return new Map(
    [...seen].map(([name, { products, values }]) => [name, (1 - values.size / products) ** 2] as const),
  )
}

/** Which third of its category's prices a product stands in: 0 the cheapest. */
function priceSteps(items: readonly ItemId[], catalogue: ScoringCatalogue): ReadonlyMap<ItemId, number> {
  const shelves = new Map<string, { readonly id: ItemId; readonly amount: number }[]>()
  for (const id of items) {
    const { category = '', price } = catalogue.facts(id) as ScoringFacts
    const amount = Number(price?.amount)
    if (!(amount > 0)) continue
    const shelf = shelves.get(category) ?? []
    shelves.set(category, shelf)
    shelf.push({ amount, id })
  }
  const steps = new Map<ItemId, number>()
  for (const shelf of shelves.values()) {
    shelf.sort((a, b) => a.amount - b.amount || (a.id < b.id ? -1 : 1))
    for (const [place, { id }] of shelf.entries()) steps.set(id, Math.floor((place * 3) / shelf.length))
  }
  return steps
}
