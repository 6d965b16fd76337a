/**
 * Keeps the transition rows: which have to be built anew, and what a snapshot gets of them.
 *
 * A row may lag behind learning; it is built anew in slices, in the order in which it fell behind. It never
 * lags behind forgetting: rows that rest on a session that went are built anew, or dropped, before the
 * next snapshot.
 */
import type { TransitionConfig } from '../serving/transition-config.ts'
import {
  FORGOTTEN,
  ITEM_MASK,
  type ModelSnapshot,
  type Segment,
  stepsOf,
  stepsStart,
} from '../snapshot/segment.ts'
import { sharedU32 } from '../snapshot/shared-arrays.ts'
import {
  chunkOf,
  countGone,
  ENTRY_MASK,
  NO_ITEM,
  ROOM_SHIFT,
  ROW_HEADER,
  roomFor,
  type TransitionRows,
  wordOf,
} from '../snapshot/transition-rows.ts'
import { U32Column } from './growable.ts'
import type { Delta, Numbering, OrderedSegment } from './ordered-segment.ts'
import { RowArena } from './row-arena.ts'
import { RowBuilder, type RowSource } from './row-builder.ts'

/** Rows built anew at once after forgetting; those beyond are dropped until their turn comes. */
const URGENT_ROWS = 200
/** What building a row costs beside its sessions, in sessions. */
const OWN_COST = 8

export class RowKeeper {
  readonly #builder: RowBuilder
  readonly #arena = new RowArena()
  /** Slot of each row by the learner's number; 0 without one. */
  readonly #slotOf = new U32Column()
  /** Slots as the last snapshot has them. */
  #published: Uint32Array = new Uint32Array(0)
  /** Items whose rows fell behind, by the learner's numbers, in that order. */
  readonly #pending = new Set<number>()
  /** Items whose rows rest on a session that went. */
  readonly #urgent = new Set<number>()
  #source: (RowSource & { readonly numbering: Numbering }) | undefined
  /** Do rows differ from those of the last snapshot? */
  #isChanged = true

  constructor(config: TransitionConfig) {
    this.#builder = new RowBuilder(config)
  }

  /** Does a row differ from the last snapshot's? */
  get isChanged(): boolean {
    return this.#isChanged
  }

  /** Is there a row that could be built anew now? */
  get hasWork(): boolean {
    return this.#source !== undefined && this.#pending.size > 0
  }

  /** Notes that the row of the item rests on a session that goes: who reads it now finds it empty. */
  forget(item: number): void {
    this.#urgent.add(item)
    for (const slots of [this.#slotOf.values, this.#published]) {
      const slot = item < slots.length ? slots[item]! : 0
      if (slot === 0) continue
      this.#arena.chunks[chunkOf(slot)]![wordOf(slot)]! &= ~ENTRY_MASK
      this.#arena.floats[chunkOf(slot)]!.fill(0, wordOf(slot) + 1, wordOf(slot) + ROW_HEADER)
    }
  }

  /** Sessions are read from these parts until the next call. */
  readFrom(base: Segment, { numbering, part, ranks }: Delta): void {
    this.#source = { base, delta: part.segment, items: numbering.size, numbering, ranks }
  }

  /** A compaction ended: the parts read so far are no longer told of what is forgotten. */
  stopReading(): void {
    this.#source = undefined
  }

  /**
   * Makes sure that no row rests on a session that went, and goes on a little with the others.
   *
   * @param changed items whose sessions changed since the last time
   */
  catchUp(changed: readonly number[], sessions: number): void {
    for (const item of changed) this.#pending.add(item)
    let built = 0
    for (const item of this.#urgent) {
      if (built++ < URGENT_ROWS) this.#build(item)
      else {
        this.#drop(item)
        this.#pending.add(item)
      }
    }
    this.#urgent.clear()
    this.work(sessions)
  }

  /** Builds rows anew that fell behind, from about so many sessions. */
  work(sessions: number): void {
    if (this.#source === undefined) return
    let left = sessions
    for (const item of this.#pending) {
      if (left <= 0) return
      this.#build(item)
      left -= this.#builder.sessions + OWN_COST
    }
  }

  #build(item: number): void {
    this.#pending.delete(item)
    const { numbering } = this.#source!
    const number = numbering.find(item)
    this.#drop(item)
    if (number < 0) return
    const row = this.#builder
    row.build(this.#source!, number)
    if (row.sessions === 0) return
    const { entries } = row
    const room = roomFor(entries)
    const slot = this.#arena.take(room)
    const words = this.#arena.chunks[chunkOf(slot)]!
    const floats = this.#arena.floats[chunkOf(slot)]!
    const at = wordOf(slot)
    words[at] = (room << ROOM_SHIFT) | entries
    floats[at + 1] = row.total
    floats[at + 2] = row.goesOn
    floats[at + 3] = row.self
    for (let entry = 0; entry < entries; entry++) {
      const place = at + ROW_HEADER + entry
      words[place] = numbering.learnerNumber(row.item(entry))
      floats[place + room] = row.value(entry)
      floats[place + 2 * room] = row.after(entry)
      floats[place + 3 * room] = row.next(entry)
    }
    this.#slotOf.values[item] = slot
    this.#isChanged = true
  }

  #drop(item: number): void {
    this.#slotOf.reserve(item + 1)
    const slot = this.#slotOf.values[item]!
    if (slot === 0) return
    this.#arena.giveBack(slot, this.#arena.chunks[chunkOf(slot)]![wordOf(slot)]! >>> ROOM_SHIFT)
    this.#slotOf.values[item] = 0
    this.#isChanged = true
  }

  /**
   * What a snapshot gets.
   *
   * @param items    how many numbers the learner has given
   * @param previous snapshot of the same base
   *
   * Cost: O(items + steps of the newest 16th of the sessions).
   */
  publish(
    base: OrderedSegment,
    { numbering, part, ranks }: Delta,
    items: number,
    sessionCount: number,
    previous: ModelSnapshot | undefined,
  ): TransitionRows {
    this.#arena.published()
    const before = previous?.rows
    this.#slotOf.reserve(items)
    const slotOf =
      before !== undefined && !this.#isChanged && before.slotOf.length === items
        ? before.slotOf
        : copyOf(this.#slotOf.values.subarray(0, items))
    this.#isChanged = false
    this.#published = slotOf
    const windows = newestWindows(base.segment, part.segment, ranks, sessionCount, numbering.size)
    return {
      ...numbersOf(numbering, items, before),
      chunks: [...this.#arena.chunks],
      goneInBase: countGone(base.segment, sharedU32),
      goneInDelta: countGone(part.segment, sharedU32),
      slotOf,
      ...windows,
    }
  }
}

function copyOf(values: Uint32Array): Uint32Array {
  const copy = sharedU32(values.length)
  copy.set(values)
  return copy
}

/**
 * The two maps between numbers.
 *
 * @param before of a snapshot of the same base: its numbers are taken over
 */
function numbersOf(
  numbering: Numbering,
  items: number,
  before: TransitionRows | undefined,
): Pick<TransitionRows, 'itemOf' | 'learnerOf'> {
  const learnerOf = sharedU32(numbering.size)
  const itemOf = sharedU32(items).fill(NO_ITEM)
  const from = before === undefined ? 0 : numbering.fixed
  if (before !== undefined) learnerOf.set(before.learnerOf.subarray(0, from))
  for (let item = from; item < numbering.size; item++) learnerOf[item] = numbering.learnerNumber(item)
  for (let item = 0; item < numbering.size; item++) itemOf[learnerOf[item]!] = item
  return { itemOf, learnerOf }
}

/**
 * Sessions that hold each item among the newest 64th and 16th of those that count.
 *
 * Cost: O(steps of the newest 16th).
 */
function newestWindows(
  base: Segment,
  delta: Segment,
  ranks: Uint32Array,
  sessionCount: number,
  items: number,
): Pick<TransitionRows, 'newest16' | 'newest64'> {
  const newest64 = sharedU32(items)
  const newest16 = sharedU32(items)
  const seenIn = new Uint32Array(items)
  const size16 = Math.floor(sessionCount / 16)
  const size64 = Math.floor(sessionCount / 64)
  let b = base.sessionSteps.length
  let d = delta.sessionSteps.length
  for (let n = 0; n < size16 && (b > 0 || d > 0); ) {
    const isBase = d === 0 || (b > 0 && b - 1 >= ranks[d - 1]!)
    const part = isBase ? base : delta
    const session = isBase ? --b : --d
    if (part.sessionSteps[session]! >= FORGOTTEN) continue
    n++
    const start = stepsStart(part, session)
    const end = start + stepsOf(part, session)
    for (let step = start; step < end; step++) {
      const item = part.steps[step]! & ITEM_MASK
      if (seenIn[item] === n) continue
      seenIn[item] = n
      newest16[item]!++
      if (n <= size64) newest64[item]!++
    }
  }
  return { newest16, newest64 }
}
