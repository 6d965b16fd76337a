/**
 * The event log: `session,user,ts,item,type` and further columns, one step per row.
 *
 * `user` and `ts` may be empty; `ts` is in seconds since the epoch (fractions allowed). Columns may come
 * in any order. Decompression and files are the caller's: this runs wherever text comes in chunks.
 */
import { DomainError, parseCallerId } from '@umiar/vocabulary'
import { type CsvRecord, csvRecords } from './csv-records.ts'

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

/** A row that could not be read. */
export interface LineComplaint {
  readonly line: number
  readonly message: string
}

export interface EventLogOptions {
  /** Called for every bad row, which is then passed over; without it the first bad row throws. */
  readonly complain?: (complaint: LineComplaint) => void
}

const REQUIRED = ['session', 'user', 'ts', 'item', 'type'] as const

/**
 * Reads an event log.
 *
 * @returns batches of rows in the order of the file
 * @throws DomainError `input_unreadable` naming line and fault: a missing column, an unclosed quote, an
 *         empty file, or (without `complain`) a bad row
 */
export async function* readEventLog(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: EventLogOptions = {},
): AsyncGenerator<LoggedStep[], void, undefined> {
  let rows: RowReader | undefined
  for await (const records of csvRecords(chunks)) {
    const steps: LoggedStep[] = []
    for (const record of records) {
      if (rows === undefined) {
        rows = new RowReader(record)
        continue
      }
      const step = rows.read(record)
      if (typeof step !== 'string') {
        steps.push(step)
        continue
      }
      if (options.complain === undefined) throw unreadable(record.line, step)
      options.complain({ line: record.line, message: step })
    }
    if (steps.length > 0) yield steps
  }
  if (rows === undefined) throw unreadable(1, 'the file is empty; a header line is expected')
}

function unreadable(line: number, message: string): DomainError {
  return new DomainError('input_unreadable', `Line ${line}: ${message}.`, { line })
}

class RowReader {
  readonly #width: number
  readonly #at: Readonly<Record<(typeof REQUIRED)[number], number>>
  readonly #extra: readonly (readonly [name: string, at: number])[]
  /** Ids already checked: logs repeat few ids many times. */
  readonly #checked = new Map<string, string>()

  constructor(header: CsvRecord) {
    if (header.fault !== undefined) throw unreadable(header.line, header.fault)
    const names = header.fields.map((name) => name.trim())
    const missing = REQUIRED.filter((name) => !names.includes(name))
    if (missing.length > 0) {
      throw unreadable(
        header.line,
        `the header has no column ${missing.join(', ')}; expected ${REQUIRED.join(',')}`,
      )
    }
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined) throw unreadable(header.line, `the header names column ${twice} twice`)
    this.#width = names.length
    this.#at = Object.fromEntries(REQUIRED.map((name) => [name, names.indexOf(name)])) as never
    this.#extra = names
      .map((name, at) => [name, at] as const)
      .filter(([name]) => !(REQUIRED as readonly string[]).includes(name))
  }

  /** @returns the step, or what is wrong with the row */
  read(record: CsvRecord): LoggedStep | string {
    if (record.fault !== undefined) return record.fault
    const { fields, line } = record
    if (fields.length !== this.#width) return `${fields.length} fields, expected ${this.#width}`
    const session = this.#id(fields[this.#at.session]!)
    if (session === undefined) return 'session must be 1–128 characters without control characters'
    const item = this.#id(fields[this.#at.item]!)
    if (item === undefined) return 'item must be 1–128 characters without control characters'
    const kind = fields[this.#at.type]!
    if (!isLoggedKind(kind)) return `type must be one of ${LOGGED_KINDS.join(', ')}`
    const userField = fields[this.#at.user]!
    const user = userField === '' ? undefined : this.#id(userField)
    if (userField !== '' && user === undefined)
      return 'user must be at most 128 characters without control characters'
    const ts = fields[this.#at.ts]!
    const atMs = ts === '' ? undefined : Math.round(Number(ts) * 1_000)
    if (atMs !== undefined && !(atMs >= 0 && atMs < 1e14)) return 'ts must be seconds since 1970 or empty'
    const extra: Record<string, string> = {}
    for (const [name, at] of this.#extra) extra[name] = fields[at]!
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

  #id(field: string): string | undefined {
    const known = this.#checked.get(field)
    if (known !== undefined) return known
    const id = parseCallerId(field)
    if (id === undefined) return undefined
    // A bound, so that endless session ids do not stay in memory: forgetting them only costs a second check.
    if (this.#checked.size >= 200_000) this.#checked.clear()
    this.#checked.set(field, id)
    return id
  }
}

function isLoggedKind(value: string): value is LoggedKind {
  return (LOGGED_KINDS as readonly string[]).includes(value)
}
