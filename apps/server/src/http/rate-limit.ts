/**
 * Rate limits, in memory only: a token bucket for each key and caller address.
 *
 * Addresses are mixed with a secret of this process and hashed before they become a map key: they are
 * not stored, not logged, and cannot be read back out of a memory dump by trying keys from outside.
 */
import { createHmac } from 'node:crypto'
import type { Clock, Random } from '@umiar/vocabulary'

/** What a request found in its bucket. */
export interface RateDecision {
  readonly allowed: boolean
  readonly limit: number
  /** Whole requests left. */
  readonly remaining: number
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number
  /** Seconds until one more request is let through; 0 if allowed. */
  readonly retryAfterSeconds: number
}

interface Bucket {
  tokens: number
  atMs: number
}

const WINDOW_MS = 60_000

export class RateLimiter {
  readonly #clock: Clock
  readonly #secret: Uint8Array
  readonly #mostBuckets: number
  readonly #buckets = new Map<string, Bucket>()

  /** @param mostBuckets beyond it the least recently used are let go */
  constructor(clock: Clock, random: Random, mostBuckets = 50_000) {
    this.#clock = clock
    this.#secret = random.bytes(32)
    this.#mostBuckets = mostBuckets
  }

  /** Buckets held. */
  get size(): number {
    return this.#buckets.size
  }

  /**
   * Takes one token.
   *
   * @param bearer  the key or token the caller showed
   * @param address the caller's address; only its keyed hash is kept
   * @param limit   requests a minute, 1 or more; also the greatest burst
   */
  take(bearer: string, address: string, limit: number): RateDecision {
    const name = createHmac('sha256', this.#secret)
      .update(bearer)
      .update('\0')
      .update(address)
      .digest('base64')
    const nowMs = this.#clock.nowMs()
    const former = this.#buckets.get(name)
    const grown =
      former === undefined ? limit : former.tokens + (Math.max(0, nowMs - former.atMs) * limit) / WINDOW_MS
    const available = Math.min(limit, grown)
    const allowed = available >= 1
    const tokens = allowed ? available - 1 : available
    // Deleting first moves the bucket to the end: the map's order is the order of last use.
    this.#buckets.delete(name)
    this.#buckets.set(name, { atMs: nowMs, tokens })
    if (this.#buckets.size > this.#mostBuckets) {
      for (const oldest of this.#buckets.keys()) {
        this.#buckets.delete(oldest)
        break
      }
    }
    const secondsPerToken = WINDOW_MS / 1000 / limit
    return {
      allowed,
      limit,
      remaining: Math.floor(tokens),
      resetSeconds: Math.ceil((limit - tokens) * secondsPerToken),
      retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) * secondsPerToken)),
    }
  }
}
