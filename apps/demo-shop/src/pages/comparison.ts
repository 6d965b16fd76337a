/**
 * Products side by side: every fact one of them has, and where they differ.
 */
import { type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import { priceText, titleOf } from '../catalogue.ts'
import type { ShopProduct } from '../shop-data.ts'
import { pictureLink, productLink } from './product-card.ts'

/** The comparison, or how to come to one. */
export function comparisonBody(view: PageView, products: readonly ShopProduct[]): Html {
  const heading = html`<h1>${sayTo(view, 'compare.title')}</h1>`
  if (products.length < 2) return html`${heading}<p>${sayTo(view, 'compare.none')}</p>`
  const labels = [...new Set(products.flatMap(({ facts }) => facts.map(({ label }) => label[view.locale])))]
  const stock = ({ feed }: ShopProduct): string =>
    sayTo(view, feed.available ? 'shop.in_stock' : 'shop.unavailable')
  const fact = (product: ShopProduct, label: string): string =>
    product.facts.find((row) => row.label[view.locale] === label)?.value[view.locale] ?? '–'
  return html`${heading}<div class="compare-frame" tabindex="0" role="region" aria-label="${sayTo(view, 'compare.title')}"><table class="compare">
<thead><tr><td></td>${products.map((product) => columnHead(view, product, products))}</tr></thead>
<tbody>
${row(
  view,
  sayTo(view, 'compare.price'),
  products.map(({ feed }) => priceText(feed.price, view.locale)),
)}
${row(view, sayTo(view, 'compare.stock'), products.map(stock))}
${labels.map((label) =>
  row(
    view,
    label,
    products.map((product) => fact(product, label)),
  ),
)}
</tbody></table></div>`
}

function columnHead(view: PageView, product: ShopProduct, all: readonly ShopProduct[]): Html {
  const title = titleOf(product, view.locale)
  const rest = all.filter((other) => other !== product).map(({ feed }) => feed.item_id)
  return html`<th scope="col"><a href="${productLink(view, product)}"><img src="${pictureLink(product)}" alt="" width="240" height="180">${title}</a>
<a class="small" href="${linkTo(view, '/shop/compare', { items: rest.join(',') })}" aria-label="${sayTo(view, 'compare.without', { title })}">${sayTo(view, 'compare.remove')}</a></th>`
}

function row(view: PageView, label: string, values: readonly string[]): Html {
  const isDifferent = new Set(values).size > 1
  return html`<tr class="${isDifferent ? 'differs' : 'same'}"><th scope="row">${label}${isDifferent && html` <span class="differs-mark">${sayTo(view, 'compare.differs')}</span>`}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>`
}
