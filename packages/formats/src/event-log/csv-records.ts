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
  /** Set on the last record where no line end follows: the file may have been cut off inside it. */
  readonly isCut?: boolean
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
  if (records.length > 0) yield records.map((record) => ({ ...record, isCut: true }))
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
  // Looked up once per quote, not once per record: most logs have none.
  let quote = indexOrEnd(text, '"', 0)
  for (;;) {
    const startLine = firstLine + lines
    let end = text.indexOf('\n', start)
    if (end < 0) return { left: text.slice(start), lines, records }
    if (quote < start) quote = indexOrEnd(text, '"', start)
    const isQuoted = quote < end
    if (isQuoted) end = quotedRecordEnd(text, start)
    if (end < 0) return { left: text.slice(start), lines, records }
    const stop = end > start && text[end - 1] === '\r' ? end - 1 : end
    if (stop > start) {
      const record = text.slice(start, stop)
      records.push(
        isQuoted ? quotedRecord(record, startLine) : { fields: record.split(','), line: startLine },
      )
    }
    lines += isQuoted ? countBreaks(text, start, end) : 1
    start = end + 1
  }
}

/**
 * Where a record with quotes ends, or −1 if its end is not there yet. Only a quote at the start of a
 * field opens one in which line breaks count as text: a stray inch mark must not swallow the next line.
 */
function quotedRecordEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    if (text[at] === '"') {
      at = closingQuote(text, at + 1)
      if (at < 0 || at === text.length - 1) return -1
    }
    const comma = text.indexOf(',', at)
    const end = text.indexOf('\n', at)
    if (end < 0) return -1
    if (comma < 0 || comma > end) return end
    at = comma + 1
  }
}

/** The quote that ends the field, or −1; doubled ones are text. */
function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at <= end; at = text.indexOf('\n', at + 1)) count++
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
    const close = closingQuote(text, at + 1)
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'))
    at = close + 1
    if (at === text.length) return { fields, line }
    if (text[at] !== ',') return { fault: 'a closing quote is not followed by a comma', fields: [], line }
    at++
  }
}
