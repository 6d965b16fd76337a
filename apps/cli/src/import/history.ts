/**
 * A history as events of the public API, whichever format it came in.
 *
 * Reading it twice gives the same events with the same ids: an id is a hash of the source and the line
 * an event begins on, so that a second import of the same file finds them known.
 */
import { createHash } from 'node:crypto'
import type { LineComplaint, RowFault } from '@umiar/formats'
import type { EventName } from '@umiar/vocabulary'

/** One event of a history, made of one row or of the rows of one order. */
export interface HistoryEvent {
  /** Lines it was made of, the first one first. */
  readonly lines: readonly number[]
  /** Whose it is: equal for events of one person, different for two. */
  readonly person: string
  readonly names: PersonNames
  readonly name: EventName
  /** Ms since the epoch, as the file says. */
  readonly atMs: number
  readonly session: string
  readonly items: readonly string[]
  /** The event of the API without its time and the names of its visitor. */
  readonly body: Readonly<Record<string, unknown>>
}

/** How the shop calls somebody; a session without a user is its own person. */
export interface PersonNames {
  readonly user_id?: string
  readonly anonymous_id?: string
}

/** What a reading counts on the way. */
export interface HistoryTally {
  /** Rows read, the bad ones among them. */
  rows: number
  /** Rows that name nothing but services: postage, fees. */
  serviceRows: number
  /** Columns nothing reads. */
  readonly unusedColumns: Set<string>
}

export interface HistoryOptions {
  /** The operator's words for where the data come from; part of every event's id. */
  readonly source: string
  readonly isService: (item: string) => boolean
  readonly tally: HistoryTally
  readonly complain: (complaint: LineComplaint) => void
}

/** The fault of a row that says no time. */
export const NO_TIME: RowFault = {
  message: 'no time; rows without one are for umiar evaluate only',
  reason: 'time_missing',
}

export function newTally(): HistoryTally {
  return { rows: 0, serviceRows: 0, unusedColumns: new Set() }
}

/** The id of the event that begins on a line. */
export function eventIdOf(source: string, line: number, session: string): string {
  return `imp-${digest(`event\n${source}\n${line}\n${session}`)}`
}

/** A name for the unknown person behind a session without a user. */
export function guestNames(source: string, session: string): PersonNames {
  return { anonymous_id: `guest-${digest(`guest\n${source}\n${session}`)}` }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
