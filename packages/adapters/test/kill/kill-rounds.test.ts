import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../support/world.ts'
import { killRound } from './kill-round.ts'

describe('intake killed in the middle (SIGKILL), five times over', () => {
  it('loses nothing it acknowledged and stores no half batch', { timeout: 120_000 }, async () => {
    const directory = temporaryDirectory()
    for (let round = 1; round <= 5; round++) {
      const report = await killRound(directory, `test ${round}`, 1000)
      expect(report.acknowledgedEvents).toBeGreaterThan(1000)
      expect(report).toMatchObject({ halfBatches: 0, lostBatches: 0, lostConsents: 0 })
    }
  })
})
