/**
 * Keys of the model's segments on disk: random, one per file, wrapped under the installation's model key.
 *
 * A segment that is rewritten gets a new key and the old one is destroyed, so that a copy of the old file
 * stays shut. The additional data names shop, format, number and part: a file moved to another place or
 * shop does not open.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Aead, Random, SegmentId, ShopId } from '@umiar/vocabulary'
import { framed } from './framing.ts'
import { KEY_BYTES } from './installation-keys.ts'

/** A fresh 128-bit id. */
export function newSegmentId(random: Random): SegmentId {
  return bytesToHex(random.bytes(16)) as SegmentId
}

/** A fresh 32-byte key. */
export function newSegmentKey(random: Random): Uint8Array {
  return random.bytes(KEY_BYTES)
}

/** @returns `WRAPPED_KEY_BYTES` bytes, bound to shop and segment */
export function wrapSegmentKey(
  aead: Aead,
  modelKey: Uint8Array,
  shopId: ShopId,
  segment: SegmentId,
  key: Uint8Array,
): Uint8Array {
  return aead.seal(modelKey, key, framed(['umiar v1 segment key', shopId, segment]))
}

/** @returns the 32-byte key, or `undefined` if the bytes were not wrapped for this shop and segment */
export function unwrapSegmentKey(
  aead: Aead,
  modelKey: Uint8Array,
  shopId: ShopId,
  segment: SegmentId,
  wrapped: Uint8Array,
): Uint8Array | undefined {
  return aead.open(modelKey, wrapped, framed(['umiar v1 segment key', shopId, segment]))
}

/** What a part of a segment file is bound to. */
export function segmentAad(
  shopId: ShopId,
  version: number,
  number: number,
  part: 'rows' | 'marks',
): Uint8Array {
  return framed(['umiar v1 model segment', shopId, version, number, part])
}

/** What the list of segments is bound to. */
export function manifestAad(shopId: ShopId, version: number): Uint8Array {
  return framed(['umiar v1 model manifest', shopId, version])
}
