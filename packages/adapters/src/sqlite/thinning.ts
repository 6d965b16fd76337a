/**
 * Deleting much on a full disk: a little at a time.
 *
 * Deleting writes every page it touches to the journal first. When the disk has no room for that, the
 * rows an erasure or a retention run is about to delete go in small slices, each committed and checkpointed,
 * before the call itself runs. A crash in between leaves a part deleted, the subject still known, and the
 * call unanswered; asked again it completes.
 */

import { PERSONAL_TABLES, type PersonalTable, type SubjectId } from '@umiar/vocabulary'
import type { Database } from 'better-sqlite3'
import type { Argument, CallMessage, Result } from '../store/calls.ts'
import type { Checkpointer } from './checkpoint.ts'
import { blob, hex, perTable } from './row-statements.ts'

const ROWS_PER_SLICE = 32

/** Completes the result of the call by what was deleted before it. */
export type Complete = (result: unknown) => unknown

/** @returns a function that deletes ahead of a call */
export function thinning(database: Database, checkpointer: Checkpointer): (call: CallMessage) => Complete {
  const ofSubject = perTable((table) =>
    database.prepare(`DELETE FROM ${table} WHERE subject = ? LIMIT ${ROWS_PER_SLICE}`),
  )
  const ofDay = perTable((table) =>
    database.prepare(`DELETE FROM ${table} WHERE day < ? LIMIT ${ROWS_PER_SLICE}`),
  )
  const losers = perTable((table) =>
    database.prepare(`SELECT DISTINCT subject FROM ${table} WHERE day < ?`).pluck(),
  )

  const inSlices = (slice: () => number): number => {
    let total = 0
    for (;;) {
      const deleted = database.transaction(slice).immediate()
      checkpointer.run()
      total += deleted
      if (deleted < ROWS_PER_SLICE) return total
    }
  }

  const eraseAhead = (order: Argument<'erase'>): Complete => {
    const counts: Partial<Record<PersonalTable, number>> = {}
    for (const { table } of PERSONAL_TABLES) {
      const count = inSlices(() => ofSubject[table].run(blob(order.subject)).changes)
      if (count > 0) counts[table] = count
    }
    return (result) => {
      const sum = { ...(result as Result<'erase'>) }
      for (const { table } of PERSONAL_TABLES) {
        if (counts[table] !== undefined) sum[table] = (sum[table] ?? 0) + counts[table]
      }
      return sum
    }
  }

  const dropAhead = ({ table, beforeDay }: Argument<'dropOlder'>): Complete => {
    const subjects = (losers[table].all(beforeDay) as Buffer[]).map(hex)
    inSlices(() => ofDay[table].run(beforeDay).changes)
    return (result) => [...new Set([...subjects, ...(result as readonly SubjectId[])])]
  }

  return (call) => {
    if (call.name === 'erase') return eraseAhead(call.argument as Argument<'erase'>)
    if (call.name === 'dropOlder') return dropAhead(call.argument as Argument<'dropOlder'>)
    return (result) => result
  }
}
