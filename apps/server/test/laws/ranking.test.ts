/**
 * The shop's own list in an order of the person's: what may move, what may not, and on whose data.
 */
import type { RankReply, RankRequest } from '@umiar/use-cases'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

const KINDS = ['tea', 'kettle', 'cup', 'lamp']
const ITEMS = KINDS.flatMap((kind) => [0, 1, 2, 3].map((n) => `${kind}-${n}`))
let events = 0

/** Sixteen products; `tea-3` is sold out, `lamp-3` sensitive. */
async function shop(margin = (_: string): number => 0): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    ITEMS.map((id) => ({
      attributes: { margin: margin(id), stock_days: margin(id) * 7 },
      available: id !== 'tea-3',
      brand: id.endsWith('1') ? 'Polana' : 'Łąka',
      category: `${id.split('-')[0]}/all`,
      durable: id.startsWith('kettle'),
      item_id: id,
      sensitive: id === 'lamp-3',
      title: id,
    })),
  )
  return world
}

const look = (world: World, name: string, kind: string, ...items: string[]) =>
  world.send(
    items.map((item) => ({
      anonymous_id: name,
      event: kind,
      event_id: `event-${++events}`,
      items: [{ item_id: item }],
      session_id: `${name}-visit`,
      time: new Date(world.clock.now).toISOString(),
    })),
  )
const ask = (world: World, name: string | undefined, more: Partial<RankRequest> = {}): Promise<RankReply> =>
  world.app.rank(SECRET, {
    context: { page_type: 'search', search_term: 'anything' },
    items: ITEMS,
    visitor: name === undefined ? undefined : { anonymous_id: name },
    ...more,
  })
const order = (reply: RankReply): string[] => reply.items.map((item) => item.item_id)

/** People of every level, each with a visit of her own. */
async function people(world: World): Promise<readonly string[]> {
  const names = ['zero', 'one', 'two', 'three']
  for (const [level, name] of names.entries()) {
    await world.choose(name, level)
    await look(world, name, 'view_item', `cup-${level}`, `lamp-${level}`)
  }
  await world.app.putTaste(world.shopper('two'), { likes: ['cup-1'], never: ['kettle-0'] })
  await world.app.putTaste(world.shopper('three'), { likes: [], never: ['tea-0'] })
  return names
}

describe('a ranked list', () => {
  let world: World
  let names: readonly string[]
  beforeAll(async () => {
    world = await shop()
    names = await people(world)
  })
  afterAll(() => world.close())

  it('is the shop’s at level 0, and for any two people the same, word for word', async () => {
    const nobody = await ask(world, undefined)
    expect(order(nobody)).toEqual(ITEMS)
    for (const name of ['zero', 'a-stranger', 'another']) expect(await ask(world, name)).toEqual(nobody)
    expect(nobody).toMatchObject({
      consent_ref: null,
      data_used: ['page_context'],
      mode: 'context',
      removed: {},
    })
  })

  it('is the shop’s at strength 0 for everybody, and reads nobody’s data', async () => {
    const nobody = await ask(world, undefined, { strength: 0 })
    for (const name of names) expect(await ask(world, name, { strength: 0 })).toEqual(nobody)
    // The detector sees a difference where there is one.
    expect(await ask(world, 'one', { strength: 1 })).not.toEqual(await ask(world, undefined, { strength: 1 }))
  })

  it('holds what it was given less what she never wants to see, at every strength', async () => {
    const ids = fc.uniqueArray(fc.constantFrom(...ITEMS, 'unknown-1', 'unknown-2'), { minLength: 1 })
    const strength = fc.integer({ max: 10, min: 0 }).map((tenths) => tenths / 10)
    let moved = 0
    await fc.assert(
      fc.asyncProperty(ids, strength, fc.constantFrom(...names), async (items, given, name) => {
        const reply = await ask(world, name, { items, strength: given })
        const hidden = given === 0 ? [] : ({ three: ['tea-0'], two: ['kettle-0'] }[name] ?? [])
        const left = items.filter((id) => !hidden.includes(id))
        expect([...order(reply)].sort()).toEqual([...left].sort())
        expect(reply.removed).toEqual(left.length < items.length ? { never_show: 1 } : {})
        expect(reply.items.map(({ position }) => position)).toEqual(left.map((_, n) => n + 1))
        for (const fixed of ['unknown-1', 'unknown-2', 'tea-3', 'lamp-3'])
          expect(order(reply).indexOf(fixed)).toBe(left.indexOf(fixed))
        if (order(reply).join() !== left.join()) moved++
      }),
      { numRuns: 150, seed: 1 },
    )
    expect(moved).toBeGreaterThan(20)
  })

  it('moves towards her the more the stronger: visit, hints, history, each named', async () => {
    const one = await ask(world, 'one', { explain: true, strength: 1 })
    expect(one).toMatchObject({ mode: 'session', removed: {} })
    expect(one.data_used).toContain('session_events')
    const [first] = one.items
    expect(first?.item_id).toMatch(/^(cup|lamp)-/)
    expect(first).toMatchObject({
      moved: expect.any(Number),
      reasons: [{ code: 'viewed_in_visit', rests_on: [expect.stringMatching(/^(cup|lamp)-1$/)] }],
    })
    const two = await ask(world, 'two', { strength: 1 })
    expect(two.data_used).toEqual(expect.arrayContaining(['declared_taste', 'session_events']))
    world.clock.now += 31 * 60_000
    const later = await ask(world, 'three', { strength: 1 })
    expect(later).toMatchObject({ mode: 'personal', removed: { never_show: 1 } })
    expect(later.data_used).toContain('view_history')
    expect((await ask(world, 'one')).mode).toBe('context')
    world.clock.now = START
  })

  it('leaves a record that says the same, to her and to the shop, and to nobody else', async () => {
    for (const name of ['one', 'three']) {
      await look(world, name, 'view_item', 'cup-2')
      const reply = await ask(world, name, { strength: 1 })
      const record = await world.app.decision(SECRET, reply.rec_id)
      expect(record).toMatchObject({
        consent_ref: reply.consent_ref,
        mode: reply.mode,
        rec_id: reply.rec_id,
        slot: 'rank',
      })
      expect(record.items.map(({ item_id }) => item_id)).toEqual(order(reply).slice(0, record.items.length))
      expect(record.items.length + record.items_shortened).toBe(reply.items.length)
      expect(await world.app.decision(world.shopper(name), reply.rec_id)).toEqual(record)
      await expect(world.app.decision(world.shopper('two'), reply.rec_id)).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    const nobody = await ask(world, undefined)
    expect(await world.app.decision(SECRET, nobody.rec_id)).toMatchObject({
      consent_ref: null,
      mode: 'context',
    })
  })

  it('leaves out what is sold out only where the shop asks for it', async () => {
    const reply = await ask(world, undefined, { hide_unavailable: true })
    expect(order(reply)).toEqual(ITEMS.filter((id) => id !== 'tea-3'))
    expect(reply.removed).toEqual({ unavailable: 1 })
  })

  it('is refused with repeated ids, none, too many, or a strength out of range', async () => {
    const faults = async (more: Partial<RankRequest>): Promise<unknown> =>
      ask(world, undefined, more).then(
        () => undefined,
        (error: { code: string; faults: { pointer: string }[] }) => [
          error.code,
          error.faults.map(({ pointer }) => pointer),
        ],
      )
    expect(await faults({ items: ['a', 'b', 'a', 'b'] })).toEqual([
      'invalid_request',
      ['/items/2', '/items/3'],
    ])
    expect(await faults({ items: [] })).toEqual(['invalid_request', ['/items']])
    expect(await faults({ items: Array.from({ length: 1_001 }, String) })).toEqual([
      'invalid_request',
      ['/items'],
    ])
    expect(await faults({ strength: 1.5 })).toEqual(['invalid_request', ['/strength']])
  })
})

describe('what the shop gains', () => {
  it('has no say in a person’s order: margin and stock may be anything', async () => {
    const plain = await shop()
    const greedy = await shop((id) => 100 - ITEMS.indexOf(id) * 5)
    for (const world of [plain, greedy]) await people(world)
    for (const name of ['one', 'two', 'three']) {
      const [without, withMargin] = [
        await ask(plain, name, { strength: 1 }),
        await ask(greedy, name, { strength: 1 }),
      ]
      expect(withMargin.items).toEqual(without.items)
      expect(order(without)).not.toEqual(ITEMS)
    }
    await plain.close()
    await greedy.close()
  })
})

describe('withdrawal', () => {
  it('holds for the next ranking', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    await look(world, 'ann', 'view_item', 'lamp-0')
    expect((await ask(world, 'ann')).mode).toBe('session')
    await world.choose('ann', 0)
    expect(await ask(world, 'ann')).toEqual(await ask(world, 'nobody'))
    await world.close()
  })
})
