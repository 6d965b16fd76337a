/**
 * One product as a card: picture, title, price. The browser script adds the reason and the one-tap
 * buttons; the card leaves room for both, so that nothing jumps.
 */
import type { Locale } from '@umiar/vocabulary'
import { type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import { priceText, titleOf } from '../catalogue.ts'
import type { ShopProduct } from '../shop-data.ts'
import { picturePath, productPath } from './addresses.ts'

/** What a card needs of the page it stands on. */
export type CardView = Pick<PageView, 'carried' | 'locale'>

/**
 * The card as a list item.
 *
 * @param onShelf leaves room for the reason and, where somebody is known, the one-tap buttons
 */
export function productCard(view: CardView, product: ShopProduct, onShelf = false): Html {
  const { feed } = product
  return html`<li class="card" data-item-id="${feed.item_id}">
<a class="card-link" href="${productLink(view, product)}">
<img src="${pictureLink(product)}" alt="" width="240" height="180" loading="lazy">
${product.reduced !== undefined && html`<span class="badge">${sayTo(view, 'shop.reduced')}</span>`}
<span class="card-brand">${feed.brand ?? ''}</span>
<span class="card-title">${titleOf(product, view.locale)}</span>
</a>
<p class="card-price">${priceLine(product, view.locale)}</p>
${!feed.available && html`<p class="gone">${sayTo(view, 'shop.unavailable')}</p>`}
${onShelf && html`<div class="card-room" data-umiar-slot></div>`}
</li>`
}

/** The price, the one before a reduction struck through. The lowest of 30 days stands on the product's page. */
function priceLine({ feed, reduced }: ShopProduct, locale: Locale): Html {
  const now = priceText(feed.price, locale)
  if (reduced === undefined) return html`<strong>${now}</strong>`
  return html`<strong>${now}</strong> <s>${priceText(reduced.before, locale)}</s>`
}

/** Address of a product's page. */
export function productLink(view: CardView, { feed }: ShopProduct): string {
  return linkTo(view, productPath(feed.item_id))
}

/** Address of a product's drawn picture. */
export function pictureLink({ feed }: ShopProduct): string {
  return picturePath(feed.item_id)
}

/** A grid of cards. */
export function cardGrid(view: CardView, products: readonly ShopProduct[], onShelf = false): Html {
  return html`<ul class="cards">${products.map((product) => productCard(view, product, onShelf))}</ul>`
}
