import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kthGreatest, kthRoom } from '../../src/serving/kth-greatest.ts'
import { TopList } from '../../src/serving/top-list.ts'

describe('k-th greatest', () => {
  it('is what sorting says, among many equals too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ max: 9, min: 1 }), fc.double({ max: 1e9, min: 1e-9, noNaN: true })), {
          maxLength: 60,
          minLength: 1,
        }),
        fc.nat(),
        (values, n) => {
          const k = (n % values.length) + 1
          const sorted = [...values].sort((a, b) => b - a)
          const asked = Float64Array.from(values)
          expect(kthGreatest(asked, values.length, k, kthRoom(60))).toBe(sorted[k - 1])
          expect([...asked]).toEqual(values)
        },
      ),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('top list', () => {
  it('keeps the best, of equals the first come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ max: 6, min: 0 }), { maxLength: 40 }),
        fc.integer({ max: 12, min: 1 }),
        (scores, limit) => {
          const top = new TopList(4)
          top.reset(limit)
          scores.forEach((score, item) => {
            if (top.takes(score)) top.put(item, score)
          })
          const expected = scores
            .map((score, item) => ({ item, score }))
            .sort((a, b) => b.score - a.score)
            .slice(0, limit)
          expect([...top.item.subarray(0, top.length)]).toEqual(expected.map(({ item }) => item))
        },
      ),
      { numRuns: 300, seed: 5 },
    )
  })

  it('refuses a limit that is no length', () => {
    expect(() => new TopList().reset(0)).toThrow(RangeError)
    expect(() => new TopList().reset(1.5)).toThrow(RangeError)
  })
})
