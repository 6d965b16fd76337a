import type { ItemId, Product } from '@umiar/vocabulary'
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
const of = (strategy: string, ...given: Parameters<typeof readinessOf>) =>
  readinessOf(...given).find((one) => one.strategy === strategy)

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
