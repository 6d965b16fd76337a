/**
 * Repeatable chance for the invented world: the same seed gives the same people on every machine.
 *
 * Mulberry32: 32 bits of state, good enough for made-up shoppers and for nothing else.
 */
import { stableHash } from '../polana/stable-hash.ts'

/** Draws from one seed. */
export interface Draws {
  /** In [0, 1). */
  fraction(): number
  /** True in a share of cases. */
  chance(share: number): boolean
  /** A whole number in [least, most]. */
  between(least: number, most: number): number
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number
  /** Poisson distributed. */
  poisson(mean: number): number
  /** Gumbel distributed: added to utilities, the greatest wins as a logit model says. */
  gumbel(): number
  /** One of a list that is not empty. */
  pick<Value>(values: readonly Value[]): Value
  /** An index, likelier with a greater weight; weights are not negative and one is positive. */
  pickIndex(weights: readonly number[]): number
}

/** @param name of the stream: every person draws from her own, so that one more changes nobody else */
export function seededDraws(seed: number, name: string): Draws {
  let state = stableHash(`${seed} ${name}`)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  return {
    between,
    chance: (share) => fraction() < share,
    fraction,
    gumbel: () => -Math.log(-Math.log(fraction() + 1e-12) + 1e-12),
    normal: () => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction()),
    pick<Value>(values: readonly Value[]): Value {
      if (values.length === 0) throw new RangeError('values is empty, expected at least one')
      return values[between(0, values.length - 1)] as Value
    },
    pickIndex: (weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0)
      if (!(sum > 0)) throw new RangeError(`weights sum up to ${sum}, expected more than 0`)
      let left = fraction() * sum
      for (const [index, weight] of weights.entries()) {
        left -= weight
        if (left < 0) return index
      }
      return weights.findLastIndex((weight) => weight > 0)
    },
    poisson: (mean) => {
      const limit = Math.exp(-mean)
      let product = fraction()
      let count = 0
      while (product > limit) {
        product *= fraction()
        count++
      }
      return count
    },
  }
}

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const ID_LENGTH = 22

/** An id of the form shops give their guests (22 letters of base64url), the same for the same name. */
export function inventedId(name: string): string {
  return Array.from({ length: ID_LENGTH }, (_, at) => ID_LETTERS[stableHash(`${name} ${at}`) % 64]).join('')
}
