/**
 * The writer: a worker thread that owns the one connection to the database.
 *
 * Messages that arrive while a transaction commits wait in the port; they are all taken at once and
 * make the next group. After an erasure the journal is emptied before it is answered.
 */
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { CallMessage, CallName, PlainError, ReplyMessage } from '../store/calls.ts'
import { Checkpointer } from './checkpoint.ts'
import { damaged, isDamage, type OpenDatabase, openDatabase } from './database.ts'
import { Broken, GroupCommit, isFull, plainError } from './group-commit.ts'
import { peopleOperations } from './people-operations.ts'
import type { FromWriter, ToWriter, WriterOptions, WriterStep } from './protocol.ts'
import { RowStatements } from './row-statements.ts'
import { shopOperations } from './shop-operations.ts'
import { Space } from './space.ts'
import { thinning } from './thinning.ts'

const MOST_CALLS_PER_GROUP = 1024
/** Its presence says that the last owner closed the store properly. */
const CLOSED_MARK = 'closed.mark'

const options = workerData as WriterOptions
const port = parentPort!
let stepsLeft = options.fault?.nth ?? 0

const post = (message: FromWriter): void => port.postMessage(message)

/** Dies here if a test asked for it: what a power cut between two steps leaves behind. */
function reach(step: WriterStep): void {
  if (options.fault?.step === step && --stepsLeft === 0) process.exit(1)
}

class Writer {
  readonly #open: OpenDatabase
  readonly #checkpointer: Checkpointer
  readonly #space: Space
  readonly #group: GroupCommit
  #calls = 0

  constructor(open: OpenDatabase) {
    this.#open = open
    this.#checkpointer = new Checkpointer(open.database, open.path)
    this.#cleanUp()
    this.#space = new Space(options, open.database, this.#checkpointer)
    const rows = new RowStatements(open.database)
    const operations = {
      ...peopleOperations(open.database, rows),
      ...shopOperations(open.database, rows),
      stats: () => this.#stats(),
    } satisfies Record<CallName, unknown>
    this.#group = new GroupCommit(open.database, operations, this.#space, {
      begun: () => reach('begun'),
      executed: () => reach('executed'),
      thin: thinning(open.database, this.#checkpointer),
      undone: () => rows.forgetBlock(),
    })
  }

  /** Answers the calls of one group. */
  serve(calls: readonly CallMessage[]): void {
    this.#calls += calls.length
    const replies = this.#group.run(calls)
    reach('committed')
    const isErasure = (index: number): boolean => calls[index]!.name === 'erase'
    const atOnce = replies.filter((_, index) => !isErasure(index))
    const erasures = replies.filter((_, index) => isErasure(index))
    if (atOnce.length > 0) post({ replies: atOnce })
    if (erasures.length > 0) post({ replies: this.#emptyJournal(erasures) })
    else if (this.#checkpointer.journalBytes() >= options.checkpointBytes) this.#checkpoint()
    reach('replied')
  }

  close(): void {
    this.#checkpoint()
    const emptied = this.#checkpointer.journalBytes() === 0
    this.#open.database.close()
    this.#checkpointer.close()
    if (emptied) writeFileSync(join(options.directory, CLOSED_MARK), '', { mode: 0o600 })
  }

  /** GDPR Art. 17: erased means that no file holds it any more, the journal included. */
  #emptyJournal(erasures: readonly ReplyMessage[]): readonly ReplyMessage[] {
    if (!this.#checkpoint()) {
      this.#space.releaseReserve()
      if (!this.#checkpoint()) {
        const error: PlainError = {
          code: 'store_full',
          facts: {},
          message:
            'The rows are deleted, but the disk has no room to empty the journal. Free some space and ask again.',
        }
        return erasures.map((reply) => ('error' in reply ? reply : { error, id: reply.id }))
      }
    }
    reach('checkpointed')
    return erasures
  }

  /** @returns false if the disk is full: the journal stays and nothing is lost */
  #checkpoint(): boolean {
    try {
      this.#checkpointer.run()
      return true
    } catch (error) {
      if (isFull(error)) return false
      throw error
    }
  }

  #cleanUp(): void {
    const mark = join(options.directory, CLOSED_MARK)
    const wasClosed = existsSync(mark)
    rmSync(mark, { force: true })
    if (!this.#checkpoint() || wasClosed) return
    this.#checkpointer.scrubAll()
  }

  #stats() {
    const subjects = this.#open.database.prepare('SELECT count(*) FROM subject').pluck().get() as number
    const bytes = statSync(this.#open.path).size + this.#checkpointer.journalBytes()
    return { bytes, calls: this.#calls, commits: this.#group.commits, subjects }
  }
}

function start(): void {
  let writer: Writer
  try {
    const open = openDatabase(options)
    writer = new Writer(open)
    post({ opened: { shopId: open.shopId } })
  } catch (error) {
    post({ refused: plainError(error) })
    port.close()
    return
  }
  port.on('message', (first: ToWriter) => {
    try {
      drain(writer, first)
    } catch (error) {
      stop(error)
    }
  })
}

function drain(writer: Writer, first: ToWriter): void {
  let queue: CallMessage[] = []
  let next: ToWriter | undefined = first
  while (next !== undefined) {
    if ('close' in next) {
      if (queue.length > 0) writer.serve(queue)
      writer.close()
      post({ closed: true })
      port.close()
      return
    }
    queue.push(...next.calls)
    if (queue.length >= MOST_CALLS_PER_GROUP) {
      writer.serve(queue)
      queue = []
    }
    next = receiveMessageOnPort(port)?.message as ToWriter | undefined
  }
  if (queue.length > 0) writer.serve(queue)
}

/** The database cannot be trusted: tell everybody, and touch nothing any more. */
function stop(error: unknown): void {
  const cause = error instanceof Broken ? error.cause : error
  const isSick = isDamage(cause)
  const plain = plainError(isSick ? damaged(options.directory) : cause)
  post({ broken: isSick ? plain : { ...plain, code: 'store_unavailable' } })
  port.close()
}

start()
