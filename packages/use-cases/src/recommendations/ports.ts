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

/** A snapshot of the model, answering synchronously. */
export interface RecommendationModel {
  /** A pure function of the learned state. */
  readonly version: string
  readonly trainedAtMs: number | undefined
  readonly learned: LearnedCounts
  /** @param query items of a visit or history, oldest first */
  sessionNeighbours(query: readonly ItemId[], limit: number): readonly ModelItem[]
  alsoViewed(items: readonly ItemId[], limit: number): readonly ModelItem[]
  boughtTogether(items: readonly ItemId[], limit: number): readonly ModelItem[]
  popular(limit: number): readonly ModelItem[]
}
