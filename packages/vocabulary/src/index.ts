export type { Product, ProductCounts } from './catalogue.ts'
export { LEAST_SHARED_COUNT } from './catalogue.ts'
export type { ErrorCode, Fault } from './errors.ts'
export { DomainError, ERROR_CODES } from './errors.ts'
export type { EventItem, EventName, EventStatus, Money, ShopEvent } from './events.ts'
export { EVENT_NAMES, tableOfEvent } from './events.ts'
export type {
  AliasHash,
  AliasKind,
  ConsentRef,
  EventKey,
  ItemId,
  RecId,
  SegmentId,
  ShopId,
  SubjectId,
} from './ids.ts'
export { aliasHash, itemId, parseCallerId, subjectId } from './ids.ts'
export type { Level, LevelText } from './levels.ts'
export { HIGHEST_OFFERED_LEVEL, isLevel, LEVELS } from './levels.ts'
export type { Locale, Localized } from './locales.ts'
export { localeOf } from './locales.ts'
export { editDistance, nearestName } from './nearest-name.ts'
export type { Aead, Clock, Random } from './ports.ts'
export { dayOf, MS_PER_DAY, MS_PER_MINUTE } from './ports.ts'
export type { FeatureSwitch, GrantedBy, LawfulBasis, Purpose, PurposeEntry, SwitchEntry } from './purposes.ts'
export { isFeatureSwitch, isPurpose, PURPOSES, purposeEntry, SWITCHES } from './purposes.ts'
export type { DataCategory, Mode, ModelName, PageType, ReasonCode, Strategy } from './recommendations.ts'
export {
  DATA_CATEGORIES,
  EXAMPLE_TEXTS,
  MODEL_NAMES,
  MODES,
  PAGE_TYPES,
  REASON_CODES,
  REASON_TEXTS,
  STRATEGIES,
} from './recommendations.ts'
export type { PersonalTable, TableEntry } from './tables.ts'
export {
  CONSENT_VALID_DAYS,
  DUPLICATE_WINDOW_DAYS,
  PERSONAL_TABLES,
  TOMBSTONE_EXTRA_DAYS,
  tableEntry,
  VISIT_IDLE_MINUTES,
  VISIT_LONGEST_HOURS,
} from './tables.ts'
