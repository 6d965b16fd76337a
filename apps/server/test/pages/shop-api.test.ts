import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { ApiFault, createShopApi } from '../../src/pages/index.ts'

describe('the shop’s client of the public API', () => {
  it('uses the secret key for the shop, one token per shopper, and passes signals on', async () => {
    const app = Fastify()
    const seen: string[] = []
    app.addHook('onRequest', async (request) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers.authorization} ${request.headers['sec-gpc'] ?? ''}`.trim(),
      )
    })
    app.post('/v1/shopper-tokens', async () => ({ expires_at: '', token: 'TOKEN' }))
    app.put('/v1/consent', async () => ({ level: 3 }))
    app.get('/v1/me/why', async () => ({ reasons: [{ text: 'x' }] }))
    app.get('/v1/consent/policy', async () => ({ notice_version: '1' }))
    const api = createShopApi(app, { secretKey: 'sec_1' })
    const ola = api.shopper('ola')
    await api.policy('en')
    await ola.putConsent({ locale: 'en', method: 'form', notice_version: '1' }, true)
    expect(await ola.why('pl')).toEqual([{ text: 'x' }])
    expect(seen).toEqual([
      'GET /v1/consent/policy?locale=en Bearer sec_1',
      'POST /v1/shopper-tokens Bearer sec_1',
      'PUT /v1/consent Bearer TOKEN 1',
      'GET /v1/me/why?locale=pl Bearer TOKEN',
    ])
    await app.close()
  })

  it('turns a refusal into its stable code', async () => {
    const app = Fastify()
    app.post('/v1/events', async (_request, reply) => reply.code(503).send({ code: 'store_full' }))
    app.post('/v1/recommendations', async (_request, reply) => reply.code(502).send('bad gateway'))
    const api = createShopApi(app, { secretKey: 'sec_1' })
    await expect(api.sendEvents([])).rejects.toEqual(new ApiFault(503, 'store_full'))
    await expect(api.recommend({ context: { page_type: 'home' }, slots: [] })).rejects.toMatchObject({
      code: 'internal_error',
      status: 502,
    })
    await app.close()
  })
})
