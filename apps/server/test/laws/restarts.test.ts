import { describe, expect, it } from 'vitest'
import { runRestarts } from './restarts.ts'

describe('a start from model files', () => {
  it('is caught if it believes the files instead of comparing them with the store', async () => {
    const report = await runRestarts(40, 1, { sabotage: 'files are believed' })
    expect(report.mismatches).toHaveLength(1)
  }, 60_000)

  it('leads to the model of a full replay, whatever was done before and to the files meanwhile', async () => {
    const report = await runRestarts(60, 1)
    console.log(`${report.restarts} restarts: ${JSON.stringify(report.exercised)}`)
    expect(report.mismatches).toEqual([])
    for (const law of ['visit', 'choose', 'forget a product', 'erase', 'product turns sensitive or back'])
      expect(report.exercised[law] ?? 0, law).toBeGreaterThan(20)
    for (const law of ['retention', 'pause', 'crash', 'an older copy put back', 'damage', 'loss'])
      expect(report.exercised[law] ?? 0, law).toBeGreaterThan(3)
    expect(report.exercised['people taken over'] ?? 0).toBeGreaterThan(40)
    expect(report.exercised.model_file_damaged ?? 0).toBeGreaterThan(0)
  }, 120_000)
})
