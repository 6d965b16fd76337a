/**
 * Memory of the transition rows: slots of a few sizes, written once and used again when nobody reads them.
 *
 * A snapshot holds the slots it was published with. One given back waits for two further publications, is
 * zeroed, and serves again.
 */

import { sharedBytes } from '../snapshot/shared-arrays.ts'
import { CHUNK_SHIFT, chunkOf, ROW_HEADER, ROW_ROOMS, slotAt, wordOf } from '../snapshot/transition-rows.ts'

/** Publications after which a slot given back is free. */
const READERS = 2
/** Words of the first chunk: a small shop needs no more. */
const FIRST_CHUNK = 1 << 12

interface Leaving {
  readonly slot: number
  readonly room: number
  readonly since: number
}

export class RowArena {
  readonly chunks: Uint32Array[] = []
  readonly floats: Float32Array[] = []
  readonly #free = new Map<number, number[]>(ROW_ROOMS.map((room) => [room, []]))
  #leaving: Leaving[] = []
  #publications = 0
  /** Next word of the last chunk. */
  #at = FIRST_CHUNK

  /** A zeroed slot with room for so many entries. @param room one of `ROW_ROOMS` */
  take(room: number): number {
    const free = this.#free.get(room)!.pop()
    if (free !== undefined) return free
    const words = ROW_HEADER + 4 * room
    const last = this.chunks.at(-1)
    if (last === undefined || this.#at + words > last.length) {
      const buffer = sharedBytes(4 * (last === undefined ? FIRST_CHUNK : 1 << CHUNK_SHIFT))
      this.chunks.push(new Uint32Array(buffer))
      this.floats.push(new Float32Array(buffer))
      // Slot 0 says that there is none.
      this.#at = last === undefined ? ROW_HEADER : 0
    }
    const slot = slotAt(this.chunks.length - 1, this.#at)
    this.#at += words
    return slot
  }

  /** Gives a slot back. */
  giveBack(slot: number, room: number): void {
    this.#leaving.push({ room, since: this.#publications, slot })
  }

  /** Notes a publication. Cost: O(slots that become free). */
  published(): void {
    const last = ++this.#publications - READERS
    let kept = 0
    for (; kept < this.#leaving.length && this.#leaving[kept]!.since <= last; kept++) {
      const { room, slot } = this.#leaving[kept]!
      const word = wordOf(slot)
      this.chunks[chunkOf(slot)]!.fill(0, word, word + ROW_HEADER + 4 * room)
      this.#free.get(room)!.push(slot)
    }
    if (kept > 0) this.#leaving = this.#leaving.slice(kept)
  }
}
