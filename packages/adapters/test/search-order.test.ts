/**
 * A search shelf is a function of the catalogue, not of the store: no collation, no order of rows.
 */
import { join } from 'node:path'
import { deriveInstallationKeys } from '@umiar/crypto'
import { Model, ModelState } from '@umiar/recommender'
import { createApplication, type Store } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { nodeAead, openKeyFile, systemClock, systemRandom } from '../src/index.ts'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from './support/postgres.ts'
import { openStore } from './support/sqlite.ts'
import { temporaryDirectory } from './support/world.ts'

/** Ids that PostgreSQL's collations, SQLite's and JavaScript's order put in different places. */
const PRODUCTS = [
  { brand: 'Polana', item_id: 'b-1', title: 'Żółty kubek' },
  { brand: 'Polana', item_id: 'B-2', title: 'Zolty kubek' },
  { item_id: 'ż-3', title: 'Kubek żółtawy' },
  { item_id: 'z-4', title: 'Kubek pożółkły' },
  { brand: 'Żółty Dom', item_id: 'a_5', title: 'Świeca' },
  { item_id: 'a-5', title: 'Żółty obrus' },
  { item_id: 'A 5', released_at: '2026-11-01T00:00:00Z', title: 'Żółty obrus' },
  { item_id: 'ł-6', title: 'Łóżko polowe' },
  { available: false, item_id: 'c-7', title: 'Żółty czajnik' },
]
const TERMS = ['zolty', 'żółty', 'ŻÓŁTY', 'zol', 'lozko', 'kubek zolty', 'polana']

describe('the shelf of a search at level 0', () => {
  it.skipIf(isPostgresMissing)(`has the same order on both stores${whyMissing}`, async () => {
    const sqlite = temporaryDirectory()
    const postgres = temporaryDirectory()
    const url = await cluster().createDatabase()
    const fromSqlite = await shelves(sqlite, () => openStore(sqlite), PRODUCTS)
    const fromPostgres = await shelves(postgres, () => openPostgres(url, postgres), PRODUCTS.toReversed())
    expect(fromPostgres).toEqual(fromSqlite)
  })

  it('puts the exact spelling first, leaves out what is sold out, and fills up with what is left', async () => {
    const directory = temporaryDirectory()
    const found = await shelves(directory, () => openStore(directory), PRODUCTS)
    expect(found.zolty?.slice(0, 5)).toEqual(['B-2', 'A 5', 'a-5', 'b-1', 'a_5'])
    expect(found.lozko?.[0]).toBe('ł-6')
    expect(found['kubek zolty']?.slice(0, 2)).toEqual(['B-2', 'b-1'])
    for (const term of TERMS) expect(found[term]).toHaveLength(PRODUCTS.length - 1)
  })
})

const cluster = clusterOfFile()

/** Fills a store, opens it again as a start does, and asks for each term. */
async function shelves(
  directory: string,
  open: () => Promise<Store>,
  products: readonly object[],
): Promise<Record<string, readonly string[]>> {
  const first = await shop(directory, await open())
  for (const product of products) await first.putProducts([product])
  await first.close()
  const again = await shop(directory, await open())
  const found: Record<string, readonly string[]> = {}
  for (const term of TERMS) {
    const reply = await again.recommend(
      { kind: 'secret' },
      { context: { page_type: 'search', search_term: term }, slots: [{ id: 'found', limit: 20 }] },
    )
    found[term] = reply.slots[0]!.items.map((item) => item.item_id)
  }
  await again.close()
  return found
}

async function shop(directory: string, store: Store) {
  const model = new Model(new ModelState().publish(0))
  return createApplication({
    aead: nodeAead,
    clock: systemClock,
    currency: 'PLN',
    keyStore: await openKeyFile({ path: join(directory, 'keys.bin') }),
    keys: deriveInstallationKeys(new Uint8Array(32).fill(7), store.shopId),
    learner: {
      append: () => undefined,
      block: () => undefined,
      close: async () => undefined,
      forget: async () => undefined,
      replace: () => undefined,
      settled: async () => undefined,
      stateHash: async () => '',
    },
    model: () => model,
    privacyUrl: '/privacy',
    random: systemRandom,
    store,
  })
}
