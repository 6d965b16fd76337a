/**
 * Repeatable chance for the invented world: the same seed gives the same shop on every machine.
 *
 * Mulberry32: 32 bits of state, good enough for made-up shoppers and for nothing else.
 */

/** Draws from one seed. */
export interface Draws {
  /** In [0, 1). */
  fraction(): number
  /** A whole number in [least, most]. */
  between(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<Value>(values: readonly Value[]): Value
  /** One of a list, likelier with a greater weight; weights are positive. */
  pickWeighted<Value>(values: readonly Value[], weight: (value: Value) => number): Value
  /** `digits` hexadecimal digits. */
  hex(digits: number): string
}

/** @param seed any 32-bit integer */
export function seededDraws(seed: number): Draws {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  return {
    between,
    fraction,
    hex: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
    pick<Value>(values: readonly Value[]): Value {
      if (values.length === 0) throw new RangeError('values is empty, expected at least one')
      return values[between(0, values.length - 1)] as Value
    },
    pickWeighted<Value>(values: readonly Value[], weight: (value: Value) => number): Value {
      if (values.length === 0) throw new RangeError('values is empty, expected at least one')
      let left = fraction() * values.reduce((sum, value) => sum + weight(value), 0)
      for (const value of values) {
        left -= weight(value)
        if (left < 0) return value
      }
      return values[values.length - 1] as Value
    },
  }
}
