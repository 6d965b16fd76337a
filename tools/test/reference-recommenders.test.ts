/**
 * The references of `benchmarks/` are what our figures are set against: they have to be right, too.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ease, invertPositiveDefinite } from '../../benchmarks/reference/ease.ts'
import { ItemKnn } from '../../benchmarks/reference/item-knn.ts'
import { createMapVmisKnn } from '../../benchmarks/reference/map-vmis-knn.ts'
import { personalFrequency } from '../../benchmarks/reference/personal-frequency.ts'
import { popularity } from '../../benchmarks/reference/popularity.ts'
import { PAPER_INSTACART, TifuKnn } from '../../benchmarks/reference/tifu-knn.ts'
import { topScores } from '../../benchmarks/reference/top-scores.ts'

const one = (item: number): Map<number, number> => new Map([[item, 1]])

describe('the inverse of EASE', () => {
  it('times the matrix is the identity, for any positive definite matrix', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ max: 1, min: 0 }), { maxLength: 6, minLength: 6 })),
        (rows) => {
          const n = 6
          const matrix = new Float64Array(n * n)
          for (let a = 0; a < n; a++) {
            for (let b = 0; b < n; b++) {
              matrix[a * n + b] = rows.reduce((sum, row) => sum + row[a]! * row[b]!, a === b ? 0.5 : 0)
            }
          }
          const inverse = matrix.slice()
          invertPositiveDefinite(inverse, n)
          for (let a = 0; a < n; a++) {
            for (let b = 0; b < n; b++) {
              let sum = 0
              for (let c = 0; c < n; c++) sum += matrix[a * n + c]! * inverse[c * n + b]!
              expect(sum).toBeCloseTo(a === b ? 1 : 0, 9)
            }
          }
        },
      ),
      { numRuns: 100, seed: 7 },
    )
  })

  it('is refused for a matrix that has none', () => {
    expect(() => invertPositiveDefinite(new Float64Array([1, 2, 2, 1]), 2)).toThrow('row 1')
  })
})

describe('reference recommenders', () => {
  const baskets = [[0, 1], [0, 1], [0, 2], [3]]

  it('popularity counts baskets, not pieces', () => {
    expect([...popularity([[0, 0, 1], [0]], 3)]).toEqual([2, 1, 0])
  })

  it('personal top-frequency goes by her own count first, then by popularity', () => {
    const scores = personalFrequency([[3], [3, 2]], popularity(baskets, 4))
    expect(topScores(scores, 4)).toEqual([3, 2, 0, 1])
  })

  it('item-kNN answers the cosine of the rows', () => {
    const scores = new ItemKnn(baskets, 4, 10).scores(one(0))
    expect(scores[1]).toBeCloseTo(2 / Math.sqrt(3 * 2), 12)
    expect(scores[3]).toBe(0)
  })

  it('EASE prefers what is bought together, never answers from an item to itself, leaves rare items out', () => {
    const scores = new Ease(baskets, 4, 1, 4).scores(one(0))
    expect(scores[0]).toBe(0)
    expect(scores[1]).toBeGreaterThan(scores[2]!)
    expect(new Ease(baskets, 4, 1, 2).scores(one(0))[2]).toBe(0)
  })

  it('TIFU-kNN groups baskets, fades them twice, and adds the mean of the nearest others', () => {
    const settings = { ...PAPER_INSTACART, decayInGroup: 0.5, decayOfGroups: 0.1, groups: 2, neighbours: 1 }
    const histories = [[[0], [1], [2], [3], [4]], [[5]]]
    const scores = new TifuKnn(histories, 6, settings).scores(histories[0]!, 0)
    // Five baskets make a group of two and one of three.
    const expected = [0.5 / 2, 1 / 2, 0.25 / 3, 0.5 / 3, 1 / 3].map((value, n) => {
      return 0.9 * (value * (n < 2 ? 0.1 : 1)) * 0.5
    })
    for (const [item, value] of expected.entries()) expect(scores[item]).toBeCloseTo(value, 12)
    expect(scores[5]).toBeCloseTo(0.1, 12)
  })

  it('VMIS-kNN with maps keeps the newest m sessions of an item, and lets those that share more speak louder', () => {
    const model = createMapVmisKnn()
    model.learn(['tea', 'forgotten'], 0)
    for (let n = 1; n <= 500; n++) model.learn(['tea', n === 500 ? 'pot' : 'cup'], n)
    for (let n = 0; n < 9; n++) model.learn(['lamp', 'shade'], 600 + n)
    model.learn(['tea', 'pot', 'strainer'], 700)
    const found = model.recommend(['pot', 'tea'], 10)
    expect(found).toContain('strainer')
    expect(found).not.toContain('forgotten')
    expect(found).not.toContain('shade')
    expect(found.indexOf('strainer')).toBeLessThan(found.indexOf('tea'))
    expect(model.recommend(['nothing'], 5)).toEqual([])
  })
})
