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

/** Builds a dictionary of distinct ids, in slices. */
export class DictionaryBuilder {
  readonly #size: number
  readonly #nameOf: (item: number) => string
  #codes: Uint16Array | undefined
  readonly #start: Uint32Array
  readonly #table: Uint32Array
  #item = 0
  #units = 0

  /** @param nameOf the id with each number from 0 to before `size` */
  constructor(size: number, nameOf: (item: number) => string) {
    this.#size = size
    this.#nameOf = nameOf
    this.#start = sharedU32(size + 1)
    let slots = 8
    while (slots < size * 2) slots *= 2
    this.#table = sharedU32(slots)
  }

  /** Goes on for so many ids. @returns the dictionary once it is complete */
  work(items: number): ItemDictionary | undefined {
    const end = Math.min(this.#size, this.#item + items)
    if (this.#codes === undefined) {
      for (; this.#item < end; this.#item++) this.#units += this.#nameOf(this.#item).length
      if (end < this.#size) return undefined
      this.#codes = sharedU16(this.#units)
      this.#item = this.#units = 0
      return this.#size === 0 ? this.#finished() : undefined
    }
    for (; this.#item < end; this.#item++) this.#enter(this.#codes, this.#item, this.#nameOf(this.#item))
    return end < this.#size ? undefined : this.#finished()
  }

  #enter(codes: Uint16Array, item: number, name: string): void {
    this.#start[item] = this.#units
    for (let c = 0; c < name.length; c++) codes[this.#units++] = name.charCodeAt(c)
    const mask = this.#table.length - 1
    let slot = hashText(name) & mask
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask
    this.#table[slot] = item + 1
  }

  #finished(): ItemDictionary {
    this.#start[this.#size] = this.#units
    return { codes: this.#codes!, start: this.#start, table: this.#table }
  }
}

/** Builds the dictionary in one go. Cost: O(total length). */
export function buildDictionary(size: number, nameOf: (item: number) => string): ItemDictionary {
  const builder = new DictionaryBuilder(size, nameOf)
  for (;;) {
    const built = builder.work(size)
    if (built !== undefined) return built
  }
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
