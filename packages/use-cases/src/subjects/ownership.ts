/**
 * What somebody bought and still has: purchases less what was given back.
 *
 * A return may name a product, a whole order (GA4's `refund` without items), or both.
 */
import type { ItemId, ShopEvent } from '@umiar/vocabulary'

/** One line of a purchase or of a return. */
export interface Trade {
  readonly kind: 'purchase' | 'refund'
  readonly atMs: number
  /** Absent for the return of a whole order. */
  readonly itemId?: ItemId
  /** Pieces; absent for one bought, and for all given back. */
  readonly quantity?: number
  readonly transactionId?: string
}

/** Trades, and what is owned by them. */
export interface Holdings {
  readonly trades: readonly Trade[]
  readonly owned: ReadonlySet<ItemId>
}

export const NO_HOLDINGS: Holdings = { owned: new Set(), trades: [] }

/** The holdings after more trades; they themselves if there are none. */
export function withTrades(holdings: Holdings, more: readonly Trade[]): Holdings {
  if (more.length === 0) return holdings
  const trades = [...holdings.trades, ...more]
  return { owned: ownedItems(trades), trades }
}

/** The holdings as if the item had never been bought. */
export function withoutItem(holdings: Holdings, itemId: ItemId): Holdings {
  return withTrades(
    NO_HOLDINGS,
    holdings.trades.filter((trade) => trade.itemId !== itemId),
  )
}

/** The trades of an event: none unless it is a purchase or a refund. */
export function tradesOf(event: ShopEvent): readonly Trade[] {
  const { atMs, items, name, transactionId } = event
  if (name !== 'purchase' && name !== 'refund') return []
  const common = { atMs, kind: name, ...(transactionId === undefined ? {} : { transactionId }) }
  if (name === 'refund' && items.length === 0) return transactionId === undefined ? [] : [common]
  return items.map(({ itemId, quantity }) => ({
    ...common,
    itemId,
    ...(quantity === undefined ? {} : { quantity }),
  }))
}

/** Items of which a piece is left. @param trades in any order */
export function ownedItems(trades: readonly Trade[]): ReadonlySet<ItemId> {
  const inOrder = [...trades].sort(
    (a, b) => a.atMs - b.atMs || Number(a.kind === 'refund') - Number(b.kind === 'refund'),
  )
  const pieces = new Pieces()
  for (const trade of inOrder) {
    if (trade.kind === 'refund') pieces.giveBack(trade)
    else pieces.add(trade)
  }
  return pieces.items()
}

/** Pieces left. Each trade costs what it changes, so that thousands of them hold nobody up. */
class Pieces {
  /** By item and order, in the order they were bought; what is given back is not here. */
  readonly #left = new Map<ItemId, Map<string | undefined, number>>()
  readonly #itemsOf = new Map<string, Set<ItemId>>()

  items(): ReadonlySet<ItemId> {
    return new Set(this.#left.keys())
  }

  add({ itemId, quantity = 1, transactionId }: Trade): void {
    if (itemId === undefined || quantity <= 0) return
    const orders = this.#left.get(itemId) ?? new Map<string | undefined, number>()
    this.#left.set(itemId, orders)
    orders.set(transactionId, (orders.get(transactionId) ?? 0) + quantity)
    if (transactionId === undefined) return
    const items = this.#itemsOf.get(transactionId) ?? new Set()
    this.#itemsOf.set(transactionId, items.add(itemId))
  }

  giveBack({ itemId, quantity = Number.POSITIVE_INFINITY, transactionId }: Trade): void {
    if (itemId === undefined) {
      for (const item of this.#itemsOf.get(transactionId as string) ?? [])
        this.#take(item, [transactionId], quantity)
      this.#itemsOf.delete(transactionId as string)
    } else if (transactionId === undefined) {
      this.#take(itemId, this.#left.get(itemId)?.keys() ?? [], quantity)
    } else {
      // A purchase that named no order may be the one that is given back.
      this.#take(itemId, [transactionId, undefined], quantity)
    }
  }

  #take(itemId: ItemId, from: Iterable<string | undefined>, quantity: number): void {
    const orders = this.#left.get(itemId)
    if (orders === undefined) return
    let toReturn = quantity
    for (const order of from) {
      if (toReturn <= 0) break
      const left = orders.get(order) ?? 0
      if (left > toReturn) orders.set(order, left - toReturn)
      else orders.delete(order)
      toReturn -= left
    }
    if (orders.size === 0) this.#left.delete(itemId)
  }
}
