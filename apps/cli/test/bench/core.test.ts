import { describe, expect, it } from 'vitest'
import { benchCore } from '../../src/bench/core.ts'
import type { ReferenceKnn } from '../../src/bench/reference-knn.ts'
import { syntheticShop } from '../../src/bench/synthetic-sessions.ts'

describe('the benchmark of the core', () => {
  it('learns the asked amount, asks both engines the same, forgets people, and says what it measured', async () => {
    let learned = 0
    let asked = 0
    const reference: ReferenceKnn = {
      learn: (items) => {
        learned += items.length
      },
      recommend: () => {
        asked++
        return []
      },
    }
    const report = (await benchCore({
      clicks: 3_000,
      erasures: 20,
      queries: 50,
      reference: async () => reference,
      seed: 9,
    })) as Record<string, unknown>
    expect(report).toMatchObject({
      forgetting: { erasures: 20 },
      m500_k100: { neighbours: 100, newestSessions: 500 },
      queries: 50,
    })
    expect(learned).toBe(report.clicks)
    expect(asked).toBe(100)
    expect(report.indexBytesPerClick).toBeGreaterThan(4)
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
