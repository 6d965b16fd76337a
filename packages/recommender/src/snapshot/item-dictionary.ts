/**
 * Product ids and their numbers, in flat arrays.
 *
 * A `Map` of a million strings takes half a second to build on the thread that serves requests; these
 * arrays are built by the learner and used in place. Ids are kept as UTF-16 code units, so that no
 * encoder is needed and comparison is byte for byte; numbers are found by open addressing.
 */
import type { ItemId } from '@umiar/vocabulary'
import { sharedU16, sharedU32 } from './shared-arrays.ts'

export interface ItemDictionary {
  /** Code units of all ids, one after the other. */
  readonly codes: Uint16Array
  /** Where each id starts in `codes`; length items + 1. */
  readonly start: Uint32Array
  /** Open addressing: position in the dictionary + 1, or 0. Length is a power of two. */
  readonly table: Uint32Array
}

/** Builds the dictionary of distinct ids; the position in `names` is the number. Cost: O(total length). */
export function buildDictionary(names: readonly string[]): ItemDictionary {
  let units = 0
  for (const name of names) units += name.length
  const codes = sharedU16(units)
  const start = sharedU32(names.length + 1)
  let slots = 8
  while (slots < names.length * 2) slots *= 2
  const table = sharedU32(slots)
  let at = 0
  for (let item = 0; item < names.length; item++) {
    const name = names[item]!
    start[item] = at
    for (let c = 0; c < name.length; c++) codes[at++] = name.charCodeAt(c)
    let slot = hashText(name) & (slots - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table[slot] = item + 1
  }
  start[names.length] = at
  return { codes, start, table }
}

/** Number of ids. */
export function dictionarySize(dictionary: ItemDictionary): number {
  return dictionary.start.length - 1
}

/** @returns the number of the id, or -1 */
export function findItem(dictionary: ItemDictionary, name: string): number {
  const { codes, start, table } = dictionary
  const mask = table.length - 1
  let slot = hashText(name) & mask
  for (;;) {
    const found = table[slot]!
    if (found === 0) return -1
    const from = start[found - 1]!
    if (start[found]! - from === name.length) {
      let c = 0
      while (c < name.length && codes[from + c] === name.charCodeAt(c)) c++
      if (c === name.length) return found - 1
    }
    slot = (slot + 1) & mask
  }
}

/** The id with this number. */
export function itemName(dictionary: ItemDictionary, item: number): ItemId {
  const units = dictionary.codes.subarray(dictionary.start[item]!, dictionary.start[item + 1]!)
  return String.fromCharCode(...units) as ItemId
}

/** FNV-1a over code units with a final mix, 32 bits, unsigned. `seed` gives independent hashes. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let c = 0; c < text.length; c++) hash = Math.imul(hash ^ text.charCodeAt(c), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
