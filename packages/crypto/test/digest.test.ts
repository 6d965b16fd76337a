import { describe, expect, it } from 'vitest'
import { equalConstantTime, sha256Hex } from '../src/index.ts'

describe('sha256Hex', () => {
  it('gives the digest of FIPS 180-4 for text and bytes', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256Hex('abc')).toBe(abc)
    expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(abc)
  })
})

describe('equalConstantTime', () => {
  it('says whether two byte strings are equal', () => {
    const bytes = new Uint8Array([1, 2, 3])
    expect(equalConstantTime(bytes, bytes.slice())).toBe(true)
    expect(equalConstantTime(bytes, new Uint8Array([1, 2, 4]))).toBe(false)
    expect(equalConstantTime(bytes, new Uint8Array([0, 2, 3]))).toBe(false)
    expect(equalConstantTime(bytes, new Uint8Array([1, 2]))).toBe(false)
    expect(equalConstantTime(new Uint8Array(), new Uint8Array())).toBe(true)
  })
})
