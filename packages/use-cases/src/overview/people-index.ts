/**
 * How many people are at each level, and which requests of theirs are in force: one number per person.
 *
 * Consent acts lie sealed; to count them each would have to be opened. So the few facts that are counted
 * stand here as one integer per person, filled at the start and by every act. Nobody can be read from it who
 * is not already known by her subject id, and it never leaves the process but as sums.
 */
import type { ConsentState } from '@umiar/privacy'
import {
  CONSENT_VALID_DAYS,
  type Level,
  MS_PER_DAY,
  PURPOSES,
  type Purpose,
  type SubjectId,
} from '@umiar/vocabulary'

export interface PeopleCounts {
  /** People at each level now; who let a choice run out counts at level 0. */
  readonly levels: Readonly<Record<Level, number>>
  /** Of them, people whose choice has run out. */
  readonly expired: number
  /** People under `measure` now. */
  readonly measured: number
  /** GDPR Art. 18. */
  readonly restricted: number
  /** GDPR Art. 21: people with at least one objection, and objections by purpose. */
  readonly objecting: number
  readonly objections: Readonly<Partial<Record<Purpose, number>>>
}

interface Facts {
  readonly level: Level
  readonly decidedAtMs: number
  readonly isRestricted: boolean
  readonly isMeasured: boolean
  readonly objected: number
}

const NAMES = PURPOSES.map((entry) => entry.purpose)
const LEVEL_BITS = 3
const RESTRICTED = 1 << LEVEL_BITS
const MEASURED = RESTRICTED << 1
const OBJECTED_SHIFT = LEVEL_BITS + 2
/** Milliseconds of the choice stand above the flags: 17 bits of flags and 36 of seconds are exact in a double. */
const SECONDS_SHIFT = 2 ** (OBJECTED_SHIFT + NAMES.length)

export class PeopleIndex {
  readonly #people = new Map<SubjectId, number>()

  /** Takes note of a person's state after an act. */
  note(subject: SubjectId, state: ConsentState): void {
    const objected = state.objected.reduce((bits, purpose) => bits | (1 << NAMES.indexOf(purpose)), 0)
    const isMeasured = state.granted.includes('measure') && !state.objected.includes('measure')
    const flags =
      state.level |
      (state.restricted ? RESTRICTED : 0) |
      (isMeasured ? MEASURED : 0) |
      (objected << OBJECTED_SHIFT)
    this.#people.set(subject, Math.floor(state.decidedAtMs / 1000) * SECONDS_SHIFT + flags)
  }

  /** Forgets an erased person. */
  drop(subject: SubjectId): void {
    this.#people.delete(subject)
  }

  /** All counts at a moment. Cost: one step per person. */
  counts(nowMs: number): PeopleCounts {
    const levels: Record<Level, number> = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 }
    const objections: Partial<Record<Purpose, number>> = {}
    const sums = { expired: 0, measured: 0, objecting: 0, restricted: 0 }
    for (const packed of this.#people.values()) {
      const facts = unpack(packed)
      const isExpired = nowMs >= facts.decidedAtMs + CONSENT_VALID_DAYS * MS_PER_DAY
      levels[isExpired ? 0 : facts.level]++
      if (isExpired) sums.expired++
      if (facts.isMeasured && !isExpired && !facts.isRestricted) sums.measured++
      if (facts.isRestricted) sums.restricted++
      if (facts.objected === 0) continue
      sums.objecting++
      NAMES.forEach((purpose, bit) => {
        if ((facts.objected & (1 << bit)) !== 0) objections[purpose] = (objections[purpose] ?? 0) + 1
      })
    }
    return { levels, objections, ...sums }
  }
}

function unpack(packed: number): Facts {
  const flags = packed % SECONDS_SHIFT
  return {
    decidedAtMs: Math.floor(packed / SECONDS_SHIFT) * 1000,
    isMeasured: (flags & MEASURED) !== 0,
    isRestricted: (flags & RESTRICTED) !== 0,
    level: (flags & (RESTRICTED - 1)) as Level,
    objected: flags >>> OBJECTED_SHIFT,
  }
}
