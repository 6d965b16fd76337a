/**
 * The next basket of a known person: what she buys again, and when, and what goes with it.
 *
 * Personal item frequency with recency (the idea of TIFU-kNN: H. Hu et al., SIGIR 2020) and the interval at
 * which she repeats; the learned model adds what other baskets hold beside her items. There is no table of
 * persons: her history comes with the question and is gone with the answer, and what others contribute is
 * counted in their baskets when asked. So forgetting somebody is exact here as soon as it is in the model.
 */
import type { ItemId } from '@umiar/vocabulary'
import type { BasketConfig } from './basket-config.ts'
import type { Accept, ScoredItem } from './model.ts'

/** One order of the person. */
export interface PastBasket {
  /** When it was placed, whole days since the epoch. */
  readonly day: number
  readonly items: readonly ItemId[]
}

/** What the learned model says of items, by their numbers. */
export interface LearnedBaskets {
  /** @returns the number of the item, or -1 where no basket holds it */
  find(itemId: ItemId): number
  name(item: number): ItemId
  /** Share of sessions that hold the item, in [0, 1]. */
  share(item: number): number
  /** Purchases of late against those of ever; 1 = as ever. */
  trend(item: number): number
  /** Calls back for each item bought beside this one in enough baskets, with the chance to be. */
  partners(item: number, each: (other: number, chance: number) => void): void
}

/** An item that may be in the basket: bought before, or beside something that was. */
interface Candidate {
  readonly itemId: ItemId
  /** Number in the model, or -1. */
  readonly number: number
  /** Baskets that held it, the first and last of them; 0 for an item never bought. */
  times: number
  first: number
  last: number
  firstDay: number
  lastDay: number
  /** Own purchases, faded with age. */
  weight: number
  /** Mean chance to be beside the own items. */
  chance: number
  /** The own item that says most for it, and how much. */
  cause: ItemId
  causeChance: number
  score: number
}

/**
 * @param orders what she bought, oldest first; empty ones are passed over
 * @param today  when the question is asked, whole days since the epoch: what is due depends on it
 * @param accept asked only of items about to take a place
 * @returns best first; scores > 0; the cause of a repeat is the item itself, of another the own item it goes with
 *
 * Cost: O(orders + askedItems × newestSessions × length of a session).
 */
export function nextBasket(
  orders: readonly PastBasket[],
  today: number,
  limit: number,
  learned: LearnedBaskets,
  config: BasketConfig,
  accept?: Accept,
): ScoredItem[] {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`limit is ${limit}, expected an integer ≥ 1`)
  const baskets = orders.filter(({ items }) => items.length > 0)
  const own = ownItems(baskets, learned, config)
  const others = addPartners(own, learned, config)
  const all = [...own, ...others]
  for (const candidate of all) candidate.score = scoreOf(candidate, baskets.length, today, learned, config)
  return best(all, limit, accept)
}

/** The person's items with the faded sum of their purchases. */
function ownItems(
  baskets: readonly PastBasket[],
  learned: LearnedBaskets,
  { ageExponent, freshDecay, freshWeight, lastingWeight }: BasketConfig,
): Candidate[] {
  const own = new Map<ItemId, Candidate>()
  baskets.forEach(({ day, items }, place) => {
    const age = baskets.length - 1 - place
    const weight = (1 + age) ** -ageExponent + lastingWeight / (1 + age / 3) + freshWeight * freshDecay ** age
    for (const itemId of new Set(items)) {
      let item = own.get(itemId)
      if (item === undefined) {
        item = { ...candidate(itemId, learned.find(itemId)), first: place, firstDay: day }
        own.set(itemId, item)
      }
      item.times++
      item.last = place
      item.lastDay = day
      item.weight += weight
    }
  })
  return [...own.values()]
}

/** Adds to own items the chance to be beside the others. @returns items never bought that have one */
function addPartners(own: readonly Candidate[], learned: LearnedBaskets, config: BasketConfig): Candidate[] {
  const byNumber = new Map<number, Candidate>()
  for (const item of own) if (item.number >= 0) byNumber.set(item.number, item)
  const asked = [...byNumber.values()].sort(byWeight).slice(0, config.askedItems)
  const sum = asked.reduce((total, { weight }) => total + weight, 0)
  const found: Candidate[] = []
  for (const item of asked) {
    learned.partners(item.number, (number, chance) => {
      let other = byNumber.get(number)
      if (other === undefined) {
        other = candidate(learned.name(number), number)
        byNumber.set(number, other)
        found.push(other)
      }
      const share = (chance * item.weight) / sum
      other.chance += share
      if (other.times > 0 || share <= other.causeChance) return
      other.cause = item.itemId
      other.causeChance = share
    })
  }
  return found
}

/** Faded purchases, as it were, times how due, how frequent and how sought after the item is. */
function scoreOf(
  item: Candidate,
  baskets: number,
  today: number,
  learned: LearnedBaskets,
  config: BasketConfig,
): number {
  const share = item.number < 0 ? 0 : learned.share(item.number)
  const purchases = item.weight + config.popularWeight * share + config.partnerWeight * item.chance
  // What everybody buys says less the more of her own baskets there are.
  const popular = (config.popularExponent * config.popularBaskets) / (config.popularBaskets + baskets)
  const trend = item.number < 0 ? 1 : learned.trend(item.number)
  const wanted = (share + config.popularFloor) ** popular * trend ** config.trendExponent
  return purchases * wanted * dueFactor(item, baskets, today, config)
}

function dueFactor(item: Candidate, baskets: number, today: number, config: BasketConfig): number {
  if (item.times === 0) return config.never
  const since = baskets - item.last
  const fading = since ** config.sinceExponent
  if (item.times === 1) return fading * config.once
  const inBaskets = since / ((item.last - item.first) / (item.times - 1))
  const days = Math.max(SHORTEST_DAYS, today - item.lastDay)
  const interval = Math.max(SHORTEST_DAYS, (item.lastDay - item.firstDay) / (item.times - 1))
  const inDays = Math.min(MOST_INTERVALS, Math.max(1 / MOST_INTERVALS, days / interval))
  return (
    fading *
    inBaskets ** (inBaskets < 1 ? config.earlyBaskets : config.lateBaskets) *
    inDays ** (inDays < 1 ? config.earlyDays : config.lateDays)
  )
}

/** Days are whole: the same day is taken as half of one. */
const SHORTEST_DAYS = 0.5
/** Being overdue more than this many intervals changes nothing any more. */
const MOST_INTERVALS = 20

function best(candidates: readonly Candidate[], limit: number, accept: Accept | undefined): ScoredItem[] {
  const top: Candidate[] = []
  for (const item of candidates) {
    const full = top.length === limit
    if (full && !isBetter(item, top[limit - 1]!)) continue
    if (accept !== undefined && !accept(item.itemId)) continue
    if (full) top.pop()
    let at = top.length
    while (at > 0 && isBetter(item, top[at - 1]!)) at--
    top.splice(at, 0, item)
  }
  return top.map(({ cause, itemId, score }) => ({ cause, itemId, score }))
}

function candidate(itemId: ItemId, number: number): Candidate {
  return {
    cause: itemId,
    causeChance: 0,
    chance: 0,
    first: 0,
    firstDay: 0,
    itemId,
    last: 0,
    lastDay: 0,
    number,
    score: 0,
    times: 0,
    weight: 0,
  }
}

function byWeight(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || (a.itemId < b.itemId ? -1 : 1)
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.itemId < b.itemId)
}
