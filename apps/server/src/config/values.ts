/**
 * How the texts of configuration values are read. Each returns `undefined` for what it cannot use.
 */
import { isIP } from 'node:net'

/** A whole number from 0 to `most`. */
export function countOf(most: number = Number.MAX_SAFE_INTEGER): (text: string) => number | undefined {
  return (text) => {
    const count = Number(text)
    return /^\d+$/.test(text) && count <= most ? count : undefined
  }
}

/** An ISO 4217 code. */
export function currencyOf(text: string): string | undefined {
  return /^[A-Z]{3}$/.test(text) ? text : undefined
}

/** Any path without a NUL. */
export function pathOf(text: string): string | undefined {
  return text.includes('\0') ? undefined : text
}

/** An http(s) address without credentials, query or fragment, and without a slash at the end. */
export function urlOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isPlain =
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  return isPlain ? url.href.replace(/\/+$/, '') : undefined
}

/** An address of a PostgreSQL database, as its own tools take it. */
export function postgresUrlOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { pathname, protocol } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 ? text : undefined
}

/** A serialised origin: scheme, host and port, nothing else. `*` is none. */
export function originOf(text: string): string | undefined {
  const url = urlOf(text)
  return url !== undefined && new URL(url).origin === url && !url.includes('*') ? url : undefined
}

/** An address, or a network as address/bits. */
export function isProxyAddress(text: string): string | undefined {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return undefined
  if (bits !== undefined && countOf(family === 4 ? 32 : 128)(bits) === undefined) return undefined
  return text
}

/** Parts separated by commas, each of which must be usable. */
export function listOf(
  parse: (text: string) => string | undefined,
): (text: string) => readonly string[] | undefined {
  return (text) => {
    const parts = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(parse)
    return parts.includes(undefined) ? undefined : (parts as string[])
  }
}

/** Does the host name this machine only? */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}
