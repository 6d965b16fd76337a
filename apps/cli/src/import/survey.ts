/**
 * The first reading: everything is looked at before anything is sent.
 *
 * It says whether the files can be believed at all, how far times are moved, who is named, and what the
 * counts without persons are. A damaged file ends here, with nothing changed.
 */
import type { ConsentRecord, LineComplaint, ListedItem, RowFault } from '@umiar/formats'
import { readConsentRecords, readItemList } from '@umiar/formats'
import { DomainError, MS_PER_MINUTE, tableOfEvent } from '@umiar/vocabulary'
import { type FileFacts, readText } from '../text-file.ts'
import {
  type HistoryEvent,
  type HistoryOptions,
  type HistoryTally,
  newTally,
  type PersonNames,
} from './history.ts'
import type { ImportRequest, OnProgress } from './import-request.ts'
import { readEventLines } from './read-event-lines.ts'
import { readLogHistory } from './read-log-history.ts'
import type { RejectedRow, Rejects } from './rejects.ts'
import { SharedCounts } from './shared-counts.ts'

/** Above this share of unreadable rows a file is not what it should be. */
export const MOST_UNREADABLE = 0.2
const FUTURE_TOLERANCE_MS = 10 * MS_PER_MINUTE

/** Somebody named in the history. */
export interface Person {
  readonly names: PersonNames
  readonly record?: ConsentRecord
  /** Has she an event that is young enough to be kept? */
  newestBuyMs: number
  newestViewMs: number
}

export interface Survey {
  readonly files: readonly (FileFacts & { readonly role: RejectedRow['file'] })[]
  readonly items: readonly ListedItem[]
  readonly isService: (item: string) => boolean
  readonly tally: HistoryTally
  readonly people: ReadonlyMap<string, Person>
  readonly oldestMs: number | undefined
  readonly newestMs: number | undefined
  readonly sharedCounts: SharedCounts
  /** What speaks against an event, if anything does; the same at every reading. */
  readonly faultOf: (event: HistoryEvent) => RowFault | undefined
}

/**
 * @throws DomainError `input_unreadable` if a file is damaged, has no usable row, or too many unreadable ones
 */
export async function surveyFiles(
  request: ImportRequest,
  rejects: Rejects,
  onProgress: OnProgress,
): Promise<Survey> {
  const files: (FileFacts & { role: RejectedRow['file'] })[] = []
  const noteFacts = (role: RejectedRow['file']) => (facts: FileFacts) => void files.push({ role, ...facts })
  const items = await readItems(request, rejects, noteFacts('items'))
  const services = new Set(items.filter(({ kind }) => kind === 'service').map(({ item }) => item))
  const isService = (item: string): boolean => services.has(item)
  const records = await readRecords(request, rejects, noteFacts('consents'))
  const faultOf = faultFinder(request, records)
  const found = { newestMs: undefined as number | undefined, oldestMs: undefined as number | undefined }
  const people = new Map<string, Person>()
  const sharedCounts = new SharedCounts()
  const tally = newTally()
  const { basis } = request
  if (request.events !== undefined) {
    const quality = new Quality(request.events)
    const onFacts = noteFacts('events')
    const complain = (complaint: LineComplaint): void => {
      quality.complain(complaint)
      rejects.add({ file: 'events', ...complaint })
    }
    const options = { complain, isService, source: request.source, tally }
    const reading = { onFacts, onProgress: (share: number) => onProgress('checking', share) }
    for await (const batch of readHistory(request.events, options, reading)) {
      for (const event of batch) {
        const fault = faultOf(event)
        if (fault !== undefined) {
          for (const line of event.lines) {
            rejects.add({ file: 'events', line, ...fault })
            if (fault === TOO_NEW) quality.complain({ line, ...fault })
          }
          continue
        }
        found.oldestMs = Math.min(found.oldestMs ?? event.atMs, event.atMs)
        found.newestMs = Math.max(found.newestMs ?? event.atMs, event.atMs)
        if (basis.kind !== 'aggregate') notePerson(people, event, records)
        if (basis.kind !== 'consent') sharedCounts.add(event)
      }
    }
    quality.judge(tally.rows, tally.rows - tally.serviceRows - quality.complaints)
  }
  return { faultOf, files, isService, items, people, sharedCounts, tally, ...found }
}

/** The history of a file, by its name's ending. */
export function readHistory(
  file: string,
  options: HistoryOptions,
  reading: Parameters<typeof readText>[1] = {},
): AsyncGenerator<HistoryEvent[]> {
  const chunks = readText(file, reading)
  return /\.jsonl(\.gz)?$/.test(file) ? readEventLines(chunks, options) : readLogHistory(chunks, options)
}

async function readItems(
  { items: file }: ImportRequest,
  rejects: Rejects,
  onFacts: (facts: FileFacts) => void,
): Promise<readonly ListedItem[]> {
  if (file === undefined) return []
  const quality = new Quality(file)
  const complain = (complaint: LineComplaint): void => {
    quality.complain(complaint)
    rejects.add({ file: 'items', ...complaint })
  }
  const items: ListedItem[] = []
  for await (const batch of readItemList(readText(file, { onFacts }), { complain })) items.push(...batch)
  quality.judge(items.length + quality.complaints, items.length)
  return items
}

async function readRecords(
  { basis }: ImportRequest,
  rejects: Rejects,
  onFacts: (facts: FileFacts) => void,
): Promise<ReadonlyMap<string, ConsentRecord>> {
  const records = new Map<string, ConsentRecord>()
  if (basis.kind !== 'consent') return records
  const quality = new Quality(basis.file)
  const complain = (complaint: LineComplaint): void => {
    quality.complain(complaint)
    rejects.add({ file: 'consents', ...complaint })
  }
  const chunks = readText(basis.file, { onFacts })
  for await (const batch of readConsentRecords(chunks, { complain })) {
    for (const record of batch) records.set(record.user, record)
  }
  quality.judge(records.size + quality.complaints, records.size)
  return records
}

/** Counts unreadable rows of one file and says when there are too many to believe the rest. */
class Quality {
  complaints = 0
  readonly #file: string
  #first: LineComplaint | undefined

  constructor(file: string) {
    this.#file = file
  }

  complain(complaint: LineComplaint): void {
    this.complaints++
    this.#first ??= complaint
  }

  /** @throws DomainError `input_unreadable` */
  judge(rows: number, usable: number): void {
    const first = this.#first
    const example = first === undefined ? '' : ` The first, line ${first.line}: ${first.message}.`
    const facts = first === undefined ? {} : { line: first.line }
    if (usable === 0)
      throw new DomainError('input_unreadable', `${this.#file} has no usable row.${example}`, facts)
    if (this.complaints <= rows * MOST_UNREADABLE) return
    throw new DomainError(
      'input_unreadable',
      `${this.complaints} of ${rows} rows of ${this.#file} cannot be read; above ${MOST_UNREADABLE * 100} % the whole file is refused.${example}`,
      facts,
    )
  }
}

const TOO_NEW: RowFault = { message: 'the time lies ahead of now', reason: 'event_in_future' }
const NO_USER: RowFault = {
  message: 'no user, so no consent can be on record for the row',
  reason: 'consent_without_user',
}
const NO_RECORD: RowFault = { message: 'the user has no consent record', reason: 'consent_missing' }
const NOT_COVERED: RowFault = {
  message: 'earlier than the user’s consent and what it covers',
  reason: 'before_consent',
}

/** Why an event may not come in, as far as the files say it. */
function faultFinder(
  { basis, nowMs, rebase }: ImportRequest,
  records: ReadonlyMap<string, ConsentRecord>,
): Survey['faultOf'] {
  const latestMs = nowMs() + FUTURE_TOLERANCE_MS
  return ({ atMs, names }) => {
    if (!rebase && atMs > latestMs) return TOO_NEW
    if (basis.kind !== 'consent') return undefined
    if (names.user_id === undefined) return NO_USER
    const record = records.get(names.user_id)
    if (record === undefined) return NO_RECORD
    return atMs < record.coversFromMs ? NOT_COVERED : undefined
  }
}

function notePerson(
  people: Map<string, Person>,
  event: HistoryEvent,
  records: ReadonlyMap<string, ConsentRecord>,
): void {
  let person = people.get(event.person)
  if (person === undefined) {
    const record = records.get(event.names.user_id ?? '')
    person = {
      names: event.names,
      newestBuyMs: Number.NEGATIVE_INFINITY,
      newestViewMs: Number.NEGATIVE_INFINITY,
      ...(record === undefined ? {} : { record }),
    }
    people.set(event.person, person)
  }
  if (tableOfEvent(event.name) === 'buying') person.newestBuyMs = Math.max(person.newestBuyMs, event.atMs)
  else person.newestViewMs = Math.max(person.newestViewMs, event.atMs)
}
