/**
 * Which products are put before her: a few, spread over the departments, none she has marked already.
 *
 * The same for everybody with the same marks, so that the choice itself says nothing about her.
 */
import type { CentreProduct } from '../catalogue.ts'

/** Cards shown at a time. */
export const MOST_CARDS = 12

/**
 * Departments take turns, and within one its categories do: each card tells something new.
 *
 * @param candidates the most telling first
 * @param marked     ids that stand on one of her lists
 */
export function chooseCards(
  candidates: Iterable<CentreProduct>,
  marked: ReadonlySet<string>,
  most: number = MOST_CARDS,
): readonly CentreProduct[] {
  const departments = new Map<string, Map<string, CentreProduct[]>>()
  for (const product of candidates) {
    const category = product.category ?? ''
    const department = category.split('/')[0] ?? ''
    const categories = departments.get(department) ?? new Map<string, CentreProduct[]>()
    departments.set(department, categories)
    const shelf = categories.get(category) ?? []
    categories.set(category, shelf)
    shelf.push(product)
  }
  const rows = [...departments.values()].map((categories) => inTurns([...categories.values()]))
  // Marked ones are left out last: a mark brings the next of its kind and leaves the other cards in place.
  return inTurns(rows.map((row) => row.filter(({ itemId }) => !marked.has(itemId)))).slice(0, most)
}

/** The first of each list, then the second of each, and so on. */
function inTurns<Entry>(lists: readonly (readonly Entry[])[]): readonly Entry[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat()
}
