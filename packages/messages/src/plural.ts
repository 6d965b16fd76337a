/**
 * Counting in Polish and English: 1 produkt, 2 produkty, 5 produktów.
 *
 * The forms follow CLDR plural rules, which every runtime carries: nothing to get wrong at 12, 22 or 112.
 */
import type { Locale } from '@umiar/vocabulary'

const polish = new Intl.PluralRules('pl')
const english = new Intl.PluralRules('en')

/** The words a counted noun needs in both languages. */
export interface CountedNoun {
  readonly pl: readonly [one: string, few: string, many: string]
  readonly en: readonly [one: string, other: string]
}

/**
 * The Polish form for a count.
 *
 * @param one  for 1: `produkt`
 * @param few  for 2–4, 22–24, …: `produkty`
 * @param many for 0, 5–21, 25, …: `produktów`
 */
export function pluralPl(n: number, one: string, few: string, many: string): string {
  switch (polish.select(n)) {
    case 'one':
      return one
    case 'few':
      return few
    default:
      return many
  }
}

/** The number with its noun: `counted('pl', 5, …)` is `5 produktów`. */
export function counted(locale: Locale, n: number, noun: CountedNoun): string {
  const word =
    locale === 'pl' ? pluralPl(n, ...noun.pl) : english.select(n) === 'one' ? noun.en[0] : noun.en[1]
  return `${new Intl.NumberFormat(locale).format(n)} ${word}`
}
