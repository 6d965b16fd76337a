import { describe, expect, it } from 'vitest'
import { nodeAead, systemClock, systemRandom } from '../../src/index.ts'
import { seededBytes } from '../support/seeded.ts'

const key = seededBytes('key', 32)
const aad = seededBytes('aad', 20)
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

describe('nodeAead', () => {
  it('opens a published test vector (McGrew and Viega, GCM, test case 16)', () => {
    const vectorKey = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
    const plaintext = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    )
    const sealed = bytes(
      'cafebabefacedbaddecaf888' +
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    )
    const vectorAad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2')
    expect(nodeAead.open(vectorKey, sealed, vectorAad)).toEqual(plaintext)
  })

  it('opens what it sealed, also nothing at all', () => {
    for (const length of [0, 1, 300]) {
      const plaintext = seededBytes('text', length)
      const sealed = nodeAead.seal(key, plaintext, aad)
      expect(sealed).toHaveLength(length + 28)
      expect(nodeAead.open(key, sealed, aad)).toEqual(plaintext)
    }
  })

  it('gives nothing for another key, other additional data, changed or short bytes', () => {
    const sealed = nodeAead.seal(key, seededBytes('text', 40), aad)
    expect(nodeAead.open(seededBytes('other', 32), sealed, aad)).toBeUndefined()
    expect(nodeAead.open(key, sealed, seededBytes('other', 20))).toBeUndefined()
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice()
      changed[at]! ^= 0x80
      expect(nodeAead.open(key, changed, aad)).toBeUndefined()
      expect(nodeAead.open(key, sealed.subarray(0, at), aad)).toBeUndefined()
    }
  })

  it('returns bytes of their own, not views of a shared pool', () => {
    const sealed = nodeAead.seal(key, seededBytes('text', 40), aad)
    const opened = nodeAead.open(key, sealed, aad)!
    for (const own of [sealed, opened, systemRandom.bytes(16)]) {
      expect(own.buffer.byteLength).toBe(own.byteLength)
    }
  })
})

describe('the system’s randomness and clock', () => {
  it('give fresh bytes and whole milliseconds', () => {
    expect(systemRandom.bytes(32)).toHaveLength(32)
    expect(systemRandom.bytes(32)).not.toEqual(systemRandom.bytes(32))
    expect(Number.isInteger(systemClock.nowMs())).toBe(true)
  })
})
