/**
 * The script's sentences in the page's language.
 */
import { WIDGET_MESSAGES } from '@umiar/messages/widget'

export type Say = (key: keyof typeof WIDGET_MESSAGES, value?: string) => string

/** @param locale BCP 47; Polish unless it begins with `en` */
export function sayIn(locale: string): Say {
  const language = /^en/i.test(locale) ? 'en' : 'pl'
  // No sentence has more than one gap.
  return (key, value = '') => WIDGET_MESSAGES[key][language].replace(/{\w+}/, () => value)
}

const PERSONAL_DATA = ['session_events', 'declared_taste', 'view_history', 'purchase_history'] as const

/** Words of an answer that say that her data chose what is shown, or hid something. */
const RESTS_ON_HER = /personal|session|declared|never|owned|shown/

/**
 * Which data about her stand behind a shelf, in plain words.
 *
 * `dataUsed` speaks of the whole answer. A shelf made from the page alone, from which nothing was kept away
 * on her account, rests on none of it.
 *
 * @param removed how many products each rule kept away from this shelf
 */
export function dataSentence(
  say: Say,
  mode: string,
  dataUsed: readonly string[],
  removed: Readonly<Record<string, number>> | undefined,
): string {
  const used = PERSONAL_DATA.filter(
    (name) => dataUsed.includes(name) && RESTS_ON_HER.test(mode + JSON.stringify(removed)),
  ).map((name) => say(`widget.${name}`))
  return used[0] ? say('widget.used', used.join(', ')) : say('widget.no_data')
}
