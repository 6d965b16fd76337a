/**
 * Consent, events, taste, correction, erasure: operations on the rows of one person.
 *
 * Each runs inside the writer's transaction and savepoint; throwing undoes it alone.
 */

import type { RowCount, Tombstone } from '@umiar/use-cases'
import {
  type AliasHash,
  DUPLICATE_WINDOW_DAYS,
  PERSONAL_TABLES,
  type PersonalTable,
  type SubjectId,
} from '@umiar/vocabulary'
import type { Database } from 'better-sqlite3'
import type { Argument, Calls, Result } from '../store/calls.ts'
import { blob, hex, perTable, type RowStatements } from './row-statements.ts'

type Operation<Name extends keyof PeopleCalls> = (argument: Argument<Name>) => Result<Name>
type PeopleCalls = Pick<
  Calls,
  | 'aliases'
  | 'tombstones'
  | 'consentSequences'
  | 'subjectsWith'
  | 'rowCounts'
  | 'read'
  | 'save'
  | 'append'
  | 'replace'
  | 'rewrite'
  | 'erase'
>

/** The operations over one open database. */
export function peopleOperations(
  database: Database,
  rows: RowStatements,
): { readonly [Name in keyof PeopleCalls]: Operation<Name> } {
  return {
    ...directory(database),
    ...consentLog(database, rows),
    ...contents(database, rows),
    ...erasure(database, rows),
  }
}

function directory(database: Database) {
  const subjectsWith = perTable((table) => database.prepare(`SELECT DISTINCT subject FROM ${table}`).pluck())
  const countsOf = (where: string): string =>
    `SELECT subject, COUNT(*) AS rows, MAX(arrival) AS newestArrival FROM
       (SELECT subject, arrival FROM browsing ${where} UNION ALL SELECT subject, arrival FROM buying ${where})
     GROUP BY subject`
  const countsOfAll = database.prepare(countsOf(''))
  const countsOfOne = database.prepare(countsOf('WHERE subject = ?'))
  return {
    aliases: (): Result<'aliases'> =>
      (
        database.prepare('SELECT alias, subject FROM alias').all() as { alias: Buffer; subject: Buffer }[]
      ).map((row) => ({ alias: hex(row.alias), subject: hex(row.subject) })),
    consentSequences: (): Result<'consentSequences'> =>
      (
        database.prepare('SELECT subject, consent_seq FROM subject').all() as {
          subject: Buffer
          consent_seq: number
        }[]
      ).map((row) => ({ consentSeq: row.consent_seq, subject: hex(row.subject) as SubjectId })),
    rowCounts(subject: Argument<'rowCounts'>): Result<'rowCounts'> {
      const counted = subject === null ? countsOfAll.all() : countsOfOne.all(blob(subject), blob(subject))
      return (counted as (Omit<RowCount, 'subject'> & { readonly subject: Buffer })[]).map((row) => ({
        newestArrival: row.newestArrival,
        rows: row.rows,
        subject: hex(row.subject) as SubjectId,
      }))
    },
    subjectsWith: (table: Argument<'subjectsWith'>): Result<'subjectsWith'> =>
      (subjectsWith[table].all() as Buffer[]).map((subject) => hex(subject) as SubjectId),
    tombstones: (): readonly Tombstone[] =>
      (
        database.prepare('SELECT alias, erased_at, until_day FROM tombstone').all() as {
          alias: Buffer
          erased_at: number
          until_day: number
        }[]
      ).map((row) => ({
        alias: hex(row.alias) as AliasHash,
        erasedAtMs: row.erased_at,
        untilDay: row.until_day,
      })),
  }
}

function consentLog(database: Database, rows: RowStatements) {
  const ownerOfAlias = database.prepare('SELECT subject FROM alias WHERE alias = ?').pluck()
  const addAlias = database.prepare('INSERT INTO alias (alias, subject) VALUES (?, ?)')
  const setSequence = database.prepare(
    'INSERT INTO subject (subject, consent_seq) VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET consent_seq = excluded.consent_seq',
  )
  return {
    save(act: Argument<'save'>): Result<'save'> {
      if (act.consentSeq !== (rows.sequenceOf(act.subject) ?? 0) + 1) return 'stale'
      if (act.alias !== undefined) {
        const owner = ownerOfAlias.get(blob(act.alias)) as Buffer | undefined
        if (owner !== undefined && hex(owner) !== act.subject) return 'stale'
        if (owner === undefined) addAlias.run(blob(act.alias), blob(act.subject))
      }
      setSequence.run(blob(act.subject), act.consentSeq)
      rows.insert(act.subject, act.row)
      for (const table of act.drop) rows.drop(act.subject, table)
      if (act.drop.includes('browsing') || act.drop.includes('buying')) rows.dropEventKeys(act.subject)
      return 'saved'
    },
  }
}

function contents(database: Database, rows: RowStatements) {
  const dayOfKey = database.prepare('SELECT day FROM event_key WHERE subject = ? AND key = ?').pluck()
  const addKey = database.prepare(
    'INSERT INTO event_key (subject, key, day) VALUES (?, ?, ?) ON CONFLICT (subject, key) DO UPDATE SET day = excluded.day',
  )
  // GDPR Art. 7(3): a withdrawal that was committed first wins, whatever was decided before it.
  const isStale = (granted: { subject: SubjectId; consentSeq: number }): boolean =>
    rows.sequenceOf(granted.subject) !== granted.consentSeq
  return {
    append(batch: Argument<'append'>): Result<'append'> {
      if (isStale(batch)) return { outcome: 'stale_consent' }
      const subject = blob(batch.subject)
      const oldest = batch.receivedDay - DUPLICATE_WINDOW_DAYS
      const known = batch.keys.filter((key) => {
        const day = dayOfKey.get(subject, blob(key)) as number | undefined
        return day !== undefined && day >= oldest
      })
      if (known.length > 0) return { keys: known, outcome: 'duplicates' }
      for (const key of batch.keys) addKey.run(subject, blob(key), batch.receivedDay)
      for (const row of batch.rows) rows.insert(batch.subject, row)
      return { outcome: 'stored' }
    },

    read: ({ subject, table }: Argument<'read'>): Result<'read'> => rows.read(subject, table),

    replace(change: Argument<'replace'>): Result<'replace'> {
      if (isStale(change)) return 'stale_consent'
      rows.drop(change.subject, change.row.table)
      rows.insert(change.subject, change.row)
      return 'stored'
    },

    rewrite(change: Argument<'rewrite'>): Result<'rewrite'> {
      if (isStale(change)) return 'stale_consent'
      rows.drop(change.subject, change.table)
      for (const row of change.rows) rows.insert(change.subject, row, row.recKey)
      return 'stored'
    },
  }
}

function erasure(database: Database, rows: RowStatements) {
  const leaveTombstones = database.prepare(
    'INSERT INTO tombstone (alias, erased_at, until_day) SELECT alias, ?, ? FROM alias WHERE subject = ? ' +
      'ON CONFLICT (alias) DO UPDATE SET erased_at = excluded.erased_at, until_day = max(until_day, excluded.until_day)',
  )
  const dropAliases = database.prepare('DELETE FROM alias WHERE subject = ?')
  const dropSubject = database.prepare('DELETE FROM subject WHERE subject = ?')
  return {
    erase(order: Argument<'erase'>): Result<'erase'> {
      const subject = blob(order.subject)
      const removed: Partial<Record<PersonalTable, number>> = {}
      for (const { table } of PERSONAL_TABLES) {
        const count = rows.drop(order.subject, table)
        if (count > 0) removed[table] = count
      }
      rows.dropEventKeys(order.subject)
      leaveTombstones.run(order.erasedAtMs, order.untilDay, subject)
      dropAliases.run(subject)
      dropSubject.run(subject)
      return removed
    },
  }
}
