import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWords, foldText, searchIn, searchTextOf } from '../../src/index.ts'

interface Thing {
  readonly title: string
  readonly brand?: string
}
const found = (term: string, things: readonly Thing[]): string[] =>
  searchIn(term, things, ({ brand = '', title }) => searchTextOf([title], [brand])).map(({ brand, title }) =>
    brand === undefined ? title : `${title} (${brand})`,
  )
const titles = (...names: string[]): Thing[] => names.map((title) => ({ title }))
const letters = 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżAĄCĆEĘLŁNŃOÓSŚZŹŻ0129 -/'
const polish = fc.string({ maxLength: 40, unit: fc.constantFrom(...letters) })
const word = fc.string({ maxLength: 8, minLength: 1, unit: fc.constantFrom(...letters.slice(0, -3)) })

describe('folding', () => {
  it('takes every Polish letter to the key it stands on', () => {
    expect(foldText('Zażółć gęślą jaźń')).toBe('zazolc gesla jazn')
    expect(foldText('ŻÓŁTY')).toBe('zolty')
    expect(foldText('Łóżko')).toBe('lozko')
    expect(foldText('Smørrebrød, Straße, Œuvre')).toBe('smorrebrod, strasse, oeuvre')
  })

  it('takes a text apart into folded words', () => {
    expect(foldedWords('Żółta filiżanka, 200 ml (Ćmielów)')).toEqual([
      'zolta',
      'filizanka',
      '200',
      'ml',
      'cmielow',
    ])
  })

  it('gives the composed and the decomposed form of any text the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => foldText(text.normalize('NFC')) === foldText(text.normalize('NFD')),
      ),
    )
  })

  it('knows no case and changes nothing twice', () => {
    fc.assert(
      fc.property(polish, (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text))
        expect(foldText(text.toLowerCase())).toBe(foldText(text))
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('search', () => {
  it('finds words with Polish letters by their keys, and the other way round', () => {
    expect(found('zolty', titles('Żółty kubek', 'Zielony kubek'))).toEqual(['Żółty kubek'])
    expect(found('lozko', titles('Łóżko polowe'))).toEqual(['Łóżko polowe'])
    expect(found('żółty', titles('Zolty kubek'))).toEqual(['Zolty kubek'])
  })

  it('puts the exact spelling before the folded one, either way', () => {
    const things = titles('Sad jabłkowy', 'Sąd ostateczny', 'Sadzonka')
    expect(found('sąd', things)).toEqual(['Sąd ostateczny', 'Sad jabłkowy', 'Sadzonka'])
    expect(found('sad', things)).toEqual(['Sad jabłkowy', 'Sadzonka', 'Sąd ostateczny'])
  })

  it('puts whole words before beginnings before what stands inside', () => {
    expect(found('lina', titles('Dolina', 'Linarek', 'Lina'))).toEqual(['Lina', 'Linarek', 'Dolina'])
  })

  it('puts titles before brand and category', () => {
    const things = [{ brand: 'Polana', title: 'Kubek' }, { title: 'Polana zapachów' }]
    expect(found('polana', things)).toEqual(['Polana zapachów', 'Kubek (Polana)'])
  })

  it('wants every word, in any order and split at anything that is no letter or figure', () => {
    const things = titles('Gaiwan 120 ml', 'Gaiwan 90 ml')
    expect(found('120ml gaiwan', things)).toEqual([])
    expect(found('120-ml, GAIWAN!', things)).toEqual(['Gaiwan 120 ml'])
    expect(found('…', things)).toEqual([])
    expect(found('', things)).toEqual([])
  })

  it('keeps the order of equals', () => {
    expect(found('kubek', titles('Kubek B', 'Kubek A', 'Kubek C'))).toEqual(['Kubek B', 'Kubek A', 'Kubek C'])
  })

  it('answers the same for NFC and NFD, upper and lower case, of terms and of texts', () => {
    fc.assert(
      fc.property(word, fc.array(polish, { maxLength: 8 }), (term, names) => {
        const things = names.map((title, index) => ({ index, title }))
        const ask = (asked: string, spelled: (title: string) => string): number[] =>
          searchIn(asked, things, ({ title }) => searchTextOf([spelled(title)], [])).map(({ index }) => index)
        const expected = ask(term, (title) => title)
        expect(ask(term.normalize('NFD'), (title) => title)).toEqual(expected)
        expect(ask(term, (title) => title.normalize('NFD'))).toEqual(expected)
        expect(ask(term.toUpperCase(), (title) => title.toLowerCase())).toEqual(expected)
      }),
    )
  })

  it('finds every text by each of its own words, spelled or folded, the exact spelling never later', () => {
    let exercised = 0
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6, minLength: 1 }), (names) => {
        const things = titles(...names)
        for (const name of names) {
          expect(found(foldText(name), things)).toContain(name)
          const order = found(name, things)
          expect(order[0]?.toLowerCase()).toBe(name.toLowerCase())
          exercised += order.length > 1 ? 1 : 0
        }
      }),
    )
    expect(exercised).toBeGreaterThan(10)
  })
})
