/**
 * What the recommender learns from: visits, step by step.
 */
import type { ItemId } from '@umiar/vocabulary'

/** One step of a visit that its owner lets us learn from. */
export interface TrainingEvent {
  readonly itemId: ItemId
  /** When it happened, ms since the epoch; steps may arrive out of order. */
  readonly atMs: number
  readonly kind: 'view' | 'cart' | 'purchase'
}

/** One visit (or one order) of a person; `sessionKey` is unique within the subject. */
export interface TrainingSession {
  readonly sessionKey: string
  readonly events: readonly TrainingEvent[]
}
