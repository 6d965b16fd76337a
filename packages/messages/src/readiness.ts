/**
 * Readiness of a strategy in one sentence: "Needs 240 more purchases, about 3 December."
 */
import type { Locale } from '@umiar/vocabulary'
import { CONSOLE_NOUNS, moreOf } from './console-words.ts'
import { counted } from './plural.ts'
import { say } from './say.ts'

/** What is known of a strategy's readiness, as the overview tells it. */
export interface ReadinessFacts {
  readonly basis: keyof typeof CONSOLE_NOUNS | 'nothing'
  readonly have: number
  readonly need: number
  readonly state: 'ready' | 'learning' | 'waiting'
  readonly from_shop_counts: boolean
  /** UTC day, `null` where nobody can tell. */
  readonly forecast: string | null
}

/** What visits teach; everything else the shop says in its catalogue. */
const LEARNED: readonly ReadinessFacts['basis'][] = ['purchases', 'views', 'visits']

/** The sentence, with the numbers and the day in the reader's notation. */
export function readinessText(locale: Locale, facts: ReadinessFacts): string {
  const { basis, forecast, from_shop_counts: fromShop, have, need, state } = facts
  if (basis === 'nothing') return say(locale, 'console.ready_always')
  const noun = CONSOLE_NOUNS[basis]
  if (state !== 'ready') {
    const count = counted(locale, need - have, moreOf(noun))
    if (forecast !== null)
      return say(locale, 'console.needs_until', { count, day: dayAndMonth(forecast, locale) })
    return say(
      locale,
      LEARNED.includes(basis) || basis === 'popular' ? 'console.needs' : 'console.needs_from_shop',
      { count },
    )
  }
  if (fromShop && have < need) return say(locale, 'console.ready_from_shop')
  const count = counted(locale, have, noun)
  return say(locale, LEARNED.includes(basis) ? 'console.ready_from' : 'console.ready_on', { count })
}

/** `3 December`, `3 grudnia`. A forecast reaches at most a year, so the day alone is clear. */
function dayAndMonth(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))
}
