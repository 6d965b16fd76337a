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
import type { EventLog } from '../storage/ports.ts'
import type { NewSealedRow } from '../storage/sealed-row.ts'
import { encodeContent, stepsOf } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import { addStep, beginVisit, rememberEventId } from '../subjects/visit.ts'

export interface RecordEventsPorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: EventLog
  readonly training: Training
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
  const results = new Array<EventResult>(events.length)
  const bySubject = new Map<SubjectId, Taken[]>()
  const warnings: (Warnings | undefined)[] = []
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
      ports.memory.inTurn(subject, () => recordForSubject(ports, subject, taken, nowMs, results, warnings)),
    ),
  )
  const counts: Record<string, number> = {}
  results.forEach((result, index) => {
    counts[result.status] = (counts[result.status] ?? 0) + 1
    const about = warnings[index]
    if (about !== undefined && result.warnings === undefined) results[index] = { ...result, warnings: about }
  })
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
  results: EventResult[],
  warnings: (Warnings | undefined)[],
): Promise<void> {
  const record = await ports.memory.load(subject)
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
    const toStore = decideEach(ports, record, open, nowMs, results, warnings)
    if (toStore.length === 0) return
    const consent = record.consent as ConsentState
    const outcome = await store(ports, record, consent, toStore, nowMs)
    if (outcome.outcome === 'stored') {
      afterStored(ports, record, consent, toStore, nowMs)
      for (const one of toStore) results[one.index] = { event_id: one.event.eventId, status: 'accepted' }
      return
    }
    open = toStore
    if (outcome.outcome === 'duplicates') {
      const known = new Set(outcome.keys)
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
  results: EventResult[],
  warnings: (Warnings | undefined)[],
): readonly Taken[] {
  const { consent } = record
  const mayStore = decide(consent, 'build_profile', nowMs).allowed
  const mayUse = decide(consent, 'session_recs', nowMs).allowed
  const toStore: Taken[] = []
  for (const one of taken) {
    const { event, index } = one
    const finish = (status: EventResult['status']): void => {
      results[index] = { event_id: event.eventId, status }
    }
    if (!mayStore && !mayUse) {
      finish('dropped_no_consent')
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
        finish('dropped_no_consent')
        continue
      }
    }
    if (isTooOld(event, mayStore, nowMs)) finish('dropped_retention')
    else if (event.atMs < (consent as ConsentState).notBeforeMs) finish('dropped_no_consent')
    else if (mayStore) toStore.push({ ...one, event: { ...event, items } })
    else finish(useInVisit(ports, record, { ...event, items }, nowMs) ? 'session_only' : 'duplicate')
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

/** @returns false if the event was seen in this visit before */
function useInVisit(
  ports: RecordEventsPorts,
  record: SubjectRecord,
  event: ShopEvent,
  nowMs: number,
): boolean {
  const visit = ports.memory.visitOf(record, nowMs) ?? beginVisit(nowMs)
  record.visit = visit
  visit.lastAtMs = nowMs
  if (!rememberEventId(visit, event.eventId)) return false
  for (const step of stepsOf(event)) addStep(visit, step, nowMs)
  return true
}

async function store(
  ports: RecordEventsPorts,
  record: SubjectRecord,
  consent: ConsentState,
  taken: readonly Taken[],
  nowMs: number,
): ReturnType<EventLog['append']> {
  const grant = openGate(record.subject, consent, 'build_profile', nowMs)
  const rows = sealBatches(ports.keyBroker, grant, consent.consentSeq, taken, nowMs)
  return ports.store.append(grant, { keys: taken.map((one) => one.key), receivedDay: dayOf(nowMs), rows })
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
  nowMs: number,
): void {
  // The record in hand may have left the memory meanwhile; the one there is what others change.
  const record = ports.memory.loaded(taker.subject) ?? taker
  const { consent } = record
  if (consent === undefined || !decide(consent, 'build_profile', nowMs).allowed) return
  const since = consent.sinceSeq.build_profile
  if (since === undefined || since > takenUnder.consentSeq) return
  const events = taken.map((one) => one.event)
  ports.memory.extendHistory(record, events.flatMap(stepsOf))
  if (decide(consent, 'session_recs', nowMs).allowed) {
    for (const event of events) useInVisit(ports, record, event, nowMs)
  }
  ports.training.learn(record.subject, consent, takenUnder.consentSeq, events, nowMs)
}
