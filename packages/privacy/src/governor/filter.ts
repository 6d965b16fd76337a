/**
 * Filters of a slot: a typed JSON expression over catalogue fields.
 *
 *     { "all": [ { "field": "category", "op": "starts_with", "value": "tea" },
 *                { "not": { "field": "brand", "op": "in", "value": ["A", "B"] } } ] }
 *
 * Fields: `item_id`, `title`, `category`, `brand`, `price`, and the product's own attributes.
 * A field the product lacks makes the comparison false.
 */
import { DomainError, type Product } from '@umiar/vocabulary'

/** Does the product pass? */
export type ProductFilter = (product: Product) => boolean

type Scalar = string | number | boolean

const OPERATORS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'starts_with'] as const
const DEEPEST = 8

/**
 * Compiles an expression.
 *
 * @param pointer JSON pointer of the expression in the request, for the complaint
 * @throws DomainError `filter_invalid` with the place at fault
 */
export function compileFilter(expression: unknown, pointer: string, depth = 0): ProductFilter {
  if (depth > DEEPEST) throw faulty(pointer, `is nested deeper than ${DEEPEST}`)
  if (typeof expression !== 'object' || expression === null || Array.isArray(expression)) {
    throw faulty(pointer, 'must be an object')
  }
  const node = expression as Record<string, unknown>
  if ('all' in node) {
    const parts = compileList(node.all, `${pointer}/all`, depth)
    return (product) => parts.every((part) => part(product))
  }
  if ('any' in node) {
    const parts = compileList(node.any, `${pointer}/any`, depth)
    return (product) => parts.some((part) => part(product))
  }
  if ('not' in node) {
    const part = compileFilter(node.not, `${pointer}/not`, depth + 1)
    return (product) => !part(product)
  }
  return compileComparison(node, pointer)
}

function compileList(list: unknown, pointer: string, depth: number): ProductFilter[] {
  if (!Array.isArray(list)) throw faulty(pointer, 'must be an array')
  return list.map((part, index) => compileFilter(part, `${pointer}/${index}`, depth + 1))
}

function compileComparison(node: Record<string, unknown>, pointer: string): ProductFilter {
  const { field, op, value } = node
  if (typeof field !== 'string') throw faulty(`${pointer}/field`, 'must name a field')
  const operator = OPERATORS.find((name) => name === op)
  if (operator === undefined) throw faulty(`${pointer}/op`, `must be one of ${OPERATORS.join(', ')}`)
  if (operator === 'in') {
    if (!Array.isArray(value) || !value.every(isScalar))
      throw faulty(`${pointer}/value`, 'must be an array of values')
    const members = new Set<Scalar>(value)
    return (product) => {
      const actual = fieldOf(product, field)
      return actual !== undefined && members.has(actual)
    }
  }
  if (!isScalar(value)) throw faulty(`${pointer}/value`, 'must be text, a number or a truth value')
  return (product) => {
    const actual = fieldOf(product, field)
    return actual !== undefined && compare(actual, operator, value)
  }
}

function compare(actual: Scalar, operator: (typeof OPERATORS)[number], value: Scalar): boolean {
  switch (operator) {
    case 'eq':
      return actual === value
    case 'ne':
      return actual !== value
    case 'starts_with':
      return typeof actual === 'string' && typeof value === 'string' && actual.startsWith(value)
    default:
      return typeof actual === typeof value && ordered(actual, operator, value)
  }
}

function ordered(actual: Scalar, operator: string, value: Scalar): boolean {
  if (operator === 'lt') return actual < value
  if (operator === 'le') return actual <= value
  if (operator === 'gt') return actual > value
  return actual >= value
}

function fieldOf(product: Product, field: string): Scalar | undefined {
  switch (field) {
    case 'item_id':
      return product.itemId
    case 'title':
      return product.title
    case 'category':
      return product.category
    case 'brand':
      return product.brand
    case 'price':
      return product.price === undefined ? undefined : Number(product.price.amount)
    default:
      return product.attributes !== undefined && Object.hasOwn(product.attributes, field)
        ? product.attributes[field]
        : undefined
  }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function faulty(pointer: string, message: string): DomainError {
  return new DomainError('filter_invalid', 'The filter cannot be read.', {}, [
    { code: 'filter_invalid', message, pointer },
  ])
}
