/**
 * The learner as the use cases see it, and the model it last published.
 *
 * Changes made in one turn of the event loop travel in one message. While something is unpublished a
 * picture is asked for at most every 200 ms, and one at a time; forgetting asks at once.
 */
import { Worker } from 'node:worker_threads'
import { Model, type ModelSnapshot, type ModelStateOptions, type TrainingSession } from '@umiar/recommender'
import type { Learner } from '@umiar/use-cases'
import { type Clock, DomainError, type ItemId, type SubjectId } from '@umiar/vocabulary'
import { SharedSync } from '../shared-sync.ts'
import type { Change, FromLearner, ToLearner } from './protocol.ts'

const WORKER = new URL('./learner-worker.ts', import.meta.url)
const PUBLISH_EVERY_MS = 200

/** A change the state refused; carries no personal data. */
export type OnRefusal = (message: string) => void

export interface LearnerOptions {
  /** Only notes when a model was trained; no answer depends on it. */
  readonly clock: Clock
  readonly state?: ModelStateOptions
  /** Called in the main thread with each published snapshot, before anybody is told that it is there. */
  readonly onSnapshot?: (snapshot: ModelSnapshot) => void
  readonly onRefusal?: OnRefusal
}

/** A learner at work. */
export interface RunningLearner extends Learner {
  /** The model of the last publication; empty at first. */
  model(): Model
}

/** Starts the learner and waits for its first, empty model. */
export async function startLearner(options: LearnerOptions): Promise<RunningLearner> {
  const learner = new WorkerLearner(options)
  await learner.settled()
  return learner
}

interface Waiting {
  readonly resolve: (message: FromLearner) => void
  readonly reject: (error: Error) => void
}

class WorkerLearner implements RunningLearner {
  readonly #worker: Worker
  readonly #clock: Clock
  readonly #onSnapshot: ((snapshot: ModelSnapshot) => void) | undefined
  readonly #onRefusal: OnRefusal
  readonly #waiting = new Map<number, Waiting>()
  readonly #publication = new SharedSync(() => this.#publish())
  #changes: Change[] = []
  #timer: NodeJS.Timeout | undefined
  #nextId = 1
  #model: Model | undefined
  #failure: DomainError | undefined
  #exited: Promise<void>

  constructor(options: LearnerOptions) {
    this.#clock = options.clock
    this.#onSnapshot = options.onSnapshot
    this.#onRefusal =
      options.onRefusal ?? ((message) => process.emitWarning(`The learner refused a change: ${message}`))
    // No options of the parent (loaders, inspectors) are wanted in the worker.
    this.#worker = new Worker(WORKER, { execArgv: [], workerData: options.state ?? {} })
    this.#worker.on('message', (message: FromLearner) => this.#receive(message))
    this.#worker.on('error', () => this.#fail('The learner has failed; restart the shop.'))
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail('The learner has stopped; restart the shop.')
        resolve()
      })
    })
  }

  model(): Model {
    return this.#model!
  }

  append(subject: SubjectId, session: TrainingSession): void {
    this.#change({ append: subject, session })
  }

  replace(subject: SubjectId, sessions: readonly TrainingSession[]): void {
    this.#change({ replace: subject, sessions })
  }

  block(items: readonly ItemId[]): void {
    this.#change({ block: items })
  }

  async forget(subject: SubjectId): Promise<void> {
    this.#mustWork()
    this.#changes.push({ forget: subject })
    await this.#publication.settle()
  }

  settled(): Promise<void> {
    return this.#publication.settle()
  }

  async stateHash(): Promise<string> {
    const answer = await this.#ask((id) => ({ hash: true, id }))
    return (answer as { hash: string }).hash
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#failure === undefined) {
      this.#failure = new DomainError('store_unavailable', 'The learner is closed.')
      this.#worker.postMessage({ changes: [], close: true } satisfies ToLearner)
    }
    await this.#exited
  }

  #change(change: Change): void {
    this.#mustWork()
    if (this.#changes.length === 0) queueMicrotask(() => this.#flush())
    this.#changes.push(change)
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      // A failure is kept and told to the next caller.
      this.#publication.settle().catch(() => undefined)
    }, PUBLISH_EVERY_MS)
    this.#timer.unref()
  }

  #flush(): void {
    if (this.#changes.length === 0 || this.#failure !== undefined) return
    const changes = this.#changes
    this.#changes = []
    this.#worker.postMessage({ changes } satisfies ToLearner)
  }

  async #publish(): Promise<void> {
    const answer = await this.#ask((id) => ({ id, publishAtMs: this.#clock.nowMs() }))
    const { snapshot } = answer as { snapshot: ModelSnapshot }
    this.#model = new Model(snapshot, this.#model)
    this.#onSnapshot?.(snapshot)
  }

  async #ask(question: (id: number) => NonNullable<ToLearner['ask']>): Promise<FromLearner> {
    this.#mustWork()
    const id = this.#nextId++
    const changes = this.#changes
    this.#changes = []
    const answer = new Promise<FromLearner>((resolve, reject) => {
      this.#waiting.set(id, { reject, resolve })
    })
    this.#worker.postMessage({ ask: question(id), changes } satisfies ToLearner)
    return answer
  }

  #receive(message: FromLearner): void {
    if ('refused' in message) {
      this.#onRefusal(message.refused)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    waiting?.resolve(message)
  }

  #fail(message: string): void {
    this.#failure ??= new DomainError('store_unavailable', message)
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure)
    this.#waiting.clear()
  }

  #mustWork(): void {
    if (this.#failure !== undefined) throw this.#failure
  }
}
