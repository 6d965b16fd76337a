/**
 * One product as a card: picture, title, price. The browser script adds the reason and the one-tap
 * buttons; the card leaves room for both, so that nothing jumps.
 */
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
<span class="card-picture"><img src="${pictureLink(product)}" alt="" width="240" height="180" loading="lazy">${reduction(view, product)}</span>
<span class="card-brand">${feed.brand ?? ''}</span>
<span class="card-title" data-umiar-title>${titleOf(product, view.locale)}</span>
</a>
<p class="card-price"><strong>${priceText(feed.price, view.locale)}</strong></p>
${!feed.available && html`<p class="gone">${sayTo(view, 'shop.unavailable')}</p>`}
${onShelf && html`<div class="card-room" data-umiar-slot></div>`}
</li>`
}

/**
 * A reduction is announced with the lowest price of 30 days, on a card as on the product's page (art. 6a
 * 98/6/EC). It lies over the picture, so that cards with and without it are of one height.
 */
function reduction(view: CardView, { reduced }: ShopProduct): Html {
  if (reduced === undefined) return html``
  const price = priceText(reduced.lowest30Days, view.locale)
  return html`<span class="badge">${sayTo(view, 'shop.reduced')}</span><span class="card-lowest">${sayTo(view, 'shop.lowest', { price })}</span>`
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
