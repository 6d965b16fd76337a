import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../support/world.ts'
import { intakeUntilKilled, judge, killRound } from './kill-round.ts'

const nothingLost = { halfBatches: 0, lostBatches: 0, lostConsents: 0 }

/** Deletes from a table of the store, behind its back. */
function remove(directory: string, table: string, where: string): void {
  const database = new Database(join(directory, 'umiar.db'))
  expect(database.prepare(`DELETE FROM ${table} WHERE ${where}`).run().changes).toBe(1)
  database.close()
}

describe('the judge of a killed intake', () => {
  it('sees a half batch, a lost batch and a lost consent when there is one', {
    timeout: 60_000,
  }, async () => {
    const directory = temporaryDirectory()
    const acknowledged = await intakeUntilKilled({ directory }, 'planted', 100)
    expect(await judge({ directory }, 'planted', acknowledged)).toMatchObject(nothingLost)
    remove(directory, 'buying', 'arrival = (SELECT max(arrival) FROM buying)')
    expect(await judge({ directory }, 'planted', acknowledged)).toMatchObject({
      ...nothingLost,
      halfBatches: 1,
    })
    remove(directory, 'event_key', 'key = (SELECT max(key) FROM event_key)')
    expect((await judge({ directory }, 'planted', acknowledged)).halfBatches).toBeGreaterThanOrEqual(1)
    const more = new Map([...acknowledged.batches, [999_999, [...acknowledged.consents][0]!]] as const)
    expect(await judge({ directory }, 'planted', { ...acknowledged, batches: more })).toMatchObject({
      lostBatches: 1,
    })
    remove(directory, 'subject', 'subject = (SELECT max(subject) FROM subject)')
    expect(await judge({ directory }, 'planted', acknowledged)).toMatchObject({ lostConsents: 1 })
  })
})

describe('intake killed in the middle (SIGKILL), five times over', () => {
  it('loses nothing it acknowledged and stores no half batch', { timeout: 120_000 }, async () => {
    const directory = temporaryDirectory()
    for (let round = 1; round <= 5; round++) {
      const report = await killRound({ directory }, `test ${round}`, 1000)
      expect(report.acknowledgedEvents).toBeGreaterThan(1000)
      expect(report).toMatchObject(nothingLost)
    }
  })
})
