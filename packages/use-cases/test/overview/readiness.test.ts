import { type ItemId, type Product, STRATEGIES } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { readinessOf } from '../../src/overview/readiness.ts'

const NOTHING = { carts: 0, purchases: 0, sessions: 0, views: 0 }
const products = (count: number, more: Partial<Product> = {}): Product[] =>
  Array.from({ length: count }, (_, n) => ({
    available: true,
    category: 'tea',
    itemId: `item-${n}` as ItemId,
    sensitive: false,
    title: `Tea ${n}`,
    ...more,
  }))
const STILL = { purchases: 0, sessions: 0, views: 0 }
const TODAY = Date.UTC(2026, 10, 24) / 86_400_000
const of = (
  strategy: string,
  shop: readonly Product[],
  learned: Parameters<typeof readinessOf>[1],
  perDay: Parameters<typeof readinessOf>[2] = STILL,
) => readinessOf(shop, learned, perDay, TODAY).find((one) => one.strategy === strategy)

describe('readiness', () => {
  it('waits in an empty shop, but for what needs no behaviour', () => {
    expect(of('bought_together', products(300), NOTHING)).toMatchObject({
      have: 0,
      need: 300,
      state: 'waiting',
    })
    expect(of('category_picks', products(300), NOTHING)).toMatchObject({ have: 300, state: 'ready' })
    expect(of('category_picks', [], NOTHING)).toMatchObject({ state: 'waiting' })
  })

  it('says how many are still needed while it learns', () => {
    const learned = { carts: 9, purchases: 60, sessions: 700, views: 12_345 }
    expect(of('bought_together', products(300), learned)).toMatchObject({
      basis: 'purchases',
      have: 60,
      need: 300,
      state: 'learning',
    })
    expect(of('also_viewed', products(300), learned)).toMatchObject({ have: 12_345, state: 'ready' })
    expect(of('for_you', products(300), learned)).toMatchObject({ basis: 'visits', state: 'ready' })
  })

  it('names the day on which the missing will be there, where the last days tell a pace', () => {
    const learned = { carts: 9, purchases: 60, sessions: 0, views: 0 }
    const pace = { purchases: 26.8, sessions: 0, views: 4 }
    expect(of('cart', products(300), learned, pace)).toMatchObject({ forecast: '2026-12-03' })
    expect(of('cart', products(300), learned)).toMatchObject({ forecast: null })
    expect(of('also_viewed', products(3_000), learned, pace)).toMatchObject({ forecast: null })
    expect(of('similar', products(300), learned, pace)).toMatchObject({ forecast: null })
    expect(of('cart', products(40), learned, pace)).toMatchObject({ forecast: null, state: 'ready' })
  })

  it('asks the shop for what only a catalogue tells', () => {
    const told = {
      durable: false,
      goesWith: ['item-1' as ItemId],
      lastsDays: 30,
      releasedAtMs: Date.UTC(2026, 10, 20),
    }
    const money = (amount: string) => ({ amount, currency: 'PLN' })
    const reduced = { listPrice: money('20.00'), price: money('15.00') }
    for (const [strategy, more] of [
      ['buy_again', told],
      ['complete_the_set', told],
      ['new', told],
      ['on_sale_for_you', reduced],
      ['similar', { brand: 'Polana' }],
    ] as const) {
      expect(of(strategy, products(20), NOTHING), strategy).toMatchObject({ have: 0, state: 'waiting' })
      expect(of(strategy, products(20, more), NOTHING), strategy).toMatchObject({ state: 'ready' })
    }
    expect(of('recently_viewed', products(20), NOTHING)).toMatchObject({ basis: 'nothing', state: 'ready' })
  })

  it('names the models of every strategy', () => {
    const all = readinessOf(products(1), NOTHING, STILL, TODAY)
    expect(all.map(({ strategy }) => strategy)).toEqual([...STRATEGIES])
    for (const { strategy, uses } of all) expect(uses.length, strategy).toBeGreaterThan(0)
  })

  it('counts only products that may be shown', () => {
    const hidden = [...products(100, { available: false }), ...products(100, { sensitive: true })]
    expect(of('bought_together', [...products(60), ...hidden], NOTHING)).toMatchObject({ need: 60 })
  })

  it('takes pairs and counts the shop gave itself', () => {
    const counts = {
      boughtWith: [{ count: 5, itemId: 'item-1' as ItemId }],
      sold30Days: 50,
      viewed30Days: 70,
    }
    const given = [...products(5, { counts }), ...products(5)]
    expect(of('cart', given, NOTHING)).toMatchObject({ from_shop_counts: true, have: 0, state: 'ready' })
    expect(of('popular', given, NOTHING)).toMatchObject({ have: 600, state: 'ready' })
  })
})
