import { describe, expect, it } from 'vitest'
import { latenciesOf, percentile, seededChance, spreadOf } from '../../src/bench/statistics.ts'

describe('benchmark statistics', () => {
  it('take an observed value as percentile, by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, 0.5)).toBe(50)
    expect(percentile(values, 0.99)).toBe(99)
    expect(percentile(values, 1)).toBe(100)
    expect(percentile([7], 0.5)).toBe(7)
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })

  it('tell the spread of repeated runs', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ least: 1, median: 2, most: 3, runs: 3 })
    expect(latenciesOf([1, 2, 3, 4])).toEqual({ count: 4, mostMs: 4, p50Ms: 2, p90Ms: 4, p99Ms: 4 })
  })

  it('draw the same numbers for the same seed, spread over [0, 1)', () => {
    const draw = (seed: number) => Array.from({ length: 1000 }, seededChance(seed))
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    const mean = draw(1).reduce((sum, value) => sum + value, 0) / 1000
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
    expect(draw(1).every((value) => value >= 0 && value < 1)).toBe(true)
  })
})
