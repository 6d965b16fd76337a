import { DomainError } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { bearer, HOME, PUBLISHABLE, SECRET, STAFF, testServer } from '../support/test-server.ts'

const json = (key: string) => ({ ...bearer(key), 'content-type': 'application/json' })
const CHOICE = { level: 0, locale: 'pl', method: 'api', notice_version: '1' }

describe('refusals', () => {
  it('are problem documents with a stable code, a request id and no stack', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ method: 'POST', payload: HOME, url: '/v1/recommendations' })
    expect(reply.statusCode).toBe(401)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.headers['www-authenticate']).toBe('Bearer')
    expect(reply.json()).toEqual({
      accepted: ['publishable', 'secret', 'shopper'],
      code: 'key_missing',
      detail: expect.any(String),
      request_id: reply.headers['x-request-id'],
      status: 401,
      title: 'No key was given',
      type: '/docs/errors#key_missing',
    })
  })

  it.each([
    [
      '400 malformed JSON',
      { headers: json(SECRET), payload: '{"events":[', url: '/v1/events' },
      400,
      'malformed_json',
    ],
    ['400 an empty body', { headers: json(SECRET), payload: '', url: '/v1/events' }, 400, 'malformed_json'],
    [
      '422 a prototype is no field that is needed',
      { headers: json(SECRET), payload: '{"__proto__":{"events":[{}]}}', url: '/v1/events' },
      422,
      'invalid_request',
    ],
    ['401 no key', { payload: HOME, url: '/v1/events' }, 401, 'key_missing'],
    [
      '401 another scheme',
      { headers: { authorization: 'Basic c2Vj' }, payload: HOME, url: '/v1/events' },
      401,
      'key_missing',
    ],
    [
      '401 an unknown key',
      { headers: bearer('sec_unknown'), payload: HOME, url: '/v1/events' },
      401,
      'key_unknown',
    ],
    [
      '401 a broken token',
      { headers: bearer('a.b.c'), payload: HOME, url: '/v1/events' },
      401,
      'token_invalid',
    ],
    [
      '403 a publishable key on products',
      { headers: bearer(PUBLISHABLE), payload: { products: [{}] }, url: '/v1/products:batch' },
      403,
      'key_kind_not_allowed',
    ],
    [
      '403 a publishable key on tokens',
      { headers: bearer(PUBLISHABLE), payload: { anonymous_id: 'a' }, url: '/v1/shopper-tokens' },
      403,
      'key_kind_not_allowed',
    ],
    [
      '403 a secret key on retention',
      { headers: bearer(SECRET), url: '/v1/retention:run' },
      403,
      'key_kind_not_allowed',
    ],
    [
      '403 a secret key on a person’s data',
      { headers: bearer(SECRET), url: '/v1/me/export' },
      403,
      'key_kind_not_allowed',
    ],
    [
      '403 a publishable key on erasures',
      { headers: bearer(PUBLISHABLE), payload: {}, url: '/v1/erasures' },
      403,
      'key_kind_not_allowed',
    ],
    ['404 an unknown address', { url: '/v1/nothing-here' }, 404, 'not_found'],
    ['404 an address that cannot be decoded', { url: '/v1/%E0%A4' }, 404, 'not_found'],
    ['405 a method not offered', { url: '/v1/me/taste' }, 405, 'method_not_allowed'],
    [
      '413 a body over 2 MB',
      { headers: json(SECRET), payload: `{"events":["${'x'.repeat(2 * 1024 * 1024)}"]}`, url: '/v1/events' },
      413,
      'body_too_large',
    ],
    [
      '415 another media type',
      { headers: { ...bearer(SECRET), 'content-type': 'text/plain' }, payload: '{}', url: '/v1/events' },
      415,
      'media_type_not_supported',
    ],
    [
      '415 a form',
      {
        headers: { ...bearer(SECRET), 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'a=b',
        url: '/v1/events',
      },
      415,
      'media_type_not_supported',
    ],
    [
      '415 a compressed body',
      { headers: { ...json(SECRET), 'content-encoding': 'gzip' }, payload: '{}', url: '/v1/events' },
      415,
      'media_type_not_supported',
    ],
    [
      '422 no events',
      { headers: bearer(SECRET), payload: { events: [] }, url: '/v1/events' },
      422,
      'invalid_request',
    ],
    [
      '422 too many events',
      { headers: bearer(SECRET), payload: { events: Array(1_001).fill({}) }, url: '/v1/events' },
      422,
      'invalid_request',
    ],
    [
      '422 a token for nobody',
      { headers: bearer(SECRET), payload: {}, url: '/v1/shopper-tokens' },
      422,
      'invalid_request',
    ],
    [
      '422 an id with a control character',
      { headers: bearer(SECRET), payload: { anonymous_id: 'a\nb' }, url: '/v1/shopper-tokens' },
      422,
      'invalid_id',
    ],
  ])('%s', async (_name, request, status, code) => {
    const { app, server } = await testServer()
    const reply = await server.inject({ method: 'POST', ...request })
    expect([reply.statusCode, reply.json().code, reply.json().status]).toEqual([status, code, status])
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(app.calls).toEqual([])
  })

  it.each([
    '"__proto__":{"admin":true}',
    '"\\u005f_proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"page":{"type":"home","__proto__":{"admin":true}}',
  ])('do not befall a batch for a key that reaches into prototypes: %s', async (key) => {
    const { app, server } = await testServer()
    const good = { event: 'view_item', event_id: 'e-2' }
    const payload = `{"events":[{"event_id":"e-1",${key}},${JSON.stringify(good)}]}`
    const reply = await server.inject({ headers: json(SECRET), method: 'POST', payload, url: '/v1/events' })
    expect(reply.statusCode).toBe(202)
    const page = key.includes('page') ? { page: { type: 'home' } } : {}
    expect(app.calls[0]?.args[1]).toStrictEqual({ events: [{ event_id: 'e-1', ...page }, good] })
    expect(JSON.stringify(app.calls[0]?.args[1])).not.toContain('admin')
    expect({}).not.toHaveProperty('admin')
  })

  it('take a body of just under 2 MB', async () => {
    const { server } = await testServer()
    const payload = { events: [{ filler: 'x'.repeat(2_000_000) }] }
    expect(
      (await server.inject({ headers: bearer(SECRET), method: 'POST', payload, url: '/v1/events' }))
        .statusCode,
    ).toBe(202)
  })

  it('name the methods an address offers', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ method: 'DELETE', url: '/v1/products/tea-1/availability' })
    expect(reply.statusCode).toBe(405)
    expect(reply.headers.allow).toBe('PATCH, OPTIONS')
    expect(reply.json().allowed).toEqual(['PATCH'])
  })

  it('carry the facts and faults of the domain, in the names of the API', async () => {
    const { server, token } = await testServer()
    const payload = { ...CHOICE, notice_version: '0' }
    const reply = await server.inject({
      headers: bearer(await token()),
      method: 'PUT',
      payload,
      url: '/v1/consent',
    })
    expect(reply.json()).toMatchObject({ code: 'notice_outdated', notice_version: '1', status: 409 })
  })

  it.each([
    ['store_full', 503],
    ['store_unavailable', 503],
    ['level_too_low', 422],
    ['token_revoked', 401],
  ] as const)('let %s of the application through', async (code, status) => {
    const { app, server } = await testServer()
    const fault = { code: 'c', message: 'm', pointer: '/events/0' }
    app.failing.set('recordEvents', new DomainError(code, 'The fact.', {}, [fault]))
    const reply = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload: { events: [{}] },
      url: '/v1/events',
    })
    expect(reply.statusCode).toBe(status)
    expect(reply.json()).toMatchObject({ code, detail: 'The fact.', errors: [fault] })
    if (status === 503) expect(reply.headers['retry-after']).toBe('5')
  })

  it.each([
    ['what nobody foresaw', new Error('ola@shop.example broke it')],
    ['a thrown text', 'ola@shop.example broke it'],
    ['a misused grant', new DomainError('grant_misused', 'ola@shop.example broke it', { table: 'buying' })],
  ])('say nothing of the inside about %s', async (_name, error) => {
    const { app, logs, server } = await testServer()
    app.failing.set('recordEvents', error)
    const reply = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload: { events: [{}] },
      url: '/v1/events',
    })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toMatch(/ola@|buying|\.ts:|at /)
    expect(logs.join()).not.toContain('ola@')
    expect(logs.join()).toContain('"failure"')
  })
})

describe('schema faults', () => {
  const refused = async (payload: object) => {
    const { server } = await testServer()
    const reply = await server.inject({
      headers: bearer(SECRET),
      method: 'POST',
      payload,
      url: '/v1/recommendations',
    })
    expect(reply.statusCode).toBe(422)
    return reply
  }

  it('name the nearest known field for one that is not known', async () => {
    const reply = await refused({ ...HOME, context: { page_type: 'home', serch_term: 'tea' } })
    expect(reply.json().errors).toEqual([
      {
        code: 'unknown_field',
        message: 'a field is not known here; did you mean search_term?',
        pointer: '/context',
      },
    ])
  })

  it('name every place at once', async () => {
    const reply = await refused({ context: { page_type: 'start' }, slots: [{ limit: 101 }] })
    expect(
      reply
        .json()
        .errors.map((fault: { pointer: string }) => fault.pointer)
        .sort(),
    ).toEqual(['/context/page_type', '/slots/0/id', '/slots/0/limit'])
  })

  it('do not repeat values or names the caller made up', async () => {
    const { server, token } = await testServer()
    const payload = {
      ...CHOICE,
      'ola@shop.example': 1,
      locale: { ola: 'ola@shop.example' },
      purposes: { 'ola@shop.example': 'x' },
    }
    const reply = await server.inject({
      headers: bearer(await token()),
      method: 'PUT',
      payload,
      url: '/v1/consent',
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.json().errors.length).toBeGreaterThanOrEqual(2)
    expect(reply.body).not.toContain('ola')
  })

  it('stay few for a request full of them', async () => {
    const reply = await refused({ ...HOME, context: { item_ids: Array(900).fill(1), page_type: 'home' } })
    expect(reply.json().errors.length).toBeLessThanOrEqual(20)
  })

  it('refuse unknown query parameters without repeating them', async () => {
    const { server } = await testServer()
    const reply = await server.inject({
      headers: bearer(SECRET),
      url: '/v1/consent/policy?email=ola@shop.example',
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).not.toContain('ola@')
  })
})

describe('identity', () => {
  it.each([
    [
      'recommendations',
      { ...HOME, visitor: { user_id: 'ola' } },
      '/v1/recommendations',
      'POST',
      '/visitor/user_id',
    ],
    [
      'feedback',
      { feedback: 'like', item_id: 'tea-1', visitor: { user_id: 'ola' } },
      '/v1/feedback',
      'POST',
      '/visitor/user_id',
    ],
    ['consent', { ...CHOICE, visitor: { user_id: 'ola' } }, '/v1/consent', 'PUT', '/visitor/user_id'],
    ['consent beside the choice', { ...CHOICE, user_id: 'ola' }, '/v1/consent', 'PUT', '/user_id'],
    ['events', { events: [{}, { user_id: 'ola' }] }, '/v1/events', 'POST', '/events/1/user_id'],
  ] as const)(
    'of a user is not taken from a publishable key: %s',
    async (_name, payload, url, method, pointer) => {
      const { app, server } = await testServer()
      const reply = await server.inject({ headers: bearer(PUBLISHABLE), method, payload, url })
      expect(reply.statusCode).toBe(403)
      expect(reply.json()).toMatchObject({ code: 'identity_not_proven', errors: [{ pointer }] })
      expect(app.calls).toEqual([])
      const proven = await server.inject({ headers: bearer(SECRET), method, payload, url })
      expect(proven.statusCode).toBeLessThan(300)
    },
  )

  it('of a user is taken from her own shopper token only', async () => {
    const { app, server, tokens } = await testServer()
    const { token } = await tokens.issue(app.aliasFor({ user_id: 'ola' }))
    const ask = (userId: string) =>
      server.inject({
        headers: bearer(token),
        method: 'POST',
        payload: { ...HOME, visitor: { user_id: userId } },
        url: '/v1/recommendations',
      })
    expect((await ask('ola')).statusCode).toBe(200)
    expect((await ask('janusz')).json().code).toBe('identity_not_proven')
  })

  it('is not taken by a preview, and the refusal says why without repeating it', async () => {
    const { app, server } = await testServer()
    const named: readonly object[] = [
      { visitor: { anonymous_id: 'ola' } },
      { anonymous_id: 'ola' },
      { user_id: 7 },
    ]
    for (const names of named) {
      const reply = await server.inject({
        headers: bearer(SECRET),
        method: 'POST',
        payload: { ...HOME, ...names, level: 1 },
        url: '/v1/recommendations:preview',
      })
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid_request'])
      expect(reply.json().errors).toEqual([
        {
          code: 'visitor_not_taken',
          message: 'is not taken: a preview is about an invented person',
          pointer: `/${Object.keys(names)[0]}`,
        },
      ])
      expect(reply.body).not.toContain('ola')
    }
    expect(app.calls).toEqual([])
  })

  it('reaches the application in NFC', async () => {
    const { app, server } = await testServer()
    const payload = { ...HOME, visitor: { anonymous_id: 'z\u0301' } }
    await server.inject({ headers: bearer(PUBLISHABLE), method: 'POST', payload, url: '/v1/recommendations' })
    expect(app.calls[0]?.args[1]).toMatchObject({ visitor: { anonymous_id: '\u017a' } })
  })
})

describe('stopping', () => {
  it('refuses what arrives after it began', async () => {
    const { server } = await testServer()
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    const closed = server.close()
    const late = await fetch(`${address}/healthz`).catch(() => undefined)
    await closed
    expect(late === undefined || late.status === 503).toBe(true)
  })
})

describe('staff', () => {
  it('may run retention and read the state hash; a shop’s key may not', async () => {
    const { app, server } = await testServer()
    expect(
      (await server.inject({ headers: bearer(STAFF), method: 'POST', url: '/v1/retention:run' })).statusCode,
    ).toBe(204)
    expect(app.calls.map((call) => call.name)).toEqual(['enforceRetention'])
    const hash = await server.inject({ headers: bearer(STAFF), url: '/v1/state-hash' })
    expect(hash.json()).toEqual({ state_hash: 'ab'.repeat(32) })
    expect((await server.inject({ headers: bearer(SECRET), url: '/v1/state-hash' })).statusCode).toBe(403)
  })
})
