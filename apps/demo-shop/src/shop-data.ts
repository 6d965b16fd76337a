/**
 * What a shop has at home: its products and categories. The engine gets a copy through the API.
 *
 * Polana draws its own (`polana/`); `npm start -- --data FOLDER` reads real ones (`real-data/`).
 */
import type { Localized } from '@umiar/vocabulary'

/** An amount as the API writes it. */
export interface Price {
  /** Decimal with a point, gross, e.g. `49.90`. */
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
}

/** A product as `POST /v1/products:batch` takes it. */
export interface FeedProduct {
  readonly item_id: string
  readonly title: string
  readonly title_en?: string
  /** Path of the category, e.g. `tea/green`. */
  readonly category: string
  readonly brand?: string
  readonly price: Price
  /** What it costs when it is not reduced. */
  readonly list_price?: Price
  readonly available: boolean
  readonly sensitive: boolean
  /** Bought once and kept: not suggested again to whoever owns it. */
  readonly durable?: boolean
  readonly released_at?: string
  /** Products that complete it, best first. */
  readonly goes_with?: readonly string[]
  /** How long a packet lasts. */
  readonly lasts_days?: number
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
  readonly counts?: {
    /** Left out where too few people stand behind it. */
    readonly sold_30_days?: number
    readonly viewed_30_days?: number
    readonly sold_7_days?: number
    readonly viewed_7_days?: number
    readonly bought_with: readonly { readonly item_id: string; readonly count: number }[]
  }
}

/** A product with what only the shop's own pages need. */
export interface ShopProduct {
  readonly feed: FeedProduct
  readonly description?: Localized
  /** Rows of the table on the product page and in the comparison: label → value, in the shop's order. */
  readonly facts: readonly { readonly label: Localized; readonly value: Localized }[]
  /** Sizes, weights or colours to choose from; a list of one or none shows no choice. */
  readonly variants: readonly string[]
  /** Names of variants that are words; one without a name here is its own. */
  readonly variantNames?: ReadonlyMap<string, Localized>
  /** Where the price is reduced: what it was, and the lowest of the last 30 days (Omnibus directive, art. 6a 98/6/EC). */
  readonly reduced?: { readonly before: Price; readonly lowest30Days: Price }
  /** Sold to adults only: asked before the product is shown, never suggested. */
  readonly adultsOnly?: boolean
  /** Products that complete this one, by the shop's own knowledge; best first. */
  readonly completes: readonly string[]
}

/** A whole shop. */
export interface ShopData {
  readonly name: string
  readonly currency: string
  readonly products: readonly ShopProduct[]
  /** Names of all category paths, departments (`tea`) and what is below (`tea/green`), in display order. */
  readonly categories: ReadonlyMap<string, Localized>
  /** The drawn picture of a product as an SVG document, 4:3. */
  picture(product: ShopProduct): string
}
