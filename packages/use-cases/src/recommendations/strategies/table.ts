/**
 * The portfolio: each strategy with what it needs, what it uses, and how it falls to what everybody sees.
 *
 * Adding one: a name in the vocabulary, an entry here, a line of words in the messages and in
 * `apps/server/src/reference/strategies-page.ts`. Nothing else knows strategies by name.
 */
import type { Strategy } from '@umiar/vocabulary'
import { completingRungs, nearAlternatives, similarToPage } from './content.ts'
import {
  boughtWithCart,
  boughtWithPage,
  categoryOfPage,
  floorOf,
  foundBySearch,
  newestRungs,
  popularRung,
  reducedRungs,
  trendingRungs,
  viewedWithPage,
} from './context.ts'
import { forYou, fromVisits, nextBasket, reducedForHer } from './for-you.ts'
import { boughtAgain, lookedAt } from './own-history.ts'
import type { Ask, Rung, StrategyEntry } from './strategy.ts'

/** What the page offers anybody, from the most to the least particular. */
function pageRungs(ask: Ask): readonly Rung[] {
  return [foundBySearch, boughtWithCart, boughtWithPage, viewedWithPage, categoryOfPage].map((rung) =>
    rung(ask),
  )
}

/** What an entry is where it says nothing else. */
const MIXED = { explores: false, keepsOrder: false, personalFrom: 0 } as const
const ORDERED = { explores: false, keepsOrder: true, personalFrom: 0 } as const

/** Every strategy by its name. */
export const STRATEGY_TABLE: Readonly<Record<Strategy, StrategyEntry>> = {
  also_viewed: {
    ...MIXED,
    about: 'page',
    models: ['co_views'],
    rungs: (ask) => [viewedWithPage(ask), boughtWithPage(ask), categoryOfPage(ask)],
  },
  basket: {
    ...MIXED,
    about: 'person',
    models: ['basket', 'co_purchases'],
    personalFrom: 3,
    rungs: (ask) => [...nextBasket(ask), boughtWithCart(ask), boughtWithPage(ask), categoryOfPage(ask)],
  },
  bought_together: {
    ...MIXED,
    about: 'page',
    models: ['co_purchases'],
    rungs: (ask) => [boughtWithPage(ask), viewedWithPage(ask), categoryOfPage(ask)],
  },
  buy_again: {
    ...ORDERED,
    about: 'person',
    models: ['repurchase'],
    personalFrom: 3,
    rungs: (ask) => [...boughtAgain(ask), ...pageRungs(ask)],
  },
  cart: {
    ...MIXED,
    about: 'cart',
    models: ['co_purchases'],
    rungs: (ask) => [boughtWithCart(ask), boughtWithPage(ask), categoryOfPage(ask)],
  },
  category_picks: {
    ...MIXED,
    about: 'category',
    explores: true,
    models: ['popularity'],
    rungs: (ask) => [categoryOfPage(ask)],
  },
  compare: {
    ...ORDERED,
    about: 'page',
    models: ['content'],
    rungs: (ask) => [nearAlternatives(ask), similarToPage(ask), categoryOfPage(ask)],
  },
  complete_the_set: {
    ...ORDERED,
    about: 'page',
    models: ['relations', 'co_purchases'],
    rungs: completingRungs,
  },
  for_you: {
    ...MIXED,
    about: 'person',
    explores: true,
    models: ['session', 'taste', 'repurchase', 'basket', 'content'],
    personalFrom: 1,
    rungs: (ask) => [...forYou(ask), ...pageRungs(ask)],
  },
  new: { ...ORDERED, about: 'shop', models: ['dates'], rungs: newestRungs },
  on_sale_for_you: {
    ...MIXED,
    about: 'person',
    models: ['reductions', 'session', 'taste'],
    personalFrom: 1,
    rungs: (ask) => [...reducedForHer(ask), ...reducedRungs(ask)],
  },
  popular: {
    ...MIXED,
    about: 'shop',
    explores: true,
    models: ['popularity'],
    rungs: (ask) => [popularRung(ask)],
  },
  recently_viewed: {
    ...ORDERED,
    about: 'person',
    models: ['own_views'],
    personalFrom: 1,
    rungs: (ask) => [...lookedAt(ask), ...pageRungs(ask)],
  },
  session: {
    ...MIXED,
    about: 'person',
    explores: true,
    models: ['session'],
    personalFrom: 1,
    rungs: (ask) => [...fromVisits(ask), ...pageRungs(ask)],
  },
  similar: {
    ...MIXED,
    about: 'page',
    models: ['content'],
    rungs: (ask) => [similarToPage(ask), categoryOfPage(ask), viewedWithPage(ask)],
  },
  trending: { ...MIXED, about: 'shop', models: ['trend'], rungs: trendingRungs },
}

/**
 * The rungs of a strategy, from its own at the top down to what everybody sees.
 *
 * Without a person (level 0) a pure function of page, catalogue and what was learned.
 */
export function rungsOf(strategy: Strategy, ask: Ask): readonly Rung[] {
  const own = STRATEGY_TABLE[strategy].rungs(ask)
  // What completes a set ends with a floor of its own: even there nothing of the same kind stands.
  return strategy === 'complete_the_set' ? own : [...own, ...floorOf(ask)]
}
