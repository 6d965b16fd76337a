/**
 * One page view: who looks, in which language, with what in the cart, at which level.
 *
 * The level is asked from the API on every view and never kept on the device, so a withdrawal made in
 * one tab holds in the other. When the API cannot say, the view counts as level 0.
 */
import { randomBytes } from 'node:crypto'
import type { ConsentReply } from '@umiar/use-cases'
import type { Locale } from '@umiar/vocabulary'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Remembered, readCookies, setCookie } from './cookies.ts'
import { type MessageKey, say } from './messages.ts'
import type { ShopApi, ShopperApi } from './shop-api.ts'

export interface PageView extends Remembered {
  readonly locale: Locale
  /** Did the address name the language? Then links carry it on. */
  readonly languageNamed: boolean
  /** Path of the page without query; for a submitted form, of the page it stands on. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly secure: boolean
  /** Global Privacy Control, as the browser says it. */
  readonly gpc: boolean
  /** Is a person looking now? Not so for a prefetch or a HEAD request. */
  readonly seen: boolean
  /** The name a visit gets that has none yet. */
  readonly newVisit: string
  readonly shopper: ShopperApi | undefined
  readonly consent: ConsentReply | undefined
  /** 0 for somebody who never chose, `undefined` while the API cannot say. */
  readonly level: number | undefined
}

/** Reads a request and asks the API for the present level of whoever has an id. */
export async function openPageView(
  request: FastifyRequest,
  api: ShopApi,
  secureCookies: boolean,
): Promise<PageView> {
  const remembered = readCookies(request.headers.cookie)
  const query = textQuery(request.query)
  const named = query.lang === 'en' || query.lang === 'pl' ? query.lang : undefined
  const gpc = request.headers['sec-gpc'] === '1'
  const shopper = remembered.anonymousId === undefined ? undefined : api.shopper(remembered.anonymousId)
  const consent = await shopper?.consent(gpc).catch(() => undefined)
  return {
    ...remembered,
    consent,
    gpc,
    languageNamed: named !== undefined,
    level: shopper === undefined ? 0 : consent?.level,
    locale: named ?? preferredLocale(request.headers['accept-language']),
    newVisit: newId(),
    path: pagePath(request),
    query,
    secure: secureCookies || request.protocol === 'https',
    seen:
      request.method !== 'HEAD' && !/prefetch|prerender/.test(String(request.headers['sec-purpose'] ?? '')),
    shopper,
  }
}

/**
 * The visit's name. It is minted with the first view after a consent and put into a cookie that
 * ends with the browser; without a consent of level 1 there is none.
 */
export function visitOf(view: PageView, reply: FastifyReply): string | undefined {
  if (view.anonymousId === undefined || (view.level ?? 0) < 1) return undefined
  if (view.sessionId !== undefined) return view.sessionId
  const line = setCookie('umiar_visit', view.newVisit, view.secure)
  // A page may ask several times; the cookie is announced once.
  const announced = [reply.getHeader('set-cookie') ?? []].flat()
  if (!announced.includes(line)) reply.header('set-cookie', line)
  return view.newVisit
}

/** 128 random bits in base64url. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** A link within the pages; carries the language on when the address named it. */
export function linkTo(view: PageView, path: string, query: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(query)
  if (view.languageNamed && !parameters.has('lang')) parameters.set('lang', view.locale)
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The sentence in the reader's language. */
export function sayTo(
  view: PageView,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return say(view.locale, key, values)
}

/** The day in the reader's words: `21 lutego 2027`. */
export function dateFor(view: PageView, time: string): string {
  return new Intl.DateTimeFormat(view.locale, { dateStyle: 'long', timeZone: 'Europe/Warsaw' }).format(
    new Date(time),
  )
}

/** The first of Polish and English in an `Accept-Language` header by its weights; Polish without one. */
export function preferredLocale(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='))
    return { order, tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
  })
  const known = wishes.filter(({ tag, weight }) => /^(pl|en)(-|$)/.test(tag) && weight > 0)
  known.sort((a, b) => b.weight - a.weight || a.order - b.order)
  return known[0]?.tag.startsWith('en') ? 'en' : 'pl'
}

function pagePath(request: FastifyRequest): string {
  const path = request.url.split('?')[0] ?? '/'
  if (request.method !== 'POST') return path
  if (path.startsWith('/privacy/')) return '/privacy'
  return path.startsWith('/shop/cart/') ? '/shop/cart' : '/shop'
}

function textQuery(query: unknown): Readonly<Record<string, string>> {
  const text: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(query ?? {})) if (typeof value === 'string') text[name] = value
  return text
}
