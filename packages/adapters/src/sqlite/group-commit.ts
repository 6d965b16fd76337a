/**
 * Group commit: all calls that waited while the last transaction was committing share the next one.
 *
 * A sync costs about as much for one call as for a hundred. Each call runs in a savepoint of its own, so
 * that a failing one undoes itself alone, and nobody is answered before the commit that holds his rows.
 */

import { DomainError } from '@umiar/vocabulary'
import type { Database } from 'better-sqlite3'
import {
  type CallMessage,
  type CallName,
  INTAKE,
  NO_ROOM,
  type PlainError,
  READS,
  type ReplyMessage,
} from '../store/calls.ts'
import { isDamage } from './database.ts'
import type { Space } from './space.ts'
import type { Complete } from './thinning.ts'

/** The database can no longer be trusted or reached; the writer must stop. */
export class Broken extends Error {}

/** What a group tells or asks its surroundings. */
export interface GroupHooks {
  readonly begun: () => void
  readonly executed: () => void
  /** Something was rolled back. */
  readonly undone: () => void
  /** Makes a large deletion small enough for a full disk. */
  readonly thin: (call: CallMessage) => Complete
}

/** Runs the calls of a group. */
export class GroupCommit {
  readonly #database: Database
  readonly #operations: Readonly<Record<CallName, (argument: never) => unknown>>
  readonly #space: Space
  readonly #hooks: GroupHooks
  #commits = 0

  constructor(
    database: Database,
    operations: Readonly<Record<CallName, (argument: never) => unknown>>,
    space: Space,
    hooks: GroupHooks,
  ) {
    this.#database = database
    this.#operations = operations
    this.#space = space
    this.#hooks = hooks
  }

  /** Transactions committed so far. */
  get commits(): number {
    return this.#commits
  }

  /**
   * Runs the calls in order and commits once.
   *
   * @returns one reply per call, in order; what they say is on stable storage
   * @throws Broken when the outcome is not known or the file is damaged
   */
  run(calls: readonly CallMessage[]): ReplyMessage[] {
    try {
      if (calls.every((call) => READS.has(call.name))) return calls.map((call) => this.#reply(call))
      const hasIntake = calls.some((call) => INTAKE.has(call.name))
      const hasRoom = !hasIntake || this.#space.hasRoomForIntake()
      const replies = this.#attempt(calls, hasRoom)
      if (replies !== undefined) return replies
      this.#space.releaseReserve()
      return this.#attempt(calls, false) ?? calls.map((call) => this.#alone(call))
    } catch (error) {
      if (error instanceof Broken || isDamage(error)) throw error
      throw new Broken('the database does not answer', { cause: error })
    }
  }

  /** @returns `undefined` if the disk was full: nothing is stored then */
  #attempt(calls: readonly CallMessage[], intakeAllowed: boolean): ReplyMessage[] | undefined {
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      this.#hooks.begun()
      const replies = calls.map((call) =>
        !intakeAllowed && INTAKE.has(call.name) ? { error: NO_ROOM, id: call.id } : this.#savepoint(call),
      )
      this.#hooks.executed()
      this.#database.exec('COMMIT')
      this.#commits += 1
      return replies
    } catch (error) {
      if (!isFull(error)) throw error
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      this.#hooks.undone()
      return undefined
    }
  }

  /** The last resort on a full disk. */
  #alone(call: CallMessage): ReplyMessage {
    const refused: ReplyMessage = { error: NO_ROOM, id: call.id }
    if (INTAKE.has(call.name)) return refused
    try {
      const complete = this.#hooks.thin(call)
      const reply = this.#attempt([call], false)?.[0] ?? refused
      return 'error' in reply ? reply : { id: call.id, value: complete(reply.value) }
    } catch (error) {
      if (isFull(error)) return refused
      throw error
    }
  }

  #savepoint(call: CallMessage): ReplyMessage {
    if (READS.has(call.name)) return this.#reply(call)
    this.#database.exec('SAVEPOINT call')
    const reply = this.#reply(call)
    if ('error' in reply) {
      this.#database.exec('ROLLBACK TO call')
      this.#hooks.undone()
    }
    this.#database.exec('RELEASE call')
    return reply
  }

  #reply(call: CallMessage): ReplyMessage {
    try {
      return { id: call.id, value: this.#operations[call.name](call.argument as never) }
    } catch (error) {
      if (isFull(error) || isDamage(error) || isIoFailure(error)) throw error
      return { error: plainError(error), id: call.id }
    }
  }
}

/** No room, by the word of SQLite or of the file system. */
export function isFull(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT'
}

/** An error in a form that can be cloned. */
export function plainError(error: unknown): PlainError {
  if (error instanceof DomainError) return { code: error.code, facts: error.facts, message: error.message }
  const code = String((error as { code?: unknown }).code ?? 'unknown')
  return {
    code: 'internal_error',
    facts: { cause: code },
    message: `The store could not carry out the call (${code}).`,
  }
}

function isIoFailure(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^SQLITE_(IOERR|READONLY|CANTOPEN|PROTOCOL)/.test(code)
}
