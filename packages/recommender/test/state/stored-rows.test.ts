import type { ItemId, SubjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ModelState,
  mergeSegments,
  openStoredRows,
  peopleIn,
  RowsWriter,
  SEGMENT_SESSIONS,
  type StoredSegment,
  type WrittenSegment,
  withoutPeople,
} from '../../src/index.ts'
import { anyScript, anySession, person } from '../reference/random-world.ts'
import { rebuild, runScript } from '../reference/script-runner.ts'

const MARK = [3, 17, 1]
const PEOPLE = [0, 1, 2, 3, 4].map(person)

/** Everybody named, ascending, in one segment. */
function stored(state: ModelState, people: readonly SubjectId[] = PEOPLE): WrittenSegment {
  const writer = new RowsWriter()
  for (const subject of people) state.storePerson(subject, MARK, writer)
  return writer.finish()
}
const opened = ({ marks, rows }: WrittenSegment): StoredSegment => ({ marks, rows: openStoredRows(rows) })
const bytes = ({ rows }: WrittenSegment): Buffer => Buffer.from(rows)
const merged = (ordered: readonly StoredSegment[], changes: readonly StoredSegment[]) => [
  ...mergeSegments(
    ordered.map((segment) => () => segment),
    changes,
  ),
]

describe('stored rows', () => {
  it('give a new learner the state they were taken from, to the hash, blocked items included', () => {
    let blocked = 0
    fc.assert(
      fc.property(anyScript(), anyScript(), (script, later) => {
        const state = new ModelState({ compactAfterSessions: 4 })
        const outcome = runScript(state, script)
        if (outcome.blocked.size > 0) blocked++
        const again = new ModelState({ compactAfterSessions: 4 })
        again.block([...outcome.blocked] as ItemId[])
        again.restore((take) => take(opened(stored(state)).rows, () => true))
        expect(again.stateHash()).toBe(state.stateHash())
        // Both go on as one: what is stored is all that learning and forgetting need.
        runScript(state, later)
        runScript(again, later)
        expect(again.stateHash()).toBe(state.stateHash())
      }),
      { numRuns: 500, seed: 21 },
    )
    expect(blocked).toBeGreaterThan(50)
  })

  it('are the same, byte for byte, for equal states, whatever happened before', () => {
    let forgotten = 0
    fc.assert(
      fc.property(anyScript(), (script) => {
        const state = new ModelState({ compactAfterSessions: 3 })
        const outcome = runScript(state, script)
        forgotten += outcome.exercised.forget ?? 0
        const fresh = rebuild(new ModelState(), outcome)
        expect(bytes(stored(fresh)).equals(bytes(stored(state)))).toBe(true)
      }),
      { numRuns: 500, seed: 22 },
    )
    expect(forgotten).toBeGreaterThan(100)
  })

  it('after merging are those of one who wrote everything at once; the newer version of a person counts', () => {
    fc.assert(
      fc.property(anyScript(), anyScript(), fc.subarray(PEOPLE), (script, later, changed) => {
        const state = new ModelState()
        runScript(state, script)
        const before = opened(stored(state))
        runScript(state, later)
        const after = opened(stored(state))
        // The changes tell of some people only; the others are taken from before.
        const changes = opened(stored(state, changed))
        const expected = new RowsWriter()
        for (const [n, subject] of PEOPLE.entries())
          expected.copy(changed.includes(subject) ? after : before, n)
        const older = opened(stored(new ModelState(), changed))
        expect(merged([before], [older, changes]).map(bytes)).toEqual([bytes(expected.finish())])
      }),
      { numRuns: 300, seed: 23 },
    )
  })

  it('are merged into segments full of sessions, people undivided', () => {
    const state = new ModelState()
    const people = Array.from({ length: 3_000 }, (_, n) => person(n))
    people.forEach((subject, n) => {
      for (let visit = 0; visit <= n % 5; visit++)
        state.append(subject, {
          events: [{ atMs: n * 1_000, itemId: `p${n % 70}` as ItemId, kind: 'view' }],
          sessionKey: `visit ${visit}`,
        })
    })
    const parts = [people.slice(0, 1_200), people.slice(1_200)].map((some) => opened(stored(state, some)))
    const whole = merged(parts, [])
    expect(
      whole
        .map(({ sessions }) => sessions)
        .slice(0, -1)
        .every((n) => n >= SEGMENT_SESSIONS && n < SEGMENT_SESSIONS + 5),
    ).toBe(true)
    expect(whole.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(9_000)
    expect(merged([], [...parts].reverse()).map(bytes)).toEqual(whole.map(bytes))
  })

  it('without a person hold nothing of hers: neither id nor an item only she looked at', () => {
    const state = new ModelState()
    const event = (itemId: string) => ({ atMs: 1_000, itemId: itemId as ItemId, kind: 'view' as const })
    state.append(person(1), { events: [event('common'), event('only-hers')], sessionKey: 'a' })
    state.append(person(2), { events: [event('common')], sessionKey: 'a' })
    const before = stored(state)
    const isHers = (subjects: Uint32Array, at: number): boolean => subjects[at + 3] === 1
    const { gone, left } = withoutPeople(opened(before), isHers)
    const holds = (segment: WrittenSegment, text: string): boolean =>
      bytes(segment).includes(Buffer.from(text, 'utf16le'))
    expect([gone, peopleIn(opened(left).rows)]).toEqual([1, 4])
    expect([holds(before, 'only-hers'), holds(left, 'only-hers')]).toEqual([true, false])
    state.forget(person(1))
    const others = PEOPLE.filter((subject) => subject !== person(1))
    expect(bytes(left).equals(bytes(stored(state, others)))).toBe(true)
  })

  it('replaced by sessions that hold all steps from before lose nothing, by any others something', () => {
    const outcomes = { kept: 0, lost: 0 }
    fc.assert(
      fc.property(anySession(3), anySession(3), fc.boolean(), (first, second, growsOnly) => {
        const state = new ModelState()
        state.append(person(1), first)
        const grown = { ...first, events: [...second.events, ...first.events] }
        const isLost = state.replace(person(1), [
          growsOnly ? grown : { ...second, sessionKey: first.sessionKey },
        ])
        const nameOf = ({ atMs, itemId, kind }: (typeof first.events)[number]) => `${atMs} ${itemId} ${kind}`
        const left = second.events.map(nameOf)
        const expected =
          !growsOnly &&
          first.events.map(nameOf).some((name) => {
            const at = left.indexOf(name)
            if (at >= 0) left.splice(at, 1)
            return at < 0
          })
        outcomes[expected ? 'lost' : 'kept']++
        expect(isLost).toBe(expected)
      }),
      { numRuns: 500, seed: 24 },
    )
    expect(outcomes.kept).toBeGreaterThan(100)
    expect(outcomes.lost).toBeGreaterThan(100)
  })

  it('are refused when damaged, cut or of another version', () => {
    const state = new ModelState()
    state.append(person(1), {
      events: [{ atMs: 1_000, itemId: 'a' as ItemId, kind: 'cart' }],
      sessionKey: 'a',
    })
    const whole = bytes(stored(state))
    const open = (damaged: Buffer) => () => openStoredRows(new Uint8Array(damaged).buffer)
    expect(open(whole)).not.toThrow()
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole)
      flipped[at]! ^= 0x10
      const code = at >= 8 && at < 12 ? 'model_file_version' : 'model_file_damaged'
      expect(open(flipped)).toThrow(expect.objectContaining({ code }))
      expect(open(whole.subarray(0, at))).toThrow(expect.objectContaining({ code: 'model_file_damaged' }))
    }
  })
})
