/**
 * Subject ids and subject keys: random, never derived, so that destroying the one wrapped copy of a
 * key makes everything sealed under it unreadable for good.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Aead, type Random, type ShopId, type SubjectId, subjectId } from '@umiar/vocabulary'
import { framed } from './framing.ts'
import { KEY_BYTES } from './installation-keys.ts'

/** Nonce (12) ‖ ciphertext (32) ‖ tag (16). */
export const WRAPPED_KEY_BYTES = 60

/** A fresh 128-bit id of a person. */
export function newSubjectId(random: Random): SubjectId {
  return subjectId(bytesToHex(random.bytes(16)))
}

/** A fresh 32-byte key of a person. */
export function newSubjectKey(random: Random): Uint8Array {
  return random.bytes(KEY_BYTES)
}

/**
 * Seals a subject key under the installation's wrap key, bound to shop and subject.
 *
 * @param key 32 bytes
 * @returns `WRAPPED_KEY_BYTES` bytes
 */
export function wrapSubjectKey(
  aead: Aead,
  wrapKey: Uint8Array,
  shopId: ShopId,
  subject: SubjectId,
  key: Uint8Array,
): Uint8Array {
  if (key.length !== KEY_BYTES) throw new RangeError(`key must be ${KEY_BYTES} bytes, got ${key.length}`)
  return aead.seal(wrapKey, key, wrapAad(shopId, subject))
}

/** @returns the 32-byte key, or `undefined` if the bytes were not wrapped for this shop and subject */
export function unwrapSubjectKey(
  aead: Aead,
  wrapKey: Uint8Array,
  shopId: ShopId,
  subject: SubjectId,
  wrapped: Uint8Array,
): Uint8Array | undefined {
  if (wrapped.length !== WRAPPED_KEY_BYTES) return undefined
  return aead.open(wrapKey, wrapped, wrapAad(shopId, subject))
}

function wrapAad(shopId: ShopId, subject: SubjectId): Uint8Array {
  return framed(['umiar v1 subject key', shopId, subject])
}
