/**
 * What travels between the main thread and the learner: changes of the state in order, then at most one question.
 */
import type { ModelSnapshot, ModelStateOptions, TrainingSession } from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import type { ItemId, ShopId, SubjectId } from '@umiar/vocabulary'
import type { LoadedPeople } from '../model-files/load-segments.ts'
import type { PlainError } from '../store/calls.ts'

/** One change of the state, or of what is known about its rows. */
export type Change =
  | { readonly append: SubjectId; readonly session: TrainingSession }
  | { readonly replace: SubjectId; readonly sessions: readonly TrainingSession[] }
  | { readonly forget: SubjectId }
  | { readonly block: readonly ItemId[] }
  | { readonly cover: SubjectId; readonly mark: PersonMark }

/** A question; `load`, `purge` and `save` are about files. */
export type Question = { readonly id: number } & (
  | { readonly publishAtMs: number }
  | { readonly hash: true }
  | { readonly load: true }
  | { readonly purge: true }
  | { readonly save: 'in slices' | 'last' }
)

/** Changes to carry out, and what to answer afterwards. */
export interface ToLearner {
  readonly changes: readonly Change[]
  readonly ask?: Question
  readonly close?: true
}

/** Answers, changes that could not be carried out, and word of a picture better than the last one asked for. */
export type FromLearner =
  | { readonly id: number; readonly snapshot: ModelSnapshot }
  | { readonly id: number; readonly hash: string }
  | { readonly id: number; readonly loaded: LoadedPeople; readonly fault: PlainError | undefined }
  | { readonly id: number; readonly done: true }
  | { readonly id: number; readonly failed: PlainError }
  | { readonly refused: string }
  | { readonly improved: true }

/** Where the learned rows are kept, and the key over the keys of their segments. */
export interface LearnedFilesPlace {
  readonly directory: string
  readonly shopId: ShopId
  /** 32 bytes. */
  readonly modelKey: Uint8Array
}

/** Options of the state, when they are not the defaults, and its files, if it has any. */
export interface LearnerData {
  readonly state: ModelStateOptions
  readonly files: LearnedFilesPlace | undefined
}
