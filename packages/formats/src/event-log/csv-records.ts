/**
 * CSV as a stream of records (RFC 4180): quoted fields may hold commas, line breaks and doubled quotes.
 *
 * Line ends are `\n` or `\r\n`; a byte order mark at the start and empty lines are passed over.
 */
import { DomainError } from '@umiar/vocabulary'

export interface CsvRecord {
  /** Line the record starts on, from 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** Set if the record is not well-formed; `fields` is then empty. */
  readonly fault?: string
}

/** Longest record accepted, in characters: an unclosed quote must not swallow a whole file unnoticed. */
export const LONGEST_RECORD = 1_000_000

/**
 * Splits text into records, one batch per chunk.
 *
 * @param chunks the text in pieces of any size
 * @throws DomainError `input_unreadable` if a quote is never closed
 */
export async function* csvRecords(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CsvRecord[], void, undefined> {
  let rest = ''
  let line = 1
  let isFirst = true
  for await (const chunk of chunks) {
    const text = isFirst && chunk.startsWith('\ufeff') ? chunk.slice(1) : chunk
    if (text.length > 0) isFirst = false
    const { left, lines, records } = splitRecords(rest + text, line)
    rest = left
    line += lines
    if (rest.length > LONGEST_RECORD) throw unclosed(line)
    if (records.length > 0) yield records
  }
  if (rest === '') return
  const { left, records } = splitRecords(`${rest}\n`, line)
  if (left !== '') throw unclosed(line)
  if (records.length > 0) yield records
}

function unclosed(line: number): DomainError {
  return new DomainError('input_unreadable', `Line ${line}: a quoted field is not closed.`, { line })
}

interface Split {
  readonly records: CsvRecord[]
  /** Text after the last complete record. */
  readonly left: string
  /** Line breaks inside the complete records and after them. */
  readonly lines: number
}

function splitRecords(text: string, firstLine: number): Split {
  const records: CsvRecord[] = []
  let lines = 0
  let start = 0
  for (;;) {
    const startLine = firstLine + lines
    let breaks = 0
    let end = start - 1
    let quotes = 0
    // A line break inside quotes belongs to the field: the number of quotes before it is odd.
    do {
      const from = end + 1
      end = text.indexOf('\n', from)
      if (end < 0) return { left: text.slice(start), lines, records }
      breaks++
      quotes += countQuotes(text, from, end)
    } while (quotes % 2 === 1)
    const stop = end > start && text[end - 1] === '\r' ? end - 1 : end
    if (stop > start) {
      const record = text.slice(start, stop)
      records.push(quotes === 0 ? { fields: record.split(','), line: startLine } : quotedRecord(record, startLine))
    }
    lines += breaks
    start = end + 1
  }
}

function countQuotes(text: string, from: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count++
  return count
}

function quotedRecord(text: string, line: number): CsvRecord {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at)
      const field = text.slice(at, comma < 0 ? undefined : comma)
      if (field.includes('"')) return { fault: 'a quote stands inside an unquoted field', fields: [], line }
      fields.push(field)
      if (comma < 0) return { fields, line }
      at = comma + 1
      continue
    }
    let field = ''
    let close = text.indexOf('"', ++at)
    while (text[close + 1] === '"') {
      field += text.slice(at, close + 1)
      at = close + 2
      close = text.indexOf('"', at)
    }
    fields.push(field + text.slice(at, close))
    at = close + 1
    if (at === text.length) return { fields, line }
    if (text[at] !== ',') return { fault: 'a closing quote is not followed by a comma', fields: [], line }
    at++
  }
}
