import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoCatalogue } from '../../src/demo/index.ts'
import { CATEGORY_NAMES, MESSAGES, NOUNS, say } from '../../src/pages/messages.ts'
import { counted, pluralPl } from '../../src/pages/plural.ts'

const sources = readdirSync(new URL('../../src/pages/', import.meta.url))
  .filter((name) => name.endsWith('.ts') && name !== 'messages.ts')
  .map((name) => readFileSync(new URL(`../../src/pages/${name}`, import.meta.url), 'utf8'))
  .join('\n')

const placeholders = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join()

describe('the catalogue of messages', () => {
  it('has every sentence in both languages, with the same values in it', () => {
    const entries = Object.entries(MESSAGES)
    expect(entries.length).toBeGreaterThan(80)
    for (const [key, { en, pl }] of entries) {
      expect(en.trim(), key).not.toBe('')
      expect(pl.trim(), key).not.toBe('')
      expect(placeholders(pl), key).toBe(placeholders(en))
    }
  })

  it('has no sentence that no page uses', () => {
    const used = (key: string): boolean => sources.includes(`'${key}'`)
    expect(used('a.planted.key')).toBe(false)
    expect(Object.keys(MESSAGES).filter((key) => !used(key))).toEqual([])
  })

  it('is the only place with Polish texts', () => {
    const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/
    expect(polish.test('„zażółć”')).toBe(true)
    const code = sources.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll("'ł'", '')
    expect(code.split('\n').filter((line) => polish.test(line))).toEqual([])
  })

  it('names every category of the demo shop', () => {
    for (const { category } of demoCatalogue()) {
      expect(CATEGORY_NAMES[category], category).toBeDefined()
      expect(CATEGORY_NAMES[category.split('/')[0] ?? ''], category).toBeDefined()
    }
  })

  it('fills in values and leaves unknown ones visible', () => {
    expect(say('en', 'frame.cart_count', { n: 2 })).toBe('Cart (2)')
    expect(say('en', 'frame.cart_count')).toBe('Cart ({n})')
  })
})

describe('Polish plurals', () => {
  it.each([
    [0, 'produktów'],
    [1, 'produkt'],
    [2, 'produkty'],
    [4, 'produkty'],
    [5, 'produktów'],
    [11, 'produktów'],
    [12, 'produktów'],
    [14, 'produktów'],
    [21, 'produktów'],
    [22, 'produkty'],
    [25, 'produktów'],
    [101, 'produktów'],
    [102, 'produkty'],
    [112, 'produktów'],
    [1002, 'produkty'],
  ])('%i %s', (n, form) => {
    expect(pluralPl(n, 'produkt', 'produkty', 'produktów')).toBe(form)
  })

  it('count nouns in both languages', () => {
    expect(counted('pl', 1, NOUNS.viewed)).toBe('1 obejrzany produkt')
    expect(counted('pl', 3, NOUNS.viewed)).toBe('3 obejrzane produkty')
    expect(counted('pl', 5, NOUNS.viewed)).toBe('5 obejrzanych produktów')
    expect(counted('en', 1, NOUNS.products)).toBe('1 product')
    expect(counted('en', 0, NOUNS.products)).toBe('0 products')
  })
})
