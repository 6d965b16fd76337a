/**
 * One product as a card: picture, title, price, and where it was suggested, the reason.
 */
import { type CatalogueProduct, priceOf, titleOf } from './catalogue.ts'
import { type Html, html } from './html.ts'
import { linkTo, type PageView, sayTo } from './visitor.ts'

export interface CardReason {
  readonly text: string
}

export interface CardExtras {
  readonly reasons?: readonly CardReason[]
  /** With hints allowed: the answer they refer to. */
  readonly hints?: { readonly recId: string } | undefined
}

/** The card as a list item. */
export function productCard(view: PageView, product: CatalogueProduct, extras: CardExtras = {}): Html {
  const title = titleOf(product, view.locale)
  return html`<li class="card">
<a class="card-link" href="${productLink(view, product)}">
<img src="${pictureLink(product)}" alt="" width="240" height="180" loading="lazy">
<span class="card-title">${title}</span>
</a>
<p class="card-price">${priceOf(product, view.locale)}${
    product.available ? null : html` <span class="gone">${sayTo(view, 'shop.unavailable')}</span>`
  }</p>
${(extras.reasons ?? []).map((reason) => html`<p class="reason">${reason.text}</p>`)}
${extras.hints !== undefined && hintButtons(view, product, title, extras.hints.recId)}
</li>`
}

/** Address of a product's page. */
export function productLink(view: PageView, product: CatalogueProduct): string {
  return linkTo(view, `/shop/product/${encodeURIComponent(product.item_id)}`)
}

/** Address of a product's drawn picture. */
export function pictureLink(product: CatalogueProduct): string {
  return `/assets/pictures/${encodeURIComponent(product.item_id)}.svg`
}

function hintButtons(view: PageView, product: CatalogueProduct, title: string, recId: string): Html {
  return html`<form class="hints" method="post" action="${linkTo(view, '/shop/hint')}">
<input type="hidden" name="item_id" value="${product.item_id}">
<input type="hidden" name="rec_id" value="${recId}">
<input type="hidden" name="back" value="${view.path}">
<button class="quiet" type="submit" name="hint" value="like" aria-label="${sayTo(view, 'shelf.like_one', { title })}">${sayTo(view, 'shelf.like')}</button>
<button class="quiet" type="submit" name="hint" value="hide" aria-label="${sayTo(view, 'shelf.hide_one', { title })}">${sayTo(view, 'shelf.hide')}</button>
</form>`
}
