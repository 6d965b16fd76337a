/**
 * What is not suggested, whatever its score: sold out, owned, put away, seen often enough, twice on a page.
 */
import type { RecommendationsReply } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

const MINUTE = 60_000
let events = 0
const event = (name: string, kind: string, item: string, more: Record<string, unknown> = {}) => ({
  anonymous_id: name,
  event: kind,
  event_id: `event-${++events}`,
  items: [{ item_id: item }],
  session_id: `${name}-visit`,
  time: new Date(START).toISOString(),
  ...more,
})

/** Twelve products: kettles last, teas are used up, of cups the shop does not say. */
async function shop(): Promise<World> {
  const world = await openWorld()
  const kinds = ['kettle', 'tea', 'cup']
  await world.app.putProducts(
    kinds.flatMap((kind, place) =>
      [0, 1, 2, 3].map((n) => ({
        category: kind,
        counts: { viewed_30_days: 99 - 10 * place - n },
        ...(kind === 'cup' ? {} : { durable: kind === 'kettle' }),
        item_id: `${kind}-${n}`,
        title: `${kind} ${n}`,
      })),
    ),
  )
  return world
}

async function ask(world: World, name: string, limit = 6, more: object = {}): Promise<RecommendationsReply> {
  return world.app.recommend(SECRET, {
    context: { page_type: 'home' },
    slots: [{ id: 'home', limit }],
    visitor: { anonymous_id: name },
    ...more,
  })
}
const shown = (reply: RecommendationsReply, slot = 0): string[] =>
  reply.slots[slot]!.items.map((item) => item.item_id)
const feedback = (world: World, name: string, kind: 'already_have' | 'like' | 'not_for_me', item: string) =>
  world.app.feedback(SECRET, { feedback: kind, item_id: item, visitor: { anonymous_id: name } })

describe('what is sold out', () => {
  it('takes no place: the slot is full at the next request, and full again when it is back', async () => {
    const world = await shop()
    const before = shown(await ask(world, 'nobody'))
    for (const id of before.slice(0, 5)) await world.app.setAvailability(id, false)
    const without = await ask(world, 'nobody')
    expect(shown(without)).toHaveLength(6)
    expect(shown(without).filter((id) => before.slice(0, 5).includes(id))).toEqual([])
    expect(without.slots[0]!.removed).toEqual({ unavailable: 5 })
    for (const id of before) await world.app.setAvailability(id, true)
    expect(shown(await ask(world, 'nobody'))).toEqual(before)
    await world.close()
  })

  it('takes no place at the top of what was learned either: the next of the same list moves up', async () => {
    const world = await shop()
    const teas = [0, 1, 2, 3].map((n) => `tea-${n}`)
    await world.choose('bob', 3, { train_models: true })
    await world.send(teas.map((item) => event('bob', 'view_item', item)))
    await world.choose('ann', 1)
    await world.send([event('ann', 'view_item', 'tea-0')])
    const slots = [{ id: 'home', limit: 3, strategy: 'session' }]
    const learned = await ask(world, 'ann', 3, { slots })
    expect([learned.slots[0]!.mode, new Set(shown(learned))]).toEqual(['session', new Set(teas.slice(1))])
    for (const id of shown(learned).slice(0, 2)) await world.app.setAvailability(id, false)
    const left = await ask(world, 'ann', 3, { slots })
    expect([left.slots[0]!.mode, shown(left)[0]]).toEqual(['session', shown(learned)[2]])
    expect(shown(left)).toHaveLength(3)
    await world.close()
  })
})

describe('what she owns', () => {
  it('is not suggested again if it lasts, and may be if it is used up', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    expect(shown(await ask(world, 'ann', 12))).toEqual(expect.arrayContaining(['kettle-0', 'tea-0', 'cup-0']))
    await world.send(['kettle-0', 'tea-0', 'cup-0'].map((item) => event('ann', 'purchase', item)))
    const reply = await ask(world, 'ann', 12)
    expect(shown(reply)).not.toContain('kettle-0')
    expect(shown(reply)).toEqual(expect.arrayContaining(['tea-0', 'cup-0']))
    expect(reply.slots[0]!.removed).toEqual({ owned: 1 })
    expect(reply.data_used).toContain('session_events')
    // The next day the visit is over and her history says it.
    world.clock.now += 24 * 60 * MINUTE
    const later = await ask(world, 'ann', 12)
    expect(later.slots[0]!.removed).toEqual({ owned: 1 })
    expect(later.data_used).toContain('purchase_history')
    expect(later.consent_ref).not.toBeNull()
    await world.close()
  })

  it('is suggested again when it was given back, or was a gift', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send([
      event('ann', 'purchase', 'kettle-0', { transaction_id: 't1' }),
      event('ann', 'purchase', 'kettle-1'),
    ])
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 2 })
    await world.send([event('ann', 'refund', 'kettle-0', { items: [], transaction_id: 't1' })])
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    await world.app.feedback(SECRET, {
      feedback: 'gift',
      item_id: 'kettle-1',
      visitor: { anonymous_id: 'ann' },
    })
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({})
    await world.close()
  })

  it('is known however long ago it was bought, and however much came after', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send([event('ann', 'purchase', 'kettle-0')])
    const views = Array.from({ length: 300 }, (_, n) => event('ann', 'view_item', `tea-${n % 4}`))
    await world.send(views)
    world.clock.now += 24 * 60 * MINUTE
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    const again = await reopened(world)
    expect((await ask(again, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    await again.close()
  })

  it('is known within the visit at level 1 and not beyond it, and never at level 0', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    await world.send([event('ann', 'purchase', 'kettle-0')])
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    world.clock.now += 31 * MINUTE
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({})
    await world.choose('ann', 3)
    await world.send([
      event('ann', 'purchase', 'kettle-1', { time: new Date(world.clock.now).toISOString() }),
    ])
    await world.choose('ann', 0)
    expect(await ask(world, 'ann', 12)).toEqual(await ask(world, 'nobody', 12))
    await world.close()
  })

  it('counts by her own word too: for good where it lasts, for this visit where it is used up', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    expect((await feedback(world, 'ann', 'already_have', 'cup-0')).status).toBe('accepted')
    expect((await feedback(world, 'ann', 'already_have', 'tea-0')).status).toBe('session_only')
    const reply = await ask(world, 'ann', 12)
    expect(reply.slots[0]!.removed).toEqual({ never_show: 1, owned: 1 })
    expect(reply.data_used).toEqual(expect.arrayContaining(['declared_taste', 'session_events']))
    expect((await world.app.meData(world.shopper('ann'))).taste).toEqual({
      have: ['cup-0'],
      likes: [],
      never: [],
    })
    world.clock.now += 31 * MINUTE
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    const taste = await world.app.putTaste(world.shopper('ann'), { have: [], likes: [], never: [] })
    expect(taste.have).toEqual([])
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({})
    await world.close()
  })

  it('counts by her word at level 1 for the visit', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    expect((await feedback(world, 'ann', 'already_have', 'kettle-0')).status).toBe('session_only')
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({ owned: 1 })
    expect((await world.app.meData(world.shopper('ann'))).visit).toMatchObject([
      { item_id: 'kettle-0', kind: 'already_have' },
    ])
    world.clock.now += 31 * MINUTE
    expect((await ask(world, 'ann', 12)).slots[0]!.removed).toEqual({})
    await world.close()
  })
})

describe('what was seen often enough', () => {
  const see = (world: World, name: string, item: string, recId: string) =>
    world.send([
      event(name, 'rec_impression', item, { rec_id: recId, time: new Date(world.clock.now).toISOString() }),
    ])

  it('rests after three answers of a visit, and returns with the next visit', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    const [first] = shown(await ask(world, 'ann'))
    for (const rec of ['rec_1', 'rec_2']) await see(world, 'ann', first!, rec)
    expect(shown(await ask(world, 'ann'))[0]).toBe(first)
    await see(world, 'ann', first!, 'rec_3')
    const rested = await ask(world, 'ann')
    expect(shown(rested)).not.toContain(first)
    expect(shown(rested)).toHaveLength(6)
    expect(rested.slots[0]!.removed).toEqual({ shown_enough: 1 })
    expect(rested.data_used).toContain('session_events')
    expect((await world.app.meData(world.shopper('ann'))).visit).toMatchObject([
      { item_id: first, kind: 'shown' },
    ])
    world.clock.now += 31 * MINUTE
    expect(shown(await ask(world, 'ann'))[0]).toBe(first)
    await world.close()
  })

  it('counts what was seen, not what was asked: no retry, no prefetch, no second look at one answer', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    const first = await ask(world, 'ann')
    for (let n = 0; n < 10; n++) expect(shown(await ask(world, 'ann'))).toEqual(shown(first))
    const seen = event('ann', 'rec_impression', shown(first)[0]!, { rec_id: 'rec_1' })
    for (let n = 0; n < 5; n++) await world.send([seen])
    for (let n = 0; n < 5; n++) await see(world, 'ann', shown(first)[0]!, 'rec_1')
    expect(shown(await ask(world, 'ann'))).toEqual(shown(first))
    await world.close()
  })

  it('comes back when she turns to it, whatever the order of arrival', async () => {
    for (const kind of ['select_item', 'view_item', 'add_to_cart'])
      for (const isLate of [false, true]) {
        const world = await shop()
        await world.choose('ann', 1)
        const [item] = shown(await ask(world, 'ann'))
        const at = (minute: number) => ({ time: new Date(START + minute * MINUTE).toISOString() })
        world.clock.now += 10 * MINUTE
        const sees = [1, 2, 3].map((n) =>
          event('ann', 'rec_impression', item!, { rec_id: `rec_${n}`, ...at(n) }),
        )
        const turns = event('ann', kind, item!, at(4))
        await world.send(isLate ? [turns, ...sees] : [...sees, turns])
        expect((await ask(world, 'ann', 12)).slots[0]!.removed, kind).toEqual({})
        for (const n of [5, 6, 7])
          await world.send([event('ann', 'rec_impression', item!, { rec_id: `r${n}`, ...at(n) })])
        expect((await ask(world, 'ann', 11)).slots[0]!.removed, kind).toEqual({ shown_enough: 1 })
        await world.close()
      }
  })

  it('comes back when nothing else is left: no rule of variety empties a shelf', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    const all = shown(await ask(world, 'ann', 12))
    expect(all).toHaveLength(12)
    for (const item of all) for (const rec of ['rec_1', 'rec_2', 'rec_3']) await see(world, 'ann', item, rec)
    const everything = await ask(world, 'ann', 12)
    expect(shown(everything)).toEqual(all)
    expect(everything.slots[0]!.removed).toEqual({})
    expect(everything.data_used).toContain('session_events')
    const some = await ask(world, 'ann', 5)
    expect(shown(some)).toEqual(all.slice(0, 5))
    expect(some.slots[0]!.removed).toEqual({ shown_enough: 7 })
    await world.close()
  })

  it('is nothing at level 0: the answer stays the same for everybody', async () => {
    const world = await shop()
    const before = await ask(world, 'ann', 12)
    for (const rec of ['rec_1', 'rec_2', 'rec_3'])
      expect(await see(world, 'ann', shown(before)[0]!, rec)).toEqual(['dropped_no_consent'])
    expect(await ask(world, 'ann', 12)).toEqual(before)
    await world.close()
  })

  it('counts for stored events too, at level 3', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const [item] = shown(await ask(world, 'ann'))
    for (const rec of ['rec_1', 'rec_2', 'rec_3'])
      expect(await see(world, 'ann', item!, rec)).toEqual(['accepted'])
    expect((await ask(world, 'ann')).slots[0]!.removed).toEqual({ shown_enough: 1 })
    await world.close()
  })
})

describe('a page', () => {
  it('shows no product twice in its slots, whatever their strategies', async () => {
    const world = await shop()
    const strategies = ['for_you', 'popular', 'category_picks', 'also_viewed']
    const reply = await ask(world, 'nobody', 3, {
      slots: strategies.map((strategy) => ({ id: strategy, limit: 3, strategy })),
    })
    const all = reply.slots.flatMap((_, slot) => shown(reply, slot))
    expect(all).toHaveLength(12)
    expect(new Set(all).size).toBe(12)
    expect(reply.slots[1]!.removed).toEqual({ repeated: 3 })
    await world.close()
  })
})

/** The same shop after a restart. */
async function reopened(world: World): Promise<World> {
  const { now } = world.clock
  await world.close(true)
  return openWorld(world, undefined, now)
}
