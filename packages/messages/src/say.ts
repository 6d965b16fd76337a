/**
 * One catalogue of every sentence of the product, in both languages.
 *
 * The rule for tone: say it so a customer would, and say what happens, not how good it is. Texts about
 * levels and purposes stand in the vocabulary, because a consent record names them by version. `{name}`
 * stands for a value; values are text and are escaped where the sentence is put into a page.
 */
import type { Locale, Localized } from '@umiar/vocabulary'
import { CONSOLE_MESSAGES } from './console.ts'
import { DOCS_MESSAGES } from './docs.ts'
import { FRAME_MESSAGES } from './frame.ts'
import { IMPORT_MESSAGES } from './import.ts'
import { PRIVACY_MESSAGES } from './privacy.ts'
import { LAB_MESSAGES } from './quality-lab.ts'
import { SHOP_MESSAGES } from './shop.ts'
import { START_MESSAGES } from './start.ts'
import { TOUR_MESSAGES } from './tour.ts'

/** Every sentence by its key; the part before the point names the place it is said at. */
export const MESSAGES = {
  ...FRAME_MESSAGES,
  ...START_MESSAGES,
  ...SHOP_MESSAGES,
  ...PRIVACY_MESSAGES,
  ...TOUR_MESSAGES,
  ...DOCS_MESSAGES,
  ...CONSOLE_MESSAGES,
  ...IMPORT_MESSAGES,
  ...LAB_MESSAGES,
} as const satisfies Readonly<Record<string, Localized>>

/** A sentence of the product. */
export type MessageKey = keyof typeof MESSAGES

/** The sentence in a language, its `{name}` parts filled in; unknown parts stay visible. */
export function say(
  locale: Locale,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillIn(MESSAGES[key][locale], values)
}

/** Puts values into the `{name}` parts of a text. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : String(values[name]),
  )
}
