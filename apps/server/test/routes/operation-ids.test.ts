import { describe, expect, it } from 'vitest'
import { testServer } from '../support/test-server.ts'

type Operations = Readonly<Record<string, { readonly operationId?: string }>>

describe('every operation', () => {
  it('has an id of its own, in camelCase: clients name their methods after it', async () => {
    const { server } = await testServer()
    const { paths } = (await server.inject({ url: '/openapi.json' })).json()
    const ids = Object.entries<Operations>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => {
        expect(operationId, `${method} ${path}`).toMatch(/^[a-z][a-zA-Z]+$/)
        return operationId
      }),
    )
    expect(ids.length).toBeGreaterThan(25)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    await server.close()
  })
})
