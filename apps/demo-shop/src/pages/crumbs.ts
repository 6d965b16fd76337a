/**
 * Where one is: the department and what is below it, each a link.
 */
import { type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import { categoryName } from '../catalogue.ts'
import type { ShopSite } from '../shop-site.ts'

/** The way to a category by all above it; nothing for the empty path. */
export function crumbs(site: ShopSite, view: PageView, category: string): Html {
  if (category === '') return html``
  const parts = category.split('/')
  const link = (path: string): Html =>
    html`<a href="${linkTo(view, '/shop', { category: path })}">${categoryName(site.catalogue.data, view.locale, path)}</a>`
  return html`<nav class="crumb" aria-label="${sayTo(view, 'shop.you_are_in')}">${parts.map(
    (_, index) =>
      html`${index > 0 && html` <span aria-hidden="true">›</span> `}${link(parts.slice(0, index + 1).join('/'))}`,
  )}</nav>`
}
