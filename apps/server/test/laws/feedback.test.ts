/**
 * What a tap on a suggestion does, and what it may not do; what a pause keeps.
 */
import { nodeAead, systemRandom } from '@umiar/adapters'
import { deriveInstallationKeys } from '@umiar/crypto'
import { openRight } from '@umiar/privacy'
import { createKeyBroker, type FeedbackRequest, type RecommendationsReply } from '@umiar/use-cases'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

const ITEMS = Array.from({ length: 12 }, (_, n) => `item-${n}`)
const MINUTE = 60_000
let events = 0
const event = (name: string, kind: string, items: readonly string[], atMs = START) => ({
  anonymous_id: name,
  event: kind,
  event_id: `event-${++events}`,
  items: items.map((item_id) => ({ item_id })),
  session_id: `${name}-visit`,
  time: new Date(atMs).toISOString(),
})

/** A shop in which somebody has taught which products go together. */
async function shop(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    ITEMS.map((item_id, n) => ({
      category: `c${n % 3}`,
      counts: { viewed_30_days: 99 - n },
      item_id,
      title: `Product ${n}`,
    })),
  )
  for (const [n, name] of ['bob', 'eve', 'joe'].entries()) {
    await world.choose(name, 3, { train_models: true })
    await world.send(
      ITEMS.filter((_, at) => at % 3 === n || at % 4 === n).map((item) => event(name, 'view_item', [item])),
    )
  }
  return world
}
async function ask(world: World, name: string, limit = 6): Promise<RecommendationsReply> {
  return world.app.recommend(SECRET, {
    context: { page_type: 'home' },
    explain: true,
    slots: [{ id: 'home', limit }],
    visitor: { anonymous_id: name },
  })
}
const shown = (reply: RecommendationsReply): string[] => reply.slots[0]!.items.map((item) => item.item_id)
/** An answer without what differs between any two people: ids of record and consent. */
const plain = ({ data_used, slots }: RecommendationsReply) => ({
  data_used,
  slots: slots.map(({ items, mode, removed }) => ({ items, mode, removed })),
})
const tap = (world: World, name: string, feedback: FeedbackRequest['feedback'], item: string) =>
  world.app.feedback(SECRET, { feedback, item_id: item, visitor: { anonymous_id: name } })
const tasteOf = async (world: World, name: string) => (await world.app.meData(world.shopper(name))).taste
const item = fc.constantFrom(...ITEMS)

describe('the never-list', () => {
  it('only ever hides: the rest of any answer is what it was, in the same order', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send(['item-1', 'item-4', 'item-7'].map((one) => event('ann', 'view_item', [one])))
    const her = world.shopper('ann')
    let hidden = 0
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(item), fc.uniqueArray(item, { maxLength: 3 }), async (never, liked) => {
        const likes = liked.filter((one) => !never.includes(one))
        await world.app.putTaste(her, { likes, never: [] })
        const before = await ask(world, 'ann', 12)
        const hash = await world.app.stateHash()
        await world.app.putTaste(her, { likes, never })
        const after = await ask(world, 'ann', 12)
        const left = before.slots[0]!.items.filter((one) => !never.includes(one.item_id))
        expect(after.slots[0]!.items.map(({ position: _, ...one }) => one)).toEqual(
          left.map(({ position: _, ...one }) => one),
        )
        expect(await world.app.stateHash()).toBe(hash)
        expect(after.slots[0]!.removed.never_show ?? 0).toBe(
          never.filter((one) => shown(before).includes(one)).length,
        )
        hidden += after.slots[0]!.removed.never_show ?? 0
      }),
      { numRuns: 40, seed: 7 },
    )
    expect(hidden).toBeGreaterThan(40)
    await world.close()
  })

  it('is stored without a reason: the same bytes whichever way a product came there', async () => {
    const world = await shop()
    const keyBroker = createKeyBroker({
      aead: nodeAead,
      keyStore: world.keyStore,
      random: systemRandom,
      shopId: world.store.shopId,
      wrapKey: deriveInstallationKeys(world.rootKey, world.store.shopId).wrapKey,
    })
    const storedOf = async (name: string): Promise<string> => {
      const alias = world.app.aliasFor({ anonymous_id: name })
      const subject = (await world.store.aliases()).find((one) => one.alias === alias)!.subject
      const right = openRight(subject, undefined)
      const [row] = await world.store.read(right, 'taste')
      return new TextDecoder().decode(keyBroker.lease(right).open(row!))
    }
    const ways: Record<string, (name: string) => Promise<unknown>> = {
      ann: (name) => tap(world, name, 'hide', 'item-3'),
      cid: (name) => tap(world, name, 'not_for_me', 'item-3'),
      dan: (name) => world.app.putTaste(world.shopper(name), { likes: [], never: ['item-3'] }),
    }
    const stored = new Set<string>()
    for (const [name, act] of Object.entries(ways)) {
      await world.choose(name, 2)
      await act(name)
      stored.add(await storedOf(name))
    }
    expect([...stored].map((text) => JSON.parse(text))).toEqual([{ have: [], likes: [], never: ['item-3'] }])
    await world.close()
  })

  it('that hid something is said: the hint was used, and the answer is about her', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    expect((await ask(world, 'ann')).consent_ref).toBeNull()
    await world.app.putTaste(world.shopper('ann'), { likes: [], never: [shown(await ask(world, 'ann'))[0]!] })
    const reply = await ask(world, 'ann')
    expect(reply.consent_ref).not.toBeNull()
    expect(reply.data_used).toContain('declared_taste')
    const [use] = await world.app.meUses(world.shopper('ann'))
    expect(use).toMatchObject({ data_used: expect.arrayContaining(['declared_taste']), slot: 'home' })
    expect(use!.purposes).toEqual(['contextual_recs', 'personal_recs'])
    await world.close()
  })
})

describe('“it was a gift”', () => {
  it('leaves the taste as it was before: answers and hints are those of a twin who never had it', async () => {
    const world = await shop()
    const kind = fc.constantFrom('view_item', 'add_to_cart', 'purchase')
    const acts = fc.array(fc.tuple(kind, fc.uniqueArray(item, { maxLength: 3, minLength: 1 })), {
      maxLength: 8,
    })
    let differed = 0
    let people = 0
    await fc.assert(
      fc.asyncProperty(acts, item, fc.uniqueArray(item, { maxLength: 2 }), async (script, gift, likes) => {
        const [ann, twin] = [`ann-${++people}`, `twin-${people}`]
        const level = people % 3 === 0 ? 1 : 3
        for (const name of [ann, twin]) {
          await world.choose(name, level)
          if (level === 3) await world.app.putTaste(world.shopper(name), { likes, never: [] })
        }
        const before = await tasteOf(world, ann)
        for (const [n, [name, items]] of script.entries()) {
          const without = items.filter((one) => one !== gift)
          await world.send([event(ann, name, items, START + n)])
          if (without.length > 0) await world.send([event(twin, name, without, START + n)])
        }
        await world.send([event(ann, 'purchase', [gift], START + 100)])
        const same = (one: RecommendationsReply, two: RecommendationsReply) =>
          JSON.stringify(plain(one)) === JSON.stringify(plain(two))
        if (!same(await ask(world, ann), await ask(world, twin))) differed++
        await tap(world, ann, 'gift', gift)
        expect(plain(await ask(world, ann))).toEqual(plain(await ask(world, twin)))
        expect(await tasteOf(world, ann)).toEqual(before)
        // Still so for what is read from the store again.
        world.clock.now += 31 * MINUTE
        expect(plain(await ask(world, ann))).toEqual(plain(await ask(world, twin)))
      }),
      { numRuns: 40, seed: 11 },
    )
    console.log(`gift: ${people} twins, ${differed} answers differed before the tap`)
    expect(differed).toBeGreaterThan(20)
    await world.close()
  })

  it('leaves what others learn from her as it was before', async () => {
    const world = await shop()
    await world.choose('ann', 3, { train_models: true })
    await world.send(['item-1', 'item-2'].map((one) => event('ann', 'view_item', [one])))
    const before = await world.app.stateHash()
    await world.send([event('ann', 'view_item', ['item-5']), event('ann', 'purchase', ['item-5'])])
    expect(await world.app.stateHash()).not.toBe(before)
    await tap(world, 'ann', 'gift', 'item-5')
    expect(await world.app.stateHash()).toBe(before)
    await world.close()
  })
})

describe('the other taps', () => {
  it('do at level 2 what they say, to her hints', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    await tap(world, 'ann', 'like', 'item-1')
    await tap(world, 'ann', 'already_have', 'item-2')
    await tap(world, 'ann', 'not_for_me', 'item-3')
    expect(await tasteOf(world, 'ann')).toEqual({ have: ['item-2'], likes: ['item-1'], never: ['item-3'] })
    expect(shown(await ask(world, 'ann'))[0]).toBe('item-1')
    await tap(world, 'ann', 'hide', 'item-1')
    expect(await tasteOf(world, 'ann')).toEqual({ have: ['item-2'], likes: [], never: ['item-1', 'item-3'] })
    await tap(world, 'ann', 'like', 'item-3')
    expect(await tasteOf(world, 'ann')).toEqual({ have: ['item-2'], likes: ['item-3'], never: ['item-1'] })
    // What is forgotten leaves every list but the one that keeps it away.
    for (const one of ['item-1', 'item-2', 'item-3']) await tap(world, 'ann', 'forget', one)
    expect(await tasteOf(world, 'ann')).toEqual({ have: [], likes: [], never: ['item-1'] })
    await world.close()
  })

  it('do at level 1 the same within the visit, in use and in her copy, and end with it', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    const before = plain(await ask(world, 'ann'))
    expect((await tap(world, 'ann', 'like', 'item-9')).status).toBe('session_only')
    const liked = await ask(world, 'ann')
    expect(liked.slots[0]!.items[0]).toMatchObject({ item_id: 'item-9', reasons: [{ code: 'liked' }] })
    expect(liked.slots[0]!.mode).toBe('session')
    expect(liked.data_used).toContain('session_events')
    expect(liked.data_used).not.toContain('declared_taste')
    await tap(world, 'ann', 'not_for_me', 'item-9')
    expect(shown(await ask(world, 'ann', 12))).not.toContain('item-9')
    expect((await world.app.meData(world.shopper('ann'))).visit).toMatchObject([
      { item_id: 'item-9', kind: 'put_away' },
    ])
    world.clock.now += 31 * MINUTE
    expect(plain(await ask(world, 'ann'))).toEqual(before)
    await world.close()
  })

  it('are remembered within the visit so far as a person could mean them', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    for (let n = 0; n <= 1_000; n++) {
      await tap(world, 'ann', 'hide', `thing-${n}`)
      await tap(world, 'ann', 'like', `other-${n}`)
      await tap(world, 'ann', 'already_have', `third-${n}`)
    }
    const { visit } = await world.app.meData(world.shopper('ann'))
    expect(visit).toHaveLength(3_000)
    expect(visit).toContainEqual(expect.objectContaining({ item_id: 'thing-1000', kind: 'put_away' }))
    await world.close()
  })

  it('are nothing at level 0', async () => {
    const world = await shop()
    for (const kind of ['like', 'hide', 'not_for_me', 'gift', 'already_have', 'forget'] as const)
      expect((await tap(world, 'stranger', kind, 'item-1')).status).toBe('dropped_no_consent')
    expect((await world.app.me(world.shopper('stranger'), 'pl')).known).toBe(false)
    await world.close()
  })
})

describe('“forget that”', () => {
  it('takes the product out of what is kept about answers too, stored or of the visit', async () => {
    for (const level of [1, 3]) {
      const world = await shop()
      await world.choose('ann', level)
      const her = world.shopper('ann')
      const gone = 'item-4'
      await world.send([event('ann', 'view_item', [gone]), event('ann', 'view_item', ['item-1'])])
      const recIds: string[] = []
      for (const limit of [4, 12]) recIds.push((await ask(world, 'ann', limit)).slots[0]!.rec_id)
      await world.send([event('ann', 'view_item', ['item-7'])])
      // Also one that is not yet written when she says it.
      const last = await world.app.recommend(SECRET, {
        context: { page_type: 'home' },
        slots: [{ id: 'home', limit: 12, strategy: 'for_you' }],
        visitor: { anonymous_id: 'ann' },
      })
      recIds.push(last.slots[0]!.rec_id)
      if (level === 3) await world.app.meUses(her)
      const named = async (): Promise<number> =>
        JSON.stringify([await world.app.meUses(her), await world.app.meWhy(her, 'pl')]).split(`"${gone}"`)
          .length - 1
      const before = await world.app.meUses(her)
      expect(await named()).toBeGreaterThan(0)
      await tap(world, 'ann', 'forget', gone)
      expect([level, await named()]).toEqual([level, 0])
      // The records themselves stay, under their names, and say how many items they leave out.
      const after = await world.app.meUses(her)
      expect(after.map((use) => use.rec_id)).toEqual(before.map((use) => use.rec_id))
      for (const [index, use] of after.entries()) {
        const { items, items_shortened } = before[index]!
        expect(use.items.length + use.items_shortened).toBe(items.length + items_shortened)
        expect(use).toMatchObject({ at: before[index]!.at, data_used: before[index]!.data_used })
      }
      for (const recId of recIds)
        expect(JSON.stringify(await world.app.decision(SECRET, recId))).not.toContain(`"${gone}"`)
      if (level === 3) {
        const again = await reopened(world)
        expect(await again.app.meUses(again.shopper('ann'))).toEqual(after)
        await again.close()
      } else await world.close()
    }
  })
})

describe('“forget that”, while answers go out', () => {
  it('loses the record of none of them', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send([event('ann', 'view_item', ['item-1']), event('ann', 'view_item', ['item-4'])])
    const recIds: string[] = []
    const answering = async (): Promise<void> => {
      for (let n = 0; n < 40; n++) {
        recIds.push((await ask(world, 'ann', 1 + (n % 5))).slots[0]!.rec_id)
        if (n % 4 === 0) await world.send([event('ann', 'view_item', ['item-7'])])
      }
    }
    const forgetting = async (): Promise<void> => {
      for (const gone of ['item-4', 'item-8', 'item-1', 'item-9']) await tap(world, 'ann', 'forget', gone)
    }
    await Promise.all([answering(), forgetting(), answering()])
    const kept = (await world.app.meUses(world.shopper('ann'))).map((use) => use.rec_id)
    expect(kept.toSorted()).toEqual(recIds.toSorted())
    expect(world.app.counters().evidence_lost).toBe(0)
    await world.close()
  })
})

describe('acts of a person, while answers never stop', () => {
  it('come to their end: nobody waits for a quiet moment of the shop', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send([event('ann', 'view_item', ['item-1']), event('bob', 'view_item', ['item-2'])])
    const most = 3_000
    let answers = 0
    let isDone = false
    const traffic = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!isDone && answers < most) {
          await ask(world, 'bob')
          answers++
          await new Promise((next) => setImmediate(next))
        }
      }),
    )
    const acts = [
      tap(world, 'ann', 'gift', 'item-1'),
      tap(world, 'ann', 'forget', 'item-2'),
      world.choose('ann', 0),
      world.app.meUses(world.shopper('bob')),
    ]
    await Promise.all(acts)
    expect(answers).toBeLessThan(most)
    isDone = true
    await traffic
    await world.close()
  })
})

describe('hints beside a visit', () => {
  it('have their say: the newest stands first, and the visit beside it', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    await world.send([event('ann', 'view_item', ['item-1'])])
    const visit = shown(await ask(world, 'ann', 3))
    await world.app.putTaste(world.shopper('ann'), { likes: ['item-11'], never: [] })
    const reply = await ask(world, 'ann', 3)
    expect(shown(reply)[0]).toBe('item-11')
    expect(visit.some((id) => shown(reply).includes(id))).toBe(true)
    expect(reply.slots[0]!.mode).toBe('session')
    expect(reply.data_used).toEqual(expect.arrayContaining(['declared_taste', 'session_events']))
    await world.close()
  })
})

describe('a pause', () => {
  it('stops use at the next request, keeps everything, and gives it back', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const her = world.shopper('ann')
    await world.send([event('ann', 'view_item', ['item-1']), event('ann', 'purchase', ['item-4'])])
    await world.app.putTaste(her, { likes: ['item-9'], never: ['item-2'] })
    const before = await ask(world, 'ann')
    const { events: kept, taste } = await world.app.meData(her)
    expect((await world.app.setRestriction(her, true)).restricted).toBe(true)
    expect(await ask(world, 'ann')).toEqual(await ask(world, 'stranger'))
    expect(await world.send([event('ann', 'view_item', ['item-5'])])).toEqual(['dropped_no_consent'])
    expect(await world.app.meData(her)).toMatchObject({ events: kept, taste })
    expect((await world.app.me(her, 'pl')).consent).toMatchObject({ level: 3, restricted: true })
    await world.app.setRestriction(her, false)
    expect(plain(await ask(world, 'ann'))).toEqual(plain(before))
    await world.close()
  })

  it('can be followed by a lower level, which erases what it no longer allows, and outlives it', async () => {
    for (const level of [0, 1, 2]) {
      const world = await shop()
      await world.choose('ann', 3)
      const her = world.shopper('ann')
      await world.send([event('ann', 'view_item', ['item-1'])])
      await world.app.putTaste(her, { likes: ['item-9'], never: [] })
      await world.app.setRestriction(her, true)
      world.clock.now += 5_000
      const saved = (await world.choose('ann', level)) as { removed: string[]; restricted: boolean }
      expect(saved.removed).toEqual(expect.arrayContaining(['browsing', 'buying']))
      expect(saved.removed.includes('taste')).toBe(level < 2)
      expect(saved.restricted).toBe(true)
      const rows = (await world.app.me(her, 'pl')).held
        .filter((table) => table.rows > 0)
        .map(({ table }) => table)
      expect(rows.filter((table) => table !== 'consent' && table !== 'evidence')).toEqual(
        level === 2 ? ['taste'] : [],
      )
      // Still paused: the new level begins to count when the pause ends.
      expect(await ask(world, 'ann')).toEqual(await ask(world, 'stranger'))
      await world.app.setRestriction(her, false)
      const ended = await ask(world, 'ann')
      expect(ended.data_used.includes('declared_taste')).toBe(level === 2)
      expect(ended.data_used).not.toContain('view_history')
      await world.close()
    }
  })
})

describe('the overview of what is held', () => {
  it('says per table when the oldest came, when the first go and when the last', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const her = world.shopper('ann')
    await world.send([event('ann', 'view_item', ['item-1'], START - 3 * 24 * 60 * MINUTE)])
    await world.send([event('ann', 'view_item', ['item-2'])])
    const table = async (name: string) =>
      (await world.app.me(her, 'pl')).held.find((row) => row.table === name)
    expect(await table('browsing')).toMatchObject({
      expires_first_at: '2027-02-19T00:00:00.000Z',
      kept_until: '2027-02-22T00:00:00.000Z',
      oldest_at: '2026-11-20T00:00:00.000Z',
      rows: 2,
    })
    expect(await table('buying')).toMatchObject({ expires_first_at: null, kept_until: null, oldest_at: null })
    // It is kept to: a moment before the first are there, at it they are gone.
    world.clock.now = Date.parse('2027-02-19T00:00:00Z') - 1
    await world.app.enforceRetention()
    expect(await table('browsing')).toMatchObject({ rows: 2 })
    world.clock.now++
    await world.app.enforceRetention()
    expect(await table('browsing')).toMatchObject({ oldest_at: '2026-11-23T00:00:00.000Z', rows: 1 })
    await world.close()
  })
})

/** The same shop after a restart. */
async function reopened(world: World): Promise<World> {
  const { now } = world.clock
  await world.close(true)
  return openWorld(world, undefined, now)
}
