import { describe, expect, it } from 'vitest'
import { polanaAt } from '../../src/polana/index.ts'
import {
  apiEventsOf,
  declaredTasteOf,
  HEROES,
  polanaWorld,
  SCENARIOS,
  type SeedEngine,
  type SeedProgress,
  seedPolana,
  sharedCountsOf,
  tellHero,
} from '../../src/simulator/index.ts'

const NOW = Date.UTC(2026, 10, 23, 14, 30)
const DAY = 86_400_000
const world = polanaWorld()
const byId = new Map(world.goods.map((good) => [good.id, good]))
const feed = polanaAt(NOW).products.map((product) => product.feed)

/** Remembers what it is told, in order; answers like an engine that takes everything. */
function listeningEngine(answer = 'accepted') {
  const choices = new Map<string, number>()
  const hints = new Map<string, readonly string[]>()
  const events: { readonly anonymous_id: string; readonly event_id: string }[] = []
  const early: string[] = []
  let products = 0
  const engine: SeedEngine = {
    noticeVersion: async () => '2026-11-01',
    putConsent: async (anonymousId, { level }) => void choices.set(anonymousId, level),
    putProducts: async (batch) => {
      products += batch.length
    },
    putTaste: async (anonymousId, { likes }) => void hints.set(anonymousId, likes),
    recordEvents: async (batch) => {
      early.push(...batch.filter((event) => !choices.has(event.anonymous_id)).map(({ event_id }) => event_id))
      events.push(...batch)
      return { [answer]: batch.length }
    },
    recommend: async (anonymousId) => ({
      itemIds: ['sencha-wiosenna', 'gaiwan-porcelanowy', 'nothing'],
      recId: `rec of ${anonymousId}`,
    }),
  }
  return { choices, early, engine, events, hints, products: () => products }
}

describe('what the shop tells the engine', () => {
  const told = world.lives.map((life) => ({ events: apiEventsOf(life, NOW), life }))

  it('is nothing of people below level 3, who have deeds all the same', () => {
    const below = told.filter(({ life }) => life.shopper.attitude.level < 3)
    expect(below.length).toBeGreaterThan(200)
    expect(below.flatMap(({ life }) => life.deeds).length).toBeGreaterThan(10_000)
    expect(below.flatMap(({ events }) => events)).toEqual([])
    expect(told.flatMap(({ events }) => events).length).toBeGreaterThan(8000)
  })

  it('never speaks of private matters or wine, which are looked at and bought all the same', () => {
    const isUntold = (id: string): boolean =>
      byId.get(id)?.sensitive === true || byId.get(id)?.adultsOnly === true
    const done = told
      .filter(({ life }) => life.shopper.attitude.level === 3)
      .flatMap(({ life }) => life.deeds)
    expect(done.filter(({ goods }) => goods.some(({ id }) => isUntold(id))).length).toBeGreaterThan(100)
    for (const { events } of told)
      for (const { event, items } of events) {
        expect((items ?? []).filter(({ item_id }) => isUntold(item_id))).toEqual([])
        if (event !== 'search') expect(items?.length).toBeGreaterThan(0)
      }
  })

  it('lies in the past, within what the engine keeps, each event id once', () => {
    const events = told.flatMap(({ events: own }) => own)
    const ages = events.map(({ time }) => (NOW - Date.parse(time)) / DAY)
    expect(Math.min(...ages)).toBeGreaterThan(0)
    expect(Math.max(...ages)).toBeGreaterThan(100)
    for (const [index, { event }] of events.entries())
      if (event === 'view_item' || event === 'search') expect(ages[index]).toBeLessThan(90)
    expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(events.length)
  })

  it('moves with the day and changes in nothing else', () => {
    const life = world.lives.find(({ shopper }) => shopper.hero === 'ola')
    if (life === undefined) throw new Error('no Ola')
    const [today, nextWeek] = [NOW, NOW + 7 * DAY].map((nowMs) => apiEventsOf(life, nowMs))
    expect(nextWeek?.map(({ time, ...event }) => [Date.parse(time) - 7 * DAY, event])).toEqual(
      today?.map(({ time, ...event }) => [Date.parse(time), event]),
    )
  })
})

describe('what the shop counts', () => {
  const counts = sharedCountsOf(world)

  it('covers everybody, whatever she agreed to, and says nothing below five people', () => {
    for (const [id, { bought_with, sold_30_days, viewed_30_days }] of counts) {
      const viewers = world.lives.filter(({ deeds }) =>
        deeds.some(
          ({ day, goods, kind }) => day >= 90 && kind === 'view_item' && goods.some((good) => good.id === id),
        ),
      )
      expect(viewed_30_days === undefined, id).toBe(viewers.length < 5)
      for (const count of [sold_30_days ?? 5, viewed_30_days ?? 5, ...bought_with.map((pair) => pair.count)])
        expect(count).toBeGreaterThanOrEqual(5)
    }
    expect(
      [...counts.values()].filter(({ viewed_30_days }) => viewed_30_days !== undefined).length,
    ).toBeGreaterThan(200)
    expect([...counts.values()].filter(({ bought_with }) => bought_with.length > 0).length).toBeGreaterThan(
      50,
    )
  })

  it('has nothing on private matters, and nothing beside which wine stands', () => {
    const seen = world.lives.some(({ deeds }) =>
      deeds.some(({ goods }) => goods.some(({ sensitive }) => sensitive)),
    )
    expect(seen).toBe(true)
    for (const good of world.goods.filter(({ sensitive }) => sensitive))
      expect(counts.has(good.id)).toBe(false)
    for (const { bought_with } of counts.values())
      for (const { item_id } of bought_with) {
        expect(byId.get(item_id)?.sensitive).toBe(false)
        expect(byId.get(item_id)?.adultsOnly).toBe(false)
      }
  })

  it('is in the feed', () => {
    expect(feed.find(({ item_id }) => item_id === 'mlynek-reczny')?.counts).toEqual(
      counts.get('mlynek-reczny'),
    )
  })
})

describe('hints', () => {
  it('are given at level 2 alone, mostly true, about open shelves', () => {
    for (const life of world.lives.filter(({ shopper }) => shopper.hero === undefined)) {
      const { likes, never } = declaredTasteOf(life, world.goods, world.seed)
      expect(likes.length > 0).toBe(life.shopper.attitude.level === 2)
      for (const id of [...likes, ...never]) expect(byId.get(id)?.sensitive).toBe(false)
      expect(likes.filter((id) => never.includes(id))).toEqual([])
    }
  })
})

describe('seeding', () => {
  it('puts products, then choices, then hints, then events, and reports each step to its end', async () => {
    const { choices, early, engine, events, hints, products } = listeningEngine()
    const steps: SeedProgress[] = []
    const summary = await seedPolana(engine, {
      nowMs: NOW,
      onProgress: (step) => steps.push(step),
      products: feed,
    })
    expect(early).toEqual([])
    expect(products()).toBe(240)
    const today = events.filter(({ event_id }) => event_id.startsWith('rec of '))
    expect(summary).toEqual({
      events: events.length - today.length,
      people: choices.size,
      products: 240,
      refused: 0,
    })
    expect([...new Set(choices.values())].sort()).toEqual([1, 2, 3])
    expect([...hints.keys()].every((id) => choices.get(id) === 2)).toBe(true)
    expect([...new Set(steps.map(({ step }) => step))]).toEqual([
      'products',
      'choices',
      'hints',
      'events',
      'today',
    ])
    for (const step of ['products', 'choices', 'hints', 'events', 'today'] as const)
      expect(steps.filter((one) => one.step === step).every(({ done, total }) => done <= total)).toBe(true)
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
  })

  it('shows shelves of today to who agreed to be counted, and to nobody else', async () => {
    const { engine } = listeningEngine()
    const measured = new Set<string>()
    const seen: { readonly anonymous_id: string; readonly event: string; readonly rec_id?: string }[] = []
    await seedPolana(
      {
        ...engine,
        putConsent: async (anonymousId, { purposes }) => {
          if (purposes.measure === true) measured.add(anonymousId)
        },
        recordEvents: async (batch) => {
          seen.push(...batch.filter(({ event_id }) => event_id.startsWith('rec of ')))
          return { accepted: batch.length }
        },
      },
      { nowMs: NOW, products: [] },
    )
    expect(measured.size).toBeGreaterThan(30)
    expect(new Set(seen.map(({ anonymous_id }) => anonymous_id))).toEqual(measured)
    for (const name of ['rec_impression', 'select_item', 'purchase'])
      expect(seen.filter(({ event }) => event === name).length, name).toBeGreaterThan(5)
  })

  it('says so when the engine does not take the history', async () => {
    const { engine } = listeningEngine('dropped_no_consent')
    await expect(seedPolana(engine, { nowMs: NOW, products: [] })).rejects.toThrow(
      /took 0 of \d+ demo events/,
    )
  })

  it('tells one hero anew under another id, and nothing of one at level 0', async () => {
    const { choices, engine, events } = listeningEngine()
    await tellHero(engine, 'ola', 'another-id', NOW)
    await tellHero(engine, 'janusz', 'third-id', NOW)
    expect([...choices]).toEqual([['another-id', 3]])
    expect(events.length).toBeGreaterThan(50)
    expect(new Set(events.map(({ anonymous_id }) => anonymous_id))).toEqual(new Set(['another-id']))
    await expect(tellHero(engine, 'nobody', 'x', NOW)).rejects.toThrow(RangeError)
    expect(HEROES.every(({ anonymousId }) => !choices.has(anonymousId))).toBe(true)
  })
})

describe('the traps', () => {
  it('are eleven, each with its expected result in both languages', () => {
    expect(SCENARIOS.map(({ id }) => id)).toHaveLength(11)
    for (const { expected, id } of SCENARIOS)
      expect(expected.pl.length > 30 && expected.en.length > 30, id).toBe(true)
  })
})
