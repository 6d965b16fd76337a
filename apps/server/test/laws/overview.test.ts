/** The overview of a whole engine: counts that agree with what happened, and nothing about anybody. */
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

const DAY = 86_400_000
const PEOPLE = { ann: 3, ben: 2, eve: 1, leo: 3 } as const

const event = (name: string, id: string, more: Record<string, unknown> = {}) => ({
  anonymous_id: name,
  event: 'view_item',
  event_id: id,
  items: [{ item_id: 'item-1' }],
  session_id: `${name}-visit`,
  time: new Date(START).toISOString(),
  ...more,
})

async function shop(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    Array.from({ length: 8 }, (_, n) => ({ category: 'tea', item_id: `item-${n}`, title: `Tea ${n}` })),
  )
  for (const [name, level] of Object.entries(PEOPLE)) await world.choose(name, level)
  return world
}
const facts = (world: World) => world.app.overview()

describe('the overview of events', () => {
  it('names the reason of each drop, and keeps the days over a restart', async () => {
    const world = await shop()
    await world.app.putProduct('secret', { sensitive: true, title: 'Test' })
    await world.app.setRestriction(world.shopper('leo'), true)
    await world.send([
      event('ann', 'e1'),
      event('ann', 'e1'),
      event('eve', 'e2'),
      event('nobody', 'e3'),
      event('leo', 'e4'),
      event('ann', 'e5', { items: [{ item_id: 'secret' }] }),
      event('ann', 'e6', { time: new Date(START - 100 * DAY).toISOString() }),
      event('ann', 'e7', { event: 'dance' }),
      event('ann', 'e8', { email: 'x' }),
    ])
    const expected = [
      { count: 1, reason: null, status: 'accepted' },
      { count: 1, reason: null, status: 'duplicate' },
      { count: 1, reason: null, status: 'session_only' },
      { count: 1, reason: 'nobody_known', status: 'dropped_no_consent' },
      { count: 1, reason: 'restricted', status: 'dropped_no_consent' },
      { count: 1, reason: 'sensitive', status: 'dropped_no_consent' },
      { count: 1, reason: 'too_old', status: 'dropped_retention' },
      { count: 1, reason: 'event_unknown', status: 'invalid' },
      { count: 1, reason: 'personal_field', status: 'invalid' },
    ]
    expect(sorted(facts(world).events.since_start)).toEqual(sorted(expected))
    await world.close(true)
    const again = await openWorld(world)
    expect(facts(again).events.since_start).toEqual([])
    expect(facts(again).events.days).toHaveLength(1)
    expect(sorted(facts(again).events.days[0]!.outcomes)).toEqual(sorted(expected))
    await again.close()
  })

  it('tells apart what came before a choice, after a withdrawal, and beside a closed switch', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    world.clock.now += 60_000
    await world.choose('ann', 3)
    await world.choose('ben', 0)
    await world.send([event('ann', 'e1'), event('ben', 'e2')])
    world.clock.now += 200 * DAY
    await world.send([event('eve', 'e3', { time: new Date(world.clock.now).toISOString() })])
    expect(
      facts(world)
        .events.since_start.map(({ reason }) => reason)
        .sort(),
    ).toEqual(['before_choice', 'expired', 'not_granted'])
    await world.close()
  })
})

describe('the overview of people', () => {
  it('counts levels as they are now, after erasure, expiry and a restart', async () => {
    const world = await shop()
    const levels = (of: World): Record<string, number> =>
      Object.fromEntries(facts(of).people.levels.map(({ level, people }) => [level, people]))
    expect(levels(world)).toEqual({ 0: 0, 1: 1, 2: 1, 3: 2 })
    await world.choose('guest', 0)
    await world.app.erase(world.shopper('ann'))
    await world.choose('ben', 0)
    expect(levels(world)).toEqual({ 0: 1, 1: 1, 2: 0, 3: 1 })
    await world.close(true)
    const again = await openWorld(world, undefined, START + 200 * DAY)
    expect(levels(again)).toEqual({ 0: 3, 1: 0, 2: 0, 3: 0 })
    expect(facts(again).people).toMatchObject({ expired: 3, guests_who_refused_are_known: false, known: 3 })
    await again.close()
  })

  it('counts restrictions and objections in force', async () => {
    const world = await shop()
    await world.app.setRestriction(world.shopper('ann'), true)
    await world.app.setObjection(world.shopper('leo'), 'personal_recs', true)
    await world.app.setObjection(world.shopper('leo'), 'session_recs', true)
    expect(facts(world).requests).toMatchObject({
      erasures_due_at: null,
      erasures_pending: 0,
      objections: { personal_recs: 1, session_recs: 1 },
      people_objecting: 1,
      restrictions_in_force: 1,
    })
    await world.app.setRestriction(world.shopper('ann'), false)
    await world.app.erase(world.shopper('leo'))
    await world.app.meData(world.shopper('ann'))
    expect(facts(world).requests).toMatchObject({
      done_since_start: { access: 1, erasure: 1 },
      objections: {},
      people_objecting: 0,
      restrictions_in_force: 0,
    })
    await world.close()
  })

  it('shows an erasure that was cut short, with its deadline, until it is done', async () => {
    const world = await shop()
    const erase = world.keyStore.erase.bind(world.keyStore)
    world.keyStore.erase = () => Promise.reject(new Error('disk'))
    await expect(world.app.erase(world.shopper('ann'))).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(facts(world).requests).toMatchObject({
      erasures_due_at: new Date(START + 28 * DAY).toISOString(),
      erasures_pending: 1,
    })
    world.keyStore.erase = erase
    world.clock.now += 1
    await world.app.erase(world.shopper('ann'))
    expect(facts(world).requests).toMatchObject({ erasures_due_at: null, erasures_pending: 0 })
    await world.close()
  })
})

describe('the overview of shelves', () => {
  it('shows the answer of level 0 and how many answers had which mode, never a person’s answer', async () => {
    const world = await shop()
    await world.app.putTaste(world.shopper('ben'), { likes: ['item-7'], never: ['item-0'] })
    const ask = (visitor?: { anonymous_id: string }) =>
      world.app.recommend(SECRET, {
        context: {
          cart_item_ids: ['item-5'],
          item_ids: ['item-6'],
          page_type: 'product',
          search_term: 'hers alone',
        },
        slots: [{ exclude_ids: ['item-4'], id: 'similar', limit: 4 }],
        ...(visitor === undefined ? {} : { visitor }),
      })
    const personal = await ask({ anonymous_id: 'ben' })
    expect(personal.slots[0]?.mode).toBe('declared')
    const first = facts(world).shelves[0]!
    expect(first).toMatchObject({ asked: 1, modes: { declared: 1 }, page_type: 'product', slot: 'similar' })
    // The detector would see hers if it were kept: it sees the planted one.
    const hers = ['hers alone', personal.slots[0]!.rec_id, personal.consent_ref!, 'ben']
    const found = (text: string): string[] => hers.filter((trace) => text.includes(trace))
    expect(found(JSON.stringify({ planted: hers }))).toEqual(hers)
    expect(found(JSON.stringify(facts(world)))).toEqual([])
    await ask()
    const second = facts(world).shelves[0]!
    expect(second.modes).toEqual({ context: 1, declared: 1 })
    expect(second.items).toEqual(first.items)
    expect(second.mode).not.toBe('declared')
    await world.close()
  })

  it('keeps the filter of a shelf as a shop writes it, and none made to be large', async () => {
    const world = await shop()
    const only = (many: number) => ({
      id: { in: Array.from({ length: many }, (_, n) => `item-${3 + n}`) },
    })
    const shownAfter = async (filter: unknown) => {
      const reply = await world.app.recommend(SECRET, {
        context: { page_type: 'home' },
        slots: [{ filter, id: 'home', limit: 4 }],
      })
      return {
        answer: reply.slots[0]!.items.map((item) => item.item_id),
        console: facts(world).shelves[0]!.items.map((item) => item.item_id),
      }
    }
    const small = await shownAfter(only(1))
    expect(small).toEqual({ answer: ['item-3'], console: ['item-3'] })
    const large = await shownAfter({ all: [only(1), only(500)] })
    expect(large.answer).toEqual(['item-3'])
    expect(large.console).toHaveLength(4)
    await world.close()
  })

  it('says how ready each strategy is, from what was really learned', async () => {
    const world = await shop()
    await world.choose('ann', 3, { train_models: true })
    await world.send([event('ann', 'e1'), event('ann', 'e2', { event: 'purchase' }), event('leo', 'e3')])
    const { learned, strategies } = facts(world).readiness
    expect(learned).toEqual({ purchases: 1, sessions: 1, views: 1 })
    expect(strategies.find((one) => one.strategy === 'bought_together')).toMatchObject({
      have: 1,
      need: 50,
      state: 'learning',
    })
    await world.app.erase(world.shopper('ann'))
    expect(facts(world).readiness.learned).toEqual({ purchases: 0, sessions: 0, views: 0 })
    await world.close()
  })
})

function sorted<Entry extends { readonly status: string; readonly reason: string | null }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return [...entries].sort((a, b) => (`${a.status} ${a.reason}` < `${b.status} ${b.reason}` ? -1 : 1))
}
