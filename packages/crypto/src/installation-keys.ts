/**
 * The keys of one installation, derived from its root key. HKDF-SHA256, RFC 5869.
 *
 * Nothing that must be destroyed one by one is derived here: a derived key comes back with its root.
 * Subject keys are therefore random (`subject-keys.ts`) and only wrapped under `wrapKey`.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { ShopId } from '@umiar/vocabulary'

export const KEY_BYTES = 32

/** Each 32 bytes, independent of the others. Treat them as constants: their hash states are cached. */
export interface InstallationKeys {
  /** Wraps subject keys. */
  readonly wrapKey: Uint8Array
  /** Wraps the keys of model segments and seals their list. */
  readonly modelKey: Uint8Array
  /** Keys the hashes under which people, events and records are found. */
  readonly indexKey: Uint8Array
  /** Signs shopper tokens. */
  readonly tokenKey: Uint8Array
}

/**
 * Derives the keys of an installation.
 *
 * @param rootKey 32 bytes
 * @param shopId  bound in as salt: another shop under the same root key has other keys
 * @throws RangeError if the root key is not 32 bytes long
 */
export function deriveInstallationKeys(rootKey: Uint8Array, shopId: ShopId): InstallationKeys {
  const salt = utf8ToBytes(`umiar v1 shop ${shopId}`)
  const derive = (use: string): Uint8Array => hkdfKey(rootKey, salt, use)
  return Object.freeze({
    indexKey: derive('index'),
    modelKey: derive('model'),
    tokenKey: derive('token'),
    wrapKey: derive('wrap'),
  })
}

/**
 * A value by which a store recognises its root key again without holding anything that helps to guess it.
 * Needs no shop id, since the store is opened with it before the id is known.
 *
 * @param rootKey 32 bytes
 * @returns 32 bytes
 */
export function rootKeyCheckOf(rootKey: Uint8Array): Uint8Array {
  const key = hkdfKey(rootKey, utf8ToBytes('umiar v1 store'), 'root key check')
  return hmac(sha256, key, utf8ToBytes('umiar v1: this store belongs to this root key'))
}

function hkdfKey(rootKey: Uint8Array, salt: Uint8Array, use: string): Uint8Array {
  if (rootKey.length !== KEY_BYTES) {
    throw new RangeError(`rootKey must be ${KEY_BYTES} bytes, got ${rootKey.length}`)
  }
  return hkdf(sha256, rootKey, salt, utf8ToBytes(`umiar v1 ${use} key`), KEY_BYTES)
}
