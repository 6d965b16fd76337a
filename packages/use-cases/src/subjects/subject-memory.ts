/**
 * What the serving process knows of people: names of all, contents of those seen lately.
 *
 * A recommendation makes no store call, except the first of a person, which loads her consent, taste
 * and history here. Everything is loaded through grants and leases; nothing outlives its consent.
 */
import { aliasHashOf } from '@umiar/crypto'
import { type ConsentState, decide, decodeConsent, openGate, openRight } from '@umiar/privacy'
import type { AliasHash, ItemId, ShopEvent, SubjectId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { PersonalRows, SubjectDirectory } from '../storage/ports.ts'
import type { SealedRow } from '../storage/sealed-row.ts'
import { type Holdings, NO_HOLDINGS, tradesOf, withoutItem, withTrades } from './ownership.ts'
import { decodeBatch, decodeTaste, NO_TASTE, stepsOf, type Taste } from './stored-content.ts'
import { clearVisit, dropFromVisit, hasEnded, insertByTime, type Visit, type VisitStep } from './visit.ts'

/** What stored events say of a person. */
export interface History {
  /** The newest in order of time, at most `LONGEST_HISTORY`. */
  steps: VisitStep[]
  /** All that was bought, however long ago. */
  holdings: Holdings
}

/** One person, as far as serving needs her. */
export interface SubjectRecord {
  readonly subject: SubjectId
  consent: ConsentState | undefined
  taste: Taste
  /** `undefined` until a request needs it. */
  history: History | undefined
  visit: Visit | undefined
  /** Counts batches stored, so that reading the history notices one that came in between. */
  storedBatches: number
}

export interface SubjectMemoryOptions {
  readonly store: SubjectDirectory & PersonalRows
  readonly keyBroker: KeyBroker
  readonly indexKey: Uint8Array
  /** Told of every visit that ends, before it is cleared. */
  readonly onVisitEnd?: (record: SubjectRecord, visit: Visit) => void
  /** People kept in memory, at most. */
  readonly capacity?: number
}

const CAPACITY = 100_000
const LONGEST_HISTORY = 200

export class SubjectMemory {
  readonly #options: SubjectMemoryOptions
  readonly #subjectOf = new Map<AliasHash, SubjectId>()
  readonly #aliasesOf = new Map<SubjectId, AliasHash[]>()
  readonly #erasedAtMs = new Map<AliasHash, number>()
  readonly #records = new Map<SubjectId, SubjectRecord>()
  readonly #loading = new Map<SubjectId, Promise<SubjectRecord>>()
  readonly #queues = new Map<SubjectId | AliasHash, Promise<unknown>>()

  constructor(options: SubjectMemoryOptions) {
    this.#options = options
  }

  /** Reads the directory of names. Call once, before serving. */
  async open(): Promise<void> {
    const { store } = this.#options
    for (const { alias, subject } of await store.aliases()) this.name(alias, subject)
    for (const { alias, erasedAtMs } of await store.tombstones()) this.#erasedAtMs.set(alias, erasedAtMs)
  }

  /** The keyed hash of a visitor's name; a proven `userId` wins over `anonymousId`. */
  aliasOf(anonymousId: string | undefined, userId: string | undefined): AliasHash | undefined {
    if (userId !== undefined) return aliasHashOf(this.#options.indexKey, 'user', userId)
    if (anonymousId !== undefined) return aliasHashOf(this.#options.indexKey, 'anonymous', anonymousId)
    return undefined
  }

  /** Whose name it is, if it is anybody's. */
  subjectOf(alias: AliasHash): SubjectId | undefined {
    return this.#subjectOf.get(alias)
  }

  /** Remembers that the name belongs to the subject. */
  name(alias: AliasHash, subject: SubjectId): void {
    this.#subjectOf.set(alias, subject)
    const aliases = this.#aliasesOf.get(subject)
    if (aliases === undefined) this.#aliasesOf.set(subject, [alias])
    else if (!aliases.includes(alias)) aliases.push(alias)
  }

  /** When the person of this name was erased, ms since the epoch. */
  erasedAtMs(alias: AliasHash): number | undefined {
    return this.#erasedAtMs.get(alias)
  }

  /** Number of people known by name. */
  get size(): number {
    return this.#aliasesOf.size
  }

  /** Everybody known by name. */
  subjects(): IterableIterator<SubjectId> {
    return this.#aliasesOf.keys()
  }

  /** The person, if she is in memory. */
  loaded(subject: SubjectId): SubjectRecord | undefined {
    return this.#records.get(subject)
  }

  /** The person, loaded on her first request. Concurrent loads are one. */
  async load(subject: SubjectId): Promise<SubjectRecord> {
    const present = this.#records.get(subject)
    if (present !== undefined) {
      this.#records.delete(subject)
      this.#records.set(subject, present)
      return present
    }
    const running = this.#loading.get(subject)
    if (running !== undefined) return running
    const loading = this.#read(subject).then((record) => {
      // Erased while her record was read: then there is nobody to load.
      if (this.#loading.get(subject) !== loading) return newRecord(subject, undefined)
      this.#loading.delete(subject)
      this.#keep(record)
      return record
    })
    loading.catch(() => this.#loading.delete(subject))
    this.#loading.set(subject, loading)
    return loading
  }

  /** Puts a person who has just become one into memory. */
  adopt(record: SubjectRecord, alias: AliasHash): void {
    this.name(alias, record.subject)
    this.#keep(record)
  }

  /** Loads the stored history for personal recommendations, if consent allows. */
  async loadHistory(record: SubjectRecord, nowMs: number): Promise<void> {
    if (record.history !== undefined) return
    const before = record.consent?.consentSeq
    const batchesBefore = record.storedBatches
    const events: ShopEvent[] = []
    for (const table of ['browsing', 'buying'] as const) {
      if (!decide(record.consent, 'personal_recs', nowMs).allowed) return
      const grant = openGate(record.subject, record.consent, 'personal_recs', nowMs)
      const rows = await this.#options.store.read(grant, table)
      if (rows.length === 0) continue
      const lease = this.#options.keyBroker.lease(grant)
      for (const row of rows) events.push(...decodeBatch(lease.open(row)).events)
    }
    // What was read under a consent that has changed meanwhile is thrown away.
    if (record.consent?.consentSeq !== before || record.history !== undefined) return
    if (record.storedBatches !== batchesBefore) return this.loadHistory(record, nowMs)
    const steps = events.flatMap(stepsOf).sort((a, b) => a.atMs - b.atMs)
    const holdings = withTrades(NO_HOLDINGS, events.flatMap(tradesOf))
    record.history = { holdings, steps: steps.slice(-LONGEST_HISTORY) }
  }

  /** Adds events that have just been stored. */
  extendHistory(record: SubjectRecord, events: readonly ShopEvent[]): void {
    record.storedBatches++
    const { history } = record
    if (history === undefined) return
    for (const step of events.flatMap(stepsOf)) insertByTime(history.steps, step)
    if (history.steps.length > LONGEST_HISTORY) history.steps = history.steps.slice(-LONGEST_HISTORY)
    history.holdings = withTrades(history.holdings, events.flatMap(tradesOf))
  }

  /** The visit under way, or `undefined`; an ended one is dropped here. */
  visitOf(record: SubjectRecord, nowMs: number): Visit | undefined {
    if (record.visit !== undefined && hasEnded(record.visit, nowMs)) this.endVisit(record)
    return record.visit
  }

  /** Ends the visit: sign-out, level 0, silence. */
  endVisit(record: SubjectRecord): void {
    if (record.visit !== undefined) this.#options.onVisitEnd?.(record, record.visit)
    clearVisit(record.visit)
    record.visit = undefined
  }

  /** Drops visits that have ended, so that silence alone deletes them. @returns how many */
  sweepVisits(nowMs: number): number {
    let ended = 0
    for (const record of this.#records.values()) {
      if (record.visit === undefined || !hasEnded(record.visit, nowMs)) continue
      this.endVisit(record)
      ended++
    }
    return ended
  }

  /** Ends every visit: the application closes. */
  endVisits(): void {
    for (const record of this.#records.values()) this.endVisit(record)
  }

  /** Drops an item from what is known of a person. */
  dropItem(record: SubjectRecord, itemId: ItemId): void {
    record.storedBatches++
    const { history, visit } = record
    if (history !== undefined) {
      const steps = history.steps.filter((step) => step.itemId !== itemId)
      record.history = { holdings: withoutItem(history.holdings, itemId), steps }
    }
    if (visit !== undefined) dropFromVisit(visit, itemId)
  }

  /** Hints that outlived their retention. */
  dropTaste(subject: SubjectId): void {
    const record = this.#records.get(subject)
    if (record !== undefined) record.taste = NO_TASTE
  }

  /** Makes stored rows be read again at the next request. */
  dropHistory(subject: SubjectId): void {
    const record = this.#records.get(subject)
    if (record !== undefined) record.history = undefined
  }

  /** Forgets the person and leaves tombstones for her names. @returns her names */
  erase(subject: SubjectId, erasedAtMs: number): readonly AliasHash[] {
    const aliases = this.#aliasesOf.get(subject) ?? []
    for (const alias of aliases) {
      this.#subjectOf.delete(alias)
      this.#erasedAtMs.set(alias, erasedAtMs)
    }
    this.#aliasesOf.delete(subject)
    this.#loading.delete(subject)
    const record = this.#records.get(subject)
    if (record !== undefined) {
      record.consent = undefined
      record.taste = NO_TASTE
      record.history = undefined
      this.endVisit(record)
      this.#records.delete(subject)
    }
    return aliases
  }

  /** One act after the other for the same person: consent acts and erasure never overlap. */
  async inTurn<Result>(whose: SubjectId | AliasHash, act: () => Promise<Result>): Promise<Result> {
    const before = this.#queues.get(whose) ?? Promise.resolve()
    const turn = before.then(act, act)
    const settled = turn.catch(() => undefined)
    this.#queues.set(whose, settled)
    void settled.then(() => {
      if (this.#queues.get(whose) === settled) this.#queues.delete(whose)
    })
    return turn
  }

  #keep(record: SubjectRecord): void {
    this.#records.set(record.subject, record)
    const capacity = this.#options.capacity ?? CAPACITY
    if (this.#records.size <= capacity) return
    for (const [subject, oldest] of this.#records) {
      this.endVisit(oldest)
      this.#records.delete(subject)
      return
    }
  }

  async #read(subject: SubjectId): Promise<SubjectRecord> {
    const { keyBroker, store } = this.#options
    const right = openRight(subject, undefined)
    const [acts, tastes] = await Promise.all([store.read(right, 'consent'), store.read(right, 'taste')])
    if (acts.length === 0) return newRecord(subject, undefined)
    // A key destroyed under rows that are left: an erasure on its way. There is nobody to load.
    if (!keyBroker.has(subject)) return newRecord(subject, undefined)
    const lease = keyBroker.lease(right)
    const consent = decodeConsent(lease.open(acts.at(-1) as SealedRow))
    const taste = tastes.length === 0 ? NO_TASTE : decodeTaste(lease.open(tastes.at(-1) as SealedRow))
    return { ...newRecord(subject, consent), taste }
  }
}

/** The history of a person who has none yet. */
export function emptyHistory(): History {
  return { holdings: NO_HOLDINGS, steps: [] }
}

/** A person nothing is known of yet, beyond what she decided. */
export function newRecord(subject: SubjectId, consent: ConsentState | undefined): SubjectRecord {
  return { consent, history: undefined, storedBatches: 0, subject, taste: NO_TASTE, visit: undefined }
}
