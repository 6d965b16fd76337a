/**
 * The server-rendered pages: start, shop, cart, privacy. They work without JavaScript.
 *
 * They live in an encapsulated Fastify scope: their headers, form parser and error page touch no
 * other route, and they reach the engine only through the public API (`ShopApi`).
 */
import formbody from '@fastify/formbody'
import type {} from '@fastify/swagger'
import { DomainError } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'
import { addAssetRoutes } from './asset-routes.ts'
import { addCartRoutes } from './cart-routes.ts'
import { type CatalogueProduct, createCatalogue } from './catalogue.ts'
import { codeOf, faultMessage } from './faults.ts'
import { html } from './html.ts'
import { CONTENT_SECURITY_POLICY, type Site } from './layout.ts'
import { addPrivacyRoutes } from './privacy-routes.ts'
import { comesFromOwnPage } from './request-origin.ts'
import { ApiFault, type ShopApi } from './shop-api.ts'
import { addShopRoutes, sendPage } from './shop-routes.ts'
import { openPageView, sayTo } from './visitor.ts'

export type { Catalogue, CatalogueProduct } from './catalogue.ts'
export { createCatalogue } from './catalogue.ts'
export { CONTENT_SECURITY_POLICY } from './layout.ts'
export { counted, pluralPl } from './plural.ts'
export type { EventInput, ShopApi, ShopperApi, Taste, WhySentence } from './shop-api.ts'
export { ApiFault, createShopApi } from './shop-api.ts'

export interface PagesOptions {
  readonly api: ShopApi
  /** Marks every page as a demonstration with invented people. */
  readonly demo: boolean
  /** The shop's own catalogue. */
  readonly catalogue: readonly CatalogueProduct[]
  /** Shown as the brand. Default `Polana`. */
  readonly shopName?: string
  /** Who answers for the data; shown on the privacy page. */
  readonly controller?: Site['controller']
  readonly cookies?: {
    /** Mark cookies `Secure` although the request looks like plain HTTP (behind a proxy). Default: on HTTPS only. */
    readonly secure?: boolean
  }
  /** Further origins whose forms are ours, e.g. `https://shop.example` behind a proxy. */
  readonly origins?: readonly string[]
}

const LARGEST_FORM_BYTES = 64 * 1024

/** Adds the pages to a server. The public API routes may be added before or after. */
export async function registerPages(fastify: FastifyInstance, options: PagesOptions): Promise<void> {
  const site: Site = {
    api: options.api,
    catalogue: createCatalogue(options.catalogue),
    controller: options.controller,
    demo: options.demo,
    origins: options.origins ?? [],
    secureCookies: options.cookies?.secure ?? false,
    shopName: options.shopName ?? 'Polana',
  }
  await fastify.register(async (app) => {
    if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) {
      await app.register(formbody, { bodyLimit: LARGEST_FORM_BYTES })
    }
    // Pages are no part of the described API.
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
    })
    guard(app, site)
    await addAssetRoutes(app, site)
    addShopRoutes(app, site)
    addCartRoutes(app, site)
    addPrivacyRoutes(app, site)
  })
}

/** Headers of every page, refusal of foreign forms, and the page that says what went wrong. */
function guard(app: FastifyInstance, site: Site): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || comesFromOwnPage(request.headers, request.host, site.origins))
      return undefined
    const view = await openPageView(request, site.api, site.secureCookies)
    const body = html`<h1>${sayTo(view, 'error.title')}</h1><p>${sayTo(view, 'error.foreign')}</p>`
    return sendPage(reply.code(403), site, view, sayTo(view, 'error.title'), body)
  })
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const view = await openPageView(request, site.api, site.secureCookies)
    const status = statusOf(error)
    if (status >= 500)
      request.log.error({ failure: { code: codeOf(error), type: error.name } }, 'a page failed')
    const isForm = status < 500 && codeOf(error) === undefined
    const text = isForm ? sayTo(view, 'error.form') : faultMessage(view, error)
    const body = html`<h1>${sayTo(view, 'error.title')}</h1><p>${text}</p>`
    return sendPage(reply.code(status), site, view, sayTo(view, 'error.title'), body)
  })
}

function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof DomainError) return error.status
  if (!(error instanceof ApiFault)) return error.statusCode ?? 500
  // A key the API refuses is the shop's fault, not the visitor's.
  return error.status === 401 || error.status === 403 ? 500 : error.status
}
