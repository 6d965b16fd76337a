/**
 * What the forms of the privacy page say, read into the API's words.
 */
import type { ConsentChoice, ConsentPolicyReply } from '@umiar/use-cases'
import type { Locale } from '@umiar/vocabulary'
import type { Form } from './form.ts'
import type { Taste } from './shop-api.ts'

export interface ChoiceReading {
  readonly choice: ConsentChoice
  /** Purposes ticked although their level was not chosen; they stay off, and the page says so. */
  readonly tooLow: readonly string[]
}

/**
 * Reads the choice. Purposes and switches count only within the chosen level, and a switch only if
 * the form showed it: an absent box means "off" for what she saw and nothing for what she did not.
 *
 * @returns `undefined` if no known level was chosen
 */
export function readChoice(
  form: Form,
  policy: ConsentPolicyReply,
  locale: Locale,
): ChoiceReading | undefined {
  const level = policy.levels.find((row) => String(row.level) === form.one('level'))?.level
  if (level === undefined) return undefined
  const byName = policy.purposes.filter((row) => row.granted_by === 'name')
  const within = byName.filter((row) => row.least_level <= level)
  const leastLevel = new Map(policy.purposes.map((row) => [row.purpose, row.least_level]))
  const shown = policy.switches.filter(
    (row) => form.all('switch_shown').includes(row.name) && (leastLevel.get(row.purpose) ?? 0) <= level,
  )
  return {
    choice: {
      level,
      locale,
      method: 'form',
      notice_version: form.one('notice_version'),
      purposes: Object.fromEntries(
        within.map((row) => [row.purpose, form.one(`purpose_${row.purpose}`) === 'on']),
      ),
      ...(shown.length === 0
        ? {}
        : {
            switches: Object.fromEntries(
              shown.map((row) => [row.name, form.one(`switch_${row.name}`) === 'on']),
            ),
          }),
    },
    tooLow: byName
      .filter((row) => row.least_level > level && form.one(`purpose_${row.purpose}`) === 'on')
      .map((row) => row.purpose),
  }
}

/** The hints after the form: what it showed is replaced, what it did not show stays. */
export function tasteAfter(form: Form, present: Taste): Taste {
  const shown = new Set(form.all('item_id'))
  const marked = (word: string): readonly string[] =>
    [...shown].filter((id) => form.one(`hint_${id}`) === word)
  const kept = (ids: readonly string[]): readonly string[] => ids.filter((id) => !shown.has(id))
  return {
    likes: [...kept(present.likes), ...marked('like')],
    never: [...kept(present.never), ...marked('never')],
  }
}
