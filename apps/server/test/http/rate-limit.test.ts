import { describe, expect, it } from 'vitest'
import { RateLimiter } from '../../src/http/rate-limit.ts'
import {
  bearer,
  HOME,
  PUBLISHABLE,
  SECRET,
  testClock,
  testRandom,
  testServer,
} from '../support/test-server.ts'

const LIMITED = { UMIAR_RATE_LIMIT_PER_MINUTE: '2' }
const ask = (key: string, remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) =>
  ({
    headers: { ...bearer(key), ...headers },
    method: 'POST',
    payload: HOME,
    remoteAddress,
    url: '/v1/recommendations',
  }) as const

describe('rate limit', () => {
  it('counts down in the headers, then answers 429 with the seconds to wait', async () => {
    const { server } = await testServer(LIMITED)
    const [first, second, third] = [
      await server.inject(ask(PUBLISHABLE)),
      await server.inject(ask(PUBLISHABLE)),
      await server.inject(ask(PUBLISHABLE)),
    ]
    expect([first.statusCode, second.statusCode, third.statusCode]).toEqual([200, 200, 429])
    expect(first.headers).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-remaining': '1',
      'ratelimit-reset': '30',
    })
    expect(third.headers).toMatchObject({ 'ratelimit-remaining': '0', 'retry-after': '30' })
    expect(third.json()).toMatchObject({ code: 'rate_limited', retry_after_seconds: 30 })
  })

  it('lets through again what the clock has earned', async () => {
    const { clock, server } = await testServer(LIMITED)
    for (let request = 0; request < 3; request++) await server.inject(ask(PUBLISHABLE))
    clock.advance(29_000)
    expect((await server.inject(ask(PUBLISHABLE))).statusCode).toBe(429)
    clock.advance(1_000)
    expect((await server.inject(ask(PUBLISHABLE))).statusCode).toBe(200)
  })

  it('is one for each address and each key', async () => {
    const { server, token } = await testServer(LIMITED)
    for (let request = 0; request < 3; request++) await server.inject(ask(PUBLISHABLE))
    expect((await server.inject(ask(PUBLISHABLE, '192.0.2.7'))).statusCode).toBe(200)
    expect((await server.inject(ask(await token()))).statusCode).toBe(200)
  })

  it('spares secret keys in demo mode', async () => {
    const { server } = await testServer(LIMITED)
    for (let request = 0; request < 5; request++) {
      const reply = await server.inject(ask(SECRET))
      expect([reply.statusCode, reply.headers['ratelimit-limit']]).toEqual([200, undefined])
    }
  })

  it('believes forwarded addresses of a declared proxy only', async () => {
    const undeclared = await testServer(LIMITED)
    const spoofed = [1, 2, 3].map((last) =>
      ask(PUBLISHABLE, '192.0.2.1', { 'x-forwarded-for': `198.51.100.${last}` }),
    )
    const statuses = []
    for (const request of spoofed) statuses.push((await undeclared.server.inject(request)).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const declared = await testServer({ ...LIMITED, UMIAR_TRUSTED_PROXY: '192.0.2.0/24' })
    for (const request of spoofed) expect((await declared.server.inject(request)).statusCode).toBe(200)
  })
})

describe('token buckets', () => {
  it('never let through more than the limit and the time passed allow', () => {
    const clock = testClock()
    const limiter = new RateLimiter(clock, testRandom())
    let allowed = 0
    for (let second = 0; second < 300; second++) {
      for (let request = 0; request < 7; request++) if (limiter.take('key', 'address', 60).allowed) allowed++
      clock.advance(1_000)
    }
    expect(allowed).toBe(60 + 299)
  })

  it('stay bounded in number, letting the least recently used go', () => {
    const limiter = new RateLimiter(testClock(), testRandom(), 10)
    limiter.take('key', 'regular', 1)
    for (let stranger = 0; stranger < 100; stranger++) {
      limiter.take('key', `stranger ${stranger}`, 1)
      expect(limiter.take('key', 'regular', 1).allowed).toBe(false)
    }
    expect(limiter.size).toBe(10)
  })

  it('hold no address and no key', () => {
    const limiter = new RateLimiter(testClock(), testRandom())
    limiter.take('pub_planted', '192.0.2.99', 5)
    const seen: string[] = []
    const original = Map.prototype.set
    Map.prototype.set = function set(key: unknown, value: unknown) {
      seen.push(String(key))
      return original.call(this, key, value)
    }
    try {
      limiter.take('pub_planted', '192.0.2.99', 5)
    } finally {
      Map.prototype.set = original
    }
    expect(seen).toHaveLength(1)
    expect(seen.join()).not.toMatch(/pub_planted|192\.0\.2/)
  })
})
