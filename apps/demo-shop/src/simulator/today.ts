/**
 * Shelves shown today to the people who agreed to be counted: so that the console has something to say.
 *
 * The engine is asked for a real answer, the person looks, sometimes clicks what she truly likes best of
 * it, and sometimes buys it. Nothing is made up but the person.
 */
import type { SimulatedEvent } from './api-events.ts'
import type { Good } from './goods.ts'
import { seededDraws } from './seeded-random.ts'
import type { Shopper } from './shopper.ts'
import { trueUtility } from './utility.ts'
import type { Life, World } from './world.ts'

/** An answer of the engine for one shelf. */
export interface ShownShelf {
  readonly recId: string
  readonly itemIds: readonly string[]
}

/** What is told of a shelf: who saw it, and what she did with it. */
export interface ShelfEvent extends Omit<SimulatedEvent, 'event'> {
  readonly event: 'rec_impression' | 'select_item' | 'view_item' | 'purchase'
  readonly rec_id?: string
  readonly slot?: string
  readonly position?: number
}

const CLICK_SHARE = 0.45
const BUY_SHARE = 0.3
const MS_PER_MINUTE = 60_000
/** The shelf on the home page. */
const SLOT = 'home'

/** Did she agree, by name, that shelves are counted? Every third one who keeps a history. */
export function agreesToMeasure({ attitude, index }: Shopper): boolean {
  return attitude.level === 3 && index % 3 === 0
}

/**
 * What a person does with a shelf she is shown, within the last half hour.
 *
 * @param nowMs the present, ms since the epoch
 */
export function shelfEventsOf(
  { shopper }: Life,
  { goods, seed }: World,
  { itemIds, recId }: ShownShelf,
  nowMs: number,
): readonly ShelfEvent[] {
  const draws = seededDraws(seed, `today ${shopper.anonymousId}`)
  const startMs = nowMs - draws.between(8, 28) * MS_PER_MINUTE
  const shown = itemIds.flatMap((id) => goods.find((good) => good.id === id) ?? [])
  const event = (minute: number, name: ShelfEvent['event'], items: readonly Good[]): ShelfEvent => ({
    anonymous_id: shopper.anonymousId,
    event: name,
    event_id: `${recId}-${shopper.anonymousId}-${name}`,
    items: items.map(({ id, price }) => ({
      item_id: id,
      price: { amount: price.toFixed(2), currency: 'PLN' },
      quantity: 1,
    })),
    session_id: visitOf(shopper),
    time: new Date(startMs + minute * MS_PER_MINUTE).toISOString(),
  })
  const events: ShelfEvent[] = [{ ...event(0, 'rec_impression', shown), rec_id: recId, slot: SLOT }]
  const best = shown.toSorted((a, b) => trueUtility(shopper, b) - trueUtility(shopper, a))[0]
  if (best === undefined || !draws.chance(CLICK_SHARE)) return events
  const position = itemIds.indexOf(best.id) + 1
  events.push({ ...event(1, 'select_item', [best]), position, rec_id: recId, slot: SLOT })
  events.push(event(2, 'view_item', [best]))
  if (draws.chance(BUY_SHARE))
    events.push({ ...event(6, 'purchase', [best]), transaction_id: `today-${shopper.index}` })
  return events
}

/** The name of her visit of today. */
export function visitOf({ index }: Shopper): string {
  return `today-${index}`
}
