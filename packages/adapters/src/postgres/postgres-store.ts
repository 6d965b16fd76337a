/**
 * The store on PostgreSQL: the queue of calls in front of one writing session.
 *
 * No thread of its own: the server does the work, and the client only waits for it. The session that
 * writes holds the lock of the owner; when it is lost, what it was doing may or may not have been committed,
 * so the store answers nothing more and the process must start anew, which reads everything again (ADR-0016).
 */
import { mkdirSync } from 'node:fs'
import type { Store, StoreStats } from '@umiar/use-cases'
import { DomainError, type Random, type ShopId } from '@umiar/vocabulary'
import { ownDirectory, withdrawOwner } from '../owner/owner.ts'
import { type Argument, type CallName, domainError, type Result } from '../store/calls.ts'
import { grantedStore } from '../store/granted-store.ts'
import { failureOf } from './connection.ts'
import { damaged, type OpenDatabase, openDatabase, readMeta, SCHEMA } from './database.ts'
import { type Call, GroupCommit, type GroupStep, type Reply } from './group-commit.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { Space } from './space.ts'
import { Transaction } from './transaction.ts'
import { Vacuum } from './vacuum.ts'

const MIB = 1 << 20
const MOST_CALLS_PER_GROUP = 1024

export interface PostgresStoreOptions {
  /** The directory of the key file and of the owner's note. Made if it is not there, mode 0700. */
  readonly directory: string
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` across a network. */
  readonly connectionString: string
  readonly random: Random
  /** `rootKeyCheckOf(rootKey)`: kept at creation, compared at every start. */
  readonly rootKeyCheck: Uint8Array
  /** Budget of what is alive in the store; intake is refused beyond it. Default: none. */
  readonly maxBytes?: number
  /** Ballast kept for withdrawal and erasure on a full disk. Default 8 MiB. */
  readonly reserveBytes?: number
  /** How long to wait for the session of a killed owner to end. Default 2 s. */
  readonly ownerWaitMs?: number
  /** For tests: where the line is cut. */
  readonly fault?: { readonly step: GroupStep; readonly nth: number }
}

/**
 * Opens the store of a database and becomes its owner.
 *
 * @throws DomainError `store_unavailable`, `store_owned`, `store_newer`, `store_damaged`, `root_key_wrong`,
 *         `configuration_invalid`, each with the remedy
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  mkdirSync(options.directory, { mode: 0o700, recursive: true })
  const lock = ownDirectory(options.directory)
  try {
    const engine = await PostgresEngine.open(options)
    return grantedStore({
      call: (name, argument) => engine.call(name, argument),
      close: async () => {
        await engine.close()
        withdrawOwner(options.directory)
        lock.release()
      },
      shopId: engine.shopId,
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

interface Waiting extends Call {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

class PostgresEngine {
  readonly shopId: ShopId
  readonly #open: OpenDatabase
  readonly #group: GroupCommit
  readonly #vacuum: Vacuum
  #queue: Waiting[] = []
  #working: Promise<void> | undefined
  #failure: DomainError | undefined
  #closing: Promise<void> | undefined
  #calls = 0

  private constructor(open: OpenDatabase, liveBytes: number, options: PostgresStoreOptions) {
    this.#open = open
    this.shopId = open.shopId as ShopId
    const transaction = new Transaction(open.connection, liveBytes)
    const space = new Space(open.connection, transaction, {
      maxBytes: options.maxBytes ?? Number.POSITIVE_INFINITY,
      reserveBytes: options.reserveBytes ?? 8 * MIB,
    })
    this.#vacuum = new Vacuum(options.connectionString, () => space.retryNow())
    let stepsLeft = options.fault?.nth ?? 0
    this.#group = new GroupCommit(
      transaction,
      { ...OPERATIONS, stats: async () => [await this.#stats()] } as Record<CallName, Operation>,
      space,
      (step) => {
        if (options.fault?.step === step && --stepsLeft === 0) open.connection.destroy()
      },
    )
  }

  static async open(options: PostgresStoreOptions): Promise<PostgresEngine> {
    let engine: PostgresEngine | undefined
    const open = await openDatabase({
      connectionString: options.connectionString,
      newShopId: Buffer.from(options.random.bytes(16)).toString('hex'),
      onLost: () => engine?.fail(lost()),
      ownerWaitMs: options.ownerWaitMs ?? 2000,
      rootKeyCheck: options.rootKeyCheck,
    })
    engine = new PostgresEngine(open, Number(await readMeta(open.connection, 'live_bytes')), options)
    return engine
  }

  /** Runs a call in the next group. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Name>> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (this.#closing !== undefined) return Promise.reject(unavailable('The store is closed.'))
    return new Promise<Result<Name>>((resolve, reject) => {
      this.#queue.push({ argument, name, reject, resolve: resolve as (value: unknown) => void })
      this.#working ??= this.#work()
    })
  }

  /** Commits what is queued and ends the session. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#working
      await this.#vacuum.close()
      await this.#open.connection.end()
    })()
    return this.#closing
  }

  /** The database cannot be trusted or reached: tell everybody, and touch nothing any more. */
  fail(error: DomainError): void {
    if (this.#closing !== undefined && this.#working === undefined) return
    this.#failure ??= error
    for (const waiting of this.#queue) waiting.reject(this.#failure)
    this.#queue = []
  }

  async #work(): Promise<void> {
    // Calls made in one turn of the event loop belong to one group.
    await Promise.resolve()
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0, MOST_CALLS_PER_GROUP)
      this.#calls += group.length
      try {
        const replies = await this.#group.run(group)
        if (this.#failure !== undefined) throw this.#failure
        settle(group, replies)
        this.#vacuum.request(group.flatMap((call, index) => thinned(call, replies[index]!)))
      } catch (error) {
        this.fail(brokenBy(error))
        for (const waiting of group) waiting.reject(this.#failure!)
        this.#open.connection.destroy()
      }
    }
    this.#working = undefined
  }

  async #stats(): Promise<StoreStats> {
    const [sizes, subjects] = await Promise.all([
      this.#open.connection.rows<{ bytes: number }>(
        `SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint AS bytes
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'`,
        SCHEMA,
      ),
      this.#open.connection.rows<{ count: number }>('SELECT count(*) AS count FROM subject'),
    ])
    return {
      bytes: sizes[0]!.bytes,
      calls: this.#calls,
      commits: this.#group.commits,
      subjects: subjects[0]!.count,
    }
  }
}

function settle(group: readonly Waiting[], replies: readonly Reply[]): void {
  group.forEach((waiting, index) => {
    const reply = replies[index]!
    if ('error' in reply) waiting.reject(domainError(reply.error))
    else waiting.resolve(reply.value)
  })
}

/** Tables that lost rows to an erasure or to retention. */
function thinned({ argument, name }: Call, reply: Reply): readonly string[] {
  if ('error' in reply) return []
  if (name === 'erase') return [...Object.keys(reply.value as object), 'event_key', 'alias', 'subject']
  const isDropped = name === 'dropOlder' && (reply.value as readonly unknown[]).length > 0
  return isDropped ? [(argument as Argument<'dropOlder'>).table] : []
}

function brokenBy(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  return failureOf(error) === 'damaged' ? damaged() : lost()
}

function lost(): DomainError {
  return unavailable('The connection to PostgreSQL was lost; check the database and restart the shop.')
}

function unavailable(message: string): DomainError {
  return new DomainError('store_unavailable', message)
}
