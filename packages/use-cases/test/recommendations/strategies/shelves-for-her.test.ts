import { describe, expect, it } from 'vitest'
import {
  ago,
  ask,
  catalogueOf,
  id,
  modelOf,
  personOf,
  reasons,
  shown,
  TODAY,
} from '../../support/small-shop.ts'

const NOTHING = modelOf([])
const bought = (item: string, ...daysAgo: readonly number[]) =>
  daysAgo.map((days) => ({ atMs: ago(days), itemId: id(item), kind: 'purchase' as const }))
const step = (item: string, daysAgo: number, kind: 'view' | 'purchase' = 'view') => ({
  atMs: ago(daysAgo),
  itemId: id(item),
  kind,
})
const due = (answer: ReturnType<typeof ask>): string[] =>
  answer.candidates.filter(({ reason }) => reason === 'due_again').map(({ itemId }) => itemId)

describe('recently viewed', () => {
  it('shows her own views, the last first, this visit before history; not the page she is on', async () => {
    const catalogue = await catalogueOf(['a', 'b', 'c', 'd', 'e'].map((item_id) => ({ item_id })))
    const her = personOf({
      history: [step('c', 9), step('a', 8), step('d', 7, 'purchase')],
      visit: ['a', 'b'],
    })
    const answer = ask(
      catalogue,
      NOTHING,
      { limit: 3, strategy: 'recently_viewed' },
      { items: [id('b')] },
      her,
    )
    expect(shown(answer).slice(0, 2)).toEqual(['a', 'c'])
    expect(reasons(answer)).toMatchObject({ a: 'seen_in_visit', c: 'seen_before' })
    expect(answer).toMatchObject({ mode: 'personal' })
    expect(answer.uses).toEqual(expect.arrayContaining(['session_events', 'view_history']))
    const inVisit = ask(
      catalogue,
      NOTHING,
      { limit: 1, strategy: 'recently_viewed' },
      {},
      personOf({ visit: ['a'] }),
    )
    expect(inVisit).toMatchObject({ mode: 'session', uses: ['session_events'] })
  })
})

describe('buy again', () => {
  const shop = () =>
    catalogueOf([
      { category: 'tea', durable: false, item_id: 'tea' },
      { category: 'tea', durable: false, item_id: 'other-tea' },
      { category: 'tea', durable: false, item_id: 'new-tea' },
      { category: 'soap', durable: false, item_id: 'soap', lasts_days: 30 },
      { category: 'ware', durable: true, item_id: 'kettle' },
      { category: 'misc', item_id: 'unsaid' },
    ])

  it('knows her own interval for a product, and says the day', async () => {
    const catalogue = await shop()
    const her = personOf({ trades: bought('tea', 70, 46, 24) })
    const answer = ask(catalogue, NOTHING, { limit: 1, strategy: 'buy_again' }, {}, her)
    expect(answer.candidates[0]).toMatchObject({
      cause: 'tea',
      dueDay: TODAY - 24 + 22,
      itemId: 'tea',
      reason: 'due_again',
    })
    expect(answer).toMatchObject({ mode: 'personal', uses: ['purchase_history'] })
    // Bought again yesterday, it is not due; it stays among what she buys.
    const served = personOf({ trades: bought('tea', 70, 46, 24, 1) })
    const later = ask(catalogue, NOTHING, { limit: 1, strategy: 'buy_again' }, {}, served)
    expect(later.candidates[0]).toMatchObject({ itemId: 'tea', reason: 'bought_by_her' })
  })

  it('takes the catalogue’s word for what she bought once, else her own pace in the category', async () => {
    const catalogue = await shop()
    const ask1 = (trades: Parameters<typeof personOf>[0]['trades']) =>
      due(ask(catalogue, NOTHING, { strategy: 'buy_again' }, {}, personOf({ trades: trades ?? [] })))
    expect(ask1(bought('soap', 31))).toEqual(['soap'])
    expect(ask1(bought('soap', 10))).toEqual([])
    expect(ask1(bought('other-tea', 21))).toEqual([])
    expect(ask1([...bought('other-tea', 21), ...bought('tea', 41, 21, 1)])).toEqual(['other-tea'])
  })

  it('never says it of what lasts, of what went back, of what she gave up, or of what nobody knows to be used up', async () => {
    const catalogue = await shop()
    const refund = { atMs: ago(20), itemId: id('soap'), kind: 'refund' as const }
    for (const trades of [
      bought('kettle', 90, 60, 30),
      [...bought('soap', 31), refund],
      bought('soap', 200),
      bought('unsaid', 30),
    ])
      expect(due(ask(catalogue, NOTHING, { strategy: 'buy_again' }, {}, personOf({ trades })))).toEqual([])
    expect(
      due(
        ask(
          catalogue,
          NOTHING,
          { strategy: 'buy_again' },
          {},
          personOf({ trades: bought('unsaid', 60, 30) }),
        ),
      ),
    ).toEqual(['unsaid'])
  })
})

describe('for you', () => {
  const shop = () =>
    catalogueOf([
      ...['tea', 'ware', 'garden'].flatMap((category) =>
        Array.from({ length: 8 }, (_, n) => ({
          category,
          counts: { viewed_30_days: 90 - n - (category === 'garden' ? 0 : 30) },
          durable: category !== 'tea',
          item_id: `${category}-${n}`,
        })),
      ),
    ])

  it('brings a purchase that may be running out among the first four', async () => {
    const catalogue = await shop()
    const her = personOf({
      history: [
        step('tea-5', 60, 'purchase'),
        step('tea-5', 30, 'purchase'),
        ...[9, 8, 7].map((day) => step(`ware-${day - 6}`, day)),
      ],
      trades: bought('tea-5', 60, 30),
      visit: ['ware-1'],
    })
    const answer = ask(catalogue, NOTHING, { strategy: 'for_you' }, {}, her)
    expect(shown(answer).slice(0, 4)).toContain('tea-5')
    expect(reasons(answer)['tea-5']).toBe('due_again')
  })

  it('learns from others’ visits, from hints and from the words of the catalogue', async () => {
    const catalogue = await shop()
    const model = modelOf(Array.from({ length: 8 }, () => ['ware-1', 'garden-7', 'ware-1']))
    const her = personOf({ likes: ['tea-3'], visit: ['ware-3', 'ware-2', 'ware-1'] })
    const answer = ask(catalogue, model, { strategy: 'for_you' }, {}, her)
    expect(shown(answer)[0]).toBe('tea-3')
    expect(shown(answer)).toContain('garden-7')
    expect(shown(answer).filter((item) => item.startsWith('ware-')).length).toBeGreaterThan(0)
    expect(answer.uses).toEqual(expect.arrayContaining(['declared_taste', 'session_events', 'shared_counts']))
  })

  it('is the answer of level 0 for somebody nothing is known of', async () => {
    const catalogue = await shop()
    expect(ask(catalogue, NOTHING, {}, {}, personOf({}))).toEqual(ask(catalogue, NOTHING, {}))
  })
})

describe('a mixed shelf', () => {
  it('keeps to the shares of her tastes as far as it is asked to', async () => {
    const catalogue = await catalogueOf(
      ['tea', 'ware'].flatMap((category) =>
        Array.from({ length: 20 }, (_, n) => ({ category, item_id: `${category}-${n}` })),
      ),
    )
    const history = [
      ...Array.from({ length: 7 }, (_, n) => step(`tea-${n}`, 20 - n)),
      ...[0, 1, 2].map((n) => step(`ware-${n}`, 9 - n)),
    ]
    // What she looked at herself may stand as well; here only what she has not seen.
    const exclude_ids = history.map(({ itemId }) => itemId)
    const teas = (calibration: number): number =>
      shown(
        ask(
          catalogue,
          NOTHING,
          { calibration, diversity: 0, exclude_ids, exploration: 0 },
          {},
          personOf({ history }),
        ),
      ).filter((item) => item.startsWith('tea')).length
    expect(teas(0)).toBeGreaterThanOrEqual(9)
    expect(teas(1)).toBe(7)
  })

  it('spreads over categories with diversity, and stands as scored without', async () => {
    const catalogue = await catalogueOf(
      ['tea', 'ware', 'garden'].flatMap((category, place) =>
        Array.from({ length: 12 }, (_, n) => ({
          category,
          counts: { sold_30_days: 200 - 50 * place - n },
          item_id: `${category}-${n}`,
        })),
      ),
    )
    const categories = (diversity: number): number =>
      new Set(
        shown(ask(catalogue, NOTHING, { diversity, strategy: 'popular' })).map((item) => item.split('-')[0]),
      ).size
    expect(categories(0)).toBe(1)
    expect(categories(0.8)).toBe(3)
  })
})

describe('what is new', () => {
  const shop = () =>
    catalogueOf([
      ...Array.from({ length: 20 }, (_, n) => ({
        brand: n === 3 ? 'Łąka' : `B${n}`,
        category: 'tea',
        counts: { sold_30_days: 40 - n },
        item_id: `tea-${n}`,
        title: n === 3 ? 'Jaśminowa perła' : `Herbata ${n}`,
      })),
      {
        brand: 'Łąka',
        category: 'tea',
        item_id: 'fresh',
        released_at: new Date(ago(3)).toISOString(),
        title: 'Jaśminowa perła duża',
      },
    ])

  it('takes a place beside what it is like, until enough visits speak for it', async () => {
    const catalogue = await shop()
    const others = Array.from({ length: 9 }, () => ['tea-1', 'tea-3'])
    const slot = { diversity: 0, limit: 3, strategy: 'also_viewed' }
    const answer = ask(catalogue, modelOf(others), slot, { items: [id('tea-1')] })
    expect(answer.candidates.slice(0, 2)).toMatchObject([
      { itemId: 'tea-3', reason: 'viewed_with_page' },
      { cause: 'tea-3', itemId: 'fresh', reason: 'new_like' },
    ])
    const known = modelOf([...others, ...Array.from({ length: 6 }, () => ['fresh', 'tea-9'])])
    expect(reasons(ask(catalogue, known, slot, { items: [id('tea-1')] })).fresh).not.toBe('new_like')
  })

  it('gets at most the last place of ten, the same for everybody and whatever was learned', async () => {
    const catalogue = await shop()
    const answers = [NOTHING, modelOf([['tea-1', 'tea-2']]), modelOf([['tea-7', 'tea-8', 'tea-9']])].map(
      (model) => ask(catalogue, model, { strategy: 'category_picks' }, { category: 'tea' }),
    )
    for (const answer of answers) {
      expect(answer.candidates.at(-1)).toMatchObject({ itemId: 'fresh', reason: 'given_a_chance' })
      expect(shown(answer).filter((item) => item === 'fresh')).toHaveLength(1)
    }
    const none = ask(catalogue, NOTHING, { exploration: 0, strategy: 'popular' })
    expect(Object.values(reasons(none))).not.toContain('given_a_chance')
    const five = ask(catalogue, NOTHING, { limit: 5, strategy: 'popular' })
    expect(Object.values(reasons(five))).not.toContain('given_a_chance')
  })
})
