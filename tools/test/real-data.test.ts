import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeEngine } from '../../apps/cli/test/import/fake-engine.ts'
import { openRealData, realDataDirectory, realDataSource } from '../../bin/real-data.ts'

const NOW = Date.UTC(2026, 10, 23)
const ITEMS = `item,title,category,price,kind
B1,JUMBO BAG RED RETROSPOT,,1.95,product
M1,PINK VINTAGE MUG,,2.55,product
T1,"SET OF 3 CAKE TINS, PANTRY",,4.25,product
POST,POSTAGE,,18,service
`
/** Six people buy bag and mug together, ten years ago. */
const EVENTS = `session,user,ts,item,type,price,qty
${[1, 2, 3, 4, 5, 6].flatMap((n) => [`${n},u${n},${1_480_000_000 + n},B1,purchase,1.95,2`, `${n},u${n},${1_480_000_000 + n},M1,purchase,2.55,1`]).join('\n')}
`

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'umiar-gift_shop-'))
  dataDir = mkdtempSync(join(tmpdir(), 'umiar-data-'))
  writeFileSync(join(folder, 'items.csv'), ITEMS)
  writeFileSync(join(folder, 'events.csv.gz'), gzipSync(EVENTS))
})
afterEach(() => {
  for (const path of [folder, dataDir]) rmSync(path, { force: true, recursive: true })
})

describe('a shop on real data', () => {
  it('sells the products of the list, with departments, readable titles and pictures', async () => {
    const { shop } = await openRealData(realDataSource(folder, 'GBP', {}), dataDir)
    expect(shop.products.map(({ feed }) => [feed.title, feed.category, feed.price])).toEqual([
      ['Jumbo bag red retrospot', 'bags/bags', { amount: '1.95', currency: 'GBP' }],
      ['Pink vintage mug', 'kitchen/cups', { amount: '2.55', currency: 'GBP' }],
      ['Set of 3 cake tins, pantry', 'kitchen/baking', { amount: '4.25', currency: 'GBP' }],
    ])
    expect([...shop.categories.keys()]).toEqual([
      'kitchen',
      'kitchen/cups',
      'kitchen/baking',
      'bags',
      'bags/bags',
    ])
    expect(shop.products[0]).toMatchObject({
      completes: ['M1'],
      feed: { counts: { bought_with: [{ count: 6, item_id: 'M1' }], sold_30_days: 6, viewed_30_days: 0 } },
    })
    expect(shop.picture(shop.products[0]!)).toMatch(/^<svg .*<\/svg>$/s)
  })

  it('is filled once, with its own products and the history moved to now', async () => {
    const engine = fakeEngine(NOW)
    const source = realDataSource(folder, undefined, {})
    const first = await openRealData(source, dataDir)
    const summary = await first.fill(engine.clients, () => NOW)
    expect(summary?.counts).toMatchObject({ accepted_rows: 12, people_recorded: 6, products: 3 })
    expect(engine.imports).toMatchObject([{ basis: 'test-data', rebased: true }])
    expect(engine.products.map(({ title }) => title)).toContain('Jumbo bag red retrospot')
    expect(engine.products[0]?.counts).toMatchObject({ sold_30_days: 6 })
    expect(engine.events.at(-1)?.time).toBe(new Date(NOW).toISOString())
    const acts = engine.acts.length
    const again = await openRealData(source, dataDir)
    expect(await again.fill(engine.clients, () => NOW)).toBeUndefined()
    expect(engine.acts).toHaveLength(acts)
    expect(again.shop.products).toEqual(first.shop.products)
  })

  it('is filled at the next start where the first was broken off, and again with a new history', async () => {
    const engine = fakeEngine(NOW)
    const source = realDataSource(folder, undefined, {})
    engine.failAfterActs = 3
    const broken = await openRealData(source, dataDir)
    await expect(broken.fill(engine.clients, () => NOW)).rejects.toThrow('broke')
    engine.failAfterActs = Number.POSITIVE_INFINITY
    expect(await (await openRealData(source, dataDir)).fill(engine.clients, () => NOW)).toMatchObject({
      outcome: 'done',
      resumed: true,
    })
    writeFileSync(join(folder, 'events.csv.gz'), gzipSync(`${EVENTS}7,u7,1480000009,B1,view,,\n`))
    const summary = await (await openRealData(source, dataDir)).fill(engine.clients, () => NOW)
    expect(summary?.counts).toMatchObject({ accepted_rows: 1, duplicate_rows: 12 })
  })

  it('writes nothing into the folder, and no person into its marker', async () => {
    const before = readdirSync(folder)
    await (await openRealData(realDataSource(folder, undefined, {}), dataDir)).fill(
      fakeEngine(NOW).clients,
      () => NOW,
    )
    expect(readdirSync(folder)).toEqual(before)
    expect(readFileSync(join(dataDir, 'real-data.json'), 'utf8')).not.toMatch(/u[1-7]/)
  })
})

describe('the folder of a real shop', () => {
  it('may say name and currency; who asks or configures says it first', () => {
    expect(realDataSource(folder, undefined, {})).toMatchObject({
      currency: 'PLN',
      name: expect.stringMatching(/^Umiar gift shop /),
    })
    writeFileSync(join(folder, 'shop.json'), '{"name":"Gifts","currency":"EUR"}')
    expect(realDataSource(folder, undefined, {})).toMatchObject({ currency: 'EUR', name: 'Gifts' })
    expect(realDataSource(folder, undefined, { UMIAR_CURRENCY: 'USD' }).currency).toBe('USD')
    expect(realDataSource(folder, 'GBP', { UMIAR_CURRENCY: 'USD' })).toMatchObject({
      currency: 'GBP',
      currencySaidBy: '--currency',
    })
  })

  it('has a data directory of its own beside the usual one', () => {
    expect(realDataDirectory('/shops/online retail/', '/home/me/.umiar')).toBe(
      '/home/me/.umiar-online-retail',
    )
  })

  it.each<[string, () => void, Record<string, string>, string | undefined, string]>([
    ['outside demo mode', () => {}, { UMIAR_MODE: 'production' }, undefined, 'demo mode'],
    ['without a list of items', () => rmSync(join(folder, 'items.csv')), {}, undefined, 'no items.csv'],
    ['without a history', () => rmSync(join(folder, 'events.csv.gz')), {}, undefined, 'no events.csv'],
    [
      'with a broken shop.json',
      () => writeFileSync(join(folder, 'shop.json'), '{'),
      {},
      undefined,
      'not JSON',
    ],
    ['with a currency that is none', () => {}, {}, 'pounds', 'three capital letters'],
  ])('is refused %s', (_, prepare, environment, currency, message) => {
    prepare()
    expect(() => realDataSource(folder, currency, environment)).toThrow(message)
  })
})

const REAL = new URL('../../../shared/data/online-retail', import.meta.url).pathname

describe('the public Online Retail set (skipped where the data is absent)', () => {
  it.skipIf(!existsSync(REAL))('has 3,730 products, all but one in a hundred in a department', async () => {
    const source = realDataSource(REAL, 'GBP', {})
    // The marker of a finished import spares reading the history: this test only reads the items.
    const { hashFile } = await import('@umiar/cli')
    const marker = {
      counts: {},
      events_sha256: await hashFile(source.events),
      items_sha256: await hashFile(source.items),
    }
    writeFileSync(join(dataDir, 'real-data.json'), JSON.stringify(marker))
    const { shop } = await openRealData(source, dataDir)
    const other = shop.products.filter(({ feed }) => feed.category === 'other')
    expect(shop.products).toHaveLength(3_730)
    expect(other.length).toBeLessThan(37)
    expect(shop.categories.size).toBeGreaterThan(20)
    expect(shop.products.every(({ feed }) => /\p{Ll}/u.test(feed.title))).toBe(true)
  })
})
