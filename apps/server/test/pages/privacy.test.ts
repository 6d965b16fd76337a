import { afterEach, describe, expect, it } from 'vitest'
import { ApiFault } from '../../src/pages/index.ts'
import { openShop, type Shop, saveLevel, Visitor } from './browser.ts'

const open: Shop[] = []
const newShop = async (): Promise<Shop> => {
  const shop = await openShop()
  open.push(shop)
  return shop
}
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

/** Values of the radio buttons and boxes that are ticked. */
function ticked(body: string): readonly string[] {
  return [
    ...body.matchAll(/<input type="(?:radio|checkbox)" name="([^"]*)"(?: value="([^"]*)")? checked/g),
  ].map(([, name, value]) => (value === undefined ? `${name}` : `${name}=${value}`))
}

describe('the choice', () => {
  it('is five rows with level 0 selected and nothing else ticked, level 4 not to be chosen', async () => {
    const { body } = await new Visitor(await newShop()).get('/privacy')
    expect(ticked('<input type="radio" name="level" value="3" checked>')).toEqual(['level=3'])
    expect(ticked(body)).toEqual(['level=0'])
    expect(body.match(/name="level"/g)).toHaveLength(5)
    expect(body).toContain('value="4" disabled')
    expect(body).toContain('Na tej stronie wszyscy widzą to samo.')
    expect(body).toContain('niedostępne w tym sklepie')
  })

  it('of level 0 by a guest leaves one value without an identifier and reaches nobody', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    const answer = await saveLevel(visitor, 0)
    expect([...visitor.cookies]).toEqual([['umiar_choice', '0']])
    expect(shop.api.people.size).toBe(0)
    expect(answer.body).toContain('zostaje tylko informacja o odmowie')
    expect((await visitor.get('/privacy')).body).toContain('To urządzenie pamięta tylko, że odmawiasz.')
  })

  it('of level 1 or more mints an id of 128 bits, and only once it is recorded', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    shop.api.failing = { call: 'putConsent', fault: new ApiFault(503, 'store_unavailable') }
    const failed = await saveLevel(visitor, 3)
    expect(failed.status).toBe(503)
    expect(failed.body).toContain('Nie mamy teraz dostępu do naszej bazy.')
    expect([...visitor.cookies]).toEqual([])
    const saved = await saveLevel(visitor, 3, { purpose_train_models: 'on' })
    expect(saved.body).toContain('Zapisano. Od teraz: Moja historia w tym sklepie.')
    expect(saved.body).toContain('Poziom 3: Moja historia w tym sklepie')
    expect(Buffer.from(visitor.cookies.get('umiar_id') ?? '', 'base64url')).toHaveLength(16)
    expect(shop.api.people.get(visitor.cookies.get('umiar_id') ?? '')?.choices).toEqual([
      {
        level: 3,
        locale: 'pl',
        method: 'form',
        notice_version: '2026-11-01',
        purposes: { train_models: true },
      },
    ])
    const other = new Visitor(shop)
    await saveLevel(other, 3)
    expect(other.cookies.get('umiar_id')).not.toBe(visitor.cookies.get('umiar_id'))
  })

  it('gives a visit its own name only after consent, and takes it away at level 0', async () => {
    const visitor = new Visitor(await newShop())
    await saveLevel(visitor, 1)
    await visitor.get('/shop')
    expect([...visitor.cookies.keys()].sort()).toEqual(['umiar_id', 'umiar_visit'])
    const lowered = await saveLevel(visitor, 0)
    expect([...visitor.cookies.keys()]).toEqual(['umiar_id'])
    expect(lowered.body).toContain('Usunęliśmy: Co oglądasz i czego szukasz, Koszyki i zakupy.')
  })

  it('shows what is granted and what may be paused, and sends only what it showed', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    const page = await saveLevel(visitor, 2)
    expect(ticked(page.body).filter((name) => !name.startsWith('hint_'))).toEqual([
      'level=2',
      'switch_visit_hints',
      'switch_taste_hints',
    ])
    await saveLevel(visitor, 2, { switch_shown: ['visit_hints', 'taste_hints'], switch_taste_hints: 'on' })
    const choices = shop.api.people.get(visitor.cookies.get('umiar_id') ?? '')?.choices
    expect(choices?.[0]?.switches).toBeUndefined()
    expect(choices?.[1]?.switches).toEqual({ taste_hints: true, visit_hints: false })
  })

  it('of a purpose above the level is not sent, and the page says so', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    const { body } = await saveLevel(visitor, 1, { purpose_train_models: 'on' })
    expect(body).toContain('Zgoda „Nauka podpowiedzi dla innych” wymaga poziomu 3, więc pozostaje wyłączona.')
    expect(shop.api.people.get(visitor.cookies.get('umiar_id') ?? '')?.choices[0]?.purposes).toEqual({})
  })

  it.each([
    ['4', '2026-11-01', 422, 'Ten sklep nie oferuje tego poziomu.'],
    ['3', 'old', 409, 'Treść tej strony w międzyczasie się zmieniła.'],
    ['', '2026-11-01', 422, 'Nie udało się odczytać formularza.'],
    ['-1', '2026-11-01', 422, 'Nie udało się odczytać formularza.'],
  ])(
    'of level "%s" under notice %s is refused in a plain sentence',
    async (level, notice_version, status, sentence) => {
      const visitor = new Visitor(await newShop())
      const answer = await visitor.post('/privacy/choice', { level, notice_version })
      expect(answer.status).toBe(status)
      expect(answer.body).toContain(sentence)
      expect([...visitor.cookies]).toEqual([])
    },
  )

  it('marks its cookies Secure behind HTTPS', async () => {
    const shop = await openShop(undefined, { cookies: { secure: true } })
    open.push(shop)
    const answer = await shop.app.inject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: 'level=0',
      url: '/privacy/choice',
    })
    expect(String(answer.headers['set-cookie'])).toContain('; Secure')
  })

  it('names Global Privacy Control when the browser sends it', async () => {
    const visitor = new Visitor(await newShop(), { 'sec-gpc': '1' })
    expect((await visitor.get('/privacy')).body).toContain('Global Privacy Control')
  })
})

describe('what we hold', () => {
  it('is said in counted sentences with dates, in both languages', async () => {
    const visitor = new Visitor(await newShop())
    await saveLevel(visitor, 3)
    for (const id of ['gaiwan', 'etiopia', 'gaiwan']) await visitor.get(`/shop/product/${id}`)
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('Pamiętamy 2 obejrzane produkty.')
    expect(body).toContain('Usuniemy najpóźniej 21 lutego 2027.')
    expect(body).toContain('Bo w tej wizycie oglądasz „Gaiwan porcelanowy 120 ml”')
    const english = await visitor.get('/privacy?lang=en')
    expect(english.body).toContain('We remember 2 products you viewed.')
  })

  it('is nothing for a guest, and unknown while the store is away', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    expect((await visitor.get('/privacy')).body).toContain('Nic. Nie wiemy, kim jesteś')
    await saveLevel(visitor, 3)
    shop.api.failing = { call: 'me', fault: new ApiFault(503, 'store_unavailable') }
    const { body, status } = await visitor.get('/privacy')
    expect(status).toBe(200)
    expect(body).toContain('Nie mamy teraz dostępu do naszej bazy.')
    expect(body).not.toContain('Nic. Nie wiemy')
  })
})

describe('hints', () => {
  it('replace what the form showed and keep what it did not', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 2)
    await visitor.post('/privacy/hints', {
      hint_filtry: 'never',
      hint_gaiwan: 'like',
      item_id: ['gaiwan', 'filtry'],
    })
    const { body } = await visitor.post('/privacy/hints', {
      hint_gaiwan: 'none',
      hint_kije: 'like',
      item_id: ['gaiwan', 'kije'],
    })
    const id = visitor.cookies.get('umiar_id') ?? ''
    expect(shop.api.people.get(id)?.taste).toEqual({ likes: ['kije'], never: ['filtry'] })
    expect(body).toContain('Wskazówki zapisane.')
    expect(body).toContain('Mamy od Ciebie 2 wskazówki.')
    expect(body).not.toContain('name="hint_zelazo"')
  })
})

describe('export and erasure', () => {
  it('gives everything as one JSON file', async () => {
    const visitor = new Visitor(await newShop())
    await saveLevel(visitor, 3)
    await visitor.get('/shop/product/gaiwan')
    const answer = await visitor.post('/privacy/export', {})
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="umiar-\d{4}-\d\d-\d\d\.json"$/,
    )
    expect(JSON.parse(answer.body).events[0].items[0].item_id).toBe('gaiwan')
  })

  it('says before the click what remains, wants the box ticked, and says after what was removed', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    expect((await visitor.get('/privacy')).body).not.toContain('name="confirm"')
    await saveLevel(visitor, 3)
    await visitor.get('/shop/product/gaiwan')
    await visitor.post('/shop/cart/add', { item_id: 'gaiwan' })
    expect((await visitor.get('/privacy')).body).toContain('skrót Twojego identyfikatora')
    const unsure = await visitor.post('/privacy/erase', {})
    expect(unsure.status).toBe(422)
    expect(unsure.body).toContain('zaznacz najpierw pole z potwierdzeniem')
    expect(shop.api.people.size).toBe(1)
    const done = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(done.body).toContain('Twoje dane są usunięte')
    expect(done.body).toContain('Co oglądasz i czego szukasz: 2 wpisy')
    expect(done.body).toContain('Koszyk zostaje')
    expect(shop.api.people.size).toBe(0)
    expect([...visitor.cookies]).toEqual([['cart', 'gaiwan']])
    expect((await visitor.post('/privacy/erase', { confirm: 'yes' })).body).toContain('Nie było czego usuwać')
  })

  it('keeps the id when the erasure failed, so that she can try again', async () => {
    const shop = await newShop()
    const visitor = new Visitor(shop)
    await saveLevel(visitor, 3)
    shop.api.failing = { call: 'erase', fault: new ApiFault(503, 'store_unavailable') }
    const failed = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(failed.status).toBe(503)
    expect(failed.body).toContain('Nic się nie zmieniło. Spróbuj za chwilę.')
    expect(visitor.cookies.has('umiar_id')).toBe(true)
  })
})
