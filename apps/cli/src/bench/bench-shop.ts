/**
 * An invented shop for benchmarks: the real server on an empty store, a catalogue, visitors who agreed.
 *
 * Everything goes in through the public API, as a shop's server would send it. The store lies in a
 * temporary folder on the disk that is measured, and goes when the benchmark ends.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../server-process.ts'
import { inParallel, ShopClient } from './shop-client.ts'
import { seededChance } from './statistics.ts'

const PRODUCTS_PER_CALL = 500
const EVENTS_PER_CALL = 100
const SEEDING_WIDTH = 64

/** What a benchmark works with. */
export interface BenchShop {
  readonly url: string
  /** With the secret key. */
  readonly client: ShopClient
  readonly staffToken: string
  readonly chance: () => number
  /** Ids of the products, most wanted first. */
  readonly itemIds: readonly string[]
}

export interface BenchShopOptions {
  readonly seed: number
  readonly products: number
}

/** Opens the shop, does the work, closes it and removes its store. */
export async function withBenchShop<Result>(
  { products, seed }: BenchShopOptions,
  work: (shop: BenchShop) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'umiar-bench-'))
  const clean = () => rmSync(dataDir, { force: true, recursive: true })
  process.once('exit', clean)
  try {
    const server = await startServer(dataDir, {
      UMIAR_DEMO_SEED: 'off',
      UMIAR_LOG_LEVEL: 'warn',
      UMIAR_MODE: 'demo',
    })
    const keys = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
    const client = new ShopClient(server.url, keys.secret_key)
    try {
      const itemIds = Array.from({ length: products }, (_, index) => `item-${index}`)
      await putCatalogue(client, itemIds)
      return await work({
        chance: seededChance(seed),
        client,
        itemIds,
        staffToken: keys.staff_token,
        url: server.url,
      })
    } finally {
      client.close()
      await server.stop()
    }
  } finally {
    process.off('exit', clean)
    clean()
  }
}

/** A visitor's name in the shop; invented, and long enough to pass for random. */
export function visitorId(index: number): string {
  return `bench-visitor-${String(index).padStart(24, '0')}`
}

/** Each visitor chooses level 3 and lets others learn from her. */
export async function putConsents({ client }: BenchShop, count: number): Promise<void> {
  const policy = await client.ask<{ notice_version: string }>('GET', '/v1/consent/policy?locale=en')
  await inParallel(
    count,
    SEEDING_WIDTH,
    async (index) => {
      await client.ask('PUT', '/v1/consent', {
        level: 3,
        locale: 'en',
        method: 'api',
        notice_version: policy.notice_version,
        purposes: { train_models: true },
        visitor: { anonymous_id: visitorId(index) },
      })
    },
    'consents',
  )
}

/** Each visitor looks at some products, in one visit a few hours ago. @returns events stored */
export async function putHistories(shop: BenchShop, visitors: number, eventsEach: number): Promise<number> {
  const perCall = Math.max(1, Math.floor(EVENTS_PER_CALL / eventsEach))
  let stored = 0
  await inParallel(
    Math.ceil(visitors / perCall),
    8,
    async (call) => {
      const events: unknown[] = []
      for (let index = call * perCall; index < Math.min(visitors, (call + 1) * perCall); index++) {
        const startMs = Date.now() - (1 + Math.floor(shop.chance() * 24)) * 3_600_000
        for (let step = 0; step < eventsEach; step++)
          events.push(view(shop, index, `h-${step}`, startMs + step * 30_000))
      }
      const reply = await shop.client.ask<{ counts: Record<string, number> }>('POST', '/v1/events', {
        events,
      })
      if (reply.counts.accepted !== events.length)
        throw new Error(`events were not all accepted: ${JSON.stringify(reply.counts)}`)
      stored += events.length
    },
    'batches of history',
  )
  return stored
}

/** One product view, as the API takes it. */
export function view(shop: BenchShop, visitor: number, name: string, atMs: number): unknown {
  return {
    anonymous_id: visitorId(visitor),
    event: 'view_item',
    event_id: `${visitor}-${name}`,
    items: [{ item_id: anyItem(shop) }],
    page: { type: 'product' },
    session_id: `session-${visitor}`,
    time: new Date(atMs).toISOString(),
  }
}

/** A product, the popular ones more often: squaring the draw sends half of it to the first quarter. */
export function anyItem({ chance, itemIds }: BenchShop): string {
  return itemIds[Math.floor(chance() ** 2 * itemIds.length)]!
}

async function putCatalogue(client: ShopClient, itemIds: readonly string[]): Promise<void> {
  for (let start = 0; start < itemIds.length; start += PRODUCTS_PER_CALL) {
    const products = itemIds.slice(start, start + PRODUCTS_PER_CALL).map((id, index) => ({
      available: true,
      category: `shelf/${(start + index) % 40}`,
      item_id: id,
      price: { amount: '49.90', currency: 'PLN' },
      title: `Product ${start + index}`,
    }))
    await client.ask('POST', '/v1/products:batch', { products })
  }
}
