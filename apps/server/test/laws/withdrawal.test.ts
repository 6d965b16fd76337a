import { ModelState } from '@umiar/recommender'
import type { RecommendationsReply } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, type World } from './world.ts'

const view = (name: string, number: number, item: string, kind = 'view_item') => ({
  anonymous_id: name,
  event: kind,
  event_id: `${name}-${number}`,
  items: [{ item_id: item }],
  session_id: `${name}-visit`,
  time: '2026-11-23T09:59:00Z',
})
const home = (world: World, name?: string): Promise<RecommendationsReply> =>
  world.app.recommend(SECRET, {
    context: { locale: 'pl', page_type: 'home' },
    slots: [{ id: 'home', limit: 6 }],
    ...(name === undefined ? {} : { visitor: { anonymous_id: name } }),
  })
const usesPerson = (reply: RecommendationsReply): boolean =>
  reply.consent_ref !== null ||
  reply.data_used.some(
    (use) => use.includes('history') || use === 'session_events' || use === 'declared_taste',
  )

async function shopWithHistory(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    Array.from({ length: 20 }, (_, n) => ({
      category: n < 10 ? 'tea' : 'garden',
      item_id: `item-${n}`,
      title: `Product ${n}`,
    })),
  )
  for (const [index, name] of ['ann', 'bob', 'cid'].entries()) {
    await world.choose(name, 3, { train_models: true })
    await world.send([1, 2, 3, 4, 5].map((n) => view(name, n, `item-${n + 2 * index}`)))
  }
  return world
}

describe('withdrawal', () => {
  it('wins every race: nothing answered after it uses the person, nothing sent before it is kept', async () => {
    const world = await shopWithHistory()
    let personalBefore = 0
    for (let round = 0; round < 60; round++) {
      const name = `racer-${round}`
      await world.choose(name, 3, { train_models: true })
      expect(await world.send([view(name, 0, 'item-2')])).toEqual(['accepted'])
      const racing: Promise<unknown>[] = []
      for (let n = 1; n <= 8; n++) racing.push(world.send([view(name, n, `item-${n}`)]))
      racing.push(home(world, name).then((reply) => (personalBefore += Number(usesPerson(reply)))))
      const withdrawn = world.choose(name, round % 2 === 0 ? 0 : 1)
      for (let n = 9; n <= 14; n++) racing.push(world.send([view(name, n, `item-${n}`)]))
      await withdrawn
      const after = await home(world, name)
      if (round % 2 === 0) expect(usesPerson(after)).toBe(false)
      else expect(after.data_used).not.toContain('view_history')
      await Promise.all(racing)
      const held = await world.app.meData(world.shopper(name))
      expect(held.events).toEqual([])
    }
    expect(personalBefore).toBeGreaterThan(10)
    const three = new ModelState()
    const expected = await world.app.stateHash()
    for (const name of ['ann', 'bob', 'cid']) await world.app.erase(world.shopper(name))
    expect(expected).not.toBe(three.stateHash())
    expect(await world.app.stateHash()).toBe(three.stateHash())
    await world.close()
  })

  it('of teaching alone takes the person out of the model and leaves her own history', async () => {
    const world = await shopWithHistory()
    const before = await world.app.stateHash()
    await world.choose('dora', 3, { train_models: true })
    await world.send([view('dora', 1, 'item-7')])
    expect(await world.app.stateHash()).not.toBe(before)
    await world.choose('dora', 3, { train_models: false })
    expect(await world.app.stateHash()).toBe(before)
    expect((await world.app.meData(world.shopper('dora'))).events).toHaveLength(1)
    await world.choose('dora', 3, { train_models: true })
    expect(await world.app.stateHash()).toBe(before)
    await world.close()
  })

  it('by restriction stops all use, keeps the data, and lifting it brings both back', async () => {
    const world = await shopWithHistory()
    const before = await world.app.stateHash()
    expect(usesPerson(await home(world, 'ann'))).toBe(true)
    await world.app.setRestriction(world.shopper('ann'), true)
    expect(usesPerson(await home(world, 'ann'))).toBe(false)
    expect(await world.app.stateHash()).not.toBe(before)
    expect((await world.app.meData(world.shopper('ann'))).events).toHaveLength(5)
    await world.app.setRestriction(world.shopper('ann'), false)
    expect(await world.app.stateHash()).toBe(before)
    expect(usesPerson(await home(world, 'ann'))).toBe(true)
    await world.close()
  })

  it('comes by itself when a choice is six months old', async () => {
    const world = await shopWithHistory()
    world.clock.now += 184 * 86_400_000
    expect(usesPerson(await home(world, 'ann'))).toBe(false)
    await world.app.enforceRetention()
    expect(await world.app.stateHash()).toBe(new ModelState().stateHash())
    expect((await world.app.consent(world.shopper('ann'), false)).level).toBe(0)
    await world.close()
  })
})

describe('a renewed choice', () => {
  it('goes on teaching past the end of the old one', async () => {
    const world = await shopWithHistory()
    // A purchase outlives the 90 days of the views.
    await world.send([view('ann', 50, 'item-9', 'purchase')])
    world.clock.now += 150 * 86_400_000
    await world.app.enforceRetention()
    const before = await world.app.stateHash()
    expect(before).not.toBe(new ModelState().stateHash())
    await world.choose('ann', 3)
    world.clock.now += 60 * 86_400_000
    await world.app.enforceRetention()
    expect(await world.app.stateHash()).toBe(before)
    await world.close()
  })

  it('after an expiry brings back what was stored, as a replay would', async () => {
    const world = await shopWithHistory()
    await world.send([view('ann', 50, 'item-9', 'purchase')])
    world.clock.now += 190 * 86_400_000
    await world.app.enforceRetention()
    expect(await world.app.stateHash()).toBe(new ModelState().stateHash())
    await world.choose('ann', 3)
    const renewed = await world.app.stateHash()
    expect(renewed).not.toBe(new ModelState().stateHash())
    await world.close(true)
    const again = await openWorld(world, undefined, world.clock.now)
    expect(await again.app.stateHash()).toBe(renewed)
    await again.close()
  })
})

describe('level 0', () => {
  it('is byte-identical for any two visitors, whatever the engine knows of them', async () => {
    const world = await shopWithHistory()
    await world.choose('eve', 3)
    await world.send([1, 2, 3].map((n) => view('eve', n, `item-${n + 10}`)))
    await world.choose('eve', 0)
    const answers = [await home(world), await home(world, 'eve'), await home(world, 'never-seen')]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    // The detector sees a difference where there is one.
    expect(JSON.stringify(await home(world, 'ann'))).not.toBe(JSON.stringify(answers[0]))
    await world.close()
  })

  it('stores nothing for a refusal', async () => {
    const world = await shopWithHistory()
    const before = await world.store.stats()
    const reply = await world.choose('guest', 0)
    expect(reply).toMatchObject({ consent_ref: null, level: 0 })
    await world.send([view('guest', 1, 'item-1')])
    await home(world, 'guest')
    expect((await world.store.stats()).subjects).toBe(before.subjects)
    expect(world.keyStore.size).toBe(3)
    await world.close()
  })
})

describe('visits below level 3', () => {
  it('shape the next answer, are never stored, and end after thirty minutes of silence', async () => {
    const world = await shopWithHistory()
    await world.choose('fay', 1)
    expect(await world.send([view('fay', 1, 'item-2'), view('fay', 1, 'item-2')])).toEqual([
      'session_only',
      'duplicate',
    ])
    const reply = await home(world, 'fay')
    expect([reply.slots[0]?.mode, reply.data_used.includes('session_events')]).toEqual(['session', true])
    const recId = reply.slots[0]?.rec_id as string
    expect((await world.app.decision(SECRET, recId)).purposes).toContain('session_recs')
    world.clock.now += 31 * 60_000
    expect(usesPerson(await home(world, 'fay'))).toBe(false)
    await expect(world.app.decision(SECRET, recId)).rejects.toMatchObject({ code: 'not_found' })
    const again = await openAgain(world)
    expect((await again.app.meData(again.shopper('fay'))).events).toEqual([])
    await again.close()
  })

  it('take declared taste at level 2, and nothing of it at level 1', async () => {
    const world = await shopWithHistory()
    await world.choose('gil', 2)
    await world.app.putTaste(world.shopper('gil'), { likes: ['item-12'], never: ['item-13'] })
    const reply = await home(world, 'gil')
    expect(reply.slots[0]?.mode).toBe('declared')
    expect(reply.slots[0]?.items.map((item) => item.item_id)).not.toContain('item-13')
    await world.choose('gil', 1)
    expect(usesPerson(await home(world, 'gil'))).toBe(false)
    await expect(world.app.putTaste(world.shopper('gil'), { likes: [], never: [] })).rejects.toMatchObject({
      code: 'purpose_not_consented',
    })
    await world.choose('gil', 2)
    expect((await world.app.meData(world.shopper('gil'))).taste).toEqual({ have: [], likes: [], never: [] })
    await world.close()
  })
})

describe('a restart', () => {
  it('gives the same state by replay, and the same people', async () => {
    const world = await shopWithHistory()
    const before = await world.app.stateHash()
    const again = await openAgain(world)
    expect(await again.app.stateHash()).toBe(before)
    expect(usesPerson(await home(again, 'ann'))).toBe(true)
    expect(await again.send([view('ann', 1, 'item-1')])).toEqual(['duplicate'])
    await again.close()
  })
})

describe('sensitive products', () => {
  it('never enter a profile, a visit or the model, nor are they suggested', async () => {
    const world = await shopWithHistory()
    const before = await world.app.stateHash()
    await world.app.putProduct('secret', { category: 'tea', sensitive: true, title: 'Sensitive' })
    await world.choose('hal', 3, { train_models: true })
    expect(await world.send([view('hal', 1, 'secret')])).toEqual(['dropped_no_consent'])
    expect((await world.app.meData(world.shopper('hal'))).events).toEqual([])
    expect(await world.app.stateHash()).toBe(before)
    const tea = await world.app.recommend(SECRET, {
      context: { category: 'tea', page_type: 'category' },
      slots: [{ id: 's', limit: 50 }],
    })
    expect(tea.slots[0]?.items.map((item) => item.item_id)).not.toContain('secret')
    // Marked later, a product leaves the model and the stored rows; unmarking brings nothing back.
    await world.app.putProduct('item-3', { category: 'tea', sensitive: true, title: 'Product 3' })
    const marked = await world.app.stateHash()
    expect(marked).not.toBe(before)
    expect((await home(world, 'ann')).slots[0]?.items.map((item) => item.item_id)).not.toContain('item-3')
    await world.app.putProduct('item-3', { category: 'tea', title: 'Product 3' })
    expect(await world.app.stateHash()).toBe(marked)
    await world.close()
  })
})

async function openAgain(world: World): Promise<World> {
  await world.close(true)
  return openWorld(world)
}
