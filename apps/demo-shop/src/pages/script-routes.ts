/**
 * What scripts ask of the shop's server: a token for the visitor in front of it, cards, and what the shop
 * knows now.
 *
 * Ids of suggested products could say something about a person, so they travel in a body, never in an
 * address that ends up in a log.
 */
import { type Locale, localeOf } from '@umiar/vocabulary'
import { readCookies } from '@umiar/web-pages'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ShopSite } from '../shop-site.ts'
import { knowsBody, readHeld } from './knows.ts'
import { openShopView } from './open-view.ts'
import { type CardView, productCard } from './product-card.ts'

const ID_FORM = /^[A-Za-z0-9_-]{22}$/
const MOST_CARDS = 100

/** Adds the routes of the browser script. */
export function addScriptRoutes(app: FastifyInstance, site: ShopSite): void {
  app.post<{ Body: { anonymous_id?: unknown } | null }>('/shop/umiar-token', async (request, reply) => {
    const wanted = request.body?.anonymous_id
    const known = readCookies(request.headers.cookie).anonymousId
    // A browser with an id gets a token for that one only; a new id is just being made.
    if (typeof wanted !== 'string' || !ID_FORM.test(wanted) || (known !== undefined && known !== wanted))
      return reply.code(403).send({ error: 'this is not the id of this browser' })
    if (known === undefined && site.personas?.byId(wanted) !== undefined)
      return reply.code(403).send({ error: 'this id belongs to an invented person' })
    return reply.send({ token: await site.engine.token(wanted) })
  })

  app.post<{ Body: { item_ids?: unknown; locale?: unknown } | null }>('/shop/cards', async (request) => {
    const ids = Array.isArray(request.body?.item_ids) ? request.body.item_ids.slice(0, MOST_CARDS) : []
    const view = cardView(request, localeOf(String(request.body?.locale ?? '')))
    const cards: Record<string, string> = {}
    for (const id of ids) {
      const product = typeof id === 'string' ? site.catalogue.product(id) : undefined
      if (product !== undefined) cards[product.feed.item_id] = productCard(view, product, true).toString()
    }
    return { cards }
  })

  app.get('/shop/knows', async (request, reply) => {
    const view = await openShopView(request, site)
    const body = knowsBody(view, await readHeld(site, view))
    return reply.type('text/html; charset=utf-8').send(body.toString())
  })
}

/** Links of the cards carry on what the page's address named. */
function cardView(request: FastifyRequest, locale: Locale): CardView {
  const page = URL.parse(request.headers.referer ?? '')?.searchParams
  const carried: Record<string, string> = {}
  for (const name of ['lang', 'tour']) {
    const value = page?.get(name)
    if (typeof value === 'string') carried[name] = value
  }
  return { carried, locale }
}
