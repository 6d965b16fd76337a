/**
 * What stands in the cart's cookie: an item id, with the chosen size or colour behind an asterisk where
 * there is one to choose. The same product in two sizes is two lines.
 */
import type { Catalogue } from './catalogue.ts'
import type { CartLine } from './order.ts'
import type { ShopProduct } from './shop-data.ts'

/** The entry of one piece; a variant the product does not have is the product's first one. */
export function cartEntry({ feed, variants }: ShopProduct, variant: string): string {
  if (variants.length < 2) return feed.item_id
  return `${feed.item_id}*${variants.includes(variant) ? variant : variants[0]}`
}

/** The product an entry names. */
export function itemIdOf(entry: string): string {
  return entry.split('*')[0] ?? ''
}

/** The cart with each entry once; ids the shop no longer knows are left out. */
export function cartLines(catalogue: Catalogue, cart: readonly string[]): readonly CartLine[] {
  return [...new Set(cart)].flatMap((entry) => {
    const product = catalogue.product(itemIdOf(entry))
    const quantity = cart.filter((other) => other === entry).length
    const variant = product?.variants.find((one) => entry === `${itemIdOf(entry)}*${one}`)
    return product === undefined ? [] : [{ entry, product, quantity, variant }]
  })
}
