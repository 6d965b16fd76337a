import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rootKeyCheckOf } from '@umiar/crypto'
import type { Store } from '@umiar/use-cases'
import type { ItemId, RecId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { MOVED_FILE, moveToPostgres } from '../../src/index.ts'
import { ROW_BYTES } from '../../src/postgres/transaction.ts'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from '../support/postgres.ts'
import { openStore } from '../support/sqlite.ts'
import {
  appendViews,
  grantFor,
  keyOf,
  person,
  rightOf,
  row,
  saveConsent,
  TODAY,
  temporaryDirectory,
} from '../support/world.ts'

const ROOT_KEY = new Uint8Array(32).fill(7)
const rootKeyCheck = rootKeyCheckOf(ROOT_KEY)
/** What staff set up: all that is left of the store in the end. */
const RULES = '["„Ż”"]'
const TABLES = ['consent', 'taste', 'browsing', 'buying', 'evidence'] as const

/** A SQLite store with something in every table. */
async function filledDirectory(): Promise<string> {
  const directory = temporaryDirectory()
  const store = await openStore(directory, { rootKeyCheck })
  for (const name of ['anna', 'basia', 'celina']) {
    await saveConsent(store, name)
    for (let n = 0; n < 40; n++) await appendViews(store, name, `${name} ${n}`)
    await store.replace(grantFor(person(name), 'personal_recs'), row(person(name), 'taste', name))
    await store.putEvidence([
      { grant: rightOf(person(name), 1), recKey: keyOf(name), row: row(person(name), 'evidence', name) },
    ])
  }
  await store.rewrite(rightOf(person('basia'), 1), 'buying', [
    row(person('basia'), 'buying', 'empty', TODAY, 0),
  ])
  await store.erase(rightOf(person('celina'), 1), { erasedAtMs: 1_700_000_000_000, untilDay: TODAY })
  await store.putProducts([
    { available: true, itemId: 'tea' as ItemId, sensitive: false, title: 'Żółta "herbata" \\ {a,b}\u0000' },
  ])
  await store.putSharedEvidence([{ body: '{"n":"„1”"}', day: TODAY, recId: 'rec_1' as RecId }])
  await store.putSetting('rules', RULES)
  await store.putKey({ createdAtMs: 1_700_000_000_000, hash: 'a'.repeat(64), kind: 'secret' })
  await store.putKey({ createdAtMs: 2, expiresAtMs: 3, hash: 'b'.repeat(64), kind: 'staff' })
  await store.close()
  return directory
}

/** All a store says. */
async function everythingIn(store: Store): Promise<object> {
  const rows: Record<string, unknown> = {}
  for (const name of ['anna', 'basia', 'celina']) {
    for (const table of TABLES) rows[`${name} ${table}`] = await store.read(rightOf(person(name)), table)
  }
  const bySubject = <Item extends { readonly subject: string }>(items: readonly Item[]): Item[] =>
    [...items].sort((one, other) => one.subject.localeCompare(other.subject))
  return {
    aliases: bySubject(await store.aliases()),
    keys: await store.keys(),
    owner: await store.ownerOfEvidence(keyOf('anna')),
    products: await store.allProducts(),
    rows,
    rules: await store.setting('rules'),
    sequences: bySubject(await store.consentSequences()),
    shared: await store.findSharedEvidence('rec_1' as RecId),
    shopId: store.shopId,
    tombstones: await store.tombstones(),
  }
}

describe.skipIf(isPostgresMissing)(`moving a store from SQLite to PostgreSQL${whyMissing}`, () => {
  const cluster = clusterOfFile()

  it('carries everything over as it is, and puts the old file aside', async () => {
    const directory = await filledDirectory()
    const source = await openStore(directory, { rootKeyCheck })
    const before = await everythingIn(source)
    await source.close()
    const connectionString = await cluster().createDatabase()
    const progress: [number, number][] = []
    const report = await moveToPostgres({
      connectionString,
      directory,
      onProgress: (done, all) => progress.push([done, all]),
      rootKey: ROOT_KEY,
    })
    expect(report.rows).toMatchObject({
      alias: 2,
      browsing: 80,
      event_key: 160,
      product: 1,
      subject: 2,
      tombstone: 1,
    })
    expect(progress.at(-1)![0]).toBe(progress.at(-1)![1])
    expect(existsSync(join(directory, 'umiar.db'))).toBe(false)
    expect(existsSync(join(directory, MOVED_FILE))).toBe(true)

    const store = await openPostgres(connectionString, directory, { rootKeyCheck })
    expect(await everythingIn(store)).toEqual(before)
    expect((await appendViews(store, 'anna', 'anna 3')).outcome).toBe('duplicates')
    expect((await appendViews(store, 'anna', 'new')).outcome).toBe('stored')
    const arrivals = (await store.read(rightOf(person('anna')), 'browsing')).map((found) => found.arrival)
    expect(arrivals).toEqual([...arrivals].sort((one, other) => one - other))
    for (const name of ['anna', 'basia'])
      await store.erase(rightOf(person(name), 1), { erasedAtMs: 1, untilDay: TODAY })
    await store.removeProduct('tea' as ItemId)
    await store.dropExpired({ eventKeysBefore: 0, sharedEvidenceBefore: TODAY + 1, today: 0 })
    await store.close()
    const [account] = await cluster().query<{ value: string }>(
      connectionString,
      "SELECT value FROM umiar.meta WHERE name = 'live_bytes'",
    )
    expect(account!.value).toBe(String(Buffer.byteLength(RULES) + ROW_BYTES))
  })

  it('refuses a target that is not empty, a wrong root key, and an owned directory; the source stays', async () => {
    const directory = await filledDirectory()
    const connectionString = await cluster().createDatabase()
    const taken = await openPostgres(connectionString, temporaryDirectory(), { rootKeyCheck })
    await saveConsent(taken, 'dorota')
    await taken.close()
    const move = (rootKey = ROOT_KEY) => moveToPostgres({ connectionString, directory, rootKey })
    await expect(move()).rejects.toThrow(/choose an empty database/)
    await expect(move(new Uint8Array(32))).rejects.toMatchObject({ code: 'root_key_wrong' })
    const owner = await openStore(directory, { rootKeyCheck })
    await expect(move()).rejects.toMatchObject({ code: 'store_owned' })
    expect(await owner.read(rightOf(person('anna')), 'browsing')).toHaveLength(40)
    await owner.close()
    const kept = await openPostgres(connectionString, temporaryDirectory(), { rootKeyCheck })
    expect(await kept.consentSequences()).toEqual([{ consentSeq: 1, subject: person('dorota') }])
    await kept.close()
  })

  it('may be asked again after it was interrupted', async () => {
    const directory = await filledDirectory()
    const connectionString = await cluster().createDatabase()
    const interrupted = moveToPostgres({
      connectionString,
      directory,
      onProgress: () => {
        throw new Error('the power went')
      },
      rootKey: ROOT_KEY,
    })
    await expect(interrupted).rejects.toThrow()
    expect(existsSync(join(directory, 'umiar.db'))).toBe(true)
    const { rows } = await moveToPostgres({ connectionString, directory, rootKey: ROOT_KEY })
    expect(rows.browsing).toBe(80)
  })
})
