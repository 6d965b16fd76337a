import { createHmac } from 'node:crypto'
import { type SubjectId, subjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aliasHashOf, consentRefOf, eventKeyOf, framed, recKeyOf } from '../src/index.ts'

const key = new Uint8Array(32).fill(1)
const otherKey = new Uint8Array(32).fill(2)
const anna: SubjectId = subjectId('a'.repeat(32))
const basia: SubjectId = subjectId('b'.repeat(32))

describe('keyed hashes', () => {
  it('are HMAC-SHA256 over framed parts, cut to 128 bits', () => {
    const message = framed(['umiar v1', 'alias', 'user', 'anna'])
    const expected = createHmac('sha256', key).update(message).digest('hex').slice(0, 32)
    expect(aliasHashOf(key, 'user', 'anna')).toBe(expected)
  })

  it('are 32 hexadecimal digits, and a consent reference says what it is', () => {
    expect(aliasHashOf(key, 'user', 'ż')).toMatch(/^[0-9a-f]{32}$/)
    expect(consentRefOf(key, anna, 1)).toMatch(/^consent_[0-9a-f]{32}$/)
  })

  it('depend on key, kind, subject and number', () => {
    const all = [
      aliasHashOf(key, 'user', 'x'),
      aliasHashOf(key, 'anonymous', 'x'),
      aliasHashOf(otherKey, 'user', 'x'),
      eventKeyOf(key, anna, 'x'),
      eventKeyOf(key, basia, 'x'),
      recKeyOf(key, 'x'),
      consentRefOf(key, anna, 1),
      consentRefOf(key, anna, 2),
      consentRefOf(key, basia, 1),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('give the same value when the cached state is used again', () => {
    expect(eventKeyOf(key, anna, 'e1')).toBe(eventKeyOf(key, anna, 'e1'))
    expect(eventKeyOf(key, anna, 'e1')).toBe(eventKeyOf(key.slice(), anna, 'e1'))
  })
})

describe('framing', () => {
  it('gives different bytes for different lists of parts', () => {
    const parts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const equalBytes = Buffer.from(framed(a)).equals(framed(b))
        expect(equalBytes).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { seed: 20_260_101 },
    )
  })

  it('refuses numbers that four bytes cannot hold', () => {
    expect(() => framed([-1])).toThrow(RangeError)
    expect(() => framed([2 ** 32])).toThrow(RangeError)
    expect(() => framed([0.5])).toThrow(RangeError)
  })
})
