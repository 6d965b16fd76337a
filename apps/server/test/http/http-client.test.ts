/** The generated client against the real server: what was generated is what is served. */
import { readFileSync } from 'node:fs'
import { ApiProblem, type Client, createClient } from '@umiar/http-client'
import { DomainError } from '@umiar/vocabulary'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { injectFetch } from '../../src/index.ts'
import { PUBLISHABLE, SECRET, type TestServer, testServer } from '../support/test-server.ts'

let world: TestServer
let shop: Client

beforeAll(async () => {
  world = await testServer()
  shop = createClient({ baseUrl: 'http://127.0.0.1:8080', fetch: injectFetch(world.server), key: SECRET })
})
afterAll(() => world.server.close())

const lastCall = (name: string) => world.app.calls.findLast((call) => call.name === name)

describe('the client of the API', () => {
  it('has a method for every operation the server describes, and for no other', async () => {
    const { paths } = (await world.server.inject({ url: '/openapi.json' })).json()
    const ids = Object.values<Record<string, { operationId: string }>>(paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId)
    expect(ids.length).toBeGreaterThan(25)
    const methods = Object.keys(shop).filter((name) => name !== 'with')
    expect(methods.sort()).toEqual(ids.sort())
  })

  it('gets shelves, and says what they are', async () => {
    const reply = await shop.recommend({
      body: { context: { page_type: 'home' }, slots: [{ id: 'home', limit: 4 }] },
    })
    expect(reply.slots[0]?.items[0]?.item_id).toBe('tea-1')
    expect(reply.data_used).toEqual(['page_context', 'catalogue'])
  })

  it('speaks for a shopper with her token, language and signal', async () => {
    const { token } = await shop.issueShopperToken({ body: { anonymous_id: 'ola' } })
    const ola = shop.with({ gpc: true, key: token, locale: 'en-GB, pl;q=0.5' })
    expect((await ola.consent()).signals).toEqual({ gpc: true })
    await ola.meWhy()
    expect(lastCall('meWhy')?.args[1]).toBe('en')
    await ola.meWhy({ query: { locale: 'pl' } })
    expect(lastCall('meWhy')?.args[1]).toBe('pl')
    expect((await ola.putTaste({ body: { likes: ['tea-1'], never: [] } })).kept).toBe('stored')
    expect((await ola.restrictMe({ body: {} })).level).toBe(2)
    expect((await ola.exportMe()).events).toHaveLength(1)
    expect((await ola.eraseMe({ body: { confirm: true } })).erased).toBe(true)
  })

  it('answers nothing where there is nothing to say', async () => {
    expect(await shop.deleteProduct({ path: { id: 'tea-1' } })).toBeUndefined()
    expect(await shop.with({ key: await world.token() }).endVisit()).toBeUndefined()
  })

  it('brings an id through an address as it is', async () => {
    const id = fc.string({ maxLength: 40, minLength: 1, unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(
        id.filter((text) => !/^\.{1,2}$/.test(text)),
        async (given) => {
          await shop.putProduct({ body: { title: 'Herbata' }, path: { id: given } })
          expect(lastCall('putProduct')?.args[0]).toBe(given)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('reads figures as text and readiness also where it is bad', async () => {
    expect(await shop.metrics()).toMatch(/^# HELP/)
    world.app.ready = false
    expect(await shop.readiness()).toMatchObject({ ready: false, store: 'full' })
    world.app.ready = true
    expect(await shop.readiness()).toMatchObject({ ready: true })
  })

  it('throws refusals with code, places and facts', async () => {
    const choice = { level: 0, locale: 'pl', method: 'api', notice_version: 'old' } as const
    await expect(shop.putConsent({ body: choice })).rejects.toMatchObject({
      code: 'notice_outdated',
      problem: { notice_version: '1' },
      status: 409,
    })
    const body = { feedback: 'like', item_id: '' } as const
    await expect(shop.feedback({ body })).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/item_id' }],
      requestId: expect.stringMatching(/-/),
    })
    await expect(shop.meData()).rejects.toBeInstanceOf(ApiProblem)
    await expect(shop.with({ key: undefined }).meData()).rejects.toMatchObject({ code: 'key_missing' })
  })

  it('says how long to wait when it was too fast', async () => {
    const { server } = await testServer({ UMIAR_RATE_LIMIT_PER_MINUTE: '1' })
    const fast = createClient({
      baseUrl: 'http://127.0.0.1',
      fetch: injectFetch(server),
      key: PUBLISHABLE,
    })
    const calls = await Promise.allSettled(Array.from({ length: 200 }, () => fast.consentPolicy()))
    const refused = calls.find((call) => call.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) })
    await server.close()
  })

  it('speaks over a socket as well as in the process', async () => {
    const { server } = await testServer()
    const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 })
    const client = createClient({ baseUrl, key: SECRET })
    expect(await client.putProduct({ body: { title: 'x' }, path: { id: 'a/b ż' } })).toMatchObject({
      item_id: 'a/b ż',
    })
    await server.close()
    await expect(client.health()).rejects.toMatchObject({ name: 'ApiUnreachable', reason: 'network' })
  })
})

describe('the README of @umiar/http-client', () => {
  it('shows code that runs', async () => {
    const [secretKey, fetch] = [SECRET, injectFetch(world.server)]
    const console = { log: (...said: unknown[]) => void heard.push(...said) }
    const heard: unknown[] = []
    const faults = [{ code: 'too_short', message: 'must not be empty', pointer: '/title' }]
    world.app.failing.set('putProduct', new DomainError('invalid_request', 'Give a title.', {}, faults))

    const shop = createClient({ baseUrl: 'http://127.0.0.1:8080', key: secretKey, locale: 'pl', fetch })

    const { slots } = await shop.recommend({
      body: { context: { page_type: 'product', item_ids: ['tea-1'] }, slots: [{ id: 'similar', limit: 4 }] },
    })

    const { token } = await shop.issueShopperToken({ body: { anonymous_id: 'visitor-1' } })
    const shopper = shop.with({ key: token })
    const { why } = await shopper.meWhy()

    try {
      await shop.putProduct({ path: { id: 'tea-1' }, body: { title: '' } })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      console.log(error.code, error.errors)
    }

    expect([slots[0]?.slot, why.length, heard]).toEqual(['similar', 1, ['invalid_request', faults]])
    const squeezed = (code: string): string => code.replaceAll(/\s+|, fetch(?= \})/g, '')
    const readme = readFileSync(new URL('../README.md', import.meta.resolve('@umiar/http-client')), 'utf8')
    const snippet = /```ts\nimport[^\n]*\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no snippet'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
