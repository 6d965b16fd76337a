/**
 * The shop's own catalogue, as its pages need it: by id, by category, by words, by what sells.
 *
 * A real shop has its catalogue at home and feeds the engine a copy through the API; so has this one.
 */
import { type SearchText, searchIn, searchTextOf } from '@umiar/formats'
import { moneyText } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import type { Price, ShopData, ShopProduct } from './shop-data.ts'

/** Orders a list can be shown in. */
export const SORTS = ['popular', 'cheap', 'dear', 'new'] as const
export type Sort = (typeof SORTS)[number]

/** Lookups over one shop. */
export interface Catalogue {
  readonly data: ShopData
  /** First parts of the category paths, in the shop's order. */
  readonly departments: readonly string[]
  product(itemId: string): ShopProduct | undefined
  /** Products of a category and of all below it, sorted. */
  inCategory(category: string, sort?: Sort): readonly ShopProduct[]
  /** Category paths right below a department, in the shop's order. */
  below(department: string): readonly string[]
  /** Does every product of the category concern private matters or adults only? */
  isPrivate(category: string): boolean
  /** Products whose title or brand holds every word, exact spelling first; at most 48. */
  search(term: string): readonly ShopProduct[]
  /** What sells best and may be suggested to anybody; `within` a category if given. */
  bestSellers(limit: number, within?: string): readonly ShopProduct[]
  /** The newest products that may be suggested to anybody. */
  newest(limit: number): readonly ShopProduct[]
  /** What completes a product by the shop's own knowledge, in stock. */
  completing(product: ShopProduct, limit: number): readonly ShopProduct[]
  /** Products of the same kind, for a comparison. */
  alike(product: ShopProduct, limit: number): readonly ShopProduct[]
}

const MOST_RESULTS = 48
const SALE_WEIGHT = 8

/** Indexes a shop. */
export function createCatalogue(data: ShopData): Catalogue {
  const { products } = data
  const byId = new Map(products.map((product) => [product.feed.item_id, product]))
  const byPopularity = [...products].sort(
    (a, b) => demandOf(b) - demandOf(a) || compare(a.feed.item_id, b.feed.item_id),
  )
  const open = byPopularity.filter(isOpenToAll)
  const texts = new Map<ShopProduct, SearchText>(products.map((product) => [product, textOf(product, data)]))
  const inCategory = (category: string, sort: Sort = 'popular'): readonly ShopProduct[] =>
    sorted(
      byPopularity.filter(({ feed }) => isBelow(feed.category, category)),
      sort,
    )
  return {
    alike: (product, limit) =>
      open
        .filter((other) => other !== product && other.feed.category === product.feed.category)
        .sort((a, b) => distance(product, a) - distance(product, b))
        .slice(0, limit),
    below: (department) => [...data.categories.keys()].filter((path) => path.startsWith(`${department}/`)),
    bestSellers: (limit, within) =>
      open.filter(({ feed }) => within === undefined || isBelow(feed.category, within)).slice(0, limit),
    completing: (product, limit) =>
      product.completes
        .flatMap((id) => byId.get(id) ?? [])
        .filter(isOpenToAll)
        .slice(0, limit),
    data,
    departments: [...data.categories.keys()].filter((path) => !path.includes('/')),
    inCategory,
    isPrivate: (category) => {
      const inside = inCategory(category)
      return inside.length > 0 && inside.every((product) => isPrivateMatter(product))
    },
    newest: (limit) => sorted(open, 'new').slice(0, limit),
    product: (itemId) => byId.get(itemId),
    search: (term) =>
      searchIn(term, byPopularity, (product) => texts.get(product) ?? textOf(product, data)).slice(
        0,
        MOST_RESULTS,
      ),
  }
}

/** The title in the reader's language. */
export function titleOf({ feed }: ShopProduct, locale: Locale): string {
  return locale === 'en' ? (feed.title_en ?? feed.title) : feed.title
}

/** The name of a size, colour or grind; one without a name is its own. */
export function variantName({ variantNames }: ShopProduct, locale: Locale, variant: string): string {
  return variantNames?.get(variant)?.[locale] ?? variant
}

/** The name of a category; a foreign path is shown as it is. */
export function categoryName(data: ShopData, locale: Locale, category: string): string {
  return data.categories.get(category)?.[locale] ?? category
}

/** A price in the reader's notation. */
export function priceText(price: Price, locale: Locale): string {
  return moneyText(Number(price.amount), price.currency, locale)
}

/** Health, intimacy, or for adults only: never suggested, never told to the engine. */
export function isPrivateMatter(product: ShopProduct): boolean {
  return product.feed.sensitive || product.adultsOnly === true
}

function textOf({ feed }: ShopProduct, data: ShopData): SearchText {
  const category = data.categories.get(feed.category)
  return searchTextOf(
    [feed.title, feed.title_en ?? ''],
    [feed.brand ?? '', category?.pl ?? '', category?.en ?? ''],
  )
}

function isOpenToAll(product: ShopProduct): boolean {
  return product.feed.available && !isPrivateMatter(product)
}

function isBelow(path: string, category: string): boolean {
  return path === category || path.startsWith(`${category}/`)
}

/** How much a product is in demand; few products sell often enough to be counted, so views count a little. */
function demandOf({ feed }: ShopProduct): number {
  return SALE_WEIGHT * (feed.counts?.sold_30_days ?? 0) + (feed.counts?.viewed_30_days ?? 0)
}

function sorted(products: readonly ShopProduct[], sort: Sort): readonly ShopProduct[] {
  const price = ({ feed }: ShopProduct): number => Number(feed.price.amount)
  const released = ({ feed }: ShopProduct): string => feed.released_at ?? ''
  if (sort === 'cheap') return [...products].sort((a, b) => price(a) - price(b))
  if (sort === 'dear') return [...products].sort((a, b) => price(b) - price(a))
  if (sort === 'new') return [...products].sort((a, b) => compare(released(b), released(a)))
  return products
}

/** How far apart two products of a category are: by price, in multiples. */
function distance(a: ShopProduct, b: ShopProduct): number {
  return Math.abs(Math.log(Number(a.feed.price.amount) || 1) - Math.log(Number(b.feed.price.amount) || 1))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
