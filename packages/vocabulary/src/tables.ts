/**
 * The tables that hold personal data: what each may serve and how long it keeps.
 *
 * Registry data. Storage checks each access against `purposes`; the retention job reads
 * `retentionDays`. A table without a finite retention stops the start.
 */
import type { Localized } from './locales.ts'
import type { Purpose } from './purposes.ts'

/** A table of rows sealed under their subject's key. */
export type PersonalTable = 'consent' | 'taste' | 'browsing' | 'buying' | 'measure' | 'evidence'

export interface TableEntry {
  readonly table: PersonalTable
  /** Purposes a grant may name to read or write it, besides the subject's own rights. */
  readonly purposes: readonly Purpose[]
  /** Days after which a row is deleted, finite. */
  readonly retentionDays: number
  readonly name: Localized
}

export const PERSONAL_TABLES: readonly TableEntry[] = [
  {
    name: { en: 'Your choices', pl: 'Twoje wybory' },
    purposes: ['accountability'],
    retentionDays: 3 * 365,
    table: 'consent',
  },
  {
    name: { en: 'Your hints', pl: 'Twoje wskazówki' },
    purposes: ['personal_recs'],
    retentionDays: 365,
    table: 'taste',
  },
  {
    name: { en: 'What you viewed and searched', pl: 'Co oglądasz i czego szukasz' },
    purposes: ['build_profile', 'personal_recs', 'train_models'],
    retentionDays: 90,
    table: 'browsing',
  },
  {
    name: { en: 'Carts and purchases', pl: 'Koszyki i zakupy' },
    purposes: ['build_profile', 'personal_recs', 'train_models'],
    retentionDays: 730,
    table: 'buying',
  },
  {
    name: { en: 'Clicks on suggestions, for our counts', pl: 'Kliknięcia propozycji, do naszych sum' },
    purposes: ['measure'],
    retentionDays: 30,
    table: 'measure',
  },
  {
    name: { en: 'Why we showed what we showed', pl: 'Dlaczego pokazaliśmy to, co pokazaliśmy' },
    purposes: ['accountability'],
    retentionDays: 30,
    table: 'evidence',
  },
]

const byTable = new Map(PERSONAL_TABLES.map((row) => [row.table, row]))

/** The registry row of a table. @throws RangeError on a name that is not registered */
export function tableEntry(table: PersonalTable): TableEntry {
  const row = byTable.get(table)
  if (row === undefined) throw new RangeError(`table ${table} is not registered`)
  return row
}

/** Ends of a visit: silence, or its greatest length. */
export const VISIT_IDLE_MINUTES = 30
export const VISIT_LONGEST_HOURS = 12
/** A choice is asked again after this many days (6 months). */
export const CONSENT_VALID_DAYS = 183
/** A tombstone outlives the longest retention by this many days. */
export const TOMBSTONE_EXTRA_DAYS = 30
/** Days within which the same `event_id` is a duplicate. */
export const DUPLICATE_WINDOW_DAYS = 7
