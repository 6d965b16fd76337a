/**
 * What staff pins, boosts and buries acts on everybody alike, is labelled, and never joins a person's score.
 */
import { readFileSync } from 'node:fs'
import type { RecommendationsReply } from '@umiar/use-cases'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MerchandisingDocument } from '../../src/schemas/merchandising.ts'
import { openWorld, SECRET, START, type World } from './world.ts'

const DAY = 86_400_000
const ITEMS = ['tea', 'kettle', 'cup'].flatMap((kind) => [0, 1, 2, 3, 4, 5].map((n) => `${kind}-${n}`))
let events = 0

async function shop(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    ITEMS.map((id, n) => ({
      attributes: { stock_days: n },
      brand: n % 2 === 0 ? 'Łąka' : 'Polana',
      category: id.split('-')[0],
      counts: { viewed_30_days: 99 - n },
      item_id: id,
      title: id,
    })),
  )
  for (const [level, name] of ['zero', 'one', 'two', 'three'].entries()) {
    await world.choose(name, level)
    await world.send(
      ['cup-0', 'kettle-5'].map((item) => ({
        anonymous_id: name,
        event: 'view_item',
        event_id: `event-${++events}`,
        items: [{ item_id: item }],
        session_id: `${name}-visit`,
        time: new Date(START).toISOString(),
      })),
    )
  }
  await world.app.putTaste(world.shopper('two'), { likes: ['cup-1'], never: ['tea-5'] })
  return world
}

const ask = (world: World, name: string | undefined, more: object = {}): Promise<RecommendationsReply> =>
  world.app.recommend(SECRET, {
    context: { page_type: 'home' },
    slots: [
      { id: 'top', limit: 5 },
      { id: 'more', limit: 5, strategy: 'popular' },
    ],
    visitor: name === undefined ? undefined : { anonymous_id: name },
    ...more,
  })
const shown = (reply: RecommendationsReply, slot = 0) => reply.slots[slot]!.items.map((item) => item.item_id)
const labelled = (reply: RecommendationsReply, slot = 0) =>
  reply.slots[slot]!.items.filter((item) => item.label !== undefined).map((item) => item.item_id)
const put = (world: World, ...rules: object[]) =>
  world.app.putMerchandising({ rules: rules.map((rule, n) => ({ id: `rule-${n}`, ...rule })) })
const PEOPLE = [undefined, 'zero', 'one', 'two', 'three']
/** Names by chance and their consent differ between two answers that are otherwise the same. */
const bare = ({ slots, ...reply }: RecommendationsReply) => ({
  ...reply,
  slots: slots.map(({ rec_id: _, ...slot }) => slot),
})

describe('merchandising', () => {
  it('is the same rules for any two people on a page, whatever is known of them', async () => {
    const world = await shop()
    const filter = fc.constantFrom(
      { brand: 'Polana' },
      { category: 'tea' },
      { 'attributes.stock_days': { gt: 9 } },
    )
    const rule = fc.oneof(
      fc.record({ action: fc.constantFrom('boost', 'bury'), filter, places: fc.integer({ max: 6, min: 1 }) }),
      fc.record({
        action: fc.constant('pin'),
        items: fc.uniqueArray(fc.constantFrom(...ITEMS), { maxLength: 2, minLength: 1 }),
        on: fc.constantFrom({ slots: ['top'] }, { page_types: ['home'] }, { page_types: ['cart'] }),
      }),
    )
    let inForce = 0
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4, minLength: 1 }), async (rules) => {
        await put(world, ...rules)
        const replies = await Promise.all(PEOPLE.map((name) => ask(world, name)))
        for (const reply of replies)
          expect(reply.slots.map(({ merchandising }) => merchandising)).toEqual(
            replies[0]!.slots.map(({ merchandising }) => merchandising),
          )
        inForce += replies[0]!.slots[0]!.merchandising?.length ?? 0
        for (const [slot, { items }] of replies[0]!.slots.entries())
          for (const { item_id, label, reasons } of items) {
            expect(reasons[0]?.code === 'promoted').toBe(label === 'promoted')
            expect(ITEMS).toContain(item_id)
            expect(slot).toBeLessThan(2)
          }
        expect(bare(replies[1]!)).toEqual(bare(replies[0]!))
      }),
      { numRuns: 40, seed: 1 },
    )
    expect(inForce).toBeGreaterThan(40)
    await world.close()
  })

  it('switched off leaves every answer as if there were none, and so do rules about nothing here', async () => {
    const world = await shop()
    const before = await Promise.all(PEOPLE.map((name) => ask(world, name)))
    const boost = { action: 'boost', filter: { category: 'cup' }, places: 20 }
    await put(world, boost)
    expect((await ask(world, undefined)).slots[0]!.items).not.toEqual(before[0]!.slots[0]!.items)
    for (const off of [
      { ...boost, enabled: false },
      { ...boost, until: '2026-11-01T00:00:00Z' },
      { ...boost, on: { page_types: ['cart'] } },
    ]) {
      await put(world, off)
      for (const [n, name] of PEOPLE.entries())
        expect(bare(await ask(world, name))).toEqual(bare(before[n] as RecommendationsReply))
    }
    await put(world, { ...boost, filter: { brand: 'nobody’s' } })
    for (const [n, name] of PEOPLE.entries())
      expect((await ask(world, name)).slots.map(({ items }) => items)).toEqual(
        before[n]!.slots.map(({ items }) => items),
      )
    await world.close()
  })

  it('lifts what stands far below, pins, buries, and labels what it brought up', async () => {
    const world = await shop()
    const slots = [{ id: 'more', limit: 5, strategy: 'popular' }]
    const plain = shown(await ask(world, undefined, { slots }))
    await put(
      world,
      { action: 'pin', items: ['cup-4'], position: 2, on: { slots: ['more'] }, reason: 'stock_clearing' },
      { action: 'boost', items: ['cup-3'], places: 20, on: { slots: ['more'] } },
      { action: 'bury', items: [plain[0]], places: 100, on: { slots: ['more'] } },
    )
    for (const name of PEOPLE) {
      const reply = await ask(world, name, { slots })
      expect(shown(reply)).toHaveLength(5)
      expect(shown(reply).slice(0, 2)).toEqual(['cup-3', 'cup-4'])
      expect(shown(reply)).not.toContain(plain[0])
      expect(labelled(reply)).toEqual(['cup-3', 'cup-4'])
      expect(reply.slots[0]!.items[1]!.reasons).toContainEqual({
        code: 'stock_clearing',
        text: 'Wyróżnione przez sklep: wyprzedaż zapasów',
      })
    }
    const record = await world.app.decision(SECRET, (await ask(world, 'three', { slots })).slots[0]!.rec_id)
    expect(record.items[0]?.reasons).toContain('promoted')
    await world.close()
  })

  it('never shows what may not be shown: sold out, sensitive, on her never-list, filtered', async () => {
    const world = await shop()
    await put(world, { action: 'pin', items: ['tea-5', 'tea-4', 'tea-3'] })
    expect(shown(await ask(world, undefined)).slice(0, 3)).toEqual(['tea-5', 'tea-4', 'tea-3'])
    const two = await ask(world, 'two')
    expect(shown(two)).not.toContain('tea-5')
    expect(two.slots[0]!.removed.never_show).toBe(1)
    expect(two.data_used).toContain('declared_taste')
    await world.app.setAvailability('tea-4', false)
    expect(shown(await ask(world, undefined)).slice(0, 2)).toEqual(['tea-5', expect.anything()])
    expect(shown(await ask(world, undefined))[2]).toBe('tea-3')
    const slots = [{ filter: { category: { ne: 'tea' } }, id: 'top', limit: 5 }]
    const filtered = await ask(world, undefined, { slots })
    expect(shown(filtered).some((id) => id.startsWith('tea'))).toBe(false)
    await world.close()
  })

  it('acts in its time, on every page that shows a list, rankings and previews too', async () => {
    const world = await shop()
    const from = new Date(START + DAY).toISOString()
    await put(world, {
      action: 'pin',
      from,
      items: ['tea-5'],
      until: new Date(START + 2 * DAY).toISOString(),
    })
    const first = async () => {
      const context = { page_type: 'home' as const }
      const preview = world.app.previewLevel({ context, level: 0, slots: [{ id: 'top', limit: 5 }] })
      const ranked = await world.app.rank(SECRET, { context, items: ['cup-0', 'tea-0', 'tea-5'] })
      return [
        shown(await ask(world, undefined))[0],
        preview.slots[0]?.items[0]?.item_id,
        ranked.items[0]?.item_id,
      ]
    }
    const state = () => world.app.merchandising().rules[0]?.state
    expect([await first(), state()]).toEqual([
      [expect.not.stringMatching('tea-5'), expect.anything(), 'cup-0'],
      'scheduled',
    ])
    world.clock.now = START + DAY
    expect([await first(), state()]).toEqual([['tea-5', 'tea-5', 'tea-5'], 'active'])
    world.clock.now = START + 2 * DAY
    expect([(await first())[2], state()]).toEqual(['cup-0', 'ended'])
    await world.close()
  })

  it('is kept over a restart, and bad rules change nothing', async () => {
    const world = await shop()
    const kept = await put(world, { action: 'boost', filter: { brand: 'Polana' }, title: 'Polana first' })
    expect(kept.rules).toEqual([
      { action: 'boost', filter: { brand: 'Polana' }, id: 'rule-0', state: 'active', title: 'Polana first' },
    ])
    await expect(put(world, { action: 'boost', filter: { brnad: 'x' } })).rejects.toMatchObject({
      code: 'filter_invalid',
      faults: [{ message: expect.stringContaining('did you mean brand?'), pointer: '/rules/0/filter' }],
    })
    expect(world.app.merchandising()).toEqual(kept)
    await world.close(true)
    const again = await openWorld(world)
    expect(again.app.merchandising()).toEqual(kept)
    await again.close()
  })
})

describe('the description of a rule', () => {
  const whole = {
    action: 'boost',
    enabled: true,
    filter: { brand: 'Polana' },
    from: '2026-11-01T00:00:00Z',
    id: 'rule',
    on: { categories: ['tea'], page_types: ['home'], search_terms: ['x'], slots: ['top'] },
    places: 3,
    reason: 'promoted',
    title: 'Polana',
    until: '2026-12-01T00:00:00Z',
  }

  it('names the fields the application reads, and no other', async () => {
    const world = await shop()
    const described = MerchandisingDocument.properties.rules.items.properties
    expect(Object.keys(described).sort()).toEqual([...Object.keys(whole), 'items', 'position'].sort())
    expect((await world.app.putMerchandising({ rules: [whole] })).rules).toHaveLength(1)
    await put(world, { action: 'pin', items: ['tea-0'], position: 2 })
    await expect(put(world, { ...whole, colour: 1 })).rejects.toMatchObject({
      faults: [{ code: 'unknown_field', pointer: '/rules/0' }],
    })
    await world.close()
  })
})

describe('a filter that few products pass', () => {
  it('reaches the model: what fits her stands before what merely sells, however deep it lies', async () => {
    const world = await openWorld()
    const many = Array.from({ length: 900 }, (_, n) => `item-${String(n).padStart(3, '0')}`)
    await world.app.putProducts(
      many.map((id, n) => ({ brand: n % 300 === 299 ? 'rare' : 'usual', item_id: id, title: id })),
    )
    const popular = { counts: { sold_30_days: 999 }, item_id: 'seller', title: 'seller' }
    await world.app.putProducts([{ ...popular, brand: 'rare' }])
    const visit = (name: string, items: readonly string[]) =>
      world.send(
        items.map((item) => ({
          anonymous_id: name,
          event: 'view_item',
          event_id: `event-${++events}`,
          items: [{ item_id: item }],
          session_id: `${name}-visit`,
          time: new Date(START).toISOString(),
        })),
      )
    // Visits of twenty products each, all by way of the first one: more neighbours than a list holds.
    for (let n = 0; n < 45; n++) {
      await world.choose(`p${n}`, 3, { train_models: true })
      await visit(`p${n}`, ['item-000', ...many.slice(1 + n * 20, 1 + n * 20 + 20)])
    }
    await world.choose('ann', 1)
    await visit('ann', ['item-000'])
    for (const strategy of ['for_you', 'session']) {
      const slots = [
        { diversity: 0, exploration: 0, filter: { brand: 'rare' }, id: 'top', limit: 3, strategy },
      ]
      const reply = await ask(world, 'ann', { slots })
      const known = reply.slots[0]!.items.filter(({ item_id }) => item_id !== 'seller')
      expect(known.length, strategy).toBeGreaterThanOrEqual(2)
      for (const { reasons } of known) expect(reasons[0]?.code, strategy).toBe('viewed_in_visit')
      expect(reply.slots[0]!.mode).toBe('session')
    }
    await world.close()
  })
})

describe('docs/reference/ranking.md', () => {
  it('shows rules that are taken', async () => {
    const page = readFileSync(new URL('../../../../docs/reference/ranking.md', import.meta.url), 'utf8')
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
    const world = await shop()
    expect((await world.app.putMerchandising(JSON.parse(json))).rules).toHaveLength(3)
    await world.close()
  })
})

describe('a filtered shelf', () => {
  it('is full while products that pass exist, and says what was kept away', async () => {
    const world = await shop()
    for (const name of PEOPLE) {
      const few = await ask(world, name, {
        slots: [{ filter: { id: ['cup-5', 'tea-3'] }, id: 'top', limit: 5 }],
      })
      expect(shown(few).sort()).toEqual(['cup-5', 'tea-3'])
      expect(few.slots[0]!.removed.filter).toBe(16)
      const none = await ask(world, name, { slots: [{ filter: { brand: 'x' }, id: 'top', limit: 5 }] })
      expect([shown(none), none.slots[0]!.removed.filter]).toEqual([[], 18])
      const page = { context: { item_ids: ['tea-0'], page_type: 'product' } }
      const other = { category: { same_as: 'page' }, 'attributes.stock_days': { gte: 2 } }
      const like = await ask(world, name, { ...page, slots: [{ filter: other, id: 'top', limit: 5 }] })
      expect(shown(like).filter((id) => !id.startsWith('tea'))).toEqual([])
      expect(shown(like).length).toBeGreaterThanOrEqual(3)
    }
    await expect(
      ask(world, undefined, {
        slots: [{ filter: { price: { lt: { amount: '5', currency: 'EUR' } } }, id: 'a', limit: 5 }],
      }),
    ).rejects.toMatchObject({ code: 'filter_invalid', faults: [{ pointer: '/slots/0/filter/price/lt' }] })
    await world.close()
  })
})
