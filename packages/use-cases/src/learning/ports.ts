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
}
