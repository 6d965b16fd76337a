/**
 * Numbers, shares and times in the reader's notation.
 */
import type { CountedNoun } from '@umiar/messages'
import { clockText, counted, dayText } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'

/** What is needed to write a number. */
export interface Reader {
  readonly locale: Locale
}

/** `12 345`, `12,345`; four digits as the language writes them. */
export function figure({ locale }: Reader, value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** The number with its noun. */
export function many(reader: Reader, value: number, noun: CountedNoun): string {
  return counted(reader.locale, value, noun)
}

/** Below one in a hundred with a digit more: `0.4%`, `37%`. */
export function percent({ locale }: Reader, share: number): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, style: 'percent' }).format(share)
}

/** Day and time of day. @param time RFC 3339 */
export function moment(reader: Reader, time: string): string {
  return `${dayText(time, reader.locale)}, ${clockText(time, reader.locale)}`
}

/** The sum of a list. */
export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}
