import { STRATEGIES } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { ago, ask, catalogueOf, modelOf, personOf, reasons, shown } from '../../support/small-shop.ts'

const NOTHING = modelOf([])
const price = (amount: string) => ({ amount, currency: 'PLN' })
const first = (count: number, list: readonly string[]): readonly string[] => list.slice(0, count)

describe('every strategy', () => {
  it('fills a shelf at level 0 from a catalogue alone, and says nothing personal', async () => {
    const catalogue = await catalogueOf(
      Array.from({ length: 14 }, (_, n) => ({ category: `c${n % 3}`, item_id: `p${n}` })),
    )
    for (const strategy of STRATEGIES) {
      const answer = ask(catalogue, NOTHING, { strategy }, { items: catalogue.newestFirst().slice(0, 1) })
      expect(shown(answer), strategy).toHaveLength(strategy === 'complete_the_set' ? 9 : 10)
      expect(['context', 'popular', 'curated'], strategy).toContain(answer.mode)
      for (const use of answer.uses)
        expect(['page_context', 'catalogue', 'shared_counts'], strategy).toContain(use)
    }
  })

  it('answers an empty catalogue with an empty shelf, and refuses shares out of range', async () => {
    const catalogue = await catalogueOf([{ item_id: 'last' }])
    await catalogue.remove('last')
    for (const strategy of STRATEGIES)
      expect(ask(catalogue, NOTHING, { strategy }), strategy).toMatchObject({ candidates: [], removed: {} })
    for (const name of ['diversity', 'calibration', 'exploration'])
      for (const value of [-0.1, 1.1, Number.NaN])
        expect(() => ask(catalogue, NOTHING, { [name]: value })).toThrow(
          expect.objectContaining({ code: 'invalid_request' }),
        )
    expect(() => ask(catalogue, NOTHING, { strategy: 'magic' })).toThrow(
      expect.objectContaining({ code: 'strategy_unknown' }),
    )
  })
})

describe('new', () => {
  it('shows what came in lately, newest first, by its date or by the day it was first heard of', async () => {
    let now = ago(100)
    const catalogue = await catalogueOf(
      [
        { item_id: 'always' },
        { item_id: 'dated', released_at: new Date(ago(20)).toISOString() },
        { item_id: 'old', released_at: new Date(ago(90)).toISOString() },
        { item_id: 'announced', released_at: new Date(ago(-9)).toISOString() },
      ],
      () => now,
    )
    now = ago(5)
    await catalogue.putMany([
      { item_id: 'late', title: 'Late' },
      { item_id: 'always', title: 'Sent again' },
    ])
    const answer = ask(catalogue, NOTHING, { strategy: 'new' })
    expect(reasons(answer)).toEqual({
      always: 'in_catalogue',
      announced: 'in_catalogue',
      dated: 'new_in_shop',
      late: 'new_in_shop',
      old: 'in_catalogue',
    })
    expect(first(2, shown(answer))).toEqual(['late', 'dated'])
  })
})

describe('trending', () => {
  it('shows what rises against its own past, not what sells most', async () => {
    const catalogue = await catalogueOf([
      { counts: { sold_30_days: 900, sold_7_days: 210 }, item_id: 'bestseller' },
      { counts: { sold_30_days: 60, sold_7_days: 50 }, item_id: 'rising' },
      { counts: { viewed_30_days: 40, viewed_7_days: 5 }, item_id: 'falling' },
      { item_id: 'quiet' },
    ])
    const answer = ask(catalogue, NOTHING, { strategy: 'trending' })
    expect(reasons(answer)).toMatchObject({ falling: 'popular', quiet: 'in_catalogue', rising: 'trending' })
    expect(shown(answer)[0]).toBe('rising')
  })
})

describe('similar and compare', () => {
  const shop = () =>
    catalogueOf([
      {
        attributes: { kind: 'kettle' },
        brand: 'A',
        category: 'ware/kettles',
        item_id: 'k1',
        price: price('100.00'),
      },
      {
        attributes: { kind: 'kettle' },
        brand: 'A',
        category: 'ware/kettles',
        item_id: 'same',
        price: price('100.00'),
      },
      {
        attributes: { kind: 'kettle' },
        brand: 'B',
        category: 'ware/kettles',
        item_id: 'dearer',
        price: price('140.00'),
      },
      {
        attributes: { kind: 'kettle' },
        brand: 'A',
        category: 'ware/kettles',
        item_id: 'luxury',
        price: price('900.00'),
      },
      {
        attributes: { kind: 'cup' },
        brand: 'A',
        category: 'ware/cups',
        item_id: 'cup',
        price: price('20.00'),
      },
      { brand: 'Z', category: 'garden', item_id: 'spade', price: price('50.00') },
    ])

  it('finds what the catalogue describes alike, where nobody has looked yet', async () => {
    const answer = ask(
      await shop(),
      NOTHING,
      { diversity: 0, strategy: 'similar' },
      { items: ['k1' as never] },
    )
    expect(shown(answer)[0]).toBe('same')
    expect(reasons(answer)).toMatchObject({ cup: 'similar_to_page', dearer: 'similar_to_page' })
    expect(shown(answer).indexOf('cup')).toBeLessThan(shown(answer).indexOf('spade'))
  })

  it('compares with alternatives that differ and are within reach', async () => {
    const answer = ask(await shop(), NOTHING, { limit: 3, strategy: 'compare' }, { items: ['k1' as never] })
    expect(answer.candidates[0]).toMatchObject({ cause: 'k1', itemId: 'dearer', reason: 'near_alternative' })
    expect(
      Object.entries(reasons(answer)).filter(([, reason]) => reason === 'near_alternative'),
    ).toHaveLength(1)
  })
})

describe('complete the set', () => {
  it('takes the shop at its word first, then what is bought with it, never of the same kind', async () => {
    const catalogue = await catalogueOf([
      { category: 'grinders', goes_with: ['beans', 'filters', 'gone'], item_id: 'grinder' },
      { category: 'grinders', counts: { sold_30_days: 500 }, item_id: 'grinder-2' },
      { category: 'beans', item_id: 'beans' },
      { available: false, category: 'filters', item_id: 'filters' },
      { category: 'scales', item_id: 'scales' },
    ])
    const model = modelOf(Array.from({ length: 6 }, () => ['grinder!', 'scales!', 'grinder-2!']))
    const answer = ask(catalogue, model, { strategy: 'complete_the_set' }, { items: ['grinder' as never] })
    expect(reasons(answer)).toEqual({ beans: 'goes_with_page', scales: 'bought_with_page' })
    expect(answer.removed).toEqual({ not_in_catalogue: 1, unavailable: 1 })
    const cart = ask(
      catalogue,
      NOTHING,
      { limit: 1, strategy: 'complete_the_set' },
      { cart: ['grinder' as never] },
    )
    expect(reasons(cart)).toEqual({ beans: 'goes_with_cart' })
  })
})

describe('what is reduced', () => {
  it('stands first on its shelf for everybody, popular ones before others; a price that rose does not', async () => {
    const reduced = { list_price: price('20.00'), price: price('15.00') }
    const catalogue = await catalogueOf([
      { item_id: 'full', price: price('20.00') },
      { ...reduced, item_id: 'quiet' },
      { ...reduced, counts: { sold_30_days: 9 }, item_id: 'sought' },
      { item_id: 'dearer', list_price: price('10.00'), price: price('15.00') },
    ])
    const answer = ask(catalogue, NOTHING, { diversity: 0, strategy: 'on_sale_for_you' })
    expect(first(2, shown(answer))).toEqual(['sought', 'quiet'])
    expect(reasons(answer)).toMatchObject({ dearer: 'in_catalogue', full: 'in_catalogue', quiet: 'on_sale' })
  })

  it('is ranked by her taste, and says both', async () => {
    const reduced = { list_price: price('20.00'), price: price('15.00') }
    const catalogue = await catalogueOf([
      ...['tea-1', 'tea-2', 'tea-3'].map((item_id) => ({ category: 'tea', item_id })),
      { ...reduced, category: 'tea', item_id: 'tea-4' },
      { ...reduced, category: 'garden', counts: { sold_30_days: 900 }, item_id: 'spade' },
      { category: 'garden', item_id: 'rake' },
    ])
    const her = personOf({ visit: ['tea-1', 'tea-2'] })
    const answer = ask(catalogue, NOTHING, { strategy: 'on_sale_for_you' }, {}, her)
    expect(answer.candidates[0]).toMatchObject({
      besides: ['on_sale'],
      itemId: 'tea-4',
      reason: 'viewed_in_visit',
    })
    expect(answer.mode).toBe('session')
    expect(shown(ask(catalogue, NOTHING, { strategy: 'on_sale_for_you' }))[0]).toBe('spade')
  })
})

describe('a shelf a filter empties', () => {
  it('falls down the ladder, has the mode of what it shows, and says which rule removed how many', async () => {
    const catalogue = await catalogueOf([
      ...Array.from({ length: 6 }, (_, n) => ({ brand: 'A', category: 'tea', item_id: `tea-${n}` })),
      ...Array.from({ length: 3 }, (_, n) => ({
        brand: 'B',
        counts: { sold_30_days: 20 - n },
        item_id: `cup-${n}`,
      })),
    ])
    const page = { items: ['tea-0' as never] }
    const free = ask(catalogue, NOTHING, { limit: 3, strategy: 'category_picks' }, page)
    expect(free).toMatchObject({ mode: 'context', removed: { on_page: 1 } })
    const filter = { brand: 'B' }
    const answer = ask(catalogue, NOTHING, { filter, limit: 3, strategy: 'category_picks' }, page)
    expect(answer).toMatchObject({ mode: 'popular', removed: { filter: 5, on_page: 1 } })
    expect(shown(answer)).toEqual(['cup-0', 'cup-1', 'cup-2'])
    const none = ask(catalogue, NOTHING, { filter: { brand: 'C' }, limit: 3 }, page)
    expect(none).toMatchObject({ candidates: [], mode: 'curated', removed: { filter: 8, on_page: 1 } })
  })
})
