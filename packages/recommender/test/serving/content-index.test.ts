import type { ItemId, Product } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentIndex } from '../../src/index.ts'
import { slowSimilar } from '../reference/slow-content.ts'

const id = (name: string): ItemId => name as ItemId
const words = (text: string): string[] => text.toLowerCase().split(' ').filter(Boolean)

function product(name: string, title: string, more: Partial<Product> = {}): Product {
  return { available: true, itemId: id(name), sensitive: false, title, ...more }
}

function indexOf(products: readonly Product[]): ContentIndex {
  const index = new ContentIndex(words)
  for (const one of products) index.upsert(one)
  return index
}

const names = (found: readonly { readonly itemId: ItemId }[]): ItemId[] => found.map(({ itemId }) => itemId)

const shop = [
  product('sencha', 'green tea sencha', { brand: 'Hay', category: 'tea/green' }),
  product('matcha', 'green tea matcha', { brand: 'Hay', category: 'tea/green' }),
  product('assam', 'black tea assam', { category: 'tea/black' }),
  product('kettle', 'steel kettle', { category: 'kitchen' }),
]

describe('content index', () => {
  it('answers what is like a product, best first, with the product it is like', () => {
    const found = indexOf(shop).similar([id('sencha')], 10)
    expect(names(found)).toEqual(['matcha', 'assam'])
    expect(found.every(({ cause }) => cause === 'sencha')).toBe(true)
    expect(found[0]!.score).toBeLessThan(1)
  })

  it('finds the same word in another grammatical form and in another language', () => {
    const index = indexOf([
      product('a', 'zielona filizanka'),
      product('b', 'filizanki szklane'),
      product('c', 'kubek', { titleEn: 'green mug' }),
      product('d', 'kufel', { titleEn: 'beer mugs' }),
      product('e', 'lampa'),
    ])
    expect(names(index.similar([id('a')], 3))).toEqual(['b'])
    expect(names(index.similar([id('c')], 3))).toEqual(['d'])
  })

  it('prefers the closer price among otherwise equal products', () => {
    const price = (amount: string, currency = 'PLN') => ({ price: { amount, currency } })
    const index = indexOf([
      product('asked', 'mug', price('20')),
      product('a-dear', 'mug', price('90')),
      product('b-near', 'mug', price('21')),
      product('c-foreign', 'mug', price('20', 'EUR')),
    ])
    expect(names(index.similar([id('asked')], 3))).toEqual(['b-near', 'c-foreign', 'a-dear'])
  })

  it('adds up over several products, and answers none of them', () => {
    const found = indexOf(shop).similar([id('sencha'), id('kettle'), id('gone'), id('sencha')], 10)
    expect(names(found)).toEqual(['matcha', 'assam'])
  })

  it('asks what may be shown before a place is taken, and stays whole when the answer is an exception', () => {
    const index = indexOf(shop)
    const before = index.similar([id('sencha')], 1)
    expect(names(index.similar([id('sencha')], 1, { accept: (item) => item !== 'matcha' }))).toEqual([
      'assam',
    ])
    const broken = (): boolean => {
      throw new Error('no stock data')
    }
    expect(() => index.similar([id('sencha')], 1, { accept: broken })).toThrow('no stock data')
    expect(index.similar([id('sencha')], 1)).toEqual(before)
  })

  it('holds no sensitive product, also not one that turns sensitive', () => {
    const index = indexOf(shop)
    index.upsert({ ...shop[1]!, sensitive: true })
    expect(names(index.similar([id('sencha')], 9))).toEqual(['assam'])
    expect(index.similar([id('matcha')], 9)).toEqual([])
    expect(index.size).toBe(3)
  })

  it('knows nothing of what is unknown or alone, and refuses a limit that is none', () => {
    const index = indexOf(shop)
    expect(index.similar([id('nothing')], 3)).toEqual([])
    expect(index.similar([id('kettle')], 3)).toEqual([])
    expect(index.remove(id('nothing'))).toBe(false)
    expect(() => index.similar([id('sencha')], 0)).toThrow(RangeError)
  })

  it('goes on working where thousands share a word, which then says nothing', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => product(`p${n}`, `mug no${n % 50} x${n % 2500}`))
    const index = indexOf(many)
    const found = index.similar([id('p7')], 3)
    expect(found[0]!.itemId).toBe('p2507')
    expect(names(index.similar([id('p7')], 200))).toHaveLength(99)
  })
})

describe('content index, as laws', () => {
  const anyProduct: fc.Arbitrary<Product> = fc
    .record({
      brand: fc.constantFrom(undefined, 'Hay', 'Oak'),
      category: fc.constantFrom(undefined, 'tea', 'tea/green', 'tea/black', 'kitchen'),
      color: fc.constantFrom(undefined, 'red', 7, true),
      name: fc.integer({ max: 9, min: 0 }).map((n) => `item-${n}`),
      price: fc.constantFrom(undefined, '0', '5.00', '20'),
      title: fc
        .array(fc.constantFrom('green', 'tea', 'teas', 'mug', 'mugs', 'set'), { maxLength: 4, minLength: 1 })
        .map((list) => list.join(' ')),
    })
    .map(({ brand, category, color, name, price, title }) =>
      product(name, title, {
        ...(brand === undefined ? {} : { brand }),
        ...(category === undefined ? {} : { category }),
        ...(color === undefined ? {} : { attributes: { color } }),
        ...(price === undefined ? {} : { price: { amount: price, currency: 'PLN' } }),
      }),
    )
  const anyChange = fc.oneof(
    { arbitrary: anyProduct.map((one) => ({ do: 'upsert' as const, one })), weight: 4 },
    { arbitrary: anyProduct.map((one) => ({ do: 'remove' as const, one })), weight: 2 },
    { arbitrary: anyProduct.map((one) => ({ do: 'ask' as const, one })), weight: 1 },
  )

  it('after any changes it answers as the slow version does for the products that are left', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40, minLength: 1 }), (changes) => {
        const index = new ContentIndex(words)
        const left = new Map<string, Product>()
        for (const { do: what, one } of changes) {
          if (what === 'upsert') {
            index.upsert(one)
            left.set(one.itemId, one)
          } else if (what === 'remove') expect(index.remove(one.itemId)).toBe(left.delete(one.itemId))
          else index.similar([one.itemId], 2)
        }
        const rest = [...left.values()]
        const fresh = indexOf([...rest].reverse())
        for (const asked of rest) {
          const found = index.similar([asked.itemId], 20)
          expect(found).toEqual(fresh.similar([asked.itemId], 20))
          const slow = slowSimilar(rest, asked, words)
          expect(found.map(({ itemId }) => itemId)).toHaveLength(slow.length)
          found.forEach(({ score }, n) => {
            expect(score).toBeCloseTo(slow[n]!.score, 12)
          })
          expect(index.similar([asked.itemId], 3)).toEqual(found.slice(0, 3))
        }
      }),
      { numRuns: 150, seed: 4 },
    )
  })
})
