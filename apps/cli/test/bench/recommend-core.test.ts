import { describe, expect, it } from 'vitest'
import { benchRecommendCore } from '../../src/bench/recommend-core.ts'
import { syntheticShop } from '../../src/bench/synthetic-sessions.ts'

describe('the core benchmark', () => {
  it('reports both settings with machine, Node version and seed', async () => {
    const report = await benchRecommendCore({ clicks: 3_000, json: true, queries: 50, seed: 9 })
    expect(report).toMatchObject({ node: process.version, queries: 50, seed: 9 })
    expect(report.clicks).toBeGreaterThanOrEqual(3_000)
    expect(report.settings).toMatchObject({
      m500_k100: {
        neighbours: 100,
        newest_sessions: 500,
        p50_us: expect.any(Number),
        p99_us: expect.any(Number),
      },
      shipped_default: { p50_us: expect.any(Number), p99_us: expect.any(Number) },
    })
  })

  it('invents the same sessions for the same seed', () => {
    const draw = (seed: number): string => {
      const shop = syntheticShop(100, 50, seed)
      return JSON.stringify(Array.from({ length: 50 }, () => shop.nextSession()))
    }
    expect(draw(1)).toBe(draw(1))
    expect(draw(1)).not.toBe(draw(2))
  })
})
