/**
 * A centre over the fake engine, and a visitor without a browser: keeps cookies, sends forms, follows redirects.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { type CentreProduct, type PrivacyCentreOptions, registerPrivacyCentre } from '../../src/index.ts'
import { type FakeEngine, fakeEngine, NOTICE, NOW_MS } from './fake-engine.ts'

export const PRODUCTS: readonly CentreProduct[] = ['tea', 'coffee', 'trail', 'garden'].flatMap((department) =>
  [1, 2, 3, 4, 5].map((number) => ({
    category: `${department}/${number % 2 === 0 ? 'even' : 'odd'}`,
    itemId: `${department}-${number}`,
    picture: `/picture/${department}-${number}.svg`,
    title: { en: `${department} ${number} EN`, pl: `${department} ${number} PL` },
  })),
)

export interface TestCentre {
  readonly app: FastifyInstance
  readonly engine: FakeEngine
}

export async function openCentre(site: Partial<PrivacyCentreOptions['site']> = {}): Promise<TestCentre> {
  const engine = fakeEngine()
  const app = Fastify()
  await registerPrivacyCentre(app, {
    catalogue: {
      candidates: () => PRODUCTS,
      product: (itemId) => PRODUCTS.find((product) => product.itemId === itemId),
    },
    client: engine.client,
    nowMs: () => NOW_MS,
    site: {
      controller: { address: 'Lipowa 1', contact: 'iod@polana.example', name: 'Polana sp. z o.o.' },
      demo: false,
      name: 'Polana',
      origins: [],
      secureCookies: false,
      ...site,
    },
  })
  return { app, engine }
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, string | string[] | undefined>
  /** Requests it took, redirects included. */
  readonly requests: number
}

type Fields = Readonly<Record<string, string | readonly string[]>>

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #headers: Record<string, string>
  readonly #keepsCookies: boolean

  constructor(centre: Pick<TestCentre, 'app'>, headers: Record<string, string> = {}, keepsCookies = true) {
    this.#app = centre.app
    this.#headers = headers
    this.#keepsCookies = keepsCookies
  }

  /** The secret the device holds. */
  get id(): string {
    return this.cookies.get('umiar_id') ?? ''
  }

  get(url: string): Promise<Answer> {
    return this.#send('GET', url, undefined, 1)
  }

  post(url: string, fields: Fields): Promise<Answer> {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const text of [value].flat()) form.append(name, text)
    return this.#send('POST', url, form.toString(), 1)
  }

  save(level: number, more: Fields = {}): Promise<Answer> {
    return this.post('/privacy/choice', { level: String(level), notice_version: NOTICE, ...more })
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | undefined,
    requests: number,
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      headers: {
        ...this.#headers,
        ...(cookie === '' ? {} : { cookie }),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
    })
    if (this.#keepsCookies) this.#keep([response.headers['set-cookie'] ?? []].flat())
    const target = String(response.headers.location).split('#')[0] ?? ''
    if (response.statusCode === 303) return this.#send('GET', target, undefined, requests + 1)
    if (response.statusCode === 307) return this.#send(method, target, payload, requests + 1)
    return {
      body: response.body,
      headers: response.headers as Answer['headers'],
      requests,
      status: response.statusCode,
    }
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

/** Values of the radio buttons and boxes that are ticked. */
export function ticked(body: string): readonly string[] {
  return [...body.matchAll(/<input type="(?:radio|checkbox)"[^>]*? checked/g)].map(([tag]) => {
    const [name, value] = ['name', 'value'].map((key) => new RegExp(`${key}="([^"]*)"`).exec(tag)?.[1])
    return value === undefined ? `${name}` : `${name}=${value}`
  })
}
