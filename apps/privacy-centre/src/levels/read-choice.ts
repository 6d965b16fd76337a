/**
 * What the choice form says, read into the API's words.
 */
import type { PutConsentBody } from '@umiar/http-client'
import type { Locale } from '@umiar/vocabulary'
import type { Form } from '@umiar/web-pages'
import type { Policy } from '../engine.ts'

export interface ChoiceReading {
  readonly choice: PutConsentBody & { readonly level: number }
  /** Purposes ticked although their level was not chosen; they stay off, and the page says so. */
  readonly tooLow: readonly string[]
}

/**
 * Reads the choice. Purposes and switches count only within the chosen level, and a switch only if
 * the form showed it: an absent box means "off" for what she saw and nothing for what she did not.
 *
 * @returns `undefined` if no known level was chosen
 */
export function readChoice(form: Form, policy: Policy, locale: Locale): ChoiceReading | undefined {
  const level = policy.levels.find((row) => String(row.level) === form.one('level'))?.level
  if (level === undefined) return undefined
  const byName = policy.purposes.filter((row) => row.granted_by === 'name')
  const isTicked = ({ purpose }: { readonly purpose: string }): boolean =>
    form.one(`purpose_${purpose}`) === 'on'
  const within = byName.filter((row) => row.least_level <= level)
  const leastLevel = new Map(policy.purposes.map((row) => [row.purpose, row.least_level]))
  const shown = policy.switches.filter(
    (row) => form.all('switch_shown').includes(row.name) && (leastLevel.get(row.purpose) ?? 0) <= level,
  )
  const switches = Object.fromEntries(shown.map((row) => [row.name, form.one(`switch_${row.name}`) === 'on']))
  return {
    choice: {
      level,
      locale,
      method: 'centre',
      notice_version: form.one('notice_version'),
      purposes: Object.fromEntries(within.map((row) => [row.purpose, isTicked(row)])),
      ...(shown.length === 0 ? {} : { switches }),
    },
    tooLow: byName.filter((row) => row.least_level > level && isTicked(row)).map((row) => row.purpose),
  }
}
