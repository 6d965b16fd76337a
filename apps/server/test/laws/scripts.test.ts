import { describe, expect, it } from 'vitest'
import { runScripts } from './scripts.ts'

const SCRIPTS = 10_000

describe('forgetting equals never having come', () => {
  it('is noticed when it does not hold: a model that keeps the forgotten is caught', async () => {
    const report = await runScripts(200, 5, 'model keeps the forgotten')
    expect(report.mismatches.length).toBeGreaterThan(0)
  })

  it(`holds over ${SCRIPTS} random scripts of insert, delete, withdraw, re-consent, erase and return`, async () => {
    const report = await runScripts(SCRIPTS, 1)
    console.log(`${report.scripts} scripts, ${report.steps} steps: ${JSON.stringify(report.exercised)}`)
    expect(report.mismatches).toEqual([])
    for (const law of [
      'insert accepted',
      'delete one product',
      'withdraw',
      're-consent',
      'erase',
      'come or return',
      'retry',
      'retry after erasure',
    ]) {
      expect([law, report.exercised[law] ?? 0]).toEqual([law, expect.any(Number)])
      expect(report.exercised[law] ?? 0).toBeGreaterThan(500)
    }
  }, 600_000)
})
