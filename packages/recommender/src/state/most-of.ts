/**
 * The items with the greatest values, best first.
 */
import { sharedU32 } from '../snapshot/shared-arrays.ts'

/**
 * @param values   by item number; only those above 0 are listed
 * @param limit    items wanted at most
 * @param previous an earlier list of the same limit; where little changed since, it spares most of the sorting
 * @param nameOf   breaks ties: the lesser name stands first
 *
 * Cost: O(items + limit log limit).
 */
export function mostOf(
  values: Float64Array,
  limit: number,
  previous: Uint32Array | undefined,
  nameOf: (item: number) => string,
): Uint32Array {
  const compare = (a: number, b: number): number =>
    values[b]! - values[a]! || (nameOf(a) < nameOf(b) ? -1 : 1)
  let floor = previous?.length === limit ? leastOf(values, previous) : 0
  let found: number[] = []
  for (let item = 0; item < values.length; item++) {
    if (values[item]! <= 0 || values[item]! < floor) continue
    found.push(item)
    // Sorting twice the wanted number now and then is cheaper than keeping a heap with named ties.
    if (found.length < limit * 2) continue
    found = found.sort(compare).slice(0, limit)
    floor = values[found.at(-1)!]!
  }
  const best = found.sort(compare).slice(0, limit)
  const listed = sharedU32(best.length)
  listed.set(best)
  return listed
}

/** No item below the least of so many can be among the best. An item that is gone counts 0. */
function leastOf(values: Float64Array, items: Uint32Array): number {
  let least = Number.POSITIVE_INFINITY
  for (const item of items) least = Math.min(least, values[item] ?? 0)
  return least
}
