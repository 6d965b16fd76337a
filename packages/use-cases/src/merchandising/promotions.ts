/**
 * Rules in force on one page, and what they do to a list that is ready.
 *
 * They act after scoring, by places: a boosted product moves up, a buried one down, a pinned one stands where
 * staff put it. So a score stays what it is, and one may read off how far a product was moved and by what.
 * Which rules are in force is a function of page, slot and time alone.
 */
import type { FilterPage } from '@umiar/privacy'
import type { ItemId, PageType, Product } from '@umiar/vocabulary'
import type { MerchandisingReason, Rule } from './rule.ts'

/** Where a list stands: all that a rule may look at besides a product. */
export interface PromotionPlace {
  readonly slot: string
  readonly pageType: PageType
  readonly category: string | undefined
  /** Folded by `foldText`. */
  readonly searchTerm: string | undefined
  readonly page: FilterPage
}

/** A place staff gave away. */
export interface Pin {
  readonly itemId: ItemId
  /** From 1. */
  readonly position: number
  readonly reason: MerchandisingReason
}

/** What rules make of a product: places up (above 0) or down, and by which reason up. */
interface Shift {
  readonly places: number
  readonly reason: MerchandisingReason
}

const STAYS: Shift = { places: 0, reason: 'promoted' }

/** The rules in force on one page. */
export class Promotions {
  /** Their ids, in the order staff gave them. */
  readonly ruleIds: readonly string[]
  /** A list cut to `limit` is right if it was `limit + reach` long before it was arranged. */
  readonly reach: number
  readonly pins: readonly Pin[]
  readonly #moving: readonly Rule[]
  readonly #page: FilterPage

  constructor(rules: readonly Rule[], page: FilterPage) {
    this.ruleIds = rules.map((rule) => rule.id)
    this.#moving = rules.filter((rule) => rule.action !== 'pin')
    this.#page = page
    const most = (action: 'boost' | 'bury'): number =>
      Math.max(0, ...rules.filter((rule) => rule.action === action).map((rule) => rule.places))
    this.reach = most('boost') + most('bury')
    this.pins = distinctPins(rules)
  }

  /** The farthest boost less the farthest burying that is about the product. */
  shiftOf(product: Product): Shift {
    let up = 0
    let down = 0
    let { reason } = STAYS
    for (const rule of this.#moving) {
      if (!rule.isAbout(product, this.#page)) continue
      if (rule.action === 'bury') down = Math.max(down, rule.places)
      else if (rule.places > up) {
        up = rule.places
        reason = rule.reason
      }
    }
    return up === down ? STAYS : { places: up - down, reason }
  }
}

/** Is the rule in force there and then? */
export function isInForce(rule: Rule, place: PromotionPlace): boolean {
  const { nowMs } = place.page
  return (
    rule.isOn &&
    nowMs >= rule.fromMs &&
    nowMs < rule.untilMs &&
    (rule.pageTypes?.includes(place.pageType) ?? true) &&
    (rule.slots?.includes(place.slot) ?? true) &&
    (rule.categories?.some((path) => isWithin(place.category, path)) ?? true) &&
    (rule.searchTerms?.includes(place.searchTerm ?? '') ?? true)
  )
}

function isWithin(category: string | undefined, path: string): boolean {
  return category === path || category?.startsWith(`${path}/`) === true
}

/** One place holds one product, and a product one place: the first rule that names it counts. */
function distinctPins(rules: readonly Rule[]): readonly Pin[] {
  const byPosition = new Map<number, Pin>()
  const items = new Set<ItemId>()
  for (const rule of rules) {
    if (rule.action !== 'pin') continue
    let position = rule.position
    for (const itemId of rule.items) {
      if (items.has(itemId)) continue
      while (byPosition.has(position)) position++
      byPosition.set(position, { itemId, position, reason: rule.reason })
      items.add(itemId)
    }
  }
  return [...byPosition.values()].sort((a, b) => a.position - b.position)
}

/** An entry at its place; `promoted` if a rule brought it there. */
export interface Arranged<Entry> {
  readonly entry: Entry
  readonly promoted?: MerchandisingReason
}

/**
 * The list as the rules arrange it: nothing is lost, and without a rule about any entry nothing moves.
 *
 * @param entries   best first
 * @param productOf of an entry; one without a product stays where it is
 * @param pinned    entries for pins that may be shown; those that stand in `entries` are the same objects
 */
export function arrange<Entry>(
  entries: readonly Entry[],
  productOf: (entry: Entry) => Product | undefined,
  promotions: Promotions,
  pinned: ReadonlyMap<ItemId, Entry>,
): readonly Arranged<Entry>[] {
  const held = new Set(pinned.values())
  const moved = entries
    .map((entry, index) => {
      const product = productOf(entry)
      const shift = product === undefined ? STAYS : promotions.shiftOf(product)
      return { entry, index, key: index - shift.places, shift }
    })
    // Where two want the same place, the one that was lifted goes first.
    .sort((a, b) => a.key - b.key || b.shift.places - a.shift.places || a.index - b.index)
    .map(
      ({ entry, index, shift }, at): Arranged<Entry> =>
        shift.places > 0 && at < index ? { entry, promoted: shift.reason } : { entry },
    )
    .filter(({ entry }) => !held.has(entry))
  for (const pin of promotions.pins) {
    const entry = pinned.get(pin.itemId)
    if (entry !== undefined)
      moved.splice(Math.min(pin.position - 1, moved.length), 0, { entry, promoted: pin.reason })
  }
  return moved
}
