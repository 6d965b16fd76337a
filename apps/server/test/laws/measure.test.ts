/**
 * The laws of measuring: who is counted, what is left of her, and that leaving equals never having come.
 */
import type { Overview } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../support/mulberry32.ts'
import { MeasureOracle } from './measure-oracle.ts'
import { openWorld, SECRET, START, type World } from './world.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const MEASURE = { measure: true }
let events = 0

const send = (
  world: World,
  name: string,
  event: string,
  more: Record<string, unknown>,
): Promise<readonly string[]> =>
  world.send([
    {
      anonymous_id: name,
      event,
      event_id: `event-${events++}`,
      session_id: `${name}-visit`,
      time: new Date(world.clock.now).toISOString(),
      ...more,
    },
  ])
const click = (world: World, name: string, slot: string, item: string, recId?: string) =>
  send(world, name, 'select_item', {
    items: [{ item_id: item }],
    slot,
    ...(recId === undefined ? {} : { rec_id: recId }),
  })
const buy = (world: World, name: string, item: string) =>
  send(world, name, 'purchase', { items: [{ item_id: item, quantity: 3 }] })

async function shop(from?: World): Promise<World> {
  const world = await openWorld(from, undefined, from?.clock.now ?? START)
  if (from === undefined) {
    await world.app.putProducts(
      Array.from({ length: 12 }, (_, n) => ({ category: 'tea', item_id: `item-${n}`, title: `Tea ${n}` })),
    )
  }
  return world
}

const CROWD = ['una', 'duo', 'tria', 'four', 'five']
/** Five people who did everything once on every shelf, so that every number is told. */
async function crowd(world: World, slots: readonly string[], level = 3): Promise<void> {
  for (const name of CROWD) {
    await world.choose(name, level, MEASURE)
    for (const slot of slots) {
      await send(world, name, 'rec_impression', { slot })
      await click(world, name, slot, `item-${slots.indexOf(slot)}`)
      await buy(world, name, `item-${slots.indexOf(slot)}`)
    }
  }
}
const results = (world: World): Overview['results'] => world.app.overview().results
const lineOf = (world: World, slot: string) => results(world).shelves.find((line) => line.slot === slot)
const held = async (world: World, name: string): Promise<number> =>
  (await world.app.meData(world.shopper(name))).measured.length

describe('measuring', () => {
  it('counts clicks on an answer under its own shelf and mode, and purchases within 30 days of them', async () => {
    const world = await shop()
    for (const name of CROWD) {
      await world.choose(name, 3, MEASURE)
      await send(world, name, 'view_item', { items: [{ item_id: 'item-0' }] })
      const reply = await world.app.recommend(SECRET, {
        context: { page_type: 'home' },
        slots: [{ id: 'home', limit: 3 }],
        visitor: { anonymous_id: name },
      })
      const shelf = reply.slots[0]!
      const item = shelf.items[0]!.item_id
      await send(world, name, 'rec_impression', { rec_id: shelf.rec_id })
      // The name a page gives the shelf does not count where the answer is known.
      await click(world, name, 'another name', item, shelf.rec_id)
      world.clock.now += 29 * DAY
      await buy(world, name, item)
      await buy(world, name, 'item-11')
      world.clock.now += 2 * DAY
      await buy(world, name, item)
      world.clock.now -= 31 * DAY
    }
    const { mode } = results(world).shelves[0]!
    expect(mode).toBe('session')
    expect(results(world)).toMatchObject({
      funnel: { bought: 5, clicked: 5, hidden: 0, shown: 5 },
      people: 5,
      shelves: [{ bought: 5, clicked: 5, mode, shown: 5, slot: 'home' }],
    })
    await world.close()
  })

  it('knows the mode of an answer made for one person, as long as her visit lasts', async () => {
    const world = await shop()
    for (const name of CROWD) {
      await world.choose(name, 2, MEASURE)
      await world.app.putTaste(world.shopper(name), { likes: ['item-3'], never: [] })
      const reply = await world.app.recommend(SECRET, {
        context: { page_type: 'home' },
        slots: [{ id: 'home', limit: 3 }],
        visitor: { anonymous_id: name },
      })
      const shelf = reply.slots[0]!
      expect(shelf.mode).toBe('declared')
      await click(world, name, 'home', shelf.items[0]!.item_id, shelf.rec_id)
    }
    world.clock.now += 31 * MINUTE
    world.app.sweepVisits()
    expect(lineOf(world, 'home')).toMatchObject({ clicked: 5, mode: 'declared' })
    await world.close()
  })

  it('counts nobody who did not grant it by name, at any level', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    expect(lineOf(world, 'home')).toMatchObject({ bought: 5, clicked: 5, shown: 5 })
    for (const level of [0, 1, 2, 3]) {
      await world.choose(`other-${level}`, level)
      await click(world, `other-${level}`, 'home', 'item-0')
      await buy(world, `other-${level}`, 'item-0')
    }
    world.clock.now += 31 * MINUTE
    world.app.sweepVisits()
    expect(lineOf(world, 'home')).toMatchObject({ bought: 5, clicked: 5, shown: 5 })
    await world.close()
  })

  it('leaves sensitive products and dropped events out', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    await world.app.putProduct('secret', { sensitive: true, title: 'Test' })
    expect(await click(world, 'una', 'home', 'secret')).toEqual(['dropped_no_consent'])
    await world.app.putProduct('item-0', { sensitive: true, title: 'Turned sensitive' })
    expect(lineOf(world, 'home')).toMatchObject({ bought: 0, clicked: 0, shown: 5 })
    expect(await held(world, 'una')).toBe(1)
    await world.close()
  })

  it('keeps at levels 1 and 2 nothing but sums, added when the visit ends', async () => {
    const world = await shop()
    await crowd(world, ['home'], 1)
    expect(lineOf(world, 'home')).toBeUndefined()
    expect(await held(world, 'una')).toBe(3)
    world.clock.now += 31 * MINUTE
    world.app.sweepVisits()
    expect(lineOf(world, 'home')).toMatchObject({ bought: 5, clicked: 5, shown: 5 })
    expect(await held(world, 'una')).toBe(0)
    expect(await world.store.subjectsWith('measure')).toEqual([])
    // Sums of ended visits name nobody: there is nothing of hers left to take out.
    await world.app.erase(world.shopper('una'))
    expect(lineOf(world, 'home')).toMatchObject({ bought: 5, clicked: 5, shown: 5 })
    await world.close()
  })

  it('counts nothing of a visit in which she withdraws before it ends', async () => {
    const world = await shop()
    await crowd(world, ['home'], 1)
    for (const name of CROWD) await world.choose(name, 1, { measure: false })
    world.clock.now += 31 * MINUTE
    world.app.sweepVisits()
    expect(results(world).shelves).toEqual([])
    await world.close()
  })

  it('of people one after the other, never five at once, tells nothing', async () => {
    const world = await shop()
    for (let round = 0; round < 3; round++) {
      for (const name of CROWD) {
        await world.choose(name, 1, MEASURE)
        await click(world, name, 'home', 'item-0')
        world.clock.now += 31 * MINUTE
        world.app.sweepVisits()
      }
    }
    expect(lineOf(world, 'home')).toMatchObject({ clicked: null })
    await world.close()
  })

  it('ends for one person when she withdraws: her rows go, and so does what they counted', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    await world.choose('ann', 3, MEASURE)
    await click(world, 'ann', 'home', 'item-0')
    expect(lineOf(world, 'home')).toMatchObject({ clicked: 6 })
    const reply = await world.choose('ann', 3, { measure: false })
    expect(reply).toMatchObject({ level: 3, removed: ['measure'] })
    expect(lineOf(world, 'home')).toMatchObject({ clicked: 5 })
    expect(await held(world, 'ann')).toBe(0)
    // Granted again it begins anew.
    await world.choose('ann', 3, MEASURE)
    expect(lineOf(world, 'home')).toMatchObject({ clicked: 5 })
    await world.close()
  })

  it('stops under restriction and objection, and goes on when they end; nothing is lost', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    await world.choose('ann', 3, MEASURE)
    await click(world, 'ann', 'home', 'item-0')
    const ann = world.shopper('ann')
    for (const act of [
      (on: boolean) => world.app.setRestriction(ann, on),
      (on: boolean) => world.app.setObjection(ann, 'measure', on),
    ]) {
      await act(true)
      expect(lineOf(world, 'home')).toMatchObject({ clicked: 5 })
      expect(await held(world, 'ann')).toBe(1)
      await act(false)
      expect(lineOf(world, 'home')).toMatchObject({ clicked: 6 })
    }
    world.clock.now += 184 * DAY
    expect(results(world).shelves).toEqual([])
    await world.close()
  })

  it('turns rows into totals after 30 days, which stay when their people are erased', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    world.clock.now += 31 * DAY
    await world.app.enforceRetention()
    expect(await world.store.subjectsWith('measure')).toEqual([])
    for (const name of CROWD) await world.app.erase(world.shopper(name))
    expect(lineOf(world, 'home')).toMatchObject({ bought: 5, clicked: 5, shown: 5 })
    await world.close()
  })

  it('counts no rows that went while a choice had run out, although it is renewed', async () => {
    const world = await shop()
    await crowd(world, ['home'])
    world.clock.now += 182 * DAY
    for (const name of CROWD) await click(world, name, 'late', 'item-1')
    expect(lineOf(world, 'late')).toMatchObject({ clicked: 5 })
    world.clock.now += 32 * DAY
    await world.app.enforceRetention()
    for (const name of CROWD) await world.choose(name, 3, MEASURE)
    expect(await world.store.subjectsWith('measure')).toEqual([])
    const renewed = results(world).shelves
    await world.close(true)
    const again = await shop(world)
    expect(renewed).toEqual(results(again).shelves)
    expect(renewed.map((line) => line.slot)).not.toContain('late')
    await again.close()
  })

  it('keeps so much of one person and no more: a robot neither fills the store nor holds others up', async () => {
    const world = await shop()
    await world.choose('ann', 3, MEASURE)
    const many = Array.from({ length: 100 }, (_, n) => ({ item_id: `item-${n}` }))
    const flood = (event: string) =>
      world.send(
        Array.from({ length: 60 }, () => ({
          anonymous_id: 'ann',
          event,
          event_id: `event-${events++}`,
          items: many,
          session_id: 'flood',
          slot: 'home',
          time: new Date(world.clock.now).toISOString(),
        })),
      )
    expect(new Set(await flood('select_item'))).toEqual(new Set(['accepted']))
    expect(await held(world, 'ann')).toBe(5_000)
    expect(new Set(await flood('purchase'))).toEqual(new Set(['accepted']))
    expect(await held(world, 'ann')).toBe(5_000)
    await world.close()
  })

  it('knows after a restart what it knew before', async () => {
    const world = await shop()
    await crowd(world, ['home', 'product'])
    await world.choose('ann', 2, MEASURE)
    await click(world, 'ann', 'home', 'item-0')
    const before = results(world)
    await world.close(true)
    const again = await shop(world)
    // A restart ends visits, and what was measured in them becomes part of the sums.
    expect(lineOf(again, 'home')).toMatchObject({ clicked: 6 })
    expect(lineOf(again, 'product')).toEqual(before.shelves.find((line) => line.slot === 'product'))
    await again.close()
  })

  it('refuses a purpose that does not fit the level, and hides nothing from her', async () => {
    const world = await shop()
    await expect(world.choose('ann', 0, MEASURE)).rejects.toMatchObject({ code: 'level_too_low' })
    await world.choose('ann', 3, MEASURE)
    await click(world, 'ann', 'home', 'item-1')
    const data = await world.app.meData(world.shopper('ann'))
    expect(data.measured).toMatchObject([
      { item_id: 'item-1', kept_until: expect.any(String), kind: 'clicked', mode: 'unknown', slot: 'home' },
    ])
    const overview = await world.app.me(world.shopper('ann'), 'pl')
    expect(overview.held.find((table) => table.table === 'measure')).toMatchObject({ rows: 1 })
    await world.close()
  })
})

describe('forgetting what was measured', () => {
  it('leaves the sums of a world in which she never came', async () => {
    const [with_, without] = [await shop(), await shop()]
    for (const world of [with_, without]) await crowd(world, ['home', 'product'])
    await with_.choose('ann', 3, MEASURE)
    for (let n = 0; n < 8; n++) {
      await click(with_, 'ann', n % 2 === 0 ? 'home' : 'only hers', `item-${n}`)
      await buy(with_, 'ann', `item-${n}`)
    }
    expect(results(with_)).not.toEqual(results(without))
    await with_.app.erase(with_.shopper('ann'))
    expect(results(with_)).toEqual(results(without))
    expect(await with_.app.stateHash()).toBe(await without.app.stateHash())
    for (const world of [with_, without]) await world.close()
  })

  it('holds over random scripts, as an oracle counts them', async () => {
    const random = mulberry32(7)
    const exercised: Record<string, number> = {}
    for (let script = 0; script < 7; script++) {
      const complaint = await runScript(random, exercised)
      expect([script, complaint]).toEqual([script, undefined])
    }
    for (const act of [
      'shown',
      'clicked',
      'bought',
      'choose',
      'erase',
      'forget',
      'silence',
      'days',
      'restart',
    ])
      expect([act, (exercised[act] ?? 0) > 5]).toEqual([act, true])
  }, 60_000)
})

const SLOTS = ['home', 'product']

async function runScript(
  random: () => number,
  exercised: Record<string, number>,
): Promise<string | undefined> {
  let world = await shop()
  const oracle = new MeasureOracle()
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item
  await crowd(world, SLOTS)
  for (const name of CROWD) {
    oracle.choose(name, 3, true)
    for (const [index, slot] of SLOTS.entries())
      for (const kind of ['shown', 'clicked', 'bought'] as const)
        oracle.act(name, { item: `item-${index}`, kind, slot }, world.clock.now)
  }
  const acts: Record<string, (name: string) => Promise<unknown>> = {
    bought: async (name) => {
      const item = `item-${below(4)}`
      oracle.act(name, { item, kind: 'bought', slot: '' }, world.clock.now)
      await buy(world, name, item)
    },
    choose: async (name) => {
      const level = pick([0, 1, 2, 3, 3])
      const measure = level > 0 && below(5) > 0
      oracle.choose(name, level, measure)
      await world.choose(name, level, level > 0 ? { measure } : undefined)
    },
    clicked: async (name) => {
      const made = { item: `item-${below(4)}`, kind: 'clicked', slot: pick(SLOTS) } as const
      oracle.act(name, made, world.clock.now)
      await click(world, name, made.slot, made.item)
    },
    days: async () => {
      world.clock.now += (1 + below(12)) * DAY
      oracle.sweep(world.clock.now)
      oracle.retain(world.clock.now)
      await world.app.enforceRetention()
    },
    erase: async (name) => {
      oracle.erase(name)
      await world.app.erase(world.shopper(name))
    },
    forget: async (name) => {
      const item = `item-${below(4)}`
      oracle.forgetItem(name, item)
      await world.app.feedback(SECRET, { feedback: 'forget', item_id: item, visitor: { anonymous_id: name } })
    },
    restart: async () => {
      oracle.sweep(world.clock.now, true)
      await world.close(true)
      world = await shop(world)
    },
    shown: async (name) => {
      const slot = pick(SLOTS)
      oracle.act(name, { item: '', kind: 'shown', slot }, world.clock.now)
      await send(world, name, 'rec_impression', { slot })
    },
    silence: async () => {
      world.clock.now += 31 * MINUTE
      oracle.sweep(world.clock.now)
      world.app.sweepVisits()
    },
  }
  const order = [
    'clicked',
    'clicked',
    'clicked',
    'bought',
    'bought',
    'choose',
    'choose',
    ...Object.keys(acts),
  ]
  try {
    for (let step = 0; step < 45; step++) {
      world.clock.now += 1 + below(5 * MINUTE)
      const act = pick(order)
      const name = pick(['ola', 'jan', 'ewa'])
      exercised[act] = (exercised[act] ?? 0) + 1
      await acts[act]?.(name)
      if (world.clock.now > START + 150 * DAY) break
      const told: Record<string, number | null> = {}
      for (const { slot, ...line } of results(world).shelves)
        for (const kind of ['shown', 'clicked', 'bought'] as const) told[`${slot} ${kind}`] = line[kind]
      const expected = oracle.sums()
      for (const key of Object.keys(expected))
        if (told[key] !== expected[key])
          return `after ${act} of ${name}: ${key} is ${told[key]}, not ${expected[key]}`
      if (oracle.isKnown(name) && (await held(world, name)) !== oracle.heldOf(name))
        return `after ${act}: ${name} holds ${await held(world, name)}, not ${oracle.heldOf(name)}`
    }
    return undefined
  } finally {
    await world.close()
  }
}
