/**
 * The browser script over the real engine: a shop on an origin of its own, with nothing but the public API.
 */
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineProcess, newFolder, removeFolder, startEngine } from './engine-process.ts'

const CHROMIUM = '/usr/bin/chromium'
const PUBLISHABLE = 'pub_browser_sdk_test'
const ITEMS = ['tea-1', 'tea-2', 'tea-3', 'tea-4', 'tea-5', 'tea-6']

describe.skipIf(!existsSync(CHROMIUM))('a shop with the browser script over the real engine', () => {
  const directory = newFolder()
  let engine: EngineProcess
  let shop: Server
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    shop = createServer((request, response) => {
      void answerOf(request, engine).then(([type, body]) => {
        response.setHeader('content-type', type)
        response.end(body)
      })
    })
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
    engine = await startEngine(directory, {
      UMIAR_ALLOWED_ORIGINS: address,
      UMIAR_PUBLISHABLE_KEY: PUBLISHABLE,
    })
    const products = ITEMS.map((item_id) => ({ available: true, category: 'tea', item_id, title: item_id }))
    await engine.call('POST', '/v1/products:batch', { products })
    browser = await chromium.launch({ args: ['--headless', '--no-sandbox'], executablePath: CHROMIUM })
    page = await (await browser.newContext({ viewport: { height: 800, width: 1_000 } })).newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    // The page's time stands still, so that a busy machine is not a late engine.
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 1_000)
    await page.goto(address)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    shop?.closeAllConnections()
    shop?.close()
    await engine?.end()
    removeFolder(directory)
  })

  const shelf = async (): Promise<{ ids: string[]; mode: string | null; note: string }> => {
    await expect.poll(() => page.locator('umiar-shelf[ready]').count()).toBe(1)
    return {
      ids: await page.locator('umiar-shelf [data-item-id]').evaluateAll((cards) =>
        // biome-ignore lint/suspicious/noExplicitAny: an element of the page; the tests know no DOM types
        cards.map((card: any) => card.dataset.itemId),
      ),
      mode: await page.getAttribute('umiar-shelf', 'mode'),
      note: (await page.locator('[data-umiar-note]').textContent()) ?? '',
    }
  }
  const save = async (level: number): Promise<void> => {
    await page.check(`umiar-levels [value="${level}"]`)
    await page.click('umiar-levels button')
    await expect.poll(() => page.locator('umiar-levels [role=status]').textContent()).toContain('Zapisano.')
  }

  it('fills a stranger’s shelf from the page alone and leaves nothing on her device', async () => {
    const { ids, mode, note } = await shelf()
    expect(ids).toHaveLength(4)
    expect(ITEMS).toEqual(expect.arrayContaining(ids))
    expect(['context', 'popular', 'curated']).toContain(mode)
    expect(note).toContain('nie użyto żadnych danych o Tobie')
    expect(await page.context().cookies()).toEqual([])
  })

  it('after “My hints”, what is not for her stays away on the next page', async () => {
    await save(2)
    const [first = ''] = (await shelf()).ids
    await page.click(`[data-item-id="${first}"] [value=not_for_me]`)
    await expect.poll(async () => (await shelf()).ids).not.toContain(first)
    await page.reload()
    const { ids, note } = await shelf()
    expect(ids).toHaveLength(4)
    expect(ids).not.toContain(first)
    expect(note).toContain('Twoich wskazówek')
    const statuses = page.waitForResponse(/\/v1\/events$/)
    await page.evaluate(`umiar.track('view_item', { items: [{ item_id: 'tea-5' }] })`)
    await page.clock.runFor(100)
    expect((await (await statuses).json()).counts).toEqual({ session_only: 1 })
  })

  it('after withdrawal the engine knows it, and nothing more is sent', async () => {
    const id = (await page.context().cookies()).find(({ name }) => name === 'umiar_id')?.value ?? ''
    await expect.poll(() => page.locator('umiar-levels input:checked').getAttribute('value')).toBe('2')
    await save(0)
    const { body } = await engine.call('GET', '/v1/consent', undefined, await engine.token(id))
    expect(body).toMatchObject({ level: 0 })
    await expect.poll(async () => (await shelf()).note).toContain('nie użyto żadnych danych o Tobie')
    await page.evaluate(`umiar.track('view_item', { items: [{ item_id: 'tea-5' }] })`)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.clock.runFor(10_000)
    expect(sent.filter((url) => url.endsWith('/v1/events'))).toEqual([])
    expect(errors).toEqual([])
  })
})

/** What the shop's own server does: the page, the cards, the tokens. */
async function answerOf(request: IncomingMessage, engine: EngineProcess): Promise<[string, string]> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString())
  if (request.url === '/token') {
    return ['application/json', JSON.stringify({ token: await engine.token(body.anonymous_id) })]
  }
  if (request.url === '/cards') {
    const cards = Object.fromEntries((body.item_ids as string[]).map((id) => [id, card(id)]))
    return ['application/json', JSON.stringify({ cards })]
  }
  const own = ITEMS.slice(0, 4).map(card).join('')
  return [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="pl"><title>Shop</title><style>
      .cards { display: grid; grid-template-columns: repeat(4, 1fr) } .cards > li { height: 220px }
      umiar-levels { display: block; min-height: 50rem }
    </style><umiar-shelf slot-id="home" page-type="home"><ul class="cards">${own}</ul><p data-umiar-note>Ours</p></umiar-shelf>
    <umiar-levels>Privacy</umiar-levels>
    <script type="module" src="${engine.url}/umiar.js" data-key="${PUBLISHABLE}" data-cards-url="/cards" data-token-url="/token"></script>`,
  ]
}

function card(id: string): string {
  return `<li data-item-id="${id}"><a href="#${id}">${id}</a><div data-umiar-slot></div></li>`
}
