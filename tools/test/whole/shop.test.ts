/**
 * The shop as started, in Chromium: strangers, invented people, the dial, one tap, a failing engine.
 */
import type { EntryType } from 'node:perf_hooks'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, newVisit, type Product, seriousFaults, startBrowser, startProduct } from './product.ts'

describe.skipIf(!hasChromium)('Polana in Chromium', () => {
  let product: Product
  let browser: Browser

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([startProduct(), startBrowser()])
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.end()
  })

  const ready = (page: Page): Promise<unknown> => page.waitForSelector('umiar-shelf[ready]')
  const become = async (page: Page, key: string): Promise<void> => {
    await page.goto(`${product.url}/shop`)
    await page.locator('.personas > summary').click()
    await page.locator(`.persona[value="${key}"]`).click()
    await ready(page)
  }
  const shown = (page: Page): Promise<readonly string[]> =>
    page
      .locator('umiar-shelf')
      .first()
      .locator('[data-item-id]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-item-id') ?? ''))

  it('stores nothing for a stranger, who sees what any other stranger sees', async () => {
    const first = await newVisit(browser)
    const second = await newVisit(browser)
    for (const { page } of [first, second]) {
      await page.goto(`${product.url}/shop`)
      await ready(page)
      await page.goto(`${product.url}/shop?category=tea`)
      await page.goto(`${product.url}/shop`)
      await ready(page)
    }
    expect(await first.context.cookies()).toEqual([])
    expect(await first.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await shown(first.page)).toEqual(await shown(second.page))
    await first.page.locator('.knows > summary').click()
    expect(await first.page.locator('.knows').textContent()).toContain(
      'Do wyboru tych produktów nie użyto żadnych danych o Tobie.',
    )
    expect(first.complaints).toEqual([])
    for (const { context } of [first, second]) await context.close()
  })

  it('knows Ola, who agreed: her shelf is another, says why, and the drawer says what was used', async () => {
    const { complaints, context, page } = await newVisit(browser)
    await page.goto(`${product.url}/shop`)
    await ready(page)
    const before = await shown(page)
    await become(page, 'ola')
    expect(await shown(page)).not.toEqual(before)
    expect(await page.locator('umiar-shelf').first().getAttribute('mode')).toMatch(
      /personal|declared|session/,
    )
    expect(await page.locator('umiar-shelf details').first().isVisible()).toBe(true)
    await page.locator('.knows > summary').click()
    expect(await page.locator('.knows').textContent()).toMatch(/produkty (oglądane wcześniej|kupione)/)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('takes a product away with one tap', async () => {
    const { context, page } = await newVisit(browser)
    await become(page, 'ola')
    const [first] = await shown(page)
    const card = page.locator(`umiar-shelf [data-item-id="${first}"]`).first()
    const title = await card.locator('.card-title').textContent()
    await card.getByRole('button', { exact: true, name: `Nie dla mnie: ${title}` }).click()
    await expect.poll(async () => (await shown(page)).includes(first ?? '')).toBe(false)
    await page.reload()
    await ready(page)
    expect(await shown(page)).not.toContain(first)
    await context.close()
  })

  it('lets a stranger choose a level on the page by keyboard, and only then keeps an id', async () => {
    const { context, page } = await newVisit(browser)
    await page.goto(`${product.url}/shop`)
    await page.locator('umiar-levels summary').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('umiar-levels input[type=radio]')
    await page.locator('umiar-levels input[type=radio]').first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await context.cookies()).toEqual([])
    await page.locator('umiar-levels button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toContain('umiar_id')
    await page.goto(`${product.url}/shop`)
    expect(await page.locator('.dial-link').textContent()).toContain('Poziom 1')
    await context.close()
  })

  it('says in the drawer what is so now: after a level saved on the page, and after one saved in another tab', async () => {
    const { complaints, context, page } = await newVisit(browser)
    const drawer = page.locator('.knows-body')
    await become(page, 'marek')
    await page.locator('.knows > summary').click()
    await expect.poll(() => drawer.textContent()).toContain('produkty kupione')
    await page.locator('umiar-levels summary').click()
    await page.locator('umiar-levels input[value="1"]').check()
    await page.locator('umiar-levels button').click()
    await expect.poll(() => drawer.textContent()).toContain('Poziom 1: Tylko ta wizyta')
    expect(await drawer.textContent()).not.toContain('Koszyki i zakupy')
    const other = await context.newPage()
    await other.goto(`${product.url}/privacy`)
    await other.locator('label[for="level-0"]').click()
    await other.locator('.save button').click()
    await other.waitForURL(/done=saved/)
    await other.close()
    await page.bringToFront()
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    await expect.poll(() => drawer.textContent()).toContain('Poziom 0: Bez personalizacji')
    expect(await page.locator('.dial-link').textContent()).toContain('Poziom 0')
    await expect
      .poll(() => page.locator('umiar-shelf').first().getAttribute('mode'))
      .toMatch(/context|popular/)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('tells of a thing put into the cart once, however often the page is loaded again', async () => {
    const { context, page } = await newVisit(browser)
    await become(page, 'marek')
    const told: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/events')) told.push(request.postData() ?? '')
    })
    const count = (): number => told.join().split('"event":"add_to_cart"').length - 1
    await page.goto(`${product.url}/shop/product/sencha-wiosenna`)
    await page.getByRole('button', { exact: true, name: 'Dodaj do koszyka' }).click()
    await expect.poll(count).toBe(1)
    await page.reload()
    await ready(page)
    await page.goto(`${product.url}/shop`)
    expect(count()).toBe(1)
    await context.close()
  })

  it('keeps its own shelf, without a jump, when the engine is slow or broken', async () => {
    for (const answer of ['slow', 'broken'] as const) {
      const { context, page } = await newVisit(browser)
      await page.route('**/v1/recommendations', async (route) => {
        if (answer === 'broken') return route.fulfill({ body: '<html>', status: 500 })
        await new Promise((resolve) => setTimeout(resolve, 1500))
        return route.continue()
      })
      await page.addInitScript(() => {
        const jumps = { sum: 0 }
        Object.assign(globalThis, { jumps })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) jumps.sum += (entry as unknown as { value: number }).value
        }).observe({ buffered: true, type: 'layout-shift' as EntryType })
      })
      await page.goto(`${product.url}/shop`)
      await page.waitForSelector('umiar-shelf[ready]')
      expect((await shown(page)).length).toBe(5)
      expect(await page.locator('umiar-shelf .card').first().isVisible()).toBe(true)
      await page.waitForTimeout(300)
      expect(await page.evaluate(() => (globalThis as unknown as { jumps: { sum: number } }).jumps.sum)).toBe(
        0,
      )
      await context.close()
    }
  })

  it('sells with scripts off: search, cart, checkout', async () => {
    const { context, page } = await newVisit(browser, { javaScriptEnabled: false })
    await page.goto(`${product.url}/shop`)
    await page.getByRole('searchbox').fill('zolty')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search/)
    expect(await page.locator('.card-title').first().textContent()).toContain('żółty')
    await page.locator('.card-link').first().click()
    await page.getByRole('button', { exact: true, name: 'Dodaj do koszyka' }).click()
    await page.getByRole('link', { name: 'Dostawa i płatność' }).click()
    await page.getByRole('button', { name: 'Zamawiam i płacę' }).click()
    expect(await page.locator('h1').textContent()).toBe('Dziękujemy, zamówienie przyjęte')
    await context.close()
  })

  it.each([
    ['pl', 320],
    ['pl', 390],
    ['en', 390],
    ['pl', 1280],
    ['en', 1280],
  ] as const)(
    'has no serious fault of access and nothing wider than the screen (%s, %i px)',
    async (lang, width) => {
      const { context, page } = await newVisit(browser, { viewport: { height: 900, width } })
      const [item] = await (async () => {
        await page.goto(`${product.url}/shop`)
        return shown(page)
      })()
      const paths = [
        '/',
        '/shop',
        '/shop?category=tea',
        `/shop/product/${item}`,
        '/shop/search?q=zolty',
        '/shop/cart',
      ]
      for (const path of paths) {
        await page.goto(`${product.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          path,
        ).toBeLessThanOrEqual(0)
        expect(await seriousFaults(page), path).toEqual([])
      }
      await context.close()
    },
  )

  it('keeps its pages out of the described API', async () => {
    const answer = await fetch(`${product.url}/openapi.json`)
    expect(answer.status).toBe(200)
    const { paths } = (await answer.json()) as { paths: Record<string, unknown> }
    expect(Object.keys(paths)).toContain('/v1/recommendations')
    expect(Object.keys(paths).filter((path) => /^\/(assets|shop|privacy|console)/.test(path))).toEqual([])
  })

  it('leads each of the three through six steps without a dead end', async () => {
    const { context, page } = await newVisit(browser)
    for (const name of ['Jestem klientem', 'Prowadzę sklep', 'Jestem inspektorem danych']) {
      await page.goto(`${product.url}/`)
      await page.locator('.door').getByText(name).click()
      for (let step = 1; step <= 6; step++) {
        expect(await page.locator('.tour-step').textContent()).toBe(`Krok ${step} z 6`)
        expect(await page.locator('h1').count()).toBeGreaterThan(0)
        if (step < 6) await page.locator('.tour-acts').getByText('Dalej').click()
      }
      await page.locator('.tour-acts').getByText('Gotowe').click()
      expect(new URL(page.url()).pathname).toBe('/')
    }
    await context.close()
  })
})
