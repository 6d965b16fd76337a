/**
 * The items with the greatest values, best first.
 */
import { sharedU32 } from '../snapshot/shared-arrays.ts'

/**
 * @param values by item number; only those above 0 are listed
 * @param limit  items wanted at most, ≥ 1
 * @param guess  a value that about so many items are expected to reach; a bad guess costs time, never items
 * @param nameOf breaks ties: the lesser name stands first
 *
 * Cost: O(items + limit log limit).
 */
export function mostOf(
  values: Float64Array,
  limit: number,
  guess: number,
  nameOf: (item: number) => string,
): Uint32Array {
  const compare = (a: number, b: number): number =>
    values[b]! - values[a]! || (nameOf(a) < nameOf(b) ? -1 : 1)
  let floor = guess
  let found: number[] = []
  for (let item = 0; item < values.length; item++) {
    if (values[item]! <= 0 || values[item]! < floor) continue
    found.push(item)
    // Sorting twice the wanted number now and then is cheaper than keeping a heap with named ties.
    if (found.length < limit * 2) continue
    found = found.sort(compare).slice(0, limit)
    floor = values[found.at(-1)!]!
  }
  if (found.length < limit && guess > 0) return mostOf(values, limit, 0, nameOf)
  const best = found.sort(compare).slice(0, limit)
  const listed = sharedU32(best.length)
  listed.set(best)
  return listed
}

/** The value of the last of a full list, as a guess for the next. */
export function leastOf(values: Float64Array, listed: Uint32Array, limit: number): number {
  return listed.length < limit ? 0 : values[listed[limit - 1]!]!
}
