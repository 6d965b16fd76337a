/**
 * When she is likely to need a thing again: the interval of this person and this product.
 *
 * Bought on two days or more: her own median interval. Bought once: the time it lasts, as the catalogue says;
 * else her own median interval for other products of its category; else the median the catalogue gives for
 * that category. What lasts is never due. Days, not hours: order of arrival and time of day change nothing.
 */
import { dayOf, type ItemId } from '@umiar/vocabulary'
import type { Holdings } from '../../subjects/ownership.ts'
import type { ScoringCatalogue } from './scoring-catalogue.ts'

/** What her purchases say of one product. */
export interface Repurchase {
  readonly itemId: ItemId
  readonly lastDay: number
  /** Different days on which she bought it. */
  readonly times: number
  /** `undefined` where nothing says how long it lasts. */
  readonly intervalDays: number | undefined
  /** Does the interval rest on the catalogue and not on her? */
  readonly fromCatalogue: boolean
}

const SHORTEST_DAYS = 2
const LONGEST_DAYS = 730

/** Read once per state of her purchases, which are replaced whole when they change. */
const daysOf = new WeakMap<Holdings, ReadonlyMap<ItemId, readonly number[]>>()

/** Everything she bought, did not give back and can use up; the last bought first. */
export function repurchasesOf(holdings: Holdings, catalogue: ScoringCatalogue): readonly Repurchase[] {
  const days = purchaseDays(holdings)
  const ofCategory = new Map<string, number[]>()
  for (const [itemId, bought] of days) {
    const category = catalogue.facts(itemId)?.category
    const own = intervalOf(bought)
    if (category === undefined || own === undefined) continue
    const intervals = ofCategory.get(category)
    if (intervals === undefined) ofCategory.set(category, [own])
    else intervals.push(own)
  }
  const found: Repurchase[] = []
  for (const [itemId, bought] of days) {
    const facts = catalogue.facts(itemId)
    if (facts === undefined || facts.durable === true || catalogue.isSensitive(itemId)) continue
    const own = intervalOf(bought)
    // Where the shop does not say whether it lasts, only buying it again shows that it is used up.
    if (facts.durable === undefined && own === undefined && facts.lastsDays === undefined) continue
    const hers =
      own ?? (facts.lastsDays === undefined ? median(ofCategory.get(facts.category ?? '')) : undefined)
    const given = hers ?? facts.lastsDays ?? lastsInCategory(catalogue, facts.category)
    found.push({
      fromCatalogue: hers === undefined && given !== undefined,
      intervalDays: given === undefined ? undefined : Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, given)),
      itemId,
      lastDay: bought.at(-1) as number,
      times: bought.length,
    })
  }
  return found.sort((a, b) => b.lastDay - a.lastDay || (a.itemId < b.itemId ? -1 : 1))
}

/** By product: the different UTC days on which she bought it, ascending; without what went back. */
function purchaseDays(holdings: Holdings): ReadonlyMap<ItemId, readonly number[]> {
  const known = daysOf.get(holdings)
  if (known !== undefined) return known
  const returned = new Set(
    holdings.trades.flatMap(({ itemId, kind, transactionId }) =>
      kind === 'refund' && transactionId !== undefined ? [`${transactionId} ${itemId ?? ''}`] : [],
    ),
  )
  const found = new Map<ItemId, Set<number>>()
  for (const { atMs, itemId, kind, transactionId } of holdings.trades) {
    if (kind !== 'purchase' || itemId === undefined || !holdings.owned.has(itemId)) continue
    if (returned.has(`${transactionId} `) || returned.has(`${transactionId} ${itemId}`)) continue
    const days = found.get(itemId) ?? new Set<number>()
    found.set(itemId, days.add(dayOf(atMs)))
  }
  const days = new Map([...found].map(([itemId, own]) => [itemId, [...own].sort((a, b) => a - b)]))
  daysOf.set(holdings, days)
  return days
}

/** Her median interval; `undefined` for what she bought on one day only. */
function intervalOf(days: readonly number[]): number | undefined {
  return median(days.slice(1).map((day, index) => day - (days[index] as number)))
}

const lasting = new WeakMap<
  ScoringCatalogue,
  { revision: number; byCategory: Map<string, number | undefined> }
>()

/** The median of what the catalogue says for this category. */
function lastsInCategory(catalogue: ScoringCatalogue, category: string | undefined): number | undefined {
  if (category === undefined) return undefined
  let known = lasting.get(catalogue)
  if (known?.revision !== catalogue.revision) {
    known = { byCategory: new Map(), revision: catalogue.revision }
    lasting.set(catalogue, known)
  }
  if (known.byCategory.has(category)) return known.byCategory.get(category)
  const days = catalogue.inCategory(category).flatMap((id) => catalogue.facts(id)?.lastsDays ?? [])
  const middle = median(days)
  known.byCategory.set(category, middle)
  return middle
}

/** The lower one of two in the middle. */
function median(values: readonly number[] | undefined): number | undefined {
  if (values === undefined || values.length === 0) return undefined
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]
}
