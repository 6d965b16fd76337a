/**
 * The console over a fake engine that knows one staff token and one secret key, and a browser's cookies.
 */
import { ApiProblem, ApiUnreachable } from '@umiar/http-client'
import { serveBaseAssets } from '@umiar/web-pages'
import Fastify, { type FastifyInstance } from 'fastify'
import type { ConsoleClient, Overview } from '../../src/engine.ts'
import { type ConsoleOptions, registerConsole } from '../../src/index.ts'
import { BUSY } from './overview.ts'

export const STAFF = 'staff-token-of-the-shop'
export const SECRET = 'sec_of_the_shop'

export interface FakeEngine {
  overview: Overview
  /** Tokens it was asked with. */
  readonly asked: string[]
  isAway: boolean
}

export interface TestConsole {
  readonly app: FastifyInstance
  readonly engine: FakeEngine
  /** Milliseconds, moved by hand. */
  readonly clock: { now: number }
}

export async function openConsole(options: Partial<ConsoleOptions> = {}): Promise<TestConsole> {
  const engine: FakeEngine = { asked: [], isAway: false, overview: BUSY }
  const clock = { now: Date.UTC(2026, 10, 23, 10) }
  const app = Fastify()
  await serveBaseAssets(app)
  await registerConsole(app, {
    client: clientOf(engine, undefined),
    demoKeysPath: '/data/demo-keys.json',
    nowMs: () => clock.now,
    site: { controller: undefined, demo: true, name: 'Polana', origins: [], secureCookies: false },
    slotNames: { home: { en: 'Home page', pl: 'Strona główna' } },
    ...options,
  })
  return { app, clock, engine }
}

function clientOf(engine: FakeEngine, key: string | undefined): ConsoleClient {
  return {
    overview: async () => {
      engine.asked.push(key ?? '')
      if (engine.isAway) throw new ApiUnreachable('network', undefined)
      if (key === STAFF) return engine.overview
      const status = key === SECRET ? 403 : 401
      throw new ApiProblem(status, new Headers(), JSON.stringify({ code: 'key_unknown', status }))
    },
    with: (changes) => clientOf(engine, changes.key),
  }
}

/** Staff at a browser that keeps the cookie. */
export class Staff {
  cookie: string | undefined
  lastCookieLine = ''
  readonly #app: FastifyInstance

  constructor({ app }: TestConsole) {
    this.#app = app
  }

  async get(url = '/console?lang=pl') {
    return this.#send({ method: 'GET', url })
  }

  async signIn(token: string, url = '/console/sign-in?lang=pl') {
    return this.#send({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: new URLSearchParams({ token }).toString(),
      url,
    })
  }

  /** The one click of demo mode. */
  async comeInAsDemo() {
    return this.#send({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: 'as=demo',
      url: '/console/sign-in',
    })
  }

  async signOut() {
    return this.#send({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      payload: '',
      url: '/console/sign-out?lang=pl',
    })
  }

  async #send(request: {
    method: 'GET' | 'POST'
    url: string
    headers?: Record<string, string>
    payload?: string
  }) {
    const reply = await this.#app.inject({
      ...request,
      headers: { ...request.headers, ...(this.cookie === undefined ? {} : { cookie: this.cookie }) },
    })
    const line = reply.headers['set-cookie']
    if (typeof line === 'string') {
      this.lastCookieLine = line
      this.cookie = line.includes('Max-Age=0') ? undefined : line.split(';')[0]
    }
    return reply
  }
}

/** Text of a page as a reader hears it: without markup, spaces as one. */
export function textOf(body: string): string {
  return body
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}
