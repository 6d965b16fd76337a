import { type DataCategory, type ItemId, REASON_CODES, type RecId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionRecord, decodeDecision, encodeDecision } from '../../src/index.ts'

const anyId = fc.string({ maxLength: 40, minLength: 1, unit: 'grapheme' }).map((id) => id as ItemId)
const causes = ['tea-1', 'tea-2', 'ż-3'] as ItemId[]
const anyItem = fc.record(
  {
    cause: fc.constantFrom(...causes),
    itemId: anyId,
    reasons: fc.subarray([...REASON_CODES], { minLength: 1 }),
  },
  { requiredKeys: ['itemId', 'reasons'] },
)
const anyRecord = fc.record({
  atMs: fc.integer({ max: 4e12, min: 0 }),
  consentSeq: fc.integer({ max: 1e6, min: 0 }),
  dataUsed: fc.subarray(['page_context', 'session_events', 'purchase_history'] as DataCategory[]),
  items: fc.array(anyItem, { maxLength: 20 }),
  mode: fc.constantFrom('personal' as const, 'session' as const, 'curated' as const),
  modelVersion: fc.constant('0123456789abcdef-01234567'),
  purposes: fc.subarray(['session_recs', 'personal_recs'] as const),
  recId: fc.constant(`rec_${'ab'.repeat(16)}` as RecId),
  shortened: fc.constant(0),
  slot: fc.constantFrom('home', 'półka-2'),
})

describe('an evidence record', () => {
  it('comes back as it was, in at most 272 bytes; what does not fit is counted', () => {
    let shortened = 0
    fc.assert(
      fc.property(anyRecord, (record) => {
        const bytes = encodeDecision(record)
        const back: DecisionRecord = decodeDecision(bytes)
        expect(bytes.length).toBeLessThanOrEqual(272)
        expect(back.items.length + back.shortened).toBe(record.items.length)
        expect(back).toEqual({
          ...record,
          items: record.items.slice(0, back.items.length),
          shortened: back.shortened,
        })
        shortened += Number(back.shortened > 0)
      }),
      { numRuns: 500, seed: 2 },
    )
    expect(shortened).toBeGreaterThan(20)
  })

  it('keeps ten products with usual ids whole', () => {
    const items = Array.from({ length: 10 }, (_, n) => ({
      cause: causes[n % 2]!,
      itemId: `product-10${n}` as ItemId,
      reasons: [REASON_CODES[0]],
    }))
    const record: DecisionRecord = {
      atMs: 1_764_000_000_000,
      consentSeq: 12,
      dataUsed: ['view_history'],
      items,
      mode: 'personal',
      modelVersion: '0123456789abcdef-01234567',
      purposes: ['personal_recs'],
      recId: `rec_${'ab'.repeat(16)}` as RecId,
      shortened: 0,
      slot: 'home',
    }
    expect(decodeDecision(encodeDecision(record))).toEqual(record)
  })

  it('refuses bytes it did not write', () => {
    expect(() => decodeDecision(Uint8Array.of(9))).toThrow(TypeError)
    expect(() => decodeDecision(Uint8Array.of(1, 200))).toThrow(TypeError)
  })
})
