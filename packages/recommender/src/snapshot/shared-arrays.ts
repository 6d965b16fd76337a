/**
 * Typed arrays over memory that workers share.
 *
 * Posting a message copies an ordinary buffer and passes a shared one by reference. Where the
 * platform has no shared memory (a page without cross-origin isolation) ordinary buffers serve.
 */

/** @returns `length` zero bytes */
export function sharedBytes(length: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'function' ? new SharedArrayBuffer(length) : new ArrayBuffer(length)
}

/** @returns `length` zeros */
export function sharedU8(length: number): Uint8Array {
  return new Uint8Array(sharedBytes(length))
}

/** @returns `length` zeros */
export function sharedU16(length: number): Uint16Array {
  return new Uint16Array(sharedBytes(length * 2))
}

/** @returns `length` zeros */
export function sharedU32(length: number): Uint32Array {
  return new Uint32Array(sharedBytes(length * 4))
}

/** @returns `length` zeros */
export function sharedF64(length: number): Float64Array {
  return new Float64Array(sharedBytes(length * 8))
}
