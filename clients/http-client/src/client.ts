/**
 * One method for each call of the API, typed by what was generated from the server's own description.
 *
 * `fetch` comes from outside, so the same client runs in Node, in browsers, and against a server in the
 * same process. It holds the key it was made with and nothing else: no cookies, no cache, no log.
 */
import { ApiProblem, ApiUnreachable } from './errors.ts'
import { OPERATIONS, type Operations } from './generated.ts'

/** The part of the web's `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What every call of a client has in common. */
export interface ClientOptions {
  /** Where the server is, e.g. `https://umiar.shop.example`; empty on pages the server itself serves. */
  readonly baseUrl: string
  /** A key or shopper token; absent where only open calls are made. */
  readonly key?: string | undefined
  /** The platform's own if absent. */
  readonly fetch?: Fetch | undefined
  /** Language of texts in answers, sent as `Accept-Language`. */
  readonly locale?: string | undefined
  /** Passes on the visitor's Global Privacy Control. In a browser, the browser does. */
  readonly gpc?: boolean | undefined
  /** For the whole call, its answer included; 10 seconds if absent. */
  readonly timeoutMs?: number | undefined
}

/** What one call may have of its own. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Instead of the client's key. */
  readonly key?: string | undefined
  /**
   * Sent as `Idempotency-Key`. The server of this version does not read it, and does not let pages of
   * other origins send it: events are told apart by `event_id`, and writing a thing twice changes nothing.
   */
  readonly idempotencyKey?: string | undefined
}

/** `path`, `query` and `body` of a call; nothing where it takes nothing. */
type Input<Operation> =
  Exclude<keyof Operation, 'reply'> extends never ? Readonly<Record<string, never>> : Omit<Operation, 'reply'>

type Call<Operation extends { readonly reply: unknown }> =
  Record<string, never> extends Input<Operation>
    ? (input?: Input<Operation>, options?: CallOptions) => Promise<Operation['reply']>
    : (input: Input<Operation>, options?: CallOptions) => Promise<Operation['reply']>

/** The API, one method for each operation. */
export type Client = { readonly [Id in keyof Operations]: Call<Operations[Id]> } & {
  /** The same client for another person, language or signal; what is absent stays. */
  with(changes: Pick<ClientOptions, 'key' | 'locale' | 'gpc'>): Client
}

interface Route {
  readonly method: string
  readonly path: string
  readonly alsoAnswers?: number
  readonly isText?: boolean
}

interface AnyInput {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
}

const DEFAULT_TIMEOUT_MS = 10_000

/**
 * The client. Every method refuses with `ApiProblem` what the server refused, and with `ApiUnreachable`
 * what never got an answer; a call ended by its own `signal` rejects with the signal's reason.
 */
export function createClient(options: ClientOptions): Client {
  const calls = Object.entries<Route>(OPERATIONS).map(([id, route]) => [
    id,
    (input: AnyInput = {}, own: CallOptions = {}) => call(options, route, input, own),
  ])
  return {
    ...Object.fromEntries(calls),
    with: (changes: Pick<ClientOptions, 'key' | 'locale' | 'gpc'>) =>
      createClient({ ...options, ...changes }),
  }
}

async function call(client: ClientOptions, route: Route, input: AnyInput, own: CallOptions) {
  const { baseUrl, fetch = globalThis.fetch, timeoutMs = DEFAULT_TIMEOUT_MS } = client
  const { body } = input
  const url = baseUrl.replace(/\/+$/, '') + addressOf(route.path, input)
  const timeout = AbortSignal.timeout(timeoutMs)
  const init: RequestInit = {
    // Keys travel in `Authorization`, to this server and no other.
    credentials: 'omit',
    headers: headersOf(client, own, body !== undefined),
    method: route.method,
    redirect: 'error',
    signal: own.signal === undefined ? timeout : AbortSignal.any([own.signal, timeout]),
  }
  if (body !== undefined) init.body = JSON.stringify(body)
  let response: Response
  let text: string
  try {
    response = await fetch(url, init)
    text = await response.text()
  } catch (error) {
    own.signal?.throwIfAborted()
    throw new ApiUnreachable(timeout.aborted ? 'timeout' : 'network', error)
  }
  return replyOf(route, response, text)
}

function replyOf(route: Route, { headers, ok, status }: Response, text: string): unknown {
  if (!ok && (status !== route.alsoAnswers || isProblem(headers))) throw new ApiProblem(status, headers, text)
  if (status === 204) return undefined
  if (route.isText) return text
  try {
    return JSON.parse(text)
  } catch (error) {
    // Something else answers at this address: a proxy, another server.
    throw new ApiUnreachable('unreadable', error)
  }
}

function isProblem(headers: Headers): boolean {
  return headers.get('content-type')?.startsWith('application/problem+json') ?? false
}

function headersOf({ gpc, key, locale }: ClientOptions, own: CallOptions, hasBody: boolean): Headers {
  const bearer = own.key ?? key
  const headers = new Headers({ accept: 'application/json, application/problem+json, text/plain;q=0.5' })
  if (bearer !== undefined) {
    // Checked here: what the platform would throw repeats the key.
    if (!/^[\x21-\x7e]+$/.test(bearer)) throw new TypeError('key has characters that no key has')
    headers.set('authorization', `Bearer ${bearer}`)
  }
  if (hasBody) headers.set('content-type', 'application/json')
  if (locale !== undefined) headers.set('accept-language', locale)
  if (gpc === true) headers.set('sec-gpc', '1')
  if (own.idempotencyKey !== undefined) headers.set('idempotency-key', own.idempotencyKey)
  return headers
}

/** Ids are percent-encoded; no id can become another address. */
function addressOf(path: string, input: AnyInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(input.path?.[name] ?? '')
    // URL readers take these away, in whatever encoding: https://url.spec.whatwg.org/#double-dot-path-segment
    if (value === '' || value === '.' || value === '..')
      throw new RangeError(`${name} is ${JSON.stringify(value)}, which cannot stand in an address`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) query.set(name, String(value))
  const asked = String(query)
  return asked === '' ? filled : `${filled}?${asked}`
}
