/**
 * The documentation in a real browser: read by axe, on a phone, on paper. Skipped, visibly, where
 * Chromium is not installed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../support/test-server.ts'

const CHROMIUM = '/usr/bin/chromium'
const LAUNCH = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
]
const PAGES = [
  '/docs',
  '/docs/guides',
  '/docs/errors',
  '/docs/pl/dla-sklepu?tour=shop.5&lang=pl',
  '/docs/pl/dla-iod',
  '/docs/en/for-shops',
  '/docs/glossary',
]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, as rule and place. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target)))`,
  )
}

describe.skipIf(!existsSync(CHROMIUM))('the documentation in Chromium', () => {
  let server: FastifyInstance
  let browser: Browser
  let base: string
  beforeAll(async () => {
    server = (await testServer()).server
    base = await server.listen({ host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ args: LAUNCH, executablePath: CHROMIUM })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it.each([
    ['light', PAGES],
    ['dark', ['/docs/guides', '/docs/pl/dla-sklepu?tour=shop.5&lang=pl']],
  ] as const)('gives axe nothing to find (%s)', async (colorScheme, pages) => {
    const page = await browser.newPage({ colorScheme, viewport: { height: 900, width: 1280 } })
    for (const path of pages) {
      await page.goto(base + path)
      expect(await axeFindings(page), path).toEqual([])
    }
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/docs/x.png">')`,
    )
    expect((await axeFindings(page)).join()).toContain('image-alt')
    await page.close()
  })

  it('is never wider than a phone; tables and code scroll in their own frames', async () => {
    const page = await browser.newPage({ viewport: { height: 800, width: 390 } })
    for (const path of [
      ...PAGES,
      '/docs/configuration',
      '/docs/architecture',
      '/docs/en/for-privacy-officers',
    ]) {
      await page.goto(base + path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(390)
    }
    await page.close()
  })

  it('loads nothing from elsewhere and breaks no policy', async () => {
    const page = await browser.newPage({ viewport: { height: 900, width: 1280 } })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('response', (response) => {
      if (!response.ok() || !response.url().startsWith(base))
        complaints.push(`${response.status()} ${response.url()}`)
    })
    for (const path of PAGES) await page.goto(base + path)
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
    await page.close()
  })

  it('starts a new sheet of paper for the incident plan, and leaves the menu off it', async () => {
    const page = await browser.newPage()
    await page.goto(`${base}/docs/pl/dla-iod`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header').isVisible()).toBe(false)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('hr')).breakAfter`)).toBe('page')
    await page.close()
  })
})
