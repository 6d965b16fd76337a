/**
 * The one cookie of the console: the staff token, for eight hours, for `/console` alone.
 *
 * HttpOnly, so that no script reads it; SameSite=Strict, so that no other site makes a browser send it.
 * The token is not exchanged for a session: the engine knows it, can rotate it, and nothing is kept here.
 */

const NAME = 'umiar_console'
const EIGHT_HOURS_SECONDS = 8 * 60 * 60
/** As the configuration allows a token, and no key of another kind. */
const TOKEN_FORM = /^[\w-]{8,200}$/

/** What was typed or kept, if it could be a token at all. */
export function tokenOf(text: string | undefined): string | undefined {
  const token = text?.trim()
  return token !== undefined && TOKEN_FORM.test(token) ? token : undefined
}

/** The token a request carries. */
export function readStaffCookie(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === NAME) return tokenOf(value)
  }
  return undefined
}

/** A `Set-Cookie` line that keeps the token. @param secure is the page served over HTTPS? */
export function keepToken(token: string, secure: boolean): string {
  return `${NAME}=${token}; Max-Age=${EIGHT_HOURS_SECONDS}${attributes(secure)}`
}

/** A `Set-Cookie` line that removes it. */
export function dropToken(secure: boolean): string {
  return `${NAME}=; Max-Age=0${attributes(secure)}`
}

function attributes(secure: boolean): string {
  return `; Path=/console; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}
