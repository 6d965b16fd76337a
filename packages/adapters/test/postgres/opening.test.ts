import { describe, expect, it } from 'vitest'
import { openPostgresStore, readOwner } from '../../src/index.ts'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from '../support/postgres.ts'
import { seededRandom } from '../support/seeded.ts'
import { appendViews, person, rightOf, saveConsent, TODAY, temporaryDirectory } from '../support/world.ts'

describe.skipIf(isPostgresMissing)(`opening a store on PostgreSQL${whyMissing}`, () => {
  const cluster = clusterOfFile()

  it('refuses a second owner of the database, and a second user of the directory', async () => {
    const url = await cluster().createDatabase()
    const directory = temporaryDirectory()
    const store = await openPostgres(url, directory)
    await expect(openPostgres(url, temporaryDirectory(), { ownerWaitMs: 50 })).rejects.toMatchObject({
      code: 'store_owned',
    })
    const other = await cluster().createDatabase()
    await expect(openPostgres(other, directory)).rejects.toMatchObject({ code: 'store_owned' })
    expect(await saveConsent(store, 'anna')).toBe('saved')
    await store.close()
    expect(readOwner(directory)).toBeUndefined()
    await (await openPostgres(url, temporaryDirectory())).close()
  })

  it('refuses another root key and opens with the right one', async () => {
    const url = await cluster().createDatabase()
    await (await openPostgres(url, temporaryDirectory())).close()
    const other = openPostgres(url, temporaryDirectory(), { rootKeyCheck: new Uint8Array(32).fill(1) })
    await expect(other).rejects.toMatchObject({ code: 'root_key_wrong' })
    await (await openPostgres(url, temporaryDirectory())).close()
  })

  it('refuses a store of a newer version, with the remedy, and leaves it as it is', async () => {
    const url = await cluster().createDatabase()
    await (await openPostgres(url, temporaryDirectory())).close()
    const [own] = await cluster().query<{ value: string }>(
      url,
      `SELECT value FROM umiar.meta WHERE name = 'schema_version'`,
    )
    const setVersion = (version: string | undefined) =>
      cluster().query(url, `UPDATE umiar.meta SET value = '${version}' WHERE name = 'schema_version'`)
    await setVersion('999')
    const refusal = openPostgres(url, temporaryDirectory())
    await expect(refusal).rejects.toMatchObject({ code: 'store_newer', facts: { version: 999 } })
    await expect(refusal).rejects.toThrow(/newer version of Umiar|backup/)
    await setVersion(own?.value)
    await (await openPostgres(url, temporaryDirectory())).close()
  })

  it('refuses a schema of our name that is not ours, and one that lost its identity', async () => {
    const foreign = await cluster().createDatabase()
    await cluster().query(foreign, 'CREATE SCHEMA umiar; CREATE TABLE umiar.notes (text text)')
    const damaged = { code: 'store_damaged' }
    await expect(openPostgres(foreign, temporaryDirectory())).rejects.toMatchObject(damaged)
    const url = await cluster().createDatabase()
    await (await openPostgres(url, temporaryDirectory())).close()
    await cluster().query(url, "DELETE FROM umiar.meta WHERE name = 'shop_id'")
    await expect(openPostgres(url, temporaryDirectory())).rejects.toMatchObject(damaged)
  })

  it('lives in a database beside the tables of others, in a schema of its own', async () => {
    const url = await cluster().createDatabase()
    await cluster().query(url, 'CREATE TABLE product (id integer); CREATE TABLE meta (id integer)')
    const store = await openPostgres(url, temporaryDirectory())
    expect(await store.allProducts()).toEqual([])
    await store.close()
  })

  it('says what to check when nobody answers, without repeating address or password', async () => {
    const refusal = openPostgresStore({
      connectionString: 'postgres://umiar:hunter2@127.0.0.1:1/shop',
      directory: temporaryDirectory(),
      random: seededRandom('x'),
      rootKeyCheck: new Uint8Array(32),
    })
    await expect(refusal).rejects.toMatchObject({ code: 'store_unavailable' })
    const text = await refusal.catch((error: Error) => `${error.message} ${JSON.stringify(error)}`)
    expect(text).toContain('UMIAR_DATABASE_URL')
    expect(text).not.toMatch(/hunter2|127\.0\.0\.1/)
  })

  it('says which right is missing when the user may not make a schema', async () => {
    const url = await cluster().createDatabase()
    await cluster().query(url, 'CREATE ROLE guest LOGIN')
    const asGuest = url.replace('postgres://umiar@', 'postgres://guest@')
    await expect(openPostgres(asGuest, temporaryDirectory())).rejects.toThrow(/right to create schemas/)
  })

  it('waits for the disk even where the server is set not to', async () => {
    const url = await cluster().createDatabase()
    await cluster().query(url, 'ALTER ROLE umiar SET synchronous_commit = off')
    const [plain] = await cluster().query<{ synchronous_commit: string }>(url, 'SHOW synchronous_commit')
    expect(plain!.synchronous_commit).toBe('off')
    const { Connection } = await import('../../src/postgres/connection.ts')
    const connection = await Connection.open(url)
    const [ours] = await connection.rows<{ setting: string }>(
      "SELECT current_setting('synchronous_commit') AS setting",
    )
    await connection.end()
    await cluster().query(url, 'ALTER ROLE umiar RESET synchronous_commit')
    expect(ours!.setting).toBe('on')
  })

  it('keys every personal table by subject first, so that it can be distributed', async () => {
    const url = await cluster().createDatabase()
    await (await openPostgres(url, temporaryDirectory())).close()
    const unique = await cluster().query<{ name: string; first: string }>(
      url,
      `SELECT c.relname AS name, a.attname AS first FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE n.nspname = 'umiar' AND i.indisunique`,
    )
    const personal = ['subject', 'consent', 'taste', 'browsing', 'buying', 'evidence', 'event_key']
    const ofPersonal = unique.filter(({ name }) => personal.includes(name))
    expect(new Set(ofPersonal.map(({ name }) => name))).toEqual(new Set(personal))
    expect(ofPersonal.filter(({ first }) => first !== 'subject')).toEqual([])
    expect(unique.filter(({ first }) => first !== 'subject').length).toBeGreaterThan(0)
  })
})

describe.skipIf(isPostgresMissing)(`erasure on PostgreSQL${whyMissing}`, () => {
  const cluster = clusterOfFile('autovacuum=off')

  it('is followed by a vacuum of the tables it touched', async () => {
    const url = await cluster().createDatabase()
    const store = await openPostgres(url, temporaryDirectory())
    await saveConsent(store, 'anna')
    for (let n = 0; n < 50; n++) await appendViews(store, 'anna', `view ${n}`, 1, 900)
    const sizeOf = async (): Promise<number> => {
      const [size] = await cluster().query<{ bytes: number }>(
        url,
        "SELECT pg_relation_size('umiar.browsing')::integer AS bytes",
      )
      return size!.bytes
    }
    expect(await sizeOf()).toBeGreaterThan(40_000)
    await store.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
    // Nobody else is in the table, so the vacuum gives its pages back.
    await expect.poll(sizeOf, { timeout: 10_000 }).toBe(0)
    await store.close()
  })
})
