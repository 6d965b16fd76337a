/**
 * A real AES-256-GCM and a counted source of bytes for the tests of this package: the shipped cipher
 * lives on a higher floor.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Aead, Random } from '@umiar/vocabulary'

/** Deterministic bytes: SHA-256 of seed and counter. */
export function seededRandom(seed: string): Random {
  let counter = 0
  return {
    bytes(length) {
      const chunks: Buffer[] = []
      for (let have = 0; have < length; have += 32) {
        chunks.push(createHash('sha256').update(`${seed} ${counter++}`).digest())
      }
      return new Uint8Array(Buffer.concat(chunks).subarray(0, length))
    },
  }
}

/** AES-256-GCM with nonces from the given source. */
export function gcm(random: Random): Aead {
  return {
    open(key, sealed, aad) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAAD(aad)
      decipher.setAuthTag(sealed.subarray(sealed.length - 16))
      try {
        const head = decipher.update(sealed.subarray(12, sealed.length - 16))
        return new Uint8Array(Buffer.concat([head, decipher.final()]))
      } catch {
        return undefined
      }
    },
    seal(key, plaintext, aad) {
      const nonce = random.bytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(aad)
      return new Uint8Array(
        Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
      )
    },
  }
}
