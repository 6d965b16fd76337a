/**
 * The plain engine that the core is measured against: whoever starts the command line brings it.
 */
import type { ItemId } from '@umiar/vocabulary'

/** A session kNN with m = 500 and k = 100, written for reading. */
export interface ReferenceKnn {
  /** Learns a session; sessions come oldest first. */
  learn(items: readonly ItemId[], lastMs: number): void
  /** @returns at most `limit` items, best first */
  recommend(items: readonly ItemId[], limit: number): readonly ItemId[]
}

export type LoadReference = () => Promise<ReferenceKnn>
