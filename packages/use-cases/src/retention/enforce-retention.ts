/**
 * Retention, hourly: what has outlived its time goes, and the model follows.
 */
import { DUPLICATE_WINDOW_DAYS, dayOf, PERSONAL_TABLES, type SubjectId, tableEntry } from '@umiar/vocabulary'
import type { Training } from '../learning/training.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { EventOutcomes } from '../overview/event-outcomes.ts'
import type { RetentionStore } from '../storage/ports.ts'
import type { SubjectMemory } from '../subjects/subject-memory.ts'
import type { Totals } from '../totals/totals.ts'

export interface RetentionPorts {
  readonly memory: SubjectMemory
  readonly store: RetentionStore
  readonly training: Training
  readonly measuring: Measuring
  readonly outcomes: EventOutcomes
  readonly totals: Totals
  /** Evidence beyond this many bytes goes before its time, oldest days first; 0 for no budget. */
  readonly evidenceMaxBytes: number
}

/** Deletes rows past their day, ended visits, and what consent that ran out had taught, also in the model's files. */
export async function enforceRetention(ports: RetentionPorts, nowMs: number): Promise<void> {
  const today = dayOf(nowMs)
  ports.memory.sweepVisits(nowMs)
  await ports.training.forgetExpired(nowMs)
  const changed = new Set<SubjectId>(ports.training.owed())
  const release = ports.training.hold()
  for (const { retentionDays, table } of PERSONAL_TABLES) {
    if (table === 'measure') {
      await ports.measuring.retain(today - retentionDays, nowMs)
      continue
    }
    const lost = await ports.store.dropOlder(table, today - retentionDays)
    if (table === 'taste') for (const subject of lost) ports.memory.dropTaste(subject)
    if (table === 'browsing' || table === 'buying') for (const subject of lost) changed.add(subject)
  }
  // Not where a step fails: rows may then be gone that nobody told us of.
  ports.training.owe(changed)
  release()
  ports.outcomes.dropOldDays(nowMs)
  await ports.totals.flush()
  const evidenceFrom = await firstAffordableDay(ports, today - tableEntry('evidence').retentionDays, today)
  await ports.store.dropOlder('evidence', evidenceFrom)
  await ports.store.dropExpired({
    eventKeysBefore: today - DUPLICATE_WINDOW_DAYS,
    sharedEvidenceBefore: evidenceFrom,
    today,
  })
  for (const subject of changed) {
    await ports.memory.inTurn(subject, async () => {
      ports.memory.dropHistory(subject)
      const record = await ports.memory.load(subject)
      const { consent } = record
      await ports.training.relearn(subject, consent, nowMs, () => record.consent === consent)
    })
  }
  await ports.training.purged()
}

/** The oldest day whose evidence the budget still pays for, at least the retention's; today always stays. */
async function firstAffordableDay(ports: RetentionPorts, retained: number, today: number): Promise<number> {
  if (ports.evidenceMaxBytes === 0) return retained
  let bytes = 0
  for (const entry of await ports.store.evidenceBytes()) {
    bytes += entry.bytes
    if (bytes > ports.evidenceMaxBytes && entry.day < today) return Math.max(retained, entry.day + 1)
  }
  return retained
}
