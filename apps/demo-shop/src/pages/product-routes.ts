/**
 * One product, what completes it, and the comparison with its like.
 */
import { moneyText } from '@umiar/messages'
import { type Html, html, linkTo, type PageView, readForm, sayTo } from '@umiar/web-pages'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isPrivateMatter, priceText, titleOf, variantName } from '../catalogue.ts'
import { COURIER_PRICE, FREE_DELIVERY_FROM, LOCKER_PRICE } from '../order.ts'
import type { ShopProduct } from '../shop-data.ts'
import type { ShopSite } from '../shop-site.ts'
import { comparisonBody } from './comparison.ts'
import { crumbs } from './crumbs.ts'
import { sendShopPage } from './frame.ts'
import { openShopView, type ShopView } from './open-view.ts'
import { pictureLink, productLink } from './product-card.ts'
import { SHELF_SIZE, shelf } from './shelf.ts'

const SET_SIZE = 3
const MOST_COMPARED = 4
/** She said she is of age: a cookie until the browser closes, after an explicit act. */
const ADULT_COOKIE = 'shop_adult'

/** Adds product, comparison and the question about age. */
export function addProductRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get<{ Params: { id: string } }>('/shop/product/:id', async (request, reply) => {
    const view = await openShopView(request, site)
    const product = site.catalogue.product(request.params.id)
    if (product === undefined) return sendNotFound(site, view, reply)
    const isAdult = (request.headers.cookie ?? '').includes(`${ADULT_COOKIE}=1`)
    if (product.adultsOnly === true && !isAdult) return sendAgeQuestion(site, view, reply, product)
    const events = isPrivateMatter(product)
      ? []
      : [{ event: 'view_item', items: [{ item_id: product.feed.item_id }] }]
    const title = titleOf(product, view.locale)
    return sendShopPage(site, view, reply, { body: productBody(site, view, product), events, title })
  })

  app.post('/shop/adult', async (request, reply) => {
    const view = await openShopView(request, site)
    const product = site.catalogue.product(readForm(request.body).one('item_id'))
    reply.header(
      'set-cookie',
      `${ADULT_COOKIE}=1; Path=/shop; HttpOnly; SameSite=Lax${view.secure ? '; Secure' : ''}`,
    )
    return reply.redirect(product === undefined ? linkTo(view, '/shop') : productLink(view, product), 303)
  })

  app.get('/shop/compare', async (request, reply) => {
    const view = await openShopView(request, site)
    const ids = [...new Set((view.query.items ?? '').split(','))].slice(0, MOST_COMPARED)
    const products = ids.flatMap((id) => site.catalogue.product(id) ?? [])
    const title = sayTo(view, 'compare.title')
    return sendShopPage(site, view, reply, { body: comparisonBody(view, products), title })
  })

  app.get('/shop/*', async (request, reply) => sendNotFound(site, await openShopView(request, site), reply))
}

function sendNotFound(site: ShopSite, view: ShopView, reply: FastifyReply): Promise<FastifyReply> {
  const title = sayTo(view, 'shop.not_found')
  const body = html`<h1>${title}</h1><p>${sayTo(view, 'shop.not_found_line')}</p>
<p><a class="button" href="${linkTo(view, '/shop')}">${sayTo(view, 'shop.back')}</a></p>`
  return sendShopPage(site, view, reply.code(404), { body, title })
}

function sendAgeQuestion(
  site: ShopSite,
  view: ShopView,
  reply: FastifyReply,
  product: ShopProduct,
): Promise<FastifyReply> {
  const title = sayTo(view, 'shop.adults')
  const body = html`<h1>${title}</h1>
<form class="age" method="post" action="${linkTo(view, '/shop/adult')}"><input type="hidden" name="item_id" value="${product.feed.item_id}">
<button type="submit">${sayTo(view, 'shop.adults_yes')}</button> <a class="button plain" href="${linkTo(view, '/shop')}">${sayTo(view, 'shop.adults_no')}</a></form>`
  return sendShopPage(site, view, reply, { body, title })
}

function productBody(site: ShopSite, view: PageView, product: ShopProduct): Html {
  const { feed } = product
  return html`<article class="product">
<img class="product-picture" src="${pictureLink(product)}" alt="" width="640" height="480">
<div class="product-text">
${crumbs(site, view, feed.category)}
<h1>${titleOf(product, view.locale)}</h1>
${feed.brand !== undefined && html`<p class="brand-line">${sayTo(view, 'shop.brand', { brand: feed.brand })}</p>`}
${priceBlock(view, product)}
${product.description !== undefined && html`<p>${product.description[view.locale]}</p>`}
${isPrivateMatter(product) && html`<p class="private-note">${sayTo(view, 'shop.sensitive')}</p>`}
${buyForm(view, product)}
${deliveryLine(site, view)}
</div>
</article>
${factsTable(site, view, product)}
${setSection(site, view, product)}
${productShelf(site, view, product)}`
}

function priceBlock(view: PageView, { feed, reduced }: ShopProduct): Html {
  return html`<p class="price">${priceText(feed.price, view.locale)} <span class="small">${sayTo(view, 'shop.gross')}</span></p>
${
  reduced !== undefined &&
  html`<p class="small reduced">${sayTo(view, 'shop.lowest', { price: priceText(reduced.lowest30Days, view.locale) })}<br>${sayTo(view, 'shop.before', { price: priceText(reduced.before, view.locale) })}</p>`
}`
}

function buyForm(view: PageView, product: ShopProduct): Html {
  const { feed } = product
  if (!feed.available) return html`<p class="gone">${sayTo(view, 'shop.unavailable')}</p>`
  return html`<form class="buy-form" method="post" action="${linkTo(view, '/shop/cart/add')}"><input type="hidden" name="item_id" value="${feed.item_id}">
${variantChoice(view, product)}
<button type="submit">${sayTo(view, 'shop.add')}</button>
<p class="small stock">${sayTo(view, 'shop.in_stock')}</p></form>`
}

function variantChoice(view: PageView, product: ShopProduct): Html {
  const { feed, variants } = product
  if (variants.length < 2) return html``
  return html`<label class="variant">${sayTo(view, 'shop.variant')} <select name="variant_${feed.item_id}">${variants.map((variant) => html`<option value="${variant}">${variantName(product, view.locale, variant)}</option>`)}</select></label>`
}

function deliveryLine(site: ShopSite, view: PageView): Html {
  const money = (amount: number): string => moneyText(amount, site.catalogue.data.currency, view.locale)
  return html`<details class="delivery"><summary>${sayTo(view, 'shop.delivery')}</summary><p>${sayTo(
    view,
    'shop.delivery_line',
    { courier: money(COURIER_PRICE), free: money(FREE_DELIVERY_FROM), locker: money(LOCKER_PRICE) },
  )}</p></details>`
}

function factsTable(site: ShopSite, view: PageView, product: ShopProduct): Html {
  const alike = isPrivateMatter(product) ? [] : site.catalogue.alike(product, MOST_COMPARED - 1)
  const items = [product, ...alike].map(({ feed }) => feed.item_id).join(',')
  if (product.facts.length === 0 && alike.length === 0) return html``
  return html`<section class="facts" aria-labelledby="facts"><h2 id="facts">${sayTo(view, 'shop.facts')}</h2>
<dl>${product.facts.map(({ label, value }) => html`<div><dt>${label[view.locale]}</dt><dd>${value[view.locale]}</dd></div>`)}</dl>
${alike.length > 0 && html`<p><a class="button plain" href="${linkTo(view, '/shop/compare', { items })}">${sayTo(view, 'compare.with')}</a></p>`}
</section>`
}

function setSection(site: ShopSite, view: PageView, product: ShopProduct): Html {
  const others = isPrivateMatter(product) ? [] : site.catalogue.completing(product, SET_SIZE)
  if (others.length === 0 || !product.feed.available) return html``
  const all = [product, ...others]
  const total = all.reduce((sum, { feed }) => sum + Number(feed.price.amount), 0)
  const price = moneyText(total, product.feed.price.currency, view.locale)
  return html`<section class="set" aria-labelledby="set"><h2 id="set">${sayTo(view, 'set.title')}</h2>
<p class="small">${sayTo(view, 'set.line')}</p>
<form method="post" action="${linkTo(view, '/shop/cart/add')}"><ul>${all.map((one) => setItem(view, one, one === product))}</ul>
<button type="submit">${sayTo(view, 'set.add', { price })}</button></form></section>`
}

function setItem(view: PageView, product: ShopProduct, isThis: boolean): Html {
  const title = titleOf(product, view.locale)
  return html`<li><input type="hidden" name="item_id" value="${product.feed.item_id}">
<img src="${pictureLink(product)}" alt="" width="120" height="90" loading="lazy">
<span>${isThis ? html`<em>${sayTo(view, 'set.this')}</em> ${title}` : html`<a href="${productLink(view, product)}">${title}</a>`}<br>${priceText(product.feed.price, view.locale)}${variantChoice(view, product)}</span></li>`
}

function productShelf(site: ShopSite, view: PageView, product: ShopProduct): Html {
  const { category, item_id } = product.feed
  const completing = site.catalogue.completing(product, SET_SIZE).map(({ feed }) => feed.item_id)
  if (isPrivateMatter(product)) return html``
  const own = [
    ...site.catalogue.alike(product, SHELF_SIZE),
    ...site.catalogue.bestSellers(SHELF_SIZE * 2, category.split('/')[0]),
  ].filter(({ feed }) => feed.item_id !== item_id && !completing.includes(feed.item_id))
  return shelf(site, view, {
    category,
    exclude: completing,
    heading: 'shelf.see_also',
    itemIds: [item_id],
    own: [...new Set(own)],
    pageType: 'product',
    slot: 'product',
    strategy: 'for_you',
  })
}
