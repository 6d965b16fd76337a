/**
 * The k-th greatest of many numbers, without sorting them.
 *
 * Values are counted into buckets between 0 and the greatest; only the bucket that holds the wanted
 * one is searched. Two plain passes with few branches beat a selection over all values about twice.
 */

const BUCKETS = 256

/** Working memory for lists of a length up to that of `values`. */
export interface KthRoom {
  readonly values: Float64Array
  readonly counts: Uint32Array
}

/** @param length of the longest list */
export function kthRoom(length: number): KthRoom {
  return { counts: new Uint32Array(BUCKETS), values: new Float64Array(length) }
}

/**
 * The k-th greatest of the first `length` values (1 = the greatest).
 *
 * @param values each > 0 and finite; not changed
 * @param k      in [1, length]
 *
 * Cost: O(length) where values spread, O(length) expected in one bucket too.
 */
export function kthGreatest(values: Float64Array, length: number, k: number, room: KthRoom): number {
  const { counts, values: candidates } = room
  let greatest = 0
  for (let n = 0; n < length; n++) if (values[n]! > greatest) greatest = values[n]!
  const scale = (BUCKETS - 1) / greatest
  counts.fill(0)
  for (let n = 0; n < length; n++) counts[(values[n]! * scale) | 0]!++
  let bucket = BUCKETS - 1
  let above = 0
  while (above + counts[bucket]! < k) above += counts[bucket--]!
  let found = 0
  for (let n = 0; n < length; n++) {
    if (((values[n]! * scale) | 0) === bucket) candidates[found++] = values[n]!
  }
  return selected(candidates, found, k - above)
}

/** Quick selection with middle-of-three pivots, no randomness. Changes the order of the values. */
function selected(values: Float64Array, length: number, k: number): number {
  let low = 0
  let high = length - 1
  const wanted = k - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const a = values[low]!
    const b = values[middle]!
    const c = values[high]!
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = low
    let j = high
    while (i <= j) {
      while (values[i]! > pivot) i++
      while (values[j]! < pivot) j--
      if (i > j) break
      const swapped = values[i]!
      values[i++] = values[j]!
      values[j--] = swapped
    }
    if (wanted <= j) high = j
    else if (wanted >= i) low = i
    else return values[wanted]!
  }
  return values[wanted]!
}
