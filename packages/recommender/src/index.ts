export { QualityMeter, type QualityReport, type QualityTotals } from './quality/quality-meter.ts'
export type { PastBasket } from './serving/basket.ts'
export { type CoOccurrenceConfig, DEFAULT_CO_OCCURRENCE } from './serving/co-occurrence.ts'
export type { WordsOf } from './serving/content-features.ts'
export { ContentIndex } from './serving/content-index.ts'
export {
  type Accept,
  type AnswerOptions,
  Model,
  type NeighbourOptions,
  type PairOptions,
  type QueryItem,
  type ScoredItem,
} from './serving/model.ts'
export {
  checkSessionKnn,
  DEFAULT_SESSION_KNN,
  type SessionKnnConfig,
  VOTES_ONLY,
} from './serving/session-knn-config.ts'
export { DEFAULT_TRANSITIONS, type TransitionConfig } from './serving/transition-config.ts'
export type { ItemDictionary } from './snapshot/item-dictionary.ts'
export { type ModelFileContext, openModelFile, writeModelFile } from './snapshot/model-file.ts'
export type { ModelSnapshot, Segment } from './snapshot/segment.ts'
export type { TransitionRows } from './snapshot/transition-rows.ts'
export { mergeSegments, SEGMENT_SESSIONS, withoutPeople } from './state/merge-segments.ts'
export { ModelState, type ModelStateOptions } from './state/model-state.ts'
export { PeopleSet } from './state/people-set.ts'
export {
  openStoredRows,
  peopleIn,
  RowsWriter,
  type StoredSegment,
  type WrittenSegment,
} from './state/stored-rows.ts'
export type { TrainingEvent, TrainingSession } from './training.ts'
