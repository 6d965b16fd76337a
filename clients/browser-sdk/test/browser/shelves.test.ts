import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardsOf, hasChromium, launch, type Visit, visit } from '../support/visits.ts'
import { card, OWN_CARDS, openWorld, scriptTag, shelf, type World } from '../support/world.ts'

const ID = 'A'.repeat(22)
const ENGINE_CARDS = ['n1', 'n2', 'n3', 'n4']

describe.skipIf(!hasChromium)('shelves in a shop’s page', () => {
  let browser: Browser
  let world: World
  const open: Visit[] = []
  const enter: (options?: Parameters<typeof visit>[2]) => Promise<Visit> = async (options) => {
    const one = await visit(browser, world, options)
    open.push(one)
    return one
  }
  const ready = ({ page }: Visit, count = 1): Promise<unknown> =>
    expect.poll(() => page.locator('umiar-shelf[ready]').count()).toBe(count)

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    world = await openWorld()
    world.html = `${shelf('one')}<p>Below</p>${scriptTag(world)}`
  })
  afterEach(async () => {
    for (const one of open.splice(0)) await one.context.close()
    await world.close()
  })

  it('are asked for together, once, with the context of all', async () => {
    world.html = `${shelf('one', 'page-type="product" item-ids="p1" strategy="also_viewed"')}
      ${shelf('two', 'cart-item-ids="c1, c2" limit="2" exclude-ids="n1"')}
      <div class="far"></div>${shelf('three')}${scriptTag(world)}`
    const one = await enter()
    await ready(one, 3)
    expect(await cardsOf(one.page, 'one')).toEqual(ENGINE_CARDS)
    expect(await cardsOf(one.page, 'two')).toEqual(['n2', 'n3'])
    expect(world.to('/v1/recommendations')).toHaveLength(1)
    expect(world.to('/cards')).toHaveLength(1)
    expect(world.to('/v1/recommendations')[0]).toMatchObject({
      bearer: 'pub_world',
      body: {
        context: { cart_item_ids: ['c1', 'c2'], item_ids: ['p1'], locale: 'pl', page_type: 'product' },
        slots: [
          { id: 'one', limit: 4, strategy: 'also_viewed' },
          { exclude_ids: ['n1'], id: 'two', limit: 2 },
          { id: 'three', limit: 4 },
        ],
      },
    })
    const heard = await one.heard()
    expect(heard.map(({ detail, type }) => [type, detail.slot])).toEqual([
      ['umiar:answer', 'one'],
      ['umiar:answer', 'two'],
      ['umiar:answer', 'three'],
    ])
    expect(heard[0]?.detail).toMatchObject({ data_used: ['page_context'], rec_id: 'rec_one_0' })
    expect(one.errors).toEqual([])
  })

  it('store nothing and name nobody before an explicit act', async () => {
    const one = await enter()
    await ready(one)
    await one.page.click('umiar-shelf a')
    await one.page.evaluate(`umiar.track('view_item', { items: [{ item_id: 'x' }] })`)
    await one.page.clock.runFor(60_000)
    expect(await one.stored()).toEqual([])
    expect(world.to('/v1/recommendations')[0]?.body).not.toHaveProperty('visitor')
    expect(world.to('/v1/events')).toEqual([])
    expect(await one.page.locator('.umiar-taps').count()).toBe(0)
    // The detector sees what is planted.
    await one.page.evaluate(`document.cookie = 'planted=1'; localStorage.setItem('planted', '1')`)
    expect(await one.stored()).toEqual(['planted=1', 'planted'])
  })

  it('say why, and that no data about her were used', async () => {
    const one = await enter()
    await ready(one)
    await one.page.click('[data-item-id=n2] summary')
    expect(await one.text('[data-item-id=n2] details')).toBe(
      'Dlaczego to?Reason of n2Do wyboru tych produktów nie użyto żadnych danych o Tobie.',
    )
    expect(await one.text('[data-umiar-note]')).toContain('nie użyto żadnych danych o Tobie')
    expect(await one.page.getAttribute('[data-umiar-note] a', 'href')).toBe('/privacy')
    expect(await one.page.getAttribute('umiar-shelf', 'mode')).toBe('context')
    expect(await one.page.getAttribute('umiar-shelf', 'rec-id')).toBe('rec_one_0')
  })

  it('name a known visitor and say which data were used', async () => {
    world.levelOf.set(ID, 1)
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    const [visitId] = (await one.stored()).filter((text) => text.startsWith('umiar_visit='))
    expect(world.to('/v1/recommendations')[0]?.body.visitor).toEqual({
      anonymous_id: ID,
      session_id: visitId?.slice('umiar_visit='.length),
    })
    expect(visitId).toMatch(/^umiar_visit=[\w-]{22}$/)
    expect(await one.text('[data-umiar-note]')).toContain('Na podstawie: tego, co oglądasz w tej wizycie.')
    expect(await one.page.getAttribute('umiar-shelf', 'mode')).toBe('session')
  })

  it('name nobody where she refused, though an id is still there', async () => {
    const one = await enter({ cookies: { umiar_choice: '0', umiar_id: ID } })
    await ready(one)
    expect(world.to('/v1/recommendations')[0]?.body).not.toHaveProperty('visitor')
    expect(await one.stored()).toHaveLength(2)
  })

  it('never put an id into an address', async () => {
    world.levelOf.set(ID, 1)
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    await one.page.click('[data-item-id=n1] summary')
    await one.page.click('[data-item-id=n1] [value=like]')
    await one.page.evaluate(`umiar.track('view_item', { items: [{ item_id: 'secret-item' }] })`)
    await one.page.evaluate('umiar.setLevel(3)')
    await one.page.clock.runFor(5_000)
    await expect.poll(() => world.to('/v1/events').length).toBeGreaterThan(0)
    const addresses = world.asked.map(({ url }) => url).join(' ')
    expect(addresses).toContain('/v1/consent/policy?locale=pl')
    for (const secret of [ID, 'secret-item', 'n1']) expect(addresses).not.toContain(secret)
  })

  it('keep the shop’s own cards when the engine is late, ignore its answer, and move nothing', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    world.answers.set('POST /v1/recommendations', async () => {
      await held
      return { body: { data_used: [], slots: [] } }
    })
    const one = await enter()
    await expect.poll(() => world.to('/v1/recommendations').length).toBe(1)
    await one.page.clock.runFor(299)
    expect(await one.page.locator('umiar-shelf[ready]').count()).toBe(0)
    await one.page.clock.runFor(1)
    await ready(one)
    release()
    expect(await one.heard()).toEqual([{ detail: { reason: 'late' }, type: 'umiar:failed' }])
    expect(await cardsOf(one.page, 'one')).toEqual(OWN_CARDS)
    expect(await one.shifts()).toBe(0)
    expect(one.errors).toEqual([])
    // The detector sees a shift that is planted.
    await one.page.evaluate(`document.querySelector('umiar-shelf').style.marginTop = '150px'`)
    await expect.poll(() => one.shifts()).toBeGreaterThan(0)
  })

  it('keep the shop’s own cards when the shop’s cards are late', async () => {
    world.answers.set('POST /cards', () => new Promise(() => undefined))
    const one = await enter()
    await expect.poll(() => world.to('/cards').length).toBe(1)
    await one.page.clock.runFor(300)
    await ready(one)
    expect(await cardsOf(one.page, 'one')).toEqual(OWN_CARDS)
  })

  it('keep the shop’s own cards whatever the engine answers with', async () => {
    const one = await enter()
    for (const [reason, reply] of [
      ['store_unavailable', { body: { code: 'store_unavailable' }, status: 503 }],
      ['unreadable', { body: 'Internal Server Error', status: 500 }],
      ['strategy_unknown', { body: { code: 'strategy_unknown' }, status: 422 }],
      ['offline', { body: '', status: 0 }],
      ['unreadable', { body: '<html>' }],
      ['unreadable', { body: 'null' }],
      ['unreadable', { body: {} }],
      ['unreadable', { body: { slots: [7, null] } }],
      ['unreadable', { body: { data_used: [], slots: [{ items: [], slot: 'another' }] } }],
      ['no_cards', { body: { data_used: [], slots: [{ items: [], slot: 'one' }] } }],
    ] as const) {
      world.answers.set('POST /v1/recommendations', () => reply)
      await one.page.reload()
      await ready(one)
      const about = JSON.stringify(reply)
      expect(await one.heard(), about).toEqual([{ detail: { reason }, type: 'umiar:failed' }])
      expect(await cardsOf(one.page, 'one'), about).toEqual(OWN_CARDS)
      expect(await one.page.getAttribute('umiar-shelf', 'mode'), about).toBeNull()
      expect(await one.text('[data-umiar-note]'), about).toBe('Ours')
    }
    expect(one.errors).toEqual([])
  })

  it('show fewer cards where the shop renders fewer, in the same room, and move nothing', async () => {
    world.answers.set('POST /cards', () => ({ body: { cards: { n1: card('n1'), n2: 7, n3: '' } } }))
    const one = await enter()
    const before = await one.page.locator('.cards').boundingBox()
    await ready(one)
    expect(await cardsOf(one.page, 'one')).toEqual(['n1'])
    expect(await one.page.locator('.cards').boundingBox()).toEqual(before)
    expect(await one.shifts()).toBe(0)
  })

  it('refuse an answer that needs more room than there is in sight', async () => {
    const tall = (id: string): string => card(id).replace('<li', '<li class="tall"')
    world.answers.set('POST /cards', ({ body }) => ({
      body: { cards: Object.fromEntries(body.item_ids.map((id: string) => [id, tall(id)])) },
    }))
    world.html = `<link rel="stylesheet" href="/tall.css">${world.html}`
    const one = await enter({
      before: `addEventListener('DOMContentLoaded', () => {
        const sheet = new CSSStyleSheet(); sheet.replaceSync('.cards > .tall { height: 300px }')
        document.adoptedStyleSheets = [sheet] })`,
    })
    await ready(one)
    expect(await cardsOf(one.page, 'one')).toEqual(OWN_CARDS)
    expect(await one.heard()).toEqual([{ detail: { reason: 'no_room' }, type: 'umiar:failed' }])
    expect(await one.shifts()).toBe(0)
  })

  it('take what she says: a card that is not for her leaves, aloud, and stays away', async () => {
    world.levelOf.set(ID, 3)
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    await one.page.click('[data-item-id=n1] summary')
    await one.page.click('[data-item-id=n1] [value=not_for_me]')
    await expect.poll(() => cardsOf(one.page, 'one')).toEqual(['n2', 'n3', 'n4', 'n5'])
    expect(await one.text('umiar-shelf [role=status]')).toBe('Nie będziemy tego więcej podpowiadać.')
    expect(world.to('/v1/feedback')[0]?.body).toMatchObject({
      feedback: 'not_for_me',
      item_id: 'n1',
      rec_id: 'rec_one_3',
      visitor: { anonymous_id: ID },
    })
    expect(world.to('/v1/recommendations')[1]?.body.slots[0].exclude_ids).toEqual(['n1'])
    // Whoever works by keyboard goes on where she was.
    expect(await one.page.evaluate(`document.activeElement.closest('[data-item-id]').dataset.itemId`)).toBe(
      'n2',
    )
    expect(await one.shifts()).toBe(0)
  })

  it('say so where what she says cannot be saved', async () => {
    world.levelOf.set(ID, 3)
    world.answers.set('POST /v1/feedback', () => ({ body: { code: 'store_full' }, status: 503 }))
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    await one.page.click('[data-item-id=n1] summary')
    await one.page.click('[data-item-id=n1] [value=like]')
    await expect.poll(() => one.text('umiar-shelf [role=status]')).toContain('Nie udało się')
    expect(await one.page.getAttribute('[data-item-id=n1] [value=like]', 'aria-pressed')).toBeNull()
    world.answers.delete('POST /v1/feedback')
    await one.page.click('[data-item-id=n1] [value=like]')
    await expect.poll(() => one.text('umiar-shelf [role=status]')).toBe('Zapisane.')
    expect(await one.page.getAttribute('[data-item-id=n1] [value=like]', 'aria-pressed')).toBe('true')
    expect(await one.page.getAttribute('[data-item-id=n1] [value=like]', 'aria-label')).toBe(
      'Trafione: Product n1',
    )
  })

  it('say the line on data below themselves where nobody sees the page move, else only on the cards', async () => {
    const bare = (slot: string): string => shelf(slot).replace(/<p.*<\/p>/, '')
    world.html = `${bare('one')}<p>Below</p><div class="far"></div>${bare('two')}${scriptTag(world)}`
    const one = await enter()
    await ready(one, 2)
    expect(await one.page.locator('[slot-id=one] .umiar-note').count()).toBe(0)
    expect(await one.text('[slot-id=two] .umiar-note')).toContain('żadnych danych o Tobie')
    expect(await one.shifts()).toBe(0)
  })

  it('put what they add into the room a card leaves for it', async () => {
    world.levelOf.set(ID, 1)
    world.answers.set('POST /cards', () => ({
      body: { cards: { n1: '<li><a href="#n1">One</a><div data-umiar-slot></div></li>' } },
    }))
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    expect(await one.page.locator('[data-umiar-slot] .umiar-taps button').allTextContents()).toEqual([
      'Trafione',
      'Nie dla mnie',
      'To był prezent',
    ])
    // One tap: visible without opening anything.
    expect(await one.page.isVisible('[value=gift]')).toBe(true)
  })

  it('give the place back when she withdraws in another tab', async () => {
    world.levelOf.set(ID, 1)
    const one = await enter({ cookies: { umiar_id: ID } })
    await ready(one)
    await one.page.evaluate(`document.cookie = 'umiar_choice=0; path=/'`)
    await one.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('context')
    expect(world.to('/v1/recommendations')[1]?.body).not.toHaveProperty('visitor')
  })

  it('show without any script what the shop wrote', async () => {
    world.html = `${shelf('one')}<p>Below</p>`
    const one = await enter({ timePasses: true })
    await expect
      .poll(() => one.page.evaluate(`getComputedStyle(document.querySelector('.cards')).visibility`))
      .toBe('visible')
  })

  it('work in their first moment as they do when the time passes by itself', async () => {
    world.html = `${shelf('one')}<p>Below</p>${scriptTag(world)}`
    const one = await enter({ timePasses: true })
    await ready(one)
    expect([OWN_CARDS, ENGINE_CARDS]).toContainEqual(await cardsOf(one.page, 'one'))
    expect(await one.shifts()).toBe(0)
    expect(one.errors).toEqual([])
  })
})
