/**
 * A table in CSV: a header that names the columns, then rows, each read by its own reader.
 *
 * Columns may come in any order. A bad row is told to `complain` and passed over, or ends the reading
 * where nobody takes complaints. A bad last line without a line end is more than a bad row: the file was
 * cut off there, and what is missing cannot be known.
 */
import { DomainError } from '@umiar/vocabulary'
import { type CsvRecord, csvRecords } from './csv-records.ts'

/** What is wrong with one row. */
export interface RowFault {
  /** Stable name of the fault, e.g. `time_invalid`. */
  readonly reason: string
  /** For people; says what is expected and never repeats the row. */
  readonly message: string
}

/** A row that could not be read. */
export interface LineComplaint extends RowFault {
  readonly line: number
}

export interface TableOptions {
  /** Called for every bad row, which is then passed over; without it the first bad row throws. */
  readonly complain?: (complaint: LineComplaint) => void
}

/** Reads the fields of one row. */
export type RowReader<Row> = (fields: readonly string[], line: number) => Row | RowFault

/**
 * @param required columns the header must have
 * @param open     given all column names in order, makes the reader of rows
 * @returns batches of rows in the order of the file
 * @throws DomainError `input_unreadable` naming line and fault: a missing column, an unclosed quote, an
 *         empty file, a cut last line, or (without `complain`) a bad row
 */
export async function* readTable<Row extends object>(
  chunks: AsyncIterable<string> | Iterable<string>,
  required: readonly string[],
  open: (columns: readonly string[]) => RowReader<Row>,
  { complain }: TableOptions = {},
): AsyncGenerator<Row[], void, undefined> {
  let columns: readonly string[] | undefined
  let read: RowReader<Row> | undefined
  for await (const records of csvRecords(chunks)) {
    const rows: Row[] = []
    for (const record of records) {
      if (columns === undefined || read === undefined) {
        columns = columnsOf(record, required)
        read = open(columns)
        continue
      }
      const row = readRow(record, columns.length, read)
      if (!isFault(row)) {
        rows.push(row)
        continue
      }
      if (record.isCut)
        throw unreadable(record.line, `${row.message}; the file ends here without a line end, as if cut off`)
      if (complain === undefined) throw unreadable(record.line, row.message)
      complain({ line: record.line, message: row.message, reason: row.reason })
    }
    if (rows.length > 0) yield rows
  }
  if (columns === undefined) throw unreadable(1, 'the file is empty; a header line is expected')
}

/** The error of a file that cannot be read on. */
export function unreadable(line: number, message: string): DomainError {
  return new DomainError('input_unreadable', `Line ${line}: ${message}.`, { line })
}

function columnsOf(header: CsvRecord, required: readonly string[]): readonly string[] {
  if (header.fault !== undefined) throw unreadable(header.line, header.fault)
  const names = header.fields.map((name) => name.trim())
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    throw unreadable(
      header.line,
      `the header has no column ${missing.join(', ')}; expected ${required.join(',')}`,
    )
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw unreadable(header.line, `the header names column ${twice} twice`)
  return names
}

function readRow<Row>(
  { fault, fields, line }: CsvRecord,
  width: number,
  read: RowReader<Row>,
): Row | RowFault {
  if (fault !== undefined) return { message: fault, reason: 'quoting_invalid' }
  if (fields.length !== width)
    return { message: `${fields.length} fields, expected ${width}`, reason: 'field_count' }
  return read(fields, line)
}

function isFault(row: object): row is RowFault {
  return 'reason' in row && 'message' in row
}
