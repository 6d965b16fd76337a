/**
 * From an event log on disk to sessions.
 */
import { type LoggedStep, readEventLog } from '@umiar/formats'
import type { TrainingEvent } from '@umiar/recommender'
import { DomainError, type ItemId, MS_PER_DAY } from '@umiar/vocabulary'
import { readText } from '../text-file.ts'

/** One session of the log, its steps in the order of the file (or of time, where there is one). */
export interface LoggedSession {
  readonly session: string
  readonly user: string | undefined
  /** Value of the column `split`, if there is one. */
  readonly part: string | undefined
  readonly line: number
  readonly events: TrainingEvent[]
}

export interface SessionLog {
  /** By the time of the last step; without a clock in the order of the file. */
  readonly sessions: readonly LoggedSession[]
  readonly hasClock: boolean
  readonly eventCount: number
}

/** Days over which the sessions of a log without a clock are laid: as long as a shop keeps views. */
export const ASSUMED_SPAN_DAYS = 90

/**
 * Reads a log; rows of one session need not be adjacent.
 *
 * @throws DomainError `input_unreadable` if the file is missing, damaged or malformed, or if only some
 *         rows have a time
 */
export async function readSessions(file: string, progress: (share: number) => void): Promise<SessionLog> {
  const sessions = new Map<string, LoggedSession>()
  let rows = 0
  let timed = 0
  for await (const batch of readEventLog(readText(file, { onProgress: progress }))) {
    for (const step of batch) {
      rows++
      if (step.atMs !== undefined) timed++
      addStep(sessions, step)
    }
  }
  if (rows === 0) throw new DomainError('input_unreadable', `${file} has a header but no rows.`)
  if (timed !== 0 && timed !== rows) {
    throw new DomainError(
      'input_unreadable',
      `${file}: ${rows - timed} of ${rows} rows have no ts; give all a time or none.`,
    )
  }
  const list = [...sessions.values()]
  const hasClock = timed > 0
  if (hasClock) orderByTime(list)
  else inventTimes(list)
  return { eventCount: rows, hasClock, sessions: list }
}

function addStep(sessions: Map<string, LoggedSession>, step: LoggedStep): void {
  const part = step.extra.split
  const key = part === undefined ? step.session : `${part}\n${step.session}`
  let session = sessions.get(key)
  if (session === undefined) {
    session = { events: [], line: step.line, part, session: step.session, user: step.user }
    sessions.set(key, session)
  }
  session.events.push({ atMs: step.atMs ?? 0, itemId: step.item as ItemId, kind: step.kind })
}

/** Steps of the same instant keep the order of the file: each is at least a millisecond after the one before. */
function orderByTime(sessions: LoggedSession[]): void {
  for (const { events } of sessions) {
    events.sort((a, b) => a.atMs - b.atMs)
    spread(events, events[0]!.atMs, (event) => event.atMs)
  }
  sessions.sort((a, b) => a.events.at(-1)!.atMs - b.events.at(-1)!.atMs)
}

function inventTimes(sessions: LoggedSession[]): void {
  const apart = Math.floor((ASSUMED_SPAN_DAYS * MS_PER_DAY) / sessions.length)
  sessions.forEach(({ events }, n) => {
    spread(events, n * apart, () => 0)
  })
}

function spread(events: TrainingEvent[], from: number, timeOf: (event: TrainingEvent) => number): void {
  let earliest = from
  for (let n = 0; n < events.length; n++) {
    const atMs = Math.max(earliest, timeOf(events[n]!))
    events[n] = { ...events[n]!, atMs }
    earliest = atMs + 1
  }
}
