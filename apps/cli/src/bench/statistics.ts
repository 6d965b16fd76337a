/**
 * Figures of a benchmark: percentiles, medians, spread, and a seeded source of chance.
 */

/** Middle and extremes of repeated runs. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly runs: number
}

/**
 * The value below which the share lies, by the nearest rank: an observed value, never between two.
 *
 * @param share in (0, 1]
 * @throws RangeError if there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('values is empty, expected at least one')
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

/** @throws RangeError if there are no values */
export function spreadOf(values: readonly number[]): Spread {
  return {
    least: Math.min(...values),
    median: percentile(values, 0.5),
    most: Math.max(...values),
    runs: values.length,
  }
}

/** Latencies as they are printed. */
export interface Latencies {
  readonly p50Ms: number
  readonly p90Ms: number
  readonly p99Ms: number
  readonly mostMs: number
  readonly count: number
}

/** @param latenciesMs at least one */
export function latenciesOf(latenciesMs: readonly number[]): Latencies {
  const at = (share: number) => rounded(percentile(latenciesMs, share))
  return { count: latenciesMs.length, mostMs: at(1), p50Ms: at(0.5), p90Ms: at(0.9), p99Ms: at(0.99) }
}

/** Two digits after the point. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * Numbers in [0, 1), the same for the same seed: mulberry32.
 *
 * @param seed 32-bit whole number
 */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
