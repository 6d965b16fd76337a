import type { ItemId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SESSION_KNN, Model, type ModelSnapshot, ModelState, VOTES_ONLY } from '../../src/index.ts'
import { decodedRows, decodedWindows } from '../reference/decoded-rows.ts'
import { anyScript, anySession, person } from '../reference/random-world.ts'
import { rebuild, runScript } from '../reference/script-runner.ts'
import {
  slowNeighbours,
  slowPartners,
  slowPopular,
  slowSessions,
  slowStateHash,
} from '../reference/slow-recommender.ts'
import { slowRow, slowSessionModel } from '../reference/slow-session-model.ts'

const ITEMS = Array.from({ length: 8 }, (_, n) => `item-${n}` as ItemId)
/** Small numbers, so that limits and selection matter in worlds of a dozen sessions. */
const FEW = { longestQuery: 3, neighbours: 4, newestSessions: 6, windowSteps: 2 }
const TIGHT_VOTES = { ...VOTES_ONLY, ...FEW }
const TIGHT = {
  ...DEFAULT_SESSION_KNN,
  ...FEW,
  transitions: {
    ...DEFAULT_SESSION_KNN.transitions!,
    firstHop: 2,
    hopItems: 2,
    nearItems: 2,
    reranked: 4,
    rowEntries: 3,
    rowReach: 2,
    rowSessions: 3,
    secondHop: 2,
    thirdHop: 2,
    thirdHopFrom: 2,
    visitItems: 2,
  },
}
const BLEND = { ...DEFAULT_SESSION_KNN, transitions: { ...DEFAULT_SESSION_KNN.transitions!, reranked: 0 } }
const CONFIGS = [DEFAULT_SESSION_KNN, TIGHT, TIGHT_VOTES, BLEND]
const anyQuery = fc.array(fc.constantFrom(...ITEMS), { maxLength: 5, minLength: 1 })

/** What was learned beside the segments, by name, and the snapshot without it. */
function taken({ rows, ...snapshot }: ModelSnapshot): unknown {
  if (rows === undefined) return snapshot
  const whole = { ...snapshot, rows }
  return { ...snapshot, generation: 0, rows: decodedRows(whole), windows: decodedWindows(whole) }
}

/** Every kind of answer, to the last bit. */
function answers(model: Model, query: readonly ItemId[]): unknown {
  return {
    also: model.alsoViewed(query, 5),
    bought: model.boughtTogether(query, 5),
    popular: model.popular(8),
    trending: model.trending(8),
    session: model.sessionNeighbours(query, 5),
    withOwn: model.sessionNeighbours(query, 8, { allowQueryItems: true }),
    version: model.version,
  }
}

describe('what was learned, after any script of appending, growing, replacing, forgetting and blocking', () => {
  it('has the hash and gives the answers of a learner told only what is left', () => {
    const totals: Record<string, number> = {}
    fc.assert(
      fc.property(anyScript(), anyQuery, fc.constantFrom(...CONFIGS), (script, query, sessionKnn) => {
        const state = new ModelState({ compactAfterSessions: 1, sessionKnn })
        const outcome = runScript(state, script)
        for (const [name, count] of Object.entries(outcome.exercised))
          totals[name] = (totals[name] ?? 0) + count
        const fresh = rebuild(new ModelState({ sessionKnn }), outcome)
        expect(state.stateHash()).toBe(fresh.stateHash())
        state.settle()
        fresh.settle()
        const [told, left] = [state.publish(1), fresh.publish(1)]
        expect(answers(new Model(told), query)).toEqual(answers(new Model(left), query))
        if (told.rows !== undefined) {
          expect(decodedRows(told)).toEqual(decodedRows(left))
          expect(decodedWindows(told)).toEqual(decodedWindows(left))
        }
        expect(state.stateHash()).toBe(fresh.stateHash())
      }),
      { numRuns: 1_200, seed: 20_260_101 },
    )
    console.log('scripts exercised', JSON.stringify(totals))
    for (const law of ['append', 'grow', 'replace', 'forget', 'block', 'unblock', 'compact', 'slice']) {
      expect(totals[law] ?? 0, law).toBeGreaterThan(100)
    }
  })

  it('hashes to what the canonical form of the plain list of sessions does', () => {
    fc.assert(
      fc.property(anyScript(), (script) => {
        const state = new ModelState({ compactAfterSessions: 1 })
        const { blocked, world } = runScript(state, script)
        expect(state.stateHash()).toBe(slowStateHash(slowSessions(world, blocked)))
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('has, once compacted, the same bytes as a fresh build', () => {
    fc.assert(
      fc.property(anyScript(), (script) => {
        const state = new ModelState({ compactAfterSessions: 1 })
        const outcome = runScript(state, script)
        const fresh = rebuild(new ModelState(), outcome)
        for (const learner of [state, fresh]) {
          learner.compact()
          learner.settle()
        }
        const [a, b] = [state.publish(5), fresh.publish(5)]
        expect(taken(a)).toEqual(taken(b))
      }),
      { numRuns: 300, seed: 8 },
    )
  })

  it('is the same with sessions of hundreds of steps among short ones', () => {
    const anyLong = fc.tuple(anySession(), fc.integer({ max: 300, min: 1 })).map(([session, times]) => ({
      events: Array.from({ length: times }, (_, n) => session.events[n % session.events.length]!).map(
        (event, n) => ({ ...event, atMs: event.atMs + n }),
      ),
      sessionKey: session.sessionKey,
    }))
    fc.assert(
      fc.property(fc.array(anyLong, { maxLength: 8, minLength: 1 }), anyQuery, (sessions, query) => {
        const state = new ModelState()
        const fresh = new ModelState()
        sessions.forEach((session, n) => {
          state.append(person(n), session)
        })
        state.publish(0)
        state.compact()
        state.forget(person(0))
        for (let n = sessions.length - 1; n > 0; n--) fresh.append(person(n), sessions[n]!)
        expect(state.stateHash()).toBe(fresh.stateHash())
        expect(answers(new Model(state.publish(1)), query)).toEqual(
          answers(new Model(fresh.publish(1)), query),
        )
      }),
      { numRuns: 150, seed: 13 },
    )
  })

  it('differs in hash and version as soon as one step differs', () => {
    fc.assert(
      fc.property(anySession(), anySession(), (first, extra) => {
        const without = new ModelState()
        without.append(person(1), first)
        const before = [without.stateHash(), without.publish(0).version]
        without.append(person(2), extra)
        expect(without.stateHash()).not.toBe(before[0])
        expect(without.publish(0).version).not.toBe(before[1])
      }),
      { numRuns: 100, seed: 9 },
    )
  })
})

describe('the kernels', () => {
  it('score the votes of neighbours alone as the slow reference does, with the same causes', () => {
    let answered = 0
    fc.assert(
      fc.property(
        anyScript(12, 8),
        anyQuery,
        fc.boolean(),
        fc.constantFrom(VOTES_ONLY, TIGHT_VOTES),
        (script, query, own, sessionKnn) => {
          const state = new ModelState({ compactAfterSessions: 1, sessionKnn })
          const { blocked, world } = runScript(state, script)
          const slow = slowNeighbours(slowSessions(world, blocked), query, sessionKnn, own)
          const fast = new Model(state.publish(1)).sessionNeighbours(query, 20, { allowQueryItems: own })
          answered += fast.length
          expect(fast.length).toBe(slow.length)
          const expected = new Map(slow.map((item) => [item.itemId, item]))
          for (const [n, item] of fast.entries()) {
            expect(item.score).toBeCloseTo(expected.get(item.itemId)!.score, 9)
            expect(item.score).toBeCloseTo(slow[n]!.score, 9)
            expect(item.cause).toBe(expected.get(item.itemId)!.cause)
          }
        },
      ),
      { numRuns: 600, seed: 10 },
    )
    expect(answered).toBeGreaterThan(1_000)
  })

  it('score the session model as the slow reference does, with the same rows and causes', () => {
    let answered = 0
    fc.assert(
      fc.property(
        anyScript(12, 8),
        fc.array(fc.constantFrom(...ITEMS, 'unknown' as ItemId), { maxLength: 7, minLength: 1 }),
        fc.boolean(),
        fc.constantFrom(DEFAULT_SESSION_KNN, TIGHT, BLEND),
        fc.constantFrom(2, 20),
        (script, query, own, sessionKnn, limit) => {
          const state = new ModelState({ compactAfterSessions: 1, sessionKnn })
          const { blocked, world } = runScript(state, script)
          state.settle()
          const snapshot = state.publish(1)
          const sessions = slowSessions(world, blocked)
          for (const [item, row] of decodedRows(snapshot)) {
            const slow = slowRow(sessions, item, sessionKnn.transitions!)
            expect({ ...row, entries: row.entries.map(([name]) => name) }).toEqual({
              ...slow,
              entries: slow.entries.map(([name]) => name),
            })
            for (const [n, entry] of row.entries.entries())
              for (const part of [1, 2, 3] as const)
                expect(entry[part]).toBeCloseTo(slow.entries[n]![part], 5)
          }
          const slow = slowSessionModel(sessions, query, sessionKnn, own, limit)
          const fast = new Model(snapshot).sessionNeighbours(query, limit, { allowQueryItems: own })
          answered += fast.length
          expect(fast.length).toBe(slow.length)
          for (const [n, item] of fast.entries()) {
            expect(item.score).toBeGreaterThan(0)
            expect(item.score).toBeCloseTo(slow[n]!.score, 7)
            const same = slow.find(({ itemId }) => itemId === item.itemId)!
            expect(item.score).toBeCloseTo(same.score, 7)
            expect(item.cause).toBe(same.cause)
          }
        },
      ),
      { numRuns: 600, seed: 12 },
    )
    expect(answered).toBeGreaterThan(1_000)
  })

  it('score pairs and popularity as the slow reference does', () => {
    let pairs = 0
    fc.assert(
      fc.property(anyScript(12, 4), fc.constantFrom(...ITEMS.slice(0, 4)), (script, item) => {
        const state = new ModelState({ compactAfterSessions: 1, popularityHalfLifeDays: 5 })
        const { blocked, world } = runScript(state, script)
        const sessions = slowSessions(world, blocked)
        const model = new Model(state.publish(1))
        for (const kind of ['view', 'purchase'] as const) {
          const fast = kind === 'view' ? model.alsoViewed([item], 20) : model.boughtTogether([item], 20)
          const slow = slowPartners(sessions, item, kind)
          pairs += fast.length
          expect(new Set(fast.map(({ itemId }) => itemId))).toEqual(new Set(slow.keys()))
          for (const { cause, itemId, score } of fast) {
            expect(score).toBeCloseTo(slow.get(itemId)!, 9)
            expect(cause).toBe(item)
          }
        }
        const popular = model.popular(20)
        const slow = slowPopular(sessions, 5)
        expect(popular.length).toBe(slow.length)
        const unit = slow.length === 0 ? 1 : popular[0]!.score / slow[0]!.score
        for (const [n, { score }] of popular.entries()) expect(score / unit).toBeCloseTo(slow[n]!.score, 9)
      }),
      { numRuns: 400, seed: 11 },
    )
    expect(pairs).toBeGreaterThan(100)
  })
})
