/**
 * Group commit: all calls that waited while the last transaction was committing share the next one.
 *
 * Calls of one name that stand next to each other are carried out together where the operation allows it,
 * under one savepoint; if that fails, each is tried alone, so that a failing one undoes itself alone.
 * Nobody is answered before the commit that holds his rows.
 */
import { DomainError } from '@umiar/vocabulary'
import { type CallName, INTAKE, NO_ROOM, type PlainError, READS } from '../store/calls.ts'
import { codeOf, failureOf } from './connection.ts'
import { type Operation, TOGETHER } from './operations.ts'
import type { Space } from './space.ts'
import type { Transaction } from './transaction.ts'

/** One call that waits for its group. */
export interface Call {
  readonly name: CallName
  readonly argument: unknown
}

/** What became of a call. */
export type Reply = { readonly value: unknown } | { readonly error: PlainError }

/** The steps of a group commit, in order. Losing the line before `committed` loses the write. */
export type GroupStep = 'begun' | 'executed' | 'committed'

/** There was no room: nothing of the transaction is stored. */
class NoRoom extends Error {}

/** Runs the calls of a group. */
export class GroupCommit {
  readonly #transaction: Transaction
  readonly #operations: Readonly<Record<CallName, Operation>>
  readonly #space: Space
  readonly #reach: (step: GroupStep) => void
  #commits = 0

  constructor(
    transaction: Transaction,
    operations: Readonly<Record<CallName, Operation>>,
    space: Space,
    reach: (step: GroupStep) => void,
  ) {
    this.#transaction = transaction
    this.#operations = operations
    this.#space = space
    this.#reach = reach
  }

  /** Transactions committed so far. */
  get commits(): number {
    return this.#commits
  }

  /**
   * Runs the calls in order and commits once.
   *
   * @returns one reply per call, in order; what they say is on stable storage
   * @throws whatever leaves the outcome unknown or says that the database is damaged
   */
  async run(calls: readonly Call[]): Promise<readonly Reply[]> {
    if (calls.every((call) => READS.has(call.name))) {
      return Promise.all(calls.map((call) => this.#replyAlone(call)))
    }
    const hasIntake = calls.some((call) => INTAKE.has(call.name))
    const hasRoom = !hasIntake || (await this.#space.hasRoomForIntake())
    const replies = await this.#attempt(calls, hasRoom)
    if (replies !== undefined) return replies
    await this.#space.release()
    const withoutIntake = await this.#attempt(calls, false)
    if (withoutIntake !== undefined) return withoutIntake
    const alone: Reply[] = []
    for (const call of calls) alone.push((await this.#attempt([call], false))?.[0] ?? { error: NO_ROOM })
    return alone
  }

  /** @returns `undefined` if there was no room: nothing is stored then */
  async #attempt(calls: readonly Call[], intakeAllowed: boolean): Promise<readonly Reply[] | undefined> {
    try {
      await this.#transaction.begin(mostRows(calls))
      this.#reach('begun')
      const replies: Reply[] = []
      for (const run of runs(calls)) {
        const isRefused = !intakeAllowed && INTAKE.has(run[0]!.name)
        replies.push(...(isRefused ? run.map(() => ({ error: NO_ROOM })) : await this.#runOf(run)))
      }
      this.#reach('executed')
      if (!(await this.#transaction.commit()))
        throw new Error('PostgreSQL rolled back where it was to commit')
      this.#commits += 1
      this.#reach('committed')
      return replies
    } catch (error) {
      if (!(error instanceof NoRoom) && failureOf(error) !== 'full') throw error
      await this.#transaction.script('ROLLBACK')
      return undefined
    }
  }

  /** A run under one savepoint; if it fails, each of its calls under its own. */
  async #runOf(run: readonly Call[]): Promise<readonly Reply[]> {
    const replies = await this.#savepoint(run)
    if (run.length === 1 || !('error' in replies[0]!)) return replies
    const alone: Reply[] = []
    for (const call of run) alone.push(...(await this.#savepoint([call])))
    return alone
  }

  async #savepoint(run: readonly Call[]): Promise<readonly Reply[]> {
    const delta = this.#transaction.delta
    await this.#transaction.script('SAVEPOINT run')
    try {
      const values = await this.#carryOut(run)
      await this.#transaction.script('RELEASE run')
      return values.map((value) => ({ value }))
    } catch (error) {
      throwIfFatal(error)
      await this.#transaction.script('ROLLBACK TO run; RELEASE run')
      this.#transaction.delta = delta
      return run.map(() => ({ error: plainError(error) }))
    }
  }

  async #replyAlone(call: Call): Promise<Reply> {
    try {
      const [value] = await this.#carryOut([call])
      return { value }
    } catch (error) {
      throwIfFatal(error)
      return { error: plainError(error) }
    }
  }

  #carryOut(run: readonly Call[]): Promise<readonly unknown[]> {
    return this.#operations[run[0]!.name](this.#transaction, run.map((call) => call.argument) as never)
  }
}

/** Splits a group into runs that are carried out together. */
function runs(calls: readonly Call[]): Call[][] {
  const found: Call[][] = []
  for (const call of calls) {
    const last = found.at(-1)
    if (last !== undefined && last[0]!.name === call.name && TOGETHER.has(call.name)) last.push(call)
    else found.push([call])
  }
  return found
}

/** How many rows the calls may insert. */
function mostRows(calls: readonly Call[]): number {
  return calls.reduce((sum, { argument, name }) => {
    if (name === 'append' || name === 'rewrite') return sum + (argument as { rows: unknown[] }).rows.length
    return sum + (name === 'putEvidence' ? (argument as unknown[]).length : 1)
  }, 0)
}

function throwIfFatal(error: unknown): void {
  if (error instanceof DomainError) return
  const failure = failureOf(error)
  if (failure === 'full') throw new NoRoom('no room', { cause: error })
  if (failure !== 'refused' && !isProgrammersMistake(error)) throw error
}

/** Thrown by our own code while it prepared a statement: the connection is not to blame. */
function isProgrammersMistake(error: unknown): boolean {
  return error instanceof RangeError || error instanceof TypeError
}

function plainError(error: unknown): PlainError {
  if (error instanceof DomainError) return { code: error.code, facts: error.facts, message: error.message }
  const code = codeOf(error)
  return {
    code: 'internal_error',
    facts: { cause: code },
    message: `The store could not carry out the call (${code}).`,
  }
}
