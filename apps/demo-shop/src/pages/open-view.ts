/**
 * A view of the shop's pages: the visitor's level is asked from the engine.
 */
import type { ConsentReply } from '@umiar/http-client'
import { openPageView, type PageView } from '@umiar/web-pages'
import type { FastifyRequest } from 'fastify'
import type { ShopSite } from '../shop-site.ts'

/** The name under which she goes in the demo; who stays at level 0 has no id that could tell. */
export const PERSONA_COOKIE = 'shop_persona'

/** A page view with the invented person one chose to be. */
export interface ShopView extends PageView<ConsentReply> {
  readonly personaKey: string | undefined
}

/**
 * Reads a request; a submitted form belongs to the page it stands on. A refusal that stands on the device
 * holds here at once, also while the engine could not be told of it yet.
 */
export async function openShopView(request: FastifyRequest, site: ShopSite): Promise<ShopView> {
  const personaKey = new RegExp(`\\b${PERSONA_COOKIE}=([a-z]{1,20})(;|$)`).exec(
    request.headers.cookie ?? '',
  )?.[1]
  const view = await openPageView(request, {
    pageOfForm: (path) => (path.startsWith('/shop/cart') ? '/shop/cart' : '/shop'),
    readConsent: site.engine.consent,
    secureCookies: site.secureCookies,
  })
  return { ...view, level: view.refused ? 0 : view.level, personaKey }
}
