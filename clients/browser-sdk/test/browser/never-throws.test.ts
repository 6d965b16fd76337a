import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardsOf, hasChromium, launch, type Visit, visit } from '../support/visits.ts'
import { OWN_CARDS, openWorld, scriptTag, shelf, type World } from '../support/world.ts'

const ID = 'A'.repeat(22)
/** Everything a shop's script can call, with sense and without; the kinds of what came back. */
const CALL_ALL = `(async () => {
  const circle = {}; circle.circle = circle
  const results = []
  for (const args of [[], [undefined], [null, null], ['view_item', circle], [0, 'x'], [{}, [], 1n], ['x', 'like', 'r']])
    for (const name of ['track', 'feedback', 'refresh', 'setLevel', 'level', 'forget'])
      results.push(name + ':' + typeof await umiar[name](...args))
  return [...new Set(results)].sort()
})()`

describe.skipIf(!hasChromium)('whatever is wrong, the page', () => {
  let browser: Browser
  let world: World
  let one: Visit

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(async () => {
    await one.context.close()
    await world.close()
  })

  const SHELVES = `${shelf('one')}<umiar-shelf>no list</umiar-shelf><umiar-levels>Privacy</umiar-levels>
    <script type="application/json" data-umiar-events>not json</script>`

  it('goes on with whatever stands on the script’s tag', async () => {
    world.answers.set('POST /v1/recommendations', () => ({ body: [] }))
    one = await visit(browser, world, { cookies: { umiar_id: ID }, timePasses: true })
    for (const attributes of [
      { 'data-key': undefined },
      { 'data-key': '' },
      { 'data-cards-url': 'http://[', 'data-engine': 'http://[', 'data-token-url': ':' },
      { 'data-locale': '\u0001%%%' },
      { 'data-engine': 'http://127.0.0.1:1' },
      { 'data-cards-url': undefined, 'data-token-url': undefined },
    ]) {
      world.html = `${SHELVES}${scriptTag(world, attributes)}`
      await one.page.reload()
      const about = JSON.stringify(attributes)
      await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(1)
      const kinds: string[] = await one.page.evaluate(CALL_ALL)
      expect(kinds, about).toContain('track:undefined')
      expect(
        kinds.filter((kind) => kind.startsWith('setLevel')),
        about,
      ).toEqual(['setLevel:object'])
      expect(await cardsOf(one.page, 'one'), about).toEqual(OWN_CARDS)
    }
    // An address outside of the page's policy is refused by the browser, and said by it.
    expect(one.errors.filter((error) => !/Content Security Policy/.test(error))).toEqual([])
  })

  it('goes on where the browser lacks or forbids something', async () => {
    world.html = `${SHELVES}${scriptTag(world)}`
    one = await visit(browser, world, { cookies: { umiar_id: ID }, timePasses: true })
    for (const before of [
      'delete window.fetch',
      `window.fetch = () => { throw new Error('blocked') }`,
      'delete window.CSSStyleSheet',
      `crypto.getRandomValues = () => { throw new Error('none') }`,
      `Object.defineProperty(document, 'cookie', { get() { throw new Error('blocked') } })`,
      'delete window.requestIdleCallback',
    ]) {
      const page = await one.context.newPage()
      page.on('pageerror', (error) => one.errors.push(`${before}: ${error.message}`))
      await page.addInitScript(before)
      await page.goto(world.shop)
      await expect.poll(() => page.evaluate('typeof umiar')).toBe('object')
      expect(await page.evaluate(CALL_ALL), before).toContain('track:undefined')
      await page.close()
    }
    expect(one.errors).toEqual([])
  })

  it('is told by the detector of what is thrown or rejected', async () => {
    world.html = scriptTag(world)
    one = await visit(browser, world, { timePasses: true })
    await one.page.evaluate(
      `void Promise.reject(new Error('planted')); setTimeout(() => { throw new Error('thrown') })`,
    )
    await expect.poll(() => one.errors.toSorted()).toEqual(['planted', 'thrown'])
  })

  it('loads the script twice and works once', async () => {
    world.html = `${shelf('one')}${scriptTag(world)}${scriptTag(world).replace('/umiar.js', '/umiar.js?again')}`
    one = await visit(browser, world)
    await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(1)
    expect(world.to('/v1/recommendations')).toHaveLength(1)
    expect(one.errors).toEqual([])
  })

  it('waits with a page that is drawn ahead of time until somebody looks at it', async () => {
    world.html = `${shelf('one')}${scriptTag(world)}`
    one = await visit(browser, world, {
      before: `Object.defineProperty(document, 'prerendering', { configurable: true, value: true })`,
    })
    expect(await one.page.evaluate('typeof umiar')).toBe('undefined')
    expect(world.asked).toEqual([])
    await one.page.evaluate(`document.dispatchEvent(new Event('prerenderingchange'))`)
    await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(1)
  })

  it('takes shelves that come and go later', async () => {
    world.html = scriptTag(world)
    one = await visit(browser, world)
    const add = (id: string): Promise<unknown> =>
      one.page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(shelf(id))})`)
    await add('late')
    await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(1)
    await one.page.evaluate(`window.moved = document.querySelector('umiar-shelf'); moved.remove()`)
    await one.page.evaluate('document.body.append(moved)')
    await expect.poll(() => world.to('/v1/recommendations').length).toBe(2)
    await expect.poll(() => cardsOf(one.page, 'late')).toEqual(['n1', 'n2', 'n3', 'n4'])
    await add('second')
    await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(2)
    expect(one.errors).toEqual([])
  })
})
