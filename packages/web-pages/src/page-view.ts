/**
 * One page view: who looks, in which language, with what in the cart, at which level.
 *
 * The level is asked from the engine on every view and never kept on the device, so a withdrawal made
 * in one tab holds in the other. While the engine cannot say, the view has no level and counts as 0.
 */
import { randomBytes } from 'node:crypto'
import { dayText, type MessageKey, say } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Remembered, readCookies, setCookie } from './cookies.ts'

/** What a page needs of the person's consent; the engine's answer has more. */
export interface KnownConsent {
  readonly level: number
}

export interface PageView<Consent extends KnownConsent = KnownConsent> extends Remembered {
  readonly locale: Locale
  /** What the address named and links carry on: the language, the step of a guided tour. */
  readonly carried: Readonly<Record<string, string>>
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
  readonly consent: Consent | undefined
  /** 0 for somebody who never chose, `undefined` while the engine cannot say. */
  readonly level: number | undefined
}

/** How a view is read from a request. */
export interface ViewOptions<Consent extends KnownConsent> {
  /** Mark cookies `Secure` although the request looks like plain HTTP (behind a proxy). */
  readonly secureCookies: boolean
  /** Asks the engine for the consent of whoever has this id; may fail. */
  readonly readConsent: (anonymousId: string, gpc: boolean) => Promise<Consent>
  /** The page a submitted form stands on, by the path it was sent to. */
  readonly pageOfForm?: (path: string) => string
}

/** Reads a request and asks the engine for the present level of whoever has an id. */
export async function openPageView<Consent extends KnownConsent>(
  request: FastifyRequest,
  options: ViewOptions<Consent>,
): Promise<PageView<Consent>> {
  const remembered = readCookies(request.headers.cookie)
  const query = textQuery(request.query)
  const named = query.lang === 'en' || query.lang === 'pl' ? query.lang : undefined
  const gpc = request.headers['sec-gpc'] === '1'
  const { anonymousId } = remembered
  const consent =
    anonymousId === undefined ? undefined : await options.readConsent(anonymousId, gpc).catch(() => undefined)
  const path = request.url.split('?')[0] ?? '/'
  return {
    ...remembered,
    carried: {
      ...(named === undefined ? {} : { lang: named }),
      ...(query.tour === undefined ? {} : { tour: query.tour }),
    },
    consent,
    gpc,
    level: anonymousId === undefined ? 0 : consent?.level,
    locale: named ?? preferredLocale(request.headers['accept-language']),
    newVisit: newId(),
    path: request.method === 'POST' ? (options.pageOfForm?.(path) ?? path) : path,
    query,
    secure: options.secureCookies || request.protocol === 'https',
    seen:
      request.method !== 'HEAD' && !/prefetch|prerender/.test(String(request.headers['sec-purpose'] ?? '')),
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

/** A link within the pages, with what the address of this page named; `query` wins. */
export function linkTo(
  view: Pick<PageView, 'carried'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const [place = '', anchor] = path.split('#')
  const text = new URLSearchParams({ ...query, ...view.carried, ...query }).toString()
  return `${place}${text === '' ? '' : `?${text}`}${anchor === undefined ? '' : `#${anchor}`}`
}

/** The sentence in the reader's language. */
export function sayTo(
  view: Pick<PageView, 'locale'>,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return say(view.locale, key, values)
}

/** The day in the reader's words: `21 lutego 2027`. @param time RFC 3339 */
export function dateFor(view: Pick<PageView, 'locale'>, time: string): string {
  return dayText(time, view.locale)
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

function textQuery(query: unknown): Readonly<Record<string, string>> {
  const text: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(query ?? {})) if (typeof value === 'string') text[name] = value
  return text
}
