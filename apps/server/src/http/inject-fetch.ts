/**
 * The web's `fetch` onto a server in the same process: what calls the API over a network can call it
 * here too, and passes the same hooks, schemas and refusals. No socket is opened.
 */
import type { FastifyInstance, InjectOptions } from 'fastify'

/** Statuses whose answers have no body; `Response` insists on it. */
const BODILESS = new Set([204, 205, 304])

/** @returns a `fetch` for text bodies; host and port of the address are passed on as `Host` */
export function injectFetch(
  server: Pick<FastifyInstance, 'inject'>,
): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const request = new Request(new URL(url, 'http://127.0.0.1'), init)
    const { signal } = request
    const payload = await request.text()
    signal.throwIfAborted()
    const answer = server.inject({
      headers: { ...Object.fromEntries(request.headers), host: new URL(request.url).host },
      method: request.method as NonNullable<InjectOptions['method']>,
      url: request.url,
      ...(payload === '' ? {} : { payload }),
    })
    const { headers, payload: text, statusCode: status } = await Promise.race([answer, abortOf(signal)])
    const entries = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
    )
    return new Response(BODILESS.has(status) ? null : text, { headers: entries, status })
  }
}

/** Rejects when the call is given up; the handler goes on and its answer is dropped. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
