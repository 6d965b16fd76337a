/**
 * A filter read afresh for every product, one obvious rule at a time: what the compiled one must equal.
 *
 * Takes valid expressions of the short form only; `any` reads JSON as it comes.
 */
import type { Product } from '@umiar/vocabulary'
import type { FilterPage } from '../../src/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: plain JSON
type Json = any

/** Does the product pass? */
export function slowFilter(expression: Json, product: Product, page: FilterPage): boolean {
  for (const [key, value] of Object.entries<Json>(expression)) {
    let holds: boolean
    if (key === 'all' || key === 'and') holds = value.every((part: Json) => slowFilter(part, product, page))
    else if (key === 'any' || key === 'or')
      holds = value.some((part: Json) => slowFilter(part, product, page))
    else if (key === 'not') holds = !slowFilter(value, product, page)
    else
      holds = Object.entries<Json>(value).every(([operator, wanted]) =>
        asks(key, operator, wanted, product, page),
      )
    if (!holds) return false
  }
  return true
}

function asks(field: string, operator: string, wanted: Json, product: Product, page: FilterPage): boolean {
  const actual = fieldOf(field, product)
  if (operator === 'exists') return (actual !== undefined) === wanted
  if (actual === undefined) return false
  const meant = (value: Json): Json => meaningOf(field, value)
  const list = Array.isArray(actual) ? actual : [actual]
  const there = (wanted === 'cart' ? page.cart : page.items).flatMap((other) => {
    const value = fieldOf(field, other)
    return Array.isArray(value) ? value : [value]
  })
  const isBefore = (a: Json, b: Json): boolean => typeof a === typeof b && a < b
  const isSame = (a: Json, b: Json): boolean => typeof a === typeof b && a === b
  switch (operator) {
    case 'eq':
      return isSame(actual, meant(wanted))
    case 'ne':
      return !isSame(actual, meant(wanted))
    case 'in':
      return wanted.some((value: Json) => list.some((own) => isSame(own, meant(value))))
    case 'not_in':
      return !wanted.some((value: Json) => list.some((own) => isSame(own, meant(value))))
    case 'gt':
      return isBefore(meant(wanted), actual)
    case 'gte':
      return isBefore(meant(wanted), actual) || isSame(actual, meant(wanted))
    case 'lt':
      return isBefore(actual, meant(wanted))
    case 'lte':
      return isBefore(actual, meant(wanted)) || isSame(actual, meant(wanted))
    case 'between':
      return asks(field, 'gte', wanted[0], product, page) && asks(field, 'lte', wanted[1], product, page)
    case 'within_days':
      return actual <= page.nowMs && (page.nowMs - actual) / 86_400_000 < wanted
    case 'contains':
      return Array.isArray(actual)
        ? actual.some((own) => own === wanted)
        : typeof actual === 'string' && actual.indexOf(wanted) >= 0
    case 'prefix':
      return (Array.isArray(wanted) ? wanted : [wanted]).some((start: string) =>
        field === 'category'
          ? `${actual}/`.startsWith(`${start}/`)
          : typeof actual === 'string' && actual.slice(0, start.length) === start,
      )
    case 'same_as':
      return there.some((other) => list.some((own) => isSame(own, other)))
    case 'different_from':
      return !there.some((other) => list.some((own) => isSame(own, other)))
    default:
      throw new RangeError(`no such operator: ${operator}`)
  }
}

function meaningOf(field: string, value: Json): Json {
  if (field === 'price' || field === 'list_price') return Number(value.amount ?? value)
  return field === 'released_at' ? Date.parse(value) : value
}

function fieldOf(field: string, product: Product): Json {
  if (field.startsWith('attributes.')) return product.attributes?.[field.slice('attributes.'.length)]
  const now = product.price === undefined ? undefined : Number(product.price.amount)
  const before = product.listPrice === undefined ? undefined : Number(product.listPrice.amount)
  const off =
    now === undefined || before === undefined ? 0 : Math.max(0, (100 * (before - now)) / before || 0)
  const values: Record<string, Json> = {
    adult: product.adult ?? false,
    available: product.available,
    brand: product.brand,
    category: product.category,
    discount: now === undefined ? undefined : off,
    durable: product.durable,
    id: product.itemId,
    labels: product.labels?.length ? product.labels : undefined,
    list_price: before,
    price: now,
    released_at: product.releasedAtMs,
    title: product.title,
  }
  return values[field]
}
