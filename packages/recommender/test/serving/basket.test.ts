import type { ItemId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Model, ModelState, type PastBasket, type TrainingSession } from '../../src/index.ts'
import { anyScript, type Command, person } from '../reference/random-world.ts'
import { rebuild, runScript } from '../reference/script-runner.ts'
import { slowBasket } from '../reference/slow-basket.ts'
import { slowSessions } from '../reference/slow-recommender.ts'

const DAY = 86_400_000
const TODAY = 20_500
const id = (name: string): ItemId => name as ItemId

function order(key: string, items: string, day: number): TrainingSession {
  return {
    events: items
      .split(' ')
      .map((item, n) => ({ atMs: day * DAY + n * 1_000, itemId: id(item), kind: 'purchase' as const })),
    sessionKey: key,
  }
}

const past = (day: number, items: string): PastBasket => ({ day, items: items.split(' ').map(id) })
const names = (found: readonly { readonly itemId: ItemId }[]): ItemId[] => found.map(({ itemId }) => itemId)

/** Four households: who buys pasta buys sauce. */
function grocery(): ModelState {
  const state = new ModelState()
  for (let n = 1; n <= 4; n++) state.append(person(n), order('o', n < 4 ? 'pasta sauce' : 'soap', TODAY - n))
  return state
}

describe('the next basket', () => {
  it('is what the person buys again and again, with itself as the cause', () => {
    const model = new Model(grocery().publish(1))
    const orders = [past(TODAY - 21, 'milk bread'), past(TODAY - 14, 'milk'), past(TODAY - 7, 'milk jam')]
    const found = model.nextBasket(orders, TODAY, 3)
    expect(found[0]).toMatchObject({ cause: 'milk', itemId: 'milk' })
    expect(found.every(({ cause, itemId }) => cause === itemId)).toBe(true)
  })

  it('holds what goes with her items, with the item it goes with as the cause', () => {
    const model = new Model(grocery().publish(1))
    const found = model.nextBasket([past(TODAY - 7, 'pasta milk')], TODAY, 10)
    expect(found.find(({ itemId }) => itemId === 'sauce')).toMatchObject({ cause: 'pasta' })
    expect(names(found)).not.toContain('soap')
    const without = model.nextBasket([past(TODAY - 7, 'milk')], TODAY, 10)
    expect(names(without)).toEqual(['milk'])
  })

  it('waits until an item is due: a monthly item rises against a rarer one as the month passes', () => {
    const model = new Model(new ModelState().publish(1))
    const orders = [past(TODAY - 230, 'tea'), past(TODAY - 60, 'coffee'), past(TODAY - 30, 'coffee tea')]
    const soon = model.nextBasket(orders, TODAY - 29, 3)
    const later = model.nextBasket(orders, TODAY, 3)
    const share = (found: typeof soon): number =>
      found.find(({ itemId }) => itemId === 'coffee')!.score /
      found.find(({ itemId }) => itemId === 'tea')!.score
    expect(share(later)).toBeGreaterThan(share(soon))
  })

  it('is empty for nobody knows whom, passes over empty orders, and refuses a limit that is none', () => {
    const model = new Model(grocery().publish(1))
    expect(model.nextBasket([], TODAY, 5)).toEqual([])
    expect(model.nextBasket([{ day: TODAY, items: [] }], TODAY, 5)).toEqual([])
    expect(() => model.nextBasket([past(TODAY, 'milk')], TODAY, 0)).toThrow(RangeError)
  })

  it('asks what may be shown before a place is taken, and stays whole when the answer is an exception', () => {
    const model = new Model(grocery().publish(1))
    const orders = [past(TODAY - 7, 'pasta milk')]
    const before = model.nextBasket(orders, TODAY, 2)
    const accept = (item: ItemId): boolean => item !== before[0]!.itemId
    expect(model.nextBasket(orders, TODAY, 1, { accept })).toEqual([before[1]])
    const broken = (): boolean => {
      throw new Error('no stock data')
    }
    expect(() => model.nextBasket(orders, TODAY, 1, { accept: broken })).toThrow('no stock data')
    expect(model.nextBasket(orders, TODAY, 2)).toEqual(before)
    expect(model.boughtTogether([id('pasta')], 5)).toHaveLength(1)
  })
})

describe('the next basket, as laws', () => {
  /** The same script with every step a purchase: shared orders are what counts here. */
  const bought = (script: Command[]): Command[] => {
    const all = (session: TrainingSession): TrainingSession => ({
      ...session,
      events: session.events.map((event) => ({ ...event, kind: 'purchase' as const })),
    })
    return script.map((command) => {
      if (command.do === 'append') return { ...command, session: all(command.session) }
      return command.do === 'replace' ? { ...command, sessions: command.sessions.map(all) } : command
    })
  }

  const anyOrders: fc.Arbitrary<PastBasket[]> = fc
    .array(
      fc.record({
        day: fc.integer({ max: TODAY, min: TODAY - 60 }),
        items: fc.array(
          fc.integer({ max: 9, min: 0 }).map((n) => id(`item-${n}`)),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 6 },
    )
    .map((orders) => orders.sort((a, b) => a.day - b.day))

  it('equals, to the last bit, that of a learner told only what is left: whoever is gone never came', () => {
    let exercised = 0
    fc.assert(
      fc.property(anyScript(6, 6), anyOrders, (script, orders) => {
        const state = new ModelState({ compactAfterSessions: 3 })
        const outcome = runScript(state, bought(script))
        exercised += outcome.exercised.forget ?? 0
        const fresh = rebuild(new ModelState(), outcome)
        const found = new Model(state.publish(1)).nextBasket(orders, TODAY, 20)
        expect(found).toEqual(new Model(fresh.publish(2)).nextBasket(orders, TODAY, 20))
      }),
      { numRuns: 400, seed: 21 },
    )
    expect(exercised).toBeGreaterThan(50)
  })

  it('has the scores and causes of the slow version', () => {
    let partners = 0
    fc.assert(
      fc.property(anyScript(12, 5), anyOrders, (script, orders) => {
        const state = new ModelState({ compactAfterSessions: 3 })
        const { blocked, world } = runScript(state, bought(script))
        const sessions = slowSessions(world, blocked)
        const model = new Model(state.publish(1))
        const popularity = new Map<string, number>()
        for (const { itemId, score } of model.popular(20)) popularity.set(itemId, score)
        const slow = slowBasket(sessions, popularity, orders, TODAY)
        const found = model.nextBasket(orders, TODAY, 50)
        expect(new Set(names(found))).toEqual(new Set(slow.keys()))
        for (const { cause, itemId, score } of found) {
          expect(score).toBeCloseTo(slow.get(itemId)!.score, 9)
          expect(cause).toBe(slow.get(itemId)!.cause)
          if (cause !== itemId) partners++
        }
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
      }),
      { numRuns: 400, seed: 22 },
    )
    expect(partners).toBeGreaterThan(50)
  })
})

describe('pairs of items in their order', () => {
  it('weigh the last item most, and near neighbours in an order more than far ones', () => {
    const state = new ModelState()
    for (let n = 1; n <= 2; n++) {
      state.append(person(n), order('a', `cup a${n} b${n} saucer`, TODAY))
      state.append(person(n), order('b', 'kettle filter', TODAY))
      state.append(person(n), order('c', 'cup spoon', TODAY))
    }
    const model = new Model(state.publish(1))
    const near = names(model.boughtTogether([id('cup')], 9))
    expect(near.indexOf(id('spoon'))).toBeLessThan(near.indexOf(id('saucer')))
    const first = (items: string[]): ItemId =>
      model.boughtTogether(items.map(id), 1, { oldestFirst: true })[0]!.itemId
    expect(first(['kettle', 'cup'])).toBe('spoon')
    expect(first(['cup', 'kettle'])).toBe('filter')
  })
})
