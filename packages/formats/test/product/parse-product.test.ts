import { describe, expect, it } from 'vitest'
import { parseProduct } from '../../src/index.ts'

const parse = (change: Record<string, unknown>, id?: string) =>
  parseProduct({ item_id: 'tea-1', title: 'Sencha', ...change }, 'PLN', '/products/0', id)
const faults = (change: Record<string, unknown>, id?: string): string[] => {
  const parsed = parse(change, id)
  return parsed.ok ? [] : parsed.errors.map((error) => `${error.pointer} ${error.code}`)
}

describe('a product', () => {
  it('is available and not sensitive unless it says otherwise', () => {
    expect(parse({})).toEqual({
      ok: true,
      product: { available: true, itemId: 'tea-1', sensitive: false, title: 'Sencha' },
    })
  })

  it('leaves out shop-supplied counts under five', () => {
    const parsed = parse({
      counts: {
        bought_with: [
          { count: 4, item_id: 'a' },
          { count: 5, item_id: 'b' },
        ],
        sold_30_days: 3,
        viewed_30_days: 90,
      },
    })
    expect(parsed.ok && parsed.product.counts).toEqual({
      boughtWith: [{ count: 5, itemId: 'b' }],
      viewed30Days: 90,
    })
  })

  it('may have a usual price, labels without repeats, and a word for grown-ups', () => {
    const parsed = parse({ adult: true, labels: ['gift', 'new', 'gift'], list_price: '59.90', price: 49.9 })
    expect(parsed.ok && parsed.product).toMatchObject({
      adult: true,
      labels: ['gift', 'new'],
      listPrice: { amount: '59.90', currency: 'PLN' },
      price: { amount: '49.90', currency: 'PLN' },
    })
    expect(faults({ adult: 'yes', labels: ['', 'x'], list_price: -1 })).toEqual([
      '/products/0/adult boolean_invalid',
      '/products/0/labels labels_invalid',
      '/products/0/list_price price_invalid',
    ])
  })

  it('names every place at fault', () => {
    expect(
      faults({ available: 'yes', price: { amount: '-1', currency: 'PLN' }, titel: 'x', title: '' }),
    ).toEqual([
      '/products/0/titel unknown_field',
      '/products/0/title text_invalid',
      '/products/0/price price_invalid',
      '/products/0/available boolean_invalid',
    ])
    expect(faults({ price: { amount: '1', currency: 'EUR' } })).toEqual(['/products/0/price price_invalid'])
    expect(faults({}, 'other')).toEqual(['/products/0/item_id invalid_id'])
    expect(faults({ url: 'javascript:alert(1)' })).toEqual(['/products/0/url url_invalid'])
    expect(faults({ url: '//evil.example' })).toEqual(['/products/0/url url_invalid'])
    expect(faults({ attributes: { nested: {} } })).toEqual(['/products/0/attributes attributes_invalid'])
    expect(faults({ released_at: '2026-01-01' })).toEqual(['/products/0/released_at time_invalid'])
  })
})
