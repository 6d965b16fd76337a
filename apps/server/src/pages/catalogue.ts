/**
 * The shop's own catalogue, as its pages need it: by id, by category, by words.
 *
 * A real shop has its catalogue at home and feeds the engine a copy through the API; so has this one.
 */
import type { Locale } from '@umiar/vocabulary'

/** A product in the form `POST /v1/products:batch` takes. */
export interface CatalogueProduct {
  readonly item_id: string
  readonly title: string
  readonly title_en?: string
  /** Path of the category, e.g. `tea/green`. */
  readonly category: string
  readonly brand?: string
  readonly price: { readonly amount: string; readonly currency: string }
  readonly available: boolean
  readonly sensitive: boolean
  readonly released_at?: string
  readonly counts?: {
    readonly sold_30_days: number
    readonly viewed_30_days: number
    readonly bought_with: readonly { readonly item_id: string; readonly count: number }[]
  }
}

/** Lookups over one list of products. */
export interface Catalogue {
  readonly products: readonly CatalogueProduct[]
  /** First parts of the category paths, in the order of first appearance. */
  readonly departments: readonly string[]
  product(itemId: string): CatalogueProduct | undefined
  /** Products of a category and of all below it. */
  inCategory(category: string): readonly CatalogueProduct[]
  /** Products whose title, brand or category holds every word; at most 48. */
  search(term: string): readonly CatalogueProduct[]
}

const LONGEST_TERM = 100
const MOST_RESULTS = 48

/** Indexes a list of products. */
export function createCatalogue(products: readonly CatalogueProduct[]): Catalogue {
  const byId = new Map(products.map((product) => [product.item_id, product]))
  const words = new Map(products.map((product) => [product.item_id, searchText(product)]))
  return {
    departments: [...new Set(products.map((product) => departmentOf(product.category)))],
    inCategory: (category) =>
      products.filter(
        (product) => product.category === category || product.category.startsWith(`${category}/`),
      ),
    product: (itemId) => byId.get(itemId),
    products,
    search(term) {
      const wanted = fold(term.slice(0, LONGEST_TERM)).split(/\s+/).filter(Boolean)
      if (wanted.length === 0) return []
      return products
        .filter((product) => wanted.every((word) => words.get(product.item_id)?.includes(word)))
        .slice(0, MOST_RESULTS)
    },
  }
}

/** The title in the reader's language. */
export function titleOf(product: CatalogueProduct, locale: Locale): string {
  return locale === 'en' ? (product.title_en ?? product.title) : product.title
}

/** The first part of a category path. */
export function departmentOf(category: string): string {
  return category.split('/')[0] ?? category
}

/** The price in the reader's notation: `49,90 zł`, `PLN 49.90`. */
export function priceOf(product: CatalogueProduct, locale: Locale): string {
  return moneyText(Number(product.price.amount), product.price.currency, locale)
}

/** An amount in the reader's notation. */
export function moneyText(amount: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(amount)
}

/** Lower case without diacritics, so that `zolty` finds `żółty`. NFD does not take the stroke off `ł`. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
}

function searchText(product: CatalogueProduct): string {
  return fold([product.title, product.title_en ?? '', product.brand ?? ''].join(' '))
}
