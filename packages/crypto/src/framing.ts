/**
 * Unambiguous byte strings from several parts: what is hashed or authenticated is framed here.
 *
 * Each part is preceded by its length (4 bytes, big endian), so that `ab ‖ c` and `a ‖ bc` differ.
 * The first part is always a domain label: a hash made for one use never equals one made for another.
 */

const encoder = new TextEncoder()

/**
 * Joins parts, each behind its length.
 *
 * @param parts text is encoded as UTF-8; numbers as 4 bytes, big endian, 0 … 2^32 - 1
 */
export function framed(parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  const chunks = parts.map(bytesOf)
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + 4 + chunk.length, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const chunk of chunks) {
    view.setUint32(at, chunk.length)
    out.set(chunk, at + 4)
    at += 4 + chunk.length
  }
  return out
}

function bytesOf(part: string | number | Uint8Array): Uint8Array {
  if (typeof part === 'string') return encoder.encode(part)
  if (typeof part !== 'number') return part
  if (!Number.isInteger(part) || part < 0 || part > 0xffff_ffff) {
    throw new RangeError(`a framed number must be an integer in [0, 2^32), got ${part}`)
  }
  const four = new Uint8Array(4)
  new DataView(four.buffer).setUint32(0, part)
  return four
}
