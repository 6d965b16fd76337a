import { afterEach, describe, expect, it } from 'vitest'
import { SMALL_SHOP } from '../support/small-shop.ts'
import { type OpenShop, openShop, Visitor } from '../support/visitor.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'
const open: OpenShop[] = []
const shopWith = async (...parameters: Parameters<typeof openShop>): Promise<OpenShop> => {
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
  '/shop?category=tea/green&sort=cheap',
  '/shop/product/sencha',
  '/shop/compare?items=sencha,gunpowder',
  '/shop/cart',
  '/shop/search?q=sencha',
]

describe('every page', () => {
  it.each(PAGES)(
    '%s is whole in both languages, marked as a demo, and leads to the privacy centre',
    async (url) => {
      const visitor = new Visitor(await shopWith())
      const polish = await visitor.get(url)
      const english = await visitor.get(`${url}${url.includes('?') ? '&' : '?'}lang=en`)
      expect([polish.status, english.status]).toEqual([200, 200])
      expect(polish.body).toContain('<html lang="pl">')
      expect(polish.body).toContain('Sklep pokazowy. Osoby, zakupy i zgody są wymyślone.')
      expect(polish.body).toContain('href="/privacy"')
      expect(english.body).toContain('<html lang="en">')
      expect(english.body).toContain('href="/privacy?lang=en"')
      expect(`${polish.body}${english.body}`).not.toMatch(/\{\w+\}/)
    },
  )

  it.each(PAGES)('%s sets no cookie for a visitor who saved nothing', async (url) => {
    const shop = await shopWith()
    expect((await new Visitor(shop).get(url)).setCookies).toEqual([])
    const planted = await new Visitor(shop).post('/shop/cart/add', { item_id: 'cup' })
    expect(planted.status).toBe(200)
  })

  it.each(PAGES)('%s holds no inline script or style, and forbids both', async (url) => {
    const { body, headers } = await new Visitor(await shopWith()).get(url)
    const inline = /<script(?![^>]*(src=|application\/json))|<style|\sstyle=|\son[a-z]+=|javascript:/i
    expect(inline.test('<p onclick="x">')).toBe(true)
    expect(inline.test('<script>run()</script>')).toBe(true)
    expect(body).not.toMatch(inline)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['cache-control']).toBe('no-store')
  })

  it.each(PAGES)(
    '%s shows each product at most once per list, and nothing private on a shelf',
    async (url) => {
      const { body } = await new Visitor(await shopWith()).get(url)
      const onShelves = [...body.matchAll(/<umiar-shelf[\s\S]*?<\/umiar-shelf>/g)].join('')
      const shown = [...onShelves.matchAll(/data-item-id="([^"]+)"/g)].map((match) => match[1])
      expect(new Set(shown).size).toBe(shown.length)
      for (const hidden of ['iron', 'wine', 'kettle']) expect(shown).not.toContain(hidden)
    },
  )

  it('is there without the engine: level 0 for a stranger, said so for whoever has an id', async () => {
    const shop = await shopWith()
    shop.engine.isDown = true
    const stranger = await new Visitor(shop).get('/shop')
    expect(stranger.status).toBe(200)
    expect(stranger.body).toContain('data-item-id="sencha"')
    const known = new Visitor(shop)
    known.cookies.set('umiar_id', ID)
    expect((await known.get('/shop')).body).toContain('Personalizacja jest chwilowo wyłączona')
    expect((await known.get('/')).status).toBe(200)
  })

  it('carries neither banner nor invented people outside demo mode', async () => {
    const { body } = await new Visitor(await shopWith({ demo: false })).get('/shop')
    expect(body).not.toContain('Sklep pokazowy')
    expect(body).not.toContain('class="personas"')
  })
})

describe('hostile titles and terms', () => {
  const hostile = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</script><b>']
  const data = {
    ...SMALL_SHOP,
    products: SMALL_SHOP.products.slice(0, 3).map((one, index) => ({
      ...one,
      feed: { ...one.feed, brand: hostile[index] ?? '', title: hostile[index] ?? '' },
    })),
  }

  it('stay text, in pages and in blocks of data', async () => {
    const visitor = new Visitor(await shopWith({ data }))
    const urls = ['/shop', '/shop/product/sencha', `/shop/search?q=${encodeURIComponent(hostile[2] ?? '')}`]
    for (const url of urls) {
      const { body } = await visitor.get(url)
      for (const text of ['<script>alert', '<img src=x', '</script><b>']) expect(body).not.toContain(text)
    }
  })
})

describe('a product page', () => {
  it('says the price with VAT, the lowest of 30 days where reduced, delivery and returns', async () => {
    const { body } = await new Visitor(await shopWith()).get('/shop/product/gunpowder')
    const text = body.replaceAll('\u00a0', ' ')
    expect(text).toContain('24,50 zł')
    expect(text).toContain('Cena zawiera VAT')
    expect(text).toContain('Najniższa cena z 30 dni przed obniżką: 26,00 zł')
    expect(text).toContain('Zwrot w 14 dni')
  })

  it('is announced as reduced only together with the lowest price of 30 days, on cards too', async () => {
    const { body } = await new Visitor(await shopWith()).get('/shop?category=tea/green')
    const card = /data-item-id="gunpowder"[\s\S]*?<\/li>/.exec(body)?.[0].replaceAll('\u00a0', ' ')
    expect(card).toContain('Obniżka')
    expect(card).toContain('Najniższa cena z 30 dni przed obniżką: 26,00 zł')
    expect(card).not.toContain('31,00')
  })

  it('completes the set from the shop’s own knowledge, with one price for all', async () => {
    const { body } = await new Visitor(await shopWith()).get('/shop/product/sencha')
    expect(body.replaceAll('\u00a0', ' ')).toContain('Dodaj zestaw: 121,00 zł')
  })

  it('asks about age before it shows what is for adults only, and tells the engine nothing', async () => {
    const visitor = new Visitor(await shopWith())
    expect((await visitor.get('/shop/product/wine')).body).not.toContain('49,00')
    const shown = await visitor.post('/shop/adult', { item_id: 'wine' })
    expect(shown.body).toContain('49,00')
    expect(shown.body).not.toContain('data-umiar-events')
  })

  it('tells of a view by a block of data, of a private matter never', async () => {
    const visitor = new Visitor(await shopWith())
    expect((await visitor.get('/shop/product/sencha')).body).toContain(
      '<script type="application/json" data-umiar-events>[{"event":"view_item","items":[{"item_id":"sencha"}]}]</script>',
    )
    expect((await visitor.get('/shop/product/iron')).body).not.toContain('data-umiar-events')
  })

  it('is a 404 with a way back where there is no product', async () => {
    const answer = await new Visitor(await shopWith()).get('/shop/product/nothing')
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('href="/shop"')
  })
})

describe('search', () => {
  it('finds Polish words typed without their letters, and has a shelf where nothing is found', async () => {
    const visitor = new Visitor(await shopWith())
    expect((await visitor.get('/shop/search?q=zolta')).body).toContain('data-item-id="sencha"')
    const none = await visitor.get('/shop/search?q=xyzzy')
    expect(none.body).toContain('Nic nie znaleźliśmy')
    expect(none.body).toContain('<umiar-shelf')
  })

  it('does not tell of a word that leads to private matters', async () => {
    const visitor = new Visitor(await shopWith())
    expect((await visitor.get('/shop/search?q=sencha')).body).toContain('"search_term":"sencha"')
    expect((await visitor.get('/shop/search?q=iron')).body).not.toContain('data-umiar-events')
  })
})

describe('cart and checkout', () => {
  it('count pieces, add delivery under the limit, and end with “Zamawiam i płacę”', async () => {
    const visitor = new Visitor(await shopWith())
    await visitor.post('/shop/cart/add', { item_id: ['cup', 'pot'] })
    const cart = await visitor.post('/shop/cart/change', { act: 'more', entry: 'cup' })
    const text = cart.body.replaceAll('\u00a0', ' ')
    expect(text).toContain('2 szt.')
    expect(text).toContain('195,00 zł')
    expect(text).toContain('207,99 zł')
    const checkout = await visitor.get('/shop/checkout')
    expect(checkout.body).toContain('Zamawiam i płacę')
    expect(checkout.body).toContain('odstąpić od umowy w 14 dni')
    expect(checkout.body).toContain('Polana sp. z o.o.')
    const thanks = await visitor.post('/shop/checkout', { delivery: 'courier' })
    expect(thanks.body.replaceAll('\u00a0', ' ')).toContain('211,99 zł')
    expect(visitor.cookies.has('cart')).toBe(false)
  })

  it('say the total of the chosen delivery before the order, whichever it is', async () => {
    const visitor = new Visitor(await shopWith())
    await visitor.post('/shop/cart/add', { item_id: 'pot' })
    const { body } = await visitor.get('/shop/checkout')
    const totals = [
      ...body.matchAll(/data-delivery="(\w+)">[\s\S]*?class="total"><dt>[^<]*<\/dt><dd>([^<]*)/g),
    ]
    expect(totals.map(([, name, sum]) => [name, sum?.replaceAll('\u00a0', ' ')])).toEqual([
      ['locker', '151,99 zł'],
      ['courier', '155,99 zł'],
    ])
  })

  it('keep the chosen variant to the order, two of them as two lines, an unknown one never', async () => {
    const visitor = new Visitor(await shopWith())
    await visitor.post('/shop/cart/add', { item_id: 'genmaicha', variant_genmaicha: '100 g' })
    const cart = await visitor.post('/shop/cart/add', { item_id: 'genmaicha', variant_genmaicha: '1 t' })
    expect([...cart.body.matchAll(/class="cart-row"/g)]).toHaveLength(2)
    const checkout = await visitor.get('/shop/checkout')
    expect(checkout.body).toContain('Produkt genmaicha, 100 g × 1')
    expect(checkout.body).toContain('Produkt genmaicha, 50 g × 1')
    const fewer = await visitor.post('/shop/cart/change', { act: 'remove', entry: 'genmaicha*50 g' })
    expect([...fewer.body.matchAll(/class="cart-row"/g)]).toHaveLength(1)
    expect(fewer.body).toContain('"event":"remove_from_cart","items":[{"item_id":"genmaicha"')
  })

  it('tell the engine of a purchase only for whoever has an id, never of private matters', async () => {
    const shop = await shopWith()
    const stranger = new Visitor(shop)
    await stranger.post('/shop/cart/add', { item_id: 'cup' })
    await stranger.post('/shop/checkout', {})
    expect(shop.engine.purchases).toEqual([])
    const known = new Visitor(shop)
    known.cookies.set('umiar_id', ID)
    shop.engine.levels.set(ID, 3)
    await known.post('/shop/cart/add', { item_id: ['cup', 'iron'] })
    const thanks = await known.post('/shop/checkout', {})
    expect(thanks.body).toContain('ten pomoże w podpowiedziach')
    expect(shop.engine.purchases.map(({ lines }) => lines.map(({ itemId }) => itemId))).toEqual([['cup']])
  })

  it('never lose an order to a failing engine', async () => {
    const shop = await shopWith()
    const known = new Visitor(shop)
    known.cookies.set('umiar_id', ID)
    shop.engine.levels.set(ID, 3)
    await known.post('/shop/cart/add', { item_id: 'cup' })
    shop.engine.isDown = true
    expect((await known.post('/shop/checkout', {})).body).toContain('zamówienie przyjęte')
  })

  it('take nothing that is sold out or unknown', async () => {
    const visitor = new Visitor(await shopWith())
    await visitor.post('/shop/cart/add', { item_id: ['kettle', 'nothing'] })
    expect(visitor.cookies.has('cart')).toBe(false)
    expect((await visitor.get('/shop/checkout')).status).toBe(303)
  })
})

describe('what the browser script asks', () => {
  it('is a token for the id of this browser, or for one just being made, and for no other', async () => {
    const visitor = new Visitor(await shopWith())
    expect(JSON.parse((await visitor.ask('/shop/umiar-token', { anonymous_id: ID })).body).token).toContain(
      ID,
    )
    visitor.cookies.set('umiar_id', 'B'.repeat(22))
    expect((await visitor.ask('/shop/umiar-token', { anonymous_id: ID })).status).toBe(403)
    for (const body of [{}, { anonymous_id: 7 }, { anonymous_id: 'short' }])
      expect((await visitor.ask('/shop/umiar-token', body)).status).toBe(403)
  })

  it('refuses a token to another site', async () => {
    const visitor = new Visitor(await shopWith())
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect((await visitor.ask('/shop/umiar-token', { anonymous_id: ID }, foreign)).status).toBe(403)
  })

  it('is cards by id, in its language, with the address of the page carried on', async () => {
    const visitor = new Visitor(await shopWith())
    const body = { item_ids: ['sencha', 'nothing', 3], locale: 'en' }
    const referer = { referer: 'http://localhost:80/shop?lang=en&tour=customer.1' }
    const { cards } = JSON.parse((await visitor.ask('/shop/cards', body, referer)).body)
    expect(Object.keys(cards)).toEqual(['sencha'])
    expect(cards.sencha).toContain('Yellow sencha')
    expect(cards.sencha).toContain('lang=en&amp;tour=customer.1')
  })
})

describe('a refusal on the device', () => {
  it('holds before the engine knows of it: no visit, no purchase told, level 0 said', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    visitor.cookies.set('umiar_id', ID)
    shop.engine.levels.set(ID, 3)
    await visitor.post('/shop/cart/add', { item_id: 'cup' })
    await visitor.post('/shop/checkout', {})
    // The detector sees what would be told without the refusal.
    expect(shop.engine.purchases).toHaveLength(1)
    visitor.cookies.set('umiar_choice', '0')
    visitor.cookies.delete('umiar_visit')
    await visitor.post('/shop/cart/add', { item_id: 'cup' })
    const thanks = await visitor.post('/shop/checkout', {})
    expect(shop.engine.purchases).toHaveLength(1)
    expect(thanks.body).toContain('Poziom 0: Bez personalizacji')
    expect(visitor.cookies.has('umiar_visit')).toBe(false)
  })
})

describe('what the shop knows now', () => {
  it('is asked again without a page: level and what is held, of a stranger nothing', async () => {
    const shop = await shopWith()
    const stranger = await new Visitor(shop).get('/shop/knows')
    expect(stranger.body).toContain('Nic o Tobie nie jest zapisane.')
    const known = new Visitor(shop)
    known.cookies.set('umiar_id', ID)
    shop.engine.levels.set(ID, 3)
    const { body, headers } = await known.get('/shop/knows')
    expect(body).toContain('data-level="3"')
    expect(body).toContain('<li>Co oglądasz, najdłużej do 21 lutego 2027</li>')
    expect(body).not.toContain('<html')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('says so while use is paused', async () => {
    const shop = await shopWith()
    const visitor = new Visitor(shop)
    visitor.cookies.set('umiar_id', ID)
    shop.engine.levels.set(ID, 3)
    expect((await visitor.get('/shop/knows')).body).not.toContain('Wstrzymane')
    shop.engine.paused.add(ID)
    expect((await visitor.get('/shop/knows')).body).toContain('Wstrzymane: nie używamy żadnych danych')
  })
})

describe('invented people', () => {
  const ola = { key: 'ola', level: 3, name: 'Ola', story: { en: 'tea', pl: 'herbata' } }
  const personas = {
    all: [ola],
    become: async (key: string) => (key === 'ola' ? ID : undefined),
    byId: (id: string) => (id === ID ? ola : undefined),
  }

  it('are a switch in demo mode: cookies change, the page stays', async () => {
    const shop = await shopWith({ personas })
    shop.engine.levels.set(ID, 3)
    const visitor = new Visitor(shop)
    const page = await visitor.post('/shop/persona', { back: '/shop/product/cup', persona: 'ola' })
    expect(page.body).toContain('Jesteś: Ola')
    expect(visitor.cookies.get('umiar_id')).toBe(ID)
    expect(page.body).not.toContain(ID)
    const again = await visitor.post('/shop/persona', {
      back: 'https://elsewhere.example',
      persona: 'stranger',
    })
    expect(again.body).toContain('Jesteś: osoba nieznana')
    expect(visitor.cookies.has('umiar_id')).toBe(false)
  })

  it('who stay at level 0 have a name in the demo and no id', async () => {
    const janusz = { ...ola, key: 'janusz', level: 0, name: 'Janusz' }
    const visitor = new Visitor(await shopWith({ personas: { ...personas, all: [ola, janusz] } }))
    const page = await visitor.post('/shop/persona', { back: '/shop', persona: 'janusz' })
    expect(page.body).toContain('Jesteś: Janusz')
    expect(visitor.cookies.has('umiar_id')).toBe(false)
  })

  it('give no token to a browser that did not become them', async () => {
    const visitor = new Visitor(await shopWith({ personas }))
    expect((await visitor.ask('/shop/umiar-token', { anonymous_id: ID })).status).toBe(403)
  })

  it('have no route outside demo mode', async () => {
    expect((await new Visitor(await shopWith()).post('/shop/persona', { persona: 'ola' })).status).toBe(404)
  })
})

describe('the start page', () => {
  it('shows the same shelf at four levels, invented people marked, and three doors into a tour', async () => {
    const { body } = await new Visitor(await shopWith()).get('/')
    expect([...body.matchAll(/class="step"/g)]).toHaveLength(4)
    expect([...body.matchAll(/osoba zmyślona/g)]).toHaveLength(3)
    for (const tour of ['customer.1', 'shop.1', 'officer.1']) expect(body).toContain(`tour=${tour}`)
  })

  it('leads through six steps and carries the tour along links', async () => {
    const visitor = new Visitor(await shopWith())
    const { body } = await visitor.get('/shop?tour=customer.1')
    expect(body).toContain('Krok 1 z 6')
    expect(body).toContain('tour=customer.2')
    expect(body).toContain('href="/shop/cart?tour=customer.1"')
    expect((await visitor.get('/shop?tour=nobody.9')).body).not.toContain('class="tour"')
  })
})
