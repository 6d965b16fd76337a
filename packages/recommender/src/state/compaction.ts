/**
 * Compaction: base and delta become one new base, without the sessions that count no more.
 *
 * It goes on in slices beside learning and forgetting. What changes meanwhile is noted, has a place in
 * the new base that counts no more, and stays in the delta.
 */
import { DictionaryBuilder, type ItemDictionary } from '../snapshot/item-dictionary.ts'
import { FORGOTTEN } from '../snapshot/segment.ts'
import { U32Column } from './growable.ts'
import { type Delta, Numbering, type OrderedSegment, type RowReader } from './ordered-segment.ts'
import { RowSet } from './row-set.ts'
import { SegmentBuilder } from './segment-builder.ts'

/** What a compaction leaves behind. */
export interface Compacted {
  readonly base: OrderedSegment
  readonly numbering: Numbering
  readonly names: ItemDictionary
  /** Place of each row in the base + 1; 0 where it has none. */
  readonly places: U32Column
  /** 1 where a session of the base counts no more. */
  readonly dead: Uint8Array
  readonly deadCount: number
}

/** Rows of all sessions in the model in canonical order. Cost: O(sessions). */
export function mergedOrder(base: OrderedSegment, dead: Uint8Array, { part, ranks }: Delta): Uint32Array {
  const order = new Uint32Array(base.rows.length + part.rows.length)
  let length = 0
  let d = 0
  for (let b = 0; b <= base.rows.length; b++) {
    while (d < ranks.length && ranks[d] === b) order[length++] = part.rows[d++]!
    if (b < base.rows.length && dead[b] === 0) order[length++] = base.rows[b]!
  }
  return order.slice(0, length)
}

export class Compaction {
  readonly #changed = new RowSet()
  readonly #numbering: Numbering
  readonly #builder: SegmentBuilder
  readonly #order: Uint32Array
  readonly #places: U32Column
  readonly #nameOf: (item: number) => string
  #placed = 0
  #namer: DictionaryBuilder | undefined
  #names: ItemDictionary | undefined
  #base: OrderedSegment | undefined

  /**
   * @param order rows of the model in canonical order
   * @param items names by the learner's number
   * @param rows  how many rows the learner has
   */
  constructor(order: Uint32Array, reader: RowReader, items: readonly string[], rows: number) {
    this.#order = order
    this.#numbering = new Numbering(items.length)
    this.#builder = new SegmentBuilder(order, reader, this.#numbering, false, this.#changed)
    this.#places = new U32Column(rows)
    this.#nameOf = (item) => items[this.#numbering.learnerNumber(item)]!
  }

  /** Notes that a row is no longer what it was at the start. */
  change(row: number): void {
    this.#changed.add(row)
  }

  /** Goes on for about so many sessions. @returns whether it is complete */
  work(sessions: number): boolean {
    this.#base ??= this.#builder.work(sessions)
    if (this.#base === undefined) return false
    const end = Math.min(this.#order.length, this.#placed + sessions)
    for (; this.#placed < end; this.#placed++)
      this.#places.values[this.#order[this.#placed]!] = this.#placed + 1
    if (end < this.#order.length) return false
    this.#namer ??= new DictionaryBuilder(this.#numbering.size, this.#nameOf)
    this.#names ??= this.#namer.work(sessions)
    return this.#names !== undefined
  }

  /** The result, in one go if it was not complete. Cost then: O(rows that changed). */
  finish(): Compacted {
    while (!this.work(this.#order.length));
    const base = this.#base!
    const dead = new Uint8Array(this.#order.length)
    let deadCount = 0
    for (const row of this.#changed.rows()) {
      const place = row < this.#places.values.length ? this.#places.values[row]! - 1 : -1
      if (place < 0) continue
      this.#places.values[row] = 0
      dead[place] = 1
      deadCount++
      base.segment.sessionSteps[place]! |= FORGOTTEN
    }
    return { base, dead, deadCount, names: this.#names!, numbering: this.#numbering, places: this.#places }
  }
}
