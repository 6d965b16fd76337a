/**
 * People whose history is kept (level 3): what is measured of them is kept as rows of their own for 30 days.
 *
 * Sums over rows are built from the rows at each start and follow every consent act, so that a person who
 * withdraws, restricts, objects or is erased is in no sum any more, as if she had never been counted. When
 * rows reach their age they are added to totals that name nobody; those stay.
 */
import {
  type AccessGrant,
  type ConsentState,
  decide,
  decodeConsent,
  openGate,
  openRight,
} from '@umiar/privacy'
import { dayOf, type ItemId, type SubjectId } from '@umiar/vocabulary'
import type { KeyBroker, Lease } from '../keys/key-broker.ts'
import type { PersonalRows, RetentionStore, RowRewriter, SubjectDirectory } from '../storage/ports.ts'
import type { NewSealedRow, SealedRow } from '../storage/sealed-row.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import type { Totals } from '../totals/totals.ts'
import { decodeMeasured, encodeMeasured, type MeasuredEntry } from './measured-entry.ts'
import { addTally, type Tally, tallyOf } from './tally.ts'

export interface MeasuredPeopleOptions {
  readonly store: PersonalRows & RowRewriter & Pick<RetentionStore, 'dropOlder'> & SubjectDirectory
  readonly keyBroker: KeyBroker
  readonly memory: SubjectMemory
  readonly totals: Totals
}

/** Rows about to be stored, with the grant they are stored under. */
export interface MeasuredRows {
  readonly grant: AccessGrant
  readonly rows: readonly NewSealedRow[]
  readonly entries: readonly MeasuredEntry[]
}

interface Counted {
  consent: ConsentState
  tally: Map<string, number>
}

const TOGETHER = 200
/** Kept of one person, at most: far above any shopper, so that no robot fills the store or holds others up. */
const MOST_ENTRIES = 5_000

export class MeasuredPeople {
  readonly #options: MeasuredPeopleOptions
  readonly #people = new Map<SubjectId, Counted>()

  constructor(options: MeasuredPeopleOptions) {
    this.#options = options
  }

  /** Counts the stored rows of everybody whose consent allows it. Call once, before serving. */
  async open(nowMs: number): Promise<void> {
    const subjects = await this.#options.store.subjectsWith('measure')
    for (let start = 0; start < subjects.length; start += TOGETHER) {
      await Promise.all(
        subjects.slice(start, start + TOGETHER).map((subject) => this.#openOne(subject, nowMs)),
      )
    }
  }

  /** Seals entries for the store, one row per day. @throws DomainError `purpose_not_consented` */
  seal(
    subject: SubjectId,
    consent: ConsentState,
    entries: readonly MeasuredEntry[],
    nowMs: number,
  ): MeasuredRows {
    const grant = openGate(subject, consent, 'measure', nowMs)
    const lease = this.#options.keyBroker.lease(grant)
    return { entries, grant, rows: sealByDay(lease, consent.consentSeq, entries) }
  }

  /** All entries kept of a person. @throws DomainError `purpose_not_consented` */
  async entries(subject: SubjectId, consent: ConsentState, nowMs: number): Promise<readonly MeasuredEntry[]> {
    const grant = openGate(subject, consent, 'measure', nowMs)
    const rows = await this.#options.store.read(grant, 'measure')
    return rows.length === 0 ? [] : openAll(this.#options.keyBroker.lease(grant), rows)
  }

  /** How many entries more are kept of a person now. */
  roomFor(subject: SubjectId): number {
    let kept = 0
    for (const count of this.#people.get(subject)?.tally.values() ?? []) kept += count
    return Math.max(0, MOST_ENTRIES - kept)
  }

  /** Counts entries that have just been stored. */
  add(subject: SubjectId, consent: ConsentState, entries: readonly MeasuredEntry[]): void {
    const known = this.#people.get(subject)
    if (known === undefined) this.#people.set(subject, { consent, tally: tallyOf(entries) })
    else addTally(known.tally, tallyOf(entries))
  }

  /** Takes a person out of the sums, now. */
  forget(subject: SubjectId): void {
    this.#people.delete(subject)
  }

  /** After a consent act: goes on under the new state, or counts again what was kept meanwhile. */
  async follow(subject: SubjectId, consent: ConsentState, nowMs: number): Promise<void> {
    if (!decide(consent, 'measure', nowMs).allowed) {
      this.forget(subject)
      return
    }
    const known = this.#people.get(subject)
    if (known === undefined) await this.#count(subject, consent, nowMs)
    else known.consent = consent
  }

  /** Rewrites a person's rows without an item; her right, whatever is closed. Call it in her turn. */
  async forgetItem(record: SubjectRecord, item: ItemId): Promise<void> {
    const { keyBroker, store } = this.#options
    const right = openRight(record.subject, record.consent)
    const rows = await store.read(right, 'measure')
    if (rows.length === 0) return
    const lease = keyBroker.lease(right)
    const all = rows.map((row) => ({ content: decodeMeasured(lease.open(row)), day: row.day }))
    const left = all.map(({ content, day }) => ({
      content: { ...content, entries: content.entries.filter((entry) => entry.itemId !== item) },
      day,
    }))
    const entriesLeft = left.flatMap(({ content }) => content.entries)
    if (entriesLeft.length === all.flatMap(({ content }) => content.entries).length) return
    const kept = left
      .filter(({ content }) => content.entries.length > 0)
      .map(({ content, day }) => lease.seal('measure', encodeMeasured(content), day))
    if ((await store.rewrite(right, 'measure', kept)) !== 'stored') return
    const known = this.#people.get(record.subject)
    if (known !== undefined) known.tally = tallyOf(entriesLeft)
  }

  /**
   * Rows before the day go; what they counted stays as totals. A crash in between loses it from the totals.
   *
   * Only people counted at this moment are added: who has restricted or let her choice run out is not used.
   */
  async retain(beforeDay: number, nowMs: number): Promise<void> {
    const { memory, store, totals } = this.#options
    const losers = await store.dropOlder('measure', beforeDay)
    const people = new Map<string, number>()
    for (const subject of losers) {
      await memory.inTurn(subject, async () => {
        const known = this.#people.get(subject)
        if (known === undefined) return
        if (!decide(known.consent, 'measure', nowMs).allowed) {
          // What is left of her rows is counted again if she renews her choice.
          this.forget(subject)
          return
        }
        const left = tallyOf(await this.entries(subject, known.consent, nowMs))
        for (const [name, count] of known.tally) {
          const gone = count - (left.get(name) ?? 0)
          if (gone <= 0) continue
          totals.add(name, gone)
          people.set(name, (people.get(name) ?? 0) + 1)
        }
        if (left.size === 0) this.#people.delete(subject)
        else known.tally = left
      })
    }
    // All of them are different people, and none of them can be named any more.
    for (const [name, count] of people) totals.atLeast(name, count)
  }

  /** What is counted of each person at this moment. */
  *tallies(nowMs: number): Generator<Tally> {
    for (const { consent, tally } of this.#people.values()) {
      if (decide(consent, 'measure', nowMs).allowed) yield tally
    }
  }

  async #openOne(subject: SubjectId, nowMs: number): Promise<void> {
    const right = openRight(subject, undefined)
    const acts = await this.#options.store.read(right, 'consent')
    if (acts.length === 0) return
    const consent = decodeConsent(this.#options.keyBroker.lease(right).open(acts.at(-1) as SealedRow))
    await this.follow(subject, consent, nowMs)
  }

  async #count(subject: SubjectId, consent: ConsentState, nowMs: number): Promise<void> {
    const entries = await this.entries(subject, consent, nowMs)
    if (entries.length > 0) this.#people.set(subject, { consent, tally: tallyOf(entries) })
  }
}

function sealByDay(lease: Lease, consentSeq: number, entries: readonly MeasuredEntry[]): NewSealedRow[] {
  const byDay = new Map<number, MeasuredEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.atMs)
    const same = byDay.get(day)
    if (same === undefined) byDay.set(day, [entry])
    else same.push(entry)
  }
  return [...byDay].map(([day, same]) =>
    lease.seal('measure', encodeMeasured({ consentSeq, entries: same }), day),
  )
}

function openAll(lease: Lease, rows: readonly SealedRow[]): readonly MeasuredEntry[] {
  return rows.flatMap((row) => decodeMeasured(lease.open(row)).entries)
}
