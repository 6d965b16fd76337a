import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  demoKeysPath,
  ensureDemoKeys,
  fixedKeys,
  loadConfig,
  openKeyRing,
  readDemoKeys,
} from '../src/index.ts'
import { memoryKeyStore, testClock, testRandom } from './support/test-server.ts'

describe('key ring', () => {
  it('knows the keys it issued, by kind, and no others', async () => {
    const keys = await openKeyRing({ clock: testClock(), random: testRandom(), store: memoryKeyStore() })
    const publishable = await keys.issue('publishable')
    const secret = await keys.issue('secret')
    expect(publishable).toMatch(/^pub_[\w-]{43}$/)
    expect([keys.kindOf(publishable), keys.kindOf(secret)]).toEqual(['publishable', 'secret'])
    expect(keys.kindOf(`${secret}x`)).toBeUndefined()
    expect(keys.kindOf('')).toBeUndefined()
  })

  it('stores hashes, never a key', async () => {
    const store = memoryKeyStore()
    const keys = await openKeyRing({ clock: testClock(), random: testRandom(), store })
    const secret = await keys.issue('secret')
    const stored = JSON.stringify([...store.rows])
    expect(stored).toMatch(/[0-9a-f]{64}/)
    expect(stored).not.toContain(secret.slice(4))
  })

  it('opens again with the stored keys', async () => {
    const store = memoryKeyStore()
    const clock = testClock()
    const first = await openKeyRing({ clock, random: testRandom(), store })
    const secret = await first.issue('secret')
    const second = await openKeyRing({ clock, random: testRandom(), store })
    expect(second.kindOf(secret)).toBe('secret')
  })

  it('lets a rotated key work on for the overlap and not longer, and leaves other kinds alone', async () => {
    const clock = testClock()
    const keys = await openKeyRing({ clock, random: testRandom(), store: memoryKeyStore() })
    const [former, staff] = [await keys.issue('secret'), await keys.issue('staff')]
    const successor = await keys.rotate('secret', 60_000)
    expect([keys.kindOf(former), keys.kindOf(successor)]).toEqual(['secret', 'secret'])
    clock.advance(59_999)
    await keys.rotate('secret', 60_000)
    expect(keys.kindOf(former)).toBe('secret')
    clock.advance(1)
    expect(keys.kindOf(former)).toBeUndefined()
    expect([keys.kindOf(successor), keys.kindOf(staff)]).toEqual(['secret', 'staff'])
  })

  it('ends a revoked key at once', async () => {
    const store = memoryKeyStore()
    const keys = await openKeyRing({ clock: testClock(), random: testRandom(), store })
    const secret = await keys.issue('secret')
    await keys.revoke(secret)
    expect(keys.kindOf(secret)).toBeUndefined()
    expect(store.rows.size).toBe(0)
  })
})

describe('demo keys', () => {
  const folders: string[] = []
  const folder = (): string => {
    const path = mkdtempSync(join(tmpdir(), 'umiar-demo-keys-'))
    folders.push(path)
    return path
  }
  afterEach(() => {
    for (const path of folders.splice(0)) rmSync(path, { recursive: true })
  })
  const config = (dataDir: string, more: Record<string, string> = {}) =>
    loadConfig({ UMIAR_DATA_DIR: dataDir, ...more })

  it('are made at the first start, readable by the owner only, and stay the same', () => {
    const dataDir = folder()
    const keys = ensureDemoKeys(config(dataDir), testRandom())
    expect(JSON.parse(readFileSync(demoKeysPath(dataDir), 'utf8'))).toEqual(keys)
    expect(Object.keys(keys)).toEqual(['publishable_key', 'secret_key', 'staff_token'])
    expect(statSync(demoKeysPath(dataDir)).mode & 0o777).toBe(0o600)
    const other = { bytes: (length: number) => new Uint8Array(length) }
    expect(ensureDemoKeys(config(dataDir), other)).toEqual(keys)
  })

  it('are those of the configuration where it fixes them, also in the file', () => {
    const dataDir = folder()
    ensureDemoKeys(config(dataDir), testRandom())
    const fixed = config(dataDir, { UMIAR_PUBLISHABLE_KEY: 'pub_mine', UMIAR_SECRET_KEY: 'sec_mine' })
    expect(fixedKeys(fixed, testRandom())).toContainEqual({ key: 'sec_mine', kind: 'secret' })
    expect(readDemoKeys(dataDir)).toMatchObject({ publishable_key: 'pub_mine', secret_key: 'sec_mine' })
  })

  it('refuse a file that is not theirs, with the remedy', () => {
    const dataDir = folder()
    for (const text of [
      '{',
      '{}',
      '[]',
      '{"publishable_key":"x","secret_key":"sec_1","staff_token":"staff_12"}',
    ]) {
      writeFileSync(demoKeysPath(dataDir), text)
      expect(() => ensureDemoKeys(config(dataDir), testRandom())).toThrow(/Delete it/)
    }
  })

  it('are none in production: only what the configuration names', () => {
    const dataDir = folder()
    const production = { ...config(dataDir), mode: 'production' as const, secretKey: 'sec_x' }
    expect(fixedKeys(production, testRandom())).toEqual([{ key: 'sec_x', kind: 'secret' }])
    expect(readDemoKeys(dataDir)).toBeUndefined()
  })
})
