/**
 * Closeness of products the slow, obvious way: every pair, everything counted anew.
 */
import type { Product } from '@umiar/vocabulary'
import { contentFeatures, type WordsOf } from '../../src/serving/content-features.ts'

/** All other products with their closeness to `asked`, best first; none with nothing in common. */
export function slowSimilar(
  products: readonly Product[],
  asked: Product,
  wordsOf: WordsOf,
): { itemId: string; score: number }[] {
  const level = (count: number): number => Math.floor(2 * Math.log2(count))
  const having = (feature: string): number =>
    products.filter((product) => contentFeatures(product, wordsOf).has(feature)).length
  const vector = (product: Product): Map<string, number> =>
    new Map(
      [...contentFeatures(product, wordsOf)].map(([feature, factor]) => [
        feature,
        factor * (level(products.length) - level(having(feature)) + 1),
      ]),
    )
  const dot = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
    [...a].reduce((sum, [feature, weight]) => sum + weight * (b.get(feature) ?? 0), 0)
  const own = vector(asked)
  return products
    .filter((product) => product.itemId !== asked.itemId)
    .map((product) => {
      const other = vector(product)
      const cosine = dot(own, other) / Math.sqrt(dot(own, own) * dot(other, other))
      return { itemId: product.itemId, score: cosine * (1 - 0.2 * (1 - priceCloseness(asked, product))) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
}

function priceCloseness(a: Product, b: Product): number {
  if (a.price === undefined || b.price === undefined || a.price.currency !== b.price.currency) return 0.5
  const [low, high] = [Number(a.price.amount), Number(b.price.amount)].sort((x, y) => x - y)
  return high === 0 ? 1 : low! / high!
}
