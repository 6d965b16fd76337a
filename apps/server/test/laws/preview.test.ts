/**
 * A preview of a level opens no grant, reads no row and leaves no trace, and still shows the level.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as privacy from '@umiar/privacy'
import type { PreviewReply } from '@umiar/use-cases'
import { describe, expect, it, vi } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

// Spies on the gate; what it does stays what it is.
vi.mock('@umiar/privacy', { spy: true })

const DEPARTMENTS = ['tea/green', 'coffee/beans', 'trail/shoes']
const PAGES = [
  { page_type: 'home' },
  { category: 'tea/green', page_type: 'category' },
  { item_ids: ['tea/green-1'], page_type: 'product' },
  { cart_item_ids: ['tea/green-1', 'coffee/beans-2'], page_type: 'cart' },
  { page_type: 'search', search_term: 'zielona' },
  { item_ids: ['unknown'], page_type: 'product' },
  { category: 'no/such', locale: 'en', page_type: 'category' },
] as const
const SLOTS = [
  { id: 'one', limit: 4 },
  { id: 'two', limit: 3, strategy: 'also_viewed' },
]

/** A shop of three departments in which people look at things of one department at a time. */
async function shop(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    DEPARTMENTS.flatMap((category, department) =>
      Array.from({ length: 8 }, (_, n) => ({
        category,
        counts: { viewed_30_days: 100 - department - 3 * n },
        durable: category.startsWith('trail'),
        item_id: `${category}-${n}`,
        title: category.startsWith('tea') ? `Herbata zielona ${n}` : `Produkt ${category} ${n}`,
        title_en: `Product ${category} ${n}`,
      })),
    ),
  )
  const people = DEPARTMENTS.flatMap((category) =>
    [0, 1, 2, 3].map((n) => ({ category, name: `${category} ${n}` })),
  )
  for (const [index, { category, name }] of people.entries()) {
    await world.choose(name, 3, { train_models: true })
    await world.send(
      Array.from({ length: 5 }, (_, n) => ({
        anonymous_id: name,
        event: n === 4 ? 'purchase' : 'view_item',
        event_id: `${name} ${n}`,
        items: [{ item_id: `${category}-${(index + n) % 8}` }],
        session_id: name,
        time: new Date(START - 60_000 * (10 - n)).toISOString(),
      })),
    )
  }
  return world
}

/** Every call of the store, of the key store and of the gate from here on, and what they left. */
function watch(world: World) {
  const methods = (object: object): string[] => {
    const names = new Set<string>()
    for (let at = object; at !== Object.prototype; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at))
        if (name !== 'constructor' && typeof (object as never)[name] === 'function') names.add(name)
    return [...names]
  }
  const spies = [world.store, world.keyStore].flatMap((port) =>
    methods(port).map((name) => vi.spyOn(port as unknown as Record<string, () => unknown>, name)),
  )
  const gate = [privacy.openGate, privacy.openRight, privacy.decide].map((door) => vi.mocked(door))
  for (const spy of [...spies, ...gate]) spy.mockClear()
  const calls = (of: readonly { mock: { calls: unknown[] } }[]): number =>
    of.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  expect(spies.length).toBeGreaterThan(20)
  return {
    decisions: () => calls([vi.mocked(privacy.decide)]),
    grants: () => calls([vi.mocked(privacy.openGate), vi.mocked(privacy.openRight)]),
    stop: () => {
      for (const spy of spies) spy.mockRestore()
    },
    storeCalls: () => calls(spies),
  }
}

/** What lies on the disk and in the counters; it may not move. */
async function traces(world: World): Promise<Record<string, unknown>> {
  const files = readdirSync(world.directory).sort()
  return {
    counters: world.app.counters(),
    files: files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(world.directory, name)))
        .digest('hex'),
    ]),
    stateHash: await world.app.stateHash(),
  }
}

const previews = (world: World): PreviewReply[] =>
  PAGES.flatMap((context) =>
    [0, 1, 2, 3].map((level) => world.app.previewLevel({ context, level, slots: SLOTS })),
  )
const rowOf = (reply: PreviewReply): string[] => reply.slots[0]!.items.map((item) => item.item_id)
const codesOf = (reply: PreviewReply): string[] =>
  reply.slots.flatMap((slot) => slot.items.flatMap((item) => item.reasons.map((reason) => reason.code)))

describe('a preview of a level', () => {
  it('opens no grant, reads no row and changes nothing, while an ordinary answer is noticed', async () => {
    const world = await shop()
    const ordinary = watch(world)
    const context = { page_type: 'home' } as const
    const visitor = { anonymous_id: 'tea/green 0' }
    const before = await traces(world)
    await world.app.recommend(SECRET, { context, slots: SLOTS, visitor })
    await world.app.meUses(world.shopper('tea/green 0'))
    expect(ordinary.grants()).toBeGreaterThan(0)
    expect(ordinary.decisions()).toBeGreaterThan(0)
    expect(ordinary.storeCalls()).toBeGreaterThan(0)
    expect(await traces(world)).not.toEqual(before)
    ordinary.stop()

    const quiet = await traces(world)
    const watched = watch(world)
    const answers = previews(world)
    expect(answers).toHaveLength(PAGES.length * 4)
    expect([watched.grants(), watched.decisions(), watched.storeCalls()]).toEqual([0, 0, 0])
    watched.stop()
    expect(await traces(world)).toEqual(quiet)
    await world.close()
  })

  it('is at level 0 the answer everybody gets', async () => {
    const world = await shop()
    for (const context of PAGES) {
      const { data_used, example, slots } = world.app.previewLevel({ context, level: 0, slots: SLOTS })
      const real = await world.app.recommend(SECRET, { context, slots: SLOTS })
      expect(slots).toEqual(
        real.slots.map(({ items, mode, removed, slot }) => ({ items, mode, removed, slot })),
      )
      expect([data_used, example]).toEqual([real.data_used, null])
    }
    await world.close()
  })

  it('shows what each level adds, of one person who grows', async () => {
    const world = await shop()
    for (const context of PAGES) {
      const at = (level: number): PreviewReply => world.app.previewLevel({ context, level, slots: SLOTS })
      const [none, visit, hints, history] = [0, 1, 2, 3].map(at) as [
        PreviewReply,
        PreviewReply,
        PreviewReply,
        PreviewReply,
      ]
      const rows = [none, visit, hints, history].map((reply) => rowOf(reply).join())
      expect(new Set(rows).size, JSON.stringify([context, rows])).toBe(4)
      expect(visit.data_used).toContain('session_events')
      expect(visit.data_used).not.toContain('declared_taste')
      expect(hints.data_used).toContain('declared_taste')
      expect(hints.data_used).not.toContain('purchase_history')
      expect(history.data_used).toEqual(expect.arrayContaining(['purchase_history', 'view_history']))
      expect(codesOf(visit)).toContain('viewed_in_visit')
      expect(codesOf(hints)).toContain('liked')
      expect([visit, hints, history].map((reply) => reply.slots[0]!.mode)).toEqual([
        'session',
        'session',
        'personal',
      ])
      const [one, two, three] = [visit.example!, hints.example!, history.example!]
      expect([one.viewed.length, one.likes, one.bought]).toEqual([3, [], []])
      expect([two.viewed, two.likes.length, two.bought]).toEqual([one.viewed, 2, []])
      expect(three.viewed.slice(0, 3)).toEqual(one.viewed)
      expect(three.likes).toEqual(two.likes)
      expect(three.bought).toHaveLength(2)
      expect(rowOf(history).some((id) => three.bought.includes(id) && id.startsWith('trail'))).toBe(false)
    }
    await world.close()
  })

  it('says in either language that she is invented', async () => {
    const world = await shop()
    const example = (locale: string, level: number) =>
      world.app.previewLevel({ context: { locale, page_type: 'home' }, level, slots: SLOTS }).example
    const [first, second] = example('pl', 1)!.viewed.map((id) => world.app.product(id)!.title)
    expect(example('pl', 1)!.text).toMatch(`Osoba zmyślona: ogląda teraz „${first}”, „${second}” i „`)
    expect(example('pl', 3)!.text).toMatch(
      /^Osoba zmyślona: ogląda .*\. Lubi .*\. Wcześniej oglądała .*\. Kupiła .*\.$/,
    )
    expect(example('en', 3)!.text).toMatch(
      /^An invented person: now looking at “Product .*\. Likes .*\. Looked at .* before\. Has bought .*\.$/,
    )
    await world.close()
  })

  it('is the same each time, whoever asks and whatever people do meanwhile without teaching', async () => {
    const world = await shop()
    const before = previews(world)
    await world.choose('somebody', 3)
    await world.send([
      {
        anonymous_id: 'somebody',
        event: 'view_item',
        event_id: 'e',
        items: [{ item_id: 'tea/green-7' }],
        session_id: 's',
        time: new Date(START).toISOString(),
      },
    ])
    expect(previews(world)).toEqual(before)
    await world.close()
  })

  it('works with no products, no model and unknown items', async () => {
    const world = await openWorld()
    for (const reply of previews(world)) {
      expect(reply.slots.map((slot) => slot.items)).toEqual([[], []])
      expect(reply.example).toBeNull()
    }
    await world.app.putProducts([{ item_id: 'only', title: 'Jedyny' }])
    const one = world.app.previewLevel({ context: { page_type: 'home' }, level: 3, slots: SLOTS })
    expect([rowOf(one), one.example?.viewed]).toEqual([['only'], ['only']])
    await world.close()
  })

  it('never makes the person of sensitive or sold-out products', async () => {
    const world = await shop()
    await world.app.putProduct('tea/green-0', { category: 'tea/green', sensitive: true, title: 'Intymny' })
    await world.app.setAvailability('coffee/beans-0', false)
    for (const { example } of previews(world)) {
      const items = [...(example?.viewed ?? []), ...(example?.likes ?? []), ...(example?.bought ?? [])]
      expect(items).not.toContain('tea/green-0')
      expect(items).not.toContain('coffee/beans-0')
      expect(new Set(items).size).toBe(items.length)
    }
    await world.close()
  })

  it('refuses levels that are not offered, and slots as an answer does', async () => {
    const world = await shop()
    const ask = (level: number, slots: typeof SLOTS) => () =>
      world.app.previewLevel({ context: { page_type: 'home' }, level, slots })
    expect(ask(4, SLOTS)).toThrow(expect.objectContaining({ code: 'level_not_offered' }))
    expect(ask(1.5, SLOTS)).toThrow(expect.objectContaining({ code: 'invalid_request' }))
    expect(ask(1, [])).toThrow(expect.objectContaining({ code: 'invalid_request' }))
    expect(ask(1, [{ id: 'a', limit: 1, strategy: 'magic' }])).toThrow(
      expect.objectContaining({ code: 'strategy_unknown' }),
    )
    await world.close()
  })
})
