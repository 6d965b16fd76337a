import { type ShopId, subjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import {
  newSubjectId,
  newSubjectKey,
  unwrapSubjectKey,
  WRAPPED_KEY_BYTES,
  wrapSubjectKey,
} from '../src/index.ts'
import { gcm, seededRandom } from './support/gcm.ts'

const random = seededRandom('subject keys')
const aead = gcm(random)
const shop = 'a'.repeat(32) as ShopId
const anna = subjectId('1'.repeat(32))
const wrapKey = random.bytes(32)

describe('a subject', () => {
  it('has a random id of 32 hexadecimal digits and a random key of 32 bytes', () => {
    expect(newSubjectId(random)).toMatch(/^[0-9a-f]{32}$/)
    expect(newSubjectId(random)).not.toBe(newSubjectId(random))
    expect(newSubjectKey(random)).toHaveLength(32)
  })
})

describe('a wrapped subject key', () => {
  const key = newSubjectKey(random)
  const wrapped = wrapSubjectKey(aead, wrapKey, shop, anna, key)

  it('is 60 bytes and opens for its own shop and subject', () => {
    expect(wrapped).toHaveLength(WRAPPED_KEY_BYTES)
    expect(unwrapSubjectKey(aead, wrapKey, shop, anna, wrapped)).toEqual(key)
  })

  it('does not open for another subject, shop or wrap key', () => {
    expect(unwrapSubjectKey(aead, wrapKey, shop, subjectId('2'.repeat(32)), wrapped)).toBeUndefined()
    expect(unwrapSubjectKey(aead, wrapKey, 'b'.repeat(32) as ShopId, anna, wrapped)).toBeUndefined()
    expect(unwrapSubjectKey(aead, random.bytes(32), shop, anna, wrapped)).toBeUndefined()
  })

  it('does not open when cut short or overwritten', () => {
    expect(unwrapSubjectKey(aead, wrapKey, shop, anna, wrapped.subarray(0, 59))).toBeUndefined()
    expect(unwrapSubjectKey(aead, wrapKey, shop, anna, new Uint8Array(60))).toBeUndefined()
  })

  it('is refused for a key of another length', () => {
    expect(() => wrapSubjectKey(aead, wrapKey, shop, anna, new Uint8Array(16))).toThrow(RangeError)
  })
})
