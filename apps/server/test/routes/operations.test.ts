import { describe, expect, it } from 'vitest'
import { bearer, HOME, PUBLISHABLE, SECRET, STAFF, testServer } from '../support/test-server.ts'

const ELSEWHERE = '203.0.113.7'

describe('operations', () => {
  it('tell that the process lives', async () => {
    const { server } = await testServer()
    expect((await server.inject({ remoteAddress: ELSEWHERE, url: '/healthz' })).json()).toEqual({
      status: 'ok',
    })
  })

  it('tell whether it is ready, and what is missing', async () => {
    const { app, server } = await testServer()
    const ready = await server.inject({ url: '/readyz' })
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { learner: 'ok', model_version: 'm1', products: 1, ready: true, store: 'ok' },
    ])
    app.ready = false
    const full = await server.inject({ url: '/readyz' })
    expect([full.statusCode, full.json().store]).toEqual([503, 'full'])
    app.failing.set('readiness', new Error('gone'))
    const gone = await server.inject({ url: '/readyz' })
    expect([gone.statusCode, gone.json().store]).toEqual([503, 'unavailable'])
  })

  it.each(['/readyz', '/metrics'])('ask other machines for the staff token: %s', async (url) => {
    const { server } = await testServer()
    expect((await server.inject({ url })).statusCode).toBe(200)
    const refused = [
      { remoteAddress: ELSEWHERE, url },
      { headers: bearer(SECRET), remoteAddress: ELSEWHERE, url },
      { headers: { 'x-forwarded-for': ELSEWHERE }, url },
      { headers: { forwarded: `for=${ELSEWHERE}` }, url },
    ]
    for (const request of refused) expect((await server.inject(request)).statusCode).toBe(401)
    expect((await server.inject({ headers: bearer(STAFF), remoteAddress: ELSEWHERE, url })).statusCode).toBe(
      200,
    )
  })

  it('count requests and latencies by route template', async () => {
    const { server } = await testServer()
    for (let request = 0; request < 3; request++) {
      await server.inject({
        headers: bearer(PUBLISHABLE),
        method: 'POST',
        payload: HOME,
        url: '/v1/recommendations',
      })
    }
    const { body, headers } = await server.inject({ url: '/metrics' })
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(body).toContain(
      'umiar_http_requests_total{method="POST",route="/v1/recommendations",status="200"} 3',
    )
    expect(body).toContain(
      'umiar_http_request_seconds_bucket{method="POST",route="/v1/recommendations",le="+Inf"} 3',
    )
    expect(body).toMatch(/\nprocess_resident_memory_bytes \d+\n/)
    for (const line of body.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(# HELP [a-z_]+ [A-Z].+\.|# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{.*\})? [\d.e+-]+)$/,
      )
    }
  })

  it('tell counts that only grow from sizes, each with what it means', async () => {
    const { server } = await testServer()
    const { body } = await server.inject({ url: '/metrics' })
    const typed = (type: string) =>
      [...body.matchAll(new RegExp(`^# TYPE (umiar_[a-z_]+) ${type}$`, 'gm'))].map((match) => match[1])
    expect(typed('counter')).toEqual([
      'umiar_http_requests_total',
      'umiar_answers_context_total',
      'umiar_consent_acts_total',
      'umiar_erasures_total',
      'umiar_events_accepted_total',
      'umiar_evidence_lost_total',
    ])
    expect(typed('gauge')).toEqual(['umiar_products', 'umiar_subjects'])
    for (const [, name] of body.matchAll(/^# TYPE (\w+) /gm)) {
      expect(body).toMatch(new RegExp(`^# HELP ${name} [A-Z].*\\.\n# TYPE ${name} `, 'm'))
    }
    expect(body).toContain(
      '# HELP umiar_events_accepted_total Events with the outcome accepted, since the process started.\n' +
        '# TYPE umiar_events_accepted_total counter\numiar_events_accepted_total 3\n',
    )
    expect(body).toContain('# TYPE umiar_products gauge\numiar_products 1\n')
  })

  it('name a call with a colon as it is written', async () => {
    const { server } = await testServer()
    await server.inject({ headers: bearer(STAFF), method: 'POST', url: '/v1/retention:run' })
    expect((await server.inject({ url: '/metrics' })).body).toContain('route="/v1/retention:run"')
  })

  it('say that the shop honours Global Privacy Control', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ remoteAddress: ELSEWHERE, url: '/.well-known/gpc.json' })
    expect(reply.json()).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  })
})

describe('documentation', () => {
  it('is an OpenAPI 3.1 document of all calls, with who may call', async () => {
    const { server } = await testServer()
    const document = (await server.inject({ url: '/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/v1/shopper-tokens'].post.security).toEqual([{ secret: [] }])
    expect(document.paths['/healthz'].get.security).toEqual([])
    expect(
      document.paths['/v1/events'].post.responses['202'].content['application/json'].schema.properties.counts,
    ).toBeDefined()
    expect(Object.keys(document.paths)).not.toContain('/docs')
  })

  it('is a page that lists every call and needs nothing from elsewhere', async () => {
    const { server } = await testServer()
    const { body, headers } = await server.inject({ url: '/docs' })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const document = (await server.inject({ url: '/openapi.json' })).json()
    for (const path of Object.keys(document.paths)) expect(body).toContain(`<code>${path}</code>`)
    expect(body).not.toMatch(/<script|<style|style=|https?:\/\//)
    expect((await server.inject({ url: '/docs/style.css' })).headers['content-type']).toBe(
      'text/css; charset=utf-8',
    )
  })

  it('has a place for every error code', async () => {
    const { server } = await testServer()
    const { body } = await server.inject({ url: '/docs/errors' })
    const problem = (await server.inject({ url: '/nothing' })).json()
    expect(body).toContain(`id="${problem.type.split('#')[1]}"`)
  })
})

describe('pages', () => {
  it('live in a scope of their own: their forms and faults are theirs', async () => {
    const { server } = await testServer(
      {},
      {
        pages: async (scope) => {
          scope.addContentTypeParser(
            'application/x-www-form-urlencoded',
            { parseAs: 'string' },
            (_request, body, done) => done(null, body),
          )
          scope.setErrorHandler((_error, _request, reply) =>
            reply.code(500).type('text/html').send('<p>page</p>'),
          )
          scope.post('/form', async (request) => String(request.body))
          scope.get('/broken', async () => {
            throw new Error('broken')
          })
        },
      },
    )
    const form = {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: 'a=b',
    } as const
    expect((await server.inject({ ...form, url: '/form' })).body).toBe('a=b')
    expect(
      (await server.inject({ ...form, headers: { ...form.headers, ...bearer(SECRET) }, url: '/v1/events' }))
        .statusCode,
    ).toBe(415)
    expect((await server.inject({ url: '/broken' })).body).toBe('<p>page</p>')
  })
})
