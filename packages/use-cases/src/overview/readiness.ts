/**
 * How ready each strategy is to answer by itself, in counts of what it learns from.
 *
 * "Ready" never means that a shelf would otherwise stay empty: every strategy falls back to the page, the
 * category and what is popular. It means that what the strategy is named after carries it. The bounds are
 * rules of thumb per product of the shop, chosen so that a typical product has something to rest on; they are
 * not measured quality (`npx umiar evaluate` measures that).
 */
import { type Product, STRATEGIES, type Strategy } from '@umiar/vocabulary'
import type { LearnedCounts } from '../recommendations/ports.ts'
import type { OverviewReadiness } from './overview-reply.ts'

/** What the counts of a strategy are of. */
export type ReadinessBasis = 'views' | 'purchases' | 'visits' | 'popular' | 'categories'

const VIEWS_PER_PRODUCT = 5
const VISITS_PER_PRODUCT = 2
const LEAST = { popular: 100, purchases: 50, views: 200, visits: 100 } as const
/** Products in ten that need a category before a category shelf is whole. */
const IN_TEN_WITH_CATEGORY = 9

/** Readiness of every strategy of this version, in their order. */
export function readinessOf(
  products: readonly Product[],
  learned: LearnedCounts,
): readonly OverviewReadiness[] {
  const shown = products.filter(mayBeShown)
  const given = sum(shown, ({ counts }) => (counts?.sold30Days ?? 0) + (counts?.viewed30Days ?? 0))
  const withPairs = shown.filter((product) => (product.counts?.boughtWith?.length ?? 0) > 0).length
  const figures: Readonly<Record<ReadinessBasis, { have: number; need: number }>> = {
    categories: {
      have: shown.filter((product) => product.category !== undefined).length,
      need: Math.max(1, Math.ceil((shown.length * IN_TEN_WITH_CATEGORY) / 10)),
    },
    popular: { have: given + learned.views + learned.purchases, need: LEAST.popular },
    purchases: { have: learned.purchases, need: Math.max(LEAST.purchases, shown.length) },
    views: { have: learned.views, need: Math.max(LEAST.views, VIEWS_PER_PRODUCT * shown.length) },
    visits: { have: learned.sessions, need: Math.max(LEAST.visits, VISITS_PER_PRODUCT * shown.length) },
  }
  // Counts the shop gave itself carry a basket shelf as well as purchases we have learned from.
  const hasShopPairs = shown.length > 0 && withPairs * 2 >= shown.length
  return STRATEGIES.map((strategy) => {
    const basis = BASIS[strategy]
    const { have, need } = figures[basis]
    const fromShop = basis === 'purchases' && hasShopPairs
    return {
      basis,
      from_shop_counts: fromShop,
      have,
      need,
      state: have >= need || fromShop ? 'ready' : have > 0 ? 'learning' : 'waiting',
      strategy,
    }
  })
}

/** Can a shelf hold the product at all? */
export function mayBeShown(product: Product): boolean {
  return product.available && !product.sensitive
}

const BASIS: Readonly<Record<Strategy, ReadinessBasis>> = {
  also_viewed: 'views',
  bought_together: 'purchases',
  cart: 'purchases',
  category_picks: 'categories',
  for_you: 'visits',
  popular: 'popular',
  session: 'visits',
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
