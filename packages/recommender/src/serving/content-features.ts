/**
 * What a product is compared by: words of its titles, its category and those above, brand, attributes.
 *
 * A feature is a text with a field in front, so that the brand "Green" and the word "green" stay apart.
 * Folding of letters is the caller's: the product is found by the same words it is compared by.
 */
import type { Product } from '@umiar/vocabulary'

/** Splits a text into its words, lower case and without diacritics, as searching does. */
export type WordsOf = (text: string) => readonly string[]

/** Feature texts and the factor of their field. */
export type ContentFeatures = ReadonlyMap<string, number>

/** Factors of the fields on the rarity of a feature. */
const WORD = 2
const STEM = 1
const CATEGORY = 3
const BRAND = 3
const ATTRIBUTE = 2
const LONGEST_STEM = 5
const SHORTEST_STEM = 3

/** The features of a product; titles in any language count alike, a word said twice once. */
export function contentFeatures(product: Product, wordsOf: WordsOf): ContentFeatures {
  const features = new Map<string, number>()
  for (const title of [product.title, product.titleEn ?? '']) {
    for (const word of wordsOf(title)) {
      features.set(`word ${word}`, WORD)
      features.set(`stem ${stemOf(word)}`, STEM)
    }
  }
  const path = (product.category ?? '').split('/').filter((name) => name !== '')
  for (let depth = 1; depth <= path.length; depth++) {
    features.set(`category ${path.slice(0, depth).join('/')}`, CATEGORY)
  }
  if (product.brand !== undefined) features.set(`brand ${wordsOf(product.brand).join(' ')}`, BRAND)
  for (const [name, value] of Object.entries(product.attributes ?? {})) {
    features.set(`attribute ${name} ${typeof value} ${value}`, ATTRIBUTE)
  }
  return features
}

/** Beginnings stand in for grammar: "mug" and "mugs", "zielona" and "zielony" share theirs. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(SHORTEST_STEM, Math.min(LONGEST_STEM, word.length - 1)))
}
