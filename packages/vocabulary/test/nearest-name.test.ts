import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearestName } from '../src/index.ts'

describe('nearest name', () => {
  it('is the known name with the fewest edits, if few are enough', () => {
    expect(nearestName('serch_term', ['search_term', 'session_id'])).toBe('search_term')
    expect(nearestName('ola', ['search_term', 'session_id'])).toBeUndefined()
  })

  it('measures a distance: zero for equals, symmetric, never more than a detour', () => {
    const word = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0)
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      }),
      { seed: 7 },
    )
  })
})
