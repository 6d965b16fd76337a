/**
 * Who teaches the model what: the one place that turns stored events into training sessions.
 *
 * Only events whose consent granted `train_models` when they were taken, in a grant that has not been
 * interrupted since, ever reach the learner. Where the learner keeps files, a person's mark says which
 * rows her part rests on; a start takes over whose mark is that of her stored rows and of her consent,
 * and learns everybody else anew. Nothing else is trusted, so whatever happened to store or files while
 * nobody looked, the model is that of a full replay.
 */
import { type ConsentState, decide, decodeConsent, openGate, openRight } from '@umiar/privacy'
import type { TrainingEvent, TrainingSession } from '@umiar/recommender'
import type { ShopEvent, SubjectId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { PersonalRows, SubjectDirectory } from '../storage/ports.ts'
import type { SealedRow } from '../storage/sealed-row.ts'
import { decodeBatch, stepsOf } from '../subjects/stored-content.ts'
import type { Learner, PersonMark } from './ports.ts'

export interface TrainingOptions {
  readonly store: PersonalRows & Pick<SubjectDirectory, 'rowCounts'>
  readonly keyBroker: KeyBroker
  readonly learner: Learner
  /** Runs an act when no other of this person is under way. */
  readonly inTurn: (subject: SubjectId, act: () => Promise<void>) => Promise<void>
  /** Told the state of everybody during the replay, which reads them all anyway. */
  readonly onConsent?: (subject: SubjectId, consent: ConsentState) => void
}

/** People whose learning is unsaved, from which on it is written. */
const SAVE_FROM_PEOPLE = 4_096
/** People asked about together. */
const TOGETHER = 200

export class Training {
  readonly #options: TrainingOptions
  /** People the model rests on, with the moment their consent runs out. */
  readonly #taught = new Map<SubjectId, ConsentState>()
  /** Batches taught since the start; relearning notices one that came while it read. */
  readonly #batches = new Map<SubjectId, number>()
  /** People the learner knows from its files, until the start has looked at them. */
  readonly #loaded = new Map<SubjectId, PersonMark>()
  /** People who learned something that no mark covers yet. */
  readonly #uncovered = new Set<SubjectId>()
  /** People whose stored rows changed and whom the model has not followed yet. */
  readonly #owed = new Set<SubjectId>()
  /** While above 0 rows go without a turn, and no mark can be trusted. */
  #holds = 0
  #saving: Promise<void> | undefined

  constructor(options: TrainingOptions) {
    this.#options = options
  }

  /** Teaches events that have just been stored under `takenUnderSeq`. */
  learn(
    subject: SubjectId,
    consent: ConsentState,
    takenUnderSeq: number,
    events: readonly ShopEvent[],
    nowMs: number,
  ): void {
    if (!mayTeach(consent, takenUnderSeq, nowMs)) return
    this.#taught.set(subject, consent)
    this.#batches.set(subject, (this.#batches.get(subject) ?? 0) + 1)
    if (this.#options.learner.files !== undefined) this.#uncovered.add(subject)
    for (const session of sessionsOf(events)) this.#options.learner.append(subject, session)
  }

  /**
   * Makes the model's part of this person what her stored rows and her consent say now.
   *
   * @param isCurrent asked again after reading: false drops the result, a later call does better
   */
  async relearn(
    subject: SubjectId,
    consent: ConsentState | undefined,
    nowMs: number,
    isCurrent: () => boolean,
  ): Promise<void> {
    if (consent === undefined || !decide(consent, 'train_models', nowMs).allowed) {
      await this.forget(subject)
      return
    }
    const batchesBefore = this.#batches.get(subject)
    const events: ShopEvent[] = []
    const mark = { newestArrival: 0, rows: 0, sinceSeq: consent.sinceSeq.train_models ?? 0 }
    for (const table of ['browsing', 'buying'] as const) {
      const grant = openGate(subject, consent, 'train_models', nowMs)
      const rows = await this.#options.store.read(grant, table)
      if (rows.length === 0) continue
      const lease = this.#options.keyBroker.lease(grant)
      for (const row of rows) {
        mark.rows++
        mark.newestArrival = Math.max(mark.newestArrival, row.arrival)
        const batch = decodeBatch(lease.open(row))
        if (mayTeach(consent, batch.consentSeq, nowMs)) events.push(...batch.events)
      }
    }
    if (!isCurrent()) return
    if (this.#batches.get(subject) !== batchesBefore) return this.relearn(subject, consent, nowMs, isCurrent)
    this.#taught.set(subject, consent)
    this.#options.learner.replace(subject, sessionsOf(events))
    this.#loaded.delete(subject)
    this.#owed.delete(subject)
    this.#uncovered.delete(subject)
    if (this.#holds === 0) this.#options.learner.files?.cover(subject, mark)
    else this.#uncovered.add(subject)
  }

  /**
   * After a consent act: keeps teaching under the new state, begins again after a pause (expiry,
   * restriction, objection), or does nothing where the purpose is closed.
   */
  async follow(
    subject: SubjectId,
    consent: ConsentState,
    nowMs: number,
    isCurrent: () => boolean,
  ): Promise<void> {
    if (!decide(consent, 'train_models', nowMs).allowed) return
    if (this.#taught.has(subject)) this.#taught.set(subject, consent)
    else await this.relearn(subject, consent, nowMs, isCurrent)
  }

  /** Forgets the person if the model may rest on her. Resolves when no answer can. */
  async forget(subject: SubjectId): Promise<void> {
    this.#batches.delete(subject)
    this.#uncovered.delete(subject)
    this.#owed.delete(subject)
    const isKnown = this.#loaded.delete(subject)
    if (!this.#taught.delete(subject) && !isKnown) return
    await this.#options.learner.forget(subject)
  }

  /** Forgets everybody whose consent no longer allows it; time alone closes some. */
  async forgetExpired(nowMs: number): Promise<void> {
    for (const [subject, consent] of [...this.#taught]) {
      if (!decide(consent, 'train_models', nowMs).allowed) await this.forget(subject)
    }
  }

  /**
   * Stored rows of these people are about to change or have changed; until `relearn` or `forget` has
   * followed, what the model holds of them is not said to be covered.
   */
  owe(subjects: Iterable<SubjectId>): void {
    for (const subject of subjects) this.#owed.add(subject)
  }

  /** People owed since an act that failed on its way. */
  owed(): readonly SubjectId[] {
    return [...this.#owed]
  }

  /** No mark is taken until the returned function is called: rows go that no turn protects. */
  hold(): () => void {
    this.#holds++
    return () => {
      this.#holds--
    }
  }

  /** Resolves when no model file that can be opened holds what was forgotten or replaced so far. */
  async purged(): Promise<void> {
    await this.#options.learner.files?.purged()
  }

  /** Takes over what the learner's files hold; to be called before anything else. */
  async load(): Promise<void> {
    for (const [subject, mark] of (await this.#options.learner.files?.load()) ?? [])
      this.#loaded.set(subject, mark)
  }

  /**
   * Makes the model that of a full replay: checks everybody's consent, keeps whom the files cover, learns
   * all others from their rows, forgets who may not be in it. Nothing is served before.
   *
   * @param onProgress called with people done
   */
  async replay(
    subjects: readonly SubjectId[],
    nowMs: number,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const { learner, store } = this.#options
    const stored = new Map<SubjectId, PersonMark>()
    let newest = 0
    if (learner.files !== undefined) {
      for (const { newestArrival, rows, subject } of await store.rowCounts()) {
        stored.set(subject, { newestArrival, rows, sinceSeq: 0 })
        newest = Math.max(newest, newestArrival)
      }
    }
    // Files that tell of rows the store never had belong to another time: a backup was restored.
    const isOurs = ![...this.#loaded.values()].some(({ newestArrival }) => newestArrival > newest)
    for (let start = 0; start < subjects.length; start += TOGETHER) {
      await Promise.all(
        subjects
          .slice(start, start + TOGETHER)
          .map((subject) => this.#replayOne(subject, isOurs ? stored.get(subject) : undefined, nowMs)),
      )
      onProgress(Math.min(start + TOGETHER, subjects.length))
    }
    // Who is left in the files is nobody's any more.
    await Promise.all([...this.#loaded.keys()].map((subject) => this.forget(subject)))
    await learner.settled()
    await this.purged()
  }

  /** Writes what was learned, if enough people have learned; nobody waits for it. */
  saveIfDue(): void {
    if (this.#uncovered.size < SAVE_FROM_PEOPLE) return
    // What cannot be written now is learned again by the next start.
    this.save().catch(() => undefined)
  }

  /** Writes what was learned. @param isLast the process is about to end */
  async save(isLast = false): Promise<void> {
    const { files } = this.#options.learner
    // A long first writing is not waited for at the end: what it lacks is replayed.
    if (files === undefined || this.#saving !== undefined) return isLast ? undefined : this.#saving
    this.#saving = this.#coverAll()
      .then(() => files.save(isLast))
      .finally(() => {
        this.#saving = undefined
      })
    return this.#saving
  }

  async #coverAll(): Promise<void> {
    const subjects = [...this.#uncovered]
    for (let start = 0; start < subjects.length; start += TOGETHER) {
      await Promise.all(
        subjects
          .slice(start, start + TOGETHER)
          .map((subject) => this.#options.inTurn(subject, () => this.#cover(subject))),
      )
    }
  }

  /** In her turn what the learner was told of her is what her rows say: the count of them covers it. */
  async #cover(subject: SubjectId): Promise<void> {
    const { learner, store } = this.#options
    const sinceSeq = this.#taught.get(subject)?.sinceSeq.train_models
    if (sinceSeq === undefined || this.#holds > 0 || this.#owed.has(subject)) return
    const counts = await store.rowCounts(subject)
    if (this.#holds > 0 || this.#owed.has(subject) || !this.#uncovered.delete(subject)) return
    const { newestArrival = 0, rows = 0 } = counts[0] ?? {}
    learner.files?.cover(subject, { newestArrival, rows, sinceSeq })
  }

  async #replayOne(subject: SubjectId, stored: PersonMark | undefined, nowMs: number): Promise<void> {
    const right = openRight(subject, undefined)
    const acts = await this.#options.store.read(right, 'consent')
    if (acts.length === 0) return
    const consent = decodeConsent(this.#options.keyBroker.lease(right).open(acts.at(-1) as SealedRow))
    this.#options.onConsent?.(subject, consent)
    if (!decide(consent, 'train_models', nowMs).allowed) return
    const loaded = this.#loaded.get(subject)
    if (
      loaded !== undefined &&
      loaded.rows === stored?.rows &&
      loaded.newestArrival === stored.newestArrival &&
      loaded.sinceSeq === consent.sinceSeq.train_models
    ) {
      this.#loaded.delete(subject)
      this.#taught.set(subject, consent)
    } else await this.relearn(subject, consent, nowMs, () => true)
  }
}

function mayTeach(consent: ConsentState, takenUnderSeq: number, nowMs: number): boolean {
  const since = consent.sinceSeq.train_models
  return since !== undefined && takenUnderSeq >= since && decide(consent, 'train_models', nowMs).allowed
}

function sessionsOf(events: readonly ShopEvent[]): readonly TrainingSession[] {
  const bySession = new Map<string, TrainingEvent[]>()
  for (const event of events) {
    const steps = stepsOf(event)
    if (steps.length === 0) continue
    const session = bySession.get(event.sessionId)
    if (session === undefined) bySession.set(event.sessionId, [...steps])
    else session.push(...steps)
  }
  return [...bySession].map(([sessionKey, steps]) => ({ events: steps, sessionKey }))
}
