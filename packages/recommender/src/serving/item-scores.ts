/**
 * Sums by item for one question: a small open-addressed table.
 *
 * An array with a place for every item of the catalogue is simpler, but a question touches some
 * hundred items scattered over it, each a miss of the processor's nearest cache. The table stays
 * small and is clean again after use.
 */

/** Sums of the items met so far, in the order they were first met. */
export class ItemScores {
  /** Item number + 1 of each slot; 0 where it is free. */
  keys: Uint32Array
  /** Sum of each slot. */
  sums: Float64Array
  /** Slots in use, in the order they were taken. */
  slots: Uint32Array
  /** Number of slots in use. */
  length = 0
  #shift: number

  /** @param room items expected; it grows beyond */
  constructor(room = 512) {
    const bits = Math.max(4, Math.ceil(Math.log2(room * 2)))
    this.#shift = 32 - bits
    this.keys = new Uint32Array(2 ** bits)
    this.sums = new Float64Array(2 ** bits)
    this.slots = new Uint32Array(2 ** (bits - 1))
  }

  /** Adds `value` to the item's sum. Cost: O(1) expected. */
  add(item: number, value: number): void {
    const { keys } = this
    const mask = keys.length - 1
    const key = item + 1
    let slot = Math.imul(item, 0x9e3779b1) >>> this.#shift
    for (;;) {
      const found = keys[slot]!
      if (found === key) {
        this.sums[slot]! += value
        return
      }
      if (found === 0) break
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    this.sums[slot] = value
    this.slots[this.length++] = slot
    if (this.length === this.slots.length) this.#grow()
  }

  /** Slot of the item, or −1. */
  find(item: number): number {
    const mask = this.keys.length - 1
    let slot = Math.imul(item, 0x9e3779b1) >>> this.#shift
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === item + 1) return slot
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Forgets all sums. Cost: O(items met). */
  clear(): void {
    for (let n = 0; n < this.length; n++) this.keys[this.slots[n]!] = 0
    this.length = 0
  }

  #grow(): void {
    const { keys, length, slots, sums } = this
    this.#shift--
    this.keys = new Uint32Array(keys.length * 2)
    this.sums = new Float64Array(sums.length * 2)
    this.slots = new Uint32Array(slots.length * 2)
    this.length = 0
    for (let n = 0; n < length; n++) this.add(keys[slots[n]!]! - 1, sums[slots[n]!]!)
  }
}
