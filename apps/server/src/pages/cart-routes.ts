/**
 * The cart: a cookie with item ids, set when something is put in and gone when it is empty.
 *
 * A cart is strictly necessary for what she asked for, so it needs no consent (ePrivacy Directive
 * Art. 5(3)); what is in it becomes an event only at a level that allows it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type CatalogueProduct, moneyText, priceOf, titleOf } from './catalogue.ts'
import { cartCookie } from './cookies.ts'
import { readForm } from './form.ts'
import { type Html, html } from './html.ts'
import type { Notice, Site } from './layout.ts'
import { pictureLink, productLink } from './product-card.ts'
import { renderShelves } from './shelf.ts'
import { sendPage } from './shop-routes.ts'
import { tell } from './shopper-events.ts'
import { linkTo, openPageView, type PageView, sayTo } from './visitor.ts'

interface CartLine {
  readonly product: CatalogueProduct
  readonly quantity: number
}

/** Adds the cart's pages. */
export function addCartRoutes(app: FastifyInstance, site: Site): void {
  const open = (request: FastifyRequest): Promise<PageView> =>
    openPageView(request, site.api, site.secureCookies)

  app.get('/shop/cart', async (request, reply) => {
    const view = await open(request)
    return sendCart(site, view, reply, [])
  })

  app.post('/shop/cart/add', async (request, reply) => {
    const view = await open(request)
    const product = site.catalogue.product(readForm(request.body).one('item_id'))
    if (product?.available) {
      await tell(site, view, reply, 'add_to_cart', { lines: [{ product, quantity: 1 }] })
      reply.header('set-cookie', cartCookie([...view.cart, product.item_id], view.secure))
    }
    return reply.redirect(linkTo(view, '/shop/cart'), 303)
  })

  app.post('/shop/cart/remove', async (request, reply) => {
    const view = await open(request)
    const itemId = readForm(request.body).one('item_id')
    const line = linesOf(site, view).find(({ product }) => product.item_id === itemId)
    if (line !== undefined) await tell(site, view, reply, 'remove_from_cart', { lines: [line] })
    reply.header(
      'set-cookie',
      cartCookie(
        view.cart.filter((id) => id !== itemId),
        view.secure,
      ),
    )
    return reply.redirect(linkTo(view, '/shop/cart'), 303)
  })

  app.post('/shop/cart/buy', async (request, reply) => {
    const view = await open(request)
    const lines = linesOf(site, view).filter(({ product }) => product.available)
    if (lines.length === 0) return reply.redirect(linkTo(view, '/shop/cart'), 303)
    const status = await tell(site, view, reply, 'purchase', { lines })
    reply.header('set-cookie', cartCookie([], view.secure))
    const kept = status === 'accepted' ? 'cart.bought_kept' : 'cart.bought_not_kept'
    return sendCart(site, { ...view, cart: [] }, reply, [
      { kind: 'done', text: `${sayTo(view, 'cart.bought')} ${sayTo(view, kept)}` },
    ])
  })
}

async function sendCart(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  notices: readonly Notice[],
): Promise<FastifyReply> {
  const lines = linesOf(site, view)
  const shelves = await renderShelves(site, view, reply, {
    pageType: 'cart',
    slots: [
      lines.length === 0
        ? { id: 'shelf', limit: 4, strategy: 'for_you' }
        : { heading: 'shelf.with_cart', id: 'with_cart', limit: 4, strategy: 'cart' },
    ],
  })
  return sendPage(reply, site, view, sayTo(view, 'cart.title'), cartBody(view, lines, shelves), notices)
}

/** The cart with each product once; ids the shop no longer knows are left out. */
function linesOf(site: Site, view: PageView): readonly CartLine[] {
  return [...new Set(view.cart)].flatMap((id) => {
    const product = site.catalogue.product(id)
    return product === undefined
      ? []
      : [{ product, quantity: view.cart.filter((other) => other === id).length }]
  })
}

function cartBody(view: PageView, lines: readonly CartLine[], shelves: Html): Html {
  const heading = html`<h1>${sayTo(view, 'cart.title')}</h1>`
  const first = lines[0]
  if (first === undefined) return html`${heading}<p>${sayTo(view, 'cart.empty')}</p>${shelves}`
  const payable = lines.filter(({ product }) => product.available)
  const total = payable.reduce(
    (sum, { product, quantity }) => sum + Number(product.price.amount) * quantity,
    0,
  )
  return html`${heading}
<ul class="cart">${lines.map((line) => cartRow(view, line))}</ul>
<p class="total"><span>${sayTo(view, 'cart.total')}</span> <strong>${moneyText(total, first.product.price.currency, view.locale)}</strong></p>
<form class="buy" method="post" action="${linkTo(view, '/shop/cart/buy')}"><button type="submit">${sayTo(view, 'cart.buy')}</button></form>
<p class="small">${sayTo(view, 'cart.buy_note')} ${sayTo(view, 'cart.storage_note')}</p>
${shelves}`
}

function cartRow(view: PageView, { product, quantity }: CartLine): Html {
  const title = titleOf(product, view.locale)
  return html`<li class="cart-row">
<img src="${pictureLink(product)}" alt="" width="80" height="60">
<a href="${productLink(view, product)}">${title}</a>
<span>${sayTo(view, 'cart.pieces', { n: quantity })}</span>
<span class="amount">${product.available ? priceOf(product, view.locale) : sayTo(view, 'shop.unavailable')}</span>
<form method="post" action="${linkTo(view, '/shop/cart/remove')}"><input type="hidden" name="item_id" value="${product.item_id}"><button class="quiet" type="submit" aria-label="${sayTo(view, 'cart.remove_one', { title })}">${sayTo(view, 'cart.remove')}</button></form>
</li>`
}
