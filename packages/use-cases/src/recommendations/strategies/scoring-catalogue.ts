/**
 * What scoring may know of a product: an allow-list, and nothing else reaches it.
 *
 * Margin, stock to clear, commissions and the like are no field of a product, and free attributes stay
 * outside: they reach scoring only through `traits`, which lets in texts and truth values a customer can
 * see, never a number, never a name a shop uses for its own gain. So no strategy can be bent to the shop's
 * interest at a person's cost: the code that would do it does not compile.
 */
import { dayOf, type ItemId, type Product } from '@umiar/vocabulary'
import type { ModelItem } from '../ports.ts'

/** Facts of a product a score may rest on. */
export type ScoringFacts = Pick<
  Product,
  'itemId' | 'category' | 'brand' | 'price' | 'listPrice' | 'durable' | 'lastsDays' | 'goesWith' | 'counts'
> & {
  /** When it came into the shop, UTC day; `undefined` where nobody knows. */
  readonly addedDay: number | undefined
  /** What distinguishes it, in words and yes or no. */
  readonly traits: Traits
}

/** Name of an attribute → what it says. */
export type Traits = ReadonlyMap<string, string | boolean>

/** The catalogue as strategies read it. */
export interface ScoringCatalogue {
  /** Changes with every change but that of availability, which is asked at serve time. */
  readonly revision: number
  readonly size: number
  readonly facts: (id: ItemId) => ScoringFacts | undefined
  /** Products of a category and of those below it. */
  inCategory(category: string): readonly ItemId[]
  /** Most sold and viewed first, by the shop's own counts. */
  bestsellers(): readonly ItemId[]
  /** All products, newest first, then by id. */
  newestFirst(): readonly ItemId[]
  search(term: string): readonly ItemId[]
  isSensitive(id: ItemId): boolean
  /** Products most like these by what the catalogue says of them; `cause` is the nearest of them. */
  similar(ids: readonly ItemId[], limit: number, accept?: (id: ItemId) => boolean): readonly ModelItem[]
}

/**
 * Names a shop gives to its own interest, in Polish and English. The type is the wall; this keeps what is
 * written as text behind it as well.
 */
const OWN_INTEREST =
  /margin|marż|marza|profit|zysk|markup|narzut|cost|koszt|commission|prowizj|stock|zapas|stan_mag|clear|wyprz|overstock|sponsor|promoted|promow|boost|priority|priorytet|supplier|dostawc|rank|score/i

/** The attributes of a product that scoring may read. */
export function traitsOf({ attributes }: Product): Traits {
  const traits = new Map<string, string | boolean>()
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value !== 'number' && !OWN_INTEREST.test(name)) traits.set(name, value)
  }
  return traits
}

/** The facts of a product. @param openingDay what was there on this day is not new by being there */
export function scoringFacts(product: Product, openingDay: number): ScoringFacts {
  const { brand, category, counts, durable, goesWith, itemId, lastsDays, listPrice, price } = product
  const { firstSeenDay, releasedAtMs } = product
  const seenDay = firstSeenDay !== undefined && firstSeenDay > openingDay ? firstSeenDay : undefined
  return {
    addedDay: releasedAtMs === undefined ? seenDay : dayOf(releasedAtMs),
    itemId,
    traits: traitsOf(product),
    ...(brand === undefined ? {} : { brand }),
    ...(category === undefined ? {} : { category }),
    ...(counts === undefined ? {} : { counts }),
    ...(durable === undefined ? {} : { durable }),
    ...(goesWith === undefined ? {} : { goesWith }),
    ...(lastsDays === undefined ? {} : { lastsDays }),
    ...(listPrice === undefined ? {} : { listPrice }),
    ...(price === undefined ? {} : { price }),
  }
}

/** The product as far as content similarity may compare it. */
export function comparable(product: Product): Product {
  const { attributes, ...rest } = product
  return attributes === undefined ? rest : { ...rest, attributes: Object.fromEntries(traitsOf(product)) }
}

/** Is it sold below its list price? */
export function isReduced({ listPrice, price }: Pick<ScoringFacts, 'listPrice' | 'price'>): boolean {
  return (
    price !== undefined &&
    listPrice !== undefined &&
    price.currency === listPrice.currency &&
    Number(price.amount) < Number(listPrice.amount)
  )
}

/** First part of a category's path; products without a category are a department of their own. */
export function departmentOf(category: string | undefined): string {
  const end = category?.indexOf('/') ?? -1
  return category === undefined ? '' : end < 0 ? category : category.slice(0, end)
}
