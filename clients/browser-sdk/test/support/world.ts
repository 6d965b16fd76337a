/**
 * A shop and an engine, as small as they can be, on two origins. Whatever they were asked is kept, and any
 * answer can be replaced: late, broken, refused, none.
 */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly at: 'shop' | 'engine'
  readonly method: string
  /** With its query. */
  readonly url: string
  readonly bearer: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: tests read into bodies of many forms
  readonly body: any
}

export interface Reply {
  readonly status?: number
  /** JSON, or text as it is. */
  readonly body: unknown
}

export interface World {
  readonly shop: string
  readonly engine: string
  /** Every request but those of the page, its style and the script, in order. */
  readonly asked: Asked[]
  /** What the engine keeps: levels by id. */
  readonly levelOf: Map<string, number>
  noticeVersion: string
  /** The document at `/`, and its style sheet. */
  html: string
  style: string
  /** Replaces an answer: by `METHOD /path`. */
  readonly answers: Map<string, (asked: Asked) => Reply | Promise<Reply>>
  /** Requests to a path. */
  to(path: string): Asked[]
  close(): Promise<void>
}

const SCRIPT = readFileSync(new URL('../../dist/umiar.js', import.meta.url))
const KEY = 'pub_world'
export const OWN_CARDS = ['own-1', 'own-2', 'own-3', 'own-4']
const ITEMS = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9']

/** The rules of the README, and cards of one size. */
const STYLE = `
umiar-shelf, umiar-levels { display: block }
umiar-shelf:not([ready]) { animation: umiar-wait 300ms }
@keyframes umiar-wait { from, to { visibility: hidden } }
body { margin: 0; font: 16px/1.5 sans-serif }
.cards { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px }
.roomy { min-height: 40rem }
.far { height: 3000px }
.cards > li { border: 1px solid; padding: 8px; height: 180px; overflow: hidden }
`

/** The tag of the script, with every attribute; `undefined` leaves one out. */
export function scriptTag(world: World, attributes: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = {
    'data-cards-url': '/cards',
    'data-engine': world.engine,
    'data-key': KEY,
    'data-locale': 'pl',
    'data-privacy-url': '/privacy',
    'data-token-url': '/token',
    ...attributes,
  }
  const text = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}="${value}"`,
  )
  return `<script type="module" src="/umiar.js"${text.join('')}></script>`
}

/** A shelf with the shop's own four cards, and room for the line on data. */
export function shelf(slot: string, attributes = ''): string {
  const cards = OWN_CARDS.map((id) => card(id)).join('')
  return `<umiar-shelf slot-id="${slot}" ${attributes}><ul class="cards">${cards}</ul><p data-umiar-note>Ours</p></umiar-shelf>`
}

export function card(id: string): string {
  return `<li data-item-id="${id}"><a href="#${id}">Product ${id}</a></li>`
}

export async function openWorld(): Promise<World> {
  const answers: World['answers'] = new Map()
  const asked: Asked[] = []
  const levelOf = new Map<string, number>()
  const world = { answers, asked, html: '', levelOf, noticeVersion: '1', style: STYLE } as World
  const shop = createServer((request, response) => {
    void (async () => {
      const page = pageOf(world, request.url ?? '')
      const [type, body] = page ?? ['application/json', await answerOf(world, 'shop', request, response)]
      if (body === undefined) return
      response.setHeader('content-type', type)
      response.setHeader(
        'content-security-policy',
        `default-src 'self'; connect-src 'self' ${world.engine}; form-action 'none'`,
      )
      response.end(body)
    })()
  })
  const engine = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT')
    response.setHeader('content-type', 'application/json')
    if (request.method === 'OPTIONS') return void response.end()
    void answerOf(world, 'engine', request, response).then((body) => body !== undefined && response.end(body))
  })
  return Object.assign(world, {
    close: async () => {
      for (const server of [shop, engine]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
    engine: await listen(engine),
    shop: await listen(shop),
    to: (path: string) => asked.filter(({ url }) => url.split('?')[0] === path),
  })
}

function pageOf(world: World, url: string): [type: string, body: string | Buffer] | undefined {
  if (url === '/umiar.js') return ['text/javascript', SCRIPT]
  if (url === '/favicon.ico') return ['image/x-icon', '']
  if (url === '/shop.css') return ['text/css', world.style]
  if (url !== '/') return undefined
  return [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="pl"><head><title>Shop</title><link rel="stylesheet" href="/shop.css"></head><body>${world.html}</body></html>`,
  ]
}

/** @returns `undefined` if the connection is cut */
async function answerOf(
  world: World,
  at: Asked['at'],
  request: IncomingMessage,
  response: { statusCode: number; destroy(): unknown },
): Promise<string | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const { method = '', url = '' } = request
  const one: Asked = {
    at,
    bearer: request.headers.authorization?.replace('Bearer ', ''),
    body: text === '' ? undefined : JSON.parse(text),
    method,
    url,
  }
  world.asked.push(one)
  const call = `${method} ${url.split('?')[0]}`
  const { body, status = 200 } = await (world.answers.get(call) ?? usualAnswers(world)[call] ?? notFound)(one)
  if (status === 0) return void response.destroy()
  response.statusCode = status
  return typeof body === 'string' ? body : JSON.stringify(body)
}

const notFound = (): Reply => ({ body: { code: 'not_found' }, status: 404 })

function usualAnswers(world: World): Record<string, (asked: Asked) => Reply> {
  return {
    'GET /v1/consent': ({ bearer }) => ({ body: { level: world.levelOf.get(personOf(bearer)) ?? 0 } }),
    'GET /v1/consent/policy': () => ({ body: policyOf(world) }),
    'POST /cards': ({ body }) => ({
      body: { cards: Object.fromEntries(body.item_ids.map((id: string) => [id, card(id)])) },
    }),
    'POST /token': ({ body }) => ({ body: { token: `token.${body.anonymous_id}` } }),
    'POST /v1/events': ({ body }) => ({ body: { results: body.events } }),
    'POST /v1/feedback': () => ({ body: { status: 'accepted' } }),
    'POST /v1/recommendations': ({ body }) => ({ body: recommend(world, body) }),
    'PUT /v1/consent': ({ bearer, body }) => {
      const isShopper = bearer !== KEY
      const id = isShopper ? personOf(bearer) : body.visitor.anonymous_id
      const before = world.levelOf.get(id) ?? 0
      if (body.notice_version !== world.noticeVersion)
        return { body: { code: 'notice_outdated' }, status: 409 }
      if (body.level > before && !isShopper) return { body: { code: 'identity_not_proven' }, status: 403 }
      world.levelOf.set(id, body.level)
      return { body: { level: body.level, removed: body.level < before ? ['browsing'] : [] } }
    },
  }
}

function personOf(token: string | undefined): string {
  return token?.replace('token.', '') ?? ''
}

function policyOf({ noticeVersion }: World): unknown {
  return {
    levels: [0, 1, 2, 3, 4].map((level) => ({
      level,
      line: `Line ${level} of notice ${noticeVersion}`,
      name: `Level ${level}`,
      offered: level < 4,
    })),
    notice_version: noticeVersion,
    retention: [{ name: 'What you viewed', table: 'browsing' }],
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the request as it came
function recommend(world: World, { slots, visitor }: any): unknown {
  const level = world.levelOf.get(visitor?.anonymous_id) ?? 0
  return {
    data_used: level > 0 ? ['page_context', 'session_events'] : ['page_context'],
    // biome-ignore lint/suspicious/noExplicitAny: the request as it came
    slots: slots.map((slot: any) => ({
      items: ITEMS.filter((id) => !slot.exclude_ids.includes(id))
        .slice(0, slot.limit)
        .map((item_id, index) => ({
          item_id,
          position: index + 1,
          reasons: [{ code: 'popular', text: `Reason of ${item_id}` }],
        })),
      mode: level > 0 ? 'session' : 'context',
      rec_id: `rec_${slot.id}_${level}`,
      slot: slot.id,
    })),
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
