/**
 * A shelf: the shop's own products, which the browser script replaces by the engine's answer if that
 * comes in time. Without script, engine or consent the shop's own shelf stays as it is.
 */
import type { PageType } from '@umiar/vocabulary'
import { type Html, html, type PageView, sayTo } from '@umiar/web-pages'
import { itemIdOf } from '../cart-lines.ts'
import { isPrivateMatter } from '../catalogue.ts'
import type { ShopProduct } from '../shop-data.ts'
import type { ShopSite } from '../shop-site.ts'
import { cardGrid } from './product-card.ts'

/** The words over a shelf. */
type ShelfHeading = 'shelf.for_you' | 'shelf.popular' | 'shelf.see_also' | 'shelf.with_cart'

export interface ShelfRequest {
  readonly slot: string
  readonly strategy: string
  readonly heading: ShelfHeading
  readonly pageType: PageType
  readonly itemIds?: readonly string[]
  readonly category?: string
  readonly searchTerm?: string
  /** What stands here until the engine answers, and if it never does. */
  readonly own: readonly ShopProduct[]
  /** Products that already stand on the page. */
  readonly exclude?: readonly string[]
}

/** Places on a shelf. */
export const SHELF_SIZE = 5

/** The shelf as an element of the browser script around the shop's own one. */
export function shelf(site: ShopSite, view: PageView, request: ShelfRequest): Html {
  if (request.own.length === 0) return html``
  const heading = `heading-${request.slot}`
  return html`<section class="shelf" aria-labelledby="${heading}">
<h2 id="${heading}">${sayTo(view, request.heading)}</h2>
<umiar-shelf class="${view.level === 0 ? 'for-anybody' : 'for-somebody'}" slot-id="${request.slot}" strategy="${request.strategy}" limit="${SHELF_SIZE}" page-type="${request.pageType}" item-ids="${list(request.itemIds)}" category="${request.category ?? ''}" search-term="${request.searchTerm ?? ''}" cart-item-ids="${list(publicCart(site, view))}" exclude-ids="${list(request.exclude)}">
${cardGrid(view, request.own.slice(0, SHELF_SIZE), true)}
<p class="shelf-note" data-umiar-note>${sayTo(view, 'knows.nothing_used')}</p>
</umiar-shelf>
</section>`
}

/** The cart without private matters: those never leave for suggestions. */
function publicCart(site: ShopSite, view: PageView): readonly string[] {
  return [...new Set(view.cart.map(itemIdOf))].filter((id) => {
    const product = site.catalogue.product(id)
    return product !== undefined && !isPrivateMatter(product)
  })
}

function list(ids: readonly string[] | undefined): string {
  return (ids ?? []).join(',')
}
