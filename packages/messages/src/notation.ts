/**
 * Amounts and days in the reader's notation.
 */
import type { Locale } from '@umiar/vocabulary'

/** An amount: `49,90 zł`, `PLN 49.90`. */
export function moneyText(amount: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(amount)
}

/** A share of a whole: `12.3%`, `12,3%`. @param share in [0, 1] */
export function shareText(share: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    style: 'percent',
  }).format(share)
}

/** A figure: `1,234.567`, `1 234,567`. @param digits after the point */
export function figureText(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(value)
}

/** The day in the reader's words: `21 lutego 2027`. @param time RFC 3339 */
export function dayText(time: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Warsaw' }).format(
    new Date(time),
  )
}

/** The time of day in the reader's notation: `10:15`, `10:15 AM`. @param time RFC 3339 */
export function clockText(time: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Warsaw' }).format(
    new Date(time),
  )
}
