/**
 * The catalogue fields a filter may name: what kind of value each has, and where it stands in a product.
 *
 * One row per field. The kind decides which operators fit (`filter-operators.ts`); the documentation and
 * the API's description are made from these rows. None is about a person.
 */
import type { Product } from '@umiar/vocabulary'

/** What a field holds; `own` is an attribute of the shop's: text, number or truth value. */
export type FieldKind = 'text' | 'path' | 'number' | 'money' | 'truth' | 'time' | 'texts' | 'own'

/** A value as read: money as a number in the shop's currency, a time in ms since the epoch. */
export type FieldValue = string | number | boolean | readonly string[] | undefined

export interface FilterField {
  readonly name: string
  readonly kind: FieldKind
  /** `undefined` where the product does not say. Allocates nothing. */
  readonly read: (product: Product) => FieldValue
  /** For the documentation. */
  readonly meaning: string
}

/** In the order of the documentation. */
export const FILTER_FIELDS: readonly FilterField[] = [
  { kind: 'text', meaning: 'The product’s id', name: 'id', read: (product) => product.itemId },
  { kind: 'text', meaning: 'The title', name: 'title', read: (product) => product.title },
  {
    kind: 'path',
    meaning: 'The category’s path; `prefix` takes the category and everything below it',
    name: 'category',
    read: (product) => product.category,
  },
  { kind: 'text', meaning: 'The brand', name: 'brand', read: (product) => product.brand },
  {
    kind: 'money',
    meaning: 'The price now, in the shop’s currency',
    name: 'price',
    read: (product) => (product.price === undefined ? undefined : Number(product.price.amount)),
  },
  {
    kind: 'money',
    meaning: 'The usual price, in the shop’s currency',
    name: 'list_price',
    read: (product) => (product.listPrice === undefined ? undefined : Number(product.listPrice.amount)),
  },
  {
    kind: 'number',
    meaning: 'Percent off the usual price, 0–100; 0 for a product with a price and no `list_price`',
    name: 'discount',
    read: discountOf,
  },
  { kind: 'truth', meaning: 'In stock', name: 'available', read: (product) => product.available },
  {
    kind: 'truth',
    meaning: 'For grown-ups; `false` where the shop does not say',
    name: 'adult',
    read: (product) => product.adult === true,
  },
  {
    kind: 'truth',
    meaning: 'Bought once and kept; missing where the shop does not say',
    name: 'durable',
    read: (product) => product.durable,
  },
  {
    kind: 'texts',
    meaning: 'The shop’s own words for the product',
    name: 'labels',
    read: (product) => (product.labels?.length === 0 ? undefined : product.labels),
  },
  {
    kind: 'time',
    meaning: 'When the product came into the shop',
    name: 'released_at',
    read: (product) => product.releasedAtMs,
  },
]

/** Written before the name of an attribute of the shop's. */
export const OWN_PREFIX = 'attributes.'

/** Other names by which the fields are known. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  added_at: 'released_at',
  availability: 'available',
  item_id: 'id',
  tags: 'labels',
}

/** The field of a name; `undefined` for a name that is neither a field nor `attributes.…`. */
export function fieldNamed(name: string): FilterField | undefined {
  if (name.startsWith(OWN_PREFIX) && name.length > OWN_PREFIX.length) return ownField(name.slice(11))
  const known = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : name
  return FILTER_FIELDS.find((field) => field.name === known)
}

/** An attribute of the shop's own, by its bare name. */
export function ownField(name: string): FilterField {
  return {
    kind: 'own',
    meaning: 'An attribute of the shop’s own',
    name: `${OWN_PREFIX}${name}`,
    read: ({ attributes }) =>
      attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined,
  }
}

function discountOf({ listPrice, price }: Product): number | undefined {
  if (price === undefined) return undefined
  if (listPrice === undefined) return 0
  const before = Number(listPrice.amount)
  const now = Number(price.amount)
  return before > now ? (100 * (before - now)) / before : 0
}
