/**
 * Fields of a submitted form, read by name; nothing of a form is trusted beyond being text.
 */

/** A submitted form. */
export interface Form {
  /** The first value of a field, cut to 200 characters; empty where it is absent. */
  one(name: string): string
  /** All values of a field. */
  all(name: string): readonly string[]
  /** Names of all fields. */
  names(): readonly string[]
}

const LONGEST_VALUE = 200

/** Reads the body `@fastify/formbody` leaves. */
export function readForm(body: unknown): Form {
  const fields = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(body ?? {})) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    fields.set(
      name,
      values.filter((text) => typeof text === 'string').map((text) => text.slice(0, LONGEST_VALUE)),
    )
  }
  return {
    all: (name) => fields.get(name) ?? [],
    names: () => [...fields.keys()],
    one: (name) => fields.get(name)?.[0] ?? '',
  }
}

/**
 * An address on this server to go back to, or `otherwise`: never another server, never a script.
 *
 * @param text path of a page, with query and place on the page
 */
export function ownPath(text: string, otherwise: string): string {
  const isOwn =
    /^\/(shop|privacy|console|docs)?(\/[A-Za-z0-9._~%/-]*)?(\?[A-Za-z0-9._~%=&+-]*)?(#[a-z_-]*)?$/.test(text)
  return isOwn && !text.includes('//') && !text.includes('..') ? text : otherwise
}
