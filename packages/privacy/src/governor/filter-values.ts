/**
 * Values of a filter, read once and checked by the kind of field they are compared with.
 *
 * What does not fit is complained of with the place of the value; the value itself is never repeated.
 */
import type { FieldKind, FieldValue, FilterField } from './filter-fields.ts'

/** Takes complaints; `null` for the operator's own place. */
export type Complain = (message: string) => void

type Single = string | number | boolean

const LONGEST_TEXT = 512
const MOST_VALUES = 1_000
const MOST_DAYS = 36_500
const AMOUNT = /^\d{1,12}(?:\.\d{1,4})?$/
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/

const EXPECTED: Readonly<Record<FieldKind, string>> = {
  money: 'an amount in the shop’s currency',
  number: 'a number',
  own: 'text, a number or a truth value',
  path: 'the path of a category',
  text: `text of at most ${LONGEST_TEXT} characters`,
  texts: `text of at most ${LONGEST_TEXT} characters`,
  time: 'a date or an RFC 3339 time with offset',
  truth: 'true or false',
}

/** Can it be less or greater? */
export function isOrdered(value: FieldValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** Reads the values of one operator; each method answers `undefined` after a complaint. */
export class ValueReader {
  readonly #currency: string | undefined
  readonly #complain: Complain

  /** @param currency the shop's; amounts in another one are refused */
  constructor(currency: string | undefined, complain: Complain) {
    this.#currency = currency
    this.#complain = complain
  }

  /** A value of the field's kind. */
  one(field: FilterField, value: unknown): Single | undefined {
    const read = this.#read(field.kind, value)
    return read ?? this.#refuse(`must be ${EXPECTED[field.kind]}`)
  }

  /** A list of them. */
  many(field: FilterField, value: unknown): ReadonlySet<FieldValue> | undefined {
    if (!isShortList(value)) return this.#refuse(`must be a list of at most ${MOST_VALUES} values`)
    const read = value.map((entry) => this.#read(field.kind, entry))
    if (read.includes(undefined)) return this.#refuse(`must be a list; each value ${EXPECTED[field.kind]}`)
    return new Set(read)
  }

  /** A value that can be less or greater. */
  bound(field: FilterField, value: unknown): string | number | undefined {
    const read = this.#read(field.kind, value)
    if (isOrdered(read)) return read
    return this.#refuse(`must be ${field.kind === 'own' ? 'a number or text' : EXPECTED[field.kind]}`)
  }

  /** Two of them, the lesser first. */
  pair(field: FilterField, value: unknown): readonly [string | number, string | number] | undefined {
    const read = Array.isArray(value) && value.length === 2 ? value : []
    const [least, greatest] = read.map((entry) => this.#read(field.kind, entry))
    if (isOrdered(least) && isOrdered(greatest) && typeof least === typeof greatest && least <= greatest)
      return [least, greatest]
    return this.#refuse('must be [least, greatest], the lesser first')
  }

  text(value: unknown): string | undefined {
    return readText(value) ?? this.#refuse(`must be ${EXPECTED.text}`)
  }

  /** One text or a list of them. */
  texts(field: FilterField, value: unknown): readonly string[] | undefined {
    const read = isShortList(value) ? value : [value]
    const texts = read.map((entry) => (field.kind === 'path' ? readPath(entry) : readText(entry)))
    if (texts.length > 0 && texts.every((entry) => entry !== undefined)) return texts
    return this.#refuse(`must be ${EXPECTED[field.kind === 'path' ? 'path' : 'text']}, or a list of them`)
  }

  truth(value: unknown): boolean | undefined {
    return typeof value === 'boolean' ? value : this.#refuse('must be true or false')
  }

  days(value: unknown): number | undefined {
    if (typeof value === 'number' && value > 0 && value <= MOST_DAYS) return value
    return this.#refuse(`must be a number of days, at most ${MOST_DAYS}`)
  }

  place(value: unknown): 'items' | 'cart' | undefined {
    if (value === 'page') return 'items'
    return value === 'cart' ? 'cart' : this.#refuse('must be "page" or "cart"')
  }

  #refuse(message: string): undefined {
    this.#complain(message)
    return undefined
  }

  #read(kind: FieldKind, value: unknown): Single | undefined {
    switch (kind) {
      case 'text':
      case 'texts':
        return readText(value)
      case 'path':
        return readPath(value)
      case 'number':
        return readNumber(value)
      case 'money':
        return this.#readMoney(value)
      case 'truth':
        return typeof value === 'boolean' ? value : undefined
      case 'time':
        return readTime(value)
      case 'own':
        return typeof value === 'boolean' ? value : (readNumber(value) ?? readOwnText(value))
    }
  }

  #readMoney(value: unknown): number | undefined {
    if (typeof value === 'string') return AMOUNT.test(value) ? Number(value) : undefined
    if (typeof value !== 'object' || value === null) return readNumber(value)
    const { amount, currency } = value as Readonly<Record<string, unknown>>
    if (this.#currency !== undefined && currency !== this.#currency) return undefined
    return typeof amount === 'string' && AMOUNT.test(amount) ? Number(amount) : undefined
  }
}

function isShortList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST_VALUES
}

/** As the catalogue keeps it: NFC. */
function readText(value: unknown): string | undefined {
  const isText = typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT
  return isText ? value.normalize('NFC') : undefined
}

/** The catalogue keeps attributes as they came. */
function readOwnText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined
}

function readPath(value: unknown): string | undefined {
  const path = readText(value)?.replace(/\/+$/, '')
  return path === '' ? undefined : path
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function readTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || !TIME.test(value)) return undefined
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : at
}
