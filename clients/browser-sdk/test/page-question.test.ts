import { describe, expect, it } from 'vitest'
import { questionOf, readIds } from '../src/page-question.ts'

const asking = (attributes: Record<string, string>, ownCards = 4) => ({
  host: { getAttribute: (name: string) => attributes[name] ?? null },
  ownCards,
})
const question = (...shelves: ReturnType<typeof asking>[]) =>
  JSON.parse(JSON.stringify(questionOf(shelves, 'pl', [])))

describe('the question of a page', () => {
  it('unites lists; of single values the first counts', () => {
    const { context } = question(
      asking({ 'cart-item-ids': 'a,b', category: 'tea' }),
      asking({ 'cart-item-ids': 'b, c', category: 'coffee', 'page-type': 'cart', 'search-term': 'zolty' }),
    )
    expect(context).toEqual({
      cart_item_ids: ['a', 'b', 'c'],
      category: 'tea',
      item_ids: [],
      locale: 'pl',
      page_type: 'cart',
      search_term: 'zolty',
    })
  })

  it('asks for as many cards as the shop shows itself, unless the shop says how many', () => {
    const { slots } = question(
      asking({ 'slot-id': 'a' }, 6),
      asking({ limit: '3', 'slot-id': 'b' }, 6),
      asking({ limit: 'many' }, 0),
    )
    expect(slots).toEqual([
      { exclude_ids: [], id: 'a', limit: 6 },
      { exclude_ids: [], id: 'b', limit: 3 },
      { exclude_ids: [], id: 'shelf', limit: 4 },
    ])
  })

  it('leaves out what was put away on this page, besides what the shop leaves out', () => {
    const { slots } = questionOf([asking({ 'exclude-ids': 'a' })], 'pl', new Set(['b', 'a']))
    expect(slots[0]?.exclude_ids).toEqual(['a', 'b'])
  })

  it('cuts texts the engine would refuse', () => {
    expect(question(asking({ 'search-term': 'x'.repeat(600) })).context.search_term).toHaveLength(512)
  })
})

describe('ids in an attribute', () => {
  it('are separated by commas, each counted once', () => {
    expect(readIds(' a,b ,,a, c d')).toEqual(['a', 'b', 'c d'])
    expect(readIds('')).toEqual([])
  })
})
