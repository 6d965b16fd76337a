import type { ShopId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import {
  manifestAad,
  newSegmentId,
  newSegmentKey,
  segmentAad,
  unwrapSegmentKey,
  WRAPPED_KEY_BYTES,
  wrapSegmentKey,
} from '../src/index.ts'
import { gcm, seededRandom } from './support/gcm.ts'

const random = seededRandom('segment keys')
const aead = gcm(random)
const shop = 'a'.repeat(32) as ShopId
const other = 'b'.repeat(32) as ShopId
const modelKey = random.bytes(32)

describe('a wrapped segment key', () => {
  it('opens for its own shop and segment and nothing else', () => {
    const [segment, neighbour] = [newSegmentId(random), newSegmentId(random)]
    const key = newSegmentKey(random)
    const wrapped = wrapSegmentKey(aead, modelKey, shop, segment, key)
    expect(wrapped).toHaveLength(WRAPPED_KEY_BYTES)
    expect(unwrapSegmentKey(aead, modelKey, shop, segment, wrapped)).toEqual(key)
    expect(unwrapSegmentKey(aead, modelKey, other, segment, wrapped)).toBeUndefined()
    expect(unwrapSegmentKey(aead, modelKey, shop, neighbour, wrapped)).toBeUndefined()
    expect(unwrapSegmentKey(aead, random.bytes(32), shop, segment, wrapped)).toBeUndefined()
  })
})

describe('what model files are bound to', () => {
  it('tells shop, version, number and part apart', () => {
    const all = [
      segmentAad(shop, 1, 1, 'rows'),
      segmentAad(shop, 1, 1, 'marks'),
      segmentAad(shop, 1, 2, 'rows'),
      segmentAad(shop, 2, 1, 'rows'),
      segmentAad(other, 1, 1, 'rows'),
      manifestAad(shop, 1),
      manifestAad(shop, 2),
    ]
    expect(new Set(all.map((aad) => Buffer.from(aad).toString('hex'))).size).toBe(all.length)
  })
})
