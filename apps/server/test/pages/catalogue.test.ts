import { describe, expect, it } from 'vitest'
import { demoCatalogue } from '../../src/demo/index.ts'
import { createCatalogue, fold } from '../../src/pages/catalogue.ts'
import { drawProduct } from '../../src/pages/pictures.ts'

const catalogue = createCatalogue(demoCatalogue())
const found = (term: string): readonly string[] => catalogue.search(term).map((product) => product.item_id)

describe('search', () => {
  it('finds Polish titles typed without diacritics, in any case and order', () => {
    expect(fold('ŻÓŁTA Łąka')).toBe('zolta laka')
    expect(found('jasminowe')).toEqual(['jasminowe-perly'])
    expect(found('KWIETNA łąka')).toEqual(['laka-kwietna'])
    expect(found('merino socks')).toEqual(['skarpety-welna'])
  })

  it('finds nothing for nothing, for nonsense and for hostile words', () => {
    for (const term of ['', '   ', 'xyzzy', '<script>', '.*', '('.repeat(500)])
      expect(found(term)).toEqual([])
  })
})

describe('categories', () => {
  it('hold what lies below them, and no neighbour with a like name', () => {
    expect(catalogue.inCategory('tea').length).toBeGreaterThan(catalogue.inCategory('tea/green').length)
    expect(catalogue.inCategory('te')).toEqual([])
    expect(catalogue.departments).toEqual(['tea', 'coffee', 'trail', 'garden', 'care'])
  })
})

describe('pictures', () => {
  it('are the same for the same id, differ between ids, and carry no text of the product', () => {
    expect(drawProduct('gaiwan', 'tea/ware')).toBe(drawProduct('gaiwan', 'tea/ware'))
    expect(drawProduct('sencha-wiosenna', 'tea/green')).not.toBe(drawProduct('gunpowder', 'tea/green'))
    expect(drawProduct('"><script>', '<script>')).not.toContain('script')
  })
})
