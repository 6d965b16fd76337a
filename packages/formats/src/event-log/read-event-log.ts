/**
 * The event log: `session,user,ts,item,type` and further columns, one step per row.
 *
 * `user` and `ts` may be empty; `ts` is in seconds since the epoch (fractions allowed). Columns may come
 * in any order. Decompression and files are the caller's: this runs wherever text comes in chunks.
 */
import { parseCallerId } from '@umiar/vocabulary'
import { type RowFault, type RowReader, readTable, type TableOptions } from './csv-table.ts'

export const LOGGED_KINDS = ['view', 'cart', 'purchase'] as const
export type LoggedKind = (typeof LOGGED_KINDS)[number]

/** One row of the log. */
export interface LoggedStep {
  /** Line it stands on, from 1 (the header). */
  readonly line: number
  readonly session: string
  /** Absent where the source has no lasting visitor id. */
  readonly user?: string
  /** Ms since the epoch; absent where the source has no clock. */
  readonly atMs?: number
  readonly item: string
  readonly kind: LoggedKind
  /** The other columns by name. */
  readonly extra: Readonly<Record<string, string>>
}

const REQUIRED = ['session', 'user', 'ts', 'item', 'type'] as const

/**
 * Reads an event log.
 *
 * @returns batches of rows in the order of the file
 * @throws DomainError `input_unreadable` naming line and fault: a missing column, an unclosed quote, an
 *         empty file, a cut last line, or (without `complain`) a bad row
 */
export function readEventLog(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: TableOptions = {},
): AsyncGenerator<LoggedStep[], void, undefined> {
  return readTable(chunks, REQUIRED, stepReader, options)
}

function stepReader(columns: readonly string[]): RowReader<LoggedStep> {
  const at = (name: string): number => columns.indexOf(name)
  const [sessionAt, userAt, tsAt, itemAt, typeAt] = REQUIRED.map(at) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const others = columns.filter((name) => !(REQUIRED as readonly string[]).includes(name))
  const otherColumns = others.map((name) => [name, at(name)] as const)
  const idOf = checkedIds()
  return (fields, line) => {
    const session = idOf(fields[sessionAt]!)
    if (session === undefined) return idFault('session', '1–128')
    const item = idOf(fields[itemAt]!)
    if (item === undefined) return idFault('item', '1–128')
    const kind = fields[typeAt]!
    if (!isLoggedKind(kind))
      return { message: `type must be one of ${LOGGED_KINDS.join(', ')}`, reason: 'type_unknown' }
    const userField = fields[userAt]!
    const user = userField === '' ? undefined : idOf(userField)
    if (userField !== '' && user === undefined) return idFault('user', 'at most 128')
    const ts = fields[tsAt]!
    const atMs = ts === '' ? undefined : Math.round(Number(ts) * 1_000)
    if (atMs !== undefined && !(atMs >= 0 && atMs < 1e14))
      return { message: 'ts must be seconds since 1970 or empty', reason: 'time_invalid' }
    const extra: Record<string, string> = {}
    for (const [name, column] of otherColumns) extra[name] = fields[column]!
    return {
      extra,
      item,
      kind,
      line,
      session,
      ...(user === undefined ? undefined : { user }),
      ...(atMs === undefined ? undefined : { atMs }),
    }
  }
}

/** Ids already checked are looked up: logs repeat few ids many times. */
function checkedIds(): (field: string) => string | undefined {
  const checked = new Map<string, string>()
  return (field) => {
    const known = checked.get(field)
    if (known !== undefined) return known
    const id = parseCallerId(field)
    if (id === undefined) return undefined
    // A bound, so that endless session ids do not stay in memory: forgetting them only costs a second check.
    if (checked.size >= 200_000) checked.clear()
    checked.set(field, id)
    return id
  }
}

function idFault(column: string, length: string): RowFault {
  return {
    message: `${column} must be ${length} characters without control characters`,
    reason: `${column}_invalid`,
  }
}

function isLoggedKind(value: string): value is LoggedKind {
  return (LOGGED_KINDS as readonly string[]).includes(value)
}
