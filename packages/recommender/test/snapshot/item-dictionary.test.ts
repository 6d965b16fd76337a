import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDictionary, dictionarySize, findItem, itemName } from '../../src/snapshot/item-dictionary.ts'

describe('item dictionary', () => {
  it('finds every name it was built of, gives it back whole, and knows no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 12, minLength: 1, unit: 'binary' })),
        fc.string({ unit: 'binary' }),
        (names, other) => {
          const dictionary = buildDictionary(names.length, (item) => names[item]!)
          expect(dictionarySize(dictionary)).toBe(names.length)
          names.forEach((name, item) => {
            expect(findItem(dictionary, name)).toBe(item)
            expect(itemName(dictionary, item)).toBe(name)
          })
          if (!names.includes(other)) expect(findItem(dictionary, other)).toBe(-1)
        },
      ),
      { seed: 3 },
    )
  })
})
