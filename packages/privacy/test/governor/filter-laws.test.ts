/** A compiled filter says of every product and page what the slow, obvious one says. */
import type { ItemId, Product } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileFilter,
  FILTER_FIELDS,
  FILTER_OPERATORS,
  type FieldKind,
  type FilterPage,
  operatorsOf,
} from '../../src/index.ts'
import { slowFilter } from '../reference/slow-filter.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')
const DAY = 86_400_000
const amount = fc.constantFrom('9.90', '9.9', '10', '20.00', '0')
const money = amount.map((value) => ({ amount: value, currency: 'PLN' }))
const word = fc.constantFrom('tea', 'teapots', 'tea/green', 'tea/green/sencha', 'Łąka', 'a')
const own = fc.oneof(word, fc.integer({ max: 3, min: 0 }), fc.boolean())
const labels = fc.uniqueArray(word, { maxLength: 3 })

const product: fc.Arbitrary<Product> = fc
  .record(
    {
      adult: fc.boolean(),
      attributes: fc.record({ colour: own, weight: own }, { requiredKeys: [] }),
      available: fc.boolean(),
      brand: word,
      category: word,
      durable: fc.boolean(),
      itemId: word.map((id) => id as ItemId),
      labels,
      listPrice: money,
      price: money,
      releasedAtMs: fc.integer({ max: 40, min: -1 }).map((days) => NOW - days * DAY),
      sensitive: fc.constant(false),
      title: word,
    },
    { requiredKeys: ['available', 'itemId', 'sensitive', 'title'] },
  )
  .map((given) => given as Product)

const VALUES: Readonly<Record<FieldKind, fc.Arbitrary<unknown>>> = {
  money: fc.oneof(amount, amount.map(Number), money),
  number: fc.constantFrom(0, 1, 50, 50.5, 100),
  own,
  path: word,
  text: word,
  texts: word,
  time: fc.constantFrom('2026-11-20', '2026-11-23T10:00:00Z', '2026-10-24T12:00:00+02:00'),
  truth: fc.boolean(),
}

const KINDS = new Map<string, FieldKind>([
  ...FILTER_FIELDS.map(({ kind, name }) => [name, kind] as const),
  ['attributes.colour', 'own'],
  ['attributes.weight', 'own'],
])

function valueFor(operator: string, kind: FieldKind): fc.Arbitrary<unknown> {
  const value = VALUES[kind]
  const ordered = kind === 'own' ? fc.oneof(word, fc.integer({ max: 3, min: 0 })) : value
  switch (operator) {
    case 'in':
    case 'not_in':
      return fc.array(value, { maxLength: 3 })
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered
    case 'between':
      return fc.constantFrom(
        ...({
          money: [['9.9', 10]],
          number: [[0, 50]],
          own: [
            ['a', 'tea'],
            [1, 2],
          ],
          time: [['2026-11-20', '2026-11-23T10:00:00Z']],
        }[kind as 'own'] ?? []),
      )
    case 'within_days':
      return fc.constantFrom(0.5, 3, 30)
    case 'contains':
      return word
    case 'prefix':
      return fc.oneof(word, fc.array(word, { maxLength: 2, minLength: 1 }))
    case 'same_as':
    case 'different_from':
      return fc.constantFrom('page', 'cart')
    case 'exists':
      return fc.boolean()
    default:
      return value
  }
}

const condition = fc
  .constantFrom(...KINDS)
  .chain(([field, kind]) =>
    fc
      .constantFrom(...operatorsOf(kind))
      .chain(({ name }) => valueFor(name, kind).map((value) => ({ [field]: { [name]: value } }))),
  )

const { expression } = fc.letrec<{ expression: object }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc
      .tuple(fc.constantFrom('all', 'and', 'any', 'or'), fc.array(tie('expression'), { maxLength: 3 }))
      .map(([key, parts]) => ({ [key]: parts })),
    tie('expression').map((part) => ({ not: part })),
    fc.tuple(condition, condition).map(([a, b]) => ({ ...a, ...b })),
  ),
}))

const page: fc.Arbitrary<FilterPage> = fc.record({
  cart: fc.array(product, { maxLength: 2 }),
  items: fc.array(product, { maxLength: 2 }),
  nowMs: fc.constant(NOW),
})

describe('a compiled filter', () => {
  it('equals the slow, obvious one, for every field and operator', () => {
    const met = new Set<string>()
    let passed = 0
    let cases = 0
    fc.assert(
      fc.property(
        expression,
        fc.array(product, { maxLength: 8, minLength: 8 }),
        page,
        (asked, products, on) => {
          const test = compileFilter(asked, '/filter', { currency: 'PLN' })
          for (const operator of JSON.stringify(asked).match(/"\w+":/g) ?? []) met.add(operator.slice(1, -2))
          for (const one of products) {
            const isIn = test(one, on)
            expect(isIn).toBe(slowFilter(asked, one, on))
            cases++
            if (isIn) passed++
          }
        },
      ),
      { numRuns: 2_000, seed: 20_261_123 },
    )
    for (const { name } of FILTER_OPERATORS) expect(met, name).toContain(name)
    expect(passed / cases).toBeGreaterThan(0.1)
    expect(passed / cases).toBeLessThan(0.9)
    console.log(`filters: ${cases} products asked, ${passed} passed`)
  })

  it('is the opposite of its negation, and the long form of its short one', () => {
    fc.assert(
      fc.property(condition, product, page, (asked, one, on) => {
        const passes = compileFilter(asked, '')(one, on)
        expect(compileFilter({ not: asked }, '')(one, on)).toBe(!passes)
        const [[field, operators]] = Object.entries(asked) as [[string, object]]
        const [[op, value]] = Object.entries(operators) as [[string, unknown]]
        expect(compileFilter({ field, op, value }, '')(one, on)).toBe(passes)
      }),
      { seed: 1 },
    )
  })

  it('never throws anything but filter_invalid, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 5 }), fc.anything()), product, (asked, one) => {
        try {
          expect(typeof compileFilter(asked, '/f')(one)).toBe('boolean')
        } catch (error) {
          expect((error as { code: string }).code).toBe('filter_invalid')
        }
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })
})
