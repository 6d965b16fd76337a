import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../src/main.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** What the command wrote and asked of a server that answers in one given way. */
async function forgetAgainst(status: number, reply: unknown, args: readonly string[]) {
  const asked: { body: unknown; key: string | undefined; path: string | undefined }[] = []
  const lines: string[] = []
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line))
  }
  const server = createServer(async (request: IncomingMessage, response) => {
    asked.push({ body: await json(request), key: request.headers.authorization, path: request.url })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('UMIAR_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('UMIAR_STAFF_TOKEN', 'staff-token')
  try {
    return { asked, code: await main(['forget', ...args]), text: lines.join('\n') }
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

const ERASED = {
  erased: true,
  erased_at: '2026-03-01T10:00:00Z',
  remains: ['a tombstone'],
  removed: { browsing: 3 },
}

describe('umiar forget', () => {
  it('asks the server at UMIAR_URL as staff, and says what was removed and what remains', async () => {
    const { asked, code, text } = await forgetAgainst(200, ERASED, ['--anonymous-id', 'anna'])
    expect(code).toBe(0)
    expect(asked).toEqual([
      {
        body: { anonymous_id: 'anna' },
        key: 'Bearer staff-token',
        path: '/v1/erasures',
      },
    ])
    expect(text).toContain('browsing: 3')
    expect(text).toContain('a tombstone')
  })

  it('takes an id that starts with a dash, and a user id', async () => {
    const dash = await forgetAgainst(200, ERASED, ['--anonymous-id', '-Ab_9'])
    expect(dash.asked[0]?.body).toEqual({ anonymous_id: '-Ab_9' })
    const user = await forgetAgainst(200, ERASED, ['--user-id=u-1', '--json'])
    expect(user.asked[0]?.body).toEqual({ user_id: 'u-1' })
    expect(JSON.parse(user.text)).toEqual(ERASED)
  })

  it.each([
    [404, { code: 'not_found' }],
    [200, { ...ERASED, remains: [], removed: {} }],
  ])('ends with 1 for somebody unknown (%i), without writing the id', async (status, reply) => {
    const { code, text } = await forgetAgainst(status, reply, ['--anonymous-id', 'secret-id'])
    expect(code).toBe(1)
    expect(text).toBe('Nothing is known of this person; nothing was erased.')
  })

  it('ends with 1 and the reason when the server refuses', async () => {
    const refusal = { code: 'key_unknown', detail: 'The key is not known.' }
    const { code, text } = await forgetAgainst(401, refusal, ['--anonymous-id', 'secret-id'])
    expect(code).toBe(1)
    expect(text).toContain('The key is not known. (key_unknown)')
    expect(text).not.toContain('secret-id')
  })
})
