import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasChromium, launch, type Visit, visit } from '../support/visits.ts'
import { openWorld, scriptTag, shelf, type World } from '../support/world.ts'

const ID = 'A'.repeat(22)
const DECLARED = `<script type="application/json" data-umiar-events>[{"event":"view_item","items":[{"item_id":"x"}]}]</script>`

describe.skipIf(!hasChromium)('events of a shop’s page', () => {
  let browser: Browser
  let world: World
  let one: Visit
  // biome-ignore lint/suspicious/noExplicitAny: events as they came
  const events = (): any[] => world.to('/v1/events').flatMap(({ body }) => body.events)
  const named = (name: string) => events().filter(({ event }) => event === name)

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    world = await openWorld()
    world.levelOf.set(ID, 1)
    world.html = `${shelf('one')}${DECLARED}${scriptTag(world)}`
  })
  afterEach(async () => {
    await one.context.close()
    await world.close()
  })

  it('go in one batch when the browser has time, filled in', async () => {
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await one.page.evaluate(`umiar.track('add_to_cart', { items: [{ item_id: 'y', quantity: 2 }] })`)
    await one.page.clock.runFor(100)
    await expect.poll(() => world.to('/v1/events').length).toBe(1)
    expect(world.to('/v1/events')[0]?.bearer).toBe('pub_world')
    const [view, cart] = events()
    expect(view).toMatchObject({ anonymous_id: ID, event: 'view_item', items: [{ item_id: 'x' }] })
    expect(cart).toMatchObject({ event: 'add_to_cart', items: [{ item_id: 'y', quantity: 2 }] })
    expect(view.event_id).toMatch(/^[\w-]{22}$/)
    expect(view.event_id).not.toBe(cart.event_id)
    expect(view.session_id).toBe(cart.session_id)
    expect(Number.isNaN(Date.parse(view.time))).toBe(false)
  })

  it('go once more with the same id when that failed, and then no more', async () => {
    world.answers.set('POST /v1/events', () => ({ body: {}, status: 503 }))
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await one.page.clock.runFor(500)
    await expect.poll(() => named('view_item').length).toBe(1)
    await expect
      .poll(async () => {
        await one.page.clock.runFor(500)
        return named('view_item').length
      })
      .toBe(2)
    const [first, second] = named('view_item')
    expect(second).toEqual(first)
    await one.page.clock.runFor(20_000)
    expect(named('view_item')).toHaveLength(2)
  })

  it('are not sent again when they were refused', async () => {
    world.answers.set('POST /v1/events', () => ({ body: { code: 'invalid_request' }, status: 422 }))
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await one.page.clock.runFor(500)
    await expect.poll(() => named('view_item').length).toBe(1)
    await one.page.clock.runFor(20_000)
    expect(named('view_item')).toHaveLength(1)
  })

  it('leave with the page', async () => {
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await one.page.evaluate(`umiar.track('search', { search_term: 'tea' })`)
    await one.page.goto('about:blank')
    await expect.poll(() => named('search').length).toBe(1)
  })

  it('say that a shelf was seen: once for each answer, after a second', async () => {
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('session')
    // The observer reports with a frame.
    await one.page.screenshot()
    await one.page.clock.runFor(900)
    expect(named('rec_impression')).toEqual([])
    await one.page.clock.runFor(5_000)
    await expect.poll(() => named('rec_impression').length).toBe(1)
    expect(named('rec_impression')[0]).toMatchObject({
      items: [{ item_id: 'n1' }, { item_id: 'n2' }, { item_id: 'n3' }, { item_id: 'n4' }],
      rec_id: 'rec_one_1',
      slot: 'one',
    })
    await one.page.evaluate('umiar.refresh()')
    await one.page.screenshot()
    await one.page.clock.runFor(5_000)
    expect(named('rec_impression')).toHaveLength(1)
  })

  it('say which card of a shelf was chosen', async () => {
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('session')
    await one.page.click('[data-item-id=n3] a')
    await one.page.clock.runFor(100)
    await expect.poll(() => named('select_item').length).toBe(1)
    expect(named('select_item')[0]).toMatchObject({
      items: [{ item_id: 'n3' }],
      position: 3,
      rec_id: 'rec_one_1',
      slot: 'one',
    })
  })

  it('are dropped where nobody is known, she refused, or the id is of another form', async () => {
    for (const cookies of [{}, { umiar_choice: '0', umiar_id: ID }, { umiar_id: 'ola@example.com' }]) {
      await one?.context.close()
      one = await visit(browser, world, { cookies: cookies as Record<string, string> })
      await one.page.evaluate(`umiar.track('view_item', {})`)
      await one.page.clock.runFor(60_000)
      await one.page.goto('about:blank')
      expect(world.to('/v1/events'), JSON.stringify(cookies)).toEqual([])
    }
  })

  it('end with forgetting, which leaves nothing behind', async () => {
    one = await visit(browser, world, { cookies: { umiar_id: ID } })
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('session')
    await one.page.evaluate(`umiar.track('view_item', {}); umiar.forget()`)
    expect(await one.stored()).toEqual([])
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('context')
    await one.page.clock.runFor(60_000)
    expect(world.to('/v1/events')).toEqual([])
  })
})
