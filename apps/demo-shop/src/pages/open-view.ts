/**
 * A view of the shop's pages: the visitor's level is asked from the engine.
 */
import type { ConsentReply } from '@umiar/http-client'
import { openPageView, type PageView } from '@umiar/web-pages'
import type { FastifyRequest } from 'fastify'
import type { ShopSite } from '../shop-site.ts'

/** Reads a request; a submitted form belongs to the page it stands on. */
export function openShopView(request: FastifyRequest, site: ShopSite): Promise<PageView<ConsentReply>> {
  return openPageView(request, {
    pageOfForm: (path) => (path.startsWith('/shop/cart') ? '/shop/cart' : '/shop'),
    readConsent: site.engine.consent,
    secureCookies: site.secureCookies,
  })
}
