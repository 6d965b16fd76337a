/**
 * What answering needs from a model: kernels that know no business rule.
 */
import type { ItemId } from '@umiar/vocabulary'

export interface ModelItem {
  readonly itemId: ItemId
  /** Higher is better; comparable within one list only. */
  readonly score: number
  /** The query item that contributed most. */
  readonly cause?: ItemId
}

/** How much a model has learned; whose it was is not in it. */
export interface LearnedCounts {
  readonly sessions: number
  readonly views: number
  readonly carts: number
  readonly purchases: number
}

/** May an item be shown? Asked only of items about to take a place. */
type Accept = (itemId: ItemId) => boolean

/** A snapshot of the model, answering synchronously. */
export interface RecommendationModel {
  /** A pure function of the learned state. */
  readonly version: string
  readonly trainedAtMs: number | undefined
  readonly learned: LearnedCounts
  /** @param query items of a visit or history, oldest first */
  sessionNeighbours(
    query: readonly ItemId[],
    limit: number,
    options?: { readonly accept?: Accept },
  ): readonly ModelItem[]
  alsoViewed(
    items: readonly ItemId[],
    limit: number,
    options?: { readonly accept?: Accept },
  ): readonly ModelItem[]
  boughtTogether(
    items: readonly ItemId[],
    limit: number,
    options?: { readonly accept?: Accept },
  ): readonly ModelItem[]
  popular(limit: number): readonly ModelItem[]
  /** In how many learned visits an item occurs; 0 for an unknown one. */
  sessionsWith(itemId: ItemId): number
  /** Rising now against their own past; empty where nothing does. */
  trending(limit: number): readonly ModelItem[]
  /**
   * What comes into the next basket of somebody with these orders, oldest first; days since the epoch.
   * The cause of a repeat is the item itself.
   */
  nextBasket(
    orders: readonly { readonly items: readonly ItemId[]; readonly day: number }[],
    today: number,
    limit: number,
  ): readonly ModelItem[]
}
