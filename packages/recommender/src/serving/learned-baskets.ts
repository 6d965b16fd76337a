/**
 * What a published snapshot says of the items of baskets, counted on demand.
 */
import type { ItemId } from '@umiar/vocabulary'
import { type ModelSnapshot, PURCHASE } from '../snapshot/segment.ts'
import type { LearnedBaskets } from './basket.ts'
import type { BasketConfig } from './basket-config.ts'
import { countPartners, type PairCounts } from './co-occurrence.ts'

/** So much popularity, that of one or two purchases today, is taken as given before a trend is believed. */
const TREND_DOUBT = 8

/** Names and numbers of items, as the model has them. */
export interface ItemNames {
  find(itemId: ItemId): number
  name(item: number): ItemId
}

/** Sums over all items. */
export interface ItemTotals {
  readonly popularity: number
  readonly sessions: number
}

/**
 * Adds up. In the order of the values, so that the sum of floats does not depend on how items are numbered.
 *
 * Cost: O(items log items).
 */
export function itemTotals({ itemSessions, popularity }: ModelSnapshot): ItemTotals {
  return {
    popularity: popularity.toSorted().reduce((sum, value) => sum + value, 0),
    sessions: itemSessions.reduce((sum, value) => sum + value, 0),
  }
}

/** @param pairs working memory, clean before and after */
export function learnedBaskets(
  snapshot: ModelSnapshot,
  names: ItemNames,
  totals: ItemTotals,
  pairs: PairCounts,
  config: BasketConfig,
): LearnedBaskets {
  const { itemSessions, popularity, sessionCount } = snapshot
  return {
    find: (itemId) => {
      const item = names.find(itemId)
      return item >= 0 && itemSessions[item]! > 0 ? item : -1
    },
    name: names.name,
    partners: (item, each) => {
      const counted = countPartners(snapshot, item, PURCHASE, config.newestSessions, pairs)
      for (let t = 0; t < pairs.length; t++) {
        const other = pairs.touched[t]!
        const together = pairs.count[other]!
        pairs.count[other] = 0
        pairs.near[other] = 0
        if (together >= config.leastSupport) each(other, together / (counted + config.doubt))
      }
    },
    share: (item) => itemSessions[item]! / sessionCount,
    trend: (item) =>
      (popularity[item]! + TREND_DOUBT) /
      ((totals.popularity * itemSessions[item]!) / totals.sessions + TREND_DOUBT),
  }
}
