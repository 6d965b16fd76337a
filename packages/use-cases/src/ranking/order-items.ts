/**
 * The new order of a list of the shop's: which items may move, where, and why each stands there.
 *
 * Nothing joins the list and nothing leaves it here. Items that may not be judged (unknown, sensitive, sold
 * out) keep their places, and the others are put in order around them.
 */
import type { ItemId, Product, ReasonCode } from '@umiar/vocabulary'
import { arrange, type Promotions } from '../merchandising/promotions.ts'
import type { MerchandisingReason } from '../merchandising/rule.ts'
import { blendOrders } from './blend-orders.ts'
import type { PersonalScore } from './personal-scores.ts'

/** An item at its place. */
export interface Placed {
  readonly itemId: ItemId
  readonly reason: ReasonCode
  readonly cause?: ItemId
  readonly score: number
  readonly promoted?: MerchandisingReason
  /** Places up (above 0) or down compared with the list as it came, less what left it. */
  readonly moved: number
}

/**
 * @param items    the list, distinct, best first
 * @param productOf the product of an item that may be judged
 * @param scores   what speaks for each; all absent at level 0
 * @param strength 0 keeps the order of `items`, 1 gives that of the scores
 */
export function orderItems(
  items: readonly ItemId[],
  productOf: (itemId: ItemId) => Product | undefined,
  scores: ReadonlyMap<ItemId, PersonalScore>,
  strength: number,
  promotions: Promotions | undefined,
): readonly Placed[] {
  const free = items.filter((itemId) => productOf(itemId) !== undefined)
  const blended = blendOrders(ranksByScore(free, scores), strength).map((index) => free[index] as ItemId)
  const pinned = new Map(
    (promotions?.pins ?? []).flatMap(({ itemId }) => (free.includes(itemId) ? [[itemId, itemId]] : [])),
  )
  const arranged =
    promotions === undefined
      ? blended.map((entry) => ({ entry }))
      : arrange(blended, productOf, promotions, pinned)
  const queue = arranged[Symbol.iterator]()
  const placeOf = new Map(items.map((itemId, index) => [itemId, index]))
  return items.map((own, at): Placed => {
    const next = productOf(own) === undefined ? { entry: own } : queue.next().value
    const { entry: itemId, promoted } = next as { entry: ItemId; promoted?: MerchandisingReason }
    const moved = (placeOf.get(itemId) as number) - at
    const fit = scores.get(itemId)
    // What speaks for it is said where it stands no lower for it.
    const said = fit === undefined || moved < 0 || strength === 0 ? undefined : fit
    return {
      itemId,
      moved,
      reason: said?.reason ?? 'shop_order',
      score: fit?.score ?? 0,
      ...(said === undefined ? {} : { cause: said.cause }),
      ...(promoted === undefined ? {} : { promoted }),
    }
  })
}

/** Rank of each item in the order of the scores; equals, and those nothing speaks for, as they stand. */
function ranksByScore(
  items: readonly ItemId[],
  scores: ReadonlyMap<ItemId, PersonalScore>,
): readonly number[] {
  const scoreOf = (index: number): number => scores.get(items[index] as ItemId)?.score ?? 0
  const order = items.map((_, index) => index).sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  const ranks = new Array<number>(items.length)
  order.forEach((index, rank) => {
    ranks[index] = rank
  })
  return ranks
}
