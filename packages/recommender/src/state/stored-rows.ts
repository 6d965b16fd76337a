/**
 * The learned rows as they are kept: people, their sessions, their steps, in canonical order.
 *
 * People stand by id, a person's sessions by the hashes of their keys, steps as they happened; items are
 * numbered by first appearance. Equal rows therefore have equal bytes, whatever the history. Beside the rows
 * stand three numbers per person that mean something to the caller only: how much of the store they cover.
 */
import { DomainError } from '@umiar/vocabulary'
import { openSections, type SectionArray, type Sections, writeSections } from '../snapshot/sections.ts'
import { ITEM_MASK, KIND_SHIFT, KINDS } from '../snapshot/segment.ts'
import { F64Column, U32Column } from './growable.ts'
import { isUsableTime } from './session-rows.ts'

/** The version is raised whenever a section changes its meaning. */
export const STORED_ROWS_FORMAT = { content: 2, version: 1 }

/** Numbers per person beside the rows. */
export const MARK_NUMBERS = 3

/** People of one segment with all their sessions. Views; not to be changed. */
export interface StoredRows {
  /** Four words per person, ascending. */
  readonly subjects: Uint32Array
  /** Where each person's sessions begin; length people + 1. */
  readonly sessionStart: Uint32Array
  /** Two hashes per session. */
  readonly keys: Uint32Array
  /** Where each session's steps begin; length sessions + 1. */
  readonly stepStart: Uint32Array
  /** `item | kind << KIND_SHIFT`, items of this segment. */
  readonly codes: Uint32Array
  /** Ms since the epoch. */
  readonly times: Float64Array
  /** Names of the items as code units, one after the other, and where each begins; length items + 1. */
  readonly nameCodes: Uint16Array
  readonly nameStart: Uint32Array
  /** Names of the items; made when first asked for. */
  readonly names: readonly string[]
}

/** Rows with the caller's numbers, three per person. */
export interface StoredSegment {
  readonly rows: StoredRows
  readonly marks: Float64Array
}

/** A segment ready to be sealed. */
export interface WrittenSegment {
  /** Canonical. */
  readonly rows: ArrayBuffer
  readonly marks: Float64Array
  /** Four words per person, ascending. */
  readonly subjects: Uint32Array
  readonly people: number
  readonly sessions: number
}

const SUBJECTS = 1
const SESSION_START = 2
const KEYS = 3
const STEP_START = 4
const CODES = 5
const TIMES = 6
const NAME_START = 7
const NAME_CODES = 8

/** Collects people in ascending order of their ids. */
export class RowsWriter {
  readonly #subjects = new U32Column(1024)
  readonly #marks = new F64Column(1024)
  readonly #sessionStart = new U32Column(1024)
  readonly #keys = new U32Column(8192)
  readonly #stepStart = new U32Column(8192)
  readonly #codes = new U32Column(16_384)
  readonly #times = new F64Column(16_384)
  readonly #items = new Map<string, number>()
  #people = 0
  #sessions = 0
  #steps = 0

  get people(): number {
    return this.#people
  }

  get sessions(): number {
    return this.#sessions
  }

  /** Begins a person; her sessions follow. */
  person(words: Uint32Array, at: number, mark: ArrayLike<number>, markAt = 0): void {
    this.#subjects.reserve((this.#people + 1) * 4)
    this.#marks.reserve((this.#people + 1) * MARK_NUMBERS)
    this.#sessionStart.reserve(this.#people + 1)
    for (let word = 0; word < 4; word++) this.#subjects.values[this.#people * 4 + word] = words[at + word]!
    for (let n = 0; n < MARK_NUMBERS; n++)
      this.#marks.values[this.#people * MARK_NUMBERS + n] = mark[markAt + n]!
    this.#sessionStart.values[this.#people++] = this.#sessions
  }

  /** Begins a session of the person begun; sessions ascend by their hashes. */
  session(keyA: number, keyB: number): void {
    this.#keys.reserve((this.#sessions + 1) * 2)
    this.#stepStart.reserve(this.#sessions + 1)
    this.#keys.values[this.#sessions * 2] = keyA
    this.#keys.values[this.#sessions * 2 + 1] = keyB
    this.#stepStart.values[this.#sessions++] = this.#steps
  }

  /** Adds a step of the session begun. @param kind its number */
  step(name: string, kind: number, atMs: number): void {
    let item = this.#items.get(name)
    if (item === undefined) {
      item = this.#items.size
      this.#items.set(name, item)
    }
    this.#codes.reserve(this.#steps + 1)
    this.#times.reserve(this.#steps + 1)
    this.#codes.values[this.#steps] = ((kind << KIND_SHIFT) | item) >>> 0
    this.#times.values[this.#steps++] = atMs
  }

  /** Adds a person of another segment as she is. */
  copy({ marks, rows }: StoredSegment, person: number): void {
    this.person(rows.subjects, person * 4, marks, person * MARK_NUMBERS)
    const end = rows.sessionStart[person + 1]!
    for (let session = rows.sessionStart[person]!; session < end; session++) {
      this.session(rows.keys[session * 2]!, rows.keys[session * 2 + 1]!)
      for (let step = rows.stepStart[session]!; step < rows.stepStart[session + 1]!; step++) {
        const code = rows.codes[step]!
        this.step(rows.names[code & ITEM_MASK]!, code >>> KIND_SHIFT, rows.times[step]!)
      }
    }
  }

  /** The segment. Cost: one copy. */
  finish(): WrittenSegment {
    const nameStart = new Uint32Array(this.#items.size + 1)
    let units = 0
    for (const [name, item] of this.#items) {
      units += name.length
      nameStart[item + 1] = units
    }
    const nameCodes = new Uint16Array(units)
    units = 0
    for (const name of this.#items.keys())
      for (let c = 0; c < name.length; c++) nameCodes[units++] = name.charCodeAt(c)
    this.#sessionStart.reserve(this.#people + 1)
    this.#stepStart.reserve(this.#sessions + 1)
    this.#sessionStart.values[this.#people] = this.#sessions
    this.#stepStart.values[this.#sessions] = this.#steps
    const sections = [
      [SUBJECTS, this.#subjects.values.subarray(0, this.#people * 4)],
      [SESSION_START, this.#sessionStart.values.subarray(0, this.#people + 1)],
      [KEYS, this.#keys.values.subarray(0, this.#sessions * 2)],
      [STEP_START, this.#stepStart.values.subarray(0, this.#sessions + 1)],
      [CODES, this.#codes.values.subarray(0, this.#steps)],
      [TIMES, this.#times.values.subarray(0, this.#steps)],
      [NAME_START, nameStart],
      [NAME_CODES, nameCodes],
    ] as const
    return {
      marks: this.#marks.values.slice(0, this.#people * MARK_NUMBERS),
      people: this.#people,
      rows: writeSections(STORED_ROWS_FORMAT, sections, (bytes) => new ArrayBuffer(bytes)),
      sessions: this.#sessions,
      subjects: this.#subjects.values.slice(0, this.#people * 4),
    }
  }
}

/**
 * Opens the rows of a segment and checks that they hang together.
 *
 * @throws DomainError `model_file_damaged`, `model_file_version`
 *
 * Cost: O(steps) for the check; nothing is copied.
 */
export function openStoredRows(buffer: ArrayBufferLike): StoredRows {
  const sections = openSections(buffer, STORED_ROWS_FORMAT)
  if (sections === 'damaged') throw damaged()
  if ('version' in sections) {
    throw new DomainError(
      'model_file_version',
      `The model file has format version ${sections.version}, this program reads ${STORED_ROWS_FORMAT.version}.`,
      { expected: STORED_ROWS_FORMAT.version, version: sections.version },
    )
  }
  const nameStart = required(sections, NAME_START, Uint32Array)
  const nameCodes = required(sections, NAME_CODES, Uint16Array)
  let names: string[] | undefined
  const rows: StoredRows = {
    codes: required(sections, CODES, Uint32Array),
    keys: required(sections, KEYS, Uint32Array),
    nameCodes,
    get names() {
      names ??= Array.from({ length: nameStart.length - 1 }, (_, item) =>
        String.fromCharCode(...nameCodes.subarray(nameStart[item]!, nameStart[item + 1]!)),
      )
      return names
    },
    nameStart,
    sessionStart: required(sections, SESSION_START, Uint32Array),
    stepStart: required(sections, STEP_START, Uint32Array),
    subjects: required(sections, SUBJECTS, Uint32Array),
    times: required(sections, TIMES, Float64Array),
  }
  if (!isWhole(rows)) throw damaged()
  return rows
}

/** Number of people in a segment. */
export function peopleIn(rows: StoredRows): number {
  return rows.sessionStart.length - 1
}

/** Below 0 if the first id comes before the second. */
export function compareWords(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = a[atA + word]! - b[atB + word]!
    if (difference !== 0) return difference
  }
  return 0
}

/** Do offsets, items, kinds and times stay within their bounds? */
function isWhole(rows: StoredRows): boolean {
  const { codes, keys, nameCodes, nameStart, sessionStart, stepStart, subjects, times } = rows
  const sessions = stepStart.length - 1
  const isAscending = (starts: Uint32Array, end: number): boolean => {
    for (let n = 1; n < starts.length; n++) if (starts[n]! < starts[n - 1]!) return false
    return starts[0] === 0 && starts.at(-1) === end
  }
  if (!isAscending(sessionStart, sessions) || !isAscending(stepStart, codes.length)) return false
  if (!isAscending(nameStart, nameCodes.length)) return false
  if (subjects.length !== peopleIn(rows) * 4 || keys.length !== sessions * 2) return false
  if (times.length !== codes.length) return false
  for (let step = 0; step < codes.length; step++) {
    const code = codes[step]!
    if ((code & ITEM_MASK) >= nameStart.length - 1 || code >>> KIND_SHIFT >= KINDS.length) return false
    if (!isUsableTime(times[step]!)) return false
  }
  for (let person = 1; person < peopleIn(rows); person++)
    if (compareWords(subjects, person * 4 - 4, subjects, person * 4) >= 0) return false
  return true
}

function required<Values extends SectionArray>(
  sections: Sections,
  id: number,
  kind: Parameters<typeof sections.find<Values>>[1],
): Values {
  const values = sections.find(id, kind)
  if (values === undefined) throw damaged()
  return values
}

function damaged(): DomainError {
  return new DomainError('model_file_damaged', 'A segment of the model is damaged.')
}
