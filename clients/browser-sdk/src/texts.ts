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

/**
 * Which data about her stand behind a shelf, in plain words.
 *
 * `dataUsed` speaks of the whole answer. On a shelf made from the page alone, only her own list of what
 * not to show can have had a say.
 */
export function dataSentence(say: Say, mode: string, dataUsed: readonly string[]): string {
  const used = PERSONAL_DATA.filter(
    (name) =>
      dataUsed.includes(name) &&
      (name === 'declared_taste' || ['personal', 'session', 'declared'].includes(mode)),
  ).map((name) => say(`widget.${name}`))
  return used[0] ? say('widget.used', used.join(', ')) : say('widget.no_data')
}
