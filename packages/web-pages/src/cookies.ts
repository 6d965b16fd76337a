/**
 * The four cookies these pages know, and nothing else.
 *
 * Nothing is stored before an explicit act (ePrivacy Directive Art. 5(3)): `umiar_id` and
 * `umiar_visit` only after saving level 1 or more, `umiar_choice` after saving a refusal (one value
 * without identifier), `cart` after putting something into the cart. All are SameSite=Lax. The cart is
 * HttpOnly; the `umiar_*` cookies are shared with the browser script, which has to read them: with its
 * publishable key they allow to lower or withdraw, never to read or to raise (ADR-0018).
 */

export type CookieName = 'umiar_id' | 'umiar_visit' | 'umiar_choice' | 'cart'

const SIX_MONTHS_SECONDS = 183 * 24 * 60 * 60
/** How long a cookie lives; `undefined` is until the browser closes. */
const MAX_AGE_SECONDS: Readonly<Record<CookieName, number | undefined>> = {
  cart: undefined,
  umiar_choice: SIX_MONTHS_SECONDS,
  umiar_id: SIX_MONTHS_SECONDS,
  umiar_visit: undefined,
}

const LARGEST_CART = 20
const ID_FORM = /^[A-Za-z0-9_-]{22}$/

/** What the browser remembers for us, read from one request. */
export interface Remembered {
  /** 128 random bits in base64url; a secret of hers. */
  readonly anonymousId: string | undefined
  readonly sessionId: string | undefined
  /** Did she save level 0 as a guest? */
  readonly refused: boolean
  /** Item ids in the order they were put in; an id twice means two pieces. */
  readonly cart: readonly string[]
}

/** Reads a `Cookie` header; values of a wrong form count as absent. */
export function readCookies(header: string | undefined): Remembered {
  const values = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0) values.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim())
  }
  return {
    anonymousId: idOrNothing(values.get('umiar_id')),
    cart: readCart(values.get('cart')),
    refused: values.get('umiar_choice') === '0',
    sessionId: idOrNothing(values.get('umiar_visit')),
  }
}

/** A `Set-Cookie` line. `secure` is for pages served over HTTPS. */
export function setCookie(name: CookieName, value: string, secure: boolean): string {
  const maxAge = MAX_AGE_SECONDS[name]
  return `${name}=${value}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}${attributes(name, secure)}`
}

/** A `Set-Cookie` line that removes the cookie. */
export function removeCookie(name: CookieName, secure: boolean): string {
  return `${name}=; Max-Age=0${attributes(name, secure)}`
}

/** The line for a changed cart: an empty one is removed. */
export function cartCookie(cart: readonly string[], secure: boolean): string {
  if (cart.length === 0) return removeCookie('cart', secure)
  return setCookie('cart', cart.slice(0, LARGEST_CART).map(encodeURIComponent).join('|'), secure)
}

function attributes(name: CookieName, secure: boolean): string {
  return `; Path=/${name === 'cart' ? '; HttpOnly' : ''}; SameSite=Lax${secure ? '; Secure' : ''}`
}

function idOrNothing(value: string | undefined): string | undefined {
  return value !== undefined && ID_FORM.test(value) ? value : undefined
}

function readCart(value: string | undefined): readonly string[] {
  if (value === undefined || value === '') return []
  const ids: string[] = []
  for (const part of value.split('|').slice(0, LARGEST_CART)) {
    try {
      ids.push(decodeURIComponent(part))
    } catch {
      // A broken part is left out; the rest of the cart stays hers.
    }
  }
  return ids
}
