/**
 * The demo shop: what a real shop's server would be, with the start page in front of it.
 */
import { preparePageScope, type Site, serveAssets } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { createCatalogue } from './catalogue.ts'
import type { ShopEngine } from './engine.ts'
import { addCartRoutes } from './pages/cart-routes.ts'
import { addCheckoutRoutes } from './pages/checkout-routes.ts'
import { sendShopPage } from './pages/frame.ts'
import { addHomeRoutes } from './pages/home-routes.ts'
import { openShopView, type ShopView } from './pages/open-view.ts'
import { addPersonaRoutes } from './pages/persona-routes.ts'
import { addPictureRoutes } from './pages/picture-routes.ts'
import { addProductRoutes } from './pages/product-routes.ts'
import { addScriptRoutes } from './pages/script-routes.ts'
import type { ShopData } from './shop-data.ts'
import type { Personas, ShopSite } from './shop-site.ts'
import { addStartRoutes } from './start/start-routes.ts'

export { isPrivateMatter, titleOf } from './catalogue.ts'
export { createShopEngine, type ShopEngine } from './engine.ts'
export { picturePath, productPath, SLOT_NAMES, withAddresses } from './pages/addresses.ts'
export { createPersonas, type KnownPersona } from './personas.ts'
export { polana, polanaAt } from './polana/index.ts'
export { type RealShopOptions, realShop } from './real-data/real-shop.ts'
export type { FeedProduct, Price, ShopData, ShopProduct } from './shop-data.ts'
export type { Persona, Personas } from './shop-site.ts'
export {
  createSeedEngine,
  HEROES,
  seedPolana,
  tellHero,
} from './simulator/index.ts'

export interface DemoShopOptions {
  /** Name, controller and cookies; `name` is the brand in the header. */
  readonly site: Site
  readonly data: ShopData
  readonly engine: ShopEngine
  readonly publishableKey: string
  readonly personas?: Personas | undefined
  /** The present, ms since the epoch. */
  readonly nowMs: () => number
}

/** Adds the shop's pages to a server, which serves the base assets itself, once for all apps. */
export async function registerDemoShop(fastify: FastifyInstance, options: DemoShopOptions): Promise<void> {
  const site: ShopSite = {
    ...options.site,
    catalogue: createCatalogue(options.data),
    engine: options.engine,
    nowMs: options.nowMs,
    personas: options.personas,
    publishableKey: options.publishableKey,
  }
  await fastify.register(async (app) => {
    await preparePageScope(app, {
      open: (request) => openShopView(request, site),
      send: (reply, view, title, body) => sendShopPage(site, view as ShopView, reply, { body, title }),
      site,
    })
    await serveAssets(app, '/assets/shop/', [
      new URL('./assets/shop.css', import.meta.url),
      new URL('./browser/address.js', import.meta.url),
      new URL('./browser/dial.js', import.meta.url),
      new URL('./browser/knows.js', import.meta.url),
    ])
    addPictureRoutes(app, site)
    addStartRoutes(app, site)
    addHomeRoutes(app, site)
    addCartRoutes(app, site)
    addCheckoutRoutes(app, site)
    addScriptRoutes(app, site)
    if (site.personas !== undefined) addPersonaRoutes(app, site, site.personas)
    addProductRoutes(app, site)
  })
}
