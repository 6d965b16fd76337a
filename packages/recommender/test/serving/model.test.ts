import type { ItemId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SESSION_KNN, Model, ModelState, type TrainingSession } from '../../src/index.ts'
import { person } from '../reference/random-world.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 2, 1, 12)
const id = (name: string): ItemId => name as ItemId

function visit(
  key: string,
  items: string,
  kind: 'view' | 'cart' | 'purchase' = 'view',
  day = 0,
): TrainingSession {
  return {
    events: items
      .split(' ')
      .map((item, n) => ({ atMs: NOON + day * DAY + n * 1_000, itemId: id(item), kind })),
    sessionKey: key,
  }
}

/** Anna and Ben drink tea, Cora drinks coffee. */
function teaShop(): ModelState {
  const state = new ModelState()
  state.append(person(1), visit('a1', 'sencha teapot strainer'))
  state.append(person(2), visit('b1', 'sencha teapot mug', 'view', 1))
  state.append(person(3), visit('c1', 'beans grinder mug', 'view', 2))
  return state
}

describe('session neighbours', () => {
  it('answers what similar visits turned to, best first, without what was asked', () => {
    const found = new Model(teaShop().publish(NOON)).sessionNeighbours([id('sencha'), id('teapot')], 5)
    expect(found.map(({ itemId }) => itemId)).not.toContain('sencha')
    // The others are reached by way of the mug only.
    expect(
      found
        .slice(0, 2)
        .map(({ itemId }) => itemId)
        .sort(),
    ).toEqual(['mug', 'strainer'])
    expect(found[0]!.score).toBeGreaterThanOrEqual(found[1]!.score)
  })

  it('names the item of the visit each answer rests on', () => {
    const model = new Model(teaShop().publish(NOON))
    const causes = new Map(
      model.sessionNeighbours([id('grinder'), id('sencha')], 5).map((item) => [item.itemId, item.cause]),
    )
    expect(causes.get(id('beans'))).toBe('grinder')
    expect(causes.get(id('teapot'))).toBe('sencha')
  })

  it('lets the newest items count for more, and given weights too', () => {
    const model = new Model(teaShop().publish(NOON))
    const first = (query: Parameters<Model['sessionNeighbours']>[0]): string =>
      model.sessionNeighbours(query, 1)[0]!.itemId
    expect(['beans', 'mug']).toContain(first([id('strainer'), id('grinder')]))
    expect(['sencha', 'teapot']).toContain(
      first([{ itemId: id('strainer'), weight: 1_000 }, { itemId: id('grinder') }]),
    )
  })

  it('fills the list past items that are not accepted', () => {
    const model = new Model(teaShop().publish(NOON))
    const found = model.sessionNeighbours([id('sencha')], 1, {
      accept: (item) => item !== 'teapot' && item !== 'mug',
    })
    expect(found.map(({ itemId }) => itemId)).toEqual(['strainer'])
  })

  it('answers with items of the visit only where that is asked for', () => {
    const model = new Model(teaShop().publish(NOON))
    const asked = [id('sencha')]
    expect(model.sessionNeighbours(asked, 9).some(({ itemId }) => itemId === 'sencha')).toBe(false)
    expect(
      model.sessionNeighbours(asked, 9, { allowQueryItems: true }).some(({ itemId }) => itemId === 'sencha'),
    ).toBe(true)
  })

  it('is empty for unknown items, an empty visit and an empty model', () => {
    const model = new Model(teaShop().publish(NOON))
    expect(model.sessionNeighbours([id('unknown')], 5)).toEqual([])
    expect(model.sessionNeighbours([], 5)).toEqual([])
    expect(new Model(new ModelState().publish(NOON)).sessionNeighbours([id('sencha')], 5)).toEqual([])
  })

  it('never scores below zero, however long the visit', () => {
    const state = new ModelState()
    const items = Array.from({ length: 40 }, (_, n) => `item-${n}`)
    for (let n = 0; n < 30; n++)
      state.append(person(n), visit(`s${n}`, [...items.slice(n), ...items.slice(0, n)].join(' ')))
    const found = new Model(state.publish(NOON)).sessionNeighbours(items.map(id), 40, {
      allowQueryItems: true,
    })
    expect(found.length).toBeGreaterThan(0)
    for (const { score } of found) expect(score).toBeGreaterThanOrEqual(0)
  })

  it('is not disturbed by a question that broke off', () => {
    const model = new Model(teaShop().publish(NOON))
    const before = model.sessionNeighbours([id('sencha')], 5)
    const broken = (): boolean => {
      throw new Error('no stock data')
    }
    expect(() => model.sessionNeighbours([id('teapot')], 5, { accept: broken })).toThrow('no stock data')
    expect(() => model.alsoViewed([id('sencha')], 5, { accept: broken })).toThrow('no stock data')
    expect(model.sessionNeighbours([id('sencha')], 5)).toEqual(before)
  })

  it('gives shares as scores: above 0, falling, and no more than 1 together', () => {
    const found = new Model(teaShop().publish(NOON)).sessionNeighbours([id('sencha'), id('mug')], 9)
    expect(found.length).toBeGreaterThan(2)
    found.forEach(({ score }, n) => {
      expect(score).toBeGreaterThan(0)
      if (n > 0) expect(score).toBeLessThanOrEqual(found[n - 1]!.score)
    })
    expect(found.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9)
  })

  it('depends on the weights of the items beside each other only', () => {
    const model = new Model(teaShop().publish(NOON))
    const weighed = (a: number, b: number): unknown =>
      model.sessionNeighbours(
        [
          { itemId: id('beans'), weight: a },
          { itemId: id('sencha'), weight: b },
        ],
        5,
      )
    expect(weighed(1_024, 2_048)).toEqual(weighed(0.5, 1))
    expect(weighed(1, 0.01)).not.toEqual(weighed(0.01, 1))
  })

  it('shows what the re-ranker sees of each candidate, and answers on as before', () => {
    const model = new Model(teaShop().publish(NOON))
    const before = model.sessionNeighbours([id('sencha')], 5)
    const seen = model.rerankerInputs([id('beans'), id('unknown'), id('sencha')])
    expect(seen.length).toBeGreaterThan(3)
    for (const { inputs } of seen) {
      expect(inputs.length).toBe(39)
      expect(inputs.every(Number.isFinite)).toBe(true)
    }
    expect(model.sessionNeighbours([id('sencha')], 5)).toEqual(before)
  })

  it('refuses a limit or a weight that is none', () => {
    const model = new Model(teaShop().publish(NOON))
    expect(() => model.sessionNeighbours([id('sencha')], 0)).toThrow(RangeError)
    expect(() => model.sessionNeighbours([{ itemId: id('sencha'), weight: -1 }], 5)).toThrow(RangeError)
    expect(() => model.sessionNeighbours([{ itemId: id('sencha'), weight: Number.NaN }], 5)).toThrow(
      RangeError,
    )
  })
})

describe('pairs', () => {
  it('holds back what too few visits share', () => {
    const model = new Model(teaShop().publish(NOON))
    expect(model.alsoViewed([id('sencha')], 5).map(({ itemId }) => itemId)).toEqual(['teapot'])
  })

  it('keeps buying apart from viewing', () => {
    const state = teaShop()
    state.append(person(4), visit('d1', 'sencha honey', 'purchase'))
    state.append(person(5), visit('e1', 'sencha honey', 'purchase'))
    const model = new Model(state.publish(NOON))
    expect(model.boughtTogether([id('sencha')], 5).map(({ cause, itemId }) => [itemId, cause])).toEqual([
      ['honey', 'sencha'],
    ])
    expect(model.alsoViewed([id('sencha')], 5).map(({ itemId }) => itemId)).toEqual(['teapot'])
  })
})

describe('popularity', () => {
  it('halves with each half-life and weighs a purchase more than a view', () => {
    const state = new ModelState({ popularityHalfLifeDays: 10 })
    state.append(person(1), visit('old', 'kettle kettle kettle'))
    state.append(person(2), visit('new', 'cup', 'view', 20))
    state.append(person(3), visit('buy', 'spoon', 'purchase', 20))
    const found = new Model(state.publish(NOON)).popular(9)
    const scores = new Map(found.map(({ itemId, score }) => [itemId as string, score]))
    expect(found.map(({ itemId }) => itemId)).toEqual(['spoon', 'cup', 'kettle'])
    expect(scores.get('kettle')! / scores.get('cup')!).toBeCloseTo(3 / 4, 12)
    expect(scores.get('spoon')! / scores.get('cup')!).toBeCloseTo(4, 12)
  })

  it('goes on beyond the ready list when a filter leaves it short', () => {
    const state = new ModelState()
    for (let n = 0; n < 1_200; n++) state.append(person(n), visit('s', `item-${String(n).padStart(4, '0')}`))
    const found = new Model(state.publish(NOON)).popular(3, (item) => item >= 'item-1190')
    expect(found.map(({ itemId }) => itemId)).toEqual(['item-1190', 'item-1191', 'item-1192'])
  })
})

describe('a published model', () => {
  it('stops using a forgotten person at once where memory is shared, before the next publication', () => {
    const state = teaShop()
    const inDelta = new Model(state.publish(NOON))
    const inBase = teaShop()
    inBase.compact()
    const compacted = new Model(inBase.publish(NOON))
    for (const [learner, model] of [
      [state, inDelta],
      [inBase, compacted],
    ] as const) {
      expect(model.sessionNeighbours([id('sencha')], 9).map(({ itemId }) => itemId)).toContain('strainer')
      expect(learner.forget(person(1))).toBe(true)
      expect(model.sessionNeighbours([id('sencha')], 9).map(({ itemId }) => itemId)).not.toContain('strainer')
      expect(learner.forget(person(1))).toBe(false)
    }
  })

  it('answers the same after a journey through postMessage, and takes over from its predecessor', () => {
    const state = teaShop()
    const first = new Model(state.publish(NOON))
    const answer = first.sessionNeighbours([id('sencha')], 5)
    const travelled = new Model(structuredClone(state.publish(NOON + 1)), first)
    expect(travelled.sessionNeighbours([id('sencha')], 5)).toEqual(answer)
    expect(travelled.trainedAtMs).toBe(NOON + 1)
    state.append(person(9), visit('z', 'sencha scale'))
    state.compact()
    const next = new Model(structuredClone(state.publish(NOON + 2)), travelled)
    expect(next.sessionNeighbours([id('scale')], 5)[0]!.itemId).toBe('sencha')
  })

  it('has a version that says what was learned and how it is weighed, and nothing about when', () => {
    const version = teaShop().publish(1).version
    expect(teaShop().publish(2).version).toBe(version)
    expect(version).toMatch(/^[0-9a-f]{16}-[0-9a-f]{8}$/)
    const other = new ModelState({ sessionKnn: { ...DEFAULT_SESSION_KNN, neighbours: 10 } })
    expect(other.publish(1).version.slice(0, 16)).toBe(new ModelState().publish(1).version.slice(0, 16))
    expect(other.publish(1).version).not.toBe(new ModelState().publish(1).version)
  })

  it('does not hold a blocked item in any array, and gets it back when it is unblocked', () => {
    const names = (state: ModelState): string => {
      state.compact()
      const { baseItems, extraItems } = state.publish(NOON)
      return String.fromCharCode(...baseItems.codes, ...extraItems.codes)
    }
    const state = teaShop()
    expect(names(state)).toContain('strainer')
    state.block([id('strainer')])
    expect(names(state)).not.toContain('strainer')
    expect(new Model(state.publish(NOON)).popular(9).map(({ itemId }) => itemId)).not.toContain('strainer')
    state.block([])
    expect(names(state)).toContain('strainer')
    expect(state.stateHash()).toBe(teaShop().stateHash())
  })
})

describe('what a learner refuses', () => {
  it('is a time outside 1970 to 2149, and nothing of that session is kept', () => {
    const state = new ModelState()
    const bad = { events: [{ atMs: Number.NaN, itemId: id('tea'), kind: 'view' as const }], sessionKey: 's' }
    expect(() => state.append(person(1), bad)).toThrow(RangeError)
    expect(() => state.append(person(1), { ...bad, events: [{ ...bad.events[0]!, atMs: -1 }] })).toThrow(
      RangeError,
    )
    expect(state.sessionCount).toBe(0)
    expect(state.stateHash()).toBe(new ModelState().stateHash())
  })

  it('is such a time in a replacement, which then replaces nothing', () => {
    const state = teaShop()
    const bad = { events: [{ atMs: -1, itemId: id('tea'), kind: 'view' as const }], sessionKey: 's' }
    expect(() => state.replace(person(1), [visit('new', 'tea'), bad])).toThrow(RangeError)
    expect(state.stateHash()).toBe(teaShop().stateHash())
  })

  it('is a setting that is no usable number, by name', () => {
    expect(() => new ModelState({ popularityHalfLifeDays: 0 })).toThrow(/popularityHalfLifeDays/)
    expect(() => new ModelState({ sessionKnn: { ...DEFAULT_SESSION_KNN, neighbours: 1.5 } })).toThrow(
      /neighbours/,
    )
    const withRows = (changed: object): (() => ModelState) => {
      const transitions = { ...DEFAULT_SESSION_KNN.transitions!, ...changed }
      return () => new ModelState({ sessionKnn: { ...DEFAULT_SESSION_KNN, transitions } })
    }
    expect(withRows({})).not.toThrow()
    expect(withRows({ damping: 0 })).toThrow(/damping/)
    expect(withRows({ rowEntries: 65 })).toThrow(/rowEntries/)
    expect(withRows({ reranked: 2.5 })).toThrow(/reranked/)
    expect(() => new ModelState({ sessionKnn: { ...DEFAULT_SESSION_KNN, ageDecayDays: 0 } })).toThrow(
      /ageDecayDays/,
    )
  })
})
