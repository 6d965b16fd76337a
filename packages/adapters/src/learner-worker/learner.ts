/**
 * The learner as the use cases see it, and the model it last published.
 *
 * Changes made in one turn of the event loop travel in one message. While something is unpublished a
 * picture is asked for at most every 200 ms, and one at a time; forgetting asks at once.
 */
import { Model, type ModelSnapshot, type ModelStateOptions, type TrainingSession } from '@umiar/recommender'
import type { LearnedFiles, Learner, PersonMark } from '@umiar/use-cases'
import { type Clock, DomainError, type ItemId, type SubjectId } from '@umiar/vocabulary'
import { loadedPeople } from '../model-files/load-segments.ts'
import { SharedSync } from '../shared-sync.ts'
import type { Change, FromLearner, LearnedFilesPlace, Question, ToLearner } from './protocol.ts'
import { callerSeat, type Seat, threadSeat } from './seat.ts'

const PUBLISH_EVERY_MS = 200

/** A change the state refused; carries no personal data. */
export type OnRefusal = (message: string) => void

export interface LearnerOptions {
  /** Only notes when a model was trained; no answer depends on it. */
  readonly clock: Clock
  readonly state?: ModelStateOptions
  /** Keeps what was learned in these files; without them it is learned anew at each start. */
  readonly files?: LearnedFilesPlace
  /** Told once if files there were could not be used; everything is learned anew then. */
  readonly onUnusableFiles?: (why: DomainError) => void
  /** `caller` for tests and simulations; a thread of its own otherwise. */
  readonly thread?: 'own' | 'caller'
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
  readonly files?: LearnedFiles
  readonly #seat: Seat
  readonly #clock: Clock
  readonly #onSnapshot: ((snapshot: ModelSnapshot) => void) | undefined
  readonly #onRefusal: OnRefusal
  readonly #waiting = new Map<number, Waiting>()
  readonly #publication = new SharedSync(() => this.#publish())
  readonly #purge = new SharedSync(async () => void (await this.#ask((id) => ({ id, purge: true }))))
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
    const data = { files: options.files, state: options.state ?? {} }
    const receive = (message: FromLearner): void => this.#receive(message)
    this.#seat =
      options.thread === 'caller'
        ? callerSeat(data, receive)
        : threadSeat(data, receive, () => this.#fail('The learner has failed; restart the shop.'))
    this.#exited = this.#seat.ended.then(() => this.#fail('The learner has stopped; restart the shop.'))
    if (options.files !== undefined) this.files = this.#filesOf(options.onUnusableFiles)
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
    const published = this.#publication.settle()
    await Promise.all([published, this.files?.purged()])
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
      this.#seat.post({ changes: [], close: true } satisfies ToLearner)
    }
    await this.#exited
  }

  #filesOf(onUnusable: LearnerOptions['onUnusableFiles']): LearnedFiles {
    return {
      cover: (subject: SubjectId, mark: PersonMark) => this.#note({ cover: subject, mark }),
      load: async () => {
        const answer = await this.#ask((id) => ({ id, load: true }))
        const { fault, loaded } = answer as Extract<FromLearner, { readonly loaded: unknown }>
        if (fault !== undefined) onUnusable?.(new DomainError(fault.code, fault.message, fault.facts))
        return loaded.words.length === 0 ? undefined : new Map(loadedPeople(loaded))
      },
      purged: () => this.#purge.settle(),
      save: async (isLast = false) =>
        void (await this.#ask((id) => ({ id, save: isLast ? 'last' : 'in slices' }))),
    }
  }

  #note(change: Change): void {
    this.#mustWork()
    if (this.#changes.length === 0) queueMicrotask(() => this.#flush())
    this.#changes.push(change)
  }

  #change(change: Change): void {
    this.#note(change)
    this.#publishSoon()
  }

  #publishSoon(): void {
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
    this.#seat.post({ changes } satisfies ToLearner)
  }

  async #publish(): Promise<void> {
    const answer = await this.#ask((id) => ({ id, publishAtMs: this.#clock.nowMs() }))
    const { snapshot } = answer as { snapshot: ModelSnapshot }
    this.#model = new Model(snapshot, this.#model)
    this.#onSnapshot?.(snapshot)
  }

  async #ask(question: (id: number) => Question): Promise<FromLearner> {
    this.#mustWork()
    const id = this.#nextId++
    const changes = this.#changes
    this.#changes = []
    const answer = new Promise<FromLearner>((resolve, reject) => {
      this.#waiting.set(id, { reject, resolve })
    })
    this.#seat.post({ ask: question(id), changes } satisfies ToLearner)
    return answer
  }

  #receive(message: FromLearner): void {
    if ('refused' in message) {
      this.#onRefusal(message.refused)
      return
    }
    if ('improved' in message) {
      if (this.#failure === undefined) this.#publishSoon()
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if ('failed' in message) {
      const { code, facts, message: said } = message.failed
      waiting?.reject(new DomainError(code, said, facts))
    } else waiting?.resolve(message)
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
