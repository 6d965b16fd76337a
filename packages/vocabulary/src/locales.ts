/** The two languages the product speaks. */

export type Locale = 'pl' | 'en'

/** A text in both languages; neither is optional. */
export interface Localized {
  readonly en: string
  readonly pl: string
}

/** The language of a BCP 47 tag such as `pl-PL`; Polish is the default of the shop. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'pl'
}
