/**
 * What a shop's own scripts may use: the shape of `window.umiar` and of the events on the page.
 *
 * Types only. The program itself is `dist/umiar.js`, built from `main.ts` by `tools/write-browser-sdk.ts`.
 */
export type {
  FeedbackKind,
  FeedbackStatus,
  LevelChange,
  Saved,
  ShelfAnswer,
  ShelfFailure,
  Umiar,
} from './public-types.ts'
