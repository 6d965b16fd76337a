/**
 * What she was shown in this visit and did not choose: seen three times, it rests for the remainder.
 *
 * Seen means an impression the shop reports (`rec_impression`, or `view_item_list` with a `rec_id`), not
 * an answer of ours: an answer may be asked for twice, ahead of time, or for a shelf below the fold. An
 * impression counts once per answer, so a retry, a second look at the same shelf or the way back count
 * nothing. Choosing the item (view, select, cart, wish list, purchase, a like) takes back what was seen
 * before. Both go by the time of the event: the order of arrival changes nothing.
 */
import type { ItemId, ShopEvent } from '@umiar/vocabulary'

/** Seen so often without being chosen, an item rests. */
export const SHOWN_ENOUGH = 3
const MOST_ITEMS = 1_000

export interface ShownItems {
  /** By item: the answers it was last seen in, each with its time in ms since the epoch. */
  readonly seen: Map<ItemId, Map<string, number>>
  /** By item: when it was last chosen. */
  readonly chosen: Map<ItemId, number>
  /** Items that rest. */
  readonly rested: Set<ItemId>
}

/** Nothing shown yet. */
export function noneShown(): ShownItems {
  return { chosen: new Map(), rested: new Set(), seen: new Map() }
}

/** Is the event a report that items were seen on a shelf of ours? */
export function isImpression(event: ShopEvent): boolean {
  return event.name === 'rec_impression' || (event.name === 'view_item_list' && event.recId !== undefined)
}

/** Takes note of an impression. Changes `shown` in place. */
export function noteSeen(shown: ShownItems, event: ShopEvent): void {
  const answer = event.recId ?? event.eventId
  for (const { itemId } of event.items) {
    if (event.atMs <= (shown.chosen.get(itemId) ?? Number.NEGATIVE_INFINITY)) continue
    const answers = shown.seen.get(itemId) ?? new Map<string, number>()
    answers.set(answer, Math.max(event.atMs, answers.get(answer) ?? 0))
    shown.seen.delete(itemId)
    shown.seen.set(itemId, answers)
    if (answers.size > SHOWN_ENOUGH) answers.delete(oldestOf(answers))
    if (shown.seen.size > MOST_ITEMS) forgetShown(shown, shown.seen.keys().next().value as ItemId)
    judge(shown, itemId)
  }
}

/** Takes note that she turned to the item. Changes `shown` in place. */
export function noteChosen(shown: ShownItems, itemId: ItemId, atMs: number): void {
  if (atMs <= (shown.chosen.get(itemId) ?? Number.NEGATIVE_INFINITY)) return
  shown.chosen.delete(itemId)
  shown.chosen.set(itemId, atMs)
  if (shown.chosen.size > MOST_ITEMS) shown.chosen.delete(shown.chosen.keys().next().value as ItemId)
  const answers = shown.seen.get(itemId)
  for (const [answer, seenAtMs] of answers ?? []) if (seenAtMs <= atMs) answers?.delete(answer)
  judge(shown, itemId)
}

/** Forgets the item. Changes `shown` in place. */
export function forgetShown(shown: ShownItems, itemId: ItemId): void {
  for (const collection of [shown.seen, shown.chosen, shown.rested]) collection.delete(itemId)
}

/** Forgets everything. */
export function clearShown(shown: ShownItems): void {
  for (const collection of [shown.seen, shown.chosen, shown.rested]) collection.clear()
}

function judge(shown: ShownItems, itemId: ItemId): void {
  const answers = shown.seen.get(itemId)
  if ((answers?.size ?? 0) >= SHOWN_ENOUGH) shown.rested.add(itemId)
  else shown.rested.delete(itemId)
  if (answers?.size === 0) shown.seen.delete(itemId)
}

/** Of equally old answers the one whose name comes first, so that the order of arrival changes nothing. */
function oldestOf(answers: ReadonlyMap<string, number>): string {
  return [...answers].reduce((oldest, one) =>
    one[1] < oldest[1] || (one[1] === oldest[1] && one[0] < oldest[0]) ? one : oldest,
  )[0]
}
