/**
 * The public HTTP API as a shop's server calls it, and nothing behind it.
 *
 * The pages hold no key to the store: they send the same requests any shop would, with the shop's
 * secret key, and with a shopper token for what is hers. Requests stay in the process (`inject`).
 */
import type {
  ConsentChoice,
  ConsentPolicyReply,
  ConsentReply,
  EraseReply,
  EventsReply,
  FeedbackRequest,
  MeData,
  MeReply,
  RecommendationsReply,
  RecommendationsRequest,
} from '@umiar/use-cases'
import type { Locale } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'

/** An event as `POST /v1/events` takes it. */
export interface EventInput {
  readonly event_id: string
  readonly event: string
  readonly time: string
  readonly anonymous_id: string
  readonly session_id: string
  readonly items?: readonly {
    readonly item_id: string
    readonly quantity?: number
    readonly price?: { readonly amount: string; readonly currency: string }
  }[]
  readonly search_term?: string
  readonly transaction_id?: string
}

/** One sentence on why a product was shown. */
export interface WhySentence {
  readonly at: string
  readonly item_id: string
  readonly title: string
  readonly text: string
}

/** The declared hints: item ids. */
export interface Taste {
  readonly likes: readonly string[]
  readonly never: readonly string[]
}

/** Calls made in one shopper's name, with a token minted on the first of them. */
export interface ShopperApi {
  consent(gpc: boolean): Promise<ConsentReply>
  putConsent(choice: ConsentChoice, gpc: boolean): Promise<ConsentReply>
  me(locale: Locale): Promise<MeReply>
  data(): Promise<MeData>
  why(locale: Locale): Promise<readonly WhySentence[]>
  putTaste(taste: Taste): Promise<Taste & { readonly kept: 'stored' | 'visit' }>
  /** The complete export, as the API gives it. */
  exportData(): Promise<unknown>
  erase(): Promise<EraseReply>
}

/** What the shop pages need of the engine. Every call throws `ApiFault` on a refusal. */
export interface ShopApi {
  policy(locale: Locale): Promise<ConsentPolicyReply>
  recommend(request: RecommendationsRequest): Promise<RecommendationsReply>
  sendEvents(events: readonly EventInput[]): Promise<EventsReply>
  feedback(request: FeedbackRequest): Promise<void>
  putProducts(products: readonly unknown[]): Promise<void>
  shopper(anonymousId: string): ShopperApi
}

/** The API refused, or could not answer. Carries its stable code. */
export class ApiFault extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`the API answered ${status} ${code}`)
    this.name = 'ApiFault'
    this.status = status
    this.code = code
  }
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly bearer: string
  readonly body?: unknown
  readonly locale?: Locale
  readonly gpc?: boolean
}

/**
 * The client over an in-process server.
 *
 * @param server the server that has the public routes; may be the one the pages are on
 * @param keys   the shop's secret key
 */
export function createShopApi(
  server: Pick<FastifyInstance, 'inject'>,
  keys: { readonly secretKey: string },
): ShopApi {
  const call = async <Reply>(request: Call): Promise<Reply> => {
    const response = await server.inject({
      headers: {
        authorization: `Bearer ${request.bearer}`,
        ...(request.locale === undefined ? {} : { 'accept-language': request.locale }),
        ...(request.gpc === true ? { 'sec-gpc': '1' } : {}),
      },
      method: request.method,
      url: request.url,
      ...(request.body === undefined ? {} : { payload: request.body as object }),
    })
    if (response.statusCode >= 300) throw new ApiFault(response.statusCode, codeOf(response.body))
    return (response.body === '' ? undefined : response.json()) as Reply
  }
  const bearer = keys.secretKey
  return {
    feedback: async (body) => {
      await call({ bearer, body, method: 'POST', url: '/v1/feedback' })
    },
    policy: (locale) => call({ bearer, locale, method: 'GET', url: `/v1/consent/policy?locale=${locale}` }),
    putProducts: async (products) => {
      await call({ bearer, body: { products }, method: 'POST', url: '/v1/products:batch' })
    },
    recommend: (body) => call({ bearer, body, method: 'POST', url: '/v1/recommendations' }),
    sendEvents: (events) => call({ bearer, body: { events }, method: 'POST', url: '/v1/events' }),
    shopper: (anonymousId) => shopperApi(call, bearer, anonymousId),
  }
}

function shopperApi(
  call: <Reply>(request: Call) => Promise<Reply>,
  secretKey: string,
  anonymousId: string,
): ShopperApi {
  let minted: Promise<string> | undefined
  const token = (): Promise<string> => {
    minted ??= call<{ token: string }>({
      bearer: secretKey,
      body: { anonymous_id: anonymousId },
      method: 'POST',
      url: '/v1/shopper-tokens',
    }).then((reply) => reply.token)
    return minted
  }
  const mine = async <Reply>(request: Omit<Call, 'bearer'>): Promise<Reply> =>
    call<Reply>({ ...request, bearer: await token() })
  return {
    consent: (gpc) => mine({ gpc, method: 'GET', url: '/v1/consent' }),
    data: () => mine({ method: 'GET', url: '/v1/me/data' }),
    erase: () => mine({ body: { confirm: true }, method: 'POST', url: '/v1/me/erase' }),
    exportData: () => mine({ body: {}, method: 'POST', url: '/v1/me/export' }),
    me: (locale) => mine({ locale, method: 'GET', url: `/v1/me?locale=${locale}` }),
    putConsent: (body, gpc) => mine({ body, gpc, method: 'PUT', url: '/v1/consent' }),
    putTaste: (body) => mine({ body, method: 'PUT', url: '/v1/me/taste' }),
    why: async (locale) =>
      listOf<WhySentence>(await mine({ locale, method: 'GET', url: `/v1/me/why?locale=${locale}` })),
  }
}

function codeOf(body: string): string {
  try {
    const problem: unknown = JSON.parse(body)
    if (typeof problem === 'object' && problem !== null && 'code' in problem) return String(problem.code)
  } catch {
    // Not a problem document: the status says enough.
  }
  return 'internal_error'
}

/** A list, bare or under one key of an object. */
function listOf<Entry>(reply: unknown): readonly Entry[] {
  if (Array.isArray(reply)) return reply as Entry[]
  const inside =
    typeof reply === 'object' && reply !== null ? Object.values(reply).find(Array.isArray) : undefined
  return (inside ?? []) as Entry[]
}
