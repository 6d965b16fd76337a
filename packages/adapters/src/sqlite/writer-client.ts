/**
 * The main thread's end of the writer: calls become messages, replies settle promises.
 *
 * Calls made in one turn of the event loop travel in one message.
 */
import { Worker } from 'node:worker_threads'
import { DomainError } from '@umiar/vocabulary'
import { type Argument, type CallMessage, type CallName, domainError, type Result } from '../store/calls.ts'
import type { FromWriter, ToWriter, WriterOptions } from './protocol.ts'

const WORKER = new URL('./writer-worker.ts', import.meta.url)

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A running writer. */
export class WriterClient {
  readonly shopId: string
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #outbox: CallMessage[] = []
  #nextId = 1
  #failure: DomainError | undefined
  #closing: Promise<void> | undefined
  #closed: (() => void) | undefined

  private constructor(worker: Worker, shopId: string) {
    this.shopId = shopId
    this.#worker = worker
    worker.on('message', (message: FromWriter) => this.#receive(message))
    worker.on('error', () => this.#fail(unavailable('The writer has failed; restart the shop.')))
    worker.on('exit', () => this.#fail(unavailable('The writer has stopped; restart the shop.')))
  }

  /** Starts a writer and waits until the database is open. @throws DomainError why it was refused */
  static start(options: WriterOptions): Promise<WriterClient> {
    return new Promise((resolve, reject) => {
      // No options of the parent (loaders, inspectors) are wanted in the worker.
      const worker = new Worker(WORKER, { execArgv: [], workerData: options })
      worker.once('error', (error) => reject(unavailable(`The writer did not start: ${error.message}`)))
      worker.once('exit', () => reject(unavailable('The writer did not start.')))
      worker.once('message', (message: FromWriter) => {
        worker.removeAllListeners('error')
        worker.removeAllListeners('exit')
        if ('opened' in message) resolve(new WriterClient(worker, message.opened.shopId))
        else
          reject(
            'refused' in message ? domainError(message.refused) : unavailable('The writer did not start.'),
          )
      })
    })
  }

  /** Has the writer stopped by itself? */
  get isBroken(): boolean {
    return this.#failure !== undefined && this.#closing === undefined
  }

  /** Runs a call in the next group. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Name>> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (this.#closing !== undefined) return Promise.reject(unavailable('The store is closed.'))
    const id = this.#nextId++
    if (this.#outbox.length === 0) queueMicrotask(() => this.#flush())
    this.#outbox.push({ argument, id, name })
    return new Promise<Result<Name>>((resolve, reject) => {
      this.#waiting.set(id, { reject, resolve: resolve as (value: unknown) => void })
    })
  }

  /** Commits what is queued and stops the writer. */
  close(): Promise<void> {
    this.#closing ??= new Promise<void>((resolve) => {
      if (this.#failure !== undefined) {
        resolve()
        return
      }
      this.#closed = resolve
      this.#flush()
      this.#worker.postMessage({ close: true } satisfies ToWriter)
    })
    return this.#closing
  }

  #flush(): void {
    if (this.#outbox.length === 0) return
    const calls = this.#outbox
    this.#outbox = []
    this.#worker.postMessage({ calls } satisfies ToWriter)
  }

  #receive(message: FromWriter): void {
    if ('broken' in message) this.#fail(domainError(message.broken))
    if (!('replies' in message)) return
    for (const reply of message.replies) {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if ('error' in reply) waiting?.reject(domainError(reply.error))
      else waiting?.resolve(reply.value)
    }
  }

  #fail(error: DomainError): void {
    this.#failure ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure)
    this.#waiting.clear()
    this.#closed?.()
  }
}

function unavailable(message: string): DomainError {
  return new DomainError('store_unavailable', message)
}
