/**
 * Checkout in one page, and the thanks after it. The demo asks for no name and no address.
 *
 * The total of each way of delivery stands on the page; the stylesheet shows the one that is chosen, so the
 * price above the button is right with scripts off too.
 *
 * What Polish law wants beside the button: the words "Zamawiam i płacę" (Act on Consumer Rights,
 * art. 17(3)), gross prices, delivery cost, the seller and the right to withdraw.
 */
import { moneyText } from '@umiar/messages'
import {
  cartCookie,
  flag,
  type Html,
  html,
  linkTo,
  type PageView,
  readForm,
  sayTo,
  visitOf,
} from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { cartLines } from '../cart-lines.ts'
import { isPrivateMatter, titleOf, variantName } from '../catalogue.ts'
import type { Order } from '../engine.ts'
import { type CartLine, DELIVERIES, type Delivery, lineAmount, sumsOf } from '../order.ts'
import type { ShopSite } from '../shop-site.ts'
import { sumRows } from './cart-routes.ts'
import { sendShopPage } from './frame.ts'
import { openShopView } from './open-view.ts'

/** Adds checkout. */
export function addCheckoutRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get('/shop/checkout', async (request, reply) => {
    const view = await openShopView(request, site)
    const lines = payableLines(site, view)
    if (lines.length === 0) return reply.redirect(linkTo(view, '/shop/cart'), 303)
    const delivery = DELIVERIES.find((name) => name === view.query.delivery) ?? 'locker'
    const title = sayTo(view, 'checkout.title')
    return sendShopPage(site, view, reply, { body: checkoutBody(site, view, lines, delivery), title })
  })

  app.post('/shop/checkout', async (request, reply) => {
    const view = await openShopView(request, site)
    const lines = payableLines(site, view)
    if (lines.length === 0) return reply.redirect(linkTo(view, '/shop/cart'), 303)
    const wanted = readForm(request.body).one('delivery')
    const delivery = DELIVERIES.find((name) => name === wanted) ?? 'locker'
    const number = `P-${site.nowMs().toString(36).toUpperCase()}`
    const anonymousId = view.anonymousId
    const sessionId = visitOf(view, reply)
    const told =
      anonymousId === undefined || sessionId === undefined
        ? undefined
        : await tellPurchase(site, lines, { anonymousId, number, sessionId })
    reply.header('set-cookie', cartCookie([], view.secure))
    const total = moneyText(sumsOf(lines, delivery).total, site.catalogue.data.currency, view.locale)
    const title = sayTo(view, 'checkout.done')
    const body = html`<h1>${title}</h1>
<p>${sayTo(view, 'checkout.done_line', { number, total })}</p>
<p>${sayTo(view, told === 'accepted' ? 'checkout.kept' : 'checkout.not_kept')}</p>
<p><a class="button" href="${linkTo(view, '/shop')}">${sayTo(view, 'shop.back')}</a></p>`
    return sendShopPage(site, { ...view, cart: [] }, reply, { body, title })
  })
}

function payableLines(site: ShopSite, view: PageView): readonly CartLine[] {
  return cartLines(site.catalogue, view.cart).filter(({ product }) => product.feed.available)
}

/** The shop's server tells of purchases itself; private matters are left out. A failure never loses the order. */
async function tellPurchase(
  site: ShopSite,
  lines: readonly CartLine[],
  order: Omit<Order, 'lines'>,
): Promise<string | undefined> {
  const open = lines.filter(({ product }) => !isPrivateMatter(product))
  if (open.length === 0) return undefined
  const told = open.map(({ product, quantity }) => ({
    itemId: product.feed.item_id,
    price: product.feed.price,
    quantity,
  }))
  return site.engine.purchase({ ...order, lines: told }, site.nowMs()).catch(() => undefined)
}

function checkoutBody(site: ShopSite, view: PageView, lines: readonly CartLine[], delivery: Delivery): Html {
  const { controller } = site
  const { currency } = site.catalogue.data
  const nameOf = ({ product, variant }: CartLine): string =>
    [
      titleOf(product, view.locale),
      ...(variant === undefined ? [] : [variantName(product, view.locale, variant)]),
    ].join(', ')
  return html`<h1>${sayTo(view, 'checkout.title')}</h1>
<p class="notice done">${sayTo(view, 'checkout.demo')}</p>
<form class="checkout" method="post" action="${linkTo(view, '/shop/checkout')}">
<div class="checkout-choices">
<fieldset><legend>${sayTo(view, 'checkout.how')}</legend>${DELIVERIES.map((name) => deliveryChoice(site, view, lines, name, name === delivery))}</fieldset>
<fieldset><legend>${sayTo(view, 'checkout.pay')}</legend>
${(['blik', 'transfer'] as const).map((name) => html`<label class="box"><input type="radio" name="payment" value="${name}"${flag('checked', name === 'blik')}><span>${sayTo(view, `checkout.${name}`)}</span></label>`)}</fieldset>
</div>
<section class="checkout-summary" aria-labelledby="summary"><h2 id="summary">${sayTo(view, 'checkout.summary')}</h2>
<ul>${lines.map((line) => html`<li><span>${nameOf(line)} × ${line.quantity}</span> <span class="amount">${moneyText(lineAmount(line), currency, view.locale)}</span></li>`)}</ul>
${DELIVERIES.map((name) => html`<div class="sums-for" data-delivery="${name}">${sumRows(view, sumsOf(lines, name), currency, sayTo(view, `checkout.${name}`))}</div>`)}
<button class="order" type="submit">${sayTo(view, 'checkout.order')}</button>
<p class="small">${sayTo(view, 'checkout.returns')}</p>
${controller !== undefined && html`<p class="small">${sayTo(view, 'checkout.seller', { ...controller })}</p>`}
</section>
</form>`
}

function deliveryChoice(
  site: ShopSite,
  view: PageView,
  lines: readonly CartLine[],
  name: Delivery,
  isChosen: boolean,
): Html {
  const { delivery } = sumsOf(lines, name)
  const price =
    delivery === 0 ? sayTo(view, 'cart.free') : moneyText(delivery, site.catalogue.data.currency, view.locale)
  return html`<label class="box"><input type="radio" name="delivery" value="${name}"${flag('checked', isChosen)}><span>${sayTo(view, `checkout.${name}`)} – ${price}</span></label>`
}
