/**
 * Pages of the world in Chromium, with everything written down that may not happen on them.
 */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { World } from './world.ts'

const CHROMIUM = '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

export function launch(): Promise<Browser> {
  return chromium.launch({
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    executablePath: CHROMIUM,
  })
}

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors that reached the page: thrown, rejected, or refused by its policy. */
  readonly errors: string[]
  /** Details of the script's events, in order. */
  heard(): Promise<{ readonly type: string; readonly detail: Record<string, unknown> }[]>
  /** Sum of the layout shifts nobody caused by an act. */
  shifts(): Promise<number>
  /** Everything the origin keeps on the device. */
  stored(): Promise<string[]>
  text(selector: string): Promise<string>
}

export interface VisitOptions {
  /** Let the page's time pass. Else it stands still, and only the test moves it: nothing is late by chance. */
  readonly timePasses?: boolean
  readonly cookies?: Readonly<Record<string, string>>
  /** Runs before everything on the page. */
  readonly before?: string
  readonly width?: number
}

const OBSERVE = `
  window.heard = []
  for (const type of ['umiar:answer', 'umiar:failed', 'umiar:level'])
    document.addEventListener(type, (event) => window.heard.push({ type, detail: event.detail }))
  window.shifts = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
`
const STORED = `(async () => [
  ...document.cookie.split('; ').filter(Boolean),
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
])()`

/** Opens the world's page. */
export async function visit(browser: Browser, world: World, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { height: 800, width: options.width ?? 1000 } })
  const url = world.shop
  await context.addCookies(
    Object.entries(options.cookies ?? {}).map(([name, value]) => ({ name, url, value })),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A failed request is reported by the browser itself, whoever handles it.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      errors.push(message.text())
  })
  if (options.before !== undefined) await page.addInitScript(options.before)
  await page.addInitScript(OBSERVE)
  if (options.timePasses !== true) {
    const now = Date.now()
    await page.clock.install({ time: now })
    await page.clock.pauseAt(now + 1_000)
  }
  await page.goto(url)
  return {
    context,
    errors,
    heard: () => page.evaluate('window.heard'),
    page,
    async shifts() {
      // Two frames, so that everything done so far has been laid out.
      await page.screenshot()
      await page.screenshot()
      return page.evaluate('window.shifts')
    },
    stored: () => page.evaluate(STORED),
    text: async (selector) => (await page.locator(selector).first().textContent()) ?? '',
  }
}

/** Ids of the cards of a shelf. */
export function cardsOf(page: Page, slot: string): Promise<string[]> {
  return page
    .locator(`umiar-shelf[slot-id="${slot}"] [data-item-id]`)
    .evaluateAll((cards) =>
      cards.map((one) => (one as unknown as { dataset: { itemId: string } }).dataset.itemId),
    )
}
