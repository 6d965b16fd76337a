/**
 * Who teaches the model what: the one place that turns stored events into training sessions.
 *
 * Only events whose consent granted `train_models` when they were taken, in a grant that has not been
 * interrupted since, ever reach the learner.
 */
import { type ConsentState, decide, decodeConsent, openGate, openRight } from '@umiar/privacy'
import type { TrainingEvent, TrainingSession } from '@umiar/recommender'
import type { ShopEvent, SubjectId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { PersonalRows } from '../storage/ports.ts'
import type { SealedRow } from '../storage/sealed-row.ts'
import { decodeBatch, stepsOf } from '../subjects/stored-content.ts'
import type { Learner } from './ports.ts'

export interface TrainingOptions {
  readonly store: PersonalRows
  readonly keyBroker: KeyBroker
  readonly learner: Learner
  /** Told the state of everybody during the replay, which reads them all anyway. */
  readonly onConsent?: (subject: SubjectId, consent: ConsentState) => void
}

export class Training {
  readonly #options: TrainingOptions
  /** People the model rests on, with the moment their consent runs out. */
  readonly #taught = new Map<SubjectId, ConsentState>()
  /** Batches taught since the start; relearning notices one that came while it read. */
  readonly #batches = new Map<SubjectId, number>()

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
    for (const table of ['browsing', 'buying'] as const) {
      const grant = openGate(subject, consent, 'train_models', nowMs)
      const rows = await this.#options.store.read(grant, table)
      if (rows.length === 0) continue
      const lease = this.#options.keyBroker.lease(grant)
      for (const row of rows) {
        const batch = decodeBatch(lease.open(row))
        if (mayTeach(consent, batch.consentSeq, nowMs)) events.push(...batch.events)
      }
    }
    if (!isCurrent()) return
    if (this.#batches.get(subject) !== batchesBefore) return this.relearn(subject, consent, nowMs, isCurrent)
    this.#taught.set(subject, consent)
    this.#options.learner.replace(subject, sessionsOf(events))
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
    if (!this.#taught.delete(subject)) return
    await this.#options.learner.forget(subject)
  }

  /** Forgets everybody whose consent no longer allows it; time alone closes some. */
  async forgetExpired(nowMs: number): Promise<void> {
    for (const [subject, consent] of [...this.#taught]) {
      if (!decide(consent, 'train_models', nowMs).allowed) await this.forget(subject)
    }
  }

  /** Builds the model's state from the store. @param onProgress called with people done */
  async replay(
    subjects: readonly SubjectId[],
    nowMs: number,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const together = 200
    for (let start = 0; start < subjects.length; start += together) {
      await Promise.all(
        subjects.slice(start, start + together).map((subject) => this.#replayOne(subject, nowMs)),
      )
      onProgress(Math.min(start + together, subjects.length))
    }
    await this.#options.learner.settled()
  }

  async #replayOne(subject: SubjectId, nowMs: number): Promise<void> {
    const right = openRight(subject, undefined)
    const acts = await this.#options.store.read(right, 'consent')
    if (acts.length === 0) return
    const consent = decodeConsent(this.#options.keyBroker.lease(right).open(acts.at(-1) as SealedRow))
    this.#options.onConsent?.(subject, consent)
    if (!decide(consent, 'train_models', nowMs).allowed) return
    await this.relearn(subject, consent, nowMs, () => true)
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
