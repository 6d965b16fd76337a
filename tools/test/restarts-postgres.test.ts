/**
 * Starts from model files beside a store on PostgreSQL: the law of `apps/server/test/laws/restarts.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runRestarts } from '../../apps/server/test/laws/restarts.ts'
import { Cluster, isPostgresMissing, whyMissing } from '../../packages/adapters/test/support/cluster.ts'

describe.skipIf(isPostgresMissing)(`a start from model files beside PostgreSQL${whyMissing}`, () => {
  let cluster: Cluster
  beforeAll(() => {
    cluster = Cluster.create()
  }, 60_000)
  afterAll(() => cluster?.remove())

  it('leads to the model of a full replay', async () => {
    const report = await runRestarts(25, 3, { database: await cluster.createDatabase() })
    console.log(`${report.restarts} restarts: ${JSON.stringify(report.exercised)}`)
    expect(report.mismatches).toEqual([])
    expect(report.exercised['people taken over'] ?? 0).toBeGreaterThan(20)
  }, 120_000)
})
