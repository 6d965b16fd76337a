/**
 * The web apps beside the engine: in demo mode shop, privacy centre and console around one world, in
 * production the console alone.
 *
 * Each app is given what a real shop's server would have: a client of the public API with a key. No app
 * knows another, and none reaches behind the API.
 */
import { registerConsole } from '@umiar/admin-console'
import {
  createShopEngine,
  isPrivateMatter,
  picturePath,
  productPath,
  registerDemoShop,
  type ShopProduct,
  SLOT_NAMES,
} from '@umiar/demo-shop'
import { type Client, createClient } from '@umiar/http-client'
import { type CentreCatalogue, type CentreProduct, registerPrivacyCentre } from '@umiar/privacy-centre'
import { type DemoKeys, demoKeysPath, type WebAppContext, type WebApps } from '@umiar/server'
import { type Site, serveBaseAssets } from '@umiar/web-pages'
import type { DemoWorld, WorldClients } from './demo-world.ts'

/** Where pages are mounted: a scope of the server. */
type Scope = Parameters<WebApps['mount']>[0]

/** @param makeWorld the shop of demo mode; not called in production */
export function webApps(context: WebAppContext, makeWorld: (clients: WorldClients) => DemoWorld): WebApps {
  const { demoKeys } = context
  return demoKeys === undefined ? productionApps(context) : demoApps(context, demoKeys, makeWorld)
}

function productionApps(context: WebAppContext): WebApps {
  return {
    links: [['Console', '/console']],
    mount: async (scope) => {
      await serveBaseAssets(scope)
      await mountConsole(scope, context, siteOf(context, 'Umiar'))
    },
  }
}

function demoApps(
  context: WebAppContext,
  keys: DemoKeys,
  makeWorld: (clients: WorldClients) => DemoWorld,
): WebApps {
  const shop = clientOf(context, keys.secret_key)
  const world = makeWorld({
    nowMs: () => context.clock.nowMs(),
    shop,
    staff: clientOf(context, keys.staff_token),
  })
  const site = { ...siteOf(context, world.data.name), dataFolder: world.folder }
  return {
    fill: () => (context.config.demoSeed ? world.fill() : Promise.resolve()),
    links: [
      ['Start here', '/'],
      ['Demo shop', '/shop'],
      ['Privacy centre', '/privacy'],
      ['Console', '/console'],
    ],
    mount: async (scope) => {
      await serveBaseAssets(scope)
      await registerDemoShop(scope, {
        data: world.data,
        engine: createShopEngine(shop),
        nowMs: () => context.clock.nowMs(),
        personas: world.personas,
        publishableKey: keys.publishable_key,
        site,
      })
      await registerPrivacyCentre(scope, {
        catalogue: centreCatalogue(world.data.products),
        client: shop,
        nowMs: () => context.clock.nowMs(),
        site,
        slotNames: SLOT_NAMES,
      })
      await mountConsole(scope, context, site)
    },
  }
}

function mountConsole(scope: Scope, context: WebAppContext, site: Site): Promise<void> {
  return registerConsole(scope, {
    client: clientOf(context, undefined),
    demoToken: context.demoKeys?.staff_token,
    demoKeysPath: context.demoKeys === undefined ? undefined : demoKeysPath(context.config.dataDir),
    nowMs: () => context.clock.nowMs(),
    site,
    slotNames: SLOT_NAMES,
  })
}

/** A client of the API of this very server, without a socket. */
function clientOf({ fetch }: WebAppContext, key: string | undefined): Client {
  return createClient({ baseUrl: 'http://127.0.0.1', fetch, key })
}

function siteOf({ config }: WebAppContext, name: string): Site {
  return {
    controller: config.controller,
    demo: config.mode === 'demo',
    name,
    origins: config.allowedOrigins,
    secureCookies: config.mode === 'production',
  }
}

function centreCatalogue(products: readonly ShopProduct[]): CentreCatalogue {
  const byId = new Map(products.map((product) => [product.feed.item_id, product]))
  return {
    candidates: () =>
      products.filter((product) => product.feed.available && !isPrivateMatter(product)).map(centreProduct),
    product: (itemId) => {
      const product = byId.get(itemId)
      return product === undefined ? undefined : centreProduct(product)
    },
  }
}

function centreProduct({ feed }: ShopProduct): CentreProduct {
  return {
    address: productPath(feed.item_id),
    category: feed.category,
    itemId: feed.item_id,
    picture: picturePath(feed.item_id),
    title: { en: feed.title_en ?? feed.title, pl: feed.title },
  }
}
