/** Margin, stock to clear and the like can reach no score: by type, and by what answers are. */
import type { Product } from '@umiar/vocabulary'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  comparable,
  type ScoringCatalogue,
  type ScoringFacts,
} from '../../../src/recommendations/strategies/scoring-catalogue.ts'
import { ask, catalogueOf, modelOf, personOf } from '../../support/small-shop.ts'

type Attributes = Readonly<Record<string, string | number | boolean>>
const OWN: Attributes = {
  clearance: true,
  margin: 0.6,
  margin_class: 'high',
  marża: 'wysoka',
  profit: 30,
  sponsored: 'yes',
  stock: 4_000,
  wyprzedaż: true,
}

/** Twelve teas; what is given goes to the odd ones. */
const shop = (extra: Attributes) =>
  catalogueOf(
    Array.from({ length: 12 }, (_, n) => ({
      attributes: { leaf: n % 3 === 0 ? 'whole' : 'broken', ...(n % 2 === 1 ? extra : {}) },
      category: n % 4 === 0 ? 'tea/green' : 'tea/black',
      item_id: `tea-${n}`,
    })),
  )
const model = modelOf([
  ['tea-1', 'tea-2', 'tea-5'],
  ['tea-1', 'tea-7'],
])
const her = personOf({ likes: ['tea-3'], visit: ['tea-1', 'tea-2'] })
const answers = (catalogue: Awaited<ReturnType<typeof shop>>): string =>
  JSON.stringify(
    ['for_you', 'session', 'similar', 'compare', 'on_sale_for_you', 'popular'].map((strategy) =>
      ask(catalogue, model, { strategy }, { items: catalogue.newestFirst().slice(0, 1) }, her),
    ),
  )

describe('the shop’s own interest', () => {
  it('is no field of what scoring is handed', () => {
    expectTypeOf<keyof ScoringFacts>().toEqualTypeOf<
      | 'addedDay'
      | 'brand'
      | 'category'
      | 'counts'
      | 'durable'
      | 'goesWith'
      | 'itemId'
      | 'lastsDays'
      | 'listPrice'
      | 'price'
      | 'traits'
    >()
    expectTypeOf<ScoringCatalogue>().not.toHaveProperty('product')
    expectTypeOf<ScoringFacts['traits']>().toEqualTypeOf<ReadonlyMap<string, string | boolean>>()
  })

  it('is refused as a field of a product', async () => {
    for (const field of ['margin', 'stock', 'clearance', 'commission'])
      await expect(catalogueOf([{ [field]: 1, item_id: 'a' }])).rejects.toMatchObject({
        code: 'invalid_request',
      })
  })

  it('changes no byte of any answer when it is hidden among free attributes', async () => {
    const plain = answers(await shop({}))
    // The detector: what a customer can see does change them.
    expect(answers(await shop({ flavour: 'smoky' }))).not.toBe(plain)
    for (const [name, value] of Object.entries(OWN))
      expect(answers(await shop({ [name]: value })), name).toBe(plain)
    expect(answers(await shop(OWN))).toBe(plain)
  })

  it('is not compared either', () => {
    const product = {
      attributes: { ...OWN, leaf: 'whole' },
      available: true,
      itemId: 'a',
      sensitive: false,
      title: 'A',
    }
    expect(comparable(product as unknown as Product).attributes).toEqual({ leaf: 'whole' })
  })
})
