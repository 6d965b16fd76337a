/**
 * A visitor without a browser: keeps cookies as one would and sends forms.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { demoCatalogue } from '../../src/demo/index.ts'
import { type CatalogueProduct, type PagesOptions, registerPages } from '../../src/pages/index.ts'
import { type FakeShopApi, fakeShopApi } from './fake-shop-api.ts'

export interface Shop {
  readonly app: FastifyInstance
  readonly api: FakeShopApi
}

export async function openShop(
  catalogue: readonly CatalogueProduct[] = demoCatalogue(),
  options: Partial<PagesOptions> = {},
): Promise<Shop> {
  const api = fakeShopApi(catalogue)
  const app = Fastify()
  await registerPages(app, { api, catalogue, demo: true, ...options })
  return { api, app }
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, string | string[] | undefined>
  readonly setCookies: readonly string[]
}

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #headers: Record<string, string>

  constructor(shop: Pick<Shop, 'app'>, headers: Record<string, string> = {}) {
    this.#app = shop.app
    this.#headers = headers
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send('GET', url, undefined, headers)
  }

  /** Sends a form and, as a browser would, follows the redirect after it. */
  async post(
    url: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const text of [value].flat()) form.append(name, text)
    const answer = await this.#send('POST', url, form.toString(), headers)
    if (answer.status !== 303) return answer
    return this.get(String(answer.headers.location))
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      headers: {
        ...this.#headers,
        ...(cookie === '' ? {} : { cookie }),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
    })
    const setCookies = [response.headers['set-cookie'] ?? []].flat()
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      body: response.body,
      headers: response.headers as Answer['headers'],
      setCookies,
      status: response.statusCode,
    }
  }
}

/** Saves a level on the privacy page. */
export function saveLevel(
  visitor: Visitor,
  level: number,
  more: Record<string, string | string[]> = {},
): Promise<Answer> {
  return visitor.post('/privacy/choice', { level: String(level), notice_version: '2026-11-01', ...more })
}
