import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../src/import/history.ts'
import { SharedCounts } from '../../src/import/shared-counts.ts'

const DAY = 86_400_000
const NOW = 1_000 * DAY

const event = (
  person: string,
  session: string,
  daysAgo: number,
  name: 'purchase' | 'view_item' | 'search',
  items: readonly string[],
): HistoryEvent => ({
  atMs: NOW - daysAgo * DAY,
  body: {},
  items,
  lines: [2],
  name,
  names: {},
  person,
  session,
})

const counted = (events: readonly HistoryEvent[]) => {
  const counts = new SharedCounts()
  for (const one of events) counts.add(one)
  return Object.fromEntries(counts.countAll(NOW, NOW - 730 * DAY))
}

/** The same, slow and obvious. */
function countedSlowly(events: readonly HistoryEvent[]) {
  const items = [...new Set(events.flatMap((one) => one.items))]
  const recent = (name: string, item: string) =>
    events.filter((one) => one.name === name && one.items.includes(item) && one.atMs >= NOW - 30 * DAY)
  const sessions = (list: readonly HistoryEvent[]) =>
    new Set(list.map((one) => `${one.person} ${one.session}`)).size
  const people = (list: readonly HistoryEvent[]) => new Set(list.map((one) => one.person)).size
  const baskets = Map.groupBy(
    events.filter((one) => one.name === 'purchase' && one.atMs >= NOW - 730 * DAY),
    (one) => `${one.person} ${one.session}`,
  )
  const together = (a: string, b: string) =>
    new Set(
      [...baskets.values()]
        .filter(
          (list) => list.some((one) => one.items.includes(a)) && list.some((one) => one.items.includes(b)),
        )
        .map((list) => list[0]!.person),
    ).size
  return Object.fromEntries(
    items.flatMap((item) => {
      const sold = recent('purchase', item)
      const viewed = recent('view_item', item)
      const pairs = items
        .filter((other) => other !== item)
        .map((other) => ({ count: together(item, other), item_id: other }))
        .filter(({ count }) => count >= 5)
        .sort((a, b) => b.count - a.count || (a.item_id < b.item_id ? -1 : 1))
      const counts = {
        ...(people(sold) < 5 ? {} : { sold_30_days: sessions(sold) }),
        ...(people(viewed) < 5 ? {} : { viewed_30_days: sessions(viewed) }),
        ...(pairs.length === 0 ? {} : { bought_with: pairs }),
      }
      return Object.keys(counts).length === 0 ? [] : [[item, counts]]
    }),
  )
}

describe('counts without persons', () => {
  it('are those of a slow and obvious counting', () => {
    const one = fc.record({
      daysAgo: fc.constantFrom(0, 1, 29, 30, 31, 729, 731),
      items: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      name: fc.constantFrom('purchase', 'purchase', 'view_item', 'search'),
      person: fc.nat(7),
      session: fc.nat(2),
    })
    let withPairs = 0
    fc.assert(
      fc.property(fc.array(one, { maxLength: 80, minLength: 20 }), (rows) => {
        const events = rows.map(({ daysAgo, items, name, person, session }) =>
          event(`p${person}`, `s${session}`, daysAgo, name as 'purchase', items),
        )
        const expected = countedSlowly(events)
        if (JSON.stringify(expected).includes('bought_with')) withPairs++
        expect(counted(events)).toEqual(expected)
      }),
      { numRuns: 100, seed: 20_261 },
    )
    expect(withPairs).toBeGreaterThan(20)
  })

  it('count a pair once for each person, so that one who buys it daily adds no more than another', () => {
    const buys = (person: string, times: number) =>
      Array.from({ length: times }, (_, n) => event(person, `${person}-${n}`, n, 'purchase', ['tea', 'cup']))
    const few = ['a', 'b', 'c', 'd'].flatMap((person) => buys(person, 9))
    expect(counted(few)).toEqual({})
    expect(counted([...few, ...buys('e', 1)]).tea?.bought_with).toEqual([{ count: 5, item_id: 'cup' }])
  })
})
