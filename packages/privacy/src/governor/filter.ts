/**
 * Filters: a typed JSON expression over catalogue fields, compiled to a closure.
 *
 *     { "category": { "prefix": "tea" }, "price": { "lte": 50 },
 *       "any": [{ "brand": { "different_from": "page" } }, { "labels": { "contains": "gift" } }] }
 *
 * An object holds conditions that must all be met: fields with what is asked of them, and `all` (`and`),
 * `any` (`or`), `not`. `{ "field": "price", "op": "lte", "value": 50 }` is the same as
 * `{ "price": { "lte": 50 } }`; there an attribute may be named bare. docs/reference/filters.md.
 */
import { DomainError, type Fault, nearestName, type Product } from '@umiar/vocabulary'
import { FILTER_FIELDS, type FilterField, fieldNamed, OWN_PREFIX, ownField } from './filter-fields.ts'
import { type FilterPage, type FilterTest, operatorNamed, operatorsOf } from './filter-operators.ts'
import { ValueReader } from './filter-values.ts'

/** Does the product pass? */
export type ProductFilter = (product: Product) => boolean

/** The same, as compiled: it may compare with the page. Without one nothing is on it. */
export type CompiledFilter = (product: Product, page?: FilterPage) => boolean

export interface FilterOptions {
  /** The shop's, ISO 4217; amounts in another one are refused. */
  readonly currency?: string | undefined
}

/** Levels of nesting, and conditions in all. */
export const DEEPEST_FILTER = 8
export const MOST_CONDITIONS = 100
const MOST_FAULTS = 20
const NO_PAGE: FilterPage = { cart: [], items: [], nowMs: 0 }

/**
 * Compiles an expression.
 *
 * @param pointer JSON pointer of the expression in the request, for complaints
 * @returns a test that allocates nothing; cost per product: its conditions, until one decides
 * @throws DomainError `filter_invalid` with every place at fault
 */
export function compileFilter(
  expression: unknown,
  pointer: string,
  options: FilterOptions = {},
): CompiledFilter {
  const compiler = new Compiler(options.currency)
  const test = compiler.expression(expression, pointer, 0)
  if (compiler.faults.length > 0)
    throw new DomainError('filter_invalid', 'The filter cannot be read.', {}, compiler.faults)
  return (product, page = NO_PAGE) => test(product, page)
}

class Compiler {
  readonly faults: Fault[] = []
  readonly #currency: string | undefined
  #conditions = 0

  constructor(currency: string | undefined) {
    this.#currency = currency
  }

  expression(expression: unknown, pointer: string, depth: number): FilterTest {
    if (depth > DEEPEST_FILTER) return this.#fault(pointer, `is nested deeper than ${DEEPEST_FILTER}`)
    if (typeof expression !== 'object' || expression === null || Array.isArray(expression))
      return this.#fault(pointer, 'must be an object')
    const node = expression as Readonly<Record<string, unknown>>
    if (['field', 'op', 'value'].some((key) => Object.hasOwn(node, key)))
      return this.#comparison(node, pointer)
    return allOf(Object.keys(node).map((key) => this.#part(key, node[key], pointer, depth)))
  }

  #part(key: string, value: unknown, pointer: string, depth: number): FilterTest {
    switch (key) {
      case 'all':
      case 'and':
        return allOf(this.#list(value, `${pointer}/${key}`, depth))
      case 'any':
      case 'or':
        return anyOf(this.#list(value, `${pointer}/${key}`, depth))
      case 'not': {
        const part = this.expression(value, `${pointer}/not`, depth + 1)
        return (product, page) => !part(product, page)
      }
      default:
        return this.#field(key, value, pointer)
    }
  }

  #list(list: unknown, pointer: string, depth: number): FilterTest[] {
    if (Array.isArray(list) && list.length <= MOST_CONDITIONS)
      return list.map((part, index) => this.expression(part, `${pointer}/${index}`, depth + 1))
    return [this.#fault(pointer, `must be a list of at most ${MOST_CONDITIONS} expressions`)]
  }

  /** A field with what is asked of it: a bare value, a bare list, or operators that must all hold. */
  #field(name: string, asked: unknown, pointer: string): FilterTest {
    const field = fieldNamed(name)
    if (field === undefined) return this.#fault(pointer, unknownField(name))
    // Pointers stop where the caller's own names begin.
    const place = field.kind === 'own' ? pointer : `${pointer}/${name}`
    if (Array.isArray(asked)) return this.#condition(field, 'in', asked, place, place)
    if (typeof asked !== 'object' || asked === null || isMoney(field, asked)) {
      const usual = field.kind === 'texts' ? 'contains' : 'eq'
      return this.#condition(field, usual, asked, place, place)
    }
    const operators = Object.entries(asked)
    if (operators.length === 0) return this.#fault(place, 'must ask something of the field')
    return allOf(
      operators.map(([operator, value]) =>
        this.#condition(field, operator, value, place, `${place}/${operator}`),
      ),
    )
  }

  /** The longer form: `field`, `op`, `value`. */
  #comparison(node: Readonly<Record<string, unknown>>, pointer: string): FilterTest {
    const { field: name, op, value } = node
    if (typeof name !== 'string') return this.#fault(`${pointer}/field`, 'must name a field')
    if (Object.keys(node).some((key) => key !== 'field' && key !== 'op' && key !== 'value'))
      return this.#fault(pointer, 'must hold field, op and value alone')
    const known = fieldNamed(name)
    if (known === undefined && (nearestField(name) !== undefined || name === OWN_PREFIX))
      return this.#fault(`${pointer}/field`, unknownField(name))
    if (typeof op !== 'string') return this.#fault(`${pointer}/op`, 'must name an operator')
    return this.#condition(known ?? ownField(name), op, value, `${pointer}/op`, `${pointer}/value`)
  }

  #condition(field: FilterField, op: string, value: unknown, place: string, valuePlace: string): FilterTest {
    if (++this.#conditions > MOST_CONDITIONS)
      return this.#fault(place, `is beyond the ${MOST_CONDITIONS} conditions a filter may have`)
    const operator = operatorNamed(op, field.kind)
    if (operator === undefined) return this.#fault(place, unknownOperator(op, field))
    const values = new ValueReader(this.#currency, (message) => void this.#fault(valuePlace, message))
    return operator.compile(field, value, values) ?? never
  }

  #fault(pointer: string, message: string): FilterTest {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code: 'filter_invalid', message, pointer })
    return never
  }
}

const never: FilterTest = () => false

function allOf(parts: readonly FilterTest[]): FilterTest {
  if (parts.length === 1) return parts[0]!
  return (product, page) => {
    for (let n = 0; n < parts.length; n++) if (!parts[n]!(product, page)) return false
    return true
  }
}

function anyOf(parts: readonly FilterTest[]): FilterTest {
  if (parts.length === 1) return parts[0]!
  return (product, page) => {
    for (let n = 0; n < parts.length; n++) if (parts[n]!(product, page)) return true
    return false
  }
}

function isMoney(field: FilterField, asked: object): boolean {
  return field.kind === 'money' && Object.hasOwn(asked, 'amount')
}

const FIELD_NAMES = FILTER_FIELDS.map((field) => field.name)

function nearestField(name: string): string | undefined {
  return nearestName(name, [...FIELD_NAMES, 'all', 'any', 'not'])
}

/** The unknown name is not repeated: it is the caller's own. */
function unknownField(name: string): string {
  const nearest = nearestField(name)
  return nearest === undefined
    ? `a field is not known; known are ${FIELD_NAMES.join(', ')}, and ${OWN_PREFIX}NAME for the shop’s own`
    : `a field is not known; did you mean ${nearest}? The shop’s own are written ${OWN_PREFIX}NAME`
}

function unknownOperator(op: string, field: FilterField): string {
  const known = operatorsOf(field.kind).map((operator) => operator.name)
  const nearest = nearestName(op, known)
  const hint = nearest === undefined ? '' : ` did you mean ${nearest}?`
  const name = field.kind === 'own' ? 'an attribute' : field.name
  return `${name} takes no such operator;${hint} It takes ${known.join(', ')}`
}
