/**
 * Between the learner's rows and stored ones: one person out, one person in.
 */
import type { SubjectId } from '@umiar/vocabulary'
import { ITEM_MASK, KIND_SHIFT } from '../snapshot/segment.ts'
import type { ItemTable } from './item-table.ts'
import type { SessionRows } from './session-rows.ts'
import type { RowsWriter } from './stored-rows.ts'
import { subjectWords } from './subject-table.ts'

/** Writes a person with all her sessions, also if she has none. Cost: O(her steps). */
export function writePerson(
  rows: SessionRows,
  items: ItemTable,
  subject: SubjectId,
  mark: ArrayLike<number>,
  writer: RowsWriter,
): void {
  const words = new Uint32Array(4)
  subjectWords(subject, words, 0)
  writer.person(words, 0, mark)
  const own = rows.rowsOf(subject)
  own.sort((a, b) => rows.keyA(a) - rows.keyA(b) || rows.keyB(a) - rows.keyB(b))
  for (const row of own) {
    writer.session(rows.keyA(row), rows.keyB(row))
    const end = rows.start(row) + rows.length(row)
    for (let step = rows.start(row); step < end; step++) {
      const code = rows.codes.values[step]!
      writer.step(items.names[code & ITEM_MASK]!, code >>> KIND_SHIFT, rows.times.values[step]!)
    }
  }
}

/** Steps of a session as they were. */
export interface HeldSession {
  readonly keyA: number
  readonly keyB: number
  readonly codes: Uint32Array
  readonly times: Float64Array
}

/** A copy of a person's sessions. Cost: O(her steps). */
export function heldSessions(rows: SessionRows, subject: SubjectId): readonly HeldSession[] {
  return rows.rowsOf(subject).map((row) => {
    const start = rows.start(row)
    const end = start + rows.length(row)
    return {
      codes: rows.codes.values.slice(start, end),
      keyA: rows.keyA(row),
      keyB: rows.keyB(row),
      times: rows.times.values.slice(start, end),
    }
  })
}

/** Are all these steps still there? Steps of a session stand in one order, so one pass tells. */
export function holdsAll(rows: SessionRows, subject: SubjectId, before: readonly HeldSession[]): boolean {
  const own = rows.rowsOf(subject)
  return before.every(({ codes, keyA, keyB, times }) => {
    const row = own.find((one) => rows.keyA(one) === keyA && rows.keyB(one) === keyB)
    if (row === undefined) return codes.length === 0
    let found = 0
    const end = rows.start(row) + rows.length(row)
    for (let step = rows.start(row); step < end && found < codes.length; step++)
      if (rows.codes.values[step] === codes[found] && rows.times.values[step] === times[found]) found++
    return found === codes.length
  })
}
