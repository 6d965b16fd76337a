/** The click a purchase followed, found fast: the same one a slow look through all entries finds. */
import { type ItemId, MS_PER_DAY } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clicks, type MeasuredEntry } from '../../src/measuring/measured-entry.ts'

const item = fc.constantFrom('a', 'b', 'c').map((id) => id as ItemId)
const day = fc.integer({ max: 70, min: 0 })
const entry: fc.Arbitrary<MeasuredEntry> = fc.record({
  atMs: day.map((days) => days * MS_PER_DAY),
  itemId: item,
  kind: fc.constantFrom('shown' as const, 'clicked' as const, 'bought' as const),
  mode: fc.constant('popular' as const),
  slot: fc.string({ maxLength: 3 }),
})

/** Of equal times the later noted. */
function slowly(entries: readonly MeasuredEntry[], id: ItemId, atMs: number): MeasuredEntry | undefined {
  return entries
    .filter(({ atMs: at, itemId, kind }) => kind === 'clicked' && itemId === id && at <= atMs)
    .filter(({ atMs: at }) => atMs - at <= 30 * MS_PER_DAY)
    .reduce<MeasuredEntry | undefined>((last, one) => (last && last.atMs > one.atMs ? last : one), undefined)
}

describe('the click before a purchase', () => {
  it('is the last within 30 days, whether clicks came at once or one by one', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), item, day, (known, more, id, days) => {
        const clicks = new Clicks(known)
        for (const one of more) clicks.add(one)
        const atMs = days * MS_PER_DAY
        expect(clicks.before(id, atMs)).toEqual(slowly([...known, ...more], id, atMs))
      }),
    )
  })
})
