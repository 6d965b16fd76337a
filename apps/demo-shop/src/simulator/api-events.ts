/**
 * Deeds as the shop tells them to the engine: dated, in the form of `POST /v1/events`, and only what may
 * be told.
 *
 * The shop sends events of people who keep a history (level 3) and of nobody else; it never tells of
 * private matters or of the shelf for adults; it does not send views the engine would not keep.
 */
import { MS_PER_DAY, tableEntry, tableOfEvent } from '@umiar/vocabulary'
import type { Deed } from './behaviour.ts'
import { DAYS, type Good } from './goods.ts'
import type { Shopper } from './shopper.ts'
import type { Life } from './world.ts'

/** An event as `POST /v1/events` takes it. */
export interface SimulatedEvent {
  readonly event_id: string
  readonly event: Deed['kind']
  readonly time: string
  readonly anonymous_id: string
  readonly session_id: string
  readonly items?: readonly {
    readonly item_id: string
    readonly quantity: number
    readonly price: { readonly amount: string; readonly currency: string }
  }[]
  readonly search_term?: string
  readonly transaction_id?: string
}

/** A safe distance from the engine's retention: what it drops today it need not get. */
const MARGIN_MS = MS_PER_DAY

/**
 * Her events, oldest first; none for whoever did not choose level 3.
 *
 * @param nowMs       the present, ms since the epoch; the world ended at the midnight (UTC) before it
 * @param anonymousId under which they are told; her own if absent
 */
export function apiEventsOf(
  { deeds, shopper }: Life,
  nowMs: number,
  anonymousId: string = shopper.anonymousId,
): readonly SimulatedEvent[] {
  if (shopper.attitude.level < 3) return []
  const endMs = nowMs - (nowMs % MS_PER_DAY)
  const events: SimulatedEvent[] = []
  for (const [at, deed] of deeds.entries()) {
    const atMs = timeOf(deed, endMs)
    const keptMs = tableEntry(tableOfEvent(deed.kind)).retentionDays * MS_PER_DAY - MARGIN_MS
    if (nowMs - atMs > keptMs) continue
    const goods = deed.goods.filter(mayBeTold)
    if (goods.length === 0 && deed.goods.length > 0) continue
    events.push(eventOf(shopper, deed, goods, at, atMs, anonymousId))
  }
  return events
}

/** When a deed took place, ms since the epoch. @param endMs the midnight that ended the world */
export function timeOf({ day, second }: Deed, endMs: number): number {
  return endMs - (DAYS - day) * MS_PER_DAY + second * 1000
}

/** May the engine hear of it at all? */
export function mayBeTold(good: Good): boolean {
  return !good.sensitive && !good.adultsOnly
}

function eventOf(
  shopper: Shopper,
  deed: Deed,
  goods: readonly Good[],
  at: number,
  atMs: number,
  anonymousId: string,
): SimulatedEvent {
  const { kind, order, term, visit } = deed
  const name = `polana-${shopper.hero ?? shopper.index}`
  return {
    anonymous_id: anonymousId,
    event: kind,
    event_id: `${name}-${at}`,
    ...(goods.length === 0
      ? {}
      : {
          items: goods.map(({ id, price }) => ({
            item_id: id,
            price: { amount: price.toFixed(2), currency: 'PLN' },
            quantity: 1,
          })),
        }),
    ...(term === undefined ? {} : { search_term: term }),
    session_id: `${name}-visit-${visit}`,
    time: new Date(atMs).toISOString(),
    ...(order === undefined ? {} : { transaction_id: `${name}-order-${order}` }),
  }
}
