import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Holdings } from '../../src/engine.ts'
import { holdingsInLines } from '../../src/held/count-holdings.ts'
import { fadingDots, opacityOf } from '../../src/held/fading.ts'
import { countedLine } from '../../src/held/words.ts'
import { inDays, NOW_MS, policyIn } from '../support/fake-engine.ts'

const POLICY = policyIn('pl')

/** Holdings with nothing in them but what is given. */
function holdings(data: Partial<Holdings['data']>): Holdings {
  const nothing = {
    consent: {},
    consent_history: [],
    decisions: [],
    events: [],
    exported_at: '',
    measured: [],
  }
  const taste = { have: [], likes: [], never: [] }
  return { data: { ...nothing, taste, visit: [], ...data }, me: { held: [] }, uses: [], why: [] } as never
}

const viewOf = (item_id: string, days: number) => ({
  event: 'view_item',
  items: [{ item_id }],
  kept_until: inDays(days),
})

describe('what is held', () => {
  it('counts different products, single purchases and searches, and leaves out what is empty', () => {
    const lines = holdingsInLines(
      holdings({
        events: [
          viewOf('a', 10),
          viewOf('b', 20),
          viewOf('a', 80),
          { event: 'search', items: [], kept_until: inDays(30), search_term: 'x' },
          { event: 'purchase', items: [{ item_id: 'a' }, { item_id: 'b' }], kept_until: inDays(700) },
          { event: 'begin_checkout', items: [], kept_until: inDays(700) },
        ],
      }),
      POLICY,
      NOW_MS,
    )
    expect(lines.map(({ count, kind }) => [kind, count])).toEqual([
      ['viewed', 2],
      ['searches', 1],
      ['purchases', 1],
      ['others', 1],
    ])
    // Viewed again lives on with the newer entry, and stands first.
    expect(lines[0]?.items.map(({ itemId }) => itemId)).toEqual(['a', 'b'])
    expect(lines[0]?.expiries.map(({ at }) => at)).toEqual([inDays(20), inDays(80)])
    expect(lines[0]?.expiries[0]?.left).toBeCloseTo(20 / 90)
  })

  it('has every stored event in one of its lines', () => {
    const names = ['view_item', 'search', 'add_to_cart', 'purchase', 'refund', 'page_view', 'something_new']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), (events) => {
        const entries = events.map((event, index) => ({
          event,
          items: [{ item_id: `${index}` }],
          kept_until: inDays(5),
        }))
        const lines = holdingsInLines(holdings({ events: entries }), POLICY, NOW_MS)
        expect(lines.reduce((sum, line) => sum + line.count, 0)).toBe(events.length)
      }),
      { numRuns: 50 },
    )
  })

  it('is said with Polish plurals right', () => {
    const words = [1, 2, 5, 12, 22].map((count) => countedLine('pl', { count, kind: 'viewed' }))
    expect(words).toEqual([
      '1 obejrzany produkt',
      '2 obejrzane produkty',
      '5 obejrzanych produktów',
      '12 obejrzanych produktów',
      '22 obejrzane produkty',
    ])
    expect(countedLine('en', { count: 1, kind: 'taste' })).toBe('1 hint')
  })
})

describe('fading', () => {
  it('never grows stronger as the day of deletion nears, and never vanishes before it', () => {
    fc.assert(
      fc.property(
        fc.double({ max: 1, min: 0, noNaN: true }),
        fc.double({ max: 1, min: 0, noNaN: true }),
        (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((left) => Number(opacityOf(left)))
          expect(less).toBeLessThanOrEqual(more ?? 0)
          expect(less).toBeGreaterThan(0.1)
        },
      ),
    )
  })

  it('draws a dot for each entry, at most 40 with the first and the last, hidden from screen readers', () => {
    const expiries = Array.from({ length: 90 }, (_, day) => ({ at: inDays(day), left: day / 89 }))
    const drawn = fadingDots(expiries).toString()
    expect(drawn.match(/<circle/g)).toHaveLength(40)
    expect(drawn).toContain('aria-hidden="true"')
    expect(drawn).toContain(`fill-opacity="${opacityOf(0)}"`)
    expect(drawn).toContain('fill-opacity="1.00"')
    expect(
      fadingDots(expiries.slice(0, 3))
        .toString()
        .match(/<circle/g),
    ).toHaveLength(3)
    expect(fadingDots([]).toString()).toBe('')
  })
})
