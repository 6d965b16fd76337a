import type { Mode } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasuredSum } from '../../src/measuring/tally.ts'
import type { OverviewFunnel, OverviewShelfResult } from '../../src/overview/overview-reply.ts'
import { shelfResults } from '../../src/overview/shelf-results.ts'

type Results = { readonly shelves: readonly OverviewShelfResult[]; readonly funnel: OverviewFunnel }
const KINDS = ['shown', 'clicked', 'bought'] as const

const sum = (
  kind: MeasuredSum['kind'],
  count: number,
  people: number,
  slot = 'home',
  mode: MeasuredSum['mode'] = 'popular',
): MeasuredSum => ({ count, kind, mode, people, slot })

/** Numbers told although fewer than five people stand behind them, or that follow from what is told. */
function leaks(results: Results, sums: readonly MeasuredSum[]): string[] {
  const found: string[] = []
  for (const { count, kind, mode, people, slot } of sums) {
    const line = results.shelves.find((one) => one.slot === slot && one.mode === mode)
    if (people < 5 && count > 0 && line?.[kind] !== null) found.push(`${slot} ${mode} ${kind}`)
  }
  for (const kind of KINDS) {
    const told = results.shelves.reduce((total, line) => total + (line[kind] ?? 0), 0)
    if (results.funnel[kind] !== told) found.push(`the sum of ${kind} gives a hidden number away`)
  }
  return found
}

const anySums = fc.uniqueArray(
  fc.record({
    count: fc.integer({ max: 40, min: 1 }),
    kind: fc.constantFrom(...KINDS),
    mode: fc.constantFrom<Mode | 'unknown'>('personal', 'popular', 'unknown'),
    people: fc.integer({ max: 9, min: 1 }),
    slot: fc.constantFrom('home', 'product', 'cart'),
  }),
  { selector: ({ kind, mode, slot }) => `${slot} ${mode} ${kind}` },
)

describe('results of shelves', () => {
  it('tell a number from five people on, and a nought', () => {
    expect(shelfResults([sum('shown', 90, 12), sum('clicked', 9, 5), sum('bought', 8, 4)])).toEqual({
      funnel: { bought: 0, clicked: 9, hidden: 1, shown: 90 },
      shelves: [{ bought: null, clicked: 9, mode: 'popular', shown: 90, slot: 'home' }],
    })
    expect(shelfResults([sum('clicked', 9, 5)]).shelves[0]).toMatchObject({ bought: 0, shown: 0 })
  })

  it('never tell a number of fewer than five people, nor let it be worked out', () => {
    const few = [sum('clicked', 7, 4), sum('clicked', 30, 9, 'cart')]
    const planted: Results = {
      funnel: { bought: 0, clicked: 37, hidden: 1, shown: 0 },
      shelves: [
        { bought: 0, clicked: 7, mode: 'popular', shown: 0, slot: 'home' },
        { bought: 0, clicked: 31, mode: 'popular', shown: 0, slot: 'cart' },
      ],
    }
    expect(leaks(planted, few)).toHaveLength(2)
    let hidden = 0
    fc.assert(
      fc.property(anySums, (sums) => {
        const results = shelfResults(sums)
        hidden += results.funnel.hidden
        expect(leaks(results, sums)).toEqual([])
      }),
    )
    expect(hidden).toBeGreaterThan(50)
  })
})
