import { describe, expect, it } from 'vitest'
import { intakeUntilKilled, judge, killRound } from '../kill/kill-round.ts'
import { clusterOfFile, isPostgresMissing, whyMissing } from '../support/postgres.ts'
import { temporaryDirectory } from '../support/world.ts'

const nothingLost = { halfBatches: 0, lostBatches: 0, lostConsents: 0 }

describe.skipIf(isPostgresMissing)(`intake into PostgreSQL${whyMissing}`, () => {
  const cluster = clusterOfFile()

  it('killed in the middle (SIGKILL), five times over, loses nothing and stores no half batch', {
    timeout: 120_000,
  }, async () => {
    const place = { database: await cluster().createDatabase(), directory: temporaryDirectory() }
    for (let round = 1; round <= 5; round++) {
      const report = await killRound(place, `test ${round}`, 1000)
      expect(report.acknowledgedEvents).toBeGreaterThan(1000)
      expect(report).toMatchObject(nothingLost)
    }
  })

  it('loses nothing when the server itself is stopped at once, three times over', {
    timeout: 120_000,
  }, async () => {
    const place = { database: await cluster().createDatabase(), directory: temporaryDirectory() }
    for (let round = 1; round <= 3; round++) {
      const acknowledged = await intakeUntilKilled(place, `crash ${round}`, 1000, () =>
        cluster().stop('immediate'),
      )
      cluster().start()
      expect(acknowledged.batches.size).toBeGreaterThan(50)
      expect(await judge(place, `crash ${round}`, acknowledged)).toMatchObject(nothingLost)
    }
  })

  it('is judged by a judge who sees a batch that is lost or half there', { timeout: 60_000 }, async () => {
    const place = { database: await cluster().createDatabase(), directory: temporaryDirectory() }
    const acknowledged = await intakeUntilKilled(place, 'planted', 100)
    await judge(place, 'planted', acknowledged)
    const last = 'arrival = (SELECT max(arrival) FROM umiar.buying)'
    await cluster().query(place.database, `DELETE FROM umiar.buying WHERE ${last}`)
    expect(await judge(place, 'planted', acknowledged)).toMatchObject({ ...nothingLost, halfBatches: 1 })
    const more = new Map([...acknowledged.batches, [999_999, [...acknowledged.consents][0]!]] as const)
    const report = await judge(place, 'planted', { ...acknowledged, batches: more })
    expect(report).toMatchObject({ lostBatches: 1 })
  })
})
