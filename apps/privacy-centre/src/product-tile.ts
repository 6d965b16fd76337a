/**
 * A product as a picture with its name: on preview shelves, taste cards, lists.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import type { Centre, CentreView } from './centre.ts'

/** Its name in the reader's language; its id, marked, once the shop no longer sells it. */
export function titleOf(centre: Centre, view: Pick<CentreView, 'locale'>, itemId: string): string {
  const product = centre.catalogue.product(itemId)
  return product?.title[view.locale] ?? `${itemId} (${sayTo(view, 'held.gone')})`
}

/** The picture, without words: its name stands beside it. */
export function pictureOf(centre: Centre, itemId: string): Html {
  const picture = centre.catalogue.product(itemId)?.picture
  return picture === undefined
    ? html`<span class="no-picture" aria-hidden="true"></span>`
    : html`<img src="${picture}" alt="" width="120" height="90" loading="lazy">`
}

/** Picture and name, the name leading to the product's page where it has one. */
export function namedTile(centre: Centre, view: CentreView, itemId: string): Html {
  const title = titleOf(centre, view, itemId)
  const address = centre.catalogue.product(itemId)?.address
  const target = address?.startsWith('/') === true ? linkTo(view, address) : address
  const name = target === undefined ? html`${title}` : html`<a href="${target}">${title}</a>`
  return html`${pictureOf(centre, itemId)}<span class="tile-name">${name}</span>`
}
