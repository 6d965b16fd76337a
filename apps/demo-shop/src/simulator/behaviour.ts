/**
 * What one shopper does in 120 days: visits, views, carts, purchases, and what follows from them.
 *
 * A visit goes to a department by her interest, sees twelve products by popularity, and views those with
 * the greatest utility plus noise, the upper ones a little sooner. What she buys creates needs (what
 * completes it within 14 days), runs out (consumables), or locks itself out (durables are bought once).
 */
import { DAYS, type Good } from './goods.ts'
import { type Draws, seededDraws } from './seeded-random.ts'
import type { Shopper, Taste } from './shopper.ts'
import { suits, utilityOf } from './utility.ts'

export type EventKind = 'search' | 'view_item' | 'add_to_cart' | 'purchase' | 'refund'

/** Something she did. */
export interface Deed {
  readonly kind: EventKind
  /** Counts her visits. */
  readonly visit: number
  readonly day: number
  /** Seconds since that day began; may pass midnight. */
  readonly second: number
  readonly goods: readonly Good[]
  /** Counts her orders; on purchases and refunds. */
  readonly order?: number
  /** On searches. */
  readonly term?: string
  /** She bought it for somebody else. */
  readonly isGift?: true
}

/** A visit that will take place. */
export interface Plan {
  readonly day: number
  readonly why: 'browse' | 'need' | 'refill' | 'gift' | 'return' | 'script'
  readonly goods?: readonly Good[]
  /** Of a return: the order it was bought in. */
  readonly order?: number
  /** Of a script: only looked at. */
  readonly looksOnly?: true
  /** Of a script: bought for somebody else. */
  readonly isGift?: true
  /** Of a script: sent back within the week. */
  readonly isReturned?: true
}

interface Life {
  readonly shopper: Shopper
  readonly goods: readonly Good[]
  readonly draws: Draws
  /** Day on which she last bought a thing. */
  readonly lastBought: Map<number, number>
  /** What runs out by her story, not by the clock. */
  readonly scripted: ReadonlySet<number>
  readonly plans: Plan[]
  readonly deeds: Deed[]
  /** Above this she takes things home: 97 of 100 products are below. */
  readonly threshold: number
  visits: number
  orders: number
  freeFrom: number
}

/** One visit under way. */
interface Visit {
  readonly day: number
  readonly taste: Taste
  second: number
  readonly cart: Good[]
  readonly isGift: boolean
}

const SECONDS_PER_DAY = 86_400
const LIST_LENGTH = 12
const NEED_DAYS = 14
const THRESHOLD_SAMPLE = 400

/** @param script visits she makes for certain, besides those of her habits */
export function liveThrough(
  seed: number,
  shopper: Shopper,
  goods: readonly Good[],
  script: readonly Plan[] = [],
): readonly Deed[] {
  const draws = seededDraws(seed, `life ${shopper.index}`)
  const plans = Array.from({ length: shopper.habits.visits }, (): Plan => {
    const day = draws.between(0, shopper.habits.untilDay ?? DAYS - 1)
    return { day, why: draws.chance(shopper.habits.giftShare) ? 'gift' : 'browse' }
  })
  const life: Life = {
    deeds: [],
    draws,
    freeFrom: 0,
    goods,
    lastBought: new Map(),
    orders: 0,
    plans: [...plans, ...script],
    scripted: new Set(script.flatMap((plan) => (plan.goods ?? []).map(({ index }) => index))),
    shopper,
    threshold: thresholdOf(shopper, goods),
    visits: 0,
  }
  for (let plan = nextPlan(life); plan !== undefined; plan = nextPlan(life)) makeVisit(life, plan)
  return life.deeds
}

function nextPlan(life: Life): Plan | undefined {
  let first = 0
  for (let index = 1; index < life.plans.length; index++)
    if ((life.plans[index] as Plan).day < (life.plans[first] as Plan).day) first = index
  return life.plans.splice(first, 1)[0]
}

/** Of a large catalogue an even sample tells well enough. */
function thresholdOf(shopper: Shopper, goods: readonly Good[]): number {
  const every = Math.ceil(goods.length / THRESHOLD_SAMPLE)
  const utilities = goods
    .filter((good) => !good.sensitive && good.index % every === 0)
    .map((good) => utilityOf(shopper.taste, good))
    .sort((a, b) => a - b)
  return utilities[Math.floor(utilities.length * 0.97)] ?? 0
}

function makeVisit(life: Life, plan: Plan): void {
  const { draws, shopper } = life
  const hour = shopper.habits.hour + 1.5 * draws.normal()
  const wished = plan.day * SECONDS_PER_DAY + Math.max(0, Math.min(23.5, hour)) * 3600
  const start = Math.round(Math.max(wished, life.freeFrom))
  // Bought on another way meanwhile: no reason to come.
  const wanted = plan.why === 'need' || plan.why === 'refill' ? plan.goods?.[0] : undefined
  if (wanted !== undefined && hasStill(life, wanted, plan.day)) return
  // The world ends at midnight of its last day: what would be later does not happen.
  if (start > DAYS * SECONDS_PER_DAY - 2 * 3600) return
  const day = Math.floor(start / SECONDS_PER_DAY)
  const taste = shopper.sharedWith !== undefined && draws.chance(0.5) ? shopper.sharedWith : shopper.taste
  const visit: Visit = {
    cart: [],
    day,
    isGift: plan.why === 'gift' || plan.isGift === true,
    second: start - day * SECONDS_PER_DAY,
    taste,
  }
  life.visits++
  if (plan.why === 'return') giveBack(life, visit, plan)
  else if (plan.why === 'script') follow(life, visit, plan)
  else if (plan.why === 'gift') lookForGift(life, visit)
  else if (plan.why === 'browse') browse(life, visit)
  else seek(life, visit, plan.goods?.[0] as Good)
  life.freeFrom = day * SECONDS_PER_DAY + visit.second + 45 * 60
}

/** Goods by department and by kind, sorted out once for a catalogue. */
interface Shelves {
  department(name: string): readonly Good[]
  kind(name: string): readonly Good[]
}

const sortedOut = new WeakMap<readonly Good[], Shelves>()

function shelvesOf(goods: readonly Good[]): Shelves {
  const known = sortedOut.get(goods)
  if (known !== undefined) return known
  const departments = Map.groupBy(goods, ({ department }) => department)
  const kinds = Map.groupBy(goods, ({ kind }) => kind)
  const shelves: Shelves = {
    department: (name) => departments.get(name) ?? [],
    kind: (name) => kinds.get(name) ?? [],
  }
  sortedOut.set(goods, shelves)
  return shelves
}

function note(
  life: Life,
  visit: Visit,
  kind: EventKind,
  goods: readonly Good[],
  more: Partial<Deed> = {},
): void {
  life.deeds.push({
    day: visit.day,
    goods,
    kind,
    second: visit.second,
    visit: life.visits,
    ...(visit.isGift ? { isGift: true } : {}),
    ...more,
  })
  visit.second += life.draws.between(15, 150)
}

/** Looking round: one department, now and then a second one. */
function browse(life: Life, visit: Visit): void {
  const { draws, shopper } = life
  lookRound(life, visit, pickDepartment(draws, visit.taste), 1 + draws.poisson(2.7))
  if (draws.chance(0.15)) lookRound(life, visit, pickDepartment(draws, visit.taste), 1 + draws.poisson(1))
  if (draws.chance(shopper.habits.privateShare)) lookAtPrivateShelf(life, visit)
  checkOut(life, visit, 0.45)
}

function pickDepartment(draws: Draws, taste: Taste): string {
  const names = Object.keys(taste.departments)
  return names[draws.pickIndex(names.map((name) => taste.departments[name] ?? 0))] ?? 'tea'
}

function lookRound(life: Life, visit: Visit, department: string, views: number): void {
  const { draws } = life
  const open = shelvesOf(life.goods)
    .department(department)
    .filter((good) => isOpen(life, visit, good))
  const shelf = draws.chance(0.4) ? draws.pick(open).category : undefined
  const here = shelf === undefined ? open : open.filter((good) => good.category === shelf)
  if (draws.chance(0.07))
    note(life, visit, 'search', [], { term: (draws.pick(here).id.split('-')[0] ?? '').slice(0, 40) })
  const list = best(here, (good) => 1.3 * good.appeal + draws.gumbel() * 0.8).slice(0, LIST_LENGTH)
  const position = new Map(list.map((good, index) => [good, index]))
  const wish = (good: Good): number =>
    utilityOf(visit.taste, good, visit.day) +
    draws.gumbel() -
    0.09 * (position.get(good) ?? 0) -
    (hasStill(life, good, visit.day) ? 2 : 0)
  for (const good of best(list, wish).slice(0, views)) {
    note(life, visit, 'view_item', [good])
    const liking = utilityOf(visit.taste, good, visit.day) + 0.5 * draws.normal() - life.threshold
    if (draws.chance(0.3 / (1 + Math.exp(-1.4 * liking)))) putInCart(life, visit, good)
  }
}

/** May she see it on an open shelf that day? */
function isOpen(life: Life, visit: Visit, good: Good): boolean {
  return !good.sensitive && good.releaseDay <= visit.day && (!good.adultsOnly || life.shopper.habits.isAdult)
}

function putInCart(life: Life, visit: Visit, good: Good): void {
  if (!good.available || !suits(life.shopper, good) || visit.cart.includes(good)) return
  // A durable is bought once; a gift is for somebody who may not have it.
  if (good.durable && life.lastBought.has(good.index) && !visit.isGift) return
  visit.cart.push(good)
  note(life, visit, 'add_to_cart', [good])
}

function lookAtPrivateShelf(life: Life, visit: Visit): void {
  const shelf = life.goods.filter((good) => good.sensitive)
  for (const good of best(shelf, () => life.draws.fraction()).slice(0, life.draws.between(1, 3))) {
    note(life, visit, 'view_item', [good])
    if (life.draws.chance(0.25)) putInCart(life, visit, good)
  }
}

/** A gift: another department, somebody else's style, and a plan to buy. */
function lookForGift(life: Life, visit: Visit): void {
  const { draws } = life
  const departments = Object.keys(visit.taste.departments).filter(
    (name) => name !== 'daily' && (visit.taste.departments[name] ?? 0) < 0.1,
  )
  const department = draws.pick(departments)
  const open = shelvesOf(life.goods)
    .department(department)
    .filter((good) => isOpen(life, visit, good))
  const style = draws.pick(open).style
  const seen = best(open, (good) => (good.style === style ? 1.2 : 0) + good.appeal + draws.gumbel())
  for (const good of seen.slice(0, draws.between(2, 6))) {
    note(life, visit, 'view_item', [good])
    if (draws.chance(0.3)) putInCart(life, visit, good)
  }
  checkOut(life, visit, 0.8)
}

/** She knows what she came for: looks at it, perhaps at one beside it. */
function seek(life: Life, visit: Visit, good: Good): void {
  const { draws } = life
  if (draws.chance(0.35)) {
    const beside = shelvesOf(life.goods)
      .kind(good.kind)
      .filter((other) => other !== good && isOpen(life, visit, other))
    if (beside.length > 0)
      note(life, visit, 'view_item', [
        best(beside, (other) => utilityOf(visit.taste, other, visit.day) + draws.gumbel())[0] as Good,
      ])
  }
  note(life, visit, 'view_item', [good])
  if (draws.chance(0.8)) putInCart(life, visit, good)
  checkOut(life, visit, 0.8)
}

function follow(life: Life, visit: Visit, plan: Plan): void {
  for (const good of plan.goods ?? []) {
    note(life, visit, 'view_item', [good])
    if (plan.looksOnly !== true) putInCart(life, visit, good)
  }
  checkOut(life, visit, 1)
  if (plan.isReturned === true)
    life.plans.push({ day: visit.day + 6, goods: plan.goods ?? [], order: life.orders, why: 'return' })
}

function giveBack(life: Life, visit: Visit, plan: Plan): void {
  note(life, visit, 'refund', plan.goods ?? [], plan.order === undefined ? {} : { order: plan.order })
}

/** Beside what is in the cart she sees what completes it, and takes some of it along. */
function takeAlong(life: Life, visit: Visit): void {
  for (const good of [...visit.cart]) {
    const partner = partnerOf(life, good, visit.day)
    if (partner === undefined || hasStill(life, partner, visit.day) || !life.draws.chance(0.3)) continue
    note(life, visit, 'view_item', [partner])
    if (life.draws.chance(0.65)) putInCart(life, visit, partner)
  }
}

/** Something in the shop by then that completes it, the best likelier. */
function partnerOf(life: Life, good: Good, day: number): Good | undefined {
  if (good.completes.length === 0) return undefined
  const at = life.draws.pickIndex([6, 3, 1].slice(0, good.completes.length))
  const partner = life.goods[good.completes[at] ?? -1]
  return partner !== undefined && partner.releaseDay <= day ? partner : undefined
}

/** Is it at home: a durable, or a packet that is not empty yet? */
function hasStill(life: Life, good: Good, day: number): boolean {
  const bought = life.lastBought.get(good.index)
  if (bought === undefined) return false
  return good.durable || day - bought < 0.8 * life.shopper.taste.replenishDays
}

function checkOut(life: Life, visit: Visit, share: number): void {
  const { draws, shopper } = life
  if (visit.cart.length === 0) return
  takeAlong(life, visit)
  if (!draws.chance(share)) return
  life.orders++
  note(life, visit, 'purchase', [...visit.cart], { order: life.orders })
  if (visit.isGift) return
  for (const good of visit.cart) {
    life.lastBought.set(good.index, visit.day)
    if (draws.chance(shopper.habits.returnShare)) {
      const day = visit.day + draws.between(3, 9)
      life.plans.push({ day, goods: [good], order: life.orders, why: 'return' })
    } else if (!good.sensitive) planAhead(life, visit, good)
  }
}

/** What a purchase leads to: the packet runs out, the thing wants its complement. */
function planAhead(life: Life, visit: Visit, good: Good): void {
  const { draws, shopper } = life
  if (good.isUsedUp && !life.scripted.has(good.index) && draws.chance(0.8)) {
    const days = shopper.taste.replenishDays * (0.85 + 0.3 * draws.fraction())
    life.plans.push({ day: visit.day + Math.round(days), goods: [good], why: 'refill' })
  }
  const partner = partnerOf(life, good, visit.day)
  if (partner !== undefined && !hasStill(life, partner, visit.day) && draws.chance(0.5))
    life.plans.push({ day: visit.day + draws.between(1, NEED_DAYS), goods: [partner], why: 'need' })
}

/** Sorted by a value that is drawn once for each. */
function best(goods: readonly Good[], value: (good: Good) => number): readonly Good[] {
  return goods
    .map((good) => ({ good, worth: value(good) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ good }) => good)
}
