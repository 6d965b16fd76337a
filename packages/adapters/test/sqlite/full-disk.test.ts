import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '@umiar/use-cases'
import type { ItemId } from '@umiar/vocabulary'
import { describe, expect, it, onTestFinished } from 'vitest'
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
  await expect(
    store.replace(grantFor(basia, 'personal_recs'), row(basia, 'taste', 'x')),
  ).rejects.toMatchObject(full)
  const evidence = { grant: rightOf(basia, 1), recKey: keyOf('r'), row: row(basia, 'evidence', 'r') }
  await expect(store.putEvidence([evidence])).rejects.toMatchObject(full)
  const product = { available: true, itemId: 'tea' as ItemId, sensitive: false, title: 'Tea' }
  await expect(store.putProducts([product])).rejects.toMatchObject(full)
}

describe('a store whose budget is used up', () => {
  it('refuses intake, keeps all it acknowledged, and lets withdrawal, erasure and retention go on', async () => {
    const directory = temporaryDirectory()
    const options = { maxBytes: 512 * 1024 }
    const store = await openStore(directory, options)
    await saveConsent(store, 'anna')
    await saveConsent(store, 'basia')
    const acknowledged = await fill(store)
    expect(acknowledged).toBeGreaterThan(20)
    await expectIntakeRefused(store)
    expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
    await store.close()

    const again = await openStore(directory, options)
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

  it('refuses in a group only those that bring something in', async () => {
    const store = await openStore(temporaryDirectory(), { maxBytes: 256 * 1024 })
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

describe('a store on a disk with little room', () => {
  it('refuses intake below the limit and lets consent go on', async () => {
    const directory = temporaryDirectory()
    const { bavail, bsize } = statfsSync(directory)
    const store = await openStore(directory, { lowSpaceBytes: bavail * bsize * 2 })
    expect(await saveConsent(store, 'basia')).toBe('saved')
    await expectIntakeRefused(store)
    await store.close()
  })
})

const smallDisk = mountSmallDisk()
const where = smallDisk.reason === undefined ? '' : ` (skipped: ${smallDisk.reason})`

describe.skipIf(smallDisk.reason !== undefined)(
  `a store on a disk of 4 MiB that is really full${where}`,
  () => {
    it('gives its reserve to withdrawal and erasure, and loses nothing it acknowledged', async () => {
      const disk = smallDisk.mount()
      const directory = join(disk, 'data')
      mkdirSync(directory)
      const options = { checkpointBytes: 256 * 1024, reserveBytes: 1 << 20 }
      const store = await openStore(directory, options)
      await saveConsent(store, 'anna')
      await saveConsent(store, 'basia')
      expect(statSync(join(directory, 'reserve.bin')).size).toBe(1 << 20)
      const acknowledged = await fill(store)
      expect(acknowledged).toBeGreaterThan(100)
      await expectIntakeRefused(store)
      expect(await saveConsent(store, 'basia', 2)).toBe('saved')
      expect(existsSync(join(directory, 'reserve.bin'))).toBe(false)
      await expectIntakeRefused(store)
      expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
      await store.close()

      const again = await openStore(directory, options)
      expect(await again.read(rightOf(person('anna')), 'browsing')).toHaveLength(acknowledged)
      const removed = await again.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
      expect(removed).toEqual({ browsing: acknowledged, consent: 1 })
      expect(await again.consentSequences()).toEqual([{ consentSeq: 2, subject: person('basia') }])
      await again.close()
    })
  },
)

/** A tmpfs of 4 MiB where the system permits mounting one. */
function mountSmallDisk(): { reason: string | undefined; mount: () => string } {
  const mount = (at: string): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at], { stdio: 'ignore' })
  }
  const unmount = (at: string): void => {
    execFileSync('umount', ['-l', at], { stdio: 'ignore' })
  }
  const make = (): string => {
    const at = temporaryDirectory()
    mount(at)
    onTestFinished(() => unmount(at))
    return at
  }
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/dev/shm')
  if (!isAllowed) return { mount: make, reason: 'mounting a tmpfs needs root' }
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', '/dev/shm'], {
      stdio: 'ignore',
    })
    return { mount: make, reason: undefined }
  } catch {
    return { mount: make, reason: 'mounting a tmpfs is not permitted' }
  }
}
