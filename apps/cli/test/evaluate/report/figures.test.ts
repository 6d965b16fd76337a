import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CategoryMix } from '../../../src/evaluate/report/category-mix.ts'
import { AGE_GROUPS, daysBetween, HitsByGroup } from '../../../src/evaluate/report/hits-by-group.ts'
import { spreadOf } from '../../../src/evaluate/report/spread.ts'

describe('the spread of places over products', () => {
  it('is even where all are shown alike, and all to one where only one is', () => {
    const even = spreadOf(new Map(['a', 'b', 'c', 'd'].map((item) => [item, 5])), 4)
    expect(even.gini).toBe(0)
    expect(even.lorenz[10]).toBe(0.5)
    const one = spreadOf(new Map([['a', 9]]), 100)
    expect(one).toMatchObject({ gini: 0.99, half_to: 0.01 })
    expect(spreadOf(new Map(), 3).gini).toBe(0)
  })

  it('has the Gini of the mean difference of all pairs, and a curve that never falls', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30, minLength: 1 }), (counts) => {
        const shown = counts.flatMap((count, item) => (count === 0 ? [] : [[String(item), count] as const]))
        if (shown.length === 0) return
        const { gini, lorenz } = spreadOf(new Map(shown), counts.length)
        const sum = counts.reduce((total, count) => total + count, 0)
        const apart = counts.flatMap((a) => counts.map((b) => Math.abs(a - b))).reduce((x, y) => x + y, 0)
        expect(gini).toBeCloseTo(apart / (2 * counts.length * sum), 4)
        expect([lorenz[0], lorenz.at(-1)]).toEqual([0, 1])
        for (const [at, value] of lorenz.entries()) expect(value).toBeGreaterThanOrEqual(lorenz[at - 1] ?? 0)
      }),
    )
  })
})

describe('proportions of categories', () => {
  const categoryOf = new Map([
    ['t1', 'tea'],
    ['t2', 'tea'],
    ['c1', 'coffee'],
  ])
  it('overlap wholly with the same mix and not at all with another one', () => {
    const same = new CategoryMix(categoryOf)
    same.add(['t1', 'c1'], ['t2', 'c1', 'unknown'])
    expect(same.figures()?.overlap).toBe(1)
    const other = new CategoryMix(categoryOf)
    other.add(['t1'], ['c1'])
    expect(other.figures()).toEqual({
      categories: [
        { lists: 0, name: 'tea', steps: 1 },
        { lists: 1, name: 'coffee', steps: 0 },
      ],
      overlap: 0,
    })
    expect(new CategoryMix(new Map()).figures()).toBeUndefined()
  })
})

describe('hits by group', () => {
  it('falls into the group of its days, and what was never seen into its own', () => {
    const ages = new HitsByGroup(AGE_GROUPS)
    ages.add(undefined, false)
    ages.add(0, true)
    ages.add(6, false)
    ages.add(400, true)
    expect(ages.figures()).toEqual([
      { cases: 1, from: undefined, hit_rate: 0, to: undefined },
      { cases: 2, from: 0, hit_rate: 0.5, to: 6 },
      { cases: 1, from: 90, hit_rate: 1, to: undefined },
    ])
    expect(daysBetween(0, 86_400_000 * 2.9)).toBe(2)
  })
})
