import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '@umiar/use-cases'
import type { ItemId } from '@umiar/vocabulary'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clusterOfFile, isPostgresMissing, openPostgres, whyMissing } from '../support/postgres.ts'
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

const full = { code: 'store_full' }

/** Appends until the store refuses. @returns how many batches it acknowledged */
async function fill(store: Store, bytes = 4000): Promise<number> {
  for (let n = 0; n < 5000; n++) {
    try {
      await appendViews(store, 'anna', `view ${n}`, 1, bytes)
    } catch (error) {
      expect(error).toMatchObject(full)
      return n
    }
  }
  throw new Error('the store never filled up')
}

async function expectIntakeRefused(store: Store): Promise<void> {
  const basia = person('basia')
  await expect(appendViews(store, 'basia', 'b', 1, 4000)).rejects.toMatchObject(full)
  const taste = row(basia, 'taste', 'x')
  await expect(store.replace(grantFor(basia, 'personal_recs'), taste)).rejects.toMatchObject(full)
  const evidence = { grant: rightOf(basia, 1), recKey: keyOf('r'), row: row(basia, 'evidence', 'r') }
  await expect(store.putEvidence([evidence])).rejects.toMatchObject(full)
  const product = { available: true, itemId: 'tea' as ItemId, sensitive: false, title: 'Tea' }
  await expect(store.putProducts([product])).rejects.toMatchObject(full)
}

describe.skipIf(isPostgresMissing)(`a store on PostgreSQL whose budget is used up${whyMissing}`, () => {
  const cluster = clusterOfFile()

  it('refuses intake, keeps all it acknowledged, and lets withdrawal, erasure and retention go on', async () => {
    const url = await cluster().createDatabase()
    const options = { maxBytes: 512 * 1024 }
    const store = await openPostgres(url, temporaryDirectory(), options)
    await saveConsent(store, 'anna')
    await saveConsent(store, 'basia')
    const acknowledged = await fill(store)
    expect(acknowledged).toBeGreaterThan(20)
    await expectIntakeRefused(store)
    await store.close()

    const again = await openPostgres(url, temporaryDirectory(), options)
    expect(await again.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
    await expectIntakeRefused(again)
    expect(await saveConsent(again, 'basia', 2)).toBe('saved')
    expect(await saveConsent(again, 'celina')).toBe('saved')
    expect(await again.dropOlder('evidence', TODAY)).toEqual([])
    const removed = await again.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
    expect(removed).toEqual({ browsing: acknowledged, consent: 1 })
    expect(await appendViews(again, 'basia', 'room again', 2)).toEqual({ outcome: 'stored' })
    await again.close()
  })

  it('keeps an account of what is alive that returns to where it was', async () => {
    const url = await cluster().createDatabase()
    const store = await openPostgres(url, temporaryDirectory())
    const account = async (): Promise<number> =>
      Number(
        (
          await cluster().query<{ value: string }>(
            url,
            "SELECT value FROM umiar.meta WHERE name = 'live_bytes'",
          )
        )[0]!.value,
      )
    const product = { available: true, itemId: 'tea' as ItemId, sensitive: false, title: 'Tea' }
    await store.putProducts([product])
    const before = await account()
    expect(before).toBeGreaterThan(0)
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    await appendViews(store, 'anna', 'tea')
    await store.rewrite(rightOf(person('anna'), 1), 'browsing', [row(person('anna'), 'browsing', 'mug')])
    await store.putProducts([{ ...product, title: 'A much longer title' }])
    expect(await account()).toBeGreaterThan(before)
    await store.putProducts([product])
    await store.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
    expect(await account()).toBe(before)
    await store.removeProduct('tea' as ItemId)
    expect(await account()).toBe(0)
    await store.close()
  })

  it('refuses in a group only those that bring something in', async () => {
    const store = await openPostgres(await cluster().createDatabase(), temporaryDirectory(), {
      maxBytes: 256 * 1024,
    })
    await saveConsent(store, 'anna')
    await fill(store)
    const outcomes = await Promise.allSettled([
      appendViews(store, 'anna', 'one more', 1, 4000),
      saveConsent(store, 'anna', 2, ['browsing']),
      store.read(rightOf(person('anna')), 'consent'),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    await store.close()
  })
})

const mayMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/dev/shm']).status === 0
const why = mayMount ? whyMissing : ' (skipped: mounting a tmpfs is not permitted)'

describe.skipIf(isPostgresMissing || !mayMount)(
  `a store on PostgreSQL whose disk is really full${why}`,
  () => {
    const cluster = clusterOfFile()

    /** A database on a disk of its own; the journal lies elsewhere, as ADR-0016 asks for. */
    async function smallDatabase(): Promise<string> {
      const at = join(cluster().directory, 'small')
      mkdirSync(at)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', at], { stdio: 'ignore' })
      onTestFinished(() => {
        cluster().stop('fast')
        execFileSync('umount', ['-l', at], { stdio: 'ignore' })
      })
      cluster().own(at)
      await cluster().query('postgres', `CREATE TABLESPACE small LOCATION '${at}'`)
      return cluster().createDatabase('TABLESPACE small')
    }

    it('refuses intake, loses nothing it acknowledged, and erases', { timeout: 60_000 }, async () => {
      const url = await smallDatabase()
      const store = await openPostgres(url, temporaryDirectory())
      await saveConsent(store, 'anna')
      await saveConsent(store, 'basia')
      const acknowledged = await fill(store)
      expect(acknowledged).toBeGreaterThan(50)
      expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
      expect(await saveConsent(store, 'basia', 2)).toBe('saved')
      await store.close()

      const again = await openPostgres(url, temporaryDirectory())
      expect(await again.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
      const removed = await again.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
      expect(removed).toEqual({ browsing: acknowledged, consent: 1 })
      expect(await again.consentSequences()).toEqual([{ consentSeq: 2, subject: person('basia') }])
      await expect
        .poll(
          () => appendViews(again, 'basia', 'room again', 2).catch((error: { code: string }) => error.code),
          {
            timeout: 10_000,
          },
        )
        .toEqual({ outcome: 'stored' })
      await again.close()
    })
  },
)
