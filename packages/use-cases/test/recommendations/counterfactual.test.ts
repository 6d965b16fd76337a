/**
 * Reasons that were really used: take the named cause away, and the item falls.
 *
 * Random shops, visits and people. For every item that names a cause, that product is taken out of all that is
 * known of the person (or off the page), and the strategy is asked again, without the mixing of a shelf. The
 * detector is shown first of all to notice causes that did nothing: products she has nothing to do with.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import type { Ask, Candidate } from '../../src/recommendations/strategies/strategy.ts'
import { STRATEGY_TABLE } from '../../src/recommendations/strategies/table.ts'
import { ago, catalogueOf, id, type Known, modelOf, PAGE, personOf } from '../support/small-shop.ts'

const ITEMS = Array.from({ length: 18 }, (_, n) => `p${n}`)
const OF_HER = ['for_you', 'session', 'buy_again', 'recently_viewed', 'on_sale_for_you'] as const
const OF_PAGE = ['similar', 'compare', 'complete_the_set'] as const
const money = (amount: number) => ({ amount: amount.toFixed(2), currency: 'PLN' })
const item = fc.constantFrom(...ITEMS)
const items = (maxLength: number) => fc.uniqueArray(item, { maxLength })

const person = fc.record({
  history: items(5),
  likes: items(3),
  page: item,
  trades: fc.uniqueArray(fc.tuple(item, fc.integer({ max: 90, min: 15 })), { maxLength: 5 }),
  visit: items(4),
})
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never

const shop = (): Promise<Catalogue> =>
  catalogueOf(
    ITEMS.map((item_id, n) => ({
      attributes: { colour: ['red', 'blue', 'green'][n % 3] as string },
      brand: `brand-${n % 5}`,
      category: `c${n % 4}/s${n % 2}`,
      durable: false,
      goes_with: [ITEMS[(n * 5 + 1) % 18] as string],
      item_id,
      lasts_days: 30,
      list_price: money(40 + n),
      price: money(30 + ((n * 7) % 11)),
    })),
  )

/** Everything known of a person, without what touches one product. */
function knownOf({ history, likes, trades, visit }: Person, without?: string): Known {
  const keeps = (one: string): boolean => one !== without
  return {
    history: history
      .filter(keeps)
      .map((one, at) => ({ atMs: ago(9) + at, itemId: id(one), kind: 'view' as const })),
    likes: likes.filter(keeps),
    trades: trades
      .filter(([one]) => keeps(one))
      .map(([one, days]) => ({ atMs: ago(days), itemId: id(one), kind: 'purchase' as const })),
    visit: visit.filter(keeps),
  }
}

interface Stand {
  readonly place: number
  readonly candidate: Candidate
}

type Asked = (
  strategy: keyof typeof STRATEGY_TABLE,
  person: Person,
  without?: string,
) => ReadonlyMap<string, Stand>

/** The own list of a strategy, item by item. */
function asking(catalogue: Catalogue, model: Ask['model']): Asked {
  return (strategy, who, without) => {
    const isOfPage = (OF_PAGE as readonly string[]).includes(strategy)
    const page = { ...PAGE, items: who.page === without ? [] : [id(who.page)] }
    const context = isOfPage ? undefined : personOf(knownOf(who, without)).context
    const [rung] = STRATEGY_TABLE[strategy].rungs({
      catalogue,
      model,
      page: isOfPage ? page : PAGE,
      person: context,
    })
    return new Map(
      (rung?.candidates() ?? []).map((candidate, place) => [candidate.itemId, { candidate, place }] as const),
    )
  }
}

/** Did the item leave, stand lower, or lose score? */
function falls(before: Stand, after: Stand | undefined): boolean {
  return after === undefined || after.place > before.place || after.candidate.score < before.candidate.score
}

const visits = fc.array(fc.array(item, { maxLength: 5, minLength: 2 }), { maxLength: 12, minLength: 4 })

/** Strategies in which one cause alone carries an item: there it falls without exception. */
const ALWAYS = ['buy_again', 'recently_viewed', ...OF_PAGE] as const
/** In a mixture the steps that are left move nearer to now, and may carry an item as high. */
const IN_A_MIXTURE = 0.85

describe('a named cause', () => {
  it('is one without which the item falls, in thousands of random cases; a planted one is noticed', async () => {
    const catalogue = await shop()
    const cases = new Map<string, { all: number; fell: number }>()
    let planted = 0
    let noticed = 0
    fc.assert(
      fc.property(visits, person, fc.nat(), (learned, who, pick) => {
        const ask = asking(catalogue, modelOf(learned))
        for (const strategy of [...OF_HER, ...OF_PAGE]) {
          const stands = [...ask(strategy, who).values()].slice(0, 10)
          const tally = cases.get(strategy) ?? { all: 0, fell: 0 }
          cases.set(strategy, tally)
          for (const stand of stands) {
            const { cause, itemId, reason } = stand.candidate
            if (cause === undefined || reason === 'new_like') continue
            const after = ask(strategy, who, cause).get(itemId)
            tally.all++
            if (falls(stand, after)) tally.fell++
            // Whatever carries it now, it is not what was taken away.
            expect(after?.candidate.cause).not.toBe(cause)
          }
          const { history, likes, page, trades, visit } = who
          const hers = new Set([...visit, ...likes, ...history, page, ...trades.map(([own]) => own)])
          const stranger = ITEMS.filter((one) => !hers.has(one))[pick % 3]
          const stand = stands[pick % Math.max(1, stands.length)]
          if (stranger === undefined || stand === undefined) continue
          planted++
          if (!falls(stand, ask(strategy, who, stranger).get(stand.candidate.itemId))) noticed++
        }
      }),
      { numRuns: 300, seed: 20_261 },
    )
    console.log(`${planted} planted causes, ${noticed} noticed; named causes:`, Object.fromEntries(cases))
    expect(planted).toBeGreaterThan(1_000)
    expect(noticed).toBe(planted)
    for (const [strategy, { all, fell }] of cases) {
      const least = (ALWAYS as readonly string[]).includes(strategy) ? 1 : IN_A_MIXTURE
      expect(all, strategy).toBeGreaterThan(200)
      expect(fell / all, strategy).toBeGreaterThanOrEqual(least)
    }
  })
})
