import type { ItemId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Model, type ModelSnapshot, ModelState, type TrainingSession } from '../../src/index.ts'
import { type DecodedRow, decodedRows, decodedWindows } from '../reference/decoded-rows.ts'
import { person } from '../reference/random-world.ts'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 2, 1, 12)
const id = (name: string): ItemId => name as ItemId

function visit(key: string, items: readonly string[], atMs = NOON): TrainingSession {
  return {
    events: items.map((item, n) => ({ atMs: atMs + n, itemId: id(item), kind: 'view' as const })),
    sessionKey: key,
  }
}

/** Names in rows, as owners and as entries. */
function named(snapshot: ModelSnapshot): Set<string> {
  const rows = decodedRows(snapshot)
  return new Set([...rows].flatMap(([item, { entries }]) => [item, ...entries.map(([other]) => other)]))
}

/** A shop too large for one publication: 400 things, each visited thirty times with the next one. */
function largeShop(): ModelState {
  const state = new ModelState()
  for (let n = 0; n < 12_000; n++)
    state.append(person(n), visit('v', [`thing-${n % 400}`, `thing-${(n + 1) % 400}`], NOON + n * 1_000))
  return state
}

/** Somebody who looked at everything, and at something of her own between. */
const eve = visit('e', Array.from({ length: 400 }, (_, n) => [`thing-${n}`, 'secret']).flat(), NOON + DAY)
const EVE = person(99_999)

describe('rows of what stands around each item', () => {
  it('lag behind learning in a large shop, and are complete once settled', () => {
    const state = largeShop()
    const early = decodedRows(state.publish(0))
    expect(early.size).toBeGreaterThan(0)
    expect(early.size).toBeLessThan(400)
    let slices = 0
    let publications = 0
    do {
      state.publish(0)
      publications++
      while (state.work(500)) slices++
    } while (state.hasNews)
    expect(slices).toBeGreaterThan(10)
    expect(publications).toBeLessThan(5)
    const late = decodedRows(state.publish(0))
    expect(late.size).toBe(400)
    expect(state.hasNews).toBe(false)
    const settled = largeShop()
    settled.settle()
    expect(late).toEqual(decodedRows(settled.publish(0)))
  })

  it('rest on nobody who was forgotten, in the very next publication', () => {
    const state = largeShop()
    state.settle()
    const without = decodedRows(state.publish(0))
    state.append(EVE, eve)
    state.settle()
    const withEve = state.publish(0)
    expect(named(withEve)).toContain('secret')
    const answer = (): string[] =>
      new Model(withEve).sessionNeighbours([id('thing-7')], 50).map(({ itemId }) => itemId)
    expect(answer()).toContain('secret')

    state.forget(EVE)
    expect(answer()).not.toContain('secret')

    const after = state.publish(0)
    expect(named(after)).not.toContain('secret')
    const rows = decodedRows(after)
    for (const [item, row] of rows) expect(row).toEqual(without.get(item))
    // She touched more rows than are built anew at once; the others were dropped.
    expect(rows.size).toBeGreaterThanOrEqual(200)
    expect(rows.size).toBeLessThan(400)
    state.settle()
    expect(decodedRows(state.publish(0))).toEqual(without)
  })

  it('rest on nothing that was blocked, or replaced', () => {
    const state = largeShop()
    state.append(EVE, eve)
    state.settle()
    expect(named(state.publish(0))).toContain('secret')
    state.block([id('secret')])
    expect(named(state.publish(0))).not.toContain('secret')
    state.block([])
    state.settle()
    expect(named(state.publish(0))).toContain('secret')
    state.replace(EVE, [visit('other', ['thing-1', 'thing-2'])])
    expect(named(state.publish(0))).not.toContain('secret')
  })

  it('of a snapshot stay as they are while two further ones are published', () => {
    const state = new ModelState()
    const rounds: { snapshot: ModelSnapshot; rows: Map<string, DecodedRow> }[] = []
    for (let n = 0; n < 60; n++) {
      state.append(person(n), visit('v', [`a-${n % 7}`, `a-${(n * 3) % 5}`, `a-${n % 2}`], NOON + n * DAY))
      const snapshot = state.publish(0)
      rounds.push({ rows: decodedRows(snapshot), snapshot })
      for (const { rows, snapshot: before } of rounds.slice(-2)) expect(decodedRows(before)).toEqual(rows)
    }
    // Slots are used again: sixty rounds of seven rows would take far more than one small chunk otherwise.
    expect(rounds.at(-1)!.snapshot.rows!.chunks.length).toBe(1)
  })

  it('come with counts of the newest sessions and the place of the oldest one, whatever was forgotten', () => {
    let forgotten = 0
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { maxLength: 4, minLength: 1 }), { maxLength: 400, minLength: 130 }),
        fc.array(fc.nat(199), { maxLength: 120, minLength: 20 }),
        fc.nat(60),
        (visits, gone, late) => {
          const state = new ModelState({ compactAfterSessions: 30 })
          // Told out of order, with a publication between: some lie in the base, some in the delta.
          const order = visits.map((_, n) => (n * 7 + late) % visits.length)
          const told = visits.length % 7 === 0 ? visits.map((_, n) => n) : order
          told.forEach((n, place) => {
            state.append(
              person(n),
              visit(
                'v',
                visits[n]!.map((item) => `i-${item}`),
                NOON + n * 60_000,
              ),
            )
            if (place === 50) state.compact()
            if (place % 40 === 0) state.publish(0)
          })
          state.publish(0)
          const away = new Set(gone)
          for (const n of away) forgotten += state.forget(person(n)) ? 1 : 0
          const left = visits.filter((_, n) => !away.has(n))
          const held = (sessions: readonly (readonly number[])[], item: number): number =>
            sessions.filter((items) => items.includes(item)).length
          const found = decodedWindows(state.publish(0))
          for (let item = 0; item < 10; item++) {
            if (held(left, item) === 0) continue
            const newest = (share: number): (readonly number[])[] =>
              left.slice(left.length - Math.floor(left.length / share))
            expect(found.get(`i-${item}`)).toEqual([
              held(newest(64), item),
              held(newest(16), item),
              left.findIndex((items) => items.includes(item)),
            ])
          }
        },
      ),
      { numRuns: 60, seed: 21 },
    )
    expect(forgotten).toBeGreaterThan(1_000)
  })
})
