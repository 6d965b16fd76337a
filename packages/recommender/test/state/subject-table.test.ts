import { type SubjectId, subjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NONE, SubjectTable } from '../../src/state/subject-table.ts'

/** Many share words of their ids, so that slots and words collide. */
const anySubject: fc.Arbitrary<SubjectId> = fc
  .tuple(fc.nat(1), fc.nat(1), fc.nat(2))
  .map(([a, b, c]) => subjectId(`${a}`.padStart(8, 'f') + `${b}`.padStart(16, '0') + `${c}`.padStart(8, 'e')))

describe('subject table', () => {
  it('answers as a map does, after any sequence of setting and deleting', () => {
    let deleted = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ row: fc.option(fc.nat(1_000), { freq: 3 }), who: anySubject }), {
          maxLength: 60,
          minLength: 20,
        }),
        (acts) => {
          const table = new SubjectTable()
          const map = new Map<SubjectId, number>()
          for (const { row, who } of acts) {
            if (row === null) {
              if (map.delete(who)) deleted++
              table.delete(who)
            } else {
              map.set(who, row)
              table.set(who, row)
            }
            expect(table.get(who)).toBe(map.get(who) ?? NONE)
          }
          for (const [who, row] of map) expect(table.get(who)).toBe(row)
        },
      ),
      { numRuns: 200, seed: 12 },
    )
    expect(deleted).toBeGreaterThan(50)
  })
})
