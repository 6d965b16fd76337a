/**
 * The pages in a real browser with JavaScript switched off. Skipped, visibly, where Chromium is not installed.
 */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCatalogue } from '../../src/demo/index.ts'
import type { CatalogueProduct } from '../../src/pages/index.ts'
import { openShop, type Shop } from './browser.ts'

const CHROMIUM = '/usr/bin/chromium'
const LAUNCH = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const HOSTILE: CatalogueProduct = {
  available: true,
  brand: '"><script>document.title="broken"</script>',
  category: 'tea/green',
  item_id: 'javascript:alert(1)"><img src=x onerror=alert(1)>',
  price: { amount: '1.00', currency: 'PLN' },
  sensitive: false,
  title: '<script>document.title="broken"</script><img src=x onerror="document.title=1">',
}

describe.skipIf(!existsSync(CHROMIUM))('in Chromium', () => {
  let shop: Shop
  let base: string
  let browser: Browser

  beforeAll(async () => {
    shop = await openShop([HOSTILE, ...demoCatalogue()])
    base = await shop.app.listen({ host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ args: LAUNCH, executablePath: CHROMIUM })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await shop?.app.close()
  })

  /** A fresh visitor; complaints of the console, the policy and failed loads are collected. */
  const visit = async (
    javaScriptEnabled: boolean,
    width = 1280,
  ): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> => {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'pl-PL',
      viewport: { height: 850, width },
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => {
      // A picture still on its way when she clicks on, or a download, is no failure.
      const reason = request.failure()?.errorText ?? ''
      if (reason !== 'net::ERR_ABORTED') complaints.push(`failed ${request.url()} ${reason}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
      if (new URL(response.url()).origin !== base) complaints.push(`foreign ${response.url()}`)
    })
    return { complaints, context, page }
  }

  it('a shopper goes from refusal to consent, cart, hints and erasure without JavaScript', async () => {
    const { complaints, context, page } = await visit(false)
    await page.goto(base)
    await page.click('text=Rozejrzyj się po sklepie')
    await page.click('text=Gaiwan porcelanowy 120 ml')
    await page.click('text=Poziom 0: Bez personalizacji')
    expect(await context.cookies()).toEqual([])

    await page.check('input[name=level][value="3"]')
    expect(await context.cookies()).toEqual([])
    await page.click('.save button')
    expect(await page.locator('.notice').textContent()).toContain('Zapisano.')
    const cookies = await context.cookies()
    expect(cookies.map(({ httpOnly, name, sameSite }) => ({ httpOnly, name, sameSite }))).toEqual([
      { httpOnly: true, name: 'umiar_id', sameSite: 'Lax' },
    ])

    await page.goto(`${base}/shop/product/etiopia`)
    await page.click('text=Dodaj do koszyka')
    await page.click('text=Kupuję')
    expect(await page.locator('.notice').textContent()).toContain('Dziękujemy!')
    await page.goto(`${base}/privacy`)
    expect(await page.locator('.held').textContent()).toContain('Pamiętamy 1 zakup.')
    const download = page.waitForEvent('download')
    await page.click('text=Pobierz moje dane')
    expect((await download).suggestedFilename()).toMatch(/^umiar-.*\.json$/)
    await page.check('input[name=confirm]')
    await page.click('text=Usuń moje dane')
    expect(await page.locator('h1').textContent()).toBe('Twoje dane są usunięte')
    expect(await context.cookies()).toEqual([])
    await page.click('text=English')
    expect(await page.locator('h1').textContent()).toBe('Privacy and personalization')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  it('hostile titles, ids and terms do nothing even with JavaScript on, and no page breaks the policy', async () => {
    const { complaints, context, page } = await visit(true)
    page.on('dialog', async (dialog) => {
      complaints.push(`dialog ${dialog.message()}`)
      await dialog.dismiss()
    })
    const id = encodeURIComponent(HOSTILE.item_id)
    const term = encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>')
    for (const path of [
      '/',
      '/shop',
      `/shop/product/${id}`,
      `/shop/search?q=${term}`,
      '/shop/search?q=%3Cscript%3E',
      `/privacy?done=${term}`,
      `/shop?category=${term}`,
    ]) {
      await page.goto(base + path)
      expect(await page.title(), path).not.toBe('broken')
      expect(await page.locator('script, [onerror], [onclick], a[href^="javascript:"]').count(), path).toBe(0)
    }
    expect(complaints).toEqual([])
    // The detector works: markup of the same kind, let in on purpose, is refused by the policy and seen.
    const refusal = page.waitForEvent('console')
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="/assets/icon.svg" onload="alert(1)">')`,
    )
    await refusal
    expect(complaints.join()).toContain('Content Security Policy')
    expect(complaints.join()).not.toContain('dialog')
    await context.close()
  }, 60_000)

  it('nothing is wider than a screen of 390 pixels', async () => {
    const { context, page } = await visit(true, 390)
    for (const path of [
      '/',
      '/shop',
      '/shop/product/etiopia',
      `/shop/product/${encodeURIComponent(HOSTILE.item_id)}`,
      '/shop/cart',
      '/privacy',
      '/privacy?lang=en',
      '/shop/search?q=kawa',
    ]) {
      await page.goto(base + path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390)
    }
    await context.close()
  }, 60_000)

  it('works by keyboard: the first stop leads to the content, levels change with arrows, Enter saves', async () => {
    const { context, page } = await visit(false)
    await page.goto(`${base}/privacy`)
    await page.keyboard.press('Tab')
    expect(await page.locator('.skip:focus').count()).toBe(1)
    await page.locator('input[name=level][value="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('.notice').textContent()).toContain('Od teraz: Tylko ta wizyta.')
    await context.close()
  }, 60_000)
})
