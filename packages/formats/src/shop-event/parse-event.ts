/**
 * Parse and minimise: one event as the public API takes it, to the allow-listed fields we keep.
 *
 * What is not on the list is dropped and named; what would identify a person beyond her pseudonym
 * makes the event invalid, so that an integrator notices on the first day (GDPR Art. 5(1)(c), 25).
 */
import {
  EVENT_NAMES,
  type EventItem,
  type EventName,
  type Fault,
  type ItemId,
  MS_PER_MINUTE,
  parseCallerId,
  type RecId,
  type ShopEvent,
} from '@umiar/vocabulary'
import { parseMoney } from '../product/parse-money.ts'
import { parseTimestamp } from './parse-timestamp.ts'
import { findPersonalField, looksLikeContact } from './personal-fields.ts'

/** Names the event gives for its visitor; kept apart from the event itself. */
export interface EventVisitor {
  readonly anonymousId: string | undefined
  readonly userId: string | undefined
}

export interface Warning {
  readonly code: string
  readonly field: string
}

export type ParsedEvent =
  | {
      readonly ok: true
      readonly event: ShopEvent
      readonly visitor: EventVisitor
      readonly warnings: readonly Warning[]
    }
  | { readonly ok: false; readonly eventId: string | null; readonly errors: readonly Fault[] }

const KNOWN_FIELDS = new Set([
  'event_id',
  'event',
  'time',
  'anonymous_id',
  'user_id',
  'session_id',
  'items',
  'page',
  'search_term',
  'transaction_id',
  'rec_id',
  'slot',
  'position',
  'currency',
])
const KNOWN_ITEM_FIELDS = new Set(['item_id', 'quantity', 'price'])
const KNOWN_PAGE_FIELDS = new Set(['type', 'url', 'url_path', 'path', 'category'])
const MOST_ITEMS = 200
const LONGEST_TEXT = 256
const FUTURE_TOLERANCE_MINUTES = 10

/**
 * @param nowMs        ms since the epoch; times more than 10 minutes ahead are refused
 * @param shopCurrency ISO 4217 code of the shop; prices in another currency are refused
 */
export function parseEvent(input: unknown, nowMs: number, shopCurrency: string): ParsedEvent {
  if (!isRecord(input))
    return { errors: [fault('', 'not_an_object', 'an event is an object')], eventId: null, ok: false }
  const eventId = parseCallerId(input.event_id) ?? null
  const errors: Fault[] = []
  const warnings: Warning[] = []
  const personal = findPersonalField(input)
  if (personal !== undefined) {
    return {
      errors: [fault(personal, 'personal_field', 'identity fields are not accepted')],
      eventId,
      ok: false,
    }
  }
  for (const field of Object.keys(input)) {
    if (!KNOWN_FIELDS.has(field)) warnings.push({ code: 'unknown_field', field })
  }
  const id = (field: string, needed: boolean): string | undefined => {
    const value = input[field]
    if (value === undefined && !needed) return undefined
    const parsed = parseCallerId(value)
    if (parsed === undefined)
      errors.push(fault(`/${field}`, 'invalid_id', 'must be 1–128 characters, no control characters'))
    return parsed
  }
  id('event_id', true)
  const sessionId = id('session_id', true)
  const visitor = { anonymousId: id('anonymous_id', false), userId: id('user_id', false) }
  if (input.anonymous_id === undefined && input.user_id === undefined) {
    errors.push(fault('/anonymous_id', 'visitor_missing', 'name an anonymous_id or a user_id'))
  }
  const name = EVENT_NAMES.find((known) => known === input.event)
  if (name === undefined)
    errors.push(fault('/event', 'event_unknown', `must be one of ${EVENT_NAMES.join(', ')}`))
  const atMs = parseTimestamp(input.time)
  if (atMs === undefined) errors.push(fault('/time', 'time_invalid', 'must be RFC 3339 with an offset'))
  else if (atMs > nowMs + FUTURE_TOLERANCE_MINUTES * MS_PER_MINUTE) {
    errors.push(fault('/time', 'event_in_future', 'is more than 10 minutes ahead'))
  }
  const currency = parseCurrency(input.currency, shopCurrency, errors)
  const items = parseItems(input.items, currency, shopCurrency, errors, warnings)
  const page = parsePage(input.page, errors, warnings)
  const searchTerm = parseText(input.search_term, '/search_term', errors, warnings)
  const transactionId = id('transaction_id', false)
  const recId = id('rec_id', false)
  const slot = id('slot', false)
  const position = parsePosition(input.position, errors)
  if (errors.length > 0) return { errors, eventId, ok: false }
  const event: ShopEvent = {
    atMs: atMs as number,
    eventId: eventId as string,
    items,
    name: name as EventName,
    sessionId: sessionId as string,
    ...(page === undefined ? {} : { page }),
    ...(searchTerm === undefined ? {} : { searchTerm }),
    ...(transactionId === undefined ? {} : { transactionId }),
    ...(recId === undefined ? {} : { recId: recId as RecId }),
    ...(slot === undefined ? {} : { slot }),
    ...(position === undefined ? {} : { position }),
  }
  return { event, ok: true, visitor, warnings }
}

function parseCurrency(value: unknown, shopCurrency: string, errors: Fault[]): string {
  if (value === undefined) return shopCurrency
  if (value !== shopCurrency)
    errors.push(fault('/currency', 'currency_not_supported', `must be ${shopCurrency}`))
  return shopCurrency
}

function parseItems(
  value: unknown,
  currency: string,
  shopCurrency: string,
  errors: Fault[],
  warnings: Warning[],
): readonly EventItem[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > MOST_ITEMS) {
    errors.push(fault('/items', 'items_invalid', `must be an array of at most ${MOST_ITEMS} items`))
    return []
  }
  const items: EventItem[] = []
  value.forEach((entry: unknown, index) => {
    const pointer = `/items/${index}`
    if (!isRecord(entry)) {
      errors.push(fault(pointer, 'not_an_object', 'an item is an object'))
      return
    }
    warnAbout(entry, KNOWN_ITEM_FIELDS, `items[${index}].`, warnings)
    const itemId = parseCallerId(entry.item_id)
    if (itemId === undefined) {
      errors.push(
        fault(`${pointer}/item_id`, 'invalid_id', 'must be 1–128 characters, no control characters'),
      )
      return
    }
    const quantity = entry.quantity
    if (
      quantity !== undefined &&
      !(typeof quantity === 'number' && Number.isFinite(quantity) && quantity >= 0)
    ) {
      errors.push(fault(`${pointer}/quantity`, 'quantity_invalid', 'must be a number of 0 or more'))
      return
    }
    const price = entry.price === undefined ? undefined : parseMoney(entry.price, currency)
    if (entry.price !== undefined && (price === undefined || price.currency !== shopCurrency)) {
      errors.push(
        fault(`${pointer}/price`, 'price_invalid', `must be an amount of 0 or more in ${shopCurrency}`),
      )
      return
    }
    items.push({
      itemId: itemId as ItemId,
      ...(quantity === undefined ? {} : { quantity: quantity as number }),
      ...(price === undefined ? {} : { price }),
    })
  })
  return items
}

function parsePage(value: unknown, errors: Fault[], warnings: Warning[]): ShopEvent['page'] {
  if (value === undefined || value === null) return undefined
  // A plain address is the natural short form.
  if (typeof value === 'string') return parsePage({ url: value }, errors, warnings)
  if (!isRecord(value)) {
    errors.push(fault('/page', 'not_an_object', 'page is an address or an object'))
    return undefined
  }
  warnAbout(value, KNOWN_PAGE_FIELDS, 'page.', warnings)
  const type = parseText(value.type, '/page/type', errors, warnings)
  const category = parseText(value.category, '/page/category', errors, warnings)
  const field = ['url_path', 'path', 'url'].find((name) => value[name] !== undefined)
  const address = field === undefined ? undefined : value[field]
  if (typeof address === 'string' && /[?#]/.test(address)) {
    warnings.push({ code: 'query_stripped', field: `page.${field}` })
  }
  const stripped =
    typeof address === 'string'
      ? address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
      : address
  const path = parseText(stripped, `/page/${field}`, errors, warnings)
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined || path === '' ? {} : { path }),
    ...(category === undefined ? {} : { category }),
  }
}

function parseText(
  value: unknown,
  pointer: string,
  errors: Fault[],
  warnings: Warning[],
): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') {
    errors.push(fault(pointer, 'text_invalid', 'must be text'))
    return undefined
  }
  // People paste their address or number into search fields; it is not kept.
  if (looksLikeContact(value)) {
    warnings.push({ code: 'personal_text_removed', field: pointer.slice(1).replaceAll('/', '.') })
    return undefined
  }
  return value.normalize('NFC').slice(0, LONGEST_TEXT)
}

function parsePosition(value: unknown, errors: Fault[]): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000) return value
  errors.push(fault('/position', 'position_invalid', 'must be a whole number from 1 to 1000'))
  return undefined
}

function warnAbout(
  entry: Record<string, unknown>,
  known: ReadonlySet<string>,
  prefix: string,
  warnings: Warning[],
): void {
  for (const field of Object.keys(entry)) {
    if (!known.has(field)) warnings.push({ code: 'unknown_field', field: `${prefix}${field}` })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(pointer: string, code: string, message: string): Fault {
  return { code, message, pointer }
}
