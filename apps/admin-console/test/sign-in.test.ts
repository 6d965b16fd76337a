import { describe, expect, it } from 'vitest'
import { openConsole, SECRET, STAFF, Staff, textOf } from './support/console-server.ts'

describe('signing in', () => {
  it('is asked for before anything is told, and asks the engine nothing', async () => {
    const console = await openConsole()
    const reply = await new Staff(console).get()
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(textOf(reply.body)).toContain('Logowanie do konsoli')
    expect(reply.body).not.toContain('<section')
    expect(console.engine.asked).toEqual([])
  })

  it('says in demo mode where the token is, and in production what it is', async () => {
    const demo = await new Staff(await openConsole()).get()
    expect(textOf(demo.body)).toContain('token jest w pliku /data/demo-keys.json')
    const production = await new Staff(await openConsole({ demoKeysPath: undefined })).get('/console?lang=en')
    expect(textOf(production.body)).toContain('what was set as UMIAR_STAFF_TOKEN')
    expect(production.body).not.toContain('demo-keys.json')
  })

  it('takes one click in demo mode, the token standing in no page; elsewhere the click is worth nothing', async () => {
    const demo = new Staff(await openConsole({ demoToken: STAFF }))
    const door = await demo.get()
    expect(door.body).toContain('name="as" value="demo"')
    expect(door.body).not.toContain(STAFF)
    expect((await demo.comeInAsDemo()).statusCode).toBe(303)
    expect((await demo.get()).body.match(/<section/g)).toHaveLength(7)
    const production = new Staff(await openConsole())
    expect((await production.get()).body).not.toContain('value="demo"')
    expect((await production.comeInAsDemo()).statusCode).toBe(401)
  })

  it('keeps the token in a cookie for the console alone, for eight hours', async () => {
    const staff = new Staff(await openConsole())
    const reply = await staff.signIn(` ${STAFF} `)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/console?lang=pl'])
    expect(staff.lastCookieLine).toBe(
      `umiar_console=${STAFF}; Max-Age=28800; Path=/console; HttpOnly; SameSite=Strict`,
    )
    const site = { controller: undefined, demo: false, name: 'Shop', origins: [], secureCookies: true }
    const behindProxy = new Staff(await openConsole({ site }))
    await behindProxy.signIn(STAFF)
    expect(behindProxy.lastCookieLine).toMatch(/; Secure$/)
    const page = await staff.get()
    expect(page.statusCode).toBe(200)
    expect(page.body.match(/<section/g)).toHaveLength(7)
    expect(page.body).not.toContain(STAFF)
  })

  it.each([
    ['an unknown token', 'wrong-token-of-nobody', 'To nie jest token obsługi.'],
    ['nothing', '', 'To nie jest token obsługi.'],
    ['what could be no token', '"><script>', 'To nie jest token obsługi.'],
    ['another key of the shop', SECRET, 'To inny klucz sklepu.'],
  ])('with %s says what is wrong and keeps nothing', async (_name, token, sentence) => {
    const staff = new Staff(await openConsole())
    const reply = await staff.signIn(token)
    expect(reply.statusCode).toBe(401)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.body).toContain('role="alert"')
    expect(textOf(reply.body)).toContain(sentence)
    expect(reply.body).toContain('aria-invalid="true"')
    if (token !== '') expect(reply.body).not.toContain(token)
  })

  it('keeps language and tour', async () => {
    const staff = new Staff(await openConsole())
    const form = await staff.get('/console?lang=en&tour=shop.4')
    expect(form.body).toContain('action="/console/sign-in?lang=en&amp;tour=shop.4"')
    const reply = await staff.signIn(STAFF, '/console/sign-in?lang=en&tour=shop.4')
    expect(reply.headers.location).toBe('/console?lang=en&tour=shop.4')
  })

  it('slows down guessing, and lets the right one in again after a minute', async () => {
    const console = await openConsole()
    const staff = new Staff(console)
    for (let n = 0; n < 10; n++) expect((await staff.signIn(`guess-number-${n}`)).statusCode).toBe(401)
    const refused = await staff.signIn(STAFF)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60'])
    expect(textOf(refused.body)).toContain('Za dużo prób.')
    expect(console.engine.asked).toHaveLength(10)
    console.clock.now += 60_000
    expect((await staff.signIn(STAFF)).statusCode).toBe(303)
  })

  it('is refused to a form of another site', async () => {
    const { app } = await openConsole()
    const reply = await app.inject({
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
      method: 'POST',
      payload: `token=${STAFF}`,
      url: '/console/sign-in',
    })
    expect(reply.statusCode).toBe(403)
    expect(reply.headers['set-cookie']).toBeUndefined()
  })
})

describe('signing out', () => {
  it('removes the token from the browser and says so', async () => {
    const staff = new Staff(await openConsole())
    await staff.signIn(STAFF)
    const reply = await staff.signOut()
    expect(reply.statusCode).toBe(303)
    expect(staff.lastCookieLine).toBe('umiar_console=; Max-Age=0; Path=/console; HttpOnly; SameSite=Strict')
    const page = await staff.get(String(reply.headers.location))
    expect(textOf(page.body)).toContain('Wylogowano.')
    expect(page.body).not.toContain('<section')
  })

  it('happens by itself when the token was changed', async () => {
    const staff = new Staff(await openConsole())
    staff.cookie = 'umiar_console=token-of-last-year'
    const reply = await staff.get()
    expect(reply.statusCode).toBe(401)
    expect(staff.cookie).toBeUndefined()
    expect(textOf(reply.body)).toContain('Token zapamiętany w tej przeglądarce już nie działa.')
  })
})

describe('an engine that does not answer', () => {
  it('is said so, and nobody is signed out by it', async () => {
    const console = await openConsole()
    const staff = new Staff(console)
    await staff.signIn(STAFF)
    console.engine.isAway = true
    const reply = await staff.get()
    expect(reply.statusCode).toBe(503)
    expect(textOf(reply.body)).toContain('Silnik nie odpowiada.')
    expect(staff.cookie).toBeDefined()
    console.engine.isAway = false
    expect((await staff.get()).statusCode).toBe(200)
  })
})
