import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testServer } from '../support/test-server.ts'

const SCRIPT = readFileSync(fileURLToPath(import.meta.resolve('@umiar/browser-sdk/umiar.js')), 'utf8')

describe('/umiar.js', () => {
  it('is the committed script, readable for pages of every origin', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ headers: { origin: 'https://shop.example' }, url: '/umiar.js' })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toBe(SCRIPT)
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined()
    expect(reply.headers['cache-control']).toContain('max-age=3600')
  })

  it('is not sent again to whoever has it', async () => {
    const { server } = await testServer()
    const { headers } = await server.inject({ url: '/umiar.js' })
    const again = await server.inject({
      headers: { 'if-none-match': String(headers.etag) },
      url: '/umiar.js',
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const other = await server.inject({ headers: { 'if-none-match': '"older"' }, url: '/umiar.js' })
    expect(other.statusCode).toBe(200)
  })

  it('is small on the way where the browser takes brotli', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ headers: { 'accept-encoding': 'gzip, br' }, url: '/umiar.js' })
    expect(reply.headers['content-encoding']).toBe('br')
    expect(reply.headers.vary).toBe('Accept-Encoding')
    expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(SCRIPT)
  })
})
