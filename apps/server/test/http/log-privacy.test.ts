import { DomainError } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { bearer, HOME, PUBLISHABLE, SECRET, type TestServer, testServer } from '../support/test-server.ts'

/** An id no honest log line has. */
const PLANTED = 'planted-7f3a9c51d0'
const ADDRESS = '203.0.113.77'

/** Requests that carry the planted id in every place a request has. */
async function plantEverywhere({ app, server, token }: TestServer): Promise<number[]> {
  const her = await token(PLANTED)
  const consent = { anonymous_id: PLANTED, level: 0, locale: 'pl', method: 'api', notice_version: '1' }
  app.failing.set('decision', new Error(`no record of ${PLANTED}\n    at ${PLANTED} (file.ts:1:1)`))
  app.failing.set('feedback', new DomainError('store_unavailable', 'The store does not answer.'))
  const requests = [
    {
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: { ...HOME, visitor: { anonymous_id: PLANTED } },
      url: '/v1/recommendations',
    },
    {
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload: { events: [{ anonymous_id: PLANTED, user_id: PLANTED }] },
      url: '/v1/events',
    },
    {
      headers: bearer(SECRET),
      method: 'POST',
      payload: { events: [{ [PLANTED]: PLANTED }] },
      url: '/v1/events',
    },
    {
      headers: { ...bearer(SECRET), 'content-type': 'application/json' },
      method: 'POST',
      payload: `{"${PLANTED}`,
      url: '/v1/events',
    },
    {
      headers: bearer(SECRET),
      method: 'POST',
      payload: { anonymous_id: PLANTED },
      url: '/v1/shopper-tokens',
    },
    { headers: bearer(SECRET), method: 'POST', payload: { [PLANTED]: PLANTED }, url: '/v1/shopper-tokens' },
    { headers: bearer(PUBLISHABLE), method: 'PUT', payload: consent, url: '/v1/consent' },
    {
      headers: bearer(SECRET),
      method: 'POST',
      payload: { feedback: 'like', item_id: PLANTED },
      url: '/v1/feedback',
    },
    { headers: bearer(SECRET), url: `/v1/decisions/${PLANTED}` },
    { headers: bearer(SECRET), method: 'PUT', payload: { title: PLANTED }, url: `/v1/products/${PLANTED}` },
    { headers: bearer(PLANTED), url: '/v1/me' },
    { headers: { authorization: PLANTED }, url: '/v1/me' },
    { headers: bearer(her), url: `/v1/me?locale=${PLANTED}` },
    { headers: bearer(her), method: 'POST', payload: { confirm: true }, url: '/v1/me/erase' },
    {
      headers: {
        cookie: PLANTED,
        origin: `https://${PLANTED}.example`,
        referer: PLANTED,
        'user-agent': PLANTED,
        'x-request-id': PLANTED,
      },
      url: '/healthz',
    },
    { url: `/${PLANTED}?${PLANTED}=${PLANTED}` },
    { url: `/%E0%A4${PLANTED}` },
    { headers: { host: `${PLANTED}.example` }, url: '/docs' },
    { method: 'DELETE', url: `/v1/products/${PLANTED}/availability` },
  ] as const
  const statuses: number[] = []
  for (const request of requests)
    statuses.push((await server.inject({ ...request, remoteAddress: ADDRESS })).statusCode)
  return statuses
}

describe('log', () => {
  it('has one line for each answer: method, route template, status, duration, request id', async () => {
    const { logs, server } = await testServer()
    const reply = await server.inject({ headers: bearer(SECRET), url: '/v1/decisions/rec_1' })
    expect(logs).toHaveLength(1)
    expect(JSON.parse(logs[0] ?? '')).toEqual({
      level: 30,
      method: 'GET',
      ms: expect.any(Number),
      msg: 'answered',
      request_id: reply.headers['x-request-id'],
      route: '/v1/decisions/:rec_id',
      status: 200,
      time: expect.any(Number),
    })
  })

  it('has no trace of a person, wherever a request names her', async () => {
    const world = await testServer()
    // Control: the detector fires on a line that does name her.
    world.server.log.info({ planted: PLANTED, remote: ADDRESS }, 'control')
    expect(world.logs.join()).toContain(PLANTED)
    expect(world.logs.join()).toContain(ADDRESS)
    world.logs.length = 0

    const statuses = await plantEverywhere(world)
    expect(world.logs.filter((line) => line.includes('"answered"'))).toHaveLength(statuses.length)
    expect(new Set(statuses)).toEqual(new Set([200, 202, 400, 401, 403, 404, 405, 422, 500, 503]))
    const text = world.logs.join('\n')
    const alias = world.app.aliasFor({ anonymous_id: PLANTED })
    for (const trace of [PLANTED, ADDRESS, alias, PUBLISHABLE, SECRET]) expect(text).not.toContain(trace)
  })

  it('says of an unforeseen error where it arose, not what it said', async () => {
    const { app, logs, server } = await testServer()
    app.failing.set('decision', new RangeError(`of ${PLANTED}`))
    await server.inject({ headers: bearer(SECRET), url: '/v1/decisions/rec_1' })
    const failure = logs.map((line) => JSON.parse(line)).find((line) => line.failure !== undefined)?.failure
    expect(failure.name).toBe('RangeError')
    expect(failure.at[0]).toMatch(/\.ts:\d+/)
    expect(JSON.stringify(failure)).not.toContain(PLANTED)
  })

  it('hides what the framework itself would log of requests and errors', async () => {
    const { logs, server } = await testServer()
    server.log.info(
      { err: new Error(PLANTED), req: { headers: PLANTED }, res: { headers: PLANTED } },
      'framework',
    )
    expect(logs).toHaveLength(1)
    expect(logs[0]).not.toContain(PLANTED)
  })

  it('leaves metrics without a trace as well', async () => {
    const world = await testServer()
    await plantEverywhere(world)
    const { body } = await world.server.inject({ url: '/metrics' })
    expect(body).toContain('route="/v1/products/:id"')
    expect(body).not.toContain(PLANTED)
  })
})
