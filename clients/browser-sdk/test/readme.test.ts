import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardsOf, hasChromium, launch, visit } from './support/visits.ts'
import { card, openWorld, type World } from './support/world.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? ''

describe.skipIf(!hasChromium)('the README of this package', () => {
  let browser: Browser
  let world: World

  beforeAll(async () => {
    browser = await launch()
    world = await openWorld()
    world.style = snippet('css')
    const cardWithRoom = (id: string): string => card(id).replace('</li>', '<div data-umiar-slot></div></li>')
    world.answers.set('POST /umiar/cards', ({ body }) => ({
      body: { cards: Object.fromEntries(body.item_ids.map((id: string) => [id, cardWithRoom(id)])) },
    }))
    world.answers.set('POST /umiar/token', ({ body }) => ({ body: { token: `token.${body.anonymous_id}` } }))
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  it('shows a page and a style sheet that work together', async () => {
    world.html = snippet('html')
      .replace('https://engine.example/umiar.js"', `/umiar.js" data-engine="${world.engine}"`)
      .replace('pub_…', 'pub_world')
    const { errors, page, shifts, text } = await visit(browser, world)
    await expect.poll(() => page.locator('umiar-shelf[ready], umiar-levels[ready]').count()).toBe(2)
    expect(await cardsOf(page, 'home')).toEqual(['n1', 'n2'])
    expect(await text('[data-umiar-note]')).toContain('No data about you was used')
    expect(await page.isVisible('umiar-levels button')).toBe(true)
    expect(await shifts()).toBe(0)
    await page.check('umiar-levels [value="1"]')
    await page.click('umiar-levels button')
    await expect.poll(() => text('umiar-levels [role=status]')).toContain('Saved.')
    await page.reload()
    await page.clock.runFor(100)
    await expect.poll(() => world.to('/v1/events').length).toBeGreaterThan(0)
    expect(world.to('/v1/events')[0]?.body.events[0]).toMatchObject({ event: 'view_item' })
    expect(errors).toEqual([])
  })

  it('says how large the script is', () => {
    const script = readFileSync(new URL('../dist/umiar.js', import.meta.url))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
    const bytes = brotliCompressSync(script, { params }).length.toLocaleString('en')
    expect(README).toContain(`at most 6,000 bytes as brotli (now ${bytes};`)
  })
})
