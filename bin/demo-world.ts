/**
 * The world of demo mode: invented Polana, or a shop on real data. What is in it, who lives there, and
 * how it gets into an empty engine.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createPersonas,
  createSeedEngine,
  HEROES,
  type Personas,
  polanaAt,
  type SharedCounts,
  type ShopData,
  seedPolana,
  sharedCountsOf,
  simulatedWorld,
  tellHero,
  withAddresses,
} from '@umiar/demo-shop'
import type { Client } from '@umiar/http-client'
import { progressBar } from '@umiar/server'
import type { RealData } from './real-data.ts'

/** Clients of the engine the world is for. */
export interface WorldClients {
  /** With the shop's secret key. */
  readonly shop: Client
  /** With the staff token. */
  readonly staff: Client
  readonly nowMs: () => number
}

export interface DemoWorld {
  readonly data: ShopData
  /** Name of the folder products and purchases come from; absent where they are invented. */
  readonly folder?: string | undefined
  readonly personas?: Personas | undefined
  /** Brings it into the engine unless it is there already. */
  fill(): Promise<void>
}

/** A shop on real data; nobody in it has a name. */
export function realWorld(real: RealData, folder: string, clients: WorldClients): DemoWorld {
  return {
    data: real.shop,
    async fill() {
      const bar = progressBar('Importing the history')
      const shop = withProductAddresses(clients.shop)
      await real.fill({ shop, staff: clients.staff }, clients.nowMs, (step, share) =>
        bar.show(Math.round(share * 100), 100, step),
      )
      bar.end()
    },
    folder,
  }
}

/** The same client; what it puts into the catalogue carries the addresses of page and picture. */
function withProductAddresses(client: Client): Client {
  return {
    ...client,
    putProducts: (input, options) => {
      const products = input.body.products.map(withAddresses)
      return client.putProducts({ body: { products } }, options)
    },
  }
}

/**
 * Polana, where everything is invented: 600 people and eight with a name, 120 days.
 *
 * Its counts come from the simulation; they are kept beside the store, so that later starts simulate nothing.
 *
 * @param dataDir where it is noted that this engine has heard it all
 */
export function polanaWorld(clients: WorldClients, dataDir: string): DemoWorld {
  const marker = readMarker(dataDir)
  const counts =
    marker === undefined ? sharedCountsOf(simulatedWorld()) : new Map(Object.entries(marker.counts))
  const data = withCounts(polanaAt(clients.nowMs()), counts)
  const engine = createSeedEngine(withProductAddresses(clients.shop))
  return {
    data,
    async fill() {
      if (marker !== undefined) return
      const bar = progressBar('Filling the demo shop')
      const products = data.products.map(({ feed }) => feed)
      await seedPolana(engine, {
        nowMs: clients.nowMs(),
        onProgress: ({ done, step, total }) => bar.show(done, total, step),
        products,
      })
      bar.end()
      writeMarker(dataDir, { counts: Object.fromEntries(counts) })
    },
    personas: createPersonas(HEROES, {
      isKnown: async (anonymousId) => {
        const { token } = await clients.shop.issueShopperToken({ body: { anonymous_id: anonymousId } })
        return (await clients.shop.with({ key: token }).consent()).level > 0
      },
      newId: () => randomBytes(16).toString('base64url'),
      tell: (key, anonymousId) => tellHero(engine, key, anonymousId, clients.nowMs()),
    }),
  }
}

function withCounts(shop: ShopData, counts: ReadonlyMap<string, SharedCounts>): ShopData {
  const products = shop.products.map((product) => {
    const own = counts.get(product.feed.item_id)
    return own === undefined ? product : { ...product, feed: { ...product.feed, counts: own } }
  })
  return { ...shop, products }
}

/** Written when the demo shop is complete; a start that was broken off seeds again. */
const SEEDED_FILE = 'demo-seeded.json'

interface Marker {
  readonly counts: Readonly<Record<string, SharedCounts>>
}

function readMarker(dataDir: string): Marker | undefined {
  try {
    const marker: Partial<Marker> = JSON.parse(readFileSync(join(dataDir, SEEDED_FILE), 'utf8'))
    return marker.counts === undefined ? undefined : { counts: marker.counts }
  } catch {
    return undefined
  }
}

function writeMarker(dataDir: string, marker: Marker): void {
  writeFileSync(join(dataDir, SEEDED_FILE), `${JSON.stringify(marker)}\n`, { mode: 0o600 })
}
