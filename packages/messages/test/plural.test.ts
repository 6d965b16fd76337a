import { describe, expect, it } from 'vitest'
import { counted, NOUNS, pluralPl } from '../src/index.ts'

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
