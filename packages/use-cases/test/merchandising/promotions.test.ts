import type { ItemId, Product } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, isInForce, type PromotionPlace, Promotions } from '../../src/merchandising/promotions.ts'
import { parseRules } from '../../src/merchandising/rule.ts'

const product = (n: number): Product => ({
  available: true,
  brand: n % 3 === 0 ? 'Łąka' : 'Polana',
  itemId: `i${n}` as ItemId,
  sensitive: false,
  title: `${n}`,
})
const PRODUCTS = new Map(Array.from({ length: 30 }, (_, n) => [`i${n}`, product(n)] as const))
const HOME: PromotionPlace = {
  category: undefined,
  page: { cart: [], items: [], nowMs: Date.parse('2026-11-23T10:00:00Z') },
  pageType: 'home',
  searchTerm: undefined,
  slot: 'top',
}
const rules = (...given: object[]) =>
  parseRules(
    given.map((rule, n) => ({ id: `r${n}`, ...rule })),
    'PLN',
  )
const arranged = (items: readonly string[], ...given: object[]) =>
  arrange(items, (item) => PRODUCTS.get(item), new Promotions(rules(...given), HOME.page), new Map())
const LIST = Array.from({ length: 10 }, (_, n) => `i${n}`)
const faultsOf = (input: unknown): readonly string[] => {
  try {
    parseRules(input, 'PLN')
  } catch (error) {
    return (error as { faults: { pointer: string }[] }).faults.map(({ pointer }) => pointer)
  }
  return []
}

describe('rules on a list', () => {
  it('lift by places and say so, and bury by places without a word', () => {
    const lifted = arranged(LIST, { action: 'boost', items: ['i7'], places: 3, reason: 'stock_clearing' })
    expect(lifted.map(({ entry }) => entry).indexOf('i7')).toBe(4)
    expect(lifted.filter(({ promoted }) => promoted !== undefined)).toEqual([
      { entry: 'i7', promoted: 'stock_clearing' },
    ])
    const buried = arranged(LIST, { action: 'bury', filter: { brand: 'Łąka' }, places: 2 })
    expect(buried.map(({ entry }) => entry)).toEqual([
      'i1',
      'i2',
      'i0',
      'i4',
      'i5',
      'i3',
      'i7',
      'i8',
      'i6',
      'i9',
    ])
    expect(buried.every(({ promoted }) => promoted === undefined)).toBe(true)
  })

  it('leave a list as it is that they are not about', () => {
    expect(arranged(LIST, { action: 'boost', filter: { brand: 'nobody’s' } })).toEqual(
      LIST.map((entry) => ({ entry })),
    )
  })

  it('lose and add nothing, and a list cut after `reach` more is the whole one cut', () => {
    const filter = fc.constantFrom({ brand: 'Łąka' }, { brand: 'Polana' }, { id: 'i9' }, { id: 'i1' })
    const rule = fc.record({
      action: fc.constantFrom('boost', 'bury'),
      filter,
      places: fc.integer({ max: 6, min: 1 }),
    })
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), fc.integer({ max: 8, min: 1 }), (given, limit) => {
        const all = [...PRODUCTS.keys()]
        const whole = arranged(all, ...given).map(({ entry }) => entry)
        expect([...whole].sort()).toEqual([...all].sort())
        const { reach } = new Promotions(rules(...given), HOME.page)
        const cut = arranged(all.slice(0, limit + reach), ...given).map(({ entry }) => entry)
        expect(cut.slice(0, limit)).toEqual(whole.slice(0, limit))
      }),
      { seed: 1 },
    )
  })

  it('pin at their places, a product once and a place once', () => {
    const { pins } = new Promotions(
      rules(
        { action: 'pin', items: ['a', 'b'], position: 2 },
        { action: 'pin', items: ['b', 'c'], position: 3 },
      ),
      HOME.page,
    )
    expect(pins.map(({ itemId, position }) => [itemId, position])).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 4],
    ])
  })
})

describe('a rule', () => {
  const isOn = (rule: object, place: Partial<PromotionPlace> = {}): boolean =>
    isInForce(rules({ action: 'boost', items: ['a'], ...rule })[0]!, { ...HOME, ...place })

  it('is in force in its time, where it is meant for', () => {
    expect(isOn({})).toBe(true)
    expect(isOn({ enabled: false })).toBe(false)
    expect(isOn({ from: '2026-11-23T11:00:00+01:00', until: '2026-11-23T10:00:01Z' })).toBe(true)
    expect(isOn({ from: '2026-11-23T10:00:01Z' })).toBe(false)
    expect(isOn({ until: '2026-11-23T10:00:00Z' })).toBe(false)
    expect(isOn({ on: { page_types: ['cart'] } })).toBe(false)
    expect(isOn({ on: { slots: ['top'] } })).toBe(true)
    expect(isOn({ on: { categories: ['tea/'] } }, { category: 'tea/green' })).toBe(true)
    expect(isOn({ on: { categories: ['tea'] } }, { category: 'teapots' })).toBe(false)
    expect(isOn({ on: { search_terms: ['Żółty'] } }, { searchTerm: 'zołty'.replace('ł', 'l') })).toBe(true)
    expect(isOn({ on: { search_terms: ['Żółty'] } })).toBe(false)
  })

  it('is refused with every place at fault', () => {
    expect(faultsOf('x')).toEqual(['/rules'])
    expect(
      faultsOf([
        { action: 'lift', filter: { brnad: 1 }, id: 'a', price: 1 },
        { action: 'pin', id: 'a', items: [], places: 2 },
        { action: 'bury', from: 'today', id: '', items: ['x'], on: { page_types: ['shelf'], pages: [] } },
        { action: 'boost', id: 'c', places: 101 },
        'rule',
      ]),
    ).toEqual([
      '/rules/0',
      '/rules/0/action',
      '/rules/0/filter',
      '/rules/1/items',
      '/rules/1/places',
      '/rules/1/id',
      '/rules/2/on',
      '/rules/2/from',
      '/rules/2/id',
      '/rules/2/on/page_types',
      '/rules/3/filter',
      '/rules/3/places',
      '/rules/4',
    ])
  })

  it('is refused as filter_invalid where its filter alone is at fault', () => {
    expect(() => rules({ action: 'boost', filter: { price: { gte: 'dear' } } })).toThrowError(
      expect.objectContaining({ code: 'filter_invalid' }),
    )
  })
})
