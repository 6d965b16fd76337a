import type { ConsentState } from '@umiar/privacy'
import { CONSENT_VALID_DAYS, MS_PER_DAY, PURPOSES, subjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PeopleIndex } from '../../src/overview/people-index.ts'

const NOW = Date.UTC(2026, 10, 23)
const person = (n: number) => subjectId(n.toString(16).padStart(32, '0'))
const state = (level: ConsentState['level'], more: Partial<ConsentState> = {}): ConsentState =>
  ({ decidedAtMs: NOW, granted: [], level, objected: [], restricted: false, ...more }) as ConsentState

describe('the index of people', () => {
  it('counts levels, and at level 0 who let a choice run out', () => {
    const index = new PeopleIndex()
    index.note(person(1), state(3))
    index.note(person(2), state(3, { decidedAtMs: NOW - CONSENT_VALID_DAYS * MS_PER_DAY }))
    index.note(person(3), state(1))
    expect(index.counts(NOW)).toMatchObject({ expired: 1, levels: { 0: 1, 1: 1, 2: 0, 3: 1 } })
  })

  it('follows an act, and forgets an erased person', () => {
    const index = new PeopleIndex()
    index.note(person(1), state(3, { granted: ['measure'] }))
    expect(index.counts(NOW)).toMatchObject({ levels: { 3: 1 }, measured: 1 })
    index.note(person(1), state(2, { restricted: true }))
    expect(index.counts(NOW)).toMatchObject({ levels: { 2: 1, 3: 0 }, measured: 0, restricted: 1 })
    index.drop(person(1))
    expect(index.counts(NOW)).toMatchObject({ levels: { 2: 0 }, restricted: 0 })
  })

  it('keeps every fact of a person, whatever the others', () => {
    const purposes = PURPOSES.map((entry) => entry.purpose)
    fc.assert(
      fc.property(
        fc.constantFrom<ConsentState['level']>(0, 1, 2, 3, 4),
        fc.boolean(),
        fc.boolean(),
        fc.subarray(purposes),
        fc.integer({ max: 182, min: 0 }),
        (level, restricted, measured, objected, days) => {
          const index = new PeopleIndex()
          const granted: ConsentState['granted'] = measured ? ['measure'] : []
          index.note(
            person(1),
            state(level, { decidedAtMs: NOW - days * MS_PER_DAY, granted, objected, restricted }),
          )
          const isMeasured = measured && !restricted && !objected.includes('measure')
          expect(index.counts(NOW)).toEqual({
            expired: 0,
            levels: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, [level]: 1 },
            measured: isMeasured ? 1 : 0,
            objecting: objected.length > 0 ? 1 : 0,
            objections: Object.fromEntries(objected.map((purpose) => [purpose, 1])),
            restricted: restricted ? 1 : 0,
          })
        },
      ),
    )
  })
})
