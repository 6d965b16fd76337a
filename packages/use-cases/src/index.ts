export type * from './application.ts'
export { NOTICE_VERSION } from './consent/notice.ts'
export type { ApplicationOptions } from './create-application.ts'
export { createApplication } from './create-application.ts'
export type * from './imports/calls.ts'
export type {
  ImportBasis,
  ImportBegun,
  ImportedFile,
  ImportFinished,
  ImportLog,
  ImportNote,
} from './imports/ports.ts'
export { memoryImportLog } from './imports/ports.ts'
export type { KeyBroker, Lease } from './keys/key-broker.ts'
export { createKeyBroker } from './keys/key-broker.ts'
export type { KeyStore } from './keys/ports.ts'
export type { LearnedFiles, Learner, PersonMark } from './learning/ports.ts'
export type * from './merchandising/calls.ts'
export type * from './overview/overview-reply.ts'
export type * from './ranking/calls.ts'
export { DEFAULT_MIXING } from './recommendations/arrange.ts'
export type { DecisionRecord } from './recommendations/evidence-record.ts'
export { decodeDecision, encodeDecision } from './recommendations/evidence-record.ts'
export type { ModelItem, RecommendationModel } from './recommendations/ports.ts'
export { DEFAULT_BLEND } from './recommendations/strategies/blend.ts'
export { STRATEGY_TABLE } from './recommendations/strategies/table.ts'
export type * from './storage/ports.ts'
export type { NewSealedRow, SealedRow } from './storage/sealed-row.ts'
