import { afterEach, describe, expect, it } from 'vitest'
import { demoCatalogue } from '../../src/demo/index.ts'
import type { CatalogueProduct } from '../../src/pages/index.ts'
import { ApiFault } from '../../src/pages/index.ts'
import { openShop, type Shop, saveLevel, Visitor } from './browser.ts'

const open: Shop[] = []
const shopWith = async (...parameters: Parameters<typeof openShop>): Promise<Shop> => {
  const shop = await openShop(...parameters)
  open.push(shop)
  return shop
}
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

const PAGES = [
  '/',
  '/shop',
  '/shop?category=tea',
  '/shop?category=tea/green',
  '/shop/product/gaiwan',
  '/shop/cart',
  '/shop/search?q=kawa',
  '/privacy',
]

describe('every page', () => {
  it.each(PAGES)(
    '%s is whole in both languages, marked as a demo, and leads to the privacy page',
    async (url) => {
      const shop = await shopWith()
      const visitor = new Visitor(shop)
      const joint = url.includes('?') ? '&' : '?'
      const polish = await visitor.get(url)
      const english = await visitor.get(`${url}${joint}lang=en`)
      expect([polish.status, english.status]).toEqual([200, 200])
      expect(polish.body).toContain('<html lang="pl">')
      expect(polish.body).toContain('Sklep pokazowy. Osoby, zakupy i zgody są wymyślone.')
      expect(polish.body).toContain('<a href="/privacy">Prywatność i personalizacja</a>')
      expect(english.body).toContain('<html lang="en">')
      expect(english.body).toContain('Demo shop. People, purchases and consents are invented.')
      expect(english.body).toContain('<a href="/privacy?lang=en">Privacy and personalization</a>')
      expect(polish.body).toContain('Poziom 0: Bez personalizacji')
    },
  )

  it.each(PAGES)('%s sets no cookie and sends nothing about a visitor who saved nothing', async (url) => {
    const shop = await shopWith()
    const answer = await new Visitor(shop).get(url)
    expect(answer.setCookies).toEqual([])
    expect(shop.api.sentEvents).toEqual([])
    expect(shop.api.asked.every((request) => request.visitor === undefined)).toBe(true)
  })

  it.each(PAGES)('%s holds neither script nor inline style, and forbids both', async (url) => {
    const { body, headers } = await new Visitor(await shopWith()).get(url)
    const inline = /<script|<style|\sstyle=|\son[a-z]+=|javascript:/i
    expect(inline.test('<p onclick="x">')).toBe(true)
    expect(body).not.toMatch(inline)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('carries no banner outside demo mode', async () => {
    const { body } = await new Visitor(await shopWith(undefined, { demo: false })).get('/shop')
    expect(body).not.toContain('Sklep pokazowy')
  })
})

describe('hostile titles and terms', () => {
  const hostile: readonly CatalogueProduct[] = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
  ].map((text) => ({
    available: true,
    brand: text,
    category: text,
    item_id: text,
    price: { amount: '1.00', currency: 'PLN' },
    sensitive: false,
    title: text,
  }))

  /** A script element, an event attribute outside quotation marks, or a script address. */
  const ACTIVE = /<script|<[a-z]+(\s+[a-z-]+(="[^"]*")?)*\s+on[a-z]+=|(href|src|action)="javascript:/i

  it('stay text in lists, pages, shelves, cart, search and privacy page', async () => {
    const shop = await shopWith(hostile)
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 3)
    const bodies: string[] = []
    for (const { item_id } of hostile) {
      const encoded = encodeURIComponent(item_id)
      await visitor.post('/shop/cart/add', { item_id })
      for (const url of [
        '/shop',
        `/shop?category=${encoded}`,
        `/shop/product/${encoded}`,
        '/shop/cart',
        `/shop/search?q=${encoded}`,
        `/shop/search?q=zz${encoded}`,
        `/privacy?done=${encoded}&removed=${encoded}`,
        `/shop?lang=${encoded}&hint=${encoded}`,
      ]) {
        const answer = await visitor.get(url)
        expect(answer.status, url).toBe(200)
        bodies.push(answer.body)
      }
    }
    for (const body of bodies) {
      expect(body).not.toMatch(ACTIVE)
    }
    expect('<img src="x" onerror=alert(1)>').toMatch(ACTIVE)
    expect(bodies.some((body) => body.includes('&lt;script&gt;alert(1)'))).toBe(true)
  })
})

describe('the shop', () => {
  it('shows under each suggestion why it stands there, and in words which data was used', async () => {
    const visitor = new Visitor(await shopWith())
    const guest = await visitor.get('/shop/product/gaiwan')
    expect(guest.body).toContain('Pasuje do tego')
    expect(guest.body).toContain('Często kupowane z produktem z tej strony')
    expect(guest.body).toContain('Bez użycia danych o Tobie.')
    await saveLevel(visitor, 1)
    const known = await visitor.get('/shop/product/gaiwan')
    expect(known.body).toContain('Bo w tej wizycie oglądasz „Gaiwan porcelanowy 120 ml”')
    expect(known.body).toContain('Na podstawie: tego, co oglądasz podczas tej wizyty.')
  })

  it('works without suggestions when the engine is down', async () => {
    const shop = await shopWith()
    shop.api.failing = { call: 'recommend', fault: new ApiFault(503, 'store_unavailable') }
    const { body, status } = await new Visitor(shop).get('/shop/product/gaiwan')
    expect(status).toBe(200)
    expect(body).toContain('Dodaj do koszyka')
    expect(body).not.toContain('Pasuje do tego')
  })

  it('says what it does not have, as a page', async () => {
    const visitor = new Visitor(await shopWith())
    for (const url of ['/shop/product/nothing', '/shop/nowhere', '/shop/product/%3Cscript%3E']) {
      const { body, status } = await visitor.get(url)
      expect(status).toBe(404)
      expect(body).toContain('Tego nie znaleźliśmy')
    }
    expect((await visitor.get('/assets/pictures/nothing.svg')).status).toBe(404)
    expect((await visitor.get('/assets/pictures/gaiwan.svg')).headers['content-type']).toContain(
      'image/svg+xml',
    )
    expect((await visitor.get('/assets/umiar.css')).headers['content-type']).toContain('text/css')
  })

  it('tells views, carts and purchases of somebody at level 3, each once', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 3)
    await visitor.get('/shop/product/gaiwan')
    await visitor.post('/shop/cart/add', { item_id: 'gaiwan' })
    await visitor.post('/shop/cart/add', { item_id: 'filtry' })
    await visitor.post('/shop/cart/remove', { item_id: 'filtry' })
    const bought = await visitor.post('/shop/cart/buy', {})
    expect(bought.body).toContain('Zakup pomoże nam lepiej podpowiadać')
    expect(shop.api.sentEvents.map((event) => event.event)).toEqual([
      'view_item',
      'add_to_cart',
      'add_to_cart',
      'remove_from_cart',
      'purchase',
    ])
    expect(new Set(shop.api.sentEvents.map((event) => event.event_id)).size).toBe(5)
    expect(new Set(shop.api.sentEvents.map((event) => event.session_id)).size).toBe(1)
    expect(shop.api.sentEvents[4]?.transaction_id).toBeDefined()
  })

  it('tells nothing of a prefetch, a HEAD request, or a private product', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 3)
    await visitor.get('/shop/product/gaiwan', { 'sec-purpose': 'prefetch' })
    await shop.app.inject({
      headers: { cookie: `umiar_id=${visitor.cookies.get('umiar_id')}` },
      method: 'HEAD',
      url: '/shop/product/gaiwan',
    })
    const sensitive = await visitor.get('/shop/product/zelazo')
    await visitor.post('/shop/cart/add', { item_id: 'zelazo' })
    await visitor.get('/shop/search?q=kwas foliowy')
    expect(sensitive.body).toContain('To sprawa prywatna')
    expect(shop.api.sentEvents).toEqual([])
    expect(JSON.stringify(shop.api.asked)).not.toMatch(/zelazo|care/)
    await visitor.get('/shop/product/gaiwan')
    expect(shop.api.sentEvents).toHaveLength(1)
  })
})

describe('the cart', () => {
  it('works without a consent, keeps item ids only, and ends with the browser', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    const full = await visitor.post('/shop/cart/add', { item_id: 'gaiwan' })
    expect(full.body).toContain('79,00')
    expect([...visitor.cookies]).toEqual([['cart', 'gaiwan']])
    await visitor.post('/shop/cart/add', { item_id: 'gaiwan' })
    expect((await visitor.get('/shop/cart')).body).toContain('2 szt.')
    const bought = await visitor.post('/shop/cart/buy', {})
    expect(bought.body).toContain('Nie zapamiętaliśmy tego zakupu')
    expect([...visitor.cookies]).toEqual([])
    expect(shop.api.sentEvents).toEqual([])
  })

  it('takes only products that are sold, and survives ids that are not', async () => {
    const visitor = new Visitor(await shopWith())
    for (const item_id of ['waga', 'nothing', '']) await visitor.post('/shop/cart/add', { item_id })
    expect([...visitor.cookies]).toEqual([])
    visitor.cookies.set('cart', 'gone|%E0%A4%A|gaiwan')
    expect((await visitor.get('/shop/cart')).body).toContain('Gaiwan')
  })
})

describe('a hint under a suggestion', () => {
  it('is sent with the answer it refers to and leads back; a guest has none', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    expect((await visitor.get('/shop/product/gaiwan')).body).not.toContain('Nie pokazuj')
    await saveLevel(visitor, 2)
    expect((await visitor.get('/shop/product/gaiwan')).body).toContain('Nie pokazuj')
    const after = await visitor.post('/shop/hint', {
      back: '/shop/product/gaiwan',
      hint: 'hide',
      item_id: 'filtry',
      rec_id: 'rec-0',
    })
    expect(after.body).toContain('nie będziemy tego podpowiadać')
    expect(shop.api.feedbacks).toMatchObject([{ feedback: 'hide', item_id: 'filtry', rec_id: 'rec-0' }])
  })
})

describe('a form from a foreign page', () => {
  it.each([
    '/shop/cart/add',
    '/shop/cart/buy',
    '/shop/hint',
    '/privacy/choice',
    '/privacy/erase',
    '/privacy/export',
  ])('%s does nothing', async (url) => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 3)
    const people = JSON.stringify([...shop.api.people])
    const fields = {
      confirm: 'yes',
      hint: 'like',
      item_id: 'gaiwan',
      level: '0',
      notice_version: '2026-11-01',
    }
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await visitor.post(url, fields, headers)
      expect(answer.status).toBe(403)
      expect(answer.setCookies).toEqual([])
      expect(answer.body).toContain('Ten formularz nie pochodzi z naszej strony')
    }
    expect(JSON.stringify([...shop.api.people])).toBe(people)
    expect(demoCatalogue()).toHaveLength(48)
  })
})
