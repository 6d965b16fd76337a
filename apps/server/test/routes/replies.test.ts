import { DomainError, type Fault } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { CONSENT, DECISION, IMPORT, RANKING, RULES } from '../support/in-memory-application.ts'
import { bearer, HOME, PUBLISHABLE, SECRET, STAFF, testServer } from '../support/test-server.ts'

const CHOICE = {
  level: 1,
  locale: 'pl',
  method: 'centre',
  notice_version: '1',
  purposes: { measure: false },
  switches: { visit_hints: true },
}
const WIRE_PRODUCT = {
  adult: false,
  attributes: { organic: true, weight: 100 },
  available: true,
  brand: 'Polana',
  category: 'tea/green',
  durable: false,
  counts: { bought_with: [{ count: 6, item_id: 'tea-2' }], sold_30_days: 7, viewed_30_days: 9 },
  image_url: '/tea-1.svg',
  item_id: 'tea-1',
  labels: ['organic'],
  list_price: { amount: '59.90', currency: 'PLN' },
  price: { amount: '49.90', currency: 'PLN' },
  released_at: '2026-01-01T00:00:00.000Z',
  sensitive: false,
  title: 'Herbata',
  title_en: 'Tea',
  url: '/p/tea-1',
}

describe('replies carry every field the application gives', () => {
  it('of events', async () => {
    const { server } = await testServer()
    const reply = await server.inject({
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: { events: [{ colour: 1 }] },
      url: '/v1/events',
    })
    expect(reply.statusCode).toBe(202)
    expect(reply.json()).toEqual({
      counts: { accepted: 1 },
      results: [
        {
          errors: [{ code: 'c', message: 'm', pointer: '/x' }],
          event_id: 'e1',
          status: 'accepted',
          warnings: [{ code: 'unknown_field', field: 'colour' }],
        },
      ],
    })
  })

  it('of imports', async () => {
    const { app, server } = await testServer()
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object) =>
      (await server.inject({ headers: bearer(STAFF), method, payload, url } as never)).json()
    const begin = { basis: 'test-data', files: IMPORT.files, rebased: true, shift_ms: 5, source: 'orders' }
    expect(await ask('POST', '/v1/imports', begin)).toEqual(IMPORT)
    expect(app.calls.at(-1)).toEqual({ args: [begin], name: 'beginImport' })
    expect(await ask('GET', '/v1/imports')).toEqual({ imports: [IMPORT] })
    const people = [{ given_at: '2026-11-01T00:00:00Z', level: 3, ref: 'form-17', user_id: 'anna' }]
    expect(await ask('POST', '/v1/imports/import_1/consents', { people })).toEqual({
      results: [{ reason: 'consent_expired', status: 'refused' }],
    })
    expect(app.calls.at(-1)).toEqual({ args: ['import_1', people], name: 'importConsents' })
    expect(await ask('POST', '/v1/imports/import_1/finish', { counts: { rows: 7 } })).toEqual(IMPORT)
    const named = await ask('POST', '/v1/imports/import_1/finish', { counts: { 'anna@example.com': 7 } })
    expect(named.code).toBe('invalid_request')
  })

  it('of the catalogue', async () => {
    const { app, server } = await testServer()
    const secret = bearer(SECRET)
    const put = await server.inject({
      headers: secret,
      method: 'PUT',
      payload: { title: 'Herbata' },
      url: '/v1/products/tea-1',
    })
    expect([put.statusCode, put.json()]).toEqual([200, WIRE_PRODUCT])
    const patch = await server.inject({
      headers: secret,
      method: 'PATCH',
      payload: { available: false },
      url: '/v1/products/tea-1/availability',
    })
    expect(patch.json()).toEqual({ ...WIRE_PRODUCT, available: false })
    const batch = await server.inject({
      headers: secret,
      method: 'POST',
      payload: { products: [{}, {}] },
      url: '/v1/products:batch',
    })
    expect(batch.json()).toEqual({ count: 2 })
    const gone = await server.inject({ headers: secret, method: 'DELETE', url: '/v1/products/tea-1' })
    expect([gone.statusCode, gone.body]).toEqual([204, ''])
    expect(app.calls.map((call) => call.name)).toEqual([
      'putProduct',
      'setAvailability',
      'putProducts',
      'deleteProduct',
    ])
  })

  it('of product ids with any character, up to the longest', async () => {
    const { app, server } = await testServer()
    for (const id of ['a/b', 'ż'.repeat(128), '100%', '🍵']) {
      const url = `/v1/products/${encodeURIComponent(id)}`
      expect(
        (await server.inject({ headers: bearer(SECRET), method: 'PUT', payload: { title: 't' }, url }))
          .statusCode,
      ).toBe(200)
      expect(app.calls.at(-1)?.args[0]).toBe(id)
    }
  })

  it('of recommendations, decisions and feedback', async () => {
    const { app, server } = await testServer()
    app.level = 2
    const reply = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload: { ...HOME, explain: true },
      url: '/v1/recommendations',
    })
    expect(reply.json()).toEqual({
      consent_ref: 'consent_0123',
      controls: { change_url: '/privacy', why_url: '/privacy#why' },
      data_used: ['session_events'],
      slots: [
        {
          items: [
            {
              item_id: 'tea-1',
              position: 1,
              reasons: [{ code: 'same_category', rests_on: ['tea'], text: 'Z tej samej kategorii' }],
              score: 0.5,
            },
          ],
          mode: 'session',
          model: { trained_at: null, version: 'm1' },
          rec_id: 'rec_1',
          removed: { unavailable: 2 },
          slot: 'home',
        },
      ],
    })
    const decision = await server.inject({ headers: bearer(SECRET), url: '/v1/decisions/rec_1' })
    expect(decision.json()).toEqual(DECISION)
    expect((await server.inject({ headers: bearer(SECRET), url: '/v1/decisions/foreign' })).statusCode).toBe(
      404,
    )
    const feedback = await server.inject({
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: { feedback: 'gift', item_id: 'tea-1', visitor: { anonymous_id: 'ola' } },
      url: '/v1/feedback',
    })
    expect([feedback.statusCode, feedback.json()]).toEqual([202, { status: 'accepted' }])
  })

  it('of a ranking, for every kind of caller a page has', async () => {
    const { app, server, token } = await testServer()
    const payload = {
      context: { page_type: 'search', search_term: 'tea' },
      items: ['tea-1', 'tea-2'],
      strength: 1,
    }
    for (const key of [PUBLISHABLE, SECRET, await token()]) {
      const reply = await server.inject({ headers: bearer(key), method: 'POST', payload, url: '/v1/rank' })
      expect([reply.statusCode, reply.json()]).toEqual([200, RANKING])
      expect(app.calls.at(-1)?.args[1]).toMatchObject(payload)
    }
    const named = { ...payload, visitor: { user_id: 'ola' } }
    const refused = await server.inject({
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: named,
      url: '/v1/rank',
    })
    expect(refused.json().code).toBe('identity_not_proven')
    for (const wrong of [{ strength: 1.1 }, { items: [] }, { strenght: 1 }]) {
      const reply = await server.inject({
        headers: bearer(SECRET),
        method: 'POST',
        payload: { ...payload, ...wrong },
        url: '/v1/rank',
      })
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid_request'])
    }
  })

  it('of merchandising, to the shop and its staff', async () => {
    const { app, server } = await testServer()
    const rules = [{ action: 'boost', filter: { brand: 'Polana' }, id: 'polana' }]
    for (const key of [SECRET, STAFF]) {
      const put = await server.inject({
        headers: bearer(key),
        method: 'PUT',
        payload: { rules },
        url: '/v1/merchandising',
      })
      expect([put.statusCode, put.json()]).toEqual([200, RULES])
      expect(app.calls.at(-1)).toEqual({ args: [{ rules }], name: 'putMerchandising' })
      expect((await server.inject({ headers: bearer(key), url: '/v1/merchandising' })).json()).toEqual(RULES)
    }
    const open = await server.inject({ headers: bearer(PUBLISHABLE), url: '/v1/merchandising' })
    expect(open.json().code).toBe('key_kind_not_allowed')
  })

  it('of a preview, for every kind of caller a page has', async () => {
    const { app, server, token } = await testServer()
    const payload = { context: { page_type: 'home' as const }, level: 2, slots: HOME.slots }
    for (const key of [PUBLISHABLE, SECRET, await token()]) {
      const reply = await server.inject({
        headers: bearer(key),
        method: 'POST',
        payload,
        url: '/v1/recommendations:preview',
      })
      expect([reply.statusCode, reply.json()]).toEqual([200, app.previewLevel(payload)])
    }
    const nobody = await server.inject({
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: { ...HOME, level: 0 },
      url: '/v1/recommendations:preview',
    })
    expect(nobody.json().example).toBeNull()
  })

  it('of consent', async () => {
    const { app, server, token } = await testServer()
    const her = bearer(await token())
    const put = await server.inject({
      headers: { ...her, 'sec-gpc': '1' },
      method: 'PUT',
      payload: CHOICE,
      url: '/v1/consent',
    })
    expect([put.statusCode, put.json()]).toEqual([200, { ...CONSENT, signals: { gpc: true } }])
    expect(app.calls[0]?.args).toEqual([
      expect.objectContaining({ kind: 'shopper' }),
      undefined,
      CHOICE,
      true,
    ])
    expect((await server.inject({ headers: her, url: '/v1/consent' })).json()).toEqual(CONSENT)
    const history = await server.inject({ headers: her, url: '/v1/consent/history' })
    expect(history.json().history[0]).toMatchObject({ method: 'centre', switches_off: ['visit_hints'] })
    const receipt = await server.inject({ headers: her, url: '/v1/consent/receipts/abc' })
    expect([receipt.statusCode, receipt.json().code]).toEqual([404, 'not_found'])
  })

  it('of consent without a person: the defaults, and the signal', async () => {
    const { app, server } = await testServer()
    const reply = await server.inject({
      headers: { ...bearer(PUBLISHABLE), 'sec-gpc': '1' },
      url: '/v1/consent',
    })
    expect(reply.json()).toMatchObject({ consent_ref: null, level: 0, signals: { gpc: true } })
    expect(app.calls[0]?.args[0]).toBeUndefined()
  })

  it('of a guest’s choice, named as visitor or beside the choice', async () => {
    const { app, server } = await testServer()
    for (const names of [{ visitor: { anonymous_id: 'ola' } }, { anonymous_id: 'ola' }]) {
      await server.inject({
        headers: bearer(PUBLISHABLE),
        method: 'PUT',
        payload: { ...CHOICE, ...names },
        url: '/v1/consent',
      })
      expect(app.calls.at(-1)?.args).toEqual([
        { kind: 'publishable' },
        { anonymous_id: 'ola' },
        CHOICE,
        false,
      ])
    }
  })

  it('of the policy, in the language asked for', async () => {
    const { app, server } = await testServer()
    const ask = async (query: string, language?: string) => {
      const headers = {
        ...bearer(PUBLISHABLE),
        ...(language === undefined ? {} : { 'accept-language': language }),
      }
      const reply = await server.inject({ headers, url: `/v1/consent/policy${query}` })
      expect(reply.headers.vary).toBe('Origin, Accept-Language')
      return reply.json()
    }
    expect(await ask('')).toEqual({ ...app.consentPolicy('pl') })
    expect((await ask('?locale=en-GB')).locale).toBe('en')
    expect((await ask('', 'de, en;q=0.8, pl;q=0.9')).locale).toBe('pl')
    expect((await ask('', 'de,en;q=0.5')).locale).toBe('en')
    expect((await ask('?locale=pl', 'en')).locale).toBe('pl')
  })

  it('of a person’s own pages', async () => {
    const { app, server, token } = await testServer()
    const headers = bearer(await token())
    const alias = app.aliasFor({ anonymous_id: 'ola' })
    const caller = expect.objectContaining({ alias, kind: 'shopper' }) as never
    const me = await server.inject({ headers, url: '/v1/me?locale=en' })
    expect(me.json()).toEqual(await app.me(caller, 'en'))
    expect(app.calls[0]?.args).toEqual([caller, 'en'])
    const data = await app.meData(caller)
    expect((await server.inject({ headers, url: '/v1/me/data' })).json()).toEqual(data)
    const exported = await server.inject({ headers, method: 'POST', payload: {}, url: '/v1/me/export' })
    expect(exported.json()).toEqual(data)
    expect(exported.headers['content-disposition']).toContain('umiar-export.json')
    expect((await server.inject({ headers, url: '/v1/me/uses' })).json()).toEqual({ uses: [DECISION] })
    expect((await server.inject({ headers, url: '/v1/me/why' })).json()).toEqual({
      why: await app.meWhy(caller, 'pl'),
    })
    const taste = { have: ['tea-3'], likes: ['tea-1'], never: ['tea-2'] }
    const put = await server.inject({ headers, method: 'PUT', payload: taste, url: '/v1/me/taste' })
    expect(put.json()).toEqual({ ...taste, kept: 'stored' })
    expect((await server.inject({ headers, method: 'POST', url: '/v1/me/end-visit' })).statusCode).toBe(204)
  })

  it('of restriction and objection, which need no more than the act', async () => {
    const { app, server, token } = await testServer()
    const headers = { ...bearer(await token()), 'content-type': 'application/json' }
    expect((await server.inject({ headers, method: 'POST', url: '/v1/me/restrict' })).json()).toEqual({
      ...CONSENT,
      restricted: true,
    })
    await server.inject({ headers, method: 'POST', payload: { restricted: false }, url: '/v1/me/restrict' })
    await server.inject({
      headers,
      method: 'POST',
      payload: { purpose: 'session_recs' },
      url: '/v1/me/object',
    })
    expect(app.calls.map((call) => call.args.slice(1))).toEqual([[true], [false], ['session_recs', true]])
  })
})

describe('reply filter', () => {
  it('drops a field the schema does not name', async () => {
    const { app, server } = await testServer()
    const leaking = { ...DECISION, subject: 'her internal id' }
    app.decision = async () => leaking
    expect((await server.inject({ headers: bearer(SECRET), url: '/v1/decisions/rec_1' })).body).not.toContain(
      'subject',
    )
  })

  it('drops it from problem documents too', async () => {
    const { app, server } = await testServer()
    const fault = { code: 'c', message: 'm', pointer: '/events/0' }
    app.failing.set(
      'recordEvents',
      new DomainError('level_too_low', 'The fact.', {}, [{ ...fault, subject: 'her internal id' } as Fault]),
    )
    const reply = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload: { events: [{}] },
      url: '/v1/events',
    })
    expect(reply.json().errors).toEqual([fault])
  })
})

describe('shopper tokens over HTTP', () => {
  it('are minted for a name and open that person’s data', async () => {
    const { app, server } = await testServer()
    const minted = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload: { anonymous_id: 'ola' },
      url: '/v1/shopper-tokens',
    })
    expect(minted.statusCode).toBe(200)
    expect(minted.json().expires_at).toBe('2026-11-23T10:15:00.000Z')
    expect(app.calls).toEqual([])
    const me = await server.inject({ headers: bearer(minted.json().token), url: '/v1/me' })
    expect(me.statusCode).toBe(200)
    expect(app.calls[0]?.args[0]).toEqual({
      alias: app.aliasFor({ anonymous_id: 'ola' }),
      issuedAtMs: Date.UTC(2026, 10, 23, 10),
      kind: 'shopper',
    })
  })

  it('end with their time', async () => {
    const { clock, server, token } = await testServer()
    const headers = bearer(await token())
    clock.advance(17 * 60_000)
    const reply = await server.inject({ headers, url: '/v1/me' })
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'token_expired'])
  })
})

describe('erasure over HTTP', () => {
  const erase = async (headers: Record<string, string>, payload?: object) =>
    ({
      headers,
      method: 'POST',
      url: '/v1/me/erase',
      ...(payload === undefined ? {} : { payload }),
    }) as const

  it('needs a confirmation that says yes', async () => {
    const { app, server, token } = await testServer()
    const headers = bearer(await token())
    for (const payload of [undefined, {}, { confirm: false }]) {
      const reply = await server.inject(await erase(headers, payload))
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'confirmation_required'])
    }
    expect((await server.inject(await erase(headers, { confirm: 'yes' }))).json().code).toBe(
      'invalid_request',
    )
    expect(app.calls).toEqual([])
    const reply = await server.inject(await erase(headers, { confirm: true }))
    expect(reply.json()).toEqual({
      erased: true,
      erased_at: '2026-11-23T10:00:00.000Z',
      remains: ['tombstone'],
      removed: { taste: 1 },
    })
  })

  it('needs a token of the last five minutes', async () => {
    const { clock, server, token } = await testServer()
    const headers = bearer(await token())
    clock.advance(5 * 60_000 + 1)
    const reply = await server.inject(await erase(headers, { confirm: true }))
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'token_too_old'])
    expect((await server.inject({ headers, url: '/v1/me' })).statusCode).toBe(200)
  })

  it('is open to staff and to the shop’s server by name', async () => {
    const { app, server } = await testServer()
    for (const key of [STAFF, SECRET]) {
      for (const payload of [{ user_id: 'ola' }, { confirm: true, visitor: { user_id: 'ola' } }]) {
        const reply = await server.inject({
          headers: bearer(key),
          method: 'POST',
          payload,
          url: '/v1/erasures',
        })
        expect(reply.statusCode).toBe(200)
        expect(app.calls.at(-1)?.args[1]).toEqual({ user_id: 'ola' })
      }
    }
    const nobody = await server.inject({
      headers: bearer(STAFF),
      method: 'POST',
      payload: {},
      url: '/v1/erasures',
    })
    expect(nobody.json().code).toBe('invalid_request')
  })
})
