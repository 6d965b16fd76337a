/**
 * The world of demo mode: invented Polana, or a shop on real data. What is in it, who lives there, and
 * how it gets into an empty engine.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createPersonas,
  createSeedEngine,
  HEROES,
  type Personas,
  polanaAt,
  type ShopData,
  seedPolana,
  tellHero,
  withAddresses,
} from '@umiar/demo-shop'
import type { Client } from '@umiar/http-client'
import { progressBar } from '@umiar/server'
import type { RealData } from './real-data.ts'

/** Written when the demo shop is complete; a start that was broken off seeds again. */
const SEEDED_FILE = 'demo-seeded.json'
/** Written before its first product goes in: what is in the engine then is its own. */
const BEGUN_FILE = 'demo-seeding'

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
 * @param dataDir where it is noted that this engine has heard it all
 */
export function polanaWorld(clients: WorldClients, dataDir: string): DemoWorld {
  const marker = join(dataDir, SEEDED_FILE)
  const data = polanaAt(clients.nowMs())
  const engine = createSeedEngine(withProductAddresses(clients.shop))
  return {
    data,
    async fill() {
      if (existsSync(marker)) return
      const begun = join(dataDir, BEGUN_FILE)
      // What somebody has imported stays by itself.
      if (!existsSync(begun) && (await clients.staff.readiness()).products > 0) return
      writeFileSync(begun, '', { mode: 0o600 })
      const bar = progressBar('Filling the demo shop')
      const summary = await seedPolana(engine, {
        nowMs: clients.nowMs(),
        onProgress: ({ done, step, total }) => bar.show(done, total, step),
        products: data.products.map(({ feed }) => feed),
      })
      bar.end()
      writeFileSync(marker, `${JSON.stringify(summary)}\n`, { mode: 0o600 })
      rmSync(begun)
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
