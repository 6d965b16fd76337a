/**
 * Contents of the package: every sentence in Polish and English, plural forms, amounts and dates.
 */
export { clockText, dayText, moneyText } from './notation.ts'
export { NOUNS } from './nouns.ts'
export { type CountedNoun, counted, pluralPl } from './plural.ts'
export { fillIn, MESSAGES, type MessageKey, say } from './say.ts'
