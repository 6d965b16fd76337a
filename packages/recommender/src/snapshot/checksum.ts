/**
 * A checksum of 64 bits over 32-bit words: finds damage, proves nothing against a forger.
 *
 * Each step is reversible in the word and in the running value, so that two inputs that differ in one
 * word alone can never agree; any other damage goes unnoticed with a chance of 2⁻⁶⁴. Words instead of
 * bytes keep a hundred megabytes below a tenth of a second or so.
 */

/**
 * @param words read from `from` to the end
 * @returns two unsigned 32-bit halves
 *
 * Cost: O(words). Allocates only the answer.
 */
export function checksumOf(words: Uint32Array, from: number): readonly [number, number] {
  let a = 0x6a09e667 ^ words.length
  let b = 0xbb67ae85 ^ words.length
  for (let at = from; at < words.length; at++) {
    const word = words[at]!
    a = Math.imul(a ^ word, 0x9e3779b1)
    a = (a << 13) | (a >>> 19)
    b = Math.imul(b ^ word, 0x85ebca77)
    b = (b << 17) | (b >>> 15)
  }
  return [a >>> 0, b >>> 0]
}
