/**
 * Building a segment from rows in canonical order, in slices.
 *
 * Used for both parts of the model: the small delta, built in one go at each publication, and the large
 * base, whose building takes seconds at ten million steps and must not keep a person waiting who wants
 * to be forgotten. Items get numbers in the order of their first appearance, so that the arrays are a
 * function of the sessions alone.
 */
import { BLOCK_SHIFT, ITEM_MASK, LONG, type Segment } from '../snapshot/segment.ts'
import { sharedU8, sharedU32 } from '../snapshot/shared-arrays.ts'
import type { Numbering, OrderedSegment, RowReader } from './ordered-segment.ts'
import { stepDay } from './session-rows.ts'

/** Rows that changed since the builder was told of them; they are left out and keep an empty place. */
export interface Changed {
  has(row: number): boolean
}

const NOTHING: Uint32Array = new Uint32Array(0)
const NO_CHANGE: Changed = { has: () => false }

type Phase = 'size' | 'copy' | 'count' | 'place' | 'fill' | 'done'

export class SegmentBuilder {
  readonly #rows: Uint32Array
  readonly #reader: RowReader
  readonly #numbering: Numbering
  readonly #sparse: boolean
  readonly #changed: Changed
  readonly #lastMs: Float64Array
  readonly #hashA: Uint32Array
  readonly #hashB: Uint32Array
  readonly #blockStart: Uint32Array
  readonly #sessionSteps: Uint8Array
  readonly #long: number[] = []
  readonly #dayStart: number[] = []
  #firstDay = 0
  readonly #buffer = { codes: new Uint32Array(64) }
  #phase: Phase = 'size'
  /** Next session of the phase, its first step, and its place among the long ones. */
  #session = 0
  #step = 0
  #longAt = 0
  #total = 0
  #steps: Uint32Array = NOTHING
  /** Last session + 1 an item was seen in. */
  #seenIn: Uint32Array = NOTHING
  /** Postings of each item; from `place` on, where its next posting goes. */
  #counts: Uint32Array = NOTHING
  #postings: Uint32Array = NOTHING
  #postingStart: Uint32Array = NOTHING
  #postingItems: Uint32Array = NOTHING

  /**
   * @param rows    in canonical order, each with at least one visible step
   * @param sparse  list the items that occur, instead of a posting list for every number
   * @param changed asked again and again while the building goes on
   */
  constructor(
    rows: Uint32Array,
    reader: RowReader,
    numbering: Numbering,
    sparse: boolean,
    changed: Changed = NO_CHANGE,
  ) {
    this.#rows = rows
    this.#reader = reader
    this.#numbering = numbering
    this.#sparse = sparse
    this.#changed = changed
    this.#lastMs = new Float64Array(rows.length)
    this.#hashA = new Uint32Array(rows.length)
    this.#hashB = new Uint32Array(rows.length)
    this.#blockStart = sharedU32((rows.length >>> BLOCK_SHIFT) + 1)
    this.#sessionSteps = sharedU8(rows.length)
  }

  /**
   * Goes on for about so many sessions.
   *
   * @returns the segment once it is complete
   */
  work(sessions: number): OrderedSegment | undefined {
    const end = Math.min(this.#rows.length, this.#session + sessions)
    switch (this.#phase) {
      case 'size':
        return this.#next(this.#size(end), 'copy')
      case 'copy':
        return this.#next(this.#copy(end), 'count')
      case 'count':
        return this.#next(this.#count(end), 'place')
      case 'place':
        this.#place()
        this.#phase = 'fill'
        return undefined
      case 'fill':
        return this.#next(this.#fill(end), 'done')
      case 'done':
        return this.#finished()
    }
  }

  #next(isOver: boolean, phase: Phase): OrderedSegment | undefined {
    if (!isOver) return undefined
    this.#session = this.#step = this.#longAt = 0
    if (phase === 'copy') this.#steps = sharedU32(this.#total)
    if (phase === 'count') {
      this.#seenIn = new Uint32Array(this.#numbering.size)
      this.#counts = new Uint32Array(this.#numbering.size)
      this.#total = 0
    }
    this.#phase = phase
    return phase === 'done' ? this.#finished() : undefined
  }

  #size(end: number): boolean {
    for (; this.#session < end; this.#session++) {
      const row = this.#rows[this.#session]!
      if (!this.#changed.has(row)) this.#total += this.#reader.visibleCount(row)
    }
    return end === this.#rows.length
  }

  #copy(end: number): boolean {
    const buffer = this.#buffer
    const steps = this.#steps
    let at = this.#step
    for (let s = this.#session; s < end; s++) {
      const row = this.#rows[s]!
      if ((s & ((1 << BLOCK_SHIFT) - 1)) === 0) this.#blockStart[s >>> BLOCK_SHIFT] = at
      const isLeftOut = this.#changed.has(row)
      const length = isLeftOut ? 0 : this.#reader.visibleSteps(row, buffer)
      for (let step = 0; step < length; step++) {
        const code = buffer.codes[step]!
        steps[at + step] = (code & ~ITEM_MASK) | this.#numbering.take(code & ITEM_MASK)
      }
      this.#noteKey(s, row, isLeftOut)
      this.#sessionSteps[s] = Math.min(length, LONG)
      if (length >= LONG) this.#long.push(s, length)
      at += length
    }
    this.#session = end
    this.#step = at
    return end === this.#rows.length
  }

  /** The order of sessions must hold for a place left empty too: it takes the key of the one before. */
  #noteKey(session: number, row: number, isLeftOut: boolean): void {
    if (isLeftOut) {
      if (session === 0) return
      this.#lastMs[session] = this.#lastMs[session - 1]!
      this.#hashA[session] = this.#hashA[session - 1]!
      this.#hashB[session] = this.#hashB[session - 1]!
      return
    }
    const key = this.#reader.keyOf(row)
    this.#lastMs[session] = key.lastMs
    this.#hashA[session] = key.hashA
    this.#hashB[session] = key.hashB
    this.#noteDay(session, stepDay(key.lastMs))
  }

  /** The first session of a segment may be one left out: what stands before the first day belongs to it. */
  #noteDay(session: number, day: number): void {
    if (this.#dayStart.length === 0) {
      this.#firstDay = day
      this.#dayStart.push(0)
    }
    while (this.#dayStart.length <= day - this.#firstDay) this.#dayStart.push(session)
  }

  #count(end: number): boolean {
    const steps = this.#steps
    const seenIn = this.#seenIn
    const counts = this.#counts
    let at = this.#step
    for (let s = this.#session; s < end; s++) {
      const stop = at + this.#lengthOf(s)
      for (; at < stop; at++) {
        const item = steps[at]! & ITEM_MASK
        if (seenIn[item] === s + 1) continue
        seenIn[item] = s + 1
        counts[item]!++
        this.#total++
      }
    }
    this.#session = end
    this.#step = at
    return end === this.#rows.length
  }

  /** Where the postings of each item begin. Cost: O(items). */
  #place(): void {
    const counts = this.#counts
    let occurring = counts.length
    if (this.#sparse) {
      occurring = 0
      for (let item = 0; item < counts.length; item++) if (counts[item] !== 0) occurring++
    }
    this.#postingStart = sharedU32(occurring + 1)
    this.#postingItems = sharedU32(this.#sparse ? occurring : 0)
    let slot = 0
    let at = 0
    for (let item = 0; item < counts.length; item++) {
      const count = counts[item]!
      if (this.#sparse && count === 0) continue
      if (this.#sparse) this.#postingItems[slot] = item
      this.#postingStart[slot++] = at
      counts[item] = at
      at += count
    }
    this.#postingStart[occurring] = this.#total
    this.#postings = sharedU32(this.#total)
    this.#seenIn.fill(0)
  }

  #fill(end: number): boolean {
    const steps = this.#steps
    const seenIn = this.#seenIn
    const counts = this.#counts
    const postings = this.#postings
    let at = this.#step
    for (let s = this.#session; s < end; s++) {
      const stop = at + this.#lengthOf(s)
      for (; at < stop; at++) {
        const item = steps[at]! & ITEM_MASK
        if (seenIn[item] === s + 1) continue
        seenIn[item] = s + 1
        postings[counts[item]!++] = s
      }
    }
    this.#session = end
    this.#step = at
    return end === this.#rows.length
  }

  #lengthOf(session: number): number {
    const length = this.#sessionSteps[session]!
    return length < LONG ? length : this.#long[this.#longAt++ * 2 + 1]!
  }

  #finished(): OrderedSegment {
    const segment: Segment = {
      blockStart: this.#blockStart,
      dayStart: shared(this.#dayStart),
      firstDay: this.#firstDay,
      longSessions: shared(this.#long),
      ...(this.#sparse ? { postingItems: this.#postingItems } : undefined),
      postingStart: this.#postingStart,
      postings: this.#postings,
      sessionSteps: this.#sessionSteps,
      steps: this.#steps,
    }
    return { hashA: this.#hashA, hashB: this.#hashB, lastMs: this.#lastMs, rows: this.#rows, segment }
  }
}

/** Builds a segment in one go. Cost: O(steps + items). */
export function buildOrderedSegment(
  rows: Uint32Array,
  reader: RowReader,
  numbering: Numbering,
  sparse: boolean,
): OrderedSegment {
  const builder = new SegmentBuilder(rows, reader, numbering, sparse)
  for (;;) {
    const built = builder.work(rows.length)
    if (built !== undefined) return built
  }
}

function shared(values: readonly number[]): Uint32Array {
  const array = sharedU32(values.length)
  array.set(values)
  return array
}
