import { NOTICE_VERSION } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

const at = (ms: number): string => new Date(ms).toISOString()
const view = (name: string, id: string, item: string, atMs = START, more: Record<string, unknown> = {}) => ({
  anonymous_id: name,
  event: 'view_item',
  event_id: id,
  items: [{ item_id: item }],
  session_id: `${name}-visit`,
  time: at(atMs),
  ...more,
})
const PUBLISHABLE = { kind: 'publishable' } as const

async function shop(): Promise<World> {
  const world = await openWorld()
  await world.app.putProducts(
    Array.from({ length: 10 }, (_, n) => ({
      category: 'tea',
      item_id: `item-${n}`,
      title: `Tea number ${n}`,
    })),
  )
  return world
}
const held = async (world: World, name: string): Promise<readonly string[]> =>
  (await world.app.meData(world.shopper(name))).events.map((event) => event.event_id as string)

describe('forgetting a product', () => {
  it('loses no event that is acknowledged meanwhile', async () => {
    const world = await shop()
    await world.choose('ann', 3, { train_models: true })
    const accepted: string[] = []
    const sending = Array.from({ length: 60 }, async (_, n) => {
      const [status] = await world.send([view('ann', `e${n}`, `item-${n % 5}`)])
      if (status === 'accepted') accepted.push(`e${n}`)
    })
    const forgetting = async (): Promise<void> => {
      for (let n = 0; n < 10; n++) {
        await world.send([view('ann', `f${n}`, 'item-9')])
        await world.app.feedback(SECRET, {
          feedback: 'forget',
          item_id: 'item-9',
          visitor: { anonymous_id: 'ann' },
        })
      }
    }
    await Promise.all([...sending, forgetting()])
    expect(accepted).toHaveLength(60)
    expect([...(await held(world, 'ann'))].sort()).toEqual(accepted.sort())
    await world.close()
  })

  it('takes it out of her hints too', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.app.putTaste(world.shopper('ann'), { likes: ['item-1', 'item-2'], never: [] })
    await world.app.feedback(SECRET, {
      feedback: 'forget',
      item_id: 'item-1',
      visitor: { anonymous_id: 'ann' },
    })
    expect((await world.app.meData(world.shopper('ann'))).taste.likes).toEqual(['item-2'])
    await world.close()
  })
})

describe('correction', () => {
  it('stays open under restriction, objection, a closed switch and after expiry', async () => {
    const close: Record<string, (world: World) => Promise<unknown>> = {
      expiry: async (world) => (world.clock.now += 184 * 86_400_000),
      objection: (world) => world.app.setObjection(world.shopper('ann'), 'build_profile', true),
      restriction: (world) => world.app.setRestriction(world.shopper('ann'), true),
      switch: (world) =>
        world.app.putConsent(
          world.shopper('ann'),
          undefined,
          {
            locale: 'pl',
            method: 'centre',
            notice_version: NOTICE_VERSION,
            switches: { history_hints: false, taste_hints: false },
          },
          false,
        ),
    }
    for (const [name, act] of Object.entries(close)) {
      const world = await shop()
      await world.choose('ann', 3)
      await world.send([view('ann', 'e1', 'item-1'), view('ann', 'e2', 'item-2')])
      await act(world)
      const reply = await world.app.feedback(SECRET, {
        feedback: 'forget',
        item_id: 'item-1',
        visitor: { anonymous_id: 'ann' },
      })
      expect([name, reply.status]).toEqual([name, 'accepted'])
      expect([name, await held(world, 'ann')]).toEqual([name, ['e2']])
      const taste = await world.app.putTaste(world.shopper('ann'), { likes: [], never: ['item-3'] })
      expect([name, taste.never]).toEqual([name, ['item-3']])
      await world.close()
    }
  })
})

describe('an unproven hand', () => {
  it('neither prolongs a choice nor brings an expired one back', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const before = await world.app.consent(world.shopper('ann'), false)
    const same = { level: 3, locale: 'pl', method: 'banner', notice_version: NOTICE_VERSION } as const
    world.clock.now += 86_400_000
    const unproven = await world.app.putConsent(PUBLISHABLE, { anonymous_id: 'ann' }, same, false)
    expect(unproven.expires_at).toBe(before.expires_at)
    world.clock.now += 200 * 86_400_000
    expect((await world.app.putConsent(PUBLISHABLE, { anonymous_id: 'ann' }, same, false)).level).toBe(0)
    expect((await world.app.consent(world.shopper('ann'), false)).level).toBe(0)
    await world.close()
  })
})

describe('a shopper token', () => {
  it('answers for its own visitor only', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const token = world.shopper('ann')
    const names = { anonymous_id: 'somebody-else' }
    const refused = { code: 'identity_not_proven' }
    const home = { context: { page_type: 'home' as const }, slots: [{ id: 'a', limit: 1 }], visitor: names }
    await expect(world.app.recommend(token, home)).rejects.toMatchObject(refused)
    await expect(
      world.app.feedback(token, { feedback: 'like', item_id: 'item-1', visitor: names }),
    ).rejects.toMatchObject(refused)
    const lower = { level: 0, locale: 'pl', method: 'api', notice_version: NOTICE_VERSION } as const
    await expect(world.app.putConsent(token, names, lower, false)).rejects.toMatchObject(refused)
    expect(
      (await world.app.recommend(token, { ...home, visitor: { anonymous_id: 'ann' } })).slots,
    ).toHaveLength(1)
    await world.close()
  })
})

describe('sensitive products', () => {
  it('enter no hint, and leave stored rows when they are marked later', async () => {
    const world = await shop()
    await world.choose('ann', 3, { train_models: true })
    await world.send([view('ann', 'e1', 'item-1'), view('ann', 'e2', 'item-2')])
    await world.app.putTaste(world.shopper('ann'), { likes: ['item-1', 'item-2'], never: ['item-3'] })
    await world.app.putProduct('item-1', { category: 'tea', sensitive: true, title: 'Tea' })
    expect(await held(world, 'ann')).toEqual(['e2'])
    expect((await world.app.meData(world.shopper('ann'))).taste.likes).toEqual(['item-2'])
    const liked = await world.app.feedback(SECRET, {
      feedback: 'like',
      item_id: 'item-1',
      visitor: { anonymous_id: 'ann' },
    })
    expect(liked.status).toBe('dropped_no_consent')
    expect((await world.app.putTaste(world.shopper('ann'), { likes: ['item-1'], never: [] })).likes).toEqual(
      [],
    )
    await world.close()
  })
})

describe('a product marked sensitive', () => {
  it('stays so until the shop says otherwise: a feed that says nothing takes no protection away', async () => {
    const world = await shop()
    await world.choose('ann', 3, { train_models: true })
    await world.app.putProduct('item-1', { sensitive: true, title: 'Tea' })
    await world.app.putProducts([{ item_id: 'item-1', title: 'Tea, from the feed' }])
    await world.app.putProduct('item-1', { title: 'Tea, renamed' })
    expect(world.app.product('item-1')).toMatchObject({ sensitive: true, title: 'Tea, renamed' })
    await world.send([view('ann', 'e1', 'item-1')])
    expect(await held(world, 'ann')).toEqual([])
    await world.app.putProduct('item-1', { sensitive: false, title: 'Tea' })
    expect(world.app.product('item-1')).toMatchObject({ sensitive: false })
    await world.close()
  })
})

describe('her own copy', () => {
  it('holds every stored field, and times with an offset', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    await world.send([view('ann', 'e1', 'item-1', START, { position: 3, rec_id: 'rec_x', slot: 'home' })])
    const [event] = (await world.app.meData(world.shopper('ann'))).events
    expect(event).toMatchObject({ position: 3, rec_id: 'rec_x', slot: 'home' })
    expect(event?.kept_until).toMatch(/T.*Z$/)
    await world.close()
  })

  it('shows restriction and objection as acts of their own, at their own time', async () => {
    const world = await shop()
    await world.choose('ann', 3)
    const { expires_at } = await world.app.consent(world.shopper('ann'), false)
    world.clock.now += 5_000
    const reply = await world.app.setRestriction(world.shopper('ann'), true)
    expect(reply).toMatchObject({ effective_at: at(START + 5_000), expires_at })
    const history = await world.app.consentHistory(world.shopper('ann'))
    expect(history.map(({ at: when, restricted }) => [when, restricted])).toEqual([
      [at(START), false],
      [at(START + 5_000), true],
    ])
    await expect(world.app.setObjection(world.shopper('ann'), 'run_shop', true)).rejects.toMatchObject({
      code: 'purpose_not_optional',
    })
    await world.close()
  })
})

describe('late events of a visit', () => {
  it('are told what happened to them: too old, or from before a return', async () => {
    const world = await shop()
    await world.choose('ann', 1)
    expect(await world.send([view('ann', 'old', 'item-1', START - 100 * 86_400_000)])).toEqual([
      'dropped_retention',
    ])
    await world.app.erase(world.shopper('ann'))
    world.clock.now += 1_000
    await world.choose('ann', 1)
    expect(await world.send([view('ann', 'late', 'item-1', START)])).toEqual(['dropped_no_consent'])
    expect(await world.send([view('ann', 'new', 'item-1', world.clock.now)])).toEqual(['session_only'])
    await world.close()
  })
})

describe('a page', () => {
  it('of search shows what matches, the same for everybody, Polish letters or not', async () => {
    const world = await shop()
    await world.app.putProduct('zolta', { category: 'garden', title: 'Żółta róża' })
    const search = (term: string) =>
      world.app.recommend(SECRET, {
        context: { page_type: 'search', search_term: term },
        slots: [{ id: 's', limit: 3 }],
      })
    const reply = await search('zolta')
    expect(reply.slots[0]?.items[0]).toMatchObject({
      item_id: 'zolta',
      reasons: [{ code: 'matches_search' }],
    })
    expect(reply.slots[0]?.mode).toBe('context')
    expect((await search('number 4')).slots[0]?.items[0]?.item_id).toBe('item-4')
    await world.close()
  })
})

describe('evidence', () => {
  it('keeps to its budget of bytes: the oldest days go first, today stays', async () => {
    const world = await shop()
    await world.choose('bob', 3, { train_models: true })
    await world.send([1, 2, 3].map((n) => view('bob', `b${n}`, `item-${n}`)))
    await world.choose('ann', 3)
    await world.send([view('ann', 'e', 'item-1')])
    const answer = async (): Promise<string> => {
      const context = { page_type: 'home' } as const
      const reply = await world.app.recommend(SECRET, {
        context,
        slots: [{ id: 'a', limit: 3 }],
        visitor: { anonymous_id: 'ann' },
      })
      return reply.slots[0]?.rec_id as string
    }
    const days: string[] = []
    for (let day = 0; day < 8; day++) {
      days.push(await answer())
      world.clock.now += 86_400_000
      await world.app.meUses(world.shopper('ann'))
    }
    const today = await answer()
    await world.app.meUses(world.shopper('ann'))
    await world.app.enforceRetention()
    const left = (await world.app.meUses(world.shopper('ann'))).map((use) => use.rec_id)
    expect(left).toContain(today)
    expect(left).toContain(days[7])
    expect(left).not.toContain(days[0])
    expect(left.length).toBeLessThan(9)
    await world.close()
  })
})

describe('a reason', () => {
  it('says bought for what was bought and put in the cart for what was put there, in the same visit too', async () => {
    const world = await shop()
    await world.choose('bob', 3, { train_models: true })
    await world.send([1, 2, 3].map((n) => view('bob', `b${n}`, `item-${n}`)))
    for (const [name, event, code] of [
      ['ann', 'purchase', 'bought_before'],
      ['cid', 'add_to_cart', 'put_in_cart'],
      ['dan', 'view_item', 'viewed_in_visit'],
    ] as const) {
      await world.choose(name, 1)
      await world.send([{ ...view(name, 'e', 'item-1'), event }])
      const reply = await world.app.recommend(SECRET, {
        context: { page_type: 'home' },
        slots: [{ id: 'a', limit: 1 }],
        visitor: { anonymous_id: name },
      })
      expect([event, reply.slots[0]?.items[0]?.reasons[0]?.code]).toEqual([event, code])
    }
    await world.close()
  })
})

describe('hints', () => {
  it('cannot like and hide the same product', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    await expect(
      world.app.putTaste(world.shopper('ann'), { likes: ['item-1'], never: ['item-1'] }),
    ).rejects.toMatchObject({ code: 'invalid_request' })
    await world.close()
  })

  it('leave memory when their retention ends', async () => {
    const world = await shop()
    await world.choose('ann', 2)
    await world.app.putTaste(world.shopper('ann'), { likes: ['item-1'], never: [] })
    world.clock.now += 150 * 86_400_000
    await world.choose('ann', 2)
    world.clock.now += 150 * 86_400_000
    await world.choose('ann', 2)
    world.clock.now += 100 * 86_400_000
    await world.app.enforceRetention()
    expect((await world.app.meData(world.shopper('ann'))).taste.likes).toEqual([])
    await world.close()
  })
})
