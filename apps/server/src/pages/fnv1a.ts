/**
 * FNV-1a, 32 bits: a small number from a text, for colours and for seeds of invented worlds. Not for secrets.
 *
 * The final mixing step spreads ids that differ in their last sign only.
 */

/** @returns an integer in [0, 2³²) that depends on the text alone */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}
