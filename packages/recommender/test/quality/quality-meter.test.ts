import { describe, expect, it } from 'vitest'
import { QualityMeter } from '../../src/index.ts'

const itemCounts = new Map([
  ['a', 10],
  ['b', 5],
  ['c', 1],
  ['d', 4],
])

describe('quality meter', () => {
  it('scores a single target by its rank', () => {
    const meter = new QualityMeter(3, { itemCounts })
    meter.add(['a', 'b', 'c'], ['b'])
    meter.add(['a', 'b', 'c'], ['d'])
    expect(meter.report()).toMatchObject({
      cases: 2,
      hitRate: 0.5,
      mrr: 0.25,
      ndcg: 1 / Math.log2(3) / 2,
      recall: 0.5,
    })
  })

  it('scores a basket by all its items, against the best order possible', () => {
    const meter = new QualityMeter(3, { itemCounts })
    meter.add(['a', 'b', 'c'], ['c', 'a'])
    const { hitRate, mrr, ndcg, recall } = meter.report()
    expect({ hitRate, mrr, recall }).toEqual({ hitRate: 1, mrr: 1, recall: 1 })
    expect(ndcg).toBeCloseTo((1 + 1 / Math.log2(4)) / (1 + 1 / Math.log2(3)), 12)
  })

  it('counts a target nobody knows, and an empty answer, as misses', () => {
    const meter = new QualityMeter(3, { itemCounts })
    meter.add(['a'], ['never seen'])
    meter.add([], ['a'])
    expect(meter.report()).toMatchObject({ cases: 2, hitRate: 0, mrr: 0 })
  })

  it('looks at k items and no further', () => {
    const meter = new QualityMeter(1, { itemCounts })
    meter.add(['a', 'b'], ['b'])
    expect(meter.report().hitRate).toBe(0)
  })

  it('says which share of the catalogue was shown, and how popular what was shown is', () => {
    const meter = new QualityMeter(2, { itemCounts })
    meter.add(['a', 'b'], ['a'])
    meter.add(['a'], ['a'])
    expect(meter.report().coverage).toBe(0.5)
    expect(meter.report().popularityBias).toBeCloseTo((10 + 5 + 10) / 3 / 10, 12)
  })

  it('refuses a k that is no length and a case without target', () => {
    expect(() => new QualityMeter(0, { itemCounts })).toThrow(RangeError)
    expect(() => new QualityMeter(1, { itemCounts }).add(['a'], [])).toThrow(RangeError)
  })

  it('reports zeros before the first case', () => {
    expect(new QualityMeter(5, { itemCounts: new Map() }).report()).toMatchObject({
      cases: 0,
      coverage: 0,
      hitRate: 0,
    })
  })
})
