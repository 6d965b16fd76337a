/**
 * Time, randomness and ciphers as ports: what the pure floors may not reach for themselves.
 */

/** The present. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  nowMs(): number
}

/** Unpredictable bytes. */
export interface Random {
  /** @returns `length` fresh random bytes from a cryptographic source */
  bytes(length: number): Uint8Array
}

/** Authenticated encryption, synchronous (server side). AES-256-GCM in the shipped adapter. */
export interface Aead {
  /**
   * @param key 32 bytes
   * @param aad authenticated, not stored
   * @returns nonce (12 bytes, random) ‖ ciphertext ‖ tag (16 bytes)
   */
  seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array
  /** @returns the plaintext, or `undefined` if key, aad or bytes do not fit together */
  open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | undefined
}

export const MS_PER_MINUTE = 60_000
export const MS_PER_DAY = 86_400_000

/** Whole UTC days since the Unix epoch. */
export function dayOf(ms: number): number {
  return Math.floor(ms / MS_PER_DAY)
}
