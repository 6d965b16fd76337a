/**
 * What stays on the device: three cookies, none before an explicit act (ePrivacy Directive Art. 5(3)).
 *
 * `umiar_id` and `umiar_visit` come only after a saved level of 1 or more; a refusal is `umiar_choice=0`
 * and no identifier. The shop's server-rendered forms write the same three. Cookies are read each time
 * they are needed and never remembered, so a withdrawal in another tab holds here at once. Where they
 * are blocked, a value lives in memory until the page is left.
 */

/** `document`, or something with a `cookie` that behaves like it. */
export interface CookieJar {
  cookie: string
}

/** Names of a visitor, as the engine takes them. */
export interface VisitorNames {
  readonly anonymous_id: string
  readonly session_id: string
}

export interface Device {
  /** Her id, also while she refuses. */
  id(): string | undefined
  /** The id that may be named to the engine now: none after a refusal. Begins no visit. */
  known(): string | undefined
  /** Who may be named to the engine now. Begins a visit where there is none. */
  visitor(): VisitorNames | undefined
  /** After a saved level of 1 or more. @returns whether the browser keeps it beyond this page */
  keep(id: string): boolean
  /** Keeps a refusal. @returns whether the browser keeps it beyond this page */
  refuse(): boolean
  /** Is a withdrawal on its way that the engine has not confirmed? */
  isWithdrawing(): boolean
  /** Ends the visit: the withdrawal is confirmed. */
  endVisit(): void
  /** Removes all three. */
  forget(): void
}

const ID = 'umiar_id'
const VISIT = 'umiar_visit'
const CHOICE = 'umiar_choice'
/** 183 days. */
const SIX_MONTHS = ';Max-Age=15811200'

/** 128 random bits in base64url: 22 characters. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .slice(0, 22)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
}

/** @param secure is the page served over HTTPS? */
export function createDevice(jar: CookieJar, secure: boolean): Device {
  const memory: Record<string, string> = {}

  const read = (name: string): string | undefined => {
    let text = ''
    try {
      text = jar.cookie
    } catch {
      // Blocked: then only this page's memory knows.
    }
    // A value of another form counts as absent.
    return new RegExp(`(?:^|; *)${name}=(0|[\\w-]{22})(?:;|$)`).exec(text)?.[1] ?? memory[name]
  }

  /** Without a value it removes. */
  const write = (name: string, value = '', age = ';Max-Age=0'): boolean => {
    delete memory[name]
    try {
      jar.cookie = `${name}=${value};Path=/;SameSite=Lax${secure ? ';Secure' : ''}${age}`
    } catch {
      // Blocked: kept below.
    }
    const isKept = read(name) === value
    if (!isKept && value) memory[name] = value
    return isKept
  }
  const id = (): string | undefined => read(ID)
  const known = (): string | undefined => (read(CHOICE) ? undefined : id())
  return {
    endVisit: () => void write(VISIT),
    forget() {
      for (const name of [ID, VISIT, CHOICE]) write(name)
    },
    id,
    isWithdrawing: () => !known() && !!id() && !!read(VISIT),
    keep(value) {
      write(CHOICE)
      return write(ID, value, SIX_MONTHS)
    },
    known,
    refuse: () => write(CHOICE, '0', SIX_MONTHS),
    visitor() {
      const anonymousId = known()
      if (!anonymousId) return undefined
      const visit = read(VISIT) ?? randomId()
      write(VISIT, visit, '')
      return { anonymous_id: anonymousId, session_id: visit }
    },
  }
}
