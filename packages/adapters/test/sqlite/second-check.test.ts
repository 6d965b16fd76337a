import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ownRows } from '../../src/store/granted-store.ts'
import { openStore } from '../support/sqlite.ts'
import { appendViews, person, rightOf, row, saveConsent, temporaryDirectory } from '../support/world.ts'

describe('storage’s second check', () => {
  it('lets no row of another subject out', () => {
    const mine = { ...row(person('anna'), 'browsing', 'tea'), arrival: 1 }
    const hers = { ...row(person('basia'), 'browsing', 'tea'), arrival: 2 }
    expect(ownRows(rightOf(person('anna')), [mine])).toEqual([mine])
    expect(() => ownRows(rightOf(person('anna')), [mine, hers])).toThrow(
      expect.objectContaining({ code: 'grant_misused' }),
    )
  })

  it('finds in no column of the database a name that was not hashed or drawn', async () => {
    const directory = temporaryDirectory()
    const store = await openStore(directory)
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    await store.close()
    const database = new Database(join(directory, 'umiar.db'))
    const columns = (table: string): unknown[] =>
      database.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    for (const table of ['consent', 'taste', 'browsing', 'buying']) {
      expect(columns(table)).toEqual(['subject', 'arrival', 'day', 'key_version', 'body'])
    }
    expect(columns('evidence')).toEqual(['subject', 'arrival', 'day', 'key_version', 'rec_key', 'body'])
    database.close()
  })
})
