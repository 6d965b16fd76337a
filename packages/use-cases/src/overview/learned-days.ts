/**
 * How much the model had learned at the end of each of the last days: three sums that name nobody.
 *
 * From them comes the pace of a forecast. The middle of the daily differences is taken, so that an import
 * of a year on one day promises nothing for the next.
 */
import { dayOf } from '@umiar/vocabulary'
import type { LearnedCounts } from '../recommendations/ports.ts'
import { type Totals, totalName } from '../totals/totals.ts'
import type { LearnedPerDay } from './readiness.ts'

const LEARNED = 'learned'
/** Days kept, today included. */
const DAYS_KEPT = 15
/** Fewer whole days tell no pace. */
const LEAST_DAYS = 3
const COUNTED = ['purchases', 'sessions', 'views'] as const

export class LearnedDays {
  readonly #totals: Totals

  constructor(totals: Totals) {
    this.#totals = totals
  }

  /** Notes what is learned by now, under today's date; days that are not kept any more go. */
  note(learned: LearnedCounts, nowMs: number): void {
    const today = dayOf(nowMs)
    for (const { name, parts } of [...this.#totals.ofKind(LEARNED)]) {
      if (Number(parts[0]) <= today - DAYS_KEPT) this.#totals.remove(name)
    }
    const known = this.#byDay().get(today)
    for (const count of COUNTED)
      this.#totals.add(totalName(LEARNED, String(today), count), learned[count] - (known?.[count] ?? 0))
  }

  /** The pace of the last whole days; 0 where fewer than three are known, or nothing came. */
  perDay(nowMs: number): LearnedPerDay {
    const today = dayOf(nowMs)
    const days = [...this.#byDay()].filter(([day]) => day < today).sort(([a], [b]) => a - b)
    const pace = (count: (typeof COUNTED)[number]): number => {
      const steps: number[] = []
      for (const [at, [day, learned]] of days.entries()) {
        const before = days[at - 1]
        if (before === undefined) continue
        const step = (learned[count] - before[1][count]) / (day - before[0])
        for (let each = before[0]; each < day; each++) steps.push(step)
      }
      if (steps.length < LEAST_DAYS) return 0
      return Math.max(0, steps.sort((a, b) => a - b)[(steps.length - 1) >> 1] as number)
    }
    return { purchases: pace('purchases'), sessions: pace('sessions'), views: pace('views') }
  }

  #byDay(): ReadonlyMap<number, LearnedPerDay> {
    const days = new Map<number, { purchases: number; sessions: number; views: number }>()
    for (const { count, parts } of this.#totals.ofKind(LEARNED)) {
      const day = Number(parts[0])
      const own = days.get(day) ?? { purchases: 0, sessions: 0, views: 0 }
      own[parts[1] as (typeof COUNTED)[number]] = count
      days.set(day, own)
    }
    return days
  }
}
