/**
 * Whose name may a caller say? The rule on identities, in one place.
 *
 * A publishable key lies open in every browser: with it anybody could claim to be any `user_id`. Only
 * the shop's server (secret key) or a shopper token vouches for one.
 */
import type { Application, Caller, VisitorNames } from '@umiar/use-cases'
import { DomainError, type Fault, parseCallerId } from '@umiar/vocabulary'

type NamesInput = { [Name in keyof VisitorNames]?: VisitorNames[Name] | undefined }

/**
 * Checks the names of a request.
 *
 * @param pointer where they stand in the request
 * @returns the names in NFC; `undefined` if there were none
 * @throws DomainError `identity_not_proven`, `invalid_id`
 */
export function checkNames(
  app: Pick<Application, 'aliasFor'>,
  caller: Caller,
  names: NamesInput | undefined,
  pointer: string,
): VisitorNames | undefined {
  if (names === undefined) return undefined
  if (names.user_id !== undefined && !mayName(app, caller, names.user_id))
    throw identityNotProven([`${pointer}/user_id`])
  const checked: { anonymous_id?: string; user_id?: string; session_id?: string } = {}
  for (const field of ['anonymous_id', 'user_id', 'session_id'] as const) {
    if (names[field] === undefined) continue
    const id = parseCallerId(names[field])
    if (id === undefined) {
      throw new DomainError(
        'invalid_id',
        `${field} must be 1–128 characters without control characters.`,
        { field },
        [
          {
            code: 'invalid_id',
            message: 'must be 1–128 characters without control characters',
            pointer: `${pointer}/${field}`,
          },
        ],
      )
    }
    checked[field] = id
  }
  return Object.keys(checked).length === 0 ? undefined : checked
}

/** The names of a body that gives them as `visitor` or beside its other fields. */
export function checkBodyNames(
  app: Pick<Application, 'aliasFor'>,
  caller: Caller,
  body: NamesInput & { visitor?: NamesInput },
): VisitorNames | undefined {
  const { anonymous_id, user_id, visitor } = body
  return (
    checkNames(app, caller, visitor, '/visitor') ?? checkNames(app, caller, { anonymous_id, user_id }, '')
  )
}

/**
 * The same rule for a batch of events, each not parsed yet. One claim that is not proven refuses the
 * whole batch: it is the caller that is wrong, not an event.
 */
export function checkEventNames(
  app: Pick<Application, 'aliasFor'>,
  caller: Caller,
  events: readonly unknown[],
): void {
  if (caller.kind === 'secret' || caller.kind === 'staff') return
  const claims = events.flatMap((event, index) => {
    const claimed = (event as { user_id?: unknown } | null)?.user_id
    const isHarmless =
      claimed === undefined ||
      claimed === null ||
      (typeof claimed === 'string' && mayName(app, caller, claimed))
    return isHarmless ? [] : [`/events/${index}/user_id`]
  })
  if (claims.length > 0) throw identityNotProven(claims)
}

function mayName(app: Pick<Application, 'aliasFor'>, caller: Caller, userId: string): boolean {
  if (caller.kind === 'secret' || caller.kind === 'staff') return true
  if (caller.kind === 'publishable') return false
  const id = parseCallerId(userId)
  return id !== undefined && app.aliasFor({ user_id: id }) === caller.alias
}

function identityNotProven(pointers: readonly string[]): DomainError {
  const faults: Fault[] = pointers.map((pointer) => ({
    code: 'identity_not_proven',
    message: 'needs a secret key or her shopper token',
    pointer,
  }))
  return new DomainError(
    'identity_not_proven',
    'A user_id needs a secret key or the shopper token of that person; a publishable key names an anonymous_id.',
    {},
    faults,
  )
}
