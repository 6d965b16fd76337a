import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withLock } from '../bootstrap/lock.mjs'
import { fits } from '../bootstrap/packages.mjs'
import { isNewEnough } from '../bootstrap/runtime.mjs'

describe('bootstrap', () => {
  it.each([
    ['20.20.2', false],
    ['22.18.0', false],
    ['22.19.0', true],
    ['23.11.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('knows whether Node %s can run the sources', (version, enough) => {
    expect(isNewEnough(version)).toBe(enough)
  })

  it('takes packages as installed only in the versions of the lock file, leaving out what is not needed', () => {
    const wanted = {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/fsevents': { optional: true, version: '2.0.0' },
      'node_modules/tool': { dev: true, version: '3.0.0' },
    }
    expect(fits(wanted, { 'node_modules/a': { version: '1.0.0' } }, false)).toBe(true)
    expect(fits(wanted, { 'node_modules/a': { version: '1.0.0' } }, true)).toBe(false)
    expect(fits(wanted, { 'node_modules/a': { version: '1.0.1' } }, false)).toBe(false)
    expect(fits(wanted, {}, false)).toBe(false)
  })

  it('lets one process at a time install, and takes over the lock of one that died', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'umiar-lock-'))
    try {
      const lock = join(folder, 'lock')
      mkdirSync(lock)
      // Larger than any process id.
      writeFileSync(join(lock, 'pid'), '4294967295')
      let inside = 0
      let most = 0
      const work = async () => {
        most = Math.max(most, ++inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside--
      }
      await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)])
      expect(most).toBe(1)
      expect(inside).toBe(0)
    } finally {
      rmSync(folder, { force: true, recursive: true })
    }
  })

  it('refuses foreign packages: npx asks nobody for a command this repository does not have', () => {
    const root = dirname(dirname(import.meta.dirname))
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('yes=false')
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).bin).toEqual({
      umiar: 'bin/umiar.mjs',
    })
  })
})
