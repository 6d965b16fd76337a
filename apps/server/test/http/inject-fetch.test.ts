import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { injectFetch } from '../../src/index.ts'

describe('fetch onto a server in the same process', () => {
  let server: FastifyInstance
  const slow = { asked: Promise.withResolvers<void>(), answer: Promise.withResolvers<string>() }

  beforeAll(async () => {
    server = Fastify()
    server.all('/echo', async ({ body, headers, method, url }, reply) => {
      reply.header('set-cookie', ['a=1', 'b=2'])
      return reply.code(201).send({ body, headers, method, url })
    })
    server.get('/empty', async (_request, reply) => reply.code(204).send())
    server.get('/slow', () => {
      slow.asked.resolve()
      return slow.answer.promise
    })
  })
  afterAll(() => server.close())

  it('brings method, address, headers and body there, and status, headers and body back', async () => {
    const fetch = injectFetch(server)
    const response = await fetch('http://127.0.0.1:8080/echo?q=%C5%BC', {
      body: '{"a":"ż"}',
      headers: { authorization: 'Bearer sec_1', 'content-type': 'application/json', 'sec-gpc': '1' },
      method: 'POST',
    })
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.json()).toMatchObject({
      body: { a: 'ż' },
      headers: { authorization: 'Bearer sec_1', host: '127.0.0.1:8080', 'sec-gpc': '1' },
      method: 'POST',
      url: '/echo?q=%C5%BC',
    })
  })

  it('takes an address without a host for this machine', async () => {
    const response = await injectFetch(server)('/echo')
    expect(await response.json()).toMatchObject({
      headers: { host: '127.0.0.1' },
      method: 'GET',
      url: '/echo',
    })
  })

  it('answers without a body where there is none', async () => {
    const response = await injectFetch(server)('http://127.0.0.1/empty')
    expect([response.status, response.body]).toEqual([204, null])
  })

  it('ends when its signal says so, before and while it waits', async () => {
    const fetch = injectFetch(server)
    const gone = AbortSignal.abort(new Error('gone'))
    await expect(fetch('http://127.0.0.1/echo', { signal: gone })).rejects.toThrow('gone')

    const early = new AbortController()
    const unsent = fetch('http://127.0.0.1/echo', { signal: early.signal })
    early.abort(new Error('at once'))
    await expect(unsent).rejects.toThrow('at once')

    const controller = new AbortController()
    const call = fetch('http://127.0.0.1/slow', { signal: controller.signal })
    await slow.asked.promise
    controller.abort(new Error('left'))
    await expect(call).rejects.toThrow('left')
    slow.answer.resolve('too late')
  })

  it('fails as a network does when the server cannot be asked', async () => {
    const broken = { inject: () => Promise.reject(new Error('closed')) } as never
    await expect(injectFetch(broken)('http://127.0.0.1/echo')).rejects.toThrow('closed')
  })
})
