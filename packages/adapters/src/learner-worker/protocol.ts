/**
 * What travels between the main thread and the learner: changes of the state in order, then at most one question.
 */
import type { ModelSnapshot, ModelStateOptions, TrainingSession } from '@umiar/recommender'
import type { ItemId, SubjectId } from '@umiar/vocabulary'

/** One change of the state. */
export type Change =
  | { readonly append: SubjectId; readonly session: TrainingSession }
  | { readonly replace: SubjectId; readonly sessions: readonly TrainingSession[] }
  | { readonly forget: SubjectId }
  | { readonly block: readonly ItemId[] }

/** Changes to carry out, and what to answer afterwards. */
export interface ToLearner {
  readonly changes: readonly Change[]
  readonly ask?:
    | { readonly id: number; readonly publishAtMs: number }
    | { readonly id: number; readonly hash: true }
  readonly close?: true
}

/** Answers, and changes that could not be carried out. */
export type FromLearner =
  | { readonly id: number; readonly snapshot: ModelSnapshot }
  | { readonly id: number; readonly hash: string }
  | { readonly refused: string }

/** Options of the state, when they are not the defaults. */
export type LearnerData = ModelStateOptions
