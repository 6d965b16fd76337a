/**
 * The cart: a cookie with item ids, set when something is put in and gone when it is empty.
 *
 * A cart is strictly necessary for what she asked for, so it needs no consent (ePrivacy Directive
 * Art. 5(3)); what is in it becomes an event only at a level that allows it.
 */
import { moneyText } from '@umiar/messages'
import { cartCookie, type Html, html, linkTo, type PageView, readForm, sayTo } from '@umiar/web-pages'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { cartEntry, cartLines, itemIdOf } from '../cart-lines.ts'
import { isPrivateMatter, priceText, titleOf, variantName } from '../catalogue.ts'
import { type CartLine, lineAmount, type OrderSums, sumsOf } from '../order.ts'
import type { ShopSite } from '../shop-site.ts'
import { sendShopPage } from './frame.ts'
import { openShopView, type ShopView } from './open-view.ts'
import { pictureLink, productLink } from './product-card.ts'
import { SHELF_SIZE, shelf } from './shelf.ts'

/** Adds the cart's pages. */
export function addCartRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get('/shop/cart', async (request, reply) => {
    const view = await openShopView(request, site)
    return sendCart(site, view, reply)
  })

  app.post('/shop/cart/add', async (request, reply) => {
    const view = await openShopView(request, site)
    const form = readForm(request.body)
    const added = form.all('item_id').flatMap((id) => {
      const product = site.catalogue.product(id)
      return product?.feed.available === true ? [cartEntry(product, form.one(`variant_${id}`))] : []
    })
    if (added.length > 0) reply.header('set-cookie', cartCookie([...view.cart, ...added], view.secure))
    return reply.redirect(linkTo(view, '/shop/cart', { added: added.map(itemIdOf).join(',') }), 303)
  })

  app.post('/shop/cart/change', async (request, reply) => {
    const view = await openShopView(request, site)
    const form = readForm(request.body)
    const entry = form.one('entry')
    reply.header('set-cookie', cartCookie(changed(view.cart, entry, form.one('act')), view.secure))
    return reply.redirect(
      linkTo(view, '/shop/cart', form.one('act') === 'remove' ? { removed: itemIdOf(entry) } : {}),
      303,
    )
  })
}

/** The cart after one more, one fewer, or all of a product gone. */
function changed(cart: readonly string[], entry: string, act: string): readonly string[] {
  if (act === 'remove') return cart.filter((other) => other !== entry)
  if (act === 'more') return cart.includes(entry) ? [...cart, entry] : cart
  const last = cart.lastIndexOf(entry)
  return cart.filter((_, index) => index !== last)
}

function sendCart(site: ShopSite, view: ShopView, reply: FastifyReply): Promise<FastifyReply> {
  const lines = cartLines(site.catalogue, view.cart)
  return sendShopPage(site, view, reply, {
    body: html`<h1>${sayTo(view, 'cart.title')}</h1>
${lines.length === 0 ? html`<p>${sayTo(view, 'cart.empty')}</p>` : cartBody(site, view, lines)}
${cartShelf(site, view, lines)}`,
    events: cartEvents(site, view),
    title: sayTo(view, 'cart.title'),
  })
}

/** The act that led here, for the browser script to tell if it may. */
function cartEvents(site: ShopSite, view: PageView): readonly Readonly<Record<string, unknown>>[] {
  const events = (['added', 'removed'] as const).map((act) => {
    const items = (view.query[act] ?? '').split(',').flatMap((id) => {
      const product = site.catalogue.product(id)
      if (product === undefined || isPrivateMatter(product)) return []
      return [{ item_id: id, price: product.feed.price, quantity: 1 }]
    })
    return { event: act === 'added' ? 'add_to_cart' : 'remove_from_cart', items }
  })
  return events.filter(({ items }) => items.length > 0)
}

function cartBody(site: ShopSite, view: PageView, lines: readonly CartLine[]): Html {
  const payable = lines.some(({ product }) => product.feed.available)
  return html`<ul class="cart">${lines.map((line) => cartRow(site, view, line))}</ul>
${sumRows(view, sumsOf(lines, 'locker'), site.catalogue.data.currency, sayTo(view, 'checkout.locker'))}
${payable && html`<p><a class="button" href="${linkTo(view, '/shop/checkout')}">${sayTo(view, 'cart.checkout')}</a></p>`}
<p class="small">${sayTo(view, 'cart.storage_note')}</p>`
}

/** Goods, delivery, total. @param delivery the way of delivery it is for, in words */
export function sumRows(view: PageView, sums: OrderSums, currency: string, delivery: string): Html {
  const money = (amount: number): string => moneyText(amount, currency, view.locale)
  return html`<dl class="sums">
<div><dt>${sayTo(view, 'cart.goods')}</dt><dd>${money(sums.goods)}</dd></div>
<div><dt>${sayTo(view, 'cart.delivery')}: ${delivery}</dt><dd>${sums.delivery === 0 ? sayTo(view, 'cart.free') : money(sums.delivery)}</dd></div>
<div class="total"><dt>${sayTo(view, 'cart.total')}</dt><dd>${money(sums.total)}</dd></div>
</dl>`
}

function cartRow(site: ShopSite, view: PageView, line: CartLine): Html {
  const { entry, product, quantity, variant } = line
  const title = titleOf(product, view.locale)
  const each = priceText(product.feed.price, view.locale)
  const act = (name: string, sign: string, label: string): Html =>
    html`<button class="quiet" type="submit" name="act" value="${name}" aria-label="${label}">${sign}</button>`
  return html`<li class="cart-row">
<img src="${pictureLink(product)}" alt="" width="96" height="72">
<p class="cart-title"><a href="${productLink(view, product)}">${title}</a>${variant !== undefined && html`<br><span class="small">${variantName(product, view.locale, variant)}</span>`}${quantity > 1 && html`<br><span class="small">${sayTo(view, 'cart.each', { price: each })}</span>`}</p>
<span class="amount">${product.feed.available ? moneyText(lineAmount(line), site.catalogue.data.currency, view.locale) : sayTo(view, 'shop.unavailable')}</span>
<form method="post" action="${linkTo(view, '/shop/cart/change')}"><input type="hidden" name="entry" value="${entry}">
${act('fewer', '−', sayTo(view, 'cart.fewer', { title }))} <span>${sayTo(view, 'cart.pieces', { n: quantity })}</span> ${act('more', '+', sayTo(view, 'cart.more', { title }))}
${act('remove', sayTo(view, 'cart.remove'), sayTo(view, 'cart.remove_one', { title }))}</form>
</li>`
}

function cartShelf(site: ShopSite, view: PageView, lines: readonly CartLine[]): Html {
  const inCart = new Set(lines.map(({ product }) => product))
  const completing = lines.flatMap(({ product }) => site.catalogue.completing(product, SHELF_SIZE))
  const own = [...new Set([...completing, ...site.catalogue.bestSellers(SHELF_SIZE * 3)])]
  return shelf(site, view, {
    heading: lines.length === 0 ? 'shelf.for_you' : 'shelf.with_cart',
    own: own.filter((product) => !inCart.has(product)),
    pageType: 'cart',
    slot: lines.length === 0 ? 'cart_empty' : 'cart',
    strategy: lines.length === 0 ? 'for_you' : 'cart',
  })
}
