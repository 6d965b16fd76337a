/**
 * The truth the model is derived from: every learned session with all its steps, in time order.
 *
 * Steps lie in one arena (12 bytes each) instead of an object per step; a session that outgrows its
 * place moves to the end. Steps of blocked items stay here, so that unblocking restores them, and are
 * left out of everything derived.
 */
import { dayOf, type SubjectId } from '@umiar/vocabulary'
import { hashText } from '../snapshot/item-dictionary.ts'
import { ITEM_MASK, KIND_SHIFT } from '../snapshot/segment.ts'
import { F64Column, U32Column } from './growable.ts'
import { type ItemTable, SECOND_SEED } from './item-table.ts'
import { NONE, SubjectTable, subjectWords } from './subject-table.ts'

export class SessionRows {
  /** Steps: item and kind, and time. */
  readonly codes = new U32Column(1024)
  readonly times = new F64Column(1024)
  readonly #start = new U32Column()
  readonly #length = new U32Column()
  readonly #room = new U32Column()
  /** Two hashes of each session's key: 64 bits tell the few sessions of one person apart. */
  readonly #keyA = new U32Column()
  readonly #keyB = new U32Column()
  /** Next row of the same person. */
  readonly #next = new U32Column()
  readonly #firstOf = new SubjectTable()
  readonly #free: number[] = []
  #rowLimit = 0
  #used = 0
  /** Steps of the arena that belong to no row. */
  #holes = 0

  /** Rows ever given out; some may be free. */
  get rowLimit(): number {
    return this.#rowLimit
  }

  /** Row of a session, or −1. */
  find(subject: SubjectId, sessionKey: string): number {
    let row = this.#firstOf.get(subject)
    if (row === NONE) return -1
    const keyA = hashText(sessionKey)
    const keyB = hashText(sessionKey, SECOND_SEED)
    while (row !== NONE && (this.#keyA.values[row] !== keyA || this.#keyB.values[row] !== keyB)) {
      row = this.#next.values[row]!
    }
    return row === NONE ? -1 : row
  }

  /** A new empty row for the session. */
  create(subject: SubjectId, sessionKey: string): number {
    const words = new Uint32Array(4)
    subjectWords(subject, words, 0)
    return this.createHashed(words, 0, hashText(sessionKey), hashText(sessionKey, SECOND_SEED))
  }

  /** A new empty row for a session known by the words of its owner's id and the two hashes of its key. */
  createHashed(words: Uint32Array, at: number, keyA: number, keyB: number): number {
    const row = this.#free.pop() ?? this.#rowLimit++
    if (row >= this.#room.values.length) {
      for (const column of [this.#keyA, this.#keyB, this.#next]) column.reserve(row + 1)
      for (const column of [this.#start, this.#length, this.#room]) column.reserve(row + 1)
    }
    this.#keyA.values[row] = keyA
    this.#keyB.values[row] = keyB
    this.#next.values[row] = this.#firstOf.getWords(words, at)
    this.#firstOf.setWords(words, at, row)
    this.#length.values[row] = 0
    this.#room.values[row] = 0
    return row
  }

  /** All rows of a subject. */
  rowsOf(subject: SubjectId): number[] {
    const rows: number[] = []
    for (let row = this.#firstOf.get(subject); row !== NONE; row = this.#next.values[row]!) rows.push(row)
    return rows
  }

  /** Lets go of all rows of a subject; their steps are overwritten with zeros. */
  release(subject: SubjectId): void {
    for (const row of this.rowsOf(subject)) {
      const start = this.#start.values[row]!
      this.codes.values.fill(0, start, start + this.#room.values[row]!)
      this.times.values.fill(0, start, start + this.#room.values[row]!)
      this.#holes += this.#room.values[row]!
      this.#length.values[row] = 0
      this.#keyA.values[row] = 0
      this.#keyB.values[row] = 0
      this.#free.push(row)
    }
    this.#firstOf.delete(subject)
  }

  /** First hash of the session's key. */
  keyA(row: number): number {
    return this.#keyA.values[row]!
  }

  /** Second, independent hash of the session's key. */
  keyB(row: number): number {
    return this.#keyB.values[row]!
  }

  start(row: number): number {
    return this.#start.values[row]!
  }

  length(row: number): number {
    return this.#length.values[row]!
  }

  /**
   * Inserts a step by (time, item id, kind), whatever order they come in; `makeRoom` comes before.
   *
   * Cost: O(steps that come after it).
   */
  insert(row: number, code: number, atMs: number, items: ItemTable): void {
    const codes = this.codes.values
    const times = this.times.values
    const start = this.start(row)
    let at = start + this.#length.values[row]!++
    while (at > start && follows(times[at - 1]!, codes[at - 1]!, atMs, code, items)) {
      codes[at] = codes[at - 1]!
      times[at] = times[at - 1]!
      at--
    }
    codes[at] = code
    times[at] = atMs
  }

  /** An empty row has so many steps from now on; `makeRoom` comes before, the caller writes them. @returns where */
  extend(row: number, length: number): number {
    this.#length.values[row] = length
    return this.#start.values[row]!
  }

  /** Rewrites the arena without the holes that growing and leaving sessions made. Cost: O(all steps). */
  closeHoles(): void {
    const oldCodes = this.codes.values
    const oldTimes = this.times.values
    let total = 0
    for (let row = 0; row < this.rowLimit; row++) total += this.length(row)
    this.codes.values = new Uint32Array(Math.max(1024, total + (total >>> 3)))
    this.times.values = new Float64Array(this.codes.values.length)
    this.#used = 0
    for (let row = 0; row < this.rowLimit; row++) {
      const from = this.start(row)
      const length = this.length(row)
      this.codes.values.set(oldCodes.subarray(from, from + length), this.#used)
      this.times.values.set(oldTimes.subarray(from, from + length), this.#used)
      this.#start.values[row] = this.#used
      this.#room.values[row] = length
      this.#used += length
    }
    this.#holes = 0
  }

  /** Is more than half of the arena holes? */
  get isMostlyHoles(): boolean {
    return this.#holes * 2 > this.#used && this.#used > 1 << 16
  }

  /** Makes room for so many steps in all. */
  makeRoom(row: number, length: number): void {
    const room = this.#room.values[row]!
    if (length <= room) return
    // A session still growing gets spare room, a complete one (the usual bulk case) exactly what it needs.
    const wanted = room === 0 ? length : Math.max(length, room * 2)
    this.codes.reserve(this.#used + wanted)
    this.times.reserve(this.#used + wanted)
    const from = this.start(row)
    this.codes.values.copyWithin(this.#used, from, from + this.length(row))
    this.times.values.copyWithin(this.#used, from, from + this.length(row))
    this.codes.values.fill(0, from, from + room)
    this.times.values.fill(0, from, from + room)
    this.#holes += room
    this.#start.values[row] = this.#used
    this.#room.values[row] = wanted
    this.#used += wanted
  }
}

/** Day of a step, whole days since the epoch. @throws RangeError if the time is not usable */
export function stepDay(atMs: number): number {
  if (!isUsableTime(atMs)) {
    throw new RangeError(`atMs is ${atMs}, expected milliseconds from 1970 to 2149`)
  }
  return dayOf(atMs)
}

/** Does the time fall between 1970 and 2149? */
export function isUsableTime(atMs: number): boolean {
  const day = dayOf(atMs)
  return day >= 0 && day <= 0xffff
}

/** Does the step already there come after the new one? */
function follows(atMs: number, code: number, newMs: number, newCode: number, items: ItemTable): boolean {
  if (atMs !== newMs) return atMs > newMs
  if (code === newCode) return false
  const name = items.names[code & ITEM_MASK]!
  const newName = items.names[newCode & ITEM_MASK]!
  if (name !== newName) return name > newName
  return code >>> KIND_SHIFT > newCode >>> KIND_SHIFT
}
