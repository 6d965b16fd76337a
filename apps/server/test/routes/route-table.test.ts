import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createRouteTable } from '../../src/http/route-table.ts'
import { testServer } from '../support/test-server.ts'

interface Declared {
  readonly responses: Readonly<Record<string, unknown>>
  readonly summary?: string
}

/** All calls of the OpenAPI document, as `METHOD /path`. */
async function calls(): Promise<Map<string, Declared>> {
  const { server } = await testServer()
  const document = (await server.inject({ url: '/openapi.json' })).json()
  const found = new Map<string, Declared>()
  for (const [path, methods] of Object.entries<Record<string, Declared>>(document.paths)) {
    for (const [method, operation] of Object.entries(methods))
      found.set(`${method.toUpperCase()} ${path}`, operation)
  }
  return found
}

describe('routes', () => {
  it('are those of the public surface', async () => {
    expect([...(await calls()).keys()].sort()).toEqual(
      [
        'DELETE /v1/products/{id}',
        'GET /.well-known/gpc.json',
        'GET /healthz',
        'GET /metrics',
        'GET /readyz',
        'GET /v1/consent',
        'GET /v1/consent/history',
        'GET /v1/consent/policy',
        'GET /v1/consent/receipts/{id}',
        'GET /v1/decisions/{rec_id}',
        'GET /v1/imports',
        'GET /v1/me',
        'GET /v1/me/data',
        'GET /v1/me/uses',
        'GET /v1/me/why',
        'GET /v1/merchandising',
        'GET /v1/overview',
        'GET /v1/state-hash',
        'PATCH /v1/products/{id}/availability',
        'POST /v1/erasures',
        'POST /v1/events',
        'POST /v1/feedback',
        'POST /v1/imports',
        'POST /v1/imports/{id}/consents',
        'POST /v1/imports/{id}/finish',
        'POST /v1/me/end-visit',
        'POST /v1/me/erase',
        'POST /v1/me/export',
        'POST /v1/me/object',
        'POST /v1/me/restrict',
        'POST /v1/products:batch',
        'POST /v1/rank',
        'POST /v1/recommendations',
        'POST /v1/recommendations:preview',
        'POST /v1/retention:run',
        'POST /v1/shopper-tokens',
        'PUT /v1/consent',
        'PUT /v1/me/taste',
        'PUT /v1/merchandising',
        'PUT /v1/products/{id}',
      ].sort(),
    )
  })

  it('each declare every status they can answer, so that replies are filtered', async () => {
    for (const [call, { responses, summary }] of await calls()) {
      const statuses = Object.keys(responses)
      expect(statuses, call).toEqual(expect.arrayContaining(['4XX', '5XX']))
      const isReceipt = call.includes('/receipts/')
      expect(
        statuses.some((status) => /^2\d\d$/.test(status)),
        call,
      ).toBe(!isReceipt)
      expect(summary?.length, call).toBeGreaterThan(5)
    }
  })

  it('under /v1 cannot be registered without saying whom they serve', async () => {
    const server = Fastify()
    const table = createRouteTable()
    server.addHook('onRoute', (route) => table.add(route))
    server.get('/v1/named', { config: { callers: ['secret'] } }, async () => '')
    expect(() => server.get('/v1/open', async () => '')).toThrow(/callers/)
    await server.close()
  })

  it('are found by the address of a request', () => {
    const table = createRouteTable()
    const add = (method: string, url: string) => table.add({ config: { callers: [] }, method, url } as never)
    add('PUT', '/v1/products/:id')
    add('DELETE', '/v1/products/:id')
    add('POST', '/v1/products::batch')
    add('GET', '/assets/*')
    expect(table.methodsAt('/v1/products/a%2Fb?x=1')).toEqual(['PUT', 'DELETE'])
    expect(table.methodsAt('/v1/products:batch')).toEqual(['POST'])
    expect(table.methodsAt('/v1/products/a/b')).toEqual([])
    expect(table.methodsAt('/assets/a/b.css')).toEqual(['GET'])
  })
})
