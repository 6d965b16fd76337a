import { describe, expect, it } from 'vitest'
import { categoryOf } from '../../src/real-data/categories.ts'
import { CATEGORIES } from '../../src/real-data/category-table.ts'
import { drawnPicture } from '../../src/real-data/pictures.ts'
import { readableTitle } from '../../src/real-data/readable-title.ts'
import { realShop } from '../../src/real-data/real-shop.ts'

describe('a readable title', () => {
  it.each([
    ['WHITE HANGING HEART T-LIGHT HOLDER', 'White hanging heart T-light holder'],
    ['SET/6 RED SPOTTY  PAPER PLATES', 'Set/6 red spotty paper plates'],
    ['LETTER "K" BLING KEY RING', 'Letter "K" bling key ring'],
    ['CHARLIE+LOLA RED HOT WATER BOTTLE ', 'Charlie+Lola red hot water bottle'],
    ['METAL SIGN,CUPCAKE SINGLE HOOK', 'Metal sign, cupcake single hook'],
    ['BIRTHDAY CARD, RETRO SPOT,', 'Birthday card, retro spot'],
    ['3D DOG PICTURE PLAYING CARDS', '3D dog picture playing cards'],
    ['I LOVE LONDON MINI BACKPACK', 'I love London mini backpack'],
    ['S/3 POT POURI CUSHIONS', 'S/3 pot pouri cushions'],
    ['Dotcomgiftshop Gift Voucher', 'Dotcomgiftshop Gift Voucher'],
    ['ŻÓŁTY KUBEK', 'Żółty kubek'],
    ['"CHERRY" MUG', '"Cherry" mug'],
  ])('of %s is %s', (given, expected) => {
    expect(readableTitle(given)).toBe(expected)
  })
})

describe('the department of a title', () => {
  it.each([
    ['WHITE HANGING HEART T-LIGHT HOLDER', 'home/candles'],
    ['CHICK GREY HOT WATER BOTTLE', 'home/textiles'],
    ['WRAP PINK FAIRY CAKES', 'party/wrap'],
    ['PACK OF 72 RETROSPOT CAKE CASES', 'kitchen/baking'],
    ['JUMBO BAG RED RETROSPOT', 'bags/bags'],
    ['CHRISTMAS CRAFT WHITE FAIRY', 'party/christmas'],
    ['PINK BLUE FELT CRAFT TRINKET BOX', 'home/storage'],
    ['SILVER HEARTS', 'home/decorations'],
    ['CLAM SHELL SMALL', 'other'],
    ['', 'other'],
  ])('%s is %s', (title, path) => {
    expect(categoryOf(title)).toBe(path)
  })

  it('is told by words that each belong to one department', () => {
    const words = CATEGORIES.flatMap((one) =>
      [...one.words.split(' '), ...(one.phrases ?? [])].filter(Boolean).map((word) => [word, one.path]),
    )
    const twice = words.filter(([word], at) => words.findIndex(([other]) => other === word) !== at)
    expect(twice).toEqual([])
  })

  it('has a name in both languages and stands after its parent', () => {
    const paths = CATEGORIES.map(({ path }) => path)
    for (const { name, path } of CATEGORIES) {
      expect([name.en, name.pl].every((text) => text.length > 2)).toBe(true)
      const parent = path.split('/')[0] ?? ''
      expect(paths.indexOf(parent)).toBeLessThanOrEqual(paths.indexOf(path))
      expect(paths).toContain(parent)
    }
  })
})

describe('a drawn picture', () => {
  it('is the same for the same product, well-formed, and without a word of the title', () => {
    for (const { path, words } of CATEGORIES) {
      for (const word of words.split(' ')) {
        const title = `RED SPOTTY HEART ${word} <b>`
        const picture = drawnPicture('A1', title, path)
        expect(drawnPicture('A1', title, path)).toBe(picture)
        expect(picture).not.toContain('<b>')
        expect(picture).not.toMatch(/undefined|NaN/)
        const opened = picture.match(/<[a-z]+[^>]*[^/]>/gi)?.length
        expect(picture.match(/<\/[a-z]+>/gi)?.length).toBe(opened)
      }
    }
  })

  it('follows colour and pattern of the title', () => {
    const red = drawnPicture('A1', 'RED RETROSPOT MUG', 'kitchen/cups')
    expect(red).toContain('<pattern')
    expect(drawnPicture('A1', 'BLUE MUG', 'kitchen/cups')).not.toContain('<pattern')
  })
})

describe('a shop on a real list', () => {
  it('leaves out services and what has no price, and keeps categories the source has', () => {
    const shop = realShop(
      [
        { category: 'tea/green', item: '1', kind: 'product', price: '2.50', title: 'Sencha' },
        { item: '2', kind: 'product', title: 'NO PRICE MUG' },
        { item: '3', kind: 'product', price: '0.00', title: 'FREE MUG' },
        { item: '4', kind: 'service', price: '5.00', title: 'POSTAGE' },
      ],
      { currency: 'EUR', name: 'Shop' },
    )
    expect(shop.products.map(({ feed }) => feed)).toEqual([
      {
        available: true,
        category: 'tea/green',
        item_id: '1',
        price: { amount: '2.50', currency: 'EUR' },
        sensitive: false,
        title: 'Sencha',
      },
    ])
    expect([...shop.categories]).toEqual([
      ['tea', { en: 'tea', pl: 'tea' }],
      ['tea/green', { en: 'green', pl: 'green' }],
    ])
  })
})
