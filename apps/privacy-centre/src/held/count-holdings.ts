/**
 * What is held, counted in the kinds a person thinks in, each with the days it goes by itself.
 *
 * Counted from the same data the export carries, not from storage rows, so that both say the same and
 * everything in the export is in one of the lines.
 */
import type { Holdings, Policy } from '../engine.ts'

export type HeldKind =
  | 'viewed'
  | 'searches'
  | 'carted'
  | 'purchases'
  | 'others'
  | 'visit'
  | 'taste'
  | 'measured'
  | 'evidence'
  | 'consent'

/** When something goes by itself. */
export interface Expiry {
  /** RFC 3339. */
  readonly at: string
  /** Part of its time that is left, 0–1. */
  readonly left: number
}

/** One product of a line. */
export interface HeldItem {
  readonly itemId: string
  /** Of its newest entry; absent for this visit. */
  readonly expiry?: Expiry
}

export interface HeldLine {
  readonly kind: HeldKind
  /** What the sentence counts: different products, purchases, searches, entries. */
  readonly count: number
  /** One for each entry that has a date, soonest first. */
  readonly expiries: readonly Expiry[]
  readonly items: readonly HeldItem[]
}

type Entry = Readonly<Record<string, unknown>>

const MS_PER_DAY = 86_400_000
const KIND_OF_EVENT: Readonly<Record<string, HeldKind>> = {
  add_to_cart: 'carted',
  add_to_wishlist: 'carted',
  purchase: 'purchases',
  search: 'searches',
  select_item: 'viewed',
  view_item: 'viewed',
  view_search_results: 'searches',
}

/** The lines that have something in them, in the order they are told. */
export function holdingsInLines(holdings: Holdings, policy: Policy, nowMs: number): readonly HeldLine[] {
  const { data, me } = holdings
  const daysOf = (table: string): number => policy.retention.find((row) => row.table === table)?.days ?? 1
  const expiry = (at: unknown, days: number): Expiry | undefined => expiryOf(at, days, nowMs)
  const ofEvents = (kind: HeldKind): HeldLine => eventLine(kind, data.events, daysOf, nowMs)
  const visitItems = itemIdsOf(data.visit.map((step) => ({ items: [step] })))
  const hints = data.taste.likes.length + data.taste.never.length + data.taste.have.length
  const tasteUntil = expiry(me.held.find((row) => row.table === 'taste')?.kept_until, daysOf('taste'))
  const since = (times: readonly string[], table: string): readonly Expiry[] =>
    sorted(times.map((time) => expiry(laterBy(time, daysOf(table)), daysOf(table))))
  const lines: readonly HeldLine[] = [
    ofEvents('viewed'),
    ofEvents('searches'),
    ofEvents('carted'),
    ofEvents('purchases'),
    ofEvents('others'),
    {
      count: data.visit.length,
      expiries: [],
      items: visitItems.map((itemId) => ({ itemId })),
      kind: 'visit',
    },
    { count: hints, expiries: sorted(Array(hints).fill(tasteUntil)), items: [], kind: 'taste' },
    {
      count: data.measured.length,
      expiries: sorted(data.measured.map((entry) => expiry(entry.kept_until, daysOf('measure')))),
      items: [],
      kind: 'measured',
    },
    {
      count: data.decisions.length,
      expiries: since(
        data.decisions.map(({ at }) => at),
        'evidence',
      ),
      items: [],
      kind: 'evidence',
    },
    {
      count: data.consent_history.length,
      expiries: since(
        data.consent_history.map(({ at }) => at),
        'consent',
      ),
      items: [],
      kind: 'consent',
    },
  ]
  return lines.filter((line) => line.count > 0)
}

/** Distinct item ids of some events, in order of appearance. */
export function itemIdsOf(events: readonly Entry[]): readonly string[] {
  const ids = new Set<string>()
  for (const { items } of events) {
    if (!Array.isArray(items)) continue
    for (const item of items as readonly Entry[]) if (typeof item.item_id === 'string') ids.add(item.item_id)
  }
  return [...ids]
}

function eventLine(
  kind: HeldKind,
  all: readonly Entry[],
  daysOf: (table: string) => number,
  nowMs: number,
): HeldLine {
  const events = all.filter((event) => (KIND_OF_EVENT[String(event.event)] ?? 'others') === kind)
  const days = daysOf(kind === 'carted' || kind === 'purchases' ? 'buying' : 'browsing')
  const newest = new Map<string, Expiry | undefined>()
  for (const event of events) {
    for (const itemId of itemIdsOf([event])) {
      newest.delete(itemId)
      newest.set(itemId, expiryOf(event.kept_until, days, nowMs))
    }
  }
  const items = [...newest]
    .reverse()
    .map(([itemId, expiry]) => (expiry === undefined ? { itemId } : { expiry, itemId }))
  const countsProducts = kind === 'viewed' || kind === 'carted'
  return {
    count: countsProducts ? items.length : events.length,
    expiries: sorted(
      countsProducts ? [...newest.values()] : events.map((event) => expiryOf(event.kept_until, days, nowMs)),
    ),
    items,
    kind,
  }
}

function expiryOf(at: unknown, days: number, nowMs: number): Expiry | undefined {
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined
  const left = (Date.parse(at) - nowMs) / (days * MS_PER_DAY)
  return { at, left: Math.min(1, Math.max(0, left)) }
}

function laterBy(time: string, days: number): string {
  return new Date((Math.floor(Date.parse(time) / MS_PER_DAY) + days + 1) * MS_PER_DAY).toISOString()
}

function sorted(expiries: readonly (Expiry | undefined)[]): readonly Expiry[] {
  return expiries
    .filter((expiry) => expiry !== undefined)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
