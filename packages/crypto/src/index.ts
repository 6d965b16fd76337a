export { equalConstantTime, sha256Hex } from './digest.ts'
export { framed } from './framing.ts'
export type { InstallationKeys } from './installation-keys.ts'
export { deriveInstallationKeys, KEY_BYTES, rootKeyCheckOf } from './installation-keys.ts'
export { aliasHashOf, consentRefOf, eventKeyOf, recKeyOf } from './keyed-hash.ts'
export type { RowPlace } from './sealed-rows.ts'
export { openRow, sealRow } from './sealed-rows.ts'
export {
  manifestAad,
  newSegmentId,
  newSegmentKey,
  segmentAad,
  unwrapSegmentKey,
  wrapSegmentKey,
} from './segment-keys.ts'
export {
  newSubjectId,
  newSubjectKey,
  unwrapSubjectKey,
  WRAPPED_KEY_BYTES,
  wrapSubjectKey,
} from './subject-keys.ts'
