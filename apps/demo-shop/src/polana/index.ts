/**
 * Polana, the invented shop: tea, coffee, trail, garden and home; 240 products, their pictures, and what
 * the shop knows of its sales without knowing persons.
 */
import type { ShopData, ShopProduct } from '../shop-data.ts'
import { sharedCountsOf } from '../simulator/shared-counts.ts'
import { polanaWorld } from '../simulator/world.ts'
import { catalogueAt, categoryNames } from './catalogue.ts'
import { pictureOf } from './pictures/picture.ts'

/** A day on which Polana may be looked at by whoever has no clock. */
const SOME_DAY_MS = Date.UTC(2026, 10, 23)

/** The shop on a day: only release dates differ from day to day. */
export function polanaAt(nowMs: number): ShopData {
  const categories = categoryNames()
  let products: readonly ShopProduct[] | undefined
  return {
    categories,
    currency: 'PLN',
    name: 'Polana',
    picture: ({ feed }) => {
      const drawn = pictureOf(feed.item_id)
      if (drawn === undefined) throw new RangeError(`Polana sells no ${feed.item_id}`)
      return drawn
    },
    get products() {
      products ??= withCounts(catalogueAt(nowMs))
      return products
    },
  }
}

/** The shop on some fixed day; built when first looked at. */
export const polana: ShopData = polanaAt(SOME_DAY_MS)

function withCounts(products: readonly ShopProduct[]): readonly ShopProduct[] {
  const counts = sharedCountsOf(polanaWorld())
  return products.map((product) => {
    const own = counts.get(product.feed.item_id)
    return own === undefined ? product : { ...product, feed: { ...product.feed, counts: own } }
  })
}
