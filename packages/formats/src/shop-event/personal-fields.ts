/**
 * Fields that name a person outside her pseudonym, wherever they hide in an event.
 */

/** Spelled without separators and in lower case. */
const PERSONAL = new Set([
  'email',
  'emailaddress',
  'mail',
  'phone',
  'phonenumber',
  'telephone',
  'ip',
  'ipaddress',
  'useragent',
  'firstname',
  'lastname',
  'fullname',
  'surname',
  'username',
  'birthdate',
  'dateofbirth',
  'pesel',
])
const DEEPEST = 6

/**
 * @returns JSON pointer of the first identity field, or `undefined`
 *
 * A plain `name` counts only at the top: inside an item it is the product's.
 */
export function findPersonalField(event: Readonly<Record<string, unknown>>): string | undefined {
  if ('name' in event) return '/name'
  return search(event, '', 0)
}

/** Does a text look like an e-mail address or a telephone number? */
export function looksLikeContact(text: string): boolean {
  return /[^\s@]+@[^\s@]+\.[^\s@]+/.test(text) || /^\+?\d(?:[\s-]?\d){8,14}$/.test(text.trim())
}

function search(value: unknown, pointer: string, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined
  for (const [key, child] of Object.entries(value)) {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!Array.isArray(value) && PERSONAL.has(key.toLowerCase().replaceAll(/[^a-z]/g, ''))) return here
    const below = search(child, here, depth + 1)
    if (below !== undefined) return below
  }
  return undefined
}
