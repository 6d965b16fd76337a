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
  /** Pieces by item and order. */
  const pieces = new Map<ItemId, Map<string | undefined, number>>()
  for (const trade of inOrder) {
    if (trade.kind === 'refund') giveBack(pieces, trade)
    else if (trade.itemId !== undefined) {
      const orders = pieces.get(trade.itemId) ?? new Map<string | undefined, number>()
      pieces.set(trade.itemId, orders)
      orders.set(trade.transactionId, (orders.get(trade.transactionId) ?? 0) + (trade.quantity ?? 1))
    }
  }
  const owned = [...pieces].filter(([, orders]) => [...orders.values()].some((left) => left > 0))
  return new Set(owned.map(([itemId]) => itemId))
}

function giveBack(pieces: Map<ItemId, Map<string | undefined, number>>, trade: Trade): void {
  let toReturn = trade.quantity ?? Number.POSITIVE_INFINITY
  for (const [itemId, orders] of pieces) {
    if (trade.itemId !== undefined && trade.itemId !== itemId) continue
    for (const [order, left] of orders) {
      // A purchase that named no order may be the one that is given back.
      if (trade.transactionId !== undefined && order !== undefined && order !== trade.transactionId) continue
      if (trade.itemId === undefined && order === undefined) continue
      const returned = Math.min(left, toReturn)
      orders.set(order, left - returned)
      toReturn -= returned
    }
  }
}
