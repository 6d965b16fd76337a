/**
 * Consent, events, taste, correction, erasure: operations on the rows of one person.
 *
 * Each runs inside the group's transaction and a savepoint; throwing undoes it alone. Appends that stand
 * next to each other in a group are carried out together, with the outcome they would have had one by one.
 */
import type { AppendOutcome, SealedRow, Tombstone } from '@umiar/use-cases'
import {
  DUPLICATE_WINDOW_DAYS,
  type EventKey,
  PERSONAL_TABLES,
  type PersonalTable,
  type SubjectId,
} from '@umiar/vocabulary'
import type { Argument, Result } from '../store/calls.ts'
import { ids, numbers } from './array-parameters.ts'
import { KEY_BYTES, type RowOf, type Transaction } from './transaction.ts'

interface StoredRow {
  readonly subject: SubjectId
  readonly arrival: number
  readonly day: number
  readonly key_version: number
  readonly body: Buffer
}

/** Columns of a sealed row. */
export const ROW_COLUMNS = 'subject, arrival, day, key_version, body'

/** A stored row as the port gives it; its subject is the stored one, for the second check. */
export function sealedRow(table: PersonalTable, row: StoredRow): SealedRow {
  return {
    arrival: row.arrival,
    body: new Uint8Array(row.body),
    day: row.day,
    keyVersion: row.key_version,
    subject: row.subject,
    table,
  }
}

/** All aliases. */
export function aliases(transaction: Transaction): Promise<Result<'aliases'>> {
  return transaction.rows('SELECT alias, subject FROM alias')
}

/** The stored consent sequence of every subject. */
export function consentSequences(transaction: Transaction): Promise<Result<'consentSequences'>> {
  return transaction.rows('SELECT subject, consent_seq AS "consentSeq" FROM subject')
}

/** Everybody who has rows in a table. */
export async function subjectsWith(
  transaction: Transaction,
  table: Argument<'subjectsWith'>,
): Promise<Result<'subjectsWith'>> {
  const rows = await transaction.rows<{ subject: SubjectId }>(`SELECT DISTINCT subject FROM ${table}`)
  return rows.map((row) => row.subject)
}

/** Rows of events of one person, or of everybody who has any. */
export function rowCounts(
  transaction: Transaction,
  subject: Argument<'rowCounts'>,
): Promise<Result<'rowCounts'>> {
  const where = subject === null ? '' : 'WHERE subject = $1'
  return transaction.rows(
    `SELECT subject, count(*)::integer AS rows, max(arrival) AS "newestArrival" FROM
       (SELECT subject, arrival FROM browsing ${where} UNION ALL SELECT subject, arrival FROM buying ${where}) AS counted
     GROUP BY subject`,
    ...(subject === null ? [] : [subject]),
  )
}

/** All tombstones. */
export function tombstones(transaction: Transaction): Promise<readonly Tombstone[]> {
  return transaction.rows('SELECT alias, erased_at AS "erasedAtMs", until_day AS "untilDay" FROM tombstone')
}

/** Rows of one subject in order of arrival. */
export async function read(
  transaction: Transaction,
  { subject, table }: Argument<'read'>,
): Promise<Result<'read'>> {
  const rows = await transaction.rows<StoredRow>(
    `SELECT ${ROW_COLUMNS} FROM ${table} WHERE subject = $1 ORDER BY arrival`,
    subject,
  )
  return rows.map((row) => sealedRow(table, row))
}

/** One consent act, with what it takes away. */
export async function save(transaction: Transaction, act: Argument<'save'>): Promise<Result<'save'>> {
  const { subject } = act
  const [sequences, owners] = await Promise.all([
    transaction.sequencesOf([subject]),
    act.alias === undefined
      ? []
      : transaction.rows<{ subject: SubjectId }>('SELECT subject FROM alias WHERE alias = $1', act.alias),
  ])
  if (act.consentSeq !== (sequences.get(subject) ?? 0) + 1) return 'stale'
  const owner = owners[0]?.subject
  if (owner !== undefined && owner !== subject) return 'stale'
  await Promise.all([
    transaction.run(
      'INSERT INTO subject (subject, consent_seq) VALUES ($1, $2) ON CONFLICT (subject) DO UPDATE SET consent_seq = excluded.consent_seq',
      subject,
      act.consentSeq,
    ),
    act.alias !== undefined && owner === undefined
      ? transaction.run('INSERT INTO alias (alias, subject) VALUES ($1, $2)', act.alias, subject)
      : undefined,
    transaction.insert('consent', [{ row: act.row, subject }]),
    ...act.drop.map((table) => transaction.drop(subject, table)),
    act.drop.includes('browsing') || act.drop.includes('buying')
      ? transaction.dropEventKeys(subject)
      : undefined,
  ])
  return 'saved'
}

/** Batches of events: one statement each for sequences, known keys, new keys, and each table of rows. */
export async function appendAll(
  transaction: Transaction,
  batches: readonly Argument<'append'>[],
): Promise<AppendOutcome[]> {
  const asked = new Map(
    batches.flatMap(({ keys, subject }) => keys.map((key) => [keyOf(subject, key), { key, subject }])),
  )
  const [sequences, known] = await Promise.all([
    transaction.sequencesOf(batches.map((batch) => batch.subject)),
    knownKeys(transaction, [...asked.values()]),
  ])
  const isNew = new Set([...asked.keys()].filter((key) => !known.has(key)))
  const touched = new Set<string>()
  const rows: RowOf[] = []
  const outcomes = batches.map((batch): AppendOutcome => {
    const { keys, receivedDay, subject } = batch
    // GDPR Art. 7(3): a withdrawal that was committed first wins, whatever was decided before it.
    if (sequences.get(subject) !== batch.consentSeq) return { outcome: 'stale_consent' }
    const duplicates = keys.filter((key) => {
      const day = known.get(keyOf(subject, key))
      return day !== undefined && day >= receivedDay - DUPLICATE_WINDOW_DAYS
    })
    if (duplicates.length > 0) return { keys: duplicates, outcome: 'duplicates' }
    for (const key of keys) {
      known.set(keyOf(subject, key), receivedDay)
      touched.add(keyOf(subject, key))
    }
    rows.push(...batch.rows.map((row) => ({ row, subject })))
    return { outcome: 'stored' }
  })
  const keys = [...touched].map((key) => ({ ...asked.get(key)!, day: known.get(key)! }))
  await Promise.all([
    putKeys(transaction, keys),
    ...(['browsing', 'buying', 'measure'] as const).map((table) =>
      transaction.insert(
        table,
        rows.filter(({ row }) => row.table === table),
      ),
    ),
  ])
  transaction.delta += KEY_BYTES * [...touched].filter((key) => isNew.has(key)).length
  return outcomes
}

/** Replaces the one row of a table. */
export async function replace(
  transaction: Transaction,
  change: Argument<'replace'>,
): Promise<Result<'replace'>> {
  return rewrite(transaction, { ...change, rows: [change.row], table: change.row.table })
}

/** Replaces all rows of a table for a subject. */
export async function rewrite(
  transaction: Transaction,
  change: Argument<'rewrite'>,
): Promise<Result<'rewrite'>> {
  const { subject, table } = change
  if ((await transaction.sequencesOf([subject])).get(subject) !== change.consentSeq) return 'stale_consent'
  await Promise.all([
    transaction.drop(subject, table),
    transaction.insert(
      table,
      change.rows.map((row) => ({
        row,
        subject,
        ...(row.recKey === undefined ? {} : { recKey: row.recKey }),
      })),
    ),
  ])
  return 'stored'
}

/** Removes a person; leaves a tombstone per alias. */
export async function erase(transaction: Transaction, order: Argument<'erase'>): Promise<Result<'erase'>> {
  const { subject } = order
  const tables = PERSONAL_TABLES.map(({ table }) => table)
  const [counts] = await Promise.all([
    Promise.all(tables.map((table) => transaction.drop(subject, table))),
    transaction.dropEventKeys(subject),
    transaction.run(
      `INSERT INTO tombstone (alias, erased_at, until_day) SELECT alias, $2, $3 FROM alias WHERE subject = $1
       ON CONFLICT (alias) DO UPDATE SET erased_at = excluded.erased_at,
         until_day = greatest(tombstone.until_day, excluded.until_day)`,
      subject,
      order.erasedAtMs,
      order.untilDay,
    ),
    transaction.run('DELETE FROM alias WHERE subject = $1', subject),
    transaction.run('DELETE FROM subject WHERE subject = $1', subject),
  ])
  return Object.fromEntries(
    tables.map((table, index) => [table, counts[index]!] as const).filter(([, count]) => count > 0),
  )
}

async function knownKeys(
  transaction: Transaction,
  keys: readonly { readonly subject: SubjectId; readonly key: EventKey }[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await transaction.rows<{ subject: SubjectId; key: string; day: number }>(
    'SELECT subject, key, day FROM unnest($1::uuid[], $2::uuid[]) AS asked (subject, key) JOIN event_key USING (subject, key)',
    ids(keys.map(({ subject }) => subject)),
    ids(keys.map(({ key }) => key)),
  )
  return new Map(rows.map((row) => [keyOf(row.subject, row.key), row.day]))
}

async function putKeys(
  transaction: Transaction,
  keys: readonly { readonly subject: SubjectId; readonly key: EventKey; readonly day: number }[],
): Promise<void> {
  if (keys.length === 0) return
  await transaction.run(
    `INSERT INTO event_key (subject, key, day) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[])
     ON CONFLICT (subject, key) DO UPDATE SET day = excluded.day`,
    ids(keys.map(({ subject }) => subject)),
    ids(keys.map(({ key }) => key)),
    numbers(keys.map(({ day }) => day)),
  )
}

function keyOf(subject: SubjectId, key: string): string {
  return `${subject}${key}`
}
