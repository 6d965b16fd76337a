/**
 * The world of demo mode: invented Polana, or a shop on real data. What is in it, who lives there, and
 * how it gets into an empty engine.
 */
import type { Personas, ShopData } from '@umiar/demo-shop'
import { polanaAt, withAddresses } from '@umiar/demo-shop'
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

/** Polana, where everything is invented. */
export function polanaWorld(clients: WorldClients): DemoWorld {
  return {
    data: polanaAt(clients.nowMs()),
    async fill() {
      const shop = withProductAddresses(clients.shop)
      await shop.putProducts({ body: { products: polanaAt(clients.nowMs()).products.map(({ feed }) => feed) as never } })
    },
  }
}
