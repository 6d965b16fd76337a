/**
 * The privacy centre in Chromium over the real engine: for eyes, keyboards, screen readers, with scripts and
 * without.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CentreWorld, openCentreWorld } from './centre-world.ts'
import {
  CHROMIUM,
  hasChromium,
  LAUNCH,
  newVisit,
  seriousFaults,
  startBrowser,
  type Visit,
} from './product.ts'

describe.skipIf(!hasChromium)('the privacy centre in Chromium', () => {
  let world: CentreWorld
  let browser: Browser

  beforeAll(async () => {
    ;[world, browser] = await Promise.all([openCentreWorld(), startBrowser()])
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** A fresh browser on the page, as somebody if an id is given. */
  const visit = async (id?: string, options: BrowserContextOptions = {}, query = ''): Promise<Visit> => {
    const opened = await newVisit(browser, options)
    if (id !== undefined) await opened.context.addCookies([{ name: 'umiar_id', url: world.base, value: id }])
    await opened.page.goto(`${world.base}/privacy${query}`)
    return opened
  }
  const consentOf = async (id: string) => (await world.as(id)).consent()
  const heldBy = async (id: string) => (await (await world.as(id)).meData()).events.length
  const notice = (page: Page) => page.locator('.notice').first().textContent()
  const save = '.save button'

  it('leaves nothing anywhere when a guest looks: no cookie, no storage, no person', async () => {
    const before = world.people()
    const { complaints, context, page } = await visit()
    const stored = () =>
      page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length') as Promise<number>
    await page.locator('label[for="level-3"]').click()
    await page.reload()
    expect(await context.cookies()).toEqual([])
    expect(await stored()).toBe(0)
    expect(world.people()).toBe(before)
    // The detectors see what saving leaves.
    await page.locator('label[for="level-1"]').click()
    await page.locator(save).click()
    await page.waitForURL(/done=saved/)
    expect((await context.cookies()).map(({ name, sameSite }) => [name, sameSite])).toEqual([
      ['umiar_id', 'Lax'],
    ])
    expect(await stored()).toBeGreaterThan(0)
    expect(world.people()).toBe(before + 1)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is the same for two guests, whose previews are of an invented person', async () => {
    const [one, two] = [await visit(), await visit()]
    // The example's invented hour is the clock's.
    const content = async ({ page }: Visit) => (await page.content()).replace(/<time.*?<\/time>/g, '')
    expect(await content(one)).toBe(await content(two))
    expect(await one.page.locator('.preview').count()).toBe(4)
    expect(await one.page.locator('.preview .invented').count()).toBe(3)
    expect(await one.page.locator('.preview-shelf > li').count()).toBe(16)
    for (const { context } of [one, two]) await context.close()
  })

  describe('axe finds nothing serious or critical', () => {
    const people: Record<string, () => Promise<string | undefined>> = {
      'a guest': async () => undefined,
      'level 0': async () => {
        const id = await world.person(1)
        const { notice_version } = await world.client.consentPolicy()
        await (await world.as(id)).putConsent({
          body: { level: 0, locale: 'pl', method: 'centre', notice_version },
        })
        return id
      },
      'level 1': () => world.person(1),
      'level 2': () => world.person(2, true),
      'level 3': () => world.person(3, true),
      paused: async () => {
        const id = await world.person(3, true)
        await (await world.as(id)).restrictMe({ body: { restricted: true } })
        return id
      },
    }

    it.each(Object.entries(people))('%s, in both languages, light and dark', async (_name, person) => {
      const id = await person()
      for (const [lang, colorScheme] of [
        ['pl', 'light'],
        ['en', 'dark'],
      ] as const) {
        const { complaints, context, page } = await visit(id, { colorScheme }, `?lang=${lang}`)
        await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
        expect(await seriousFaults(page)).toEqual([])
        expect(complaints).toEqual([])
        await context.close()
      }
    })

    it('an undo that is running, the copy to read, and the page after erasure', async () => {
      const id = await world.person(3, true)
      const { context, page } = await visit(id, {}, '/data')
      expect(await seriousFaults(page)).toEqual([])
      await page.goto(`${world.base}/privacy?lang=en`)
      // Time goes on by itself here: axe waits on it.
      await page.clock.install()
      await page.locator('#erase-form button').click()
      expect(await seriousFaults(page)).toEqual([])
      await page.clock.runFor(5000)
      await page.waitForURL(/privacy\/erase/)
      expect(await page.locator('h1').textContent()).toBe('Your data is erased')
      expect(await seriousFaults(page)).toEqual([])
      // The detector works on this page.
      await page.evaluate('document.querySelector("main").append(document.createElement("button"))')
      expect((await seriousFaults(page)).join()).toContain('button-name')
      await context.close()
    })
  })

  it('needs no sideways scrolling at 320 px or at 200 % zoom', async () => {
    const id = await world.person(3, true)
    for (const who of [undefined, id]) {
      const { context, page } = await visit(who)
      for (const path of ['?lang=pl', '?lang=en', '/data']) {
        await page.goto(`${world.base}/privacy${path}`)
        await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
        for (const width of [320, 640]) {
          await page.setViewportSize({ height: 450, width })
          const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
          expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width)
        }
      }
      await context.close()
    }
  })

  it('moves nothing when motion is to be reduced', async () => {
    const { context, page } = await visit(await world.person(3, true), { reducedMotion: 'reduce' })
    await page.locator('#erase-form button').click()
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element)
      return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth'
    }).length`
    expect(await page.evaluate(moving)).toBe(0)
    await page.locator('#undo-erasure [data-part=undo]').click()
    // The detector sees what does move.
    await page.evaluate('document.body.style.transition = "color 1s"')
    expect(await page.evaluate(moving)).toBeGreaterThan(0)
    await context.close()
  })

  it('goes from refusal to consent, hints, correction, pause and erasure without scripts', async () => {
    const { complaints, context, page } = await visit(undefined, { javaScriptEnabled: false })
    await page.locator(save).click()
    expect(await notice(page)).toContain('tylko informacja o odmowie')
    expect((await context.cookies()).map(({ name, value }) => [name, value])).toEqual([['umiar_choice', '0']])
    await page.check('#level-3')
    await page.locator(save).click()
    expect(await notice(page)).toBe('Zapisano. Od teraz: Moja historia w tym sklepie.')
    const id = (await context.cookies()).find(({ name }) => name === 'umiar_id')?.value ?? ''
    await page.locator('.taste-card button[name=like]').first().click()
    expect(await notice(page)).toBe('Wskazówki zapisane.')
    await page.locator('.taste-card button[name=never]').first().click()
    expect((await (await world.as(id)).meData()).taste).toMatchObject({ likes: [expect.any(String)] })
    await page.click('text=Wstrzymaj używanie moich danych')
    expect((await consentOf(id)).restricted).toBe(true)
    await page.click('.paused-now button')
    expect((await consentOf(id)).restricted).toBe(false)
    await page.check('#level-1')
    await page.locator(save).click()
    expect((await consentOf(id)).level).toBe(1)
    const download = page.waitForEvent('download')
    await page.click('text=Pobierz moje dane')
    expect((await download).suggestedFilename()).toMatch(/^umiar-.*\.json$/)
    await page.check('input[name=confirm]')
    await page.click('text=Usuń moje dane')
    expect(await page.locator('h1').textContent()).toBe('Twoje dane są usunięte')
    expect(await context.cookies()).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is used by keyboard alone: choose, save, hint, lower, change her mind', async () => {
    const { context, page } = await visit()
    const focused = () =>
      page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()')
    const tabTo = async (selector: string): Promise<void> => {
      for (let step = 0; step < 120; step++) {
        if ((await page.locator(`${selector}:focus`).count()) > 0) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`no Tab leads to ${selector}`)
    }
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Przejdź do treści')
    await tabTo('#level-0')
    for (let level = 0; level < 3; level++) await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('level-3')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=saved/)
    await tabTo('.taste-card button[name=like]')
    const name = (await page.locator(':focus').getAttribute('value')) ?? ''
    await page.keyboard.press('Enter')
    await page.locator('#likes-title ~ ul button').waitFor()
    expect(await focused()).toBe('taste-title')
    expect(await page.locator('#likes-title ~ ul button').getAttribute('value')).toBe(name)
    await page.locator('#level-3').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Cofnij')
    await page.keyboard.press('Enter')
    await page.locator('#undo-choice').waitFor({ state: 'hidden' })
    expect(await page.locator('#undo-choice-said').textContent()).toBe('Cofnięto. Nic się nie zmieniło.')
    expect(await page.locator('#level-3').isChecked()).toBe(true)
    await context.close()
  })

  describe('lowering, with scripts', () => {
    /** Level 3 with a history, level 1 picked, Save pressed, the clock in hand. */
    const lowering = async (level = 1): Promise<Visit & { readonly id: string }> => {
      const id = await world.person(3, true)
      const opened = await visit(id)
      await opened.page.clock.install()
      await opened.page.clock.pauseAt(Date.now() + 1000)
      await opened.page.locator(`label[for="level-${level}"]`).click()
      await opened.page.locator(save).click()
      await expect.poll(async () => (await consentOf(id)).restricted).toBe(true)
      return { ...opened, id }
    }

    it('stops use at once, says what goes, deletes after five seconds, and resumes at the lower level', async () => {
      const { context, id, page } = await lowering()
      const panel = page.locator('#undo-choice')
      expect(await panel.textContent()).toContain('Za pięć sekund zapiszemy poziom')
      expect(await panel.textContent()).toContain('usuniemy: 6 obejrzanych produktów')
      expect(await heldBy(id)).toBeGreaterThan(0)
      await page.clock.runFor(4000)
      expect(await panel.locator('[data-part=seconds]').textContent()).toBe('1')
      expect((await consentOf(id)).level).toBe(3)
      await page.clock.runFor(1000)
      await page.waitForURL(/done=saved/)
      expect(await consentOf(id)).toMatchObject({ level: 1, restricted: false })
      expect(await heldBy(id)).toBe(0)
      await context.close()
    })

    it('is taken back by one click: nothing deleted, use as before', async () => {
      const { context, id, page } = await lowering()
      await page.locator('#undo-choice [data-part=undo]').click()
      await page.locator('#undo-choice').waitFor({ state: 'hidden' })
      await page.clock.runFor(10_000)
      expect(await consentOf(id)).toMatchObject({ level: 3, restricted: false })
      expect(await heldBy(id)).toBeGreaterThan(0)
      await context.close()
    })

    it('becomes a pause by one click: nothing deleted, nothing used', async () => {
      const { context, id, page } = await lowering(0)
      await page.locator('#undo-choice [data-part=pause]').click()
      await page.waitForURL(/done=paused/)
      expect(await notice(page)).toBe('Wstrzymano. Niczego nie usunęliśmy.')
      expect(await consentOf(id)).toMatchObject({ level: 3, restricted: true })
      expect(await heldBy(id)).toBeGreaterThan(0)
      await context.close()
    })

    it('is done when she leaves the page', async () => {
      const { context, id, page } = await lowering()
      await page.goto('about:blank')
      await expect.poll(async () => (await consentOf(id)).level).toBe(1)
      expect(await heldBy(id)).toBe(0)
      await context.close()
    })

    it('takes no more clicks than raising, with scripts and without', async () => {
      const clicksTo = async (id: string, level: number, javaScriptEnabled: boolean): Promise<number> => {
        const { context, page } = await visit(id, { javaScriptEnabled })
        if (javaScriptEnabled) await page.clock.install()
        let clicks = 0
        for (const target of [`label[for="level-${level}"]`, save]) {
          await page.locator(target).click()
          clicks++
        }
        if (javaScriptEnabled) await page.clock.runFor(5000)
        await expect.poll(async () => (await consentOf(id)).level, { timeout: 15_000 }).toBe(level)
        await context.close()
        return clicks
      }
      for (const scripts of [true, false]) {
        const id = await world.person(1)
        const higher = await clicksTo(id, 2, scripts)
        expect(await clicksTo(id, 0, scripts)).toBeLessThanOrEqual(higher)
      }
    })
  })

  describe('erasing, with scripts', () => {
    const erasing = async (): Promise<Visit & { readonly id: string }> => {
      const id = await world.person(3, true)
      const opened = await visit(id)
      await opened.page.clock.install()
      await opened.page.clock.pauseAt(Date.now() + 1000)
      expect(await opened.page.locator('input[type=checkbox][name=confirm]').count()).toBe(0)
      await opened.page.locator('#erase-form button').click()
      await expect.poll(async () => (await consentOf(id)).restricted).toBe(true)
      return { ...opened, id }
    }
    const isKnown = async (id: string) => (await (await world.as(id)).me()).known

    it('is one click and five seconds, and takes the cookie with it', async () => {
      const { context, id, page } = await erasing()
      await page.clock.runFor(5000)
      await page.waitForURL(/privacy\/erase/)
      expect(await page.locator('h1').textContent()).toBe('Twoje dane są usunięte')
      expect(await page.locator('.ticks').textContent()).toContain('6 obejrzanych produktów')
      expect(await context.cookies()).toEqual([])
      expect(await isKnown(id)).toBe(false)
      await context.close()
    })

    it('is taken back by one click, and may be asked for again', async () => {
      const { context, id, page } = await erasing()
      await page.locator('#undo-erasure [data-part=undo]').click()
      await page.locator('#erase-form').waitFor()
      await page.clock.runFor(10_000)
      expect(await isKnown(id)).toBe(true)
      expect((await consentOf(id)).restricted).toBe(false)
      expect(await heldBy(id)).toBeGreaterThan(0)
      await context.close()
    })

    it('is done when she leaves the page', async () => {
      const { context, id, page } = await erasing()
      await page.goto('about:blank')
      await expect.poll(() => isKnown(id)).toBe(false)
      await context.close()
    })
  })

  it('takes one tap without a reload, keeps what she picked but did not save, and says what it did', async () => {
    const id = await world.person(3, true)
    const { complaints, context, page } = await visit(id)
    await page.evaluate('window.here = true')
    await page.locator('label[for="level-2"]').click()
    await page.locator('#held-viewed > summary').click()
    await page.locator('#forget-viewed-tea-ware-1').click()
    await page.locator('#forget-viewed-tea-ware-1').waitFor({ state: 'detached' })
    expect(await page.locator('#held .held-sentence').first().textContent()).toBe(
      'Pamiętamy 5 obejrzanych produktów.',
    )
    expect(await page.locator('#held-viewed').getAttribute('open')).not.toBeNull()
    expect(await page.locator('#said').textContent()).toContain('Usunięto z Twojej historii.')
    await page.locator('#clear-coffee-gear-3').click()
    await page.locator('#clear-coffee-gear-3').waitFor({ state: 'detached' })
    expect((await (await world.as(id)).meData()).taste.never).toEqual([])
    expect(await page.evaluate('window.here')).toBe(true)
    expect(await page.locator('#level-2').isChecked()).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says which purposes the picked level allows, before it is saved', async () => {
    const { context, page } = await visit()
    const training = page.locator('.purpose.named', { hasText: 'Nauka podpowiedzi dla innych' })
    const isSaid = (text: string) => training.getByText(text).isVisible()
    expect(await isSaid('To wymaga poziomu 3.')).toBe(true)
    await page.locator('label[for="level-3"]').click()
    expect(await isSaid('To wymaga poziomu 3.')).toBe(false)
    expect(await page.locator('.purpose').first().getByText('Na wybranym poziomie: tak.').isVisible()).toBe(
      true,
    )
    await context.close()
  })

  it('saves nothing for a browser that blocks storage, and says so kindly', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'umiar-profile-'))
    mkdirSync(join(profile, 'Default'))
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } }
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked))
    const before = world.people()
    const context = await chromium.launchPersistentContext(profile, {
      args: LAUNCH,
      executablePath: CHROMIUM,
      locale: 'pl-PL',
    })
    try {
      const page = await context.newPage()
      await page.goto(`${world.base}/privacy`)
      await page.locator('label[for="level-3"]').click()
      await page.locator(save).click()
      expect(await notice(page)).toContain('Twoja przeglądarka blokuje pliki cookie tej strony')
      expect(await page.locator('.status-level').textContent()).toContain('Poziom 0')
      expect(world.people()).toBe(before)
    } finally {
      await context.close()
      rmSync(profile, { force: true, recursive: true })
    }
  })
})
