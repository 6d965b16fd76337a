import type { ItemId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { type Leanings, personalScores } from '../../src/ranking/personal-scores.ts'
import type { ModelItem, RecommendationModel } from '../../src/recommendations/ports.ts'

const id = (name: string): ItemId => name as ItemId

/** A model that learned these neighbours and no others; it keeps to what it is asked to accept. */
function modelOf(
  found: Readonly<Record<string, readonly [item: string, score: number][]>>,
): RecommendationModel {
  const answer = (
    query: readonly ItemId[],
    limit: number,
    options?: { readonly accept?: (item: ItemId) => boolean },
  ): readonly ModelItem[] =>
    query
      .flatMap((cause) => (found[cause] ?? []).map(([item, score]) => ({ cause, itemId: id(item), score })))
      .filter(({ itemId }) => options?.accept?.(itemId) ?? true)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
  return {
    alsoViewed: answer,
    boughtTogether: () => [],
    learned: { carts: 0, purchases: 0, sessions: 0, views: 0 },
    nextBasket: () => [],
    popular: () => [],
    sessionNeighbours: answer,
    sessionsWith: () => 0,
    trainedAtMs: undefined,
    trending: () => [],
    version: 'm',
  }
}

const shelves: Readonly<Record<string, { category: string; brand?: string }>> = {
  cup: { brand: 'Łąka', category: 'ware/cups' },
  gyokuro: { brand: 'Polana', category: 'tea/green' },
  kettle: { category: 'ware/kettles' },
  pot: { brand: 'Łąka', category: 'ware/pots' },
  sencha: { brand: 'Polana', category: 'tea/green' },
}
const shelfOf = (item: ItemId) => shelves[item]
const viewed = (...items: string[]): Leanings => ({
  likes: [],
  steps: items.map((item) => ({ itemId: id(item), kind: 'view', use: 'session_events' })),
})
const ITEMS = ['kettle', 'cup', 'pot', 'gyokuro'].map(id)

describe('personal scores', () => {
  it('say nothing of anything for somebody who did and said nothing', () => {
    expect(personalScores(modelOf({}), shelfOf, ITEMS, viewed()).size).toBe(0)
  })

  it('lift what similar visits turned to, for the product it goes with', () => {
    const scores = personalScores(
      modelOf({
        x: [
          ['pot', 3],
          ['elsewhere', 9],
        ],
      }),
      shelfOf,
      ITEMS,
      viewed('x'),
    )
    expect([...scores.keys()]).toEqual(['pot'])
    expect(scores.get(id('pot'))).toMatchObject({ cause: 'x', reason: 'viewed_in_visit', score: 1 })
  })

  it('lift the category, department and brand she turns to, most the nearest', () => {
    const scores = personalScores(modelOf({}), shelfOf, [...ITEMS, id('sencha')], viewed('sencha'))
    expect([...scores.keys()].sort()).toEqual(['gyokuro', 'sencha'])
    const ware = personalScores(modelOf({}), shelfOf, ITEMS, viewed('pot'))
    const order = [...ware].sort((a, b) => b[1].score - a[1].score).map(([item]) => item)
    expect(order).toEqual(['pot', 'cup', 'kettle'])
  })

  it('say nothing of a leaning all of the list share', () => {
    const leanings = viewed('sencha')
    expect(personalScores(modelOf({}), shelfOf, [id('gyokuro'), id('sencha')], leanings).size).toBe(0)
  })

  it('lift what she says she likes, and what is viewed with it', () => {
    const leanings: Leanings = { likes: [{ itemId: id('cup'), use: 'declared_taste' }], steps: [] }
    const scores = personalScores(modelOf({ cup: [['kettle', 2]] }), shelfOf, ITEMS, leanings)
    expect(scores.get(id('cup'))).toMatchObject({ cause: 'cup', reason: 'liked' })
    expect(scores.get(id('kettle'))?.score).toBeGreaterThan(scores.get(id('pot'))?.score as number)
  })

  it('fall when the product they name is taken away', () => {
    const model = modelOf({ sencha: [['pot', 1]], x: [['cup', 2]] })
    const before = personalScores(model, shelfOf, ITEMS, viewed('x', 'sencha'))
    expect(before.size).toBeGreaterThan(2)
    for (const [item, { cause, score }] of before) {
      const left = viewed(...['x', 'sencha'].filter((step) => step !== cause))
      expect(personalScores(model, shelfOf, ITEMS, left).get(item)?.score ?? 0).toBeLessThan(score)
    }
  })
})
