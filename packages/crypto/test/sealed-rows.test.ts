import { type ShopId, subjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { openRow, type RowPlace, sealRow } from '../src/index.ts'
import { gcm, seededRandom } from './support/gcm.ts'

const random = seededRandom('sealed rows')
const aead = gcm(random)
const key = random.bytes(32)
const text = new TextEncoder().encode('viewed linden honey')
const place: RowPlace = {
  keyVersion: 1,
  shopId: 'a'.repeat(32) as ShopId,
  subject: subjectId('1'.repeat(32)),
  table: 'browsing',
}

describe('a sealed row', () => {
  const sealed = sealRow(aead, key, place, text)

  it('opens in its place and is 28 bytes longer than its content', () => {
    expect(openRow(aead, key, place, sealed)).toEqual(text)
    expect(sealed).toHaveLength(text.length + 28)
  })

  it('does not open when shop, subject, table or key version is another', () => {
    const elsewhere: Partial<RowPlace>[] = [
      { shopId: 'b'.repeat(32) as ShopId },
      { subject: subjectId('2'.repeat(32)) },
      { table: 'buying' },
      { keyVersion: 2 },
    ]
    for (const change of elsewhere) {
      expect(openRow(aead, key, { ...place, ...change }, sealed), JSON.stringify(change)).toBeUndefined()
    }
  })

  it('does not open under another key or after any single byte was changed', () => {
    expect(openRow(aead, random.bytes(32), place, sealed)).toBeUndefined()
    for (let i = 0; i < sealed.length; i++) {
      const changed = sealed.slice()
      changed[i]! ^= 1
      expect(openRow(aead, key, place, changed)).toBeUndefined()
    }
  })

  it('is never the same twice, even for the same content', () => {
    expect(sealRow(aead, key, place, text)).not.toEqual(sealed)
  })
})
