import { hkdfSync } from 'node:crypto'
import type { ShopId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { deriveInstallationKeys, rootKeyCheckOf } from '../src/index.ts'

const rootKey = new Uint8Array(32).fill(7)
const shop = 'a'.repeat(32) as ShopId
const otherShop = 'b'.repeat(32) as ShopId

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('installation keys', () => {
  it('are HKDF-SHA256 as another implementation computes it', () => {
    const salt = `umiar v1 shop ${shop}`
    const keys = deriveInstallationKeys(rootKey, shop)
    for (const [name, use] of [
      ['wrapKey', 'wrap'],
      ['indexKey', 'index'],
      ['tokenKey', 'token'],
    ] as const) {
      const expected = hkdfSync('sha256', rootKey, salt, `umiar v1 ${use} key`, 32)
      expect(hex(keys[name])).toBe(hex(new Uint8Array(expected)))
    }
  })

  it('differ from each other, between shops and between root keys', () => {
    const all = [
      ...Object.values(deriveInstallationKeys(rootKey, shop)),
      ...Object.values(deriveInstallationKeys(rootKey, otherShop)),
      ...Object.values(deriveInstallationKeys(new Uint8Array(32).fill(8), shop)),
      rootKey,
    ].map(hex)
    expect(new Set(all).size).toBe(13)
  })

  it('need a root key of 32 bytes', () => {
    expect(() => deriveInstallationKeys(new Uint8Array(31), shop)).toThrow(RangeError)
    expect(() => rootKeyCheckOf(new Uint8Array(33))).toThrow(RangeError)
  })
})

describe('the root key check', () => {
  it('is the same for the same root key and another for another', () => {
    expect(hex(rootKeyCheckOf(rootKey))).toBe(hex(rootKeyCheckOf(rootKey.slice())))
    expect(hex(rootKeyCheckOf(rootKey))).not.toBe(hex(rootKeyCheckOf(new Uint8Array(32).fill(8))))
  })
})
