/**
 * Events through the gate: each is stored, used in memory only, or dropped, and its sender told which.
 *
 * "Accepted" means durable: the answer waits for the commit. The writer compares the consent sequence
 * inside that commit; if a withdrawal won the race, the events are decided again under the new state.
 */
import { eventKeyOf } from '@umiar/crypto'
import { type ParsedEvent, parseEvent } from '@umiar/formats'
import { type AccessGrant, type ConsentState, decide, openGate } from '@umiar/privacy'
import {
  DomainError,
  dayOf,
  type EventKey,
  type ItemId,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type ShopEvent,
  type SubjectId,
  tableEntry,
  tableOfEvent,
  VISIT_LONGEST_HOURS,
} from '@umiar/vocabulary'
import type { Caller, EventResult, EventsReply } from '../application.ts'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { Training } from '../learning/training.ts'
import type { MeasuredEntry } from '../measuring/measured-entry.ts'
import type { Measuring } from '../measuring/measuring.ts'
import { type DropReason, type EventOutcomes, reasonOfRefusal } from '../overview/event-outcomes.ts'
import type { AppendOutcome, EventLog } from '../storage/ports.ts'
import type { NewSealedRow } from '../storage/sealed-row.ts'
import { tradesOf } from '../subjects/ownership.ts'
import { isImpression, noteChosen, noteSeen } from '../subjects/shown-in-visit.ts'
import { encodeContent, stepsOf } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import { addStep, addTrades, beginVisit, rememberEventId, type Visit } from '../subjects/visit.ts'

export interface RecordEventsPorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: EventLog
  readonly training: Training
  readonly measuring: Measuring
  readonly outcomes: EventOutcomes
  readonly indexKey: Uint8Array
  readonly currency: string
  readonly isSensitive: (itemId: ItemId) => boolean
}

interface Taken {
  readonly index: number
  readonly event: ShopEvent
  readonly key: EventKey
}

type Warnings = NonNullable<EventResult['warnings']>

/** What becomes of the events of a batch: results and warnings to answer, reasons only to be counted. */
interface Outcome {
  readonly results: EventResult[]
  readonly warnings: (Warnings | undefined)[]
  readonly reasons: (DropReason | undefined)[]
}

const MOST_EVENTS = 1_000
const MOST_ATTEMPTS = 8

/**
 * @param events raw events of one request, 1–1,000
 * @throws DomainError `invalid_request`, `identity_not_proven`, `store_full`, `store_unavailable`
 */
export async function recordEvents(
  ports: RecordEventsPorts,
  caller: Caller,
  events: readonly unknown[],
  nowMs: number,
): Promise<EventsReply> {
  if (events.length === 0 || events.length > MOST_EVENTS) {
    throw new DomainError('invalid_request', `A batch holds 1–${MOST_EVENTS} events.`, {}, [
      { code: 'batch_size', message: `must hold 1–${MOST_EVENTS} events`, pointer: '/events' },
    ])
  }
  const outcome: Outcome = { reasons: [], results: new Array<EventResult>(events.length), warnings: [] }
  const { reasons, results, warnings } = outcome
  const bySubject = new Map<SubjectId, Taken[]>()
  events.forEach((input, index) => {
    const parsed = parseEvent(input, nowMs, ports.currency)
    if (!parsed.ok) {
      results[index] = { errors: parsed.errors, event_id: parsed.eventId, status: 'invalid' }
      return
    }
    warnings[index] = parsed.warnings.length > 0 ? parsed.warnings : undefined
    const subject = subjectOfEvent(ports.memory, caller, parsed)
    if (subject === undefined) {
      results[index] = { event_id: parsed.event.eventId, status: 'dropped_no_consent' }
      reasons[index] = 'nobody_known'
      return
    }
    const key = eventKeyOf(ports.indexKey, subject, parsed.event.eventId)
    const taken = { event: parsed.event, index, key }
    const group = bySubject.get(subject)
    if (group === undefined) bySubject.set(subject, [taken])
    else group.push(taken)
  })
  // One act after the other per person: nothing is appended while her rows are rewritten.
  await Promise.all(
    [...bySubject].map(([subject, taken]) =>
      ports.memory.inTurn(subject, () => recordForSubject(ports, subject, taken, nowMs, outcome)),
    ),
  )
  const counts: Record<string, number> = {}
  results.forEach((result, index) => {
    counts[result.status] = (counts[result.status] ?? 0) + 1
    const about = warnings[index]
    if (about !== undefined && result.warnings === undefined) results[index] = { ...result, warnings: about }
  })
  ports.outcomes.add(
    results.map(({ errors, status }, index) => ({
      reason: errors?.[0]?.code ?? reasons[index] ?? null,
      status,
    })),
    nowMs,
  )
  return { counts, results }
}

function subjectOfEvent(
  memory: SubjectMemory,
  caller: Caller,
  parsed: ParsedEvent & { readonly ok: true },
): SubjectId | undefined {
  const { anonymousId, userId } = parsed.visitor
  if (caller.kind === 'publishable' && userId !== undefined) {
    throw new DomainError('identity_not_proven', 'A publishable key may name only an anonymous_id.')
  }
  const alias = memory.aliasOf(anonymousId, userId)
  if (caller.kind === 'shopper' && alias !== caller.alias) {
    throw new DomainError('identity_not_proven', 'The token belongs to another visitor.')
  }
  return alias === undefined ? undefined : memory.subjectOf(alias)
}

/** Decides the events of one person, again each time her consent has moved meanwhile. */
async function recordForSubject(
  ports: RecordEventsPorts,
  subject: SubjectId,
  taken: readonly Taken[],
  nowMs: number,
  outcome: Outcome,
): Promise<void> {
  const { results } = outcome
  const record = await ports.memory.load(subject)
  const events = taken.map((one) => one.event)
  await ports.measuring.lookUp(record, events, nowMs)
  const inBatch = new Set<EventKey>()
  let open: readonly Taken[] = taken.filter((one) => {
    const isFirst = !inBatch.has(one.key)
    inBatch.add(one.key)
    if (!isFirst) results[one.index] = { event_id: one.event.eventId, status: 'duplicate' }
    return isFirst
  })
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt === MOST_ATTEMPTS) {
      throw new DomainError(
        'store_unavailable',
        'The consent of a visitor keeps changing; send the batch again.',
      )
    }
    const toStore = decideEach(ports, record, open, nowMs, outcome)
    if (toStore.length === 0) return
    const consent = record.consent as ConsentState
    const { measured, stored } = await store(ports, record, consent, toStore, nowMs)
    if (stored.outcome === 'stored') {
      afterStored(ports, record, consent, toStore, measured, nowMs)
      for (const one of toStore) results[one.index] = { event_id: one.event.eventId, status: 'accepted' }
      return
    }
    open = toStore
    if (stored.outcome === 'duplicates') {
      const known = new Set(stored.keys)
      for (const one of toStore) {
        if (known.has(one.key)) results[one.index] = { event_id: one.event.eventId, status: 'duplicate' }
      }
      open = toStore.filter((one) => !known.has(one.key))
    }
  }
}

/** Writes the results of all events that are not stored. @returns those that may be */
function decideEach(
  ports: RecordEventsPorts,
  record: SubjectRecord,
  taken: readonly Taken[],
  nowMs: number,
  { reasons, results, warnings }: Outcome,
): readonly Taken[] {
  const { consent } = record
  const mayStore = decide(consent, 'build_profile', nowMs).allowed
  const useInVisitOnly = decide(consent, 'session_recs', nowMs)
  const toStore: Taken[] = []
  for (const one of taken) {
    const { event, index } = one
    const finish = (status: EventResult['status'], reason?: DropReason): void => {
      results[index] = { event_id: event.eventId, status }
      reasons[index] = reason
    }
    if (!mayStore && !useInVisitOnly.allowed) {
      finish('dropped_no_consent', reasonOfRefusal(useInVisitOnly.refusal))
      continue
    }
    // GDPR Art. 9: what is sensitive enters neither profile nor visit.
    const items = event.items.filter((item) => !ports.isSensitive(item.itemId))
    if (items.length < event.items.length) {
      const about = warnings[index] ?? []
      if (!about.some((warning) => warning.code === 'sensitive_item')) {
        warnings[index] = [...about, { code: 'sensitive_item', field: 'items' }]
      }
      if (items.length === 0) {
        finish('dropped_no_consent', 'sensitive')
        continue
      }
    }
    if (isTooOld(event, mayStore, nowMs)) finish('dropped_retention', 'too_old')
    else if (event.atMs < (consent as ConsentState).notBeforeMs) finish('dropped_no_consent', 'before_choice')
    else if (mayStore) toStore.push({ ...one, event: { ...event, items } })
    else {
      const visit = useInVisit(ports, record, { ...event, items }, nowMs)
      if (visit !== undefined) ports.measuring.inVisit(record, visit, { ...event, items }, nowMs)
      finish(visit === undefined ? 'duplicate' : 'session_only')
    }
  }
  return toStore
}

/** Older than its table keeps, or, where nothing is stored, than the longest visit. */
function isTooOld(event: ShopEvent, mayStore: boolean, nowMs: number): boolean {
  const keptMs = mayStore
    ? tableEntry(tableOfEvent(event.name)).retentionDays * MS_PER_DAY
    : VISIT_LONGEST_HOURS * 60 * MS_PER_MINUTE
  return nowMs - event.atMs > keptMs
}

/** @returns the visit, or `undefined` if the event was seen in it before */
function useInVisit(
  ports: RecordEventsPorts,
  record: SubjectRecord,
  event: ShopEvent,
  nowMs: number,
): Visit | undefined {
  const visit = ports.memory.visitOf(record, nowMs) ?? beginVisit(nowMs)
  record.visit = visit
  visit.lastAtMs = nowMs
  if (!rememberEventId(visit, event.eventId)) return undefined
  for (const step of stepsOf(event)) {
    addStep(visit, step, nowMs)
    noteChosen(visit.shown, step.itemId, step.atMs)
  }
  addTrades(visit, tradesOf(event))
  if (isImpression(event)) noteSeen(visit.shown, event)
  return visit
}

async function store(
  ports: RecordEventsPorts,
  record: SubjectRecord,
  consent: ConsentState,
  taken: readonly Taken[],
  nowMs: number,
): Promise<{ readonly stored: AppendOutcome; readonly measured: readonly MeasuredEntry[] }> {
  const events = taken.map((one) => one.event)
  const measured = await ports.measuring.rowsOf(record, consent, events, nowMs)
  const grant = openGate(record.subject, consent, 'build_profile', nowMs)
  const rows = sealBatches(ports.keyBroker, grant, consent.consentSeq, taken, nowMs)
  const batch = { keys: taken.map((one) => one.key), receivedDay: dayOf(nowMs), rows }
  const stored = await ports.store.append(grant, measured === undefined ? batch : { ...batch, measured })
  return { measured: measured?.entries ?? [], stored }
}

/** One encryption per table and day of the batch; nearly always one in all. */
function sealBatches(
  keyBroker: KeyBroker,
  grant: AccessGrant,
  consentSeq: number,
  taken: readonly Taken[],
  nowMs: number,
): readonly NewSealedRow[] {
  const groups = new Map<string, { table: 'browsing' | 'buying'; day: number; events: ShopEvent[] }>()
  for (const { event } of taken) {
    const table = tableOfEvent(event.name)
    const day = dayOf(event.atMs)
    const group = groups.get(`${table} ${day}`)
    if (group === undefined) groups.set(`${table} ${day}`, { day, events: [event], table })
    else group.events.push(event)
  }
  const lease = keyBroker.lease(grant)
  return [...groups.values()].map(({ day, events, table }) =>
    lease.seal(table, encodeContent({ consentSeq, events, receivedAtMs: nowMs }), day),
  )
}

/** What was stored becomes usable, unless a withdrawal came between commit and here. */
function afterStored(
  ports: RecordEventsPorts,
  taker: SubjectRecord,
  takenUnder: ConsentState,
  taken: readonly Taken[],
  measured: readonly MeasuredEntry[],
  nowMs: number,
): void {
  // The record in hand may have left the memory meanwhile; the one there is what others change.
  const record = ports.memory.loaded(taker.subject) ?? taker
  const { consent } = record
  if (measured.length > 0) ports.measuring.stored(record, takenUnder.consentSeq, measured, nowMs)
  if (consent === undefined || !decide(consent, 'build_profile', nowMs).allowed) return
  const since = consent.sinceSeq.build_profile
  if (since === undefined || since > takenUnder.consentSeq) return
  const events = taken.map((one) => one.event)
  ports.memory.extendHistory(record, events)
  if (decide(consent, 'session_recs', nowMs).allowed) {
    for (const event of events) useInVisit(ports, record, event, nowMs)
  }
  ports.training.learn(record.subject, consent, takenUnder.consentSeq, events, nowMs)
}
