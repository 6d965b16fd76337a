/**
 * Typed arrays over memory that workers share.
 *
 * Posting a message copies an ordinary buffer and passes a shared one by reference. Where the
 * platform has no shared memory (a page without cross-origin isolation) ordinary buffers serve.
 */

function bytes(length: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'function' ? new SharedArrayBuffer(length) : new ArrayBuffer(length)
}

/** @returns `length` zeros */
export function sharedU8(length: number): Uint8Array {
  return new Uint8Array(bytes(length))
}

/** @returns `length` zeros */
export function sharedU16(length: number): Uint16Array {
  return new Uint16Array(bytes(length * 2))
}

/** @returns `length` zeros */
export function sharedU32(length: number): Uint32Array {
  return new Uint32Array(bytes(length * 4))
}

/** @returns `length` zeros */
export function sharedF64(length: number): Float64Array {
  return new Float64Array(bytes(length * 8))
}
