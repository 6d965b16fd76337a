/**
 * Consent records a shop kept before Umiar: `user,consent_ref,notice_version,level,purposes,time,method`.
 *
 * `purposes` are names separated by spaces, only those given by name; `time` is RFC 3339. Further
 * columns may be `locale` (else `pl`) and `covers_from`: from when on the words of the consent cover
 * purchases made before it. Whether a record counts is the engine's to say; this only reads.
 */
import { parseCallerId } from '@umiar/vocabulary'
import { parseTimestamp } from '../shop-event/parse-timestamp.ts'
import { type RowFault, type RowReader, readTable, type TableOptions } from './csv-table.ts'

export const CONSENT_METHODS = ['banner', 'centre', 'widget', 'form', 'api'] as const

/** One record. */
export interface ConsentRecord {
  readonly line: number
  readonly user: string
  /** The shop's own name for it. */
  readonly ref: string
  readonly noticeVersion: string
  readonly level: number
  readonly purposes: readonly string[]
  readonly givenAt: string
  readonly givenAtMs: number
  readonly coversFrom?: string
  /** Events before it are not covered, ms since the epoch. */
  readonly coversFromMs: number
  readonly method: (typeof CONSENT_METHODS)[number]
  readonly locale?: string
}

const REQUIRED = ['user', 'consent_ref', 'notice_version', 'level', 'purposes', 'time', 'method'] as const

/** Reads consent records. @throws DomainError `input_unreadable`, as `readTable` */
export function readConsentRecords(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: TableOptions = {},
): AsyncGenerator<ConsentRecord[], void, undefined> {
  return readTable(chunks, REQUIRED, recordReader, options)
}

function recordReader(columns: readonly string[]): RowReader<ConsentRecord> {
  const seen = new Map<string, number>()
  return (fields, line) => {
    const field = (name: string): string => fields[columns.indexOf(name)]?.trim() ?? ''
    const user = parseCallerId(fields[columns.indexOf('user')])
    if (user === undefined) return fault('user_invalid', 'user must be 1–128 characters')
    const earlier = seen.get(user)
    if (earlier !== undefined)
      return fault('user_repeated', `line ${earlier} has a record of the same user; keep the one in force`)
    const ref = parseCallerId(field('consent_ref'))
    if (ref === undefined) return fault('ref_missing', 'consent_ref must name the shop’s record')
    const noticeVersion = field('notice_version')
    if (noticeVersion === '' || noticeVersion.length > 64)
      return fault('notice_missing', 'notice_version must say which text she had before her')
    if (!/^[0-4]$/.test(field('level'))) return fault('level_unknown', 'level must be 0, 1, 2, 3 or 4')
    const purposes = field('purposes').split(/\s+/).filter(Boolean)
    if (purposes.some((name) => !/^[a-z_]{1,64}$/.test(name)))
      return fault('purposes_invalid', 'purposes must be names separated by spaces')
    const method = CONSENT_METHODS.find((known) => known === field('method'))
    if (method === undefined)
      return fault('method_unknown', `method must be one of ${CONSENT_METHODS.join(', ')}`)
    const givenAtMs = parseTimestamp(field('time'))
    if (givenAtMs === undefined) return fault('time_invalid', 'time must be RFC 3339 with an offset')
    const coversFrom = field('covers_from')
    const coversFromMs = coversFrom === '' ? givenAtMs : parseTimestamp(coversFrom)
    if (coversFromMs === undefined || coversFromMs > givenAtMs)
      return fault('covers_from_invalid', 'covers_from must be RFC 3339, not after time, or empty')
    const locale = field('locale')
    if (locale.length > 35 || locale.length === 1) return fault('locale_invalid', 'locale must be BCP 47')
    seen.set(user, line)
    return {
      coversFromMs,
      givenAt: field('time'),
      givenAtMs,
      level: Number(field('level')),
      line,
      method,
      noticeVersion,
      purposes,
      ref,
      user,
      ...(coversFrom === '' ? {} : { coversFrom }),
      ...(locale === '' ? {} : { locale }),
    }
  }
}

function fault(reason: string, message: string): RowFault {
  return { message, reason }
}
