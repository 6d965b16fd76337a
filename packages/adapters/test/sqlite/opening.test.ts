import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { announceOwner, readOwner } from '../../src/index.ts'
import { openStore } from '../support/sqlite.ts'
import { appendViews, person, rightOf, saveConsent, temporaryDirectory } from '../support/world.ts'

async function filledDirectory(): Promise<string> {
  const directory = temporaryDirectory()
  const store = await openStore(directory)
  await saveConsent(store, 'anna')
  for (let n = 0; n < 50; n++) await appendViews(store, 'anna', `view ${n}`, 1, 900)
  await store.close()
  return directory
}

function overwrite(path: string, position: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, position)
  closeSync(file)
}

function changeDatabase(directory: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(directory, 'umiar.db'))
  change(database)
  database.close()
}

describe('a store on SQLite', () => {
  it('has the schema that is written down', async () => {
    const directory = temporaryDirectory()
    await (await openStore(directory)).close()
    let dump = ''
    changeDatabase(directory, (database) => {
      const rows = database
        .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
        .pluck()
        .all()
      dump = `-- The schema after all migrations; dumped by a test, do not edit.\n\n${rows.join(';\n\n')};\n`
    })
    await expect(dump).toMatchFileSnapshot('../../src/sqlite/schema.sql')
  })

  it('keeps its files to its owner', async () => {
    const directory = join(temporaryDirectory(), 'data')
    await (await openStore(directory)).close()
    expect(statSync(directory).mode & 0o777).toBe(0o700)
  })

  it('refuses a second opener, in this process too, and tells where the owner answers', async () => {
    const directory = temporaryDirectory()
    const store = await openStore(directory)
    await expect(openStore(directory)).rejects.toMatchObject({ code: 'store_owned', facts: {} })
    announceOwner(directory, { url: 'http://127.0.0.1:8080' })
    expect(readOwner(directory)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:8080' })
    await expect(openStore(directory)).rejects.toMatchObject({
      code: 'store_owned',
      facts: { url: 'http://127.0.0.1:8080' },
    })
    expect(await saveConsent(store, 'anna')).toBe('saved')
    await store.close()
    expect(readOwner(directory)).toBeUndefined()
    await (await openStore(directory)).close()
  })

  it('does not believe an owner’s note whose process is gone', () => {
    const directory = temporaryDirectory()
    announceOwner(directory, { url: 'http://127.0.0.1:8080' })
    expect(readOwner(directory)).toBeUndefined()
    writeFileSync(join(directory, 'owner.json'), '{"url":')
    expect(readOwner(directory)).toBeUndefined()
  })

  it('refuses another root key and opens with the right one', async () => {
    const directory = await filledDirectory()
    const other = openStore(directory, { rootKeyCheck: new Uint8Array(32).fill(1) })
    await expect(other).rejects.toMatchObject({ code: 'root_key_wrong' })
    await (await openStore(directory)).close()
  })

  it('refuses a store written by a newer version, with the remedy, and leaves it as it is', async () => {
    const directory = await filledDirectory()
    let version: unknown
    changeDatabase(directory, (database) => {
      version = database.pragma('user_version', { simple: true })
      database.pragma('user_version = 999')
    })
    const refusal = openStore(directory)
    await expect(refusal).rejects.toMatchObject({ code: 'store_newer', facts: { version: 999 } })
    await expect(refusal).rejects.toThrow(/newer version of Umiar|backup/)
    changeDatabase(directory, (database) => database.pragma(`user_version = ${version}`))
    await (await openStore(directory)).close()
  })

  it('refuses a file that is no database, a foreign one, and a damaged page', async () => {
    const damaged = { code: 'store_damaged' }
    const noDatabase = temporaryDirectory()
    writeFileSync(join(noDatabase, 'umiar.db'), 'not a database '.repeat(400))
    await expect(openStore(noDatabase)).rejects.toMatchObject(damaged)
    await expect(openStore(noDatabase)).rejects.toThrow(/restore/)

    const foreign = temporaryDirectory()
    changeDatabase(foreign, (database) => database.exec('CREATE TABLE notes (text)'))
    await expect(openStore(foreign)).rejects.toMatchObject(damaged)

    const directory = await filledDirectory()
    const path = join(directory, 'umiar.db')
    for (let page = 1; page < statSync(path).size / 4096; page += 3) {
      overwrite(path, page * 4096, new Uint8Array(64).fill(0xa5))
    }
    await expect(openStore(directory)).rejects.toMatchObject(damaged)
  })

  it('says so when damage shows only while it runs, and answers nothing more', async () => {
    const directory = await filledDirectory()
    const path = join(directory, 'umiar.db')
    const size = statSync(path).size
    for (let page = 3; page < size / 4096; page++)
      overwrite(path, page * 4096, new Uint8Array(4096).fill(0xa5))
    const open = openStore(directory, { quickCheckBytes: 0 })
    const outcome = open.then(async (store) => {
      try {
        return await store.read(rightOf(person('anna')), 'browsing')
      } finally {
        await store.close()
      }
    })
    await expect(outcome).rejects.toMatchObject({ code: 'store_damaged' })
  })

  it('marks a proper end, and only that', async () => {
    const directory = temporaryDirectory()
    const store = await openStore(directory)
    expect(existsSync(join(directory, 'closed.mark'))).toBe(false)
    await store.close()
    expect(existsSync(join(directory, 'closed.mark'))).toBe(true)
    expect(readFileSync(join(directory, 'umiar.db')).length).toBeGreaterThan(0)
    expect(statSync(join(directory, 'umiar.db-wal'), { throwIfNoEntry: false })).toBeUndefined()
  })
})
