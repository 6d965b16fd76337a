import { type ItemId, subjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Model, ModelState, type TrainingSession } from '../../src/index.ts'

const person = (n: number) => subjectId(n.toString(16).padStart(32, '0'))
const anySession: fc.Arbitrary<TrainingSession> = fc.record({
  events: fc.array(
    fc.record({
      atMs: fc.integer({ max: 40, min: 1 }).map((day) => day * 86_400_000),
      itemId: fc.constantFrom('a', 'b', 'c').map((id) => id as ItemId),
      kind: fc.constantFrom('view', 'cart', 'purchase'),
    }),
    { maxLength: 6 },
  ),
  sessionKey: fc.constantFrom('one', 'two'),
})
const learned = (state: ModelState) => new Model(state.publish(1)).learned

describe('what was learned, counted', () => {
  it('is that of a learner told only what is left, after forgetting, blocking and compaction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ max: 3, min: 0 }), anySession), { maxLength: 20 }),
        fc.subarray([0, 1, 2, 3]),
        fc.boolean(),
        (told, forgotten, isBlocked) => {
          const [state, rebuilt] = [new ModelState({ compactAfterSessions: 3 }), new ModelState()]
          for (const [n, session] of told) state.append(person(n), session)
          for (const n of forgotten) state.forget(person(n))
          for (const [n, session] of told) if (!forgotten.includes(n)) rebuilt.append(person(n), session)
          if (isBlocked) for (const one of [state, rebuilt]) one.block(['a' as ItemId])
          state.compact()
          const left = told
            .filter(([n]) => !forgotten.includes(n))
            .flatMap(([, session]) => session.events)
            .filter(({ itemId }) => !isBlocked || itemId !== 'a')
          expect(learned(state)).toEqual(learned(rebuilt))
          expect(learned(state)).toMatchObject({
            carts: left.filter(({ kind }) => kind === 'cart').length,
            purchases: left.filter(({ kind }) => kind === 'purchase').length,
            views: left.filter(({ kind }) => kind === 'view').length,
          })
        },
      ),
    )
  })
})
