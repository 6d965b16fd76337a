/**
 * Calls to the engine and to the shop's server. Ids travel in bodies, never in an address: addresses
 * stand in logs and histories.
 */
import type { Settings } from './settings.ts'

/** A reply as it came; whoever reads it guards itself. */
// biome-ignore lint/suspicious/noExplicitAny: checking every field would cost bytes, and a wrong one throws into a guard
export type Reply = any

/** What went wrong: a code of the engine's, or one of ours. */
export interface CallFault extends Error {
  readonly code?: string | undefined
  /** 0 where nobody answered. */
  readonly status: number
}

export interface Calls {
  /** With a signal the call ends with the page, without one it is carried through. @throws CallFault */
  engine(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal | null,
    shopperToken?: string,
  ): Promise<Reply>
  /** POSTs to the shop's own server. @throws CallFault */
  shop(url: string | undefined, body: unknown, signal?: AbortSignal | null): Promise<Reply>
}

/** Browsers carry at most 64 kB beyond the end of a page. */
const MOST_BEYOND_PAGE = 60_000

/** A fault to throw. */
export function fault(code?: string, status = 0): CallFault {
  return Object.assign(new Error(code), { code, status })
}

/** The code of whatever was thrown; `unreadable` where an answer was of another form than we read. */
export function codeOf(thrown: { readonly code?: string | undefined }): string {
  return thrown.code ?? 'unreadable'
}

export function createCalls({ engine, key }: Settings): Calls {
  const call = async (
    url: string | undefined,
    method: string,
    body: unknown,
    signal: AbortSignal | null,
    init: RequestInit,
  ): Promise<Reply> => {
    if (!key || !url) throw fault('not_set_up')
    const text = body ? JSON.stringify(body) : ''
    const response = await fetch(url, {
      body: text || null,
      keepalive: !signal && text.length < MOST_BEYOND_PAGE,
      method,
      signal,
      ...init,
    }).catch(() => {
      throw fault('offline')
    })
    const reply: Reply = await response.json().catch(() => 0)
    if (!response.ok || !reply) throw fault(reply?.code, response.status)
    return reply
  }
  const type = { 'content-type': 'application/json' }
  return {
    engine: (method, path, body, signal = null, token = key) =>
      call(engine + path, method, body, signal, {
        headers: { ...type, authorization: `Bearer ${token}` },
      }),
    shop: (url, body, signal = null) => call(url, 'POST', body, signal, { headers: type }),
  }
}
