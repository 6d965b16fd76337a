/**
 * A visitor without a browser: keeps cookies as one would and sends forms.
 */
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { registerDemoShop } from '../../src/index.ts'
import type { ShopData } from '../../src/shop-data.ts'
import type { Personas } from '../../src/shop-site.ts'
import { type FakeEngine, fakeEngine, SMALL_SHOP } from './small-shop.ts'

export interface OpenShop {
  readonly app: FastifyInstance
  readonly engine: FakeEngine
}

export const NOW_MS = Date.UTC(2026, 10, 23, 10)

/** The small shop on a server without sockets. */
export async function openShop(
  options: { readonly data?: ShopData; readonly demo?: boolean; readonly personas?: Personas } = {},
): Promise<OpenShop> {
  const engine = fakeEngine()
  const app = Fastify()
  await registerDemoShop(app, {
    data: options.data ?? SMALL_SHOP,
    engine,
    nowMs: () => NOW_MS,
    personas: options.personas,
    publishableKey: 'pub_test',
    site: {
      controller: {
        address: 'ul. Zmyślona 1, Kraków',
        contact: 'iod@polana.example',
        name: 'Polana sp. z o.o.',
      },
      demo: options.demo ?? true,
      name: 'Polana',
      origins: [],
      secureCookies: false,
    },
  })
  return { app, engine }
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly setCookies: readonly string[]
}

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance

  constructor({ app }: Pick<OpenShop, 'app'>) {
    this.#app = app
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send({ headers, method: 'GET', url })
  }

  /** Sends a form and, as a browser would, follows the redirect after it. */
  async post(url: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const text of [value].flat()) form.append(name, text)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await this.#send({ headers, method: 'POST', payload: form.toString(), url })
    return answer.status === 303 ? this.get(String(answer.headers.location)) : answer
  }

  /** Sends what a script of the page would send. */
  ask(url: string, payload: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send({ headers, method: 'POST', payload, url })
  }

  async #send(request: InjectOptions): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      ...request,
      headers: { ...request.headers, ...(cookie === '' ? {} : { cookie }) },
    })
    const setCookies = [response.headers['set-cookie'] ?? []].flat()
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return { body: response.body, headers: response.headers, setCookies, status: response.statusCode }
  }
}
