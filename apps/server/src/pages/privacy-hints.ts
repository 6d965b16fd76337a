/**
 * Her own hints: what she likes, what not to show. Three plain choices per product.
 */
import type { MeData } from '@umiar/use-cases'
import { type CatalogueProduct, titleOf } from './catalogue.ts'
import { flag, type Html, html } from './html.ts'
import type { Site } from './layout.ts'
import { pictureLink } from './product-card.ts'
import { linkTo, type PageView, sayTo } from './visitor.ts'

const LEAST_LEVEL = 2
/** Products offered for marking besides those already marked. */
const OFFERED = 9

/** The section "your hints". */
export function hintsSection(site: Site, view: PageView, data: MeData | undefined): Html {
  const body =
    data === undefined || (view.level ?? 0) < LEAST_LEVEL
      ? html`<p>${sayTo(view, 'hints.needs_level')}</p>`
      : hintsForm(site, view, data)
  return html`<section aria-labelledby="hints"><h2 id="hints">${sayTo(view, 'hints.title')}</h2>${body}</section>`
}

function hintsForm(site: Site, view: PageView, data: MeData): Html {
  const { likes, never } = data.taste
  const marked = [...likes, ...never].flatMap((id) => site.catalogue.product(id) ?? [])
  const offered = onePerCategory(site, new Set([...likes, ...never]))
  const present = (product: CatalogueProduct): string =>
    likes.includes(product.item_id) ? 'like' : never.includes(product.item_id) ? 'never' : 'none'
  return html`<p>${sayTo(view, 'hints.line')}</p>
<form class="hint-form" method="post" action="${linkTo(view, '/privacy/hints')}">
<ul class="hint-rows">${[...marked, ...offered].map((product) => hintRow(view, product, present(product)))}</ul>
<button class="plain" type="submit">${sayTo(view, 'hints.save')}</button>
</form>`
}

function hintRow(view: PageView, product: CatalogueProduct, present: string): Html {
  const choice = (value: string, label: string): Html =>
    html`<label><input type="radio" name="hint_${product.item_id}" value="${value}"${flag('checked', present === value)}>${label}</label> `
  const title = titleOf(product, view.locale)
  return html`<li><fieldset class="hint-row"><legend><img src="${pictureLink(product)}" alt="" width="48" height="36"> ${title}</legend>
<input type="hidden" name="item_id" value="${product.item_id}">
<span class="hint-choices">${choice('like', sayTo(view, 'hints.like'))}${choice('none', sayTo(view, 'hints.neutral'))}${choice('never', sayTo(view, 'hints.never'))}</span>
</fieldset></li>`
}

/** One product of each category, the same for everybody; private matters are never asked about. */
function onePerCategory(site: Site, without: ReadonlySet<string>): readonly CatalogueProduct[] {
  const categories = new Set<string>()
  return site.catalogue.products
    .filter((product) => {
      if (product.sensitive || !product.available || without.has(product.item_id)) return false
      if (categories.has(product.category)) return false
      categories.add(product.category)
      return true
    })
    .slice(0, OFFERED)
}
