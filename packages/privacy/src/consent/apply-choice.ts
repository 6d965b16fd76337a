/**
 * Folding one consent act into a person's state.
 *
 * Choosing a level opens the purposes that level stands for and withdraws what lies above it; a
 * purpose named in the same act wins over the level. Withdrawing is one act like giving (GDPR Art. 7(3)).
 */
import {
  type ConsentRef,
  DomainError,
  type FeatureSwitch,
  HIGHEST_OFFERED_LEVEL,
  isFeatureSwitch,
  isLevel,
  isPurpose,
  type Level,
  type PersonalTable,
  PURPOSES,
  type Purpose,
  purposeEntry,
} from '@umiar/vocabulary'
import type { ConsentMethod, ConsentState } from './consent-state.ts'

/** What a person says in one act; what she does not name stays as it is. */
export interface Choice {
  readonly level?: number | undefined
  readonly purposes?: Readonly<Record<string, boolean>> | undefined
  readonly switches?: Readonly<Record<string, boolean>> | undefined
  readonly noticeVersion: string
  readonly locale: string
  readonly method: ConsentMethod
}

/** A choice that has been checked: every name known, every purpose within the level. */
export interface CheckedChoice extends Choice {
  readonly newLevel: Level
  readonly named: ReadonlyMap<Purpose, boolean>
  readonly switched: ReadonlyMap<FeatureSwitch, boolean>
}

/**
 * Checks a choice against the registry and the present level.
 *
 * @param currentNotice the notice version in force
 * @throws DomainError `notice_outdated`, `invalid_request`, `level_not_offered`, `purpose_unknown`,
 *         `purpose_not_optional`, `purpose_not_in_use`, `level_too_low`, `switch_unknown`
 */
export function checkChoice(
  previous: ConsentState | undefined,
  choice: Choice,
  currentNotice: string,
): CheckedChoice {
  if (choice.noticeVersion !== currentNotice) {
    throw new DomainError('notice_outdated', 'The notice has changed; show the present one and ask again.', {
      notice_version: currentNotice,
    })
  }
  const newLevel = choice.level ?? previous?.level ?? 0
  if (!isLevel(newLevel)) {
    throw new DomainError('invalid_request', 'level must be 0, 1, 2, 3 or 4.', {}, [
      { code: 'level_unknown', message: 'must be 0, 1, 2, 3 or 4', pointer: '/level' },
    ])
  }
  if (newLevel > HIGHEST_OFFERED_LEVEL) {
    throw new DomainError('level_not_offered', `Level ${newLevel} is not offered by this shop.`, {
      highest_offered: HIGHEST_OFFERED_LEVEL,
    })
  }
  return {
    ...choice,
    named: checkPurposes(choice.purposes ?? {}, newLevel),
    newLevel,
    switched: checkSwitches(choice.switches ?? {}),
  }
}

/**
 * The state after a checked choice.
 *
 * @param consentSeq the act's number, previous + 1
 * @param nowMs      when the act took effect, ms since the epoch
 * @param returning  did the person's aliases carry a tombstone? Then older events stay out.
 */
export function applyChoice(
  previous: ConsentState | undefined,
  choice: CheckedChoice,
  consentSeq: number,
  consentRef: ConsentRef,
  nowMs: number,
  returning: boolean,
): ConsentState {
  const granted = grantedAfter(previous, choice)
  const sinceSeq: Partial<Record<Purpose, number>> = {}
  for (const purpose of granted) {
    const unbroken = previous?.granted.includes(purpose) ? previous.sinceSeq[purpose] : undefined
    sinceSeq[purpose] = unbroken ?? consentSeq
  }
  const switches = new Set(previous?.switchesOff ?? [])
  for (const [name, on] of choice.switched) {
    if (on) switches.delete(name)
    else switches.add(name)
  }
  return {
    actedAtMs: nowMs,
    consentRef,
    consentSeq,
    decidedAtMs: nowMs,
    granted,
    level: choice.newLevel,
    locale: choice.locale,
    method: choice.method,
    noticeVersion: choice.noticeVersion,
    notBeforeMs: notBeforeAfter(previous, granted, nowMs, returning),
    objected: previous?.objected ?? [],
    restricted: previous?.restricted ?? false,
    sinceSeq,
    switchesOff: [...switches].sort(),
  }
}

/** Is this choice more than the person allows now? Then her identity must be proven first. */
export function raises(previous: ConsentState | undefined, next: ConsentState): boolean {
  return (
    next.level > (previous?.level ?? 0) ||
    next.granted.some((purpose) => !previous?.granted.includes(purpose)) ||
    (previous?.switchesOff ?? []).some((name) => !next.switchesOff.includes(name))
  )
}

/** Tables whose rows a state no longer allows to be kept. */
export function tablesToDrop(state: ConsentState): readonly PersonalTable[] {
  const drop: PersonalTable[] = []
  if (!state.granted.includes('personal_recs')) drop.push('taste')
  const keepsHistory = state.granted.includes('build_profile')
  if (!keepsHistory) drop.push('browsing', 'buying')
  // What was counted of her is kept as rows only beside a history; below it, only sums are (blueprint §3).
  if (!keepsHistory || !state.granted.includes('measure')) drop.push('measure')
  return drop
}

function checkPurposes(purposes: Readonly<Record<string, boolean>>, level: Level): Map<Purpose, boolean> {
  const named = new Map<Purpose, boolean>()
  for (const [name, granted] of Object.entries(purposes)) {
    if (!isPurpose(name)) throw new DomainError('purpose_unknown', 'A named purpose is not registered.', {})
    const entry = purposeEntry(name)
    if (entry.basis !== 'consent') {
      throw new DomainError('purpose_not_optional', `Purpose ${name} does not rest on consent.`, {
        purpose: name,
      })
    }
    if (!entry.inUse) {
      throw new DomainError('purpose_not_in_use', `No running feature uses purpose ${name}.`, {
        purpose: name,
      })
    }
    if (granted && level < entry.leastLevel) {
      throw new DomainError('level_too_low', `Purpose ${name} needs level ${entry.leastLevel}.`, {
        least_level: entry.leastLevel,
        purpose: name,
      })
    }
    named.set(name, granted)
  }
  return named
}

function checkSwitches(switches: Readonly<Record<string, boolean>>): Map<FeatureSwitch, boolean> {
  const switched = new Map<FeatureSwitch, boolean>()
  for (const [name, on] of Object.entries(switches)) {
    if (!isFeatureSwitch(name)) throw new DomainError('switch_unknown', 'A named switch is not known.', {})
    switched.set(name, on)
  }
  return switched
}

function grantedAfter(previous: ConsentState | undefined, choice: CheckedChoice): readonly Purpose[] {
  return PURPOSES.filter((entry) => {
    if (entry.basis !== 'consent' || !entry.inUse || choice.newLevel < entry.leastLevel) return false
    const named = choice.named.get(entry.purpose)
    if (named !== undefined) return named
    if (entry.grantedBy === 'level' && choice.level !== undefined) return true
    return previous?.granted.includes(entry.purpose) ?? false
  }).map((entry) => entry.purpose)
}

/** Late events from a period that was withdrawn or erased must not grow the profile back. */
function notBeforeAfter(
  previous: ConsentState | undefined,
  granted: readonly Purpose[],
  nowMs: number,
  returning: boolean,
): number {
  if (previous === undefined) return returning ? nowMs : 0
  const closes = previous.granted.includes('build_profile') && !granted.includes('build_profile')
  const opens = granted.includes('build_profile') && !previous.granted.includes('build_profile')
  // Closing a profile sets the bound, so a bound above zero says there was one: opening it again
  // moves the bound to the new beginning. A first opening leaves it at zero.
  return closes || (opens && previous.notBeforeMs > 0) ? nowMs : previous.notBeforeMs
}
