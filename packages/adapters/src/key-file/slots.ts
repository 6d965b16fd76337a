/**
 * The format of the key file: a header, then slots of fixed size.
 *
 *     0    magic "UMIARKEY", version (u32), slot size (u32), crc32 of the 16 bytes before (u32); zeros up to 512
 *     512  slots of 128 bytes: state (1 = live, 0 = free), 3 zeros, id (16), wrapped key (60),
 *          crc32 of the 80 bytes before; zeros
 *
 * A slot never crosses a 512-byte sector, so a power cut leaves the old slot or the new one. A free slot
 * is all zeros: nothing of an erased key stays.
 */
import { crc32 } from 'node:zlib'
import { WRAPPED_KEY_BYTES } from '@umiar/crypto'

export const HEADER_BYTES = 512
export const SLOT_BYTES = 128
export const FORMAT_VERSION = 1

const MAGIC = 'UMIARKEY'
const ID_AT = 4
const WRAPPED_AT = 20
const CRC_AT = WRAPPED_AT + WRAPPED_KEY_BYTES

/** What a header says: usable, written by a newer version, or not ours. */
export type HeaderState = 'usable' | 'newer' | 'damaged'

/** The first 512 bytes of a key file. */
export function headerBytes(): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(MAGIC, 'latin1')
  header.writeUInt32BE(FORMAT_VERSION, 8)
  header.writeUInt32BE(SLOT_BYTES, 12)
  header.writeUInt32BE(crc32(header.subarray(0, 16)), 16)
  return header
}

/** Reads a header. */
export function headerState(header: Buffer): HeaderState {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 8) !== MAGIC) return 'damaged'
  if (header.readUInt32BE(16) !== crc32(header.subarray(0, 16))) return 'damaged'
  if (header.readUInt32BE(8) > FORMAT_VERSION) return 'newer'
  return header.readUInt32BE(12) === SLOT_BYTES ? 'usable' : 'damaged'
}

/** A live slot. @param id 32 hexadecimal digits @throws RangeError if the wrapped key is not 60 bytes long */
export function slotBytes(id: string, wrapped: Uint8Array): Buffer {
  if (wrapped.length !== WRAPPED_KEY_BYTES) {
    throw new RangeError(`a wrapped key must be ${WRAPPED_KEY_BYTES} bytes, got ${wrapped.length}`)
  }
  const slot = Buffer.alloc(SLOT_BYTES)
  slot[0] = 1
  slot.write(id, ID_AT, 'hex')
  slot.set(wrapped, WRAPPED_AT)
  slot.writeUInt32BE(crc32(slot.subarray(0, CRC_AT)), CRC_AT)
  return slot
}

/** A slot as read: free, damaged, or live with its content. */
export type Slot = 'free' | 'damaged' | { readonly id: string; readonly wrapped: Uint8Array }

/** Reads a slot. */
export function readSlot(slot: Buffer): Slot {
  if (slot.every((byte) => byte === 0)) return 'free'
  if (slot[0] !== 1 || slot.readUInt32BE(CRC_AT) !== crc32(slot.subarray(0, CRC_AT))) return 'damaged'
  return {
    id: slot.toString('hex', ID_AT, WRAPPED_AT),
    wrapped: new Uint8Array(slot.subarray(WRAPPED_AT, CRC_AT)),
  }
}
