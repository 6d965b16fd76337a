import { describe, expect, it } from 'vitest'
import { bearer, HOME, PUBLISHABLE, SECRET, testServer } from '../support/test-server.ts'

const SHOP = 'https://shop.example'
const LISTED = { UMIAR_ALLOWED_ORIGINS: SHOP }
const ask = (key: string, headers: Record<string, string> = {}) =>
  ({
    headers: { ...bearer(key), ...headers },
    method: 'POST',
    payload: HOME,
    url: '/v1/recommendations',
  }) as const

describe('origins', () => {
  it('bind a publishable key: listed ones may call, others and null may not', async () => {
    const { server } = await testServer(LISTED)
    expect((await server.inject(ask(PUBLISHABLE, { origin: SHOP }))).statusCode).toBe(200)
    for (const origin of ['https://evil.example', `${SHOP}.evil.example`, 'http://shop.example', 'null']) {
      const reply = await server.inject(ask(PUBLISHABLE, { origin }))
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'origin_not_allowed'])
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      expect(reply.body).not.toContain('evil')
    }
  })

  it('bind a shopper token too', async () => {
    const { server, token } = await testServer(LISTED)
    const headers = { ...bearer(await token()), origin: 'https://evil.example' }
    expect((await server.inject({ headers, url: '/v1/me' })).json().code).toBe('origin_not_allowed')
  })

  it('do not matter to callers that are no browser', async () => {
    const { server } = await testServer(LISTED)
    expect((await server.inject(ask(PUBLISHABLE))).statusCode).toBe(200)
  })

  it('include the server’s own in demo mode', async () => {
    const { server } = await testServer()
    const own = { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' }
    expect((await server.inject(ask(PUBLISHABLE, own))).statusCode).toBe(200)
    expect(
      (await server.inject(ask(PUBLISHABLE, { ...own, origin: 'http://127.0.0.1:9090' }))).statusCode,
    ).toBe(403)
  })

  it('cannot be rebound: in demo mode a foreign host name is refused on every address', async () => {
    const { server } = await testServer()
    for (const url of ['/v1/consent/policy', '/metrics', '/docs']) {
      const headers = { host: 'evil.example', origin: 'http://evil.example', ...bearer(PUBLISHABLE) }
      expect((await server.inject({ headers, url })).statusCode).toBe(403)
    }
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
      expect((await server.inject({ headers: { host }, url: '/healthz' })).statusCode).toBe(200)
    }
  })
})

describe('CORS', () => {
  const preflight = (origin: string, url = '/v1/consent') =>
    ({ headers: { 'access-control-request-method': 'PUT', origin }, method: 'OPTIONS', url }) as const

  it('answers the preflight of a listed origin with that origin and the methods of the address', async () => {
    const { server } = await testServer(LISTED)
    const reply = await server.inject(preflight(SHOP))
    expect(reply.statusCode).toBe(204)
    expect(reply.headers).toMatchObject({
      'access-control-allow-headers': 'Authorization, Content-Type',
      'access-control-allow-methods': 'PUT, GET, HEAD',
      'access-control-allow-origin': SHOP,
      vary: 'Origin',
    })
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it('refuses the preflight of any other origin, and knows no wildcard', async () => {
    const { server } = await testServer(LISTED)
    const reply = await server.inject(preflight('https://evil.example'))
    expect(reply.statusCode).toBe(403)
    expect(JSON.stringify(reply.headers)).not.toMatch(/access-control|\*/)
  })

  it('lets a listed page read answers, also refusals, and what the limits say', async () => {
    const { server } = await testServer(LISTED)
    const reply = await server.inject(ask('pub_unknown', { origin: SHOP }))
    expect(reply.statusCode).toBe(401)
    expect(reply.headers['access-control-allow-origin']).toBe(SHOP)
    expect(reply.headers['access-control-expose-headers']).toContain('RateLimit-Remaining')
  })

  it('answers OPTIONS at an address that does not exist with 404', async () => {
    const { server } = await testServer(LISTED)
    expect((await server.inject(preflight(SHOP, '/v1/nothing'))).statusCode).toBe(404)
  })
})

describe('security headers', () => {
  it('stand on every answer: replies, pages, refusals, addresses that do not exist', async () => {
    const { server } = await testServer()
    const replies = [
      await server.inject(ask(SECRET)),
      await server.inject({ url: '/docs' }),
      await server.inject({ method: 'POST', url: '/v1/events' }),
      await server.inject({ url: '/nothing' }),
      await server.inject({ url: '/v1/%E0%A4' }),
    ]
    for (const reply of replies) {
      expect(reply.headers['content-security-policy']).toMatch(/^default-src 'self'/)
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
      expect(reply.headers['referrer-policy']).toBe('no-referrer')
      expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f]{12}-[0-9a-z]+$/)
    }
  })

  it('ask for HTTPS where the server is reached by it', async () => {
    const { server } = await testServer({ UMIAR_PUBLIC_URL: 'https://umiar.example' })
    expect((await server.inject({ url: '/healthz' })).headers['strict-transport-security']).toBe(
      'max-age=31536000',
    )
  })
})

describe('caching', () => {
  it('is forbidden even where an answer is about nobody: a product sold out leaves at once', async () => {
    const { server } = await testServer()
    const reply = await server.inject(ask(PUBLISHABLE))
    expect(reply.json().consent_ref).toBeNull()
    expect(reply.headers['cache-control']).toBe('private, no-store')
  })

  it('is forbidden for personal answers, refusals, and all else under /v1', async () => {
    const { app, server, token } = await testServer()
    const her = bearer(await token())
    app.level = 2
    const replies = [
      await server.inject(ask(PUBLISHABLE)),
      await server.inject(ask('pub_unknown')),
      await server.inject({ headers: her, url: '/v1/me' }),
      await server.inject({ headers: her, url: '/v1/consent' }),
      await server.inject({ headers: her, method: 'POST', url: '/v1/me/export' }),
    ]
    for (const reply of replies) expect(reply.headers['cache-control']).toBe('private, no-store')
  })

  it('gives two people the same bytes for the same page', async () => {
    const { server } = await testServer()
    const bodies = ['ola', 'janusz'].map(async (id) => {
      const payload = { ...HOME, visitor: { anonymous_id: id } }
      return (await server.inject({ ...ask(PUBLISHABLE), payload })).body
    })
    const [first, second] = await Promise.all(bodies)
    expect(first).toBe(second)
  })
})
