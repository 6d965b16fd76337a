/**
 * How ready each strategy is to answer by itself, in counts of what it rests on, and when it will be.
 *
 * "Ready" never means that a shelf would otherwise stay empty: every strategy falls back to the page, the
 * category and what is popular. It means that what the strategy is named after carries it. The bounds are
 * rules of thumb per product of the shop, chosen so that a typical product has something to rest on; they are
 * not measured quality (`npx umiar evaluate` measures that).
 */
import { dayOf, type ModelName, MS_PER_DAY, type Product, STRATEGIES, type Strategy } from '@umiar/vocabulary'
import type { LearnedCounts } from '../recommendations/ports.ts'
import { isReduced } from '../recommendations/strategies/scoring-catalogue.ts'
import { STRATEGY_TABLE } from '../recommendations/strategies/table.ts'
import type { OverviewReadiness } from './overview-reply.ts'

/** What the counts of a strategy are of. */
export type ReadinessBasis =
  | 'views'
  | 'purchases'
  | 'visits'
  | 'popular'
  | 'categories'
  | 'described'
  | 'related'
  | 'reduced'
  | 'dated'
  | 'used_up'
  | 'nothing'

/** How much is learned in a day, as far as the last days tell; 0 where they do not. */
export type LearnedPerDay = Pick<LearnedCounts, 'purchases' | 'sessions' | 'views'>

const VIEWS_PER_PRODUCT = 5
const VISITS_PER_PRODUCT = 2
const LEAST = { popular: 100, purchases: 50, views: 200, visits: 100 } as const
/** Products in ten that need a category, or words to be compared by, before such a shelf is whole. */
const IN_TEN_DESCRIBED = 9
/** Products in ten of which the shop should say what goes with them. */
const IN_TEN_RELATED = 3
/** A shelf's worth. */
const SHELF = 5
/** Further away than this nobody can tell. */
const LONGEST_FORECAST_DAYS = 365

interface Figure {
  readonly have: number
  readonly need: number
  /** More each day; 0 where only the shop can change it. */
  readonly perDay: number
}

/** Readiness of every strategy of this version, in their order. @param today UTC day of asking */
export function readinessOf(
  products: readonly Product[],
  learned: LearnedCounts,
  perDay: LearnedPerDay,
  today: number,
): readonly OverviewReadiness[] {
  const shown = products.filter(mayBeShown)
  const figures = figuresOf(shown, learned, perDay)
  const withPairs = shown.filter((product) => (product.counts?.boughtWith?.length ?? 0) > 0).length
  const risesByShop = shown.some(({ counts }) => (counts?.viewed7Days ?? counts?.sold7Days ?? 0) > 0)
  // Counts the shop gave itself carry a basket shelf as well as purchases we have learned from.
  const hasShopPairs = shown.length > 0 && withPairs * 2 >= shown.length
  return STRATEGIES.map((strategy) => {
    const basis = BASIS[strategy]
    const { have, need, perDay: rate } = figures[basis]
    const fromShop = (basis === 'purchases' && hasShopPairs) || (strategy === 'trending' && risesByShop)
    const isReady = have >= need || fromShop
    return {
      basis,
      forecast: isReady ? null : forecastOf(need - have, rate, today),
      from_shop_counts: fromShop,
      have,
      need,
      state: isReady ? 'ready' : have > 0 ? 'learning' : 'waiting',
      strategy,
      uses: STRATEGY_TABLE[strategy].models satisfies readonly ModelName[],
    }
  })
}

function figuresOf(
  shown: readonly Product[],
  learned: LearnedCounts,
  perDay: LearnedPerDay,
): Readonly<Record<ReadinessBasis, Figure>> {
  const given = sum(shown, ({ counts }) => (counts?.sold30Days ?? 0) + (counts?.viewed30Days ?? 0))
  const inTen = (many: number): number => Math.max(1, Math.ceil((shown.length * many) / 10))
  const ofShop = (isSo: (product: Product) => boolean, need: number): Figure => ({
    have: shown.filter(isSo).length,
    need,
    perDay: 0,
  })
  const newest = Math.max(...shown.map(addedDayOf))
  return {
    categories: ofShop(({ category }) => category !== undefined, inTen(IN_TEN_DESCRIBED)),
    dated: ofShop((product) => addedDayOf(product) > 0 && addedDayOf(product) > newest - 45, SHELF),
    described: ofShop(
      ({ attributes, brand, category }) => category !== undefined && (brand ?? attributes) !== undefined,
      inTen(IN_TEN_DESCRIBED),
    ),
    nothing: { have: shown.length, need: 1, perDay: 0 },
    popular: {
      have: given + learned.views + learned.purchases,
      need: LEAST.popular,
      perDay: perDay.views + perDay.purchases,
    },
    purchases: {
      have: learned.purchases,
      need: Math.max(LEAST.purchases, shown.length),
      perDay: perDay.purchases,
    },
    reduced: ofShop(isReduced, SHELF),
    related: ofShop(({ goesWith }) => (goesWith?.length ?? 0) > 0, inTen(IN_TEN_RELATED)),
    used_up: ofShop(({ durable, lastsDays }) => durable === false || lastsDays !== undefined, SHELF),
    views: {
      have: learned.views,
      need: Math.max(LEAST.views, VIEWS_PER_PRODUCT * shown.length),
      perDay: perDay.views,
    },
    visits: {
      have: learned.sessions,
      need: Math.max(LEAST.visits, VISITS_PER_PRODUCT * shown.length),
      perDay: perDay.sessions,
    },
  }
}

/** The day on which the missing will be there, if the next days are like the last. */
function forecastOf(missing: number, perDay: number, today: number): string | null {
  if (!(perDay > 0)) return null
  const days = Math.ceil(missing / perDay)
  if (days > LONGEST_FORECAST_DAYS) return null
  return new Date((today + days) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Can a shelf hold the product at all? */
export function mayBeShown(product: Product): boolean {
  return product.available && !product.sensitive
}

function addedDayOf({ firstSeenDay, releasedAtMs }: Product): number {
  return releasedAtMs === undefined ? (firstSeenDay ?? 0) : dayOf(releasedAtMs)
}

const BASIS: Readonly<Record<Strategy, ReadinessBasis>> = {
  also_viewed: 'views',
  basket: 'purchases',
  bought_together: 'purchases',
  buy_again: 'used_up',
  cart: 'purchases',
  category_picks: 'categories',
  compare: 'described',
  complete_the_set: 'related',
  for_you: 'visits',
  new: 'dated',
  on_sale_for_you: 'reduced',
  popular: 'popular',
  recently_viewed: 'nothing',
  session: 'visits',
  similar: 'described',
  trending: 'views',
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
