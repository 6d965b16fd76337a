import { describe, expect, it } from 'vitest'
import { EventOutcomes, OUTCOME_DAYS } from '../../src/overview/event-outcomes.ts'
import type { Total, TotalStore } from '../../src/storage/ports.ts'
import { Totals, totalName } from '../../src/totals/totals.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 86_400_000

/** A store in memory that fails when told to. */
function memoryStore(): TotalStore & { readonly rows: Map<string, Total>; fails: boolean; writes: number } {
  const rows = new Map<string, Total>()
  const store = {
    fails: false,
    putTotals: async (totals: readonly Total[]) => {
      store.writes++
      if (store.fails) throw new Error('away')
      for (const total of totals) {
        if (total.count === 0) rows.delete(total.name)
        else rows.set(total.name, total)
      }
    },
    rows,
    totals: async () => [...rows.values()],
    writes: 0,
  }
  return store
}

describe('totals', () => {
  it('are written when they have changed, and read again', async () => {
    const store = memoryStore()
    const totals = new Totals(store)
    totals.add(totalName('a', 'x'), 3)
    totals.atLeast(totalName('a', 'x'), 2)
    await Promise.all([totals.flush(), totals.flush()])
    await totals.flush()
    expect(store.writes).toBe(1)
    const again = new Totals(store)
    await again.open()
    again.add(totalName('a', 'x'), 1)
    expect([...again.ofKind('a')]).toEqual([{ count: 4, name: '["a","x"]', parts: ['x'], people: 2 }])
    expect([...again.ofKind('b')]).toEqual([])
  })

  it('lose nothing when the store is away', async () => {
    const store = memoryStore()
    const totals = new Totals(store)
    totals.add(totalName('a'), 3)
    store.fails = true
    await expect(totals.flush()).rejects.toThrow('away')
    totals.add(totalName('a'), 1)
    store.fails = false
    await totals.flush()
    expect(store.rows.get('["a"]')).toMatchObject({ count: 4 })
  })

  it('know fewer people when one of them takes her part away, never less than none', () => {
    const totals = new Totals(memoryStore())
    totals.add(totalName('a'), 9)
    totals.atLeast(totalName('a'), 2)
    totals.atLeast(totalName('a'), 1)
    expect([...totals.ofKind('a')][0]?.people).toBe(2)
    for (let n = 0; n < 3; n++) totals.oneFewer(totalName('a'))
    expect([...totals.ofKind('a')][0]?.people).toBe(0)
  })
})

describe('outcomes of events', () => {
  it('are counted by status and reason, since the start and by day', async () => {
    const store = memoryStore()
    const totals = new Totals(store)
    const outcomes = new EventOutcomes(totals)
    outcomes.add([{ reason: null, status: 'accepted' }], NOW - DAY)
    const dropped = { reason: 'nobody_known', status: 'dropped_no_consent' } as const
    outcomes.add([{ reason: null, status: 'accepted' }, dropped, dropped], NOW)
    await totals.flush()
    expect(outcomes.sinceStart()).toEqual([
      { count: 2, reason: null, status: 'accepted' },
      { count: 2, ...dropped },
    ])
    const again = new Totals(store)
    await again.open()
    const restarted = new EventOutcomes(again)
    expect(restarted.sinceStart()).toEqual([])
    expect(restarted.days(NOW)).toEqual([
      { day: '2026-11-22', outcomes: [{ count: 1, reason: null, status: 'accepted' }] },
      {
        day: '2026-11-23',
        outcomes: [
          { count: 1, reason: null, status: 'accepted' },
          { count: 2, ...dropped },
        ],
      },
    ])
  })

  it('are forgotten after thirty days', async () => {
    const store = memoryStore()
    const totals = new Totals(store)
    const outcomes = new EventOutcomes(totals)
    outcomes.add([{ reason: null, status: 'accepted' }], NOW)
    await totals.flush()
    const later = NOW + OUTCOME_DAYS * DAY
    expect(outcomes.days(later - DAY)).toHaveLength(1)
    expect(outcomes.days(later)).toEqual([])
    outcomes.dropOldDays(later)
    await totals.flush()
    expect(store.rows.size).toBe(0)
  })
})
