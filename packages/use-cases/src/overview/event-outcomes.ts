/**
 * What became of events, and why: counts per day without anybody in them.
 *
 * A drop is a success of the gate, so it is shown with its reason. The reason names the rule that decided,
 * never the visitor; counts of somebody who was dropped are all that is ever kept of her (blueprint §3).
 */
import type { Refusal } from '@umiar/privacy'
import { dayOf, type EventStatus, MS_PER_DAY } from '@umiar/vocabulary'
import { type Totals, totalName } from '../totals/totals.ts'

/** Why an event was dropped. For invalid ones the reason is the code of their first fault. */
export type DropReason =
  /** Nothing is known of the visitor: no choice was ever saved, or she refused, or was erased. */
  | 'nobody_known'
  /** The gate stays shut for her. */
  | 'not_granted'
  | 'switched_off'
  | 'expired'
  | 'restricted'
  | 'objected'
  /** It speaks of sensitive products only (GDPR Art. 9). */
  | 'sensitive'
  /** It is dated before her choice, or belongs to a time she has withdrawn. */
  | 'before_choice'
  /** It is older than it would be kept. */
  | 'too_old'

/** Events with one outcome. */
export interface OutcomeCount {
  readonly status: EventStatus
  /** `null` where nothing needs explaining. */
  readonly reason: string | null
  readonly count: number
}

/** First word of the names of these totals. */
const EVENTS = 'events'
/** Days kept, today included. */
export const OUTCOME_DAYS = 30

export class EventOutcomes {
  readonly #totals: Totals
  readonly #sinceStart = new Map<string, OutcomeCount>()

  constructor(totals: Totals) {
    this.#totals = totals
  }

  /** Counts the outcomes of one batch. */
  add(
    outcomes: readonly { readonly status: EventStatus; readonly reason: string | null }[],
    nowMs: number,
  ): void {
    const counts = new Map<string, OutcomeCount>()
    for (const { reason, status } of outcomes) raise(counts, status, reason, 1)
    const day = String(dayOf(nowMs))
    for (const { count, reason, status } of counts.values()) {
      raise(this.#sinceStart, status, reason, count)
      this.#totals.add(totalName(EVENTS, day, status, reason ?? ''), count)
    }
  }

  /** Counts since the process started. */
  sinceStart(): readonly OutcomeCount[] {
    return [...this.#sinceStart.values()]
  }

  /** Counts of the days kept, oldest day first; days without an event are left out. */
  days(nowMs: number): readonly { readonly day: string; readonly outcomes: readonly OutcomeCount[] }[] {
    const oldest = dayOf(nowMs) - OUTCOME_DAYS + 1
    const byDay = new Map<number, OutcomeCount[]>()
    for (const { count, parts } of this.#totals.ofKind(EVENTS)) {
      const [dayText, status, reason] = parts
      const day = Number(dayText)
      if (day < oldest) continue
      const outcomes = byDay.get(day) ?? []
      outcomes.push({ count, reason: reason === '' ? null : (reason ?? null), status: status as EventStatus })
      byDay.set(day, outcomes)
    }
    return [...byDay]
      .sort(([a], [b]) => a - b)
      .map(([day, outcomes]) => ({ day: new Date(day * MS_PER_DAY).toISOString().slice(0, 10), outcomes }))
  }

  /** Drops days that are not shown any more. */
  dropOldDays(nowMs: number): void {
    const oldest = dayOf(nowMs) - OUTCOME_DAYS + 1
    for (const { name, parts } of [...this.#totals.ofKind(EVENTS)]) {
      if (Number(parts[0]) < oldest) this.#totals.remove(name)
    }
  }
}

/** The reason behind a refusal of the gate. */
export function reasonOfRefusal(refusal: Refusal): DropReason {
  return refusal === 'level_too_low' || refusal === 'not_in_use' ? 'not_granted' : refusal
}

function raise(
  counts: Map<string, OutcomeCount>,
  status: EventStatus,
  reason: string | null,
  by: number,
): void {
  const key = `${status} ${reason}`
  counts.set(key, { count: (counts.get(key)?.count ?? 0) + by, reason, status })
}
