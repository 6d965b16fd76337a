import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../src/catalogue.ts'
import { sumsOf } from '../src/order.ts'
import { SMALL_SHOP } from './support/small-shop.ts'

const catalogue = createCatalogue(SMALL_SHOP)
const found = (term: string): readonly string[] => catalogue.search(term).map(({ feed }) => feed.item_id)

describe('search in the catalogue', () => {
  it('finds nothing for nothing, for nonsense and for hostile words', () => {
    expect(found('zolta SENCHA')).toEqual(['sencha'])
    for (const term of ['', '   ', 'xyzzy', '<script>', '.*', '('.repeat(500)])
      expect(found(term)).toEqual([])
  })
})

describe('categories', () => {
  it('hold what lies below them, and no neighbour with a like name', () => {
    expect(catalogue.inCategory('tea')).toHaveLength(7)
    expect(catalogue.inCategory('tea/green')).toHaveLength(3)
    expect(catalogue.inCategory('te')).toEqual([])
    expect(catalogue.departments).toEqual(['tea', 'care'])
    expect(catalogue.isPrivate('care')).toBe(true)
  })

  it('are sorted by what sells, price and date', () => {
    const ids = (sort: 'cheap' | 'dear') =>
      catalogue.inCategory('tea/green', sort).map(({ feed }) => feed.item_id)
    expect(ids('cheap')).toEqual(['gunpowder', 'genmaicha', 'sencha'])
    expect(ids('dear')).toEqual(['sencha', 'genmaicha', 'gunpowder'])
  })
})

describe('what the shop suggests by itself', () => {
  it('leaves out what is sold out, private or for adults', () => {
    const ids = catalogue.bestSellers(20).map(({ feed }) => feed.item_id)
    expect(ids).toHaveLength(6)
    for (const hidden of ['kettle', 'iron', 'wine']) expect(ids).not.toContain(hidden)
  })
})

describe('the sums of an order', () => {
  it('are exact in hundredths, and delivery is free from 199', () => {
    const line = (id: string, quantity: number) => ({
      product: catalogue.product(id) ?? expect.fail(id),
      quantity,
    })
    expect(sumsOf([line('gunpowder', 3)], 'locker')).toEqual({ delivery: 12.99, goods: 73.5, total: 86.49 })
    expect(sumsOf([line('pot', 1), line('cup', 3)], 'courier')).toEqual({
      delivery: 0,
      goods: 223,
      total: 223,
    })
    expect(sumsOf([line('kettle', 1)], 'courier')).toEqual({ delivery: 0, goods: 0, total: 0 })
  })
})
