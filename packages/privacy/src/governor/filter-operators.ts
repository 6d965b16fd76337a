/**
 * The operators of a filter: which fit which kind of field, and the test each becomes.
 *
 * A test is a closure over what was read once from the request: asking it about a product allocates
 * nothing. A field the product lacks makes every operator false but `exists`.
 */
import type { Product } from '@umiar/vocabulary'
import type { FieldKind, FieldValue, FilterField } from './filter-fields.ts'
import { isOrdered, type ValueReader } from './filter-values.ts'

/** The page a filter may compare with. Not about a person. */
export interface FilterPage {
  /** Products the page shows. */
  readonly items: readonly Product[]
  /** Products in the cart, as the page says. */
  readonly cart: readonly Product[]
  /** ms since the epoch. */
  readonly nowMs: number
}

/** Does the product pass? */
export type FilterTest = (product: Product, page: FilterPage) => boolean

export interface FilterOperator {
  readonly name: string
  readonly kinds: readonly FieldKind[]
  /** For the documentation. */
  readonly meaning: string
  /**
   * @param value  as the request gives it
   * @param values reads and checks it; what does not fit is complained of there
   * @returns `undefined` after a complaint
   */
  readonly compile: (field: FilterField, value: unknown, values: ValueReader) => FilterTest | undefined
}

const SINGLE: readonly FieldKind[] = ['text', 'path', 'number', 'money', 'truth', 'own']
const ORDERED: readonly FieldKind[] = ['number', 'money', 'time', 'own']
const LISTED: readonly FieldKind[] = ['text', 'path', 'number', 'money', 'own', 'texts']
const EVERY: readonly FieldKind[] = [...SINGLE, 'time', 'texts']
const MS_PER_DAY = 86_400_000

/** In the order of the documentation. */
export const FILTER_OPERATORS: readonly FilterOperator[] = [
  {
    compile: (field, value, values) => comparing(field, values.one(field, value), (a, b) => a === b),
    kinds: SINGLE,
    meaning: 'Equals; a bare value means the same',
    name: 'eq',
  },
  {
    compile: (field, value, values) => comparing(field, values.one(field, value), (a, b) => a !== b),
    kinds: SINGLE,
    meaning: 'Is known and differs',
    name: 'ne',
  },
  {
    compile: (field, value, values) => memberOf(field, values.many(field, value), true),
    kinds: LISTED,
    meaning: 'Is one of a list; of `labels`: has one of them. A bare list means the same',
    name: 'in',
  },
  {
    compile: (field, value, values) => memberOf(field, values.many(field, value), false),
    kinds: LISTED,
    meaning: 'Is known and none of a list',
    name: 'not_in',
  },
  ordering('gt', 'Greater; of a time: later', (a, b) => a > b),
  ordering('gte', 'Greater or equal', (a, b) => a >= b),
  ordering('lt', 'Less; of a time: earlier', (a, b) => a < b),
  ordering('lte', 'Less or equal', (a, b) => a <= b),
  {
    compile: (field, value, values) => between(field, values.pair(field, value)),
    kinds: ORDERED,
    meaning: '`[least, greatest]`, both included',
    name: 'between',
  },
  {
    compile: (field, value, values) => withinDays(field, values.days(value)),
    kinds: ['time'],
    meaning: 'In the last so many days',
    name: 'within_days',
  },
  {
    compile: (field, value, values) => containing(field, values.text(value)),
    kinds: ['text', 'texts', 'own'],
    meaning: 'Holds the text; of `labels`: has the label',
    name: 'contains',
  },
  {
    compile: (field, value, values) => beginning(field, values.texts(field, value)),
    kinds: ['text', 'path', 'own'],
    meaning: 'Begins with the text, or one of a list; of `category`: is the category or lies below it',
    name: 'prefix',
  },
  {
    compile: (field, value, values) => likePage(field, values.place(value), true),
    kinds: EVERY,
    meaning: '`"page"` or `"cart"`: equals that of a product there; of `labels`: shares one',
    name: 'same_as',
  },
  {
    compile: (field, value, values) => likePage(field, values.place(value), false),
    kinds: EVERY,
    meaning: '`"page"` or `"cart"`: is known and differs from that of every product there',
    name: 'different_from',
  },
  {
    compile: (field, value, values) => existing(field, values.truth(value)),
    kinds: EVERY,
    meaning: '`true`: the product has the field; `false`: it does not',
    name: 'exists',
  },
]

/** Other names by which operators are known. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ge: 'gte',
  le: 'lte',
  starts_with: 'prefix',
}

/** The operator of a name, if it fits the kind of field. */
export function operatorNamed(name: string, kind: FieldKind): FilterOperator | undefined {
  const known = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : name
  return operatorsOf(kind).find((operator) => operator.name === known)
}

/** The operators that fit a kind of field. */
export function operatorsOf(kind: FieldKind): readonly FilterOperator[] {
  return FILTER_OPERATORS.filter((operator) => operator.kinds.includes(kind))
}

type Single = string | number | boolean

function comparing(
  field: FilterField,
  value: Single | undefined,
  holds: (actual: FieldValue, value: Single) => boolean,
): FilterTest | undefined {
  if (value === undefined) return undefined
  const { read } = field
  return (product) => {
    const actual = read(product)
    return actual !== undefined && holds(actual, value)
  }
}

function ordering(
  name: string,
  meaning: string,
  holds: (actual: string | number, value: string | number) => boolean,
): FilterOperator {
  return {
    compile: ({ read, ...field }, value, values) => {
      const bound = values.bound({ read, ...field }, value)
      if (bound === undefined) return undefined
      return (product) => {
        const actual = read(product)
        return isOrdered(actual) && typeof actual === typeof bound && holds(actual, bound)
      }
    },
    kinds: ORDERED,
    meaning,
    name,
  }
}

function between(
  { read }: FilterField,
  pair: readonly [string | number, string | number] | undefined,
): FilterTest | undefined {
  if (pair === undefined) return undefined
  const [least, greatest] = pair
  return (product) => {
    const actual = read(product)
    return isOrdered(actual) && typeof actual === typeof least && actual >= least && actual <= greatest
  }
}

function withinDays({ read }: FilterField, days: number | undefined): FilterTest | undefined {
  if (days === undefined) return undefined
  return (product, page) => {
    const at = read(product)
    return typeof at === 'number' && at <= page.nowMs && at > page.nowMs - days * MS_PER_DAY
  }
}

function memberOf(
  { read }: FilterField,
  members: ReadonlySet<FieldValue> | undefined,
  wanted: boolean,
): FilterTest | undefined {
  if (members === undefined) return undefined
  return (product) => {
    const actual = read(product)
    if (actual === undefined) return false
    return (isList(actual) ? holdsAny(actual, members) : members.has(actual)) === wanted
  }
}

function holdsAny(list: readonly string[], members: ReadonlySet<FieldValue>): boolean {
  for (let n = 0; n < list.length; n++) if (members.has(list[n])) return true
  return false
}

function containing({ read }: FilterField, part: string | undefined): FilterTest | undefined {
  if (part === undefined) return undefined
  return (product) => {
    const actual = read(product)
    return (typeof actual === 'string' || isList(actual)) && actual.includes(part)
  }
}

function beginning(field: FilterField, starts: readonly string[] | undefined): FilterTest | undefined {
  if (starts === undefined) return undefined
  const { kind, read } = field
  return (product) => {
    const actual = read(product)
    if (typeof actual !== 'string') return false
    for (let n = 0; n < starts.length; n++) {
      const start = starts[n]!
      if (!actual.startsWith(start)) continue
      // `tea` holds `tea/green`, and not `teapots`.
      if (kind !== 'path' || actual.length === start.length || actual[start.length] === '/') return true
    }
    return false
  }
}

function likePage(
  { read }: FilterField,
  place: 'items' | 'cart' | undefined,
  wanted: boolean,
): FilterTest | undefined {
  if (place === undefined) return undefined
  return (product, page) => {
    const actual = read(product)
    if (actual === undefined) return false
    const there = page[place]
    for (let n = 0; n < there.length; n++) {
      const other = read(there[n]!)
      if (isList(actual) ? isList(other) && sharesOne(actual, other) : actual === other) return wanted
    }
    return !wanted
  }
}

function sharesOne(a: readonly string[], b: readonly string[]): boolean {
  for (let n = 0; n < a.length; n++) if (b.includes(a[n]!)) return true
  return false
}

function existing({ read }: FilterField, wanted: boolean | undefined): FilterTest | undefined {
  return wanted === undefined ? undefined : (product) => (read(product) !== undefined) === wanted
}

function isList(value: FieldValue): value is readonly string[] {
  return typeof value === 'object'
}
