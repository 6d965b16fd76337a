import type { ItemId, Product } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { compileFilter, ELIGIBILITY_RULES, ineligibility } from '../../src/index.ts'

const tea: Product = {
  attributes: { organic: true, weight: 100 },
  available: true,
  brand: 'Łąka',
  category: 'tea/green',
  itemId: 'tea-1' as ItemId,
  price: { amount: '24.90', currency: 'PLN' },
  sensitive: false,
  title: 'Sencha',
}
const passes = (expression: unknown): boolean => compileFilter(expression, '/filter')(tea)
const faultAt = (expression: unknown): string | undefined => {
  try {
    compileFilter(expression, '/filter')
  } catch (error) {
    return (error as { faults: { pointer: string }[] }).faults[0]?.pointer
  }
  return undefined
}

describe('a slot filter', () => {
  it('compares catalogue fields and own attributes', () => {
    expect(passes({ field: 'category', op: 'starts_with', value: 'tea' })).toBe(true)
    expect(passes({ field: 'price', op: 'le', value: 20 })).toBe(false)
    expect(passes({ field: 'organic', op: 'eq', value: true })).toBe(true)
    expect(
      passes({
        all: [{ field: 'weight', op: 'gt', value: 50 }, { not: { field: 'brand', op: 'in', value: ['X'] } }],
      }),
    ).toBe(true)
    expect(passes({ any: [] })).toBe(false)
  })

  it('is false for a field the product lacks, and never reads what is not its own', () => {
    expect(passes({ field: 'colour', op: 'ne', value: 'red' })).toBe(false)
    expect(passes({ field: 'constructor', op: 'ne', value: 'x' })).toBe(false)
  })

  it('names the place at fault', () => {
    expect(faultAt('tea')).toBe('/filter')
    expect(faultAt({ all: [{ field: 'brand', op: 'like', value: 'x' }] })).toBe('/filter/all/0/op')
    expect(faultAt({ field: 'brand', op: 'in', value: 'x' })).toBe('/filter/value')
    expect(faultAt({ op: 'eq', value: 1 })).toBe('/filter/field')
    let deep: unknown = { field: 'brand', op: 'eq', value: 'x' }
    for (let level = 0; level < 12; level++) deep = { not: deep }
    expect(faultAt(deep)).toContain('/not/not')
  })
})

describe('the short form of a filter', () => {
  const faults = (expression: unknown): readonly { pointer: string; message: string }[] => {
    try {
      compileFilter(expression, '/filter', { currency: 'PLN' })
    } catch (error) {
      return (error as { faults: { pointer: string; message: string }[] }).faults
    }
    return []
  }

  it('names fields directly: a value, a list, or operators that must all hold', () => {
    expect(passes({ brand: 'Łąka', category: { prefix: 'tea' }, price: { gt: 20, lte: '24.90' } })).toBe(true)
    expect(passes({ brand: ['Łąka', 'Polana'] })).toBe(true)
    expect(passes({ price: { amount: '24.90', currency: 'PLN' } })).toBe(true)
    expect(passes({ 'attributes.organic': true })).toBe(true)
    expect(passes({})).toBe(true)
  })

  it('takes a category with everything below it, and no other that begins alike', () => {
    expect(passes({ category: { prefix: 'tea/' } })).toBe(true)
    expect(passes({ category: { prefix: ['coffee', 'tea/green'] } })).toBe(true)
    expect(passes({ category: { prefix: 'tea/gre' } })).toBe(false)
  })

  it('compares with the page', () => {
    const page = { cart: [], items: [{ ...tea, brand: 'Polana', itemId: 'tea-2' as ItemId }], nowMs: 0 }
    const onPage = (expression: unknown): boolean => compileFilter(expression, '')(tea, page)
    expect(onPage({ category: { same_as: 'page' } })).toBe(true)
    expect(onPage({ brand: { same_as: 'page' } })).toBe(false)
    expect(onPage({ brand: { different_from: 'page' } })).toBe(true)
    expect(onPage({ brand: { same_as: 'cart' } })).toBe(false)
  })

  it('says what was probably meant, and never repeats what it does not know', () => {
    expect(faults({ brnad: 'x' })).toMatchObject([
      { message: expect.stringContaining('did you mean brand?'), pointer: '/filter' },
    ])
    expect(faults({ price: { gtee: 3 } })).toMatchObject([
      { message: expect.stringContaining('did you mean gte?'), pointer: '/filter/price' },
    ])
    expect(faults({ field: 'pirce', op: 'lt', value: 1 })).toMatchObject([{ pointer: '/filter/field' }])
    expect(faults({ 'anna@example.com': 1 })[0]?.message).not.toContain('anna')
  })

  it('is typed by field, and tells every fault at once', () => {
    const wrong = {
      adult: 'yes',
      any: [{ price: { gte: 'dear' } }, { labels: { gt: 3 } }],
      title: { in: 'x' },
    }
    expect(faults(wrong).map(({ pointer }) => pointer)).toEqual([
      '/filter/adult',
      '/filter/any/0/price/gte',
      '/filter/any/1/labels',
      '/filter/title/in',
    ])
    expect(faults({ price: { lt: { amount: '5', currency: 'EUR' } } })).toMatchObject([
      { message: expect.stringContaining('shop’s currency'), pointer: '/filter/price/lt' },
    ])
    expect(faults({ price: { between: [5, 1] } })).toHaveLength(1)
    expect(faults({ released_at: { gt: 'yesterday' } })).toHaveLength(1)
    expect(faults({ brand: { same_as: 'visitor' } })).toHaveLength(1)
    expect(faults({ brand: {} })).toHaveLength(1)
  })

  it('has a limit of conditions and of values', () => {
    const many = Array.from({ length: 60 }, () => ({ brand: 'x', title: 'y' }))
    expect(faults({ any: many })[0]?.message).toContain('100 conditions')
    expect(faults({ brand: { in: Array.from({ length: 1_001 }, String) } })).toHaveLength(1)
    expect(faults({ brand: 'x'.repeat(513) })).toHaveLength(1)
  })
})

describe('eligibility', () => {
  const none = new Set<ItemId>()
  const context = {
    alreadyHave: none,
    bought: none,
    excluded: none,
    filter: undefined,
    inCart: none,
    neverShow: none,
    onPage: none,
    placed: none,
    product: () => tea,
    shownEnough: none,
  }
  const itself = new Set([tea.itemId])

  it('lets an available product pass and names the first rule it breaks', () => {
    expect(ineligibility(tea.itemId, context)).toBeUndefined()
    expect(ineligibility(tea.itemId, { ...context, product: () => undefined })).toBe('not_in_catalogue')
    expect(ineligibility(tea.itemId, { ...context, product: () => ({ ...tea, available: false }) })).toBe(
      'unavailable',
    )
    expect(ineligibility(tea.itemId, { ...context, product: () => ({ ...tea, sensitive: true }) })).toBe(
      'sensitive',
    )
    expect(ineligibility(tea.itemId, { ...context, onPage: itself })).toBe('on_page')
    expect(ineligibility(tea.itemId, { ...context, inCart: itself })).toBe('in_cart')
    expect(ineligibility(tea.itemId, { ...context, excluded: itself })).toBe('excluded')
    expect(ineligibility(tea.itemId, { ...context, neverShow: itself })).toBe('never_show')
    expect(ineligibility(tea.itemId, { ...context, placed: itself })).toBe('repeated')
    expect(ineligibility(tea.itemId, { ...context, filter: () => false })).toBe('filter')
    expect(ineligibility(tea.itemId, { ...context, shownEnough: itself })).toBe('shown_enough')
  })

  it('keeps away what she owns only if it lasts', () => {
    const has = (durable: boolean | undefined) => ({
      ...context,
      product: () => (durable === undefined ? tea : { ...tea, durable }),
    })
    const ruleFor = (durable: boolean | undefined, owned: object) =>
      ineligibility(tea.itemId, { ...has(durable), ...owned })
    expect([true, false, undefined].map((durable) => ruleFor(durable, { bought: itself }))).toEqual([
      'owned',
      undefined,
      undefined,
    ])
    // Her own word counts also where the shop does not say whether the product lasts.
    expect([true, false, undefined].map((durable) => ruleFor(durable, { alreadyHave: itself }))).toEqual([
      'owned',
      undefined,
      'owned',
    ])
  })

  it('asks about product and page first: what they remove says nothing about a person', () => {
    const hers = { alreadyHave: itself, bought: itself, neverShow: itself, shownEnough: itself }
    expect(ineligibility(tea.itemId, { ...context, ...hers, filter: () => false })).toBe('filter')
    expect(ineligibility(tea.itemId, { ...context, ...hers, placed: itself })).toBe('repeated')
    expect(ineligibility(tea.itemId, { ...context, ...hers })).toBe('never_show')
  })

  it('asks in the order of its list', () => {
    const breaking: Record<string, object> = {
      excluded: { excluded: itself },
      filter: { filter: () => false },
      in_cart: { inCart: itself },
      never_show: { neverShow: itself },
      not_in_catalogue: { product: () => undefined },
      on_page: { onPage: itself },
      owned: { alreadyHave: itself },
      repeated: { placed: itself },
      sensitive: { product: () => ({ ...tea, sensitive: true }) },
      shown_enough: { shownEnough: itself },
      unavailable: { product: () => ({ ...tea, available: false, sensitive: true }) },
    }
    for (const [place, rule] of ELIGIBILITY_RULES.entries()) {
      const all = ELIGIBILITY_RULES.slice(place)
        .toReversed()
        .map((broken) => breaking[broken])
      expect(ineligibility(tea.itemId, Object.assign({ ...context }, ...all))).toBe(rule)
    }
  })
})
