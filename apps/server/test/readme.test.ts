import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bearer, PUBLISHABLE, testServer } from './support/test-server.ts'

describe('README of the server', () => {
  it('shows a request that is answered', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const payload = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '')
    const { server } = await testServer()
    const reply = await server.inject({
      headers: bearer(PUBLISHABLE),
      method: 'POST',
      payload,
      url: '/v1/recommendations',
    })
    expect(reply.statusCode).toBe(200)
  })
})
