/**
 * What the shop holds about a person, readable and complete: GDPR Art. 15 and 20.
 */
import { openRight } from '@umiar/privacy'
import {
  type ItemId,
  type Locale,
  MS_PER_DAY,
  PERSONAL_TABLES,
  REASON_TEXTS,
  type ReasonCode,
  type ShopEvent,
  tableEntry,
} from '@umiar/vocabulary'
import type { DecisionReply, MeData, MeReply } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { consentHistory, consentReply } from '../consent/read-consent.ts'
import type { KeyBroker } from '../keys/key-broker.ts'
import { measuredOf } from '../measuring/read-measured.ts'
import type { EvidenceKeeper } from '../recommendations/evidence-keeper.ts'
import type { PersonalRows } from '../storage/ports.ts'
import { decodeBatch, NO_TASTE } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import type { Visit } from '../subjects/visit.ts'

export interface ReadMePorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: PersonalRows
  readonly evidence: EvidenceKeeper
  readonly catalogue: Catalogue
}

/**
 * Counts per table, with the days between which they go.
 *
 * A row knows its day, not its hour: it goes when its retention after that whole day has passed.
 */
export async function overview(
  ports: ReadMePorts,
  record: SubjectRecord | undefined,
  locale: Locale,
  nowMs: number,
): Promise<MeReply> {
  const consent = consentReply(record?.consent, false, nowMs)
  if (record === undefined) return { consent, held: [], known: false }
  await ports.evidence.flush()
  const right = openRight(record.subject, record.consent)
  const held = await Promise.all(
    PERSONAL_TABLES.map(async ({ name, retentionDays, table }) => {
      const rows = await ports.store.read(right, table)
      const days = rows.map((row) => row.day)
      const oldest = Math.min(...days)
      const at = (day: number): string | null =>
        rows.length === 0 ? null : new Date(day * MS_PER_DAY).toISOString()
      return {
        expires_first_at: at(oldest + retentionDays + 1),
        kept_until: at(Math.max(...days) + retentionDays + 1),
        name: name[locale],
        oldest_at: at(oldest),
        rows: rows.length,
        table,
      }
    }),
  )
  return { consent, held, known: true }
}

/** Everything, for the export. */
export async function everything(
  ports: ReadMePorts,
  record: SubjectRecord | undefined,
  nowMs: number,
): Promise<MeData> {
  const exportedAt = new Date(nowMs).toISOString()
  const consent = consentReply(record?.consent, false, nowMs)
  if (record === undefined) {
    return {
      consent,
      consent_history: [],
      decisions: [],
      events: [],
      exported_at: exportedAt,
      measured: [],
      taste: NO_TASTE,
      visit: [],
    }
  }
  const visit = ports.memory.visitOf(record, nowMs)
  return {
    consent,
    consent_history: await consentHistory(ports, record),
    decisions: await decisions(ports, record),
    events: await events(ports, record),
    exported_at: exportedAt,
    measured: await measuredOf(ports, record, visit),
    taste: record.taste,
    visit: visit === undefined ? [] : entriesOf(visit),
  }
}

/** All that the visit in memory holds, in order of time. */
function entriesOf(visit: Visit): readonly Readonly<Record<string, unknown>>[] {
  const said = (kind: string, items: ReadonlyMap<ItemId, number>) =>
    [...items].map(([itemId, atMs]) => ({ atMs, itemId, kind }))
  const seen = [...visit.shown.seen].map(([itemId, answers]) => ({
    atMs: Math.max(...answers.values()),
    itemId,
    kind: 'shown',
  }))
  const returned = visit.holdings.trades.flatMap(({ atMs, itemId, kind }) =>
    kind === 'refund' && itemId !== undefined ? [{ atMs, itemId, kind }] : [],
  )
  return [
    ...visit.steps,
    ...returned,
    ...said('put_away', visit.hidden),
    ...said('liked', visit.liked),
    ...said('already_have', visit.alreadyHave),
    ...seen,
  ]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, itemId, kind }) => ({ at: new Date(atMs).toISOString(), item_id: itemId, kind }))
}

/** Uses of her data, newest first. */
export async function decisions(
  ports: ReadMePorts,
  record: SubjectRecord | undefined,
): Promise<readonly DecisionReply[]> {
  if (record === undefined) return []
  // Stored answers and those of this visit are kept apart; told together they go by time.
  return (await ports.evidence.all(record))
    .map((one) => one.reply)
    .reverse()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** The last answers in sentences, newest first, one per product. */
export async function why(
  ports: ReadMePorts,
  record: SubjectRecord | undefined,
  locale: Locale,
): Promise<
  readonly { readonly at: string; readonly item_id: string; readonly title: string; readonly text: string }[]
> {
  const sentences = new Map<string, { at: string; item_id: string; title: string; text: string }>()
  for (const decision of await decisions(ports, record)) {
    for (const item of decision.items) {
      if (sentences.has(item.item_id) || sentences.size >= 50) continue
      const title = titleOf(ports.catalogue, item.item_id, locale)
      const cause = item.rests_on === undefined ? undefined : titleOf(ports.catalogue, item.rests_on, locale)
      const text = item.reasons
        .map((code) => REASON_TEXTS[code as ReasonCode][locale].replace('{title}', () => cause ?? '…'))
        .join('; ')
      sentences.set(item.item_id, { at: decision.at, item_id: item.item_id, text, title })
    }
  }
  return [...sentences.values()]
}

/** A product that has left the catalogue is named by its id. */
function titleOf(catalogue: Catalogue, id: string, locale: Locale): string {
  const product = catalogue.product(id as ItemId)
  return (locale === 'en' ? (product?.titleEn ?? product?.title) : product?.title) ?? id
}

async function events(
  ports: ReadMePorts,
  record: SubjectRecord,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found: { readonly table: string; readonly event: ShopEvent; readonly day: number }[] = []
  for (const table of ['browsing', 'buying'] as const) {
    const right = openRight(record.subject, record.consent)
    const rows = await ports.store.read(right, table)
    if (rows.length === 0) continue
    const lease = ports.keyBroker.lease(right)
    for (const row of rows) {
      for (const event of decodeBatch(lease.open(row)).events) found.push({ day: row.day, event, table })
    }
  }
  return found
    .sort((a, b) => a.event.atMs - b.event.atMs)
    .map(({ day, event, table }) => ({
      event: event.name,
      event_id: event.eventId,
      items: event.items.map((item) => ({
        item_id: item.itemId,
        price: item.price,
        quantity: item.quantity,
      })),
      kept_until: new Date(
        (day + tableEntry(table as 'browsing').retentionDays + 1) * MS_PER_DAY,
      ).toISOString(),
      page: event.page,
      position: event.position,
      rec_id: event.recId,
      search_term: event.searchTerm,
      session_id: event.sessionId,
      slot: event.slot,
      time: new Date(event.atMs).toISOString(),
      transaction_id: event.transactionId,
    }))
}
