import { describe, expect, it } from 'vitest'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from '../support/postgres.ts'
import { appendViews, person, rightOf, saveConsent, TODAY, temporaryDirectory } from '../support/world.ts'
import { difference, TABLES, WRITES } from '../support/writes.ts'

describe.skipIf(isPostgresMissing)(`a store on PostgreSQL whose line is cut${whyMissing}`, () => {
  const cluster = clusterOfFile()

  const countRows = async (url: string): Promise<Record<string, number>> => {
    const counts = TABLES.map((table) => `(SELECT count(*)::integer FROM umiar.${table}) AS ${table}`)
    return (await cluster().query<Record<string, number>>(url, `SELECT ${counts.join(', ')}`))[0]!
  }

  const world = async (): Promise<{ url: string; directory: string }> => {
    const [url, directory] = [await cluster().createDatabase(), temporaryDirectory()]
    const store = await openPostgres(url, directory)
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    await store.close()
    return { directory, url }
  }

  describe.each(WRITES)('during %s', (_name, write, rows) => {
    it.each(['begun', 'executed'] as const)(
      'loses the write whole and never acknowledges it (at: %s)',
      async (step) => {
        const { directory, url } = await world()
        const before = await countRows(url)
        const store = await openPostgres(url, directory, { fault: { nth: 1, step } })
        await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
        await expect(store.stats()).rejects.toMatchObject({ code: 'store_unavailable' })
        await store.close()
        await (await openPostgres(url, directory)).close()
        expect(difference(before, await countRows(url))).toEqual({})
      },
    )

    it('keeps the write whole and never acknowledges it (at: committed)', async () => {
      const { directory, url } = await world()
      const before = await countRows(url)
      const store = await openPostgres(url, directory, { fault: { nth: 1, step: 'committed' } })
      await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
      await store.close()
      expect(difference(before, await countRows(url))).toEqual(rows)
    })
  })

  it('stores a batch sent again if it was lost, and names it a duplicate if it was kept', async () => {
    for (const [step, outcome] of [
      ['executed', 'stored'],
      ['committed', 'duplicates'],
    ] as const) {
      const { directory, url } = await world()
      const dying = await openPostgres(url, directory, { fault: { nth: 1, step } })
      await expect(appendViews(dying, 'anna', 'mug')).rejects.toMatchObject({ code: 'store_unavailable' })
      await dying.close()
      const store = await openPostgres(url, directory)
      expect((await appendViews(store, 'anna', 'mug')).outcome).toBe(outcome)
      expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(2)
      await store.close()
    }
  })

  it('completes an erasure that is asked for again', async () => {
    const { directory, url } = await world()
    const dying = await openPostgres(url, directory, { fault: { nth: 1, step: 'committed' } })
    const tombstone = { erasedAtMs: 1, untilDay: TODAY }
    const erasure = dying.erase(rightOf(person('anna'), 1), tombstone)
    await expect(erasure).rejects.toMatchObject({ code: 'store_unavailable' })
    await dying.close()
    const store = await openPostgres(url, directory)
    expect(await store.erase(rightOf(person('anna'), 1), tombstone)).toEqual({})
    expect(await store.tombstones()).toHaveLength(1)
    await store.close()
  })

  it('answers nothing more when its session was ended while idle, and says what to do', async () => {
    const { directory, url } = await world()
    const store = await openPostgres(url, directory)
    await cluster().query(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'umiar' AND datname = current_database()",
    )
    await expect(appendViews(store, 'anna', 'mug')).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(store.stats()).rejects.toThrow(/restart the shop/)
    await store.close()
    const again = await openPostgres(url, directory)
    expect((await appendViews(again, 'anna', 'mug')).outcome).toBe('stored')
    await again.close()
  })

  it('undoes a failing call alone, also among calls that are carried out together', async () => {
    const { directory, url } = await world()
    await cluster().query(url, `ALTER TABLE umiar.browsing ADD CHECK (octet_length(body) < 1000)`)
    const store = await openPostgres(url, directory)
    const outcomes = await Promise.allSettled([
      appendViews(store, 'anna', 'one'),
      appendViews(store, 'anna', 'two', 1, 4000),
      appendViews(store, 'anna', 'three'),
      saveConsent(store, 'basia'),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'internal_error', facts: { cause: '23514' } } })
    expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(3)
    await store.close()
  })
})
