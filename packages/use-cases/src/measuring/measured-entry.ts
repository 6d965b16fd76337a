/**
 * What is measured of a shelf: that it was shown, clicked, and that what was clicked was bought.
 *
 * Attribution: an item counts as bought from a shelf if she bought it within 30 days after her last click on
 * it there. Each order line counts once, whatever its quantity. Only people who granted `measure` by name are
 * counted, and a purchase only if the click was counted too. It says what followed a click, not what the
 * shelf caused: without a comparison group nobody knows what would have been bought anyway.
 */
import { type ItemId, type Mode, MS_PER_DAY, type ShopEvent, tableEntry } from '@umiar/vocabulary'
import { isImpression } from '../subjects/shown-in-visit.ts'
import { insertByTime } from '../subjects/visit.ts'

/** A shelf and how it was filled; `unknown` where the answer behind a click is not known any more. */
export interface Shelf {
  readonly slot: string
  readonly mode: Mode | 'unknown'
}

export type MeasuredKind = 'shown' | 'clicked' | 'bought'

/** One thing counted. `bought` names the shelf of the click it followed. */
export interface MeasuredEntry extends Shelf {
  readonly kind: MeasuredKind
  readonly atMs: number
  /** Absent where the shelf as a whole was shown. */
  readonly itemId?: ItemId
}

/** Plaintext of a row of `measure`. */
export interface MeasuredRow {
  /** The consent act the entries were taken under. */
  readonly consentSeq: number
  readonly entries: readonly MeasuredEntry[]
}

/** A purchase follows a click for as long as the click is kept. */
const ATTRIBUTION_DAYS = tableEntry('measure').retentionDays

/** UTF-8 JSON of a row. */
export function encodeMeasured(row: MeasuredRow): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(row))
}

/** Reads a row of `measure`. */
export function decodeMeasured(bytes: Uint8Array): MeasuredRow {
  return JSON.parse(new TextDecoder().decode(bytes)) as MeasuredRow
}

/** Clicks by product in order of time: a purchase looks for the last one before it. */
export class Clicks {
  readonly #byItem = new Map<ItemId, MeasuredEntry[]>()

  /** @param entries of any kind, in any order */
  constructor(entries: readonly MeasuredEntry[] = []) {
    for (const entry of [...entries].sort((a, b) => a.atMs - b.atMs)) this.add(entry)
  }

  /** Takes note of an entry, if it is a click. Cheap where it is not older than those known. */
  add(entry: MeasuredEntry): void {
    if (entry.kind !== 'clicked' || entry.itemId === undefined) return
    const list = this.#byItem.get(entry.itemId)
    if (list === undefined) this.#byItem.set(entry.itemId, [entry])
    else insertByTime(list, entry)
  }

  /** The last click on the item up to a moment, unless it is too long ago. Of equal times the later noted. */
  before(itemId: ItemId, atMs: number): MeasuredEntry | undefined {
    const list = this.#byItem.get(itemId) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((list[middle] as MeasuredEntry).atMs <= atMs) low = middle + 1
      else high = middle
    }
    const click = list[low - 1]
    return click === undefined || atMs - click.atMs > ATTRIBUTION_DAYS * MS_PER_DAY ? undefined : click
  }
}

/** Does the event say something a shelf is measured by? */
export function isMeasurable(event: ShopEvent): boolean {
  const { items, name } = event
  return isImpression(event) || ((name === 'select_item' || name === 'purchase') && items.length > 0)
}

/**
 * What of an event is counted.
 *
 * @param shelf  the shelf the event names, if it names one
 * @param clicks known so far: purchases look for theirs in them
 */
export function entriesOf(
  event: ShopEvent,
  shelf: Shelf | undefined,
  clicks: Clicks,
): readonly MeasuredEntry[] {
  const { atMs, items, name } = event
  if (name === 'purchase') {
    return items.flatMap(({ itemId }) => {
      const click = clicks.before(itemId, atMs)
      return click === undefined ? [] : [{ atMs, itemId, kind: 'bought', mode: click.mode, slot: click.slot }]
    })
  }
  if (shelf === undefined) return []
  if (isImpression(event)) return [{ atMs, kind: 'shown', ...shelf }]
  if (name === 'select_item') return items.map(({ itemId }) => ({ atMs, itemId, kind: 'clicked', ...shelf }))
  return []
}
