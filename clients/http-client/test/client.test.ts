import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ApiProblem,
  ApiUnreachable,
  type Client,
  type ClientOptions,
  createClient,
  type Fetch,
} from '../src/index.ts'

interface Sent {
  readonly url: URL
  readonly headers: Headers
  readonly init: RequestInit
}

/** A client whose server answers as told, and what it sent. */
function clientOf(
  answer: (sent: Sent) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
): { readonly client: Client; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const fetch: Fetch = async (url, init) => {
    const one = { headers: new Headers(init.headers), init, url: new URL(url) }
    sent.push(one)
    return answer(one)
  }
  return { client: createClient({ baseUrl: 'https://umiar.example', fetch, key: 'sec_1', ...options }), sent }
}

const json = (value: unknown, init: ResponseInit = {}) =>
  Response.json(value, { headers: { 'content-type': 'application/json' }, ...init })
const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a call', () => {
  it('sends method, address, key and body as the API describes them', async () => {
    const { client, sent } = clientOf(() => json({}))
    await client.setAvailability({ body: { available: false }, path: { id: 'tea-1' } })
    const [{ headers, init, url }] = sent as [Sent]
    expect([init.method, url.href]).toEqual(['PATCH', 'https://umiar.example/v1/products/tea-1/availability'])
    expect([headers.get('authorization'), headers.get('content-type')]).toEqual([
      'Bearer sec_1',
      'application/json',
    ])
    expect(init.body).toBe('{"available":false}')
  })

  it('keeps cookies out, and follows nobody elsewhere with its key', async () => {
    const { client, sent } = clientOf(() => json({}))
    await client.stateHash()
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' })
  })

  it('without a body names no type of one', async () => {
    const { client, sent } = clientOf(() => new Response(null, { status: 204 }))
    expect(await client.endVisit()).toBeUndefined()
    expect(sent[0]?.headers.has('content-type')).toBe(false)
    expect(sent[0]?.init.body).toBeUndefined()
  })

  it('passes language, privacy signal and idempotency key on, and only if they are given', async () => {
    const { client, sent } = clientOf(() => json({}))
    await client.with({ gpc: true, locale: 'pl' }).consent({}, { idempotencyKey: 'once' })
    await client.consent()
    const names = ['accept-language', 'sec-gpc', 'idempotency-key']
    expect(sent.map(({ headers }) => names.map((name) => headers.get(name)))).toEqual([
      ['pl', '1', 'once'],
      [null, null, null],
    ])
  })

  it('leaves a query out that is not given', async () => {
    const { client, sent } = clientOf(() => json({}))
    await client.meWhy({ query: { locale: 'pl' } })
    await client.meWhy({ query: { locale: undefined } })
    await client.meWhy()
    expect(sent.map(({ url }) => url.pathname + url.search)).toEqual([
      '/v1/me/why?locale=pl',
      '/v1/me/why',
      '/v1/me/why',
    ])
  })

  it('goes below the path of its base address', async () => {
    const { client, sent } = clientOf(() => json({}), { baseUrl: 'https://shop.example/umiar//' })
    await client.health()
    expect(sent[0]?.url.href).toBe('https://shop.example/umiar/healthz')
  })
})

describe('an id in an address', () => {
  it('arrives as it was given, whatever its characters', async () => {
    const { client, sent } = clientOf(() => json({}))
    const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.{1,2}$/.test(text))
    await fc.assert(
      fc.asyncProperty(id, async (given) => {
        await client.decision({ path: { rec_id: given } })
        const segments = sent.at(-1)!.url.pathname.split('/')
        expect(segments).toHaveLength(4)
        expect(decodeURIComponent(segments[3]!)).toBe(given)
      }),
    )
  })

  it.each(['', '.', '..'])('%j is refused, since it would be another address', async (id) => {
    const { client, sent } = clientOf(() => json({}))
    expect(await refusalOf(client.deleteProduct({ path: { id } }))).toBeInstanceOf(RangeError)
    expect(sent).toEqual([])
  })
})

describe('a client for somebody else', () => {
  it('differs in what was named, and leaves the first as it was', async () => {
    const { client, sent } = clientOf(() => json({}), { locale: 'pl' })
    await client.with({ key: 'token' }).me()
    await client.me({}, { key: 'other' })
    await client.me()
    const told = sent.map(({ headers }) => [headers.get('authorization'), headers.get('accept-language')])
    expect(told).toEqual([
      ['Bearer token', 'pl'],
      ['Bearer other', 'pl'],
      ['Bearer sec_1', 'pl'],
    ])
  })

  it('may have no key at all', async () => {
    const { client, sent } = clientOf(() => json({}))
    await client.with({ key: undefined }).gpcSupport()
    expect(sent[0]?.headers.has('authorization')).toBe(false)
  })

  it('is refused a key that cannot be one, without repeating it', async () => {
    const { client } = clientOf(() => json({}))
    const error = await refusalOf(client.me({}, { key: 'sec_a\nsec_b' }))
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).not.toContain('sec_')
  })
})

describe('a refusal', () => {
  it('has everything the problem document says', async () => {
    const errors = [{ code: 'missing', message: 'is needed', pointer: '/title' }]
    const problem = {
      code: 'rate_limited',
      detail: 'Wait 3 s.',
      errors,
      request_id: 'r-1',
      retry_after_seconds: 3,
      status: 429,
      title: 'Too many',
      type: '/docs/errors#rate_limited',
    }
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '3' }
    const { client } = clientOf(() => json(problem, { headers, status: 429 }))
    const error = await refusalOf(client.me())
    expect(error).toBeInstanceOf(ApiProblem)
    expect(error).toMatchObject({
      code: 'rate_limited',
      detail: 'Wait 3 s.',
      errors,
      message: '429 rate_limited: Wait 3 s.',
      name: 'ApiProblem',
      problem: { retry_after_seconds: 3 },
      requestId: 'r-1',
      retryAfterSeconds: 3,
      status: 429,
    })
  })

  it.each(['<h1>Bad gateway</h1>', '', 'null', '[]', '{"code":5}'])(
    'that is no problem document (%j) still has its status',
    async (text) => {
      const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', 'x-request-id': 'proxy-1' }
      const { client } = clientOf(() => new Response(text, { headers, status: 502 }))
      expect(await refusalOf(client.me())).toMatchObject({
        code: 'http_502',
        detail: '',
        errors: [],
        requestId: 'proxy-1',
        retryAfterSeconds: undefined,
        status: 502,
      })
    },
  )

  it('is told from an answer that has the same status', async () => {
    const problem = { code: 'store_unavailable', detail: 'Stopping.' }
    const headers = { 'content-type': 'application/problem+json; charset=utf-8' }
    const notReady = clientOf(() => json({ ready: false }, { status: 503 })).client
    const stopping = clientOf(() => json(problem, { headers, status: 503 })).client
    expect(await notReady.readiness()).toEqual({ ready: false })
    expect(await refusalOf(notReady.me())).toMatchObject({ status: 503 })
    expect(await refusalOf(stopping.readiness())).toMatchObject({ code: 'store_unavailable' })
  })
})

describe('where no answer comes', () => {
  const silent: Fetch = (_url, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })

  it('the network’s error is the cause', async () => {
    const cause = new TypeError('fetch failed')
    const { client } = clientOf(() => Promise.reject(cause))
    const error = await refusalOf(client.health())
    expect(error).toBeInstanceOf(ApiUnreachable)
    expect(error).toMatchObject({ cause, name: 'ApiUnreachable', reason: 'network' })
  })

  it('the call ends after its time', async () => {
    const client = createClient({ baseUrl: 'https://umiar.example', fetch: silent, timeoutMs: 1 })
    expect(await refusalOf(client.health())).toMatchObject({ reason: 'timeout' })
  })

  it('the time counts for the body too', async () => {
    const { client } = clientOf(
      ({ init }) =>
        new Response(
          new ReadableStream({
            start: (stream) =>
              init.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
          }),
        ),
      { timeoutMs: 1 },
    )
    expect(await refusalOf(client.health())).toMatchObject({ reason: 'timeout' })
  })

  it('the caller’s own signal ends the call with its own reason', async () => {
    const client = createClient({ baseUrl: 'https://umiar.example', fetch: silent })
    const controller = new AbortController()
    const call = refusalOf(client.health({}, { signal: controller.signal }))
    const reason = new Error('the page was left')
    controller.abort(reason)
    expect(await call).toBe(reason)
  })

  it('what is not JSON is somebody else’s answer', async () => {
    const { client } = clientOf(() => new Response('<h1>Welcome</h1>'))
    expect(await refusalOf(client.health())).toMatchObject({ name: 'ApiUnreachable', reason: 'unreadable' })
  })

  it('figures are text, as they came', async () => {
    const { client } = clientOf(() => new Response('umiar_requests 1\n'))
    expect(await client.metrics()).toBe('umiar_requests 1\n')
  })
})

describe('the types', () => {
  it('ask for what a call needs, and for nothing else', async () => {
    const { client } = clientOf(() => json({ expires_at: '', token: 't' }))
    const { token } = await client.issueShopperToken({ body: { anonymous_id: 'v' } })
    expect(token satisfies string).toBe('t')
    // @ts-expect-error A product needs the id of its address.
    const withoutPath = () => client.deleteProduct({})
    // @ts-expect-error A choice needs more than a level.
    const withoutNotice = () => client.putConsent({ body: { level: 0 } })
    // @ts-expect-error This call takes nothing; a signal belongs into the second place.
    const misplaced = () => client.health({ signal: new AbortController().signal })
    expect([withoutPath, withoutNotice, misplaced]).toHaveLength(3)
  })
})
