/**
 * Contents of the package: every sentence in Polish and English, plural forms, amounts and dates.
 */
export { CONSOLE_MESSAGES } from './console.ts'
export { CONSOLE_COUNTS, CONSOLE_NOUNS, moreOf } from './console-words.ts'
export { clockText, dayText, figureText, moneyText, shareText } from './notation.ts'
export { NOUNS } from './nouns.ts'
export { type CountedNoun, counted, pluralPl } from './plural.ts'
export { type ReadinessFacts, readinessText } from './readiness.ts'
export { fillIn, MESSAGES, type MessageKey, say } from './say.ts'
