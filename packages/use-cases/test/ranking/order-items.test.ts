import { compileFilter } from '@umiar/privacy'
import type { ItemId, Product } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Promotions } from '../../src/merchandising/promotions.ts'
import { parseRules } from '../../src/merchandising/rule.ts'
import { blendOrders } from '../../src/ranking/blend-orders.ts'
import { orderItems } from '../../src/ranking/order-items.ts'
import type { PersonalScore } from '../../src/ranking/personal-scores.ts'

const id = (n: number): ItemId => `i${n}` as ItemId
const PAGE = { cart: [], items: [], nowMs: 0 }

/** A list, which of its items may not be judged, and what speaks for the others. */
const lists = fc
  .integer({ max: 40, min: 1 })
  .chain((size) =>
    fc.record({
      fixed: fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 5 }),
      scores: fc.array(fc.option(fc.integer({ max: 4, min: 1 })), { maxLength: size, minLength: size }),
      size: fc.constant(size),
    }),
  )
  .map(({ fixed, scores, size }) => {
    const items = Array.from({ length: size }, (_, n) => id(n))
    const fixedItems = new Set(fixed.map(id))
    const productOf = (item: ItemId): Product | undefined =>
      fixedItems.has(item)
        ? undefined
        : { available: true, brand: `b${item.length}`, itemId: item, sensitive: false, title: item }
    const fit = new Map<ItemId, PersonalScore>()
    scores.forEach((score, n) => {
      if (score !== null && !fixedItems.has(id(n)))
        fit.set(id(n), { cause: id(0), reason: 'viewed_in_visit', score })
    })
    return { fit, fixedItems, items, productOf }
  })
type List = typeof lists extends fc.Arbitrary<infer Value> ? Value : never

const order = ({ fit, items, productOf }: List, strength: number): readonly ItemId[] =>
  orderItems(items, productOf, fit, strength, undefined).map((placed) => placed.itemId)
const strengths = fc.integer({ max: 1_000, min: 0 }).map((steps) => steps / 1_000)
/** Pairs of free items that stand the other way round. */
const turned = (list: List, strength: number): Set<string> => {
  const free = order(list, strength).filter((item) => !list.fixedItems.has(item))
  const place = new Map(list.items.map((item, at) => [item, at]))
  const pairs = new Set<string>()
  free.forEach((a, at) => {
    for (const b of free.slice(at + 1)) if (place.get(a)! > place.get(b)!) pairs.add(`${a} ${b}`)
  })
  return pairs
}

describe('a ranked list', () => {
  it('holds every item it was given, once, and no other', () => {
    fc.assert(
      fc.property(lists, strengths, (list, strength) => {
        expect([...order(list, strength)].sort()).toEqual([...list.items].sort())
      }),
      { seed: 1 },
    )
  })

  it('keeps the shop’s order at strength 0, and wherever nothing speaks for anything', () => {
    fc.assert(
      fc.property(lists, strengths, (list, strength) => {
        expect(order(list, 0)).toEqual(list.items)
        expect(order({ ...list, fit: new Map() }, strength)).toEqual(list.items)
      }),
      { seed: 2 },
    )
  })

  it('is in the order of the scores at strength 1, equals as they stood', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const scoreOf = (item: ItemId): number => list.fit.get(item)?.score ?? 0
        const free = list.items.filter((item) => !list.fixedItems.has(item))
        const expected = [...free].sort((a, b) => scoreOf(b) - scoreOf(a))
        expect(order(list, 1).filter((item) => !list.fixedItems.has(item))).toEqual(expected)
      }),
      { seed: 3 },
    )
  })

  it('turns more pairs of items round the greater the strength, and none back', () => {
    let grew = 0
    fc.assert(
      fc.property(lists, strengths, strengths, (list, one, other) => {
        const less = turned(list, Math.min(one, other))
        const more = turned(list, Math.max(one, other))
        for (const pair of less) expect(more).toContain(pair)
        if (more.size > less.size) grew++
      }),
      { numRuns: 500, seed: 4 },
    )
    expect(grew).toBeGreaterThan(100)
  })

  it('leaves in their places the items it may not judge', () => {
    fc.assert(
      fc.property(lists, strengths, (list, strength) => {
        const now = order(list, strength)
        for (const item of list.fixedItems) expect(now.indexOf(item)).toBe(list.items.indexOf(item))
      }),
      { seed: 5 },
    )
  })

  it('says how far each moved, and a personal reason only of what stands no lower for it', () => {
    fc.assert(
      fc.property(lists, strengths, (list, strength) => {
        orderItems(list.items, list.productOf, list.fit, strength, undefined).forEach((placed, at) => {
          expect(placed.moved).toBe(list.items.indexOf(placed.itemId) - at)
          if (placed.reason !== 'shop_order') {
            expect(placed.moved).toBeGreaterThanOrEqual(0)
            expect(list.fit.has(placed.itemId)).toBe(true)
          }
        })
      }),
      { seed: 6 },
    )
  })

  it('is pinned, lifted and buried by rules, without losing anything', () => {
    const [first, , third, fourth] = [0, 1, 2, 3].map(id)
    const rules = parseRules(
      [
        { action: 'pin', id: 'a', items: [third, 'not-in-the-list'] },
        { action: 'bury', id: 'b', items: [first], places: 2 },
      ],
      'PLN',
    )
    const productOf = (item: ItemId) => ({ available: true, itemId: item, sensitive: false, title: item })
    const items = [0, 1, 2, 3].map(id)
    const placed = orderItems(items, productOf, new Map(), 0, new Promotions(rules, PAGE))
    expect(placed.map(({ itemId }) => itemId)).toEqual([third, id(1), first, fourth])
    expect(placed.map(({ promoted }) => promoted)).toEqual(['promoted', undefined, undefined, undefined])
    expect(compileFilter({ id: first! }, '')(productOf(first!))).toBe(true)
  })
})

describe('two orders of a thousand', () => {
  it('are weighed in whole numbers: the ends are exact', () => {
    const reversed = Array.from({ length: 1_000 }, (_, n) => 999 - n)
    expect(blendOrders(reversed, 0)).toEqual(Array.from({ length: 1_000 }, (_, n) => n))
    expect(blendOrders(reversed, 1)).toEqual(reversed)
  })
})
