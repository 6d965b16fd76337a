/**
 * What speaks for each item in one question: a small open-addressed table of records.
 *
 * A question touches a thousand items or so, scattered over the catalogue. Each gets a record of eight sums, a
 * line of the processor's cache, in the order they are met; nothing of the catalogue's size is ever cleared.
 */

/** Sums of a record. */
export const SUMS = 8
/** Votes of the neighbours. */
export const VOTES = 0
/** Those for steps after the shared item. */
export const VOTES_AFTER = 1
/** The greatest single vote. */
export const VOTE_MOST = 2
/** Votes of neighbours that share more than one item. */
export const VOTES_SHARED = 3
/** Rows of the newest items of the visit. */
export const NEAR = 4
/** Rows of all items of the visit. */
export const VISIT = 5
/** Two hops. */
export const SECOND = 6
/** Three hops. */
export const THIRD = 7

export class Evidence {
  /** Number of records. */
  length = 0
  /** Item of each record. */
  items: Uint32Array
  /** `SUMS` numbers per record. */
  sums: Float64Array
  /** Entry + 1 of the item in the newest item's row; 0 if it is not there. */
  entry: Uint8Array
  /** Free for the caller; 0 in a new record. */
  mark: Uint32Array
  /** Record + 1 of each slot; 0 where it is free. */
  #slots: Uint32Array
  #shift: number

  /** @param room items expected; it grows beyond */
  constructor(room = 2_048) {
    const bits = Math.max(4, Math.ceil(Math.log2(room * 2)))
    this.#shift = 32 - bits
    this.#slots = new Uint32Array(2 ** bits)
    this.items = new Uint32Array(2 ** (bits - 1))
    this.sums = new Float64Array(SUMS * 2 ** (bits - 1))
    this.entry = new Uint8Array(2 ** (bits - 1))
    this.mark = new Uint32Array(2 ** (bits - 1))
  }

  /** The item's record, a new one with zeros if it has none. Cost: O(1) expected. */
  record(item: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = Math.imul(item, 0x9e3779b1) >>> this.#shift
    for (;;) {
      const found = slots[slot]!
      if (found === 0) break
      if (this.items[found - 1] === item) return found - 1
      slot = (slot + 1) & mask
    }
    if (this.length === this.items.length) {
      this.#grow()
      return this.record(item)
    }
    const record = this.length++
    slots[slot] = record + 1
    this.items[record] = item
    this.entry[record] = 0
    this.mark[record] = 0
    const { sums } = this
    const at = record * SUMS
    sums[at] = 0
    sums[at + 1] = 0
    sums[at + 2] = 0
    sums[at + 3] = 0
    sums[at + 4] = 0
    sums[at + 5] = 0
    sums[at + 6] = 0
    sums[at + 7] = 0
    return record
  }

  /** The item's record, or −1. */
  find(item: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = Math.imul(item, 0x9e3779b1) >>> this.#shift
    while (slots[slot] !== 0) {
      if (this.items[slots[slot]! - 1] === item) return slots[slot]! - 1
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Forgets all records. */
  clear(): void {
    this.#slots.fill(0)
    this.length = 0
  }

  #grow(): void {
    const { entry, items, length, mark, sums } = this
    this.#shift--
    this.#slots = new Uint32Array(this.#slots.length * 2)
    this.items = new Uint32Array(items.length * 2)
    this.sums = new Float64Array(sums.length * 2)
    this.entry = new Uint8Array(entry.length * 2)
    this.mark = new Uint32Array(mark.length * 2)
    this.length = 0
    for (let n = 0; n < length; n++) this.record(items[n]!)
    this.sums.set(sums)
    this.entry.set(entry)
    this.mark.set(mark)
  }
}
