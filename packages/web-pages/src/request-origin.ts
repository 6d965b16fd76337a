/**
 * Does a form come from our own page? (Cross-site request forgery.)
 *
 * SameSite=Lax keeps cookies off foreign forms, but a foreign form could still save a choice for a
 * visitor without cookies. Browsers state where a POST comes from, in `Sec-Fetch-Site` on secure and
 * loopback addresses and in `Origin` everywhere. A caller that sends neither is no browser and
 * carries nobody's cookies but its own.
 */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * @param host    host and port the request was sent to
 * @param origins further origins these pages are reached under, e.g. behind a proxy
 */
export function comesFromOwnPage(
  headers: IncomingHttpHeaders,
  host: string,
  origins: readonly string[],
): boolean {
  const site = headers['sec-fetch-site']
  // `none` is an act in the browser itself, such as sending a form again after a restart.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = headers.origin
  if (origin === undefined) return true
  return origins.includes(origin) || hostOf(origin) === host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
