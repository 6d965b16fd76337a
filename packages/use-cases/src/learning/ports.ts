/**
 * The learner: the only writer of model state. In the server it is a worker thread.
 */
import type { TrainingSession } from '@umiar/recommender'
import type { ItemId, SubjectId } from '@umiar/vocabulary'

export interface Learner {
  /** Adds steps, in any order of time; visible to serving within a second. */
  append(subject: SubjectId, session: TrainingSession): void
  /** Puts these sessions in the place of all the subject had (replay, correction, retention). */
  replace(subject: SubjectId, sessions: readonly TrainingSession[]): void
  /** Forgets the person. When it resolves, no answer can rest on her any more. */
  forget(subject: SubjectId): Promise<void>
  /** Items that may not be in the model: sensitive ones. Others come back if they were blocked before. */
  block(items: readonly ItemId[]): void
  /** Resolves when everything said so far is visible to serving. */
  settled(): Promise<void>
  /** SHA-256 of the canonical state, hexadecimal, of everything said so far. */
  stateHash(): Promise<string>
  close(): Promise<void>
  /** The learned rows on disk; without them everything is replayed at each start. */
  readonly files?: LearnedFiles
}

/** Which stored rows of a person her part of the model rests on. */
export interface PersonMark {
  /** Rows of `browsing` and `buying` she has. */
  readonly rows: number
  /** Greatest arrival among them, 0 without any. Arrivals are never used twice, so equal marks mean equal rows. */
  readonly newestArrival: number
  /** The consent act since which `train_models` is granted without interruption. */
  readonly sinceSeq: number
}

/** The learned rows on disk, kept by the learner beside its state. */
export interface LearnedFiles {
  /** Everybody the learner knows from its files, or `undefined` without usable ones. To be asked once, first. */
  load(): Promise<ReadonlyMap<SubjectId, PersonMark> | undefined>
  /** What was told of the person so far covers these rows: her part may be written. */
  cover(subject: SubjectId, mark: PersonMark): void
  /** Resolves when no file that can be opened holds what was replaced or forgotten so far. */
  purged(): Promise<void>
  /**
   * Writes in the background what is covered; resolves when it is written.
   *
   * @param isLast the process is about to end: nothing else is tidied up
   */
  save(isLast?: boolean): Promise<void>
}
