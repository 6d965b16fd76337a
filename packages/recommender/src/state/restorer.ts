/**
 * From stored segments to the learner's rows, many people at once.
 *
 * Names are compared as code units where they lie, so that a name known from another segment costs no
 * string. Rows are made only when all segments are there, the oldest first: neighbours in time then lie
 * together, each count is found at once, and the sessions need no sorting afterwards.
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
  readonly #segments: StoredRows[] = []
  /** Of each session to come: its segment, its person there, its place there. */
  readonly #segmentOf = new U32Column(1024)
  readonly #personOf = new U32Column(1024)
  readonly #sessionOf = new U32Column(1024)
  #count = 0
  /** Open addressing over the hashes of names: item + 1, or 0. */
  #slots = new Uint32Array(1 << 12)
  #inSlots = 0

  constructor(rows: SessionRows, items: ItemTable) {
    this.#rows = rows
    this.#items = items
    for (let item = 0; item < items.size; item++) this.#place(item)
  }

  /**
   * Takes people of a segment over, who must be new. The segment is held until `finish`; its steps are
   * changed in place to the learner's numbers of their items.
   *
   * Cost: O(their steps).
   */
  take(stored: StoredRows, isWanted: (person: number) => boolean): void {
    const { codes, nameStart, sessionStart, stepStart } = stored
    const itemOf = new Int32Array(nameStart.length - 1).fill(-1)
    const segment = this.#segments.push(stored) - 1
    for (const column of [this.#segmentOf, this.#personOf, this.#sessionOf])
      column.reserve(this.#count + stepStart.length)
    for (let person = 0; person < peopleIn(stored); person++) {
      if (!isWanted(person)) continue
      const end = sessionStart[person + 1]!
      for (let session = sessionStart[person]!; session < end; session++) {
        this.#segmentOf.values[this.#count] = segment
        this.#personOf.values[this.#count] = person
        this.#sessionOf.values[this.#count++] = session
      }
      for (let step = stepStart[sessionStart[person]!]!; step < stepStart[end]!; step++) {
        const code = codes[step]!
        const name = code & ITEM_MASK
        if (itemOf[name]! < 0) itemOf[name] = this.#itemOf(stored, name)
        codes[step] = ((code & ~ITEM_MASK) | itemOf[name]!) >>> 0
      }
    }
  }

  /**
   * Makes the rows, by the time of their last step: neighbours in time then lie together in memory.
   *
   * @returns the rows in this order
   */
  finish(): Uint32Array {
    const order = this.#byTime()
    const rows = new Uint32Array(order.length)
    for (let n = 0; n < order.length; n++) {
      const at = order[n]!
      const stored = this.#segments[this.#segmentOf.values[at]!]!
      const session = this.#sessionOf.values[at]!
      const { keys, stepStart, subjects } = stored
      const person = this.#personOf.values[at]!
      const row = this.#rows.createHashed(subjects, person * 4, keys[session * 2]!, keys[session * 2 + 1]!)
      const start = stepStart[session]!
      const length = stepStart[session + 1]! - start
      this.#rows.makeRoom(row, length)
      copySteps(stored, start, length, this.#rows, this.#rows.extend(row, length))
      rows[n] = row
    }
    return rows
  }

  #byTime(): Uint32Array {
    // Milliseconds since 1970 in three digits; radix sort, the lowest digit first.
    const low = new Uint32Array(this.#count)
    const high = new Uint32Array(this.#count)
    for (let n = 0; n < this.#count; n++) {
      const { stepStart, times } = this.#segments[this.#segmentOf.values[n]!]!
      const session = this.#sessionOf.values[n]!
      const end = stepStart[session + 1]!
      if (end === stepStart[session]) continue
      const lastMs = times[end - 1]!
      high[n] = lastMs / DIGIT ** 2
      low[n] = lastMs % DIGIT ** 2
    }
    const lowest = sortedBy(low, 0, undefined)
    return sortedBy(high, 0, sortedBy(low, DIGIT_BITS, lowest))
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

/** Copies steps of a session. */
function copySteps(
  { codes, times }: StoredRows,
  start: number,
  length: number,
  rows: SessionRows,
  to: number,
): void {
  const ownCodes = rows.codes.values
  const ownTimes = rows.times.values
  for (let step = 0; step < length; step++) {
    ownCodes[to + step] = codes[start + step]!
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
