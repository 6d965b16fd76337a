import { describe, expect, it } from 'vitest'
import { DEPARTMENTS } from '../../src/polana/departments.ts'
import { polana, polanaAt } from '../../src/polana/index.ts'
import { isKind, KINDS } from '../../src/polana/kinds.ts'
import { readTable } from '../../src/polana/read-table.ts'
import { polanaRows } from '../../src/polana/rows.ts'
import { inBothLanguages } from '../../src/polana/words.ts'

const DAY = 86_400_000
const { products } = polana
const byId = new Map(products.map((product) => [product.feed.item_id, product]))

describe('the catalogue of Polana', () => {
  it('has 240 products, 30 in each of 8 departments, none named like another in either language', () => {
    expect(byId.size).toBe(240)
    for (const { id } of DEPARTMENTS)
      expect(products.filter(({ feed }) => feed.category.startsWith(`${id}/`))).toHaveLength(30)
    for (const title of ['title', 'title_en'] as const)
      expect(new Set(products.map(({ feed }) => feed[title])).size).toBe(240)
    expect(new Set(products.map(({ description }) => description?.pl)).size).toBe(240)
  })

  it('gives each department four styles and six brands, and sells something of each', () => {
    for (const { brands, id, styles } of DEPARTMENTS) {
      const own = polanaRows().filter(({ department }) => department === id)
      expect(new Set(own.map(({ style }) => style)), id).toEqual(new Set(Object.keys(styles)))
      expect(new Set(own.map(({ brand }) => brand)), id).toEqual(new Set(brands))
      expect(Object.keys(styles)).toHaveLength(4)
      expect(brands).toHaveLength(6)
    }
  })

  it('speaks both languages in titles, sentences, facts, categories and variants', () => {
    for (const { description, facts, feed, variantNames, variants } of products) {
      const texts = [description, ...facts.flatMap(({ label, value }) => [label, value])]
      for (const text of texts) {
        expect(text?.pl, feed.item_id).toBeTruthy()
        expect(text?.en, feed.item_id).toBeTruthy()
      }
      expect(feed.title_en).toBeTruthy()
      expect(polana.categories.has(feed.category), feed.category).toBe(true)
      expect(facts.length, feed.item_id).toBeGreaterThanOrEqual(6)
      for (const variant of variants.filter((id) => /^[a-z]+$/.test(id)))
        expect(variantNames?.get(variant)?.pl, variant).toBeTruthy()
    }
    expect(() => inBothLanguages('unheard-of stuff', 'material')).toThrow(/no Polish form/)
  })

  it('offers some 520 variants, a few things sold out, a few organic, many that last', () => {
    const variants = products.reduce((sum, product) => sum + Math.max(1, product.variants.length), 0)
    expect(variants).toBeGreaterThan(480)
    expect(variants).toBeLessThan(560)
    expect(products.filter(({ feed }) => !feed.available)).toHaveLength(6)
    expect(products.filter(({ feed }) => feed.attributes?.eco === true).length).toBeGreaterThan(40)
    expect(byId.get('mlynek-reczny')?.feed.durable).toBe(true)
    expect(byId.get('buty-grzbiet')?.feed.durable).toBe(true)
    expect(byId.get('sencha-wiosenna')?.feed.durable).toBe(false)
    expect(byId.get('wosk-do-butow')?.feed.durable).toBe(false)
  })

  it('prices everything in złoty, and each tier above the one below it on average', () => {
    for (const { feed } of products) expect(feed.price.amount, feed.item_id).toMatch(/^[1-9]\d*\.\d\d$/)
    for (const { id } of DEPARTMENTS) {
      const mean = (tier: number): number => {
        const prices = polanaRows().filter((row) => row.department === id && row.tier === tier)
        return prices.reduce((sum, { price }) => sum + price, 0) / prices.length
      }
      expect(mean(1), id).toBeLessThan(mean(2))
      expect(mean(2), id).toBeLessThan(mean(3))
    }
  })

  it('reduces a tenth of it lawfully: below the lowest of 30 days, which is not above the price before', () => {
    const reduced = products.filter((product) => product.reduced !== undefined)
    expect(reduced).toHaveLength(24)
    for (const { feed, reduced: prices } of reduced) {
      const [now, before, lowest] = [feed.price, prices?.before, prices?.lowest30Days].map((price) =>
        Number(price?.amount),
      )
      expect(lowest, feed.item_id).toBeLessThanOrEqual(before ?? 0)
      expect(now, feed.item_id).toBeLessThan(lowest ?? 0)
    }
    expect(reduced.some(({ reduced: prices }) => prices?.lowest30Days.amount !== prices?.before.amount)).toBe(
      true,
    )
  })

  it('states the unit price of what is sold by weight or volume', () => {
    const fact = (id: string) => byId.get(id)?.facts.at(-1)
    expect(fact('mieszanka-domowa')).toEqual({
      label: { en: 'Price of 100 g', pl: 'Cena za 100 g' },
      value: { en: 'PLN 9.80', pl: '9,80 zł' },
    })
    expect(fact('ziemia-do-ziol')?.value.pl).toBe('1,90 zł')
  })

  it('completes things with things it sells openly and has in stock, and private matters with nothing', () => {
    expect(
      byId.get('mlynek-reczny')?.completes.map((id) => polanaRows().find((row) => row.id === id)?.kind),
    ).toEqual(['bean-bag', 'filters', 'scale'])
    for (const { adultsOnly, completes, feed } of products) {
      expect(new Set(completes).size).toBe(completes.length)
      for (const id of completes) {
        const other = byId.get(id)
        expect(other?.feed.available, `${feed.item_id} ${id}`).toBe(true)
        expect(other?.feed.sensitive === false && other.adultsOnly !== true, id).toBe(true)
        expect(id).not.toBe(feed.item_id)
      }
      if (feed.sensitive || adultsOnly) expect(completes).toEqual([])
      else expect(completes.length, feed.item_id).toBeGreaterThan(0)
    }
    for (const kind of Object.values(KINDS))
      expect(kind.completes.filter((name) => !isKind(name))).toEqual([])
  })

  it('keeps private matters sensitive and wine for adults, each on shelves of their own', () => {
    const shelves = (of: (typeof products)[number][]) => [...new Set(of.map(({ feed }) => feed.category))]
    expect(shelves(products.filter(({ feed }) => feed.sensitive))).toEqual([
      'daily/supplements',
      'daily/intimate',
    ])
    expect(shelves(products.filter(({ adultsOnly }) => adultsOnly))).toEqual(['daily/wine'])
    for (const { adultsOnly, feed } of products)
      expect(feed.attributes?.adults_only === true, feed.item_id).toBe(adultsOnly === true)
  })

  it('differs from day to day in release dates alone; what is new stays new', () => {
    const [monday, later] = [Date.UTC(2026, 10, 23, 9), Date.UTC(2027, 4, 3, 21)]
    const undated = (nowMs: number) =>
      polanaAt(nowMs).products.map(({ feed, ...rest }) => ({ ...rest, feed: { ...feed, released_at: '' } }))
    expect(undated(later)).toEqual(undated(monday))
    const ages = polanaAt(later).products.map(
      ({ feed }) => (later - Date.parse(feed.released_at ?? '')) / DAY,
    )
    expect(Math.min(...ages)).toBeGreaterThan(0)
    expect(ages.filter((age) => age < 60).length).toBeGreaterThan(10)
  })
})

describe('a table of products', () => {
  const tea = DEPARTMENTS[0] as (typeof DEPARTMENTS)[number]
  const good = `a | tea-pouch | green | Mgłowiec | fresh | 1 | 10.00 | moss | | Japan; 70 °C; 2 min; low; 50 g
A | Zdanie.
A | Sentence.`

  it('says which product is wrong and what is wrong with it', () => {
    expect(readTable(good, tea)).toHaveLength(1)
    const faults: readonly (readonly [string, string, RegExp])[] = [
      ['tea-pouch', 'teapouch', /a: no kind teapouch/],
      ['green', 'blue', /no shelf blue/],
      ['Mgłowiec', 'Mglowiec', /no brand/],
      ['fresh', 'stale', /no style/],
      ['10.00', '10', /no price 10/],
      ['moss', 'mos', /no colour/],
      ['| |', '| ecco |', /no flag ecco/],
      ['; low', '', /expected the facts/],
      ['A | Zdanie.', 'A', /title or sentence/],
    ]
    for (const [from, to, complaint] of faults)
      expect(() => readTable(good.replace(from, to), tea), to).toThrow(complaint)
  })
})
