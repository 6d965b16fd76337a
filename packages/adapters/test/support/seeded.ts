/**
 * Bytes and choices that look random and are the same in every run.
 */
import { createHash } from 'node:crypto'
import type { Random } from '@umiar/vocabulary'

/** Bytes that depend on the seed only. */
export function seededBytes(seed: string, length: number): Uint8Array {
  const out = new Uint8Array(length)
  for (let at = 0, counter = 0; at < length; at += 32) {
    const block = createHash('sha256').update(`${counter++} ${seed}`).digest()
    out.set(block.subarray(0, Math.min(32, length - at)), at)
  }
  return out
}

/** A source of bytes for adapters under test. */
export function seededRandom(seed: string): Random {
  let draws = 0
  return { bytes: (length) => seededBytes(`${seed} draw ${draws++}`, length) }
}

/** Whole numbers below a bound. */
export function seededChoice(seed: string): (bound: number) => number {
  const random = seededRandom(seed)
  return (bound) => Buffer.from(random.bytes(4)).readUInt32BE(0) % bound
}
