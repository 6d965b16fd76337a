import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvent, parseTimestamp } from '../../src/index.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const good = {
  anonymous_id: 'visitor-1',
  event: 'view_item',
  event_id: 'e1',
  items: [{ item_id: 'tea-1', price: 24.9, quantity: 1 }],
  session_id: 's1',
  time: '2026-11-23T12:59:00+01:00',
}
const parse = (change: Record<string, unknown>) => parseEvent({ ...good, ...change }, now, 'PLN')
const codes = (change: Record<string, unknown>): string[] => {
  const parsed = parse(change)
  return parsed.ok ? [] : parsed.errors.map((error) => error.code)
}
const warned = (change: Record<string, unknown>): string[] => {
  const parsed = parse(change)
  return parsed.ok ? parsed.warnings.map((warning) => `${warning.code} ${warning.field}`) : []
}

describe('an event', () => {
  it('keeps its allow-listed fields, with prices in the shop’s currency', () => {
    expect(parse({})).toMatchObject({
      event: {
        atMs: now - 60_000,
        items: [{ itemId: 'tea-1', price: { amount: '24.90', currency: 'PLN' }, quantity: 1 }],
        name: 'view_item',
      },
      ok: true,
      visitor: { anonymousId: 'visitor-1', userId: undefined },
      warnings: [],
    })
  })

  it('drops unknown fields and names them', () => {
    expect(
      warned({ colour: 'red', items: [{ item_id: 'a', item_name: 'x' }], page: { referrer: 'x' } }),
    ).toEqual(['unknown_field colour', 'unknown_field items[0].item_name', 'unknown_field page.referrer'])
  })

  it('is invalid when it carries identity, wherever it hides and however it is spelled', () => {
    for (const field of [
      'email',
      'phone',
      'name',
      'ip',
      'user_agent',
      'E-Mail',
      'userAgent',
      'first_name',
      'ip_address',
    ]) {
      expect([field, codes({ [field]: 'x' })]).toEqual([field, ['personal_field']])
    }
    expect(codes({ page: { extra: { email: 'x' } } })).toEqual(['personal_field'])
    expect(codes({ items: [{ item_id: 'a', name: 'Sencha' }] })).toEqual([])
  })

  it('loses the query of a URL and contact data typed into a search', () => {
    const parsed = parse({ page: { url: 'https://shop.example/p/1?mail=a@b.pl#x' } })
    expect(parsed.ok && parsed.event.page).toEqual({ path: '/p/1' })
    expect(parsed.ok && parsed.warnings).toEqual([{ code: 'query_stripped', field: 'page.url' }])
    const searched = parse({ event: 'search', search_term: 'jan@example.org' })
    expect(searched.ok && searched.event.searchTerm).toBeUndefined()
  })

  it('is invalid with a naive, impossible or future time', () => {
    expect(codes({ time: '2026-11-23T12:00:00' })).toEqual(['time_invalid'])
    expect(codes({ time: '2026-02-30T12:00:00Z' })).toEqual(['time_invalid'])
    expect(codes({ time: '2026-11-23T12:10:01Z' })).toEqual(['event_in_future'])
    expect(codes({ time: '2026-11-23T12:09:59Z' })).toEqual([])
  })

  it('is invalid with bad ids, names, quantities, prices and currencies', () => {
    expect(codes({ event_id: '' })).toEqual(['invalid_id'])
    expect(codes({ event_id: 'a\u0000' })).toEqual(['invalid_id'])
    expect(codes({ session_id: 'x'.repeat(129) })).toEqual(['invalid_id'])
    expect(codes({ anonymous_id: undefined })).toEqual(['visitor_missing'])
    expect(codes({ event: 'teleport' })).toEqual(['event_unknown'])
    expect(codes({ items: [{ item_id: 'a', quantity: -1 }] })).toEqual(['quantity_invalid'])
    expect(codes({ items: [{ item_id: 'a', price: -1 }] })).toEqual(['price_invalid'])
    expect(codes({ items: [{ item_id: 'a', price: { amount: '1', currency: 'EUR' } }] })).toEqual([
      'price_invalid',
    ])
    expect(codes({ currency: 'EUR' })).toEqual(['currency_not_supported'])
  })

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => void parseEvent(input, now, 'PLN')),
      { numRuns: 2_000, seed: 3 },
    )
    const twisted = fc.record(Object.fromEntries(Object.keys(good).map((key) => [key, fc.anything()])))
    fc.assert(
      fc.property(twisted, (input) => void parseEvent(input, now, 'PLN')),
      { numRuns: 2_000, seed: 4 },
    )
  })

  it('normalises ids to NFC, so that one product has one id', () => {
    const parsed = parse({ items: [{ item_id: 'z\u0307' }] })
    expect(parsed.ok && parsed.event.items[0]?.itemId).toBe('ż')
  })
})

describe('a timestamp', () => {
  it('is RFC 3339 with an offset', () => {
    expect(parseTimestamp('2026-11-23T13:00:00.250+01:00')).toBe(Date.parse('2026-11-23T12:00:00.250Z'))
    for (const bad of ['2026-11-23', '2026-11-23 12:00:00Z', 'yesterday', 5, null])
      expect(parseTimestamp(bad)).toBeUndefined()
  })
})
