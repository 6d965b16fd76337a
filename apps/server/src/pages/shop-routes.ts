/**
 * Start page, product list, product, search.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type CatalogueProduct, priceOf, titleOf } from './catalogue.ts'
import { ownPath, readForm } from './form.ts'
import { currentPage, type Html, html } from './html.ts'
import { type Notice, renderPage, type Site } from './layout.ts'
import { categoryName, type MessageKey, NOUNS } from './messages.ts'
import { counted } from './plural.ts'
import { pictureLink, productCard } from './product-card.ts'
import { renderShelves } from './shelf.ts'
import { tell } from './shopper-events.ts'
import { linkTo, openPageView, type PageView, sayTo } from './visitor.ts'

const SHELF = 4

/** Adds the shop's pages. */
export function addShopRoutes(app: FastifyInstance, site: Site): void {
  const open = (request: FastifyRequest): Promise<PageView> =>
    openPageView(request, site.api, site.secureCookies)

  app.get('/', async (request, reply) => {
    const view = await open(request)
    return sendPage(reply, site, view, sayTo(view, 'start.title'), startBody(view))
  })

  app.get('/shop', async (request, reply) => {
    const view = await open(request)
    const { category } = view.query
    const shelves = await renderShelves(site, view, reply, {
      pageType: category === undefined ? 'home' : 'category',
      slots: [{ id: 'shelf', limit: SHELF, strategy: 'for_you' }],
      ...(category === undefined ? {} : { category }),
      impersonal: category !== undefined && isPrivate(site, category),
    })
    const title = category === undefined ? sayTo(view, 'shop.title') : categoryName(view.locale, category)
    return sendPage(reply, site, view, title, listBody(site, view, title, shelves), hintNotices(view))
  })

  app.get<{ Params: { id: string } }>('/shop/product/:id', async (request, reply) => {
    const view = await open(request)
    const product = site.catalogue.product(request.params.id)
    if (product === undefined) return sendNotFound(reply, site, view)
    // First the view, then the shelf: her own step is visible at once.
    await tell(site, view, reply, 'view_item', { lines: [{ product, quantity: 1 }] })
    const shelves = await productShelves(site, view, reply, product)
    const title = titleOf(product, view.locale)
    return sendPage(reply, site, view, title, productBody(view, product, shelves), hintNotices(view))
  })

  app.get('/shop/search', async (request, reply) => {
    const view = await open(request)
    const term = (view.query.q ?? '').trim().slice(0, 100)
    const found = site.catalogue.search(term)
    // A word that leads to private matters says something private: it is not told to anybody.
    const telling = term !== '' && !found.some((product) => product.sensitive)
    if (telling) await tell(site, view, reply, 'search', { searchTerm: term })
    return sendPage(reply, site, view, sayTo(view, 'search.title'), searchBody(view, term, found))
  })

  app.post('/shop/hint', async (request, reply) => {
    const view = await open(request)
    const form = readForm(request.body)
    const hint = form.one('hint') === 'hide' ? 'hide' : 'like'
    const back = ownPath(form.one('back'), '/shop')
    const product = site.catalogue.product(form.one('item_id'))
    if (product === undefined || view.anonymousId === undefined)
      return reply.redirect(linkTo(view, back), 303)
    const recId = form.one('rec_id')
    await site.api.feedback({
      feedback: hint,
      item_id: product.item_id,
      visitor: { anonymous_id: view.anonymousId, session_id: view.sessionId },
      ...(recId === '' ? {} : { rec_id: recId }),
    })
    return reply.redirect(linkTo(view, back, { hint }), 303)
  })

  app.get('/shop/*', async (request, reply) => sendNotFound(reply, site, await open(request)))
}

/** Sends a page with a status of 200 or the one set before. */
export function sendPage(
  reply: FastifyReply,
  site: Site,
  view: PageView,
  title: string,
  body: Html,
  notices?: readonly Notice[],
): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(renderPage(site, view, { body, notices, title }))
}

function sendNotFound(reply: FastifyReply, site: Site, view: PageView): FastifyReply {
  const title = sayTo(view, 'shop.not_found')
  const body = html`<h1>${title}</h1><p>${sayTo(view, 'shop.not_found_line')}</p>
<p><a class="button" href="${linkTo(view, '/shop')}">${sayTo(view, 'erase.back')}</a></p>`
  return sendPage(reply.code(404), site, view, title, body)
}

function hintNotices(view: PageView): readonly Notice[] {
  if (view.query.hint === 'like') return [{ kind: 'done', text: sayTo(view, 'shelf.hint_liked') }]
  if (view.query.hint === 'hide') return [{ kind: 'done', text: sayTo(view, 'shelf.hint_hidden') }]
  return []
}

function isPrivate(site: Site, category: string): boolean {
  return site.catalogue.inCategory(category).some((product) => product.sensitive)
}

function startBody(view: PageView): Html {
  const door = (path: string, name: MessageKey, line: MessageKey): Html =>
    html`<li class="door"><a href="${linkTo(view, path)}">${sayTo(view, name)}</a><p>${sayTo(view, line)}</p></li>`
  return html`<div class="start">
<h1>${sayTo(view, 'start.title')}</h1>
<p class="lead">${sayTo(view, 'start.sentence')}</p>
<ul class="doors">
${door('/shop', 'start.shop_door', 'start.shop_line')}
${door('/privacy', 'start.privacy_door', 'start.privacy_line')}
${door('/docs', 'start.docs_door', 'start.docs_line')}
</ul>
</div>`
}

function listBody(site: Site, view: PageView, title: string, shelves: Html): Html {
  const { category } = view.query
  const products = category === undefined ? site.catalogue.products : site.catalogue.inCategory(category)
  const cards = products.map((product) => productCard(view, product))
  const listing =
    cards.length === 0
      ? html`<p>${sayTo(view, 'shop.empty_category')}</p>`
      : html`<ul class="cards">${cards}</ul>`
  // On a category page the category comes first, on the front page the shelf.
  return category === undefined
    ? html`<h1>${title}</h1>${shelves}<section><h2>${sayTo(view, 'shop.all')}</h2>${listing}</section>`
    : html`<h1>${title}</h1>${subcategories(site, view, category)}${listing}${shelves}`
}

function subcategories(site: Site, view: PageView, category: string): Html {
  const department = category.split('/')[0] ?? category
  const below = [...new Set(site.catalogue.inCategory(department).map((product) => product.category))]
  if (below.length < 2) return html``
  const link = (path: string, name: string): Html =>
    html`<a href="${linkTo(view, '/shop', { category: path })}"${currentPage(path === category)}>${name}</a> `
  return html`<nav class="chips" aria-label="${categoryName(view.locale, department)}">
${link(department, sayTo(view, 'shop.all'))}
${below.map((path) => link(path, categoryName(view.locale, path)))}
</nav>`
}

function productShelves(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  product: CatalogueProduct,
): Promise<Html> {
  if (product.sensitive) {
    const slots = [{ id: 'shelf', limit: SHELF, strategy: 'popular' }]
    return renderShelves(site, view, reply, { impersonal: true, pageType: 'other', slots })
  }
  return renderShelves(site, view, reply, {
    category: product.category,
    itemIds: [product.item_id],
    pageType: 'product',
    slots: [
      { heading: 'shelf.goes_well', id: 'goes_well', limit: SHELF, strategy: 'bought_together' },
      { id: 'shelf', limit: SHELF, strategy: 'for_you' },
    ],
  })
}

function productBody(view: PageView, product: CatalogueProduct, shelves: Html): Html {
  const title = titleOf(product, view.locale)
  const action = linkTo(view, '/shop/cart/add')
  return html`<article class="product">
<img src="${pictureLink(product)}" alt="" width="480" height="360">
<div class="product-text">
<p class="crumb"><a href="${linkTo(view, '/shop', { category: product.category })}">${categoryName(view.locale, product.category)}</a></p>
<h1>${title}</h1>
<p class="price">${priceOf(product, view.locale)}</p>
${product.brand !== undefined && html`<p class="brand-line">${sayTo(view, 'shop.brand', { brand: product.brand })}</p>`}
${product.sensitive && html`<p class="private-note">${sayTo(view, 'shop.sensitive')}</p>`}
${
  product.available
    ? html`<form method="post" action="${action}"><input type="hidden" name="item_id" value="${product.item_id}"><button type="submit">${sayTo(view, 'shop.add')}</button></form>`
    : html`<p class="gone">${sayTo(view, 'shop.unavailable')}</p>`
}
</div>
</article>
${shelves}`
}

function searchBody(view: PageView, term: string, found: readonly CatalogueProduct[]): Html {
  if (term === '') return html`<h1>${sayTo(view, 'search.title')}</h1><p>${sayTo(view, 'search.ask')}</p>`
  if (found.length === 0) {
    return html`<h1>${sayTo(view, 'search.title')}</h1><p>${sayTo(view, 'search.none', { term })}</p>`
  }
  const count = counted(view.locale, found.length, NOUNS.products)
  return html`<h1>${sayTo(view, 'search.results', { count, term })}</h1>
<ul class="cards">${found.map((product) => productCard(view, product))}</ul>`
}
