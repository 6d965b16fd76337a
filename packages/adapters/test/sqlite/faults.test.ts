import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '../support/sqlite.ts'
import { appendViews, person, rightOf, saveConsent, TODAY, temporaryDirectory } from '../support/world.ts'
import { difference, TABLES, WRITES } from '../support/writes.ts'

function countRows(directory: string): Record<string, number> {
  const database = new Database(join(directory, 'umiar.db'))
  try {
    return Object.fromEntries(
      TABLES.map((table) => [
        table,
        database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
      ]),
    )
  } finally {
    database.close()
  }
}

async function world(): Promise<string> {
  const directory = temporaryDirectory()
  const store = await openStore(directory)
  await saveConsent(store, 'anna')
  await appendViews(store, 'anna', 'tea')
  await store.close()
  return directory
}

describe.each(WRITES)('when the writer dies during %s', (name, write, rows) => {
  const lost = ['begun', 'executed'] as const
  const kept = name === 'erase' ? (['committed', 'checkpointed'] as const) : (['committed'] as const)

  it.each(lost)('the write is lost whole and never acknowledged (at: %s)', async (step) => {
    const directory = await world()
    const before = countRows(directory)
    const store = await openStore(directory, { fault: { nth: 1, step } })
    await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(store.stats()).rejects.toMatchObject({ code: 'store_unavailable' })
    await store.close()
    expect(difference(before, countRows(directory))).toEqual({})
  })

  it.each(kept)('the write is kept whole and never acknowledged (at: %s)', async (step) => {
    const directory = await world()
    const before = countRows(directory)
    const store = await openStore(directory, { fault: { nth: 1, step } })
    await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
    await store.close()
    expect(difference(before, countRows(directory))).toEqual(rows)
  })
})

describe('after the writer died', () => {
  it('a batch sent again is stored if it was lost, and a duplicate if it was kept', async () => {
    for (const [step, outcome] of [
      ['executed', 'stored'],
      ['committed', 'duplicates'],
    ] as const) {
      const directory = await world()
      const dying = await openStore(directory, { fault: { nth: 1, step } })
      await expect(appendViews(dying, 'anna', 'mug')).rejects.toMatchObject({ code: 'store_unavailable' })
      await dying.close()
      const store = await openStore(directory)
      expect((await appendViews(store, 'anna', 'mug')).outcome).toBe(outcome)
      expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(2)
      await store.close()
    }
  })

  it('an erasure asked again completes', async () => {
    const directory = await world()
    const dying = await openStore(directory, { fault: { nth: 1, step: 'committed' } })
    const tombstone = { erasedAtMs: 1, untilDay: TODAY }
    await expect(dying.erase(rightOf(person('anna'), 1), tombstone)).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    await dying.close()
    const store = await openStore(directory)
    expect(await store.erase(rightOf(person('anna'), 1), tombstone)).toEqual({})
    expect(await store.tombstones()).toHaveLength(1)
    await store.close()
  })
})
