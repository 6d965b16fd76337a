/**
 * Ciphers, randomness and time from the platform: the ports of the pure floors over `node:crypto`.
 *
 * AES-256-GCM, NIST SP 800-38D, with a random 96-bit nonce for each message. A subject key seals far
 * fewer than the 2^32 messages for which random nonces are safe (§8.3 there).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Aead, Clock, Random } from '@umiar/vocabulary'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag. */
export const nodeAead: Aead = Object.freeze({
  open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | undefined {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
    const end = sealed.length - TAG_BYTES
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(aad)
    decipher.setAuthTag(sealed.subarray(end))
    const plaintext = decipher.update(sealed.subarray(NONCE_BYTES, end))
    try {
      decipher.final()
    } catch {
      return undefined
    }
    return ownBytes(plaintext)
  },

  seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(aad)
    const ciphertext = cipher.update(plaintext)
    cipher.final()
    const sealed = new Uint8Array(NONCE_BYTES + ciphertext.length + TAG_BYTES)
    sealed.set(nonce)
    sealed.set(ciphertext, NONCE_BYTES)
    sealed.set(cipher.getAuthTag(), NONCE_BYTES + ciphertext.length)
    return sealed
  },
})

/** Bytes of the operating system's generator. */
export const systemRandom: Random = Object.freeze({
  bytes: (length: number): Uint8Array => ownBytes(randomBytes(length)),
})

/** The wall clock. */
export const systemClock: Clock = Object.freeze({ nowMs: (): number => Date.now() })

/** Out of the shared buffer pool: a view into it would carry its neighbours along when cloned. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}
