/**
 * Where products and their pictures are found, and the names of the shop's shelves: told to the engine
 * with the feed, so that the console and the privacy centre can show what they speak of.
 */
import { MESSAGES } from '@umiar/messages'
import type { Localized } from '@umiar/vocabulary'
import type { FeedProduct } from '../shop-data.ts'

/** Path of a product's page, without language or tour. */
export function productPath(itemId: string): string {
  return `/shop/product/${encodeURIComponent(itemId)}`
}

/** Path of a product's drawn picture. */
export function picturePath(itemId: string): string {
  return `/assets/shop/pictures/${encodeURIComponent(itemId)}.svg`
}

/** The product as the engine gets it: with the addresses of its page and picture. */
export function withAddresses<Product extends Pick<FeedProduct, 'item_id'>>(
  product: Product,
): Product & { readonly image_url: string; readonly url: string } {
  return { ...product, image_url: picturePath(product.item_id), url: productPath(product.item_id) }
}

/** Names of the shelves by slot id. */
export const SLOT_NAMES: Readonly<Record<string, Localized>> = {
  cart: MESSAGES['slot.cart'],
  cart_empty: MESSAGES['slot.cart_empty'],
  category: MESSAGES['slot.category'],
  home: MESSAGES['slot.home'],
  product: MESSAGES['slot.product'],
  search_popular: MESSAGES['slot.search_popular'],
}
