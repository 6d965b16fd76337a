/**
 * Levels 1 and 2: a visit is measured in memory, and when it ends only sums are left of it.
 *
 * Sums cannot be taken apart by person, so how many people they rest on is not known exactly. What is known
 * without remembering anybody: visits that are open at the same time are those of different people. The
 * most that ever were open together stand beside a sum as "at least so many people".
 */
import { decide } from '@umiar/privacy'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import type { Visit } from '../subjects/visit.ts'
import type { Totals } from '../totals/totals.ts'
import type { MeasuredEntry } from './measured-entry.ts'
import { nameOfEntry, tallyOf } from './tally.ts'

const MOST_ENTRIES = 500

export class MeasuredVisits {
  readonly #totals: Totals
  /** Open visits by the sums they will be part of. */
  readonly #open = new Map<string, Set<Visit>>()

  constructor(totals: Totals) {
    this.#totals = totals
  }

  /** Keeps entries of a visit until it ends. */
  add(visit: Visit, entries: readonly MeasuredEntry[]): void {
    for (const entry of entries) {
      if (visit.measured.length >= MOST_ENTRIES) return
      visit.measured.push(entry)
      const name = nameOfEntry(entry)
      const open = this.#open.get(name)
      if (open === undefined) this.#open.set(name, new Set([visit]))
      else open.add(visit)
    }
  }

  /** Adds a visit that ends to the totals, if her consent still allows it. */
  ended(record: SubjectRecord, visit: Visit): void {
    const counts = decide(record.consent, 'measure', visit.lastAtMs).allowed
    this.#close(visit, counts ? visit.measured : [])
  }

  /** Drops what was measured in a visit: she has withdrawn. */
  drop(visit: Visit | undefined): void {
    if (visit !== undefined) this.#close(visit, [])
  }

  #close(visit: Visit, entries: readonly MeasuredEntry[]): void {
    const tally = tallyOf(entries)
    for (const [name, open] of this.#open) {
      if (!open.has(visit)) continue
      const count = tally.get(name) ?? 0
      if (count > 0) {
        this.#totals.add(name, count)
        this.#totals.atLeast(name, open.size)
      } else {
        // She may stand among those who were open together.
        this.#totals.oneFewer(name)
      }
      open.delete(visit)
      if (open.size === 0) this.#open.delete(name)
    }
    visit.measured = []
  }
}
