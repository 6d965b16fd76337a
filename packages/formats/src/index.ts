export {
  type EventLogOptions,
  type LineComplaint,
  LOGGED_KINDS,
  type LoggedKind,
  type LoggedStep,
  readEventLog,
} from './event-log/read-event-log.ts'
export { editDistance, nearestName } from './nearest-name.ts'
export { parseMoney } from './product/parse-money.ts'
export type { ParsedProduct } from './product/parse-product.ts'
export { parseProduct } from './product/parse-product.ts'
export type { SearchText } from './search/fold-text.ts'
export { foldText, searchIn, searchTextOf } from './search/fold-text.ts'
export type { EventVisitor, ParsedEvent, Warning } from './shop-event/parse-event.ts'
export { parseEvent } from './shop-event/parse-event.ts'
export { parseTimestamp } from './shop-event/parse-timestamp.ts'
export { looksLikeContact } from './shop-event/personal-fields.ts'
