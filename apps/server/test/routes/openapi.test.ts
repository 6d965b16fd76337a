/** The description of the API says what the server does: each call is made once and compared with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bearer,
  HOME,
  PUBLISHABLE,
  SECRET,
  STAFF,
  type TestServer,
  testServer,
} from '../support/test-server.ts'

type Content = Readonly<Record<string, unknown>>

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
}

/** A body of each call that needs one. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /v1/products/{id}/availability': { available: false },
  'POST /v1/erasures': { user_id: 'ola' },
  'POST /v1/events': { events: [{}] },
  'POST /v1/feedback': { feedback: 'like', item_id: 'tea-1' },
  'POST /v1/imports': { basis: 'aggregate', files: [], rebased: false, shift_ms: 0, source: 'orders' },
  'POST /v1/imports/{id}/consents': { people: [] },
  'POST /v1/imports/{id}/finish': { counts: {} },
  'POST /v1/me/erase': { confirm: true },
  'POST /v1/me/object': { purpose: 'session_recs' },
  'POST /v1/products:batch': { products: [{}] },
  'POST /v1/rank': { context: { page_type: 'search' }, items: ['tea-1'] },
  'POST /v1/recommendations': HOME,
  'POST /v1/recommendations:preview': { ...HOME, level: 1 },
  'POST /v1/shopper-tokens': { anonymous_id: 'ola' },
  'PUT /v1/consent': { level: 0, locale: 'pl', method: 'api', notice_version: '1' },
  'PUT /v1/me/taste': { likes: [], never: [] },
  'PUT /v1/merchandising': { rules: [] },
  'PUT /v1/products/{id}': { title: 'Herbata' },
}
const PROBLEM = 'application/problem+json'

let world: TestServer
let operations: [call: string, operation: Operation][]
const keys: Record<string, string> = { publishable: PUBLISHABLE, secret: SECRET, staff: STAFF }

beforeAll(async () => {
  world = await testServer()
  keys.shopper = await world.token()
  const { paths } = (await world.server.inject({ url: '/openapi.json' })).json()
  operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
})
afterAll(() => world.server.close())

const ask = async (call: string, key: string | undefined) => {
  const [method = '', path = ''] = call.split(' ')
  const id = path.includes('decisions') ? 'rec_1' : 'tea-1'
  const payload = BODIES[call]
  const reply = await world.server.inject({
    headers: key === undefined ? {} : bearer(key),
    method: method as 'GET',
    remoteAddress: key === undefined ? '203.0.113.7' : '127.0.0.1',
    url: path.replace(/\{\w+\}/, id),
    ...(payload === undefined ? {} : { payload }),
  })
  return { mediaType: mediaTypeOf(reply.headers['content-type']), reply, status: reply.statusCode }
}

const mediaTypeOf = (header: unknown): string | undefined =>
  typeof header === 'string' ? header.split(';')[0] : undefined

const mediaTypes = (operation: Operation, status: string): readonly string[] =>
  Object.keys(operation.responses[status]?.content ?? {})

describe('the description of every call', () => {
  it('names the media type of its answer', async () => {
    expect(operations.length).toBeGreaterThan(25)
    for (const [call, operation] of operations) {
      const kind = operation.security.flatMap((entry) => Object.keys(entry))[0]
      const { mediaType, reply, status } = await ask(call, keys[kind ?? 'staff'])
      if (call.includes('/receipts/')) continue
      expect(status, `${call}: ${reply.body}`).toBeLessThan(300)
      const served = mediaType === undefined ? [] : [mediaType]
      expect(mediaTypes(operation, String(status)), call).toEqual(served)
    }
  })

  it('names the media type of its refusals', async () => {
    for (const [call, operation] of operations) {
      expect(mediaTypes(operation, '4XX'), call).toEqual([PROBLEM])
      expect(mediaTypes(operation, '5XX'), call).toEqual([PROBLEM])
      if (operation.security.length === 0 && call !== 'GET /metrics' && call !== 'GET /readyz') continue
      const { mediaType, status } = await ask(call, undefined)
      expect([status, mediaType], call).toEqual([401, PROBLEM])
    }
  })

  it('names both answers of a server that is not ready', async () => {
    const readyz = operations.find(([call]) => call === 'GET /readyz')![1]
    expect(mediaTypes(readyz, '503')).toEqual(['application/json', PROBLEM])
  })
})
