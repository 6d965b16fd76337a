/**
 * Keeps the evidence of answers: at once readable, soon durable.
 *
 * Personal evidence is sealed under its subject's key and committed in groups; until the commit it is
 * served from here. Evidence about nobody is written once per distinct answer.
 */
import { consentRefOf, recKeyOf } from '@umiar/crypto'
import { type ConsentState, openGate, openRight } from '@umiar/privacy'
import { DomainError, dayOf, type EventKey, type ItemId, type RecId, type SubjectId } from '@umiar/vocabulary'
import type { DecisionReply } from '../application.ts'
import type { KeyBroker, Lease } from '../keys/key-broker.ts'
import type { Shelf } from '../measuring/measured-entry.ts'
import type { EvidenceStore, PersonalRows, RowRewriter } from '../storage/ports.ts'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import { keepEvidence as keepInVisit, type Visit } from '../subjects/visit.ts'
import { type DecisionRecord, decodeDecision, encodeDecision, withoutItem } from './evidence-record.ts'

export interface EvidenceOptions {
  readonly store: EvidenceStore & PersonalRows & RowRewriter
  readonly keyBroker: KeyBroker
  readonly indexKey: Uint8Array
}

interface Pending {
  readonly subject: SubjectId
  readonly consent: ConsentState | undefined
  readonly record: DecisionRecord
}

const MOST_SHARED = 50_000
const MOST_PENDING = 20_000

export class EvidenceKeeper {
  readonly #options: EvidenceOptions
  readonly #shared = new Map<RecId, DecisionRecord>()
  readonly #visits = new Map<RecId, { readonly subject: SubjectId; readonly visit: WeakRef<Visit> }>()
  #pending = new Map<RecId, Pending>()
  #writing = new Map<RecId, Pending>()
  #pendingShared: DecisionRecord[] = []
  #flushing: Promise<void> | undefined
  /** Acts that want no write beside them; they go before the next write. */
  readonly #acts: (() => Promise<void>)[] = []
  #writesBegun = 0
  #writesEnded = 0
  /** Records that could not be kept: the store was full or away. */
  lost = 0

  constructor(options: EvidenceOptions) {
    this.#options = options
  }

  keepInVisit(subject: SubjectId, visit: Visit, record: DecisionRecord): void {
    keepInVisit(visit, record)
    this.#visits.set(record.recId, { subject, visit: new WeakRef(visit) })
    if (this.#visits.size > MOST_SHARED) this.#visits.delete(this.#visits.keys().next().value as RecId)
  }

  keepPersonal(owner: SubjectRecord, record: DecisionRecord): void {
    if (this.#pending.size >= MOST_PENDING) {
      this.lost++
      return
    }
    this.#pending.set(record.recId, { consent: owner.consent, record, subject: owner.subject })
    this.#schedule()
  }

  keepShared(record: DecisionRecord): void {
    if (this.#shared.has(record.recId)) return
    this.#shared.set(record.recId, record)
    if (this.#shared.size > MOST_SHARED) this.#shared.delete(this.#shared.keys().next().value as RecId)
    this.#pendingShared.push(record)
    this.#schedule()
  }

  /**
   * @param asked the subject a shopper token proves, or `undefined` for the shop's secret key
   * @throws DomainError `not_found` for unknown and foreign ids alike
   */
  async find(recId: RecId, asked: SubjectId | undefined): Promise<DecisionReply> {
    const unknown = new DomainError('not_found', 'There is no such decision.')
    const pending = this.#pending.get(recId) ?? this.#writing.get(recId)
    if (pending !== undefined) {
      if (asked !== undefined && asked !== pending.subject) throw unknown
      return this.#publicForm(pending.record, pending.subject)
    }
    const held = this.#visits.get(recId)
    const inVisit = held?.visit.deref()?.evidence.get(recId)
    if (held !== undefined && inVisit !== undefined) {
      if (asked !== undefined && asked !== held.subject) throw unknown
      return this.#publicForm(inVisit, held.subject)
    }
    const shared = this.#shared.get(recId)
    if (shared !== undefined) return this.#publicForm(shared, undefined)
    const recKey = recKeyOf(this.#options.indexKey, recId)
    const owner = await this.#options.store.ownerOfEvidence(recKey)
    if (owner !== undefined) {
      if (asked !== undefined && asked !== owner) throw unknown
      const right = openRight(owner, undefined)
      const row = await this.#options.store.findEvidence(right, recKey)
      if (row === undefined) throw unknown
      return this.#publicForm(decodeDecision(this.#options.keyBroker.lease(right).open(row)), owner)
    }
    const body = await this.#options.store.findSharedEvidence(recId)
    if (body === undefined) throw unknown
    return this.#publicForm(JSON.parse(body) as DecisionRecord, undefined)
  }

  /** The shelf that an answer about nobody filled; `undefined` for personal and unknown answers. */
  async sharedShelf(recId: RecId): Promise<Shelf | undefined> {
    const known = this.#shared.get(recId)
    if (known !== undefined) return { mode: known.mode, slot: known.slot }
    const body = await this.#options.store.findSharedEvidence(recId)
    if (body === undefined) return undefined
    const { mode, slot } = JSON.parse(body) as DecisionRecord
    return { mode, slot }
  }

  /** Everything kept about a person, newest last: stored, waiting and of this visit. */
  async all(
    record: SubjectRecord,
  ): Promise<readonly { readonly record: DecisionRecord; readonly reply: DecisionReply }[]> {
    await this.flush()
    const right = openRight(record.subject, record.consent)
    const rows = await this.#options.store.read(right, 'evidence')
    const lease = rows.length === 0 ? undefined : this.#options.keyBroker.lease(right)
    const stored = rows.map((row) => decodeDecision((lease as Lease).open(row)))
    const visit = [...(record.visit?.evidence.values() ?? [])]
    return [...stored, ...visit]
      .sort((a, b) => a.atMs - b.atMs)
      .map((one) => ({ record: one, reply: this.#publicForm(one, record.subject) }))
  }

  /** Drops what waits for a person who is erased or has withdrawn. */
  drop(subject: SubjectId): void {
    for (const [recId, pending] of this.#pending) if (pending.subject === subject) this.#pending.delete(recId)
    for (const [recId, pending] of this.#writing) if (pending.subject === subject) this.#writing.delete(recId)
  }

  /**
   * Takes an item out of all that is kept about a person's answers: shown, or as the reason for others.
   * Call it in her turn. What anybody is answered meanwhile waits until it is done, and is not lost.
   */
  async forgetItem(record: SubjectRecord, itemId: ItemId): Promise<void> {
    for (const [recId, kept] of record.visit?.evidence ?? [])
      record.visit?.evidence.set(recId, withoutItem(kept, itemId))
    await new Promise<void>((resolve, reject) => {
      this.#acts.push(() => this.#rewriteWithout(record, itemId).then(resolve, reject))
      this.#schedule()
    })
  }

  async #rewriteWithout(record: SubjectRecord, itemId: ItemId): Promise<void> {
    for (const [recId, waiting] of this.#pending) {
      if (waiting.subject !== record.subject) continue
      this.#pending.set(recId, { ...waiting, record: withoutItem(waiting.record, itemId) })
    }
    const { indexKey, keyBroker, store } = this.#options
    const right = openRight(record.subject, record.consent)
    const rows = await store.read(right, 'evidence')
    if (rows.length === 0) return
    const lease = keyBroker.lease(right)
    let touched = 0
    const recKeys: EventKey[] = []
    const kept = rows.map((row) => {
      const decision = decodeDecision(lease.open(row))
      recKeys.push(recKeyOf(indexKey, decision.recId))
      const without = withoutItem(decision, itemId)
      if (without === decision) return row
      touched++
      return lease.seal('evidence', encodeDecision(without), row.day)
    })
    if (touched > 0) await store.rewrite(right, 'evidence', kept, recKeys)
  }

  /** Resolves when everything kept so far is durable (or counted as lost); what comes later is not waited for. */
  async flush(): Promise<void> {
    const due = this.#writesBegun + (this.#hasPending() ? 1 : 0)
    while (this.#writesEnded < due) {
      this.#schedule()
      await this.#flushing
    }
  }

  #hasPending(): boolean {
    return this.#pending.size > 0 || this.#pendingShared.length > 0
  }

  /** One act or write after the other. */
  #schedule(): void {
    this.#flushing ??= Promise.resolve().then(async () => {
      const act = this.#acts.shift()
      try {
        await (act === undefined ? this.#write() : act())
      } finally {
        this.#flushing = undefined
        if (this.#acts.length > 0 || this.#hasPending()) this.#schedule()
      }
    })
  }

  async #write(): Promise<void> {
    this.#writesBegun++
    const { indexKey, keyBroker, store } = this.#options
    this.#writing = this.#pending
    this.#pending = new Map()
    const shared = this.#pendingShared
    this.#pendingShared = []
    try {
      const rows = [...this.#writing.values()].flatMap(({ consent, record, subject }) => {
        try {
          const grant = openGate(subject, consent, 'accountability', record.atMs)
          const row = keyBroker.lease(grant).seal('evidence', encodeDecision(record), dayOf(record.atMs))
          return [{ grant, recKey: recKeyOf(indexKey, record.recId), row }]
        } catch (error) {
          // Her key is gone: she was erased after the answer, and so is its evidence.
          if (error instanceof DomainError && error.code === 'not_found') return []
          throw error
        }
      })
      if (rows.length > 0) await store.putEvidence(rows)
      if (shared.length > 0) {
        await store.putSharedEvidence(
          shared.map((record) => ({
            body: JSON.stringify(record),
            day: dayOf(record.atMs),
            recId: record.recId,
          })),
        )
      }
    } catch {
      // The answer has left; a full or absent store may not stop serving. The loss is counted in the metrics.
      this.lost += this.#writing.size + shared.length
    } finally {
      this.#writesEnded++
      this.#writing = new Map()
    }
  }

  #publicForm(record: DecisionRecord, subject: SubjectId | undefined): DecisionReply {
    const { indexKey } = this.#options
    return {
      at: new Date(record.atMs).toISOString(),
      consent_ref:
        subject === undefined || record.consentSeq === 0
          ? null
          : consentRefOf(indexKey, subject, record.consentSeq),
      data_used: record.dataUsed,
      items: record.items.map((item) => ({
        item_id: item.itemId,
        reasons: item.reasons,
        ...(item.cause === undefined ? {} : { rests_on: item.cause }),
      })),
      items_shortened: record.shortened,
      mode: record.mode,
      model_version: record.modelVersion,
      purposes: record.purposes,
      rec_id: record.recId,
      slot: record.slot,
    }
  }
}
