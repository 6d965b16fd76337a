/**
 * Erasures that did not come to their end at once: counted, with the day they must be done by.
 *
 * Erasing is done at once and answered when done. Where a step failed, the request stays open until it is
 * repeated or the next start ends it; one that a crash cut short is ended by the next start before it serves.
 */
import { MS_PER_DAY, type SubjectId } from '@umiar/vocabulary'

/** GDPR Art. 12(3): without undue delay, at the latest within one month. The shortest month, to be safe. */
const DEADLINE_DAYS = 28

export class PendingErasures {
  /** First failure by person, ms since the epoch. */
  readonly #since = new Map<SubjectId, number>()
  /** Ended by this start. */
  finishedAtStart = 0

  /** An erasure failed on its way. */
  failed(subject: SubjectId, nowMs: number): void {
    if (!this.#since.has(subject)) this.#since.set(subject, nowMs)
  }

  /** It is done. */
  done(subject: SubjectId): void {
    this.#since.delete(subject)
  }

  get count(): number {
    return this.#since.size
  }

  /** By when the oldest must be done, ms since the epoch. */
  get deadlineMs(): number | undefined {
    if (this.#since.size === 0) return undefined
    return Math.min(...this.#since.values()) + DEADLINE_DAYS * MS_PER_DAY
  }
}
