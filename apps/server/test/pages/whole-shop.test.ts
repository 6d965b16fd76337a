/**
 * The pages over the real engine: store, keys and learner as in the shipped server, seeded as the demo is.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock, systemRandom } from '@umiar/adapters'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Composition, compose } from '../../src/compose.ts'
import { demoCatalogue, type SeedSummary, seedDemo } from '../../src/demo/index.ts'
import { buildServer, createShopperTokens, loadConfig, openKeyRing } from '../../src/index.ts'
import { createShopApi, registerPages, type ShopApi } from '../../src/pages/index.ts'
import { memoryKeyStore } from '../support/test-server.ts'
import { Visitor } from './browser.ts'

const SECRET_KEY = 'sec_whole_shop'

describe('the demo shop over the real engine', () => {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-pages-'))
  let composition: Composition
  let server: FastifyInstance
  let api: ShopApi
  let seeded: SeedSummary
  let notice: string

  beforeAll(async () => {
    const config = loadConfig({ UMIAR_DATA_DIR: directory, UMIAR_LOG_LEVEL: 'silent' })
    composition = await compose({ config })
    const keys = await openKeyRing({
      clock: systemClock,
      fixed: [{ key: SECRET_KEY, kind: 'secret' }],
      random: systemRandom,
      store: memoryKeyStore(),
    })
    const tokens = createShopperTokens({
      clock: systemClock,
      issuer: 'umiar:test',
      key: systemRandom.bytes(32),
      random: systemRandom,
    })
    server = await buildServer({
      app: composition.app,
      clock: systemClock,
      config,
      keys,
      pages: async (scope) => {
        api = createShopApi(scope, { secretKey: SECRET_KEY })
        await registerPages(scope, {
          api,
          catalogue: demoCatalogue(),
          controller: config.controller,
          demo: true,
        })
      },
      random: systemRandom,
      tokens,
    })
    seeded = await seedDemo(api, { nowMs: Date.now() })
    notice = (await api.policy('pl')).notice_version
    // An erasure ends with a model published without the person, and so with all that came before it:
    // shelves are compared below and must not change in between.
    const passerBy = api.shopper('passer-by')
    const purposes = { train_models: true }
    await passerBy.putConsent(
      { level: 3, locale: 'pl', method: 'form', notice_version: notice, purposes },
      false,
    )
    const time = new Date().toISOString()
    const view = { anonymous_id: 'passer-by', event: 'view_item', session_id: 'passing', time }
    await api.sendEvents(
      ['gaiwan', 'filtry'].map((item_id) => ({ ...view, event_id: item_id, items: [{ item_id }] })),
    )
    await passerBy.erase()
  }, 120_000)

  afterAll(async () => {
    await server?.close()
    await composition?.app.close()
    rmSync(directory, { force: true, recursive: true })
  })

  const save = (visitor: Visitor, level: number, more: Record<string, string> = {}) =>
    visitor.post('/privacy/choice', { level: String(level), notice_version: notice, ...more })

  it('is seeded with everything the history holds', () => {
    expect(seeded).toMatchObject({ products: 48, shoppers: 120 })
    expect(seeded.events).toBeGreaterThan(2000)
  })

  it('fills shelves for a guest, the same for any two, and leaves no cookie', async () => {
    const [one, two] = [new Visitor({ app: server }), new Visitor({ app: server })]
    for (const url of [
      '/shop',
      '/shop?category=coffee',
      '/shop/product/etiopia',
      '/shop/search?q=kawa',
      '/shop/cart',
    ]) {
      const first = await one.get(url)
      expect(first.status, url).toBe(200)
      expect((await two.get(url)).body, url).toBe(first.body)
      expect(first.setCookies, url).toEqual([])
    }
    const { body } = await one.get('/shop/product/etiopia')
    expect(body).toContain('Pasuje do tego')
    expect(body.match(/class="reason"/g)?.length).toBe(8)
    expect(body).not.toMatch(/Żelazo z witaminą|Kwas foliowy/)
  })

  it('remembers, explains, exports and forgets a shopper as she says', async () => {
    const visitor = new Visitor({ app: server })
    const saved = await save(visitor, 3)
    expect(saved.body).toContain('Zapisano. Od teraz: Moja historia w tym sklepie.')
    for (const id of ['gaiwan', 'sencha-wiosenna', 'czajniczek']) await visitor.get(`/shop/product/${id}`)
    const home = await visitor.get('/shop')
    expect(home.body).toMatch(/Bo (w tej wizycie oglądasz|w Twojej historii jest)/)
    await visitor.post('/shop/cart/add', { item_id: 'gaiwan' })
    expect((await visitor.post('/shop/cart/buy', {})).body).toContain('Zakup pomoże nam lepiej podpowiadać')
    await visitor.post('/shop/hint', { back: '/shop', hint: 'hide', item_id: 'zaparzacz' })
    const page = await visitor.get('/privacy')
    expect(page.body).toContain('Pamiętamy 3 obejrzane produkty.')
    expect(page.body).toContain('Pamiętamy 1 zakup.')
    expect(page.body).toContain('Mamy od Ciebie 1 wskazówkę.')
    expect(page.body).toMatch(/<ul class="why">/)
    const exported = JSON.parse((await visitor.post('/privacy/export', {})).body)
    expect(exported.taste.never).toEqual(['zaparzacz'])
    const erased = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(erased.body).toContain('Twoje dane są usunięte')
    expect([...visitor.cookies]).toEqual([])
    expect((await visitor.get('/shop')).body).toBe((await new Visitor({ app: server }).get('/shop')).body)
  })

  it('keeps the visit in memory only at level 2, hints included, and lowers at once', async () => {
    const visitor = new Visitor({ app: server })
    await save(visitor, 2)
    await visitor.post('/privacy/hints', { hint_bazylia: 'like', item_id: 'bazylia' })
    expect((await visitor.get('/privacy')).body).toContain('Mamy od Ciebie 1 wskazówkę.')
    await visitor.get('/shop/product/kurtka')
    const lowered = await save(visitor, 0)
    expect(lowered.body).toContain('Poziom 0: Bez personalizacji')
    expect(lowered.body).toContain('Usuniemy')
    expect((await visitor.get('/shop')).body).not.toMatch(/Bo (lubisz|w tej wizycie)/)
  })

  it('leaves the refusals of the API as problem documents', async () => {
    const refused = await server.inject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: 'a=1',
      url: '/v1/events',
    })
    expect(refused.statusCode).toBeGreaterThanOrEqual(400)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    const described = (await server.inject({ url: '/openapi.json' })).json()
    expect(
      Object.keys(described.paths).filter((path) => path.startsWith('/shop') || path.startsWith('/privacy')),
    ).toEqual([])
  })
})
