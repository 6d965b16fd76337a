import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadRootKey } from '../../src/index.ts'
import { seededBytes, seededRandom } from '../support/seeded.ts'
import { temporaryDirectory } from '../support/world.ts'

const key = seededBytes('root key', 32)
const hex = Buffer.from(key).toString('hex')
const newPath = (): string => join(temporaryDirectory(), 'root.key')

describe('the root key', () => {
  it('is taken from the environment, as hexadecimal or base64, before any file', () => {
    const path = newPath()
    writeFileSync(path, 'f'.repeat(64), { mode: 0o600 })
    for (const env of [hex, hex.toUpperCase(), ` ${hex}\n`, Buffer.from(key).toString('base64')]) {
      expect(loadRootKey({ createIfMissing: false, env, path })).toEqual(key)
    }
  })

  it('is read from a file only its owner may read', () => {
    const path = newPath()
    writeFileSync(path, `${hex}\n`, { mode: 0o600 })
    expect(loadRootKey({ createIfMissing: false, env: undefined, path })).toEqual(key)
    expect(loadRootKey({ createIfMissing: false, env: '', path })).toEqual(key)
    for (const mode of [0o640, 0o604, 0o620]) {
      chmodSync(path, mode)
      const load = () => loadRootKey({ createIfMissing: true, env: undefined, path })
      expect(load).toThrow(expect.objectContaining({ code: 'configuration_invalid' }))
      expect(load).toThrow(/chmod 600/)
    }
  })

  it('is missing when there is neither, and says how to give it', () => {
    const load = () => loadRootKey({ createIfMissing: false, env: undefined, path: newPath() })
    expect(load).toThrow(expect.objectContaining({ code: 'root_key_missing' }))
    expect(load).toThrow(/UMIAR_ROOT_KEY/)
  })

  it('is refused when malformed, without quoting it', () => {
    const path = newPath()
    for (const value of [
      'short',
      hex.slice(1),
      `${hex}0`,
      'z'.repeat(64),
      Buffer.from(key.subarray(1)).toString('base64'),
    ]) {
      let message = ''
      try {
        loadRootKey({ createIfMissing: true, env: value, path })
      } catch (error) {
        expect(error).toMatchObject({ code: 'configuration_invalid' })
        message = `${(error as Error).message} ${JSON.stringify(error)}`
      }
      expect(message).toContain('64 hexadecimal digits')
      expect(message).not.toContain(value)
    }
    expect(existsSync(path)).toBe(false)
  })

  it('is made once where that is allowed, and then stays', () => {
    const path = newPath()
    const first = loadRootKey({ createIfMissing: true, env: undefined, path, random: seededRandom('root') })
    expect(first).toHaveLength(32)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toBe(`${Buffer.from(first).toString('hex')}\n`)
    expect(loadRootKey({ createIfMissing: true, env: undefined, path })).toEqual(first)
    expect(readdirSync(dirname(path))).toEqual(['root.key'])
  })
})
