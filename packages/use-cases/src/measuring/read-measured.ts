/**
 * What was measured of a person, for her own eyes (GDPR Art. 15): rows that are kept, and this visit's.
 */
import { openRight } from '@umiar/privacy'
import { MS_PER_DAY, tableEntry } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { PersonalRows } from '../storage/ports.ts'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import type { Visit } from '../subjects/visit.ts'
import { decodeMeasured, type MeasuredEntry } from './measured-entry.ts'

export interface ReadMeasuredPorts {
  readonly store: PersonalRows
  readonly keyBroker: KeyBroker
}

/** Everything, oldest first. `kept_until` is `null` for what only lasts as long as the visit. */
export async function measuredOf(
  { keyBroker, store }: ReadMeasuredPorts,
  record: SubjectRecord,
  visit: Visit | undefined,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const right = openRight(record.subject, record.consent)
  const rows = await store.read(right, 'measure')
  const found: { readonly entry: MeasuredEntry; readonly keptUntil: string | null }[] = []
  for (const entry of visit?.measured ?? []) found.push({ entry, keptUntil: null })
  if (rows.length > 0) {
    const lease = keyBroker.lease(right)
    for (const row of rows) {
      const lastDay = row.day + tableEntry('measure').retentionDays
      const keptUntil = new Date((lastDay + 1) * MS_PER_DAY).toISOString()
      for (const entry of decodeMeasured(lease.open(row)).entries) found.push({ entry, keptUntil })
    }
  }
  return found
    .sort((a, b) => a.entry.atMs - b.entry.atMs)
    .map(({ entry, keptUntil }) => ({
      at: new Date(entry.atMs).toISOString(),
      item_id: entry.itemId,
      kept_until: keptUntil,
      kind: entry.kind,
      mode: entry.mode,
      slot: entry.slot,
    }))
}
