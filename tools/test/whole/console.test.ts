/**
 * The console in Chromium over the real engine: by keyboard, by axe, on a phone, on paper, without scripts.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleWorld, openConsoleWorld, STAFF } from './console-world.ts'
import { hasChromium, newVisit, seriousFaults, startBrowser, type Visit } from './product.ts'

describe.skipIf(!hasChromium)('the console in Chromium', () => {
  let world: ConsoleWorld
  let browser: Browser

  beforeAll(async () => {
    ;[world, browser] = await Promise.all([openConsoleWorld(), startBrowser()])
    for (let n = 0; n < 6; n++) await world.shopper(`measured-${n}`, true)
    await world.shopper('not-measured', false)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const visit = async (options: BrowserContextOptions = {}, isStaff = true, query = ''): Promise<Visit> => {
    const opened = await newVisit(browser, options)
    if (isStaff)
      await opened.context.addCookies([{ name: 'umiar_console', url: `${world.base}/console`, value: STAFF }])
    await opened.page.goto(`${world.base}/console${query}`)
    return opened
  }
  const text = async (page: Page, section: string): Promise<string> =>
    String(await page.evaluate(`document.querySelector('#${section}').innerText`)).replaceAll(/\s+/g, ' ')

  it('lets staff in and out by keyboard alone, with scripts off', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false }, false)
    expect(await context.cookies()).toEqual([])
    await page.keyboard.type('not the token of this shop')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect(await page.locator('[role=alert]').textContent()).toContain('To nie jest token obsługi.')
    await page.locator('#token').focus()
    await page.keyboard.type(STAFF)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${world.base}/console`)
    expect(await page.locator('section.fact').count()).toBe(7)
    expect(await context.cookies()).toMatchObject([
      { httpOnly: true, name: 'umiar_console', path: '/console', sameSite: 'Strict' },
    ])
    // Skip link, brand, then the way out.
    for (let n = 0; n < 3; n++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=signed-out/)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('tells what happened in the shop: clicks of who agreed, levels of all', async () => {
    const { complaints, context, page } = await visit()
    const results = await text(page, 'results')
    expect(results).toContain('W tej chwili: 6 osób.')
    expect(results).toMatch(/home ?popularne w sklepie|home ?kolejność sklepu/)
    expect(results).toContain('Kliknięcia: 6')
    expect(results).toContain('Zakupy po kliknięciu: 6')
    expect(await text(page, 'people')).toContain('Poziom 3: Moja historia w tym sklepie 7 100%')
    expect(await text(page, 'events')).toContain('Przyjęte 21 21')
    expect(await page.locator('.console-shelf').count()).toBe(1)
    expect(await page.locator('.shelf-items img').count()).toBe(6)
    expect(complaints).toEqual([])
    await context.close()
  })

  it.each([
    ['light', 'pl'],
    ['dark', 'en'],
  ] as const)('gives axe nothing serious to find (%s, %s)', async (colorScheme, lang) => {
    for (const isStaff of [true, false]) {
      const { context, page } = await visit({ colorScheme }, isStaff, `?lang=${lang}`)
      expect(await seriousFaults(page)).toEqual([])
      await page.evaluate(
        `document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/picture/tea.svg">')`,
      )
      expect((await seriousFaults(page)).join()).toContain('image-alt')
      await context.close()
    }
  })

  it('is never wider than a phone, nor than a page at twice the size of text', async () => {
    for (const width of [390, 320]) {
      const { context, page } = await visit({ viewport: { height: 800, width } })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await context.close()
    }
  })

  it('prints the facts without what is only for a screen', async () => {
    const { context, page } = await visit()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sign-out').isVisible()).toBe(false)
    expect(await page.locator('.console-contents').isVisible()).toBe(false)
    expect(await page.locator('#results .funnel').isVisible()).toBe(true)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000)
    await context.close()
  })
})
