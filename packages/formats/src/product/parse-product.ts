/**
 * One product as the public API takes it.
 */
import {
  type Fault,
  type ItemId,
  LEAST_SHARED_COUNT,
  type Product,
  type ProductCounts,
  parseCallerId,
} from '@umiar/vocabulary'
import { parseTimestamp } from '../shop-event/parse-timestamp.ts'
import { parseMoney } from './parse-money.ts'

export type ParsedProduct =
  | { readonly ok: true; readonly product: Product }
  | { readonly ok: false; readonly errors: readonly Fault[] }

const KNOWN_FIELDS = new Set([
  'item_id',
  'title',
  'title_en',
  'category',
  'brand',
  'url',
  'image_url',
  'price',
  'list_price',
  'available',
  'sensitive',
  'adult',
  'durable',
  'released_at',
  'goes_with',
  'lasts_days',
  'counts',
  'labels',
  'attributes',
])
const LONGEST_TEXT = 512
const MOST_ATTRIBUTES = 50
const MOST_LABELS = 50
const LONGEST_LABEL = 64
const MOST_PARTNERS = 50
const LONGEST_LASTING = 3_650

/**
 * @param id      the id of the path, if there is one; a differing `item_id` in the body is refused
 * @param pointer where the product stands in the request, for complaints
 */
export function parseProduct(input: unknown, shopCurrency: string, pointer = '', id?: string): ParsedProduct {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { errors: [{ code: 'not_an_object', message: 'a product is an object', pointer }], ok: false }
  }
  const body = input as Record<string, unknown>
  const errors: Fault[] = []
  const complain = (field: string, code: string, message: string) =>
    void errors.push({ code, message, pointer: `${pointer}/${field}` })
  for (const field of Object.keys(body)) {
    if (!KNOWN_FIELDS.has(field))
      complain(field, 'unknown_field', 'is not a field of a product; use attributes')
  }
  const itemId = parseCallerId(id ?? body.item_id)
  if (itemId === undefined || (id !== undefined && body.item_id !== undefined && body.item_id !== id)) {
    complain('item_id', 'invalid_id', 'must be 1–128 characters and equal the id of the path')
  }
  const text = (field: string): string | undefined => {
    const value = body[field]
    if (value === undefined) return undefined
    if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT)
      return value.normalize('NFC')
    complain(field, 'text_invalid', `must be text of 1–${LONGEST_TEXT} characters`)
    return undefined
  }
  const address = (field: string): string | undefined => {
    const value = text(field)
    if (value === undefined || /^(https?:\/\/|\/(?!\/))/i.test(value)) return value
    complain(field, 'url_invalid', 'must be an http(s) address or a path')
    return undefined
  }
  const truth = (field: string, otherwise: boolean): boolean => {
    const value = body[field] ?? otherwise
    if (typeof value !== 'boolean') complain(field, 'boolean_invalid', 'must be true or false')
    return value === true
  }
  const title = text('title')
  if (body.title === undefined) complain('title', 'title_missing', 'is needed')
  const money = (field: string) => {
    const value = body[field]
    const parsed = value === undefined ? undefined : parseMoney(value, shopCurrency)
    if (value !== undefined && parsed?.currency !== shopCurrency)
      complain(field, 'price_invalid', `must be an amount of 0 or more in ${shopCurrency}`)
    return parsed
  }
  const releasedAtMs = body.released_at === undefined ? undefined : parseTimestamp(body.released_at)
  if (body.released_at !== undefined && releasedAtMs === undefined) {
    complain('released_at', 'time_invalid', 'must be RFC 3339 with an offset')
  }
  const optional = {
    adult: body.adult === undefined ? undefined : truth('adult', false),
    attributes: parseAttributes(body.attributes, complain),
    brand: text('brand'),
    category: text('category'),
    counts: parseCounts(body.counts, complain),
    durable: body.durable === undefined ? undefined : truth('durable', false),
    goesWith: parsePartners(body.goes_with, complain),
    imageUrl: address('image_url'),
    labels: parseLabels(body.labels, complain),
    lastsDays: parseLasting(body.lasts_days, complain),
    listPrice: money('list_price'),
    price: money('price'),
    releasedAtMs,
    titleEn: text('title_en'),
    url: address('url'),
  }
  const available = truth('available', true)
  const sensitive = truth('sensitive', false)
  if (errors.length > 0) return { errors, ok: false }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  return {
    ok: true,
    product: { ...present, available, itemId: itemId as ItemId, sensitive, title: title as string },
  }
}

type Complain = (field: string, code: string, message: string) => void

/** Distinct texts, in the order they came. */
function parseLabels(value: unknown, complain: Complain): Product['labels'] {
  if (value === undefined) return undefined
  const isLabel = (label: unknown): label is string =>
    typeof label === 'string' && label.length > 0 && label.length <= LONGEST_LABEL
  if (!Array.isArray(value) || value.length > MOST_LABELS || !value.every(isLabel)) {
    complain(
      'labels',
      'labels_invalid',
      `must be at most ${MOST_LABELS} texts of 1–${LONGEST_LABEL} characters`,
    )
    return undefined
  }
  return [...new Set(value.map((label) => label.normalize('NFC')))]
}

function parseAttributes(value: unknown, complain: Complain): Product['attributes'] {
  if (value === undefined) return undefined
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const usable = entries.every(
    ([, entry]) =>
      typeof entry === 'boolean' ||
      (typeof entry === 'number' && Number.isFinite(entry)) ||
      (typeof entry === 'string' && entry.length <= LONGEST_TEXT),
  )
  if (entries.length > MOST_ATTRIBUTES || !usable || Array.isArray(value) || typeof value !== 'object') {
    complain(
      'attributes',
      'attributes_invalid',
      `must be at most ${MOST_ATTRIBUTES} texts, numbers or truth values`,
    )
    return undefined
  }
  return Object.fromEntries(entries)
}

/** Ids of products that complete this one; one named twice counts once. */
function parsePartners(value: unknown, complain: Complain): Product['goesWith'] {
  if (value === undefined) return undefined
  const ids = Array.isArray(value) ? value.map((id) => parseCallerId(id)) : []
  if (!Array.isArray(value) || ids.length > MOST_PARTNERS || ids.includes(undefined)) {
    complain('goes_with', 'goes_with_invalid', `must be at most ${MOST_PARTNERS} ids of products, best first`)
    return undefined
  }
  return [...new Set(ids)] as ItemId[]
}

function parseLasting(value: unknown, complain: Complain): number | undefined {
  if (value === undefined) return undefined
  const days = value as number
  if (Number.isSafeInteger(value) && days >= 1 && days <= LONGEST_LASTING) return days
  complain('lasts_days', 'lasts_days_invalid', `must be whole days, 1–${LONGEST_LASTING}`)
  return undefined
}

/** Counts under the threshold are left out: they could point at a person. */
function parseCounts(value: unknown, complain: Complain): ProductCounts | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'object' || value === null) {
    complain('counts', 'counts_invalid', 'must be an object')
    return undefined
  }
  const {
    sold_30_days: sold,
    sold_7_days: soldLately,
    viewed_30_days: viewed,
    viewed_7_days: viewedLately,
    bought_with: boughtWith,
  } = value as Record<string, unknown>
  const count = (field: string, entry: unknown): number | undefined => {
    if (entry === undefined) return undefined
    if (typeof entry === 'number' && Number.isSafeInteger(entry) && entry >= 0) {
      return entry >= LEAST_SHARED_COUNT ? entry : undefined
    }
    complain(`counts/${field}`, 'count_invalid', 'must be a whole number of 0 or more')
    return undefined
  }
  const partners = boughtWith ?? []
  if (!Array.isArray(partners)) complain('counts/bought_with', 'counts_invalid', 'must be an array')
  const pairs: { itemId: ItemId; count: number }[] = []
  for (const [index, pair] of (Array.isArray(partners) ? partners : []).entries()) {
    const partner = parseCallerId((pair as Record<string, unknown> | null)?.item_id)
    if (partner === undefined) complain(`counts/bought_with/${index}/item_id`, 'invalid_id', 'must be an id')
    const together = count(
      `bought_with/${index}/count`,
      (pair as Record<string, unknown> | null)?.count ?? null,
    )
    if (partner !== undefined && together !== undefined)
      pairs.push({ count: together, itemId: partner as ItemId })
  }
  const sold30Days = count('sold_30_days', sold)
  const viewed30Days = count('viewed_30_days', viewed)
  const sold7Days = count('sold_7_days', soldLately)
  const viewed7Days = count('viewed_7_days', viewedLately)
  return {
    ...(sold30Days === undefined ? {} : { sold30Days }),
    ...(viewed30Days === undefined ? {} : { viewed30Days }),
    ...(sold7Days === undefined ? {} : { sold7Days }),
    ...(viewed7Days === undefined ? {} : { viewed7Days }),
    ...(pairs.length === 0 ? {} : { boughtWith: pairs }),
  }
}
