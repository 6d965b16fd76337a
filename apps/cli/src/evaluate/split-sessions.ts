/**
 * Dividing a log into what is learned and what is asked.
 */
import { DomainError, MS_PER_DAY } from '@umiar/vocabulary'
import type { Split } from './evaluate-options.ts'
import type { LoggedSession, SessionLog } from './read-sessions.ts'

export interface DividedLog {
  readonly train: readonly LoggedSession[]
  readonly test: readonly LoggedSession[]
}

/**
 * Divides by whole sessions.
 *
 * @throws DomainError `input_unreadable` if the log lacks what the split needs, or one part is empty
 */
export function splitSessions(log: SessionLog, split: Split): DividedLog {
  const isTest = testRule(log, split)
  const train: LoggedSession[] = []
  const test: LoggedSession[] = []
  for (const session of log.sessions) (isTest(session) ? test : train).push(session)
  if (train.length === 0 || test.length === 0) {
    const empty = train.length === 0 ? 'training' : 'test'
    throw new DomainError('input_unreadable', `The split leaves no ${empty} sessions.`)
  }
  return { test, train }
}

function testRule(log: SessionLog, split: Split): (session: LoggedSession) => boolean {
  switch (split.kind) {
    case 'column':
      return ({ line, part }) => {
        if (part === 'test') return true
        if (part === 'train' || part === 'valid') return false
        const found = part === undefined ? 'there is no column split' : `split is "${part}"`
        throw new DomainError('input_unreadable', `Line ${line}: ${found}; expected train, valid or test.`, {
          line,
        })
      }
    case 'last-days': {
      if (!log.hasClock) {
        throw new DomainError('input_unreadable', 'The log has no times (ts is empty); last-days needs them.')
      }
      const border = log.sessions.at(-1)!.events.at(-1)!.atMs - split.days * MS_PER_DAY
      return ({ events }) => events.at(-1)!.atMs > border
    }
    case 'last-basket': {
      const sessionsOf = new Map<string, LoggedSession[]>()
      for (const session of log.sessions) {
        if (session.user === undefined) continue
        const own = sessionsOf.get(session.user)
        if (own === undefined) sessionsOf.set(session.user, [session])
        else own.push(session)
      }
      if (sessionsOf.size === 0) {
        throw new DomainError('input_unreadable', 'The log has no users; last-basket needs them.')
      }
      const last = new Set<LoggedSession>()
      // A user with one session only stays in training: there is nothing to predict from.
      for (const own of sessionsOf.values()) if (own.length > 1) last.add(own.at(-1)!)
      return (session) => last.has(session)
    }
  }
}
