/**
 * A shop around a real catalogue: `npm start -- --data FOLDER`.
 *
 * Of the source only item, title, category, price and kind are used. What it lacks and a shop needs is
 * made here, the same at every start: titles people can read, departments, pictures.
 */
import type { FeedProduct, ShopData, ShopProduct } from '../shop-data.ts'
import { categoryNames, categoryOf } from './categories.ts'
import { drawnPicture } from './pictures.ts'
import { readableTitle } from './readable-title.ts'

/** One row of the source's list of items. */
export interface ListedProduct {
  readonly item: string
  readonly title: string
  readonly kind: 'product' | 'service'
  readonly category?: string
  /** Decimal with two digits after the point. */
  readonly price?: string
}

/** Counts without persons of one product, as the feed has them. */
export type ProductCounts = NonNullable<FeedProduct['counts']>

export interface RealShopOptions {
  readonly name: string
  /** ISO 4217; the source's prices are in it. */
  readonly currency: string
  /** By item. */
  readonly counts?: ReadonlyMap<string, Partial<ProductCounts>>
}

const MOST_COMPLETING = 4

/** The shop; services and rows without a price are left out. */
export function realShop(rows: readonly ListedProduct[], options: RealShopOptions): ShopData {
  const sold = rows.filter(
    ({ kind, price }) => kind === 'product' && price !== undefined && Number(price) > 0,
  )
  const categoryOfItem = new Map(sold.map((row) => [row.item, row.category ?? categoryOf(row.title)]))
  const titles = new Map(sold.map(({ item, title }) => [item, title]))
  const products = sold.map((row) => productOf(row, options, categoryOfItem))
  return {
    categories: allNames(categoryOfItem.values()),
    currency: options.currency,
    name: options.name,
    picture: ({ feed }) => drawnPicture(feed.item_id, titles.get(feed.item_id) ?? feed.title, feed.category),
    products,
  }
}

function productOf(
  { item, price, title }: ListedProduct,
  { counts, currency }: RealShopOptions,
  categoryOfItem: ReadonlyMap<string, string>,
): ShopProduct {
  const own = counts?.get(item)
  const category = categoryOfItem.get(item) ?? categoryOf(title)
  const partners = (own?.bought_with ?? []).filter((pair) => categoryOfItem.has(pair.item_id))
  return {
    completes: partners
      // What completes a thing is bought with it and is something else.
      .filter((pair) => categoryOfItem.get(pair.item_id) !== category)
      .slice(0, MOST_COMPLETING)
      .map((pair) => pair.item_id),
    facts: [{ label: { en: 'Product code', pl: 'Kod produktu' }, value: { en: item, pl: item } }],
    feed: {
      available: true,
      category,
      item_id: item,
      price: { amount: Number(price).toFixed(2), currency },
      sensitive: false,
      title: readableTitle(title),
      ...(own === undefined
        ? {}
        : {
            counts: {
              bought_with: partners,
              sold_30_days: own.sold_30_days ?? 0,
              viewed_30_days: own.viewed_30_days ?? 0,
            },
          }),
    },
    variants: [],
  }
}

/** Our names for derived categories; a category of the source is its own name. */
function allNames(used: Iterable<string>): ShopData['categories'] {
  const paths = [...used]
  const names = new Map(categoryNames(paths))
  const own = [
    ...new Set(
      paths.flatMap((path) => path.split('/').map((_, n, parts) => parts.slice(0, n + 1).join('/'))),
    ),
  ]
  for (const path of own.sort()) {
    const name = path.split('/').at(-1) ?? path
    if (!names.has(path)) names.set(path, { en: name, pl: name })
  }
  return names
}
