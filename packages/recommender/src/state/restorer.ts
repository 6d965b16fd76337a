/**
 * From stored segments to the learner's rows, many people at once.
 *
 * Names are compared as code units where they lie, so that a name known from another segment costs no
 * string. Rows are counted only when all are there, the oldest first: in the order of time each count is
 * found at once, and the sessions need no sorting afterwards.
 */
import { ITEM_MASK } from '../snapshot/segment.ts'
import { U32Column } from './growable.ts'
import type { ItemTable } from './item-table.ts'
import type { SessionRows } from './session-rows.ts'
import { peopleIn, type StoredRows } from './stored-rows.ts'

/** Bits of a digit, and its values. */
const DIGIT_BITS = 15
const DIGIT = 1 << DIGIT_BITS

export class Restorer {
  readonly #rows: SessionRows
  readonly #items: ItemTable
  readonly #taken = new U32Column(1024)
  #count = 0
  /** Open addressing over the hashes of names: item + 1, or 0. */
  #slots = new Uint32Array(1 << 12)
  #inSlots = 0

  constructor(rows: SessionRows, items: ItemTable) {
    this.#rows = rows
    this.#items = items
    for (let item = 0; item < items.size; item++) this.#place(item)
  }

  /** Takes people of a segment over, who must be new. Cost: O(their steps). */
  take(stored: StoredRows, isWanted: (person: number) => boolean): void {
    const { keys, nameStart, sessionStart, stepStart, subjects } = stored
    const itemOf = new Uint32Array(nameStart.length - 1)
    for (let item = 0; item < itemOf.length; item++) itemOf[item] = this.#itemOf(stored, item)
    for (let person = 0; person < peopleIn(stored); person++) {
      if (!isWanted(person)) continue
      for (let session = sessionStart[person]!; session < sessionStart[person + 1]!; session++) {
        const row = this.#rows.createHashed(subjects, person * 4, keys[session * 2]!, keys[session * 2 + 1]!)
        const start = stepStart[session]!
        const length = stepStart[session + 1]! - start
        this.#rows.makeRoom(row, length)
        const to = this.#rows.extend(row, length)
        copySteps(stored, start, length, itemOf, this.#rows, to)
        this.#taken.reserve(this.#count + 1)
        this.#taken.values[this.#count++] = row
      }
    }
  }

  /** The rows taken over, by the time of their last step. Cost: O(rows). */
  byTime(): Uint32Array {
    const rows = this.#taken.values.subarray(0, this.#count)
    // Milliseconds since 1970 in three digits; radix sort, the lowest digit first.
    const low = new Uint32Array(rows.length)
    const high = new Uint32Array(rows.length)
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]!
      const length = this.#rows.length(row)
      if (length === 0) continue
      const lastMs = this.#rows.times.values[this.#rows.start(row) + length - 1]!
      high[n] = lastMs / DIGIT ** 2
      low[n] = lastMs % DIGIT ** 2
    }
    const lowest = sortedBy(low, 0, undefined)
    const places = sortedBy(high, 0, sortedBy(low, DIGIT_BITS, lowest))
    for (let n = 0; n < places.length; n++) places[n] = rows[places[n]!]!
    return places
  }

  #itemOf({ nameCodes, nameStart }: StoredRows, item: number): number {
    const start = nameStart[item]!
    const end = nameStart[item + 1]!
    const mask = this.#slots.length - 1
    let slot = hashUnits(nameCodes, start, end) & mask
    for (let held = this.#slots[slot]!; held !== 0; held = this.#slots[slot]!) {
      const name = this.#items.names[held - 1]!
      let at = 0
      if (name.length === end - start)
        while (at < name.length && name.charCodeAt(at) === nameCodes[start + at]) at++
      if (at === end - start && name.length === at) return held - 1
      slot = (slot + 1) & mask
    }
    const number = this.#items.number(String.fromCharCode(...nameCodes.subarray(start, end)))
    this.#place(number)
    return number
  }

  #place(item: number): void {
    if (this.#inSlots * 2 >= this.#slots.length) {
      this.#slots = new Uint32Array(this.#slots.length * 2)
      this.#inSlots = 0
      for (let other = 0; other < item; other++) this.#place(other)
    }
    this.#inSlots++
    const mask = this.#slots.length - 1
    let slot = this.#items.hashA(item) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = item + 1
  }
}

/** `hashText` of code units where they lie. */
function hashUnits(codes: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ codes[at]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Copies steps under the learner's numbers of their items. */
function copySteps(
  { codes, times }: StoredRows,
  start: number,
  length: number,
  itemOf: Uint32Array,
  rows: SessionRows,
  to: number,
): void {
  const ownCodes = rows.codes.values
  const ownTimes = rows.times.values
  for (let step = 0; step < length; step++) {
    const code = codes[start + step]!
    ownCodes[to + step] = ((code & ~ITEM_MASK) | itemOf[code & ITEM_MASK]!) >>> 0
    ownTimes[to + step] = times[start + step]!
  }
}

/** Places ordered by one digit of their values, those of equal digits as they stood. */
function sortedBy(values: Uint32Array, shift: number, places: Uint32Array | undefined): Uint32Array {
  const mask = DIGIT - 1
  const next = new Uint32Array(DIGIT + 1)
  for (let n = 0; n < values.length; n++) next[((values[n]! >>> shift) & mask) + 1]!++
  for (let digit = 1; digit < next.length; digit++) next[digit]! += next[digit - 1]!
  const sorted = new Uint32Array(values.length)
  for (let n = 0; n < values.length; n++) {
    const place = places === undefined ? n : places[n]!
    sorted[next[(values[place]! >>> shift) & mask]!++] = place
  }
  return sorted
}
