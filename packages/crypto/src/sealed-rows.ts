/**
 * Sealing rows of personal data under their subject's key.
 *
 * The additional data names shop, subject, table and key version: a row moved to another person,
 * table or shop, or relabelled with another version, does not open. AES-256-GCM, NIST SP 800-38D.
 */
import type { Aead, PersonalTable, ShopId, SubjectId } from '@umiar/vocabulary'
import { framed } from './framing.ts'

/** Where a row belongs. */
export interface RowPlace {
  readonly shopId: ShopId
  readonly subject: SubjectId
  readonly table: PersonalTable
  readonly keyVersion: number
}

/**
 * Encrypts the content of a row.
 *
 * @param key 32 bytes, the subject's
 * @returns nonce ‖ ciphertext ‖ tag, 28 bytes longer than the plaintext
 */
export function sealRow(aead: Aead, key: Uint8Array, place: RowPlace, plaintext: Uint8Array): Uint8Array {
  return aead.seal(key, plaintext, rowAad(place))
}

/** @returns the content, or `undefined` if key, place or bytes do not fit together */
export function openRow(
  aead: Aead,
  key: Uint8Array,
  place: RowPlace,
  sealed: Uint8Array,
): Uint8Array | undefined {
  return aead.open(key, sealed, rowAad(place))
}

function rowAad(place: RowPlace): Uint8Array {
  return framed(['umiar v1 row', place.shopId, place.subject, place.table, place.keyVersion])
}
