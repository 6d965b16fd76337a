import { describe, expect, it } from 'vitest'
import { demoCatalogue, demoHistory, type SeedProgress, seedDemo } from '../../src/demo/index.ts'
import { fakeShopApi } from '../pages/fake-shop-api.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 86_400_000

describe('the demo catalogue', () => {
  const products = demoCatalogue()
  const byId = new Map(products.map((product) => [product.item_id, product]))

  it('is the same every time: 48 products, three of them private, a few sold out', () => {
    expect(products).toEqual(demoCatalogue())
    expect(byId.size).toBe(48)
    expect(products.filter((product) => product.sensitive)).toHaveLength(3)
    expect(products.filter((product) => !product.available)).toHaveLength(3)
    for (const product of products) {
      expect(product.title_en, product.item_id).toBeTruthy()
      expect(product.price.amount, product.item_id).toMatch(/^\d+\.\d\d$/)
    }
  })

  it('counts nothing below five, nothing private, and only what it sells', () => {
    for (const product of products) {
      expect(product.counts === undefined, product.item_id).toBe(product.sensitive)
      for (const { count, item_id } of product.counts?.bought_with ?? []) {
        expect(count).toBeGreaterThanOrEqual(5)
        expect(byId.get(item_id)?.sensitive).toBe(false)
        expect(item_id).not.toBe(product.item_id)
      }
    }
  })
})

describe('the demo history', () => {
  const history = demoHistory(NOW)
  const events = history.flatMap((shopper) => shopper.events)
  const category = new Map(demoCatalogue().map((product) => [product.item_id, product.category]))

  it('is the same for the same day: 120 shoppers, each event id once', () => {
    expect(history).toEqual(demoHistory(NOW))
    expect(new Set(history.map((shopper) => shopper.anonymous_id)).size).toBe(120)
    expect(new Set(events.map((event) => event.event_id)).size).toBe(events.length)
    expect(events.length).toBeGreaterThan(2000)
  })

  it('lies within the last 60 days, in order, a visit without long silences', () => {
    for (const shopper of history) {
      const times = shopper.events.map((event) => Date.parse(event.time))
      expect(Math.min(...times)).toBeGreaterThan(NOW - 60 * DAY)
      expect(Math.max(...times)).toBeLessThan(NOW)
    }
    const visits = Map.groupBy(events, (event) => event.session_id)
    for (const visit of visits.values()) {
      for (let index = 1; index < visit.length; index++) {
        const gap = Date.parse(visit[index]?.time ?? '') - Date.parse(visit[index - 1]?.time ?? '')
        expect(gap).toBeGreaterThanOrEqual(0)
        expect(gap).toBeLessThan(30 * 60_000)
      }
    }
  })

  it('stays within two categories a visit and two departments a person, and touches nothing private', () => {
    const categoriesOf = (list: typeof events): Set<string> =>
      new Set(list.flatMap((event) => (event.items ?? []).map((item) => category.get(item.item_id) ?? '?')))
    for (const visit of Map.groupBy(events, (event) => event.session_id).values()) {
      expect(categoriesOf(visit).size).toBeLessThanOrEqual(2)
    }
    for (const shopper of history) {
      const departments = new Set([...categoriesOf([...shopper.events])].map((path) => path.split('/')[0]))
      expect(departments.size).toBeLessThanOrEqual(2)
      expect(departments.has('care')).toBe(false)
    }
  })
})

describe('seeding', () => {
  it('goes through the API, consent before events, and reports its progress to the end', async () => {
    const api = fakeShopApi(demoCatalogue())
    const steps: SeedProgress[] = []
    const summary = await seedDemo(api, { nowMs: NOW, onProgress: (progress) => steps.push(progress) })
    expect(summary).toEqual({ events: api.sentEvents.length, products: 48, shoppers: 120 })
    expect(api.catalogue).toHaveLength(48)
    expect(
      [...api.people.values()].every(
        (person) => person.choices[0]?.level === 3 && person.choices[0]?.purposes?.train_models,
      ),
    ).toBe(true)
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['products', 'consents', 'events'])
    expect(steps.at(-1)).toEqual({ done: summary.events, step: 'events', total: summary.events })
  })

  it('says so when the engine does not take an event', async () => {
    const api = fakeShopApi(demoCatalogue())
    const deaf = {
      ...api,
      sendEvents: async (events: Parameters<typeof api.sendEvents>[0]) => ({
        counts: { dropped_no_consent: events.length },
        results: events.map((event) => ({ event_id: event.event_id, status: 'dropped_no_consent' as const })),
      }),
    }
    await expect(seedDemo(deaf, { nowMs: NOW })).rejects.toThrow(/took 0 of \d+ demo events/)
  })
})
