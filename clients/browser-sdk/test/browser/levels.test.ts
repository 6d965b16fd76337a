import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasChromium, launch, type Visit, visit } from '../support/visits.ts'
import { openWorld, scriptTag, shelf, type World } from '../support/world.ts'

const ID = 'A'.repeat(22)

describe.skipIf(!hasChromium)('the choice of a level in a shop’s page', () => {
  let browser: Browser
  let world: World
  let one: Visit
  const enter = async (options?: Parameters<typeof visit>[2]): Promise<void> => {
    one = await visit(browser, world, options)
    await expect.poll(() => one.page.locator('umiar-levels[ready]').count()).toBe(1)
  }
  const choose = async (level: number): Promise<void> => {
    await one.page.check(`umiar-levels [value="${level}"]`)
    await one.page.click('umiar-levels button')
  }
  const said = (): Promise<string> => one.text('umiar-levels [role=status]')
  const consentCalls = () => world.to('/v1/consent').filter(({ method }) => method === 'PUT')

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    world = await openWorld()
    world.html = `${shelf('one')}<umiar-levels class="roomy"><a href="/privacy">Privacy</a></umiar-levels>${scriptTag(world)}`
  })
  afterEach(async () => {
    await one.context.close()
    await world.close()
  })

  it('shows five rows and one button; what is not offered cannot be chosen', async () => {
    await enter()
    expect(await one.page.locator('umiar-levels label').count()).toBe(5)
    expect(await one.page.locator('umiar-levels button').count()).toBe(1)
    expect(await one.page.isChecked('umiar-levels [value="0"]')).toBe(true)
    expect(await one.page.isDisabled('umiar-levels [value="4"]')).toBe(true)
    expect(await one.text('umiar-levels label:last-of-type')).toContain('niedostępne w tym sklepie')
    expect(await one.stored()).toEqual([])
    expect(one.errors).toEqual([])
  })

  it('counts only what is saved: then the id comes, after the engine has recorded the consent', async () => {
    await enter()
    let storedMeanwhile: string[] = []
    world.answers.set('PUT /v1/consent', async ({ bearer, body }) => {
      storedMeanwhile = await one.stored()
      world.levelOf.set(bearer?.replace('token.', '') ?? '', body.level)
      return { body: { level: body.level } }
    })
    await one.page.check('umiar-levels [value="2"]')
    expect(consentCalls()).toEqual([])
    await one.page.click('umiar-levels button')
    await expect.poll(said).toBe('Zapisano. Od teraz: Level 2.  ')
    expect(storedMeanwhile).toEqual([])
    const cookies = await one.context.cookies()
    const id = cookies.find(({ name }) => name === 'umiar_id')
    expect(id).toMatchObject({ httpOnly: false, path: '/', sameSite: 'Lax', secure: false })
    expect(id?.value).toMatch(/^[\w-]{22}$/)
    expect(id?.expires).toBeGreaterThan(Date.now() / 1000 + 182 * 86_400)
    expect(id?.expires).toBeLessThan(Date.now() / 1000 + 184 * 86_400)
    expect(world.to('/token')[0]?.body).toEqual({ anonymous_id: id?.value })
    expect(consentCalls()[0]).toMatchObject({
      bearer: `token.${id?.value}`,
      body: { level: 2, locale: 'pl', method: 'widget', notice_version: '1' },
    })
    expect(await one.heard()).toContainEqual({ detail: { level: 2, removed: [] }, type: 'umiar:level' })
    // The shelf is asked again in her name.
    await expect
      .poll(() => world.to('/v1/recommendations').at(-1)?.body.visitor?.anonymous_id)
      .toBe(id?.value)
  })

  it('stores nothing where the engine could not record it', async () => {
    await enter()
    world.answers.set('PUT /v1/consent', () => ({ body: { code: 'store_full' }, status: 503 }))
    await choose(1)
    await expect.poll(said).toBe('Nie udało się zapisać. Spróbuj ponownie.')
    expect(await one.stored()).toEqual([])
  })

  it('keeps a guest’s refusal as one value, without asking anybody', async () => {
    await enter()
    await expect.poll(() => one.page.locator('umiar-shelf[ready]').count()).toBe(1)
    const before = world.asked.length
    await one.page.click('umiar-levels button')
    await expect.poll(said).toBe('Zapisano. Od teraz: Level 0.  ')
    expect(await one.stored()).toEqual(['umiar_choice=0'])
    expect(world.asked).toHaveLength(before)
    await one.page.evaluate(`umiar.track('view_item', {})`)
    await one.page.clock.runFor(10_000)
    expect(world.to('/v1/events')).toEqual([])
  })

  it('lowers with the publishable key alone, and says what was deleted', async () => {
    world.levelOf.set(ID, 3)
    await enter({ cookies: { umiar_id: ID } })
    expect(await one.page.isChecked('umiar-levels [value="3"]')).toBe(true)
    world.answers.set('POST /token', () => ({ body: {}, status: 500 }))
    await choose(1)
    await expect.poll(said).toBe('Zapisano. Od teraz: Level 1. Usunęliśmy: What you viewed. ')
    expect(consentCalls()[0]).toMatchObject({
      bearer: 'pub_world',
      body: { level: 1, visitor: { anonymous_id: ID } },
    })
    expect(world.levelOf.get(ID)).toBe(1)
  })

  it('takes no more acts to lower than to raise', async () => {
    const acts = async (level: number): Promise<number> => {
      await one.page.check(`umiar-levels [value="${level}"]`)
      await one.page.click('umiar-levels button')
      await expect.poll(said).toContain(`Level ${level}.`)
      return 2
    }
    await enter()
    const raising = await acts(3)
    expect(await acts(0)).toBeLessThanOrEqual(raising)
    expect([...world.levelOf.values()]).toEqual([0])
  })

  it('withdraws at once on the device, though the engine is away, and tells it at the next page', async () => {
    world.levelOf.set(ID, 3)
    await enter({ cookies: { umiar_id: ID } })
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('session')
    await one.page.evaluate(`umiar.track('view_item', {})`)
    world.answers.set('PUT /v1/consent', () => ({ body: '', status: 0 }))
    await choose(0)
    await expect.poll(said).toContain('W tej przeglądarce już wyłączone.')
    await expect.poll(() => one.page.getAttribute('umiar-shelf', 'mode')).toBe('context')
    await one.page.clock.runFor(10_000)
    expect(world.to('/v1/events')).toEqual([])
    expect(world.levelOf.get(ID)).toBe(3)
    world.answers.delete('PUT /v1/consent')
    await one.page.reload()
    await expect.poll(() => world.levelOf.get(ID)).toBe(0)
    await expect.poll(() => one.stored()).toEqual([`umiar_id=${ID}`, 'umiar_choice=0'])
    // Confirmed once, it is not sent again.
    const calls = consentCalls().length
    await one.page.reload()
    await expect.poll(() => one.page.locator('umiar-levels[ready]').count()).toBe(1)
    expect(consentCalls()).toHaveLength(calls)
  })

  it('shows the new text where the notice has changed, and asks to save again', async () => {
    await enter()
    world.noticeVersion = '2'
    await choose(2)
    await expect.poll(said).toBe('Treść się zmieniła. Przeczytaj ją i zapisz ponownie.')
    expect(await one.text('umiar-levels label span')).toBe('Line 0 of notice 2')
    expect(await one.page.isChecked('umiar-levels [value="2"]')).toBe(true)
    expect(await one.stored()).toEqual([])
    await one.page.click('umiar-levels button')
    await expect.poll(said).toContain('Zapisano.')
  })

  it('lets a changed notice not stand in the way of a withdrawal', async () => {
    world.levelOf.set(ID, 2)
    await enter({ cookies: { umiar_id: ID } })
    world.noticeVersion = '2'
    await choose(0)
    await expect.poll(said).toContain('Zapisano. Od teraz: Level 0.')
    expect(world.levelOf.get(ID)).toBe(0)
  })

  it('works by keyboard', async () => {
    await enter()
    await one.page.focus('umiar-levels [value="0"]')
    await one.page.keyboard.press('ArrowDown')
    await one.page.keyboard.press('ArrowDown')
    await one.page.keyboard.press('Tab')
    expect(await one.page.evaluate('document.activeElement.textContent')).toBe('Zapisz')
    await one.page.keyboard.press('Enter')
    await expect.poll(said).toContain('Od teraz: Level 2.')
    expect(await one.page.evaluate('document.activeElement.textContent')).toBe('Zapisz')
  })

  it('leaves nothing serious for axe to find, nor do open shelves', async () => {
    world.levelOf.set(ID, 3)
    await enter({ cookies: { umiar_id: ID }, timePasses: true })
    await one.page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
    const serious = (): Promise<string[]> =>
      one.page.evaluate(`axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))`)
    await one.page.evaluate(
      readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    )
    expect(await serious()).toEqual([])
    // The detector sees what is planted.
    await one.page.evaluate(
      `document.querySelector('umiar-levels label').replaceWith(document.createElement('input'))`,
    )
    expect(await serious()).toEqual(['label'])
  })

  it('moves nothing: without room the rows open with one click', async () => {
    world.html = `<umiar-levels><a href="/privacy">Privacy</a></umiar-levels><p>Below</p>${scriptTag(world)}`
    await enter()
    expect(await one.page.isVisible('umiar-levels button')).toBe(false)
    expect(await one.shifts()).toBe(0)
    await one.page.click('umiar-levels summary')
    expect(await one.page.isVisible('umiar-levels button')).toBe(true)
  })

  it('speaks English where the page does', async () => {
    world.html = `<umiar-levels class="roomy">Privacy</umiar-levels>${scriptTag(world, { 'data-locale': 'en-GB' })}`
    await enter()
    expect(await one.text('umiar-levels summary')).toBe('How much may we use?')
  })

  it.each([
    [
      'the policy cannot be read',
      (): void => void world.answers.set('GET /v1/consent/policy', () => ({ body: '<' })),
    ],
    [
      'the shop has no token address',
      (): void => {
        world.html = `<umiar-levels><a href="/privacy">Privacy</a></umiar-levels>${scriptTag(world, { 'data-token-url': undefined })}`
      },
    ],
  ])('leaves what the shop wrote where %s', async (_name, arrange) => {
    arrange()
    one = await visit(browser, world)
    await one.page.screenshot()
    expect(await one.text('umiar-levels')).toBe('Privacy')
    expect(one.errors).toEqual([])
  })

  it('says so where the browser keeps no cookies: the choice holds on this page only', async () => {
    await enter({ before: BLOCKED_COOKIES })
    await choose(1)
    await expect
      .poll(said)
      .toBe('Zapisano. Od teraz: Level 1.  Pliki cookie są zablokowane: działa to tylko na tej stronie.')
    const [id] = world.levelOf.keys()
    await expect.poll(() => world.to('/v1/recommendations').at(-1)?.body.visitor?.anonymous_id).toBe(id)
    await choose(0)
    await expect.poll(() => world.levelOf.get(id ?? '')).toBe(0)
    expect(await one.context.cookies()).toEqual([])
    expect(one.errors).toEqual([])
  })
})

const BLOCKED_COOKIES = `
  Object.defineProperty(document, 'cookie', {
    get() { throw new DOMException('blocked', 'SecurityError') },
    set() { throw new DOMException('blocked', 'SecurityError') },
  })
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
`
