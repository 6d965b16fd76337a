/** What the API's description says of events and products is what the application reads of them. */
import { parseEvent, parseProduct } from '@umiar/formats'
import { EVENT_NAMES, STRATEGIES } from '@umiar/vocabulary'
import { beforeAll, describe, expect, it } from 'vitest'
import { bearer, HOME, SECRET, START_MS, testServer } from '../support/test-server.ts'

interface Described {
  readonly properties: Readonly<Record<string, Described>>
  readonly items: Described
  readonly anyOf: readonly Described[]
  readonly required: readonly string[]
  readonly enum: readonly string[]
}

const bodies = new Map<string, Described>()
let docsPage: string

beforeAll(async () => {
  const { server } = await testServer()
  const { paths } = (await server.inject({ url: '/openapi.json' })).json()
  for (const [path, methods] of Object.entries<Record<string, never>>(paths)) {
    for (const [method, { requestBody }] of Object.entries<{ requestBody?: { content: object } }>(methods)) {
      const [content] = Object.values(requestBody?.content ?? {})
      if (content !== undefined) bodies.set(`${method} ${path}`, content.schema)
    }
  }
  docsPage = (await server.inject({ url: '/docs' })).body
  await server.close()
})

const bodyOf = (call: string): Described => bodies.get(call)!
const fieldsOf = (described: Described | undefined): string[] =>
  Object.keys(described?.properties ?? {}).sort()

/** An object that remembers which of its fields were asked for. */
function watched(content: Readonly<Record<string, unknown>>): { seen: Set<string>; value: object } {
  const seen = new Set<string>()
  const value = new Proxy(content, {
    get: (target, field) => {
      if (typeof field === 'string') seen.add(field)
      return Reflect.get(target, field)
    },
  })
  return { seen, value }
}

const EVENT = {
  anonymous_id: 'ola',
  event: 'view_item',
  event_id: 'e-1',
  session_id: 's-1',
  time: '2026-11-23T10:00:00Z',
}

/** Fields of one part of an event the parser complains of as unknown. */
const unknownIn = (event: object): readonly string[] => {
  const parsed = parseEvent(event, START_MS, 'PLN')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.warnings.filter(({ code }) => code === 'unknown_field').map(({ field }) => field)
}

describe('the description of an event', () => {
  const event = () => bodyOf('post /v1/events').properties.events!.items
  const page = () => event().properties.page!.anyOf.find(({ properties }) => properties !== undefined)
  const parts = {
    event: () => {
      const { seen, value } = watched({})
      parseEvent(value, START_MS, 'PLN')
      return [fieldsOf(event()), seen] as const
    },
    item: () => {
      const { seen, value } = watched({ item_id: 'tea-1' })
      parseEvent({ ...EVENT, items: [value] }, START_MS, 'PLN')
      return [fieldsOf(event().properties.items!.items), seen] as const
    },
    page: () => {
      const { seen, value } = watched({})
      parseEvent({ ...EVENT, page: value }, START_MS, 'PLN')
      return [fieldsOf(page()), seen] as const
    },
  }

  it.each(Object.entries(parts))('names the fields the application reads, and no other: %s', (_part, of) => {
    const [described, read] = of()
    expect(described.length).toBeGreaterThan(2)
    expect(described).toEqual([...read].sort())
  })

  it('names no field that is answered with unknown_field', () => {
    const whole = {
      ...EVENT,
      currency: 'PLN',
      items: [{ item_id: 'tea-1', price: '49.90', quantity: 1 }],
      page: { category: 'tea', path: '/tea', type: 'product', url: '/tea', url_path: '/tea' },
      position: 1,
      rec_id: 'rec_1',
      search_term: 'tea',
      slot: 'home',
      transaction_id: 't-1',
      user_id: 'ola',
    }
    expect(Object.keys(whole).sort()).toEqual(fieldsOf(event()))
    expect(unknownIn(whole)).toEqual([])
    expect(
      unknownIn({ ...EVENT, colour: 1, items: [{ colour: 1, item_id: 'a' }], page: { colour: 1 } }),
    ).toEqual(['colour', 'items[0].colour', 'page.colour'])
  })

  it('says which fields are needed', () => {
    for (const field of event().required) {
      expect(parseEvent({ ...EVENT, [field]: undefined }, START_MS, 'PLN').ok, field).toBe(false)
    }
    const least = Object.fromEntries(event().required.map((field) => [field, EVENT[field as 'event']]))
    expect(parseEvent({ ...least, anonymous_id: 'ola' }, START_MS, 'PLN').ok).toBe(true)
  })

  it('lists the names of events', () => {
    expect(event().properties.event?.enum).toEqual(EVENT_NAMES)
  })
})

describe('the description of a product', () => {
  const product = () => bodyOf('put /v1/products/{id}')

  it('names the fields the application reads, and no other', () => {
    const { seen, value } = watched({})
    parseProduct(value, 'PLN')
    expect(fieldsOf(product())).toEqual([...seen].sort())
    const counts = watched({})
    parseProduct({ counts: counts.value, title: 'Herbata' }, 'PLN')
    expect(fieldsOf(product().properties.counts)).toEqual([...counts.seen].sort())
    const pair = watched({})
    parseProduct({ counts: { bought_with: [pair.value] }, title: 'Herbata' }, 'PLN')
    expect(fieldsOf(product().properties.counts?.properties.bought_with?.items)).toEqual(
      [...pair.seen].sort(),
    )
  })

  it('names no field that is refused, as does that of a batch', () => {
    const whole = {
      adult: false,
      attributes: { organic: true },
      available: true,
      brand: 'Polana',
      category: 'tea/green',
      counts: {
        bought_with: [{ count: 6, item_id: 'tea-2' }],
        sold_30_days: 7,
        sold_7_days: 5,
        viewed_30_days: 9,
        viewed_7_days: 6,
      },
      durable: false,
      goes_with: ['gaiwan-1'],
      image_url: '/tea-1.svg',
      item_id: 'tea-1',
      labels: ['organic'],
      lasts_days: 30,
      list_price: '59.90',
      price: { amount: '49.90', currency: 'PLN' },
      released_at: '2026-01-01T00:00:00Z',
      sensitive: false,
      title: 'Herbata',
      title_en: 'Tea',
      url: '/p/tea-1',
    }
    expect(Object.keys(whole).sort()).toEqual(fieldsOf(product()))
    expect(parseProduct(whole, 'PLN').ok).toBe(true)
    expect(parseProduct({ ...whole, colour: 'green' }, 'PLN')).toMatchObject({
      errors: [{ code: 'unknown_field' }],
    })
    const one = bodyOf('post /v1/products:batch').properties.products?.items
    expect(fieldsOf(one)).toEqual(fieldsOf(product()))
    expect([product().required, one?.required]).toEqual([['title'], ['item_id', 'title']])
  })
})

describe('the description of a slot', () => {
  it('lists the strategies', () => {
    const slot = bodyOf('post /v1/recommendations').properties.slots?.items
    expect(slot?.properties.strategy?.enum).toEqual(STRATEGIES)
  })

  it('leaves the refusal of another strategy to the application', async () => {
    const { app, server } = await testServer()
    const slots = [{ id: 'home', limit: 4, strategy: 'sesion' }]
    const payload = { ...HOME, slots }
    await server.inject({ headers: bearer(SECRET), method: 'POST', payload, url: '/v1/recommendations' })
    expect(app.calls[0]?.args[1]).toMatchObject({ slots })
  })
})

describe('the page of calls', () => {
  it('shows the fields of events and products, and the strategies', () => {
    for (const word of ['transaction_id', 'view_search_results', 'released_at', 'category_picks']) {
      expect(docsPage).toContain(word)
    }
  })
})
