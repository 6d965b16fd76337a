/**
 * Purpose `measure`: are shelves of use? Counted for people who granted it by name, from level 1 on.
 *
 * Where a history is kept (level 3) as rows of 30 days, see `measured-people.ts`; below that as sums added
 * when the visit ends, see `measured-visits.ts`. An event that is dropped is not counted either.
 */
import { type ConsentState, decide, tablesToDrop } from '@umiar/privacy'
import {
  type ItemId,
  MS_PER_DAY,
  type RecId,
  type ShopEvent,
  type SubjectId,
  tableEntry,
} from '@umiar/vocabulary'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import type { Visit } from '../subjects/visit.ts'
import type { Totals } from '../totals/totals.ts'
import { Clicks, entriesOf, isMeasurable, type MeasuredEntry, type Shelf } from './measured-entry.ts'
import { MeasuredPeople, type MeasuredPeopleOptions, type MeasuredRows } from './measured-people.ts'
import { MeasuredVisits } from './measured-visits.ts'
import { addTally, MEASURE, type MeasuredSum, readName } from './tally.ts'

export interface MeasuringOptions extends MeasuredPeopleOptions {
  /** The shelf of an answer about nobody, if it is known. */
  readonly sharedShelf: (recId: RecId) => Promise<Shelf | undefined>
}

/** Shelves measured at most; a shop has a few dozen. */
const MOST_SLOTS = 200
const MOST_ANSWERS = 10_000

export class Measuring {
  readonly #sharedShelf: MeasuringOptions['sharedShelf']
  readonly #people: MeasuredPeople
  readonly #totals: Totals
  readonly #visits: MeasuredVisits
  readonly #slots = new Set<string>()
  /** Shelves of answers about nobody that were clicked lately. */
  readonly #answers = new Map<RecId, Shelf>()

  constructor(options: MeasuringOptions) {
    this.#people = new MeasuredPeople(options)
    this.#sharedShelf = options.sharedShelf
    this.#totals = options.totals
    this.#visits = new MeasuredVisits(options.totals)
  }

  /** Counts what is stored. Call once, after the totals were read. */
  async open(nowMs: number): Promise<void> {
    await this.#people.open(nowMs)
    for (const { slot } of this.sums(nowMs)) this.#slots.add(slot)
  }

  /** May this person be measured now? */
  allows(consent: ConsentState | undefined, nowMs: number): boolean {
    return decide(consent, 'measure', nowMs).allowed
  }

  /** Finds out which shelves the events of a person speak of, so that `inVisit` need not wait. */
  async lookUp(record: SubjectRecord, events: readonly ShopEvent[], nowMs: number): Promise<void> {
    if (!this.allows(record.consent, nowMs)) return
    for (const event of events) {
      const { recId } = event
      if (recId === undefined || !isMeasurable(event) || this.#answers.has(recId)) continue
      if (record.visit?.answers.has(recId)) continue
      const shelf = await this.#sharedShelf(recId)
      if (shelf === undefined) continue
      this.#answers.set(recId, shelf)
      if (this.#answers.size > MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value as RecId)
    }
  }

  /** Measures an event that is used in the visit only. */
  inVisit(record: SubjectRecord, visit: Visit, event: ShopEvent, nowMs: number): void {
    if (!isMeasurable(event) || !this.allows(record.consent, nowMs)) return
    const clicks = new Clicks(event.name === 'purchase' ? visit.measured : [])
    this.#visits.add(visit, entriesOf(event, this.#shelfOf(visit, event), clicks))
  }

  /** The rows to store with events of a person, or `undefined` if there is nothing to count. */
  async rowsOf(
    record: SubjectRecord,
    consent: ConsentState,
    events: readonly ShopEvent[],
    nowMs: number,
  ): Promise<MeasuredRows | undefined> {
    const oldestMs = nowMs - tableEntry('measure').retentionDays * MS_PER_DAY
    const measurable = events.filter((event) => isMeasurable(event) && event.atMs >= oldestMs)
    if (measurable.length === 0 || !this.allows(consent, nowMs)) return undefined
    const visit = record.visit
    const known: MeasuredEntry[] = [...(visit?.measured ?? [])]
    if (measurable.some((event) => event.name === 'purchase')) {
      known.push(...(await this.#people.entries(record.subject, consent, nowMs)))
    }
    const clicks = new Clicks(known)
    const room = this.#people.roomFor(record.subject)
    const entries: MeasuredEntry[] = []
    for (const event of [...measurable].sort((a, b) => a.atMs - b.atMs)) {
      for (const entry of entriesOf(event, this.#shelfOf(visit, event), clicks)) {
        if (entries.length >= room) break
        entries.push(entry)
        clicks.add(entry)
      }
    }
    return entries.length === 0 ? undefined : this.#people.seal(record.subject, consent, entries, nowMs)
  }

  /** Counts what was stored, unless a withdrawal came between commit and here. */
  stored(
    record: SubjectRecord,
    takenUnderSeq: number,
    entries: readonly MeasuredEntry[],
    nowMs: number,
  ): void {
    const { consent, subject } = record
    const since = consent?.sinceSeq.measure
    if (consent === undefined || since === undefined || since > takenUnderSeq) return
    if (!this.allows(consent, nowMs) || tablesToDrop(consent).includes('measure')) return
    this.#people.add(subject, consent, entries)
  }

  /** Remembers, until the visit ends, which shelf an answer filled. */
  answered(visit: Visit, recId: RecId, shelf: Shelf): void {
    visit.answers.set(recId, shelf)
    if (visit.answers.size > MOST_SLOTS) visit.answers.delete(visit.answers.keys().next().value as RecId)
  }

  /** A visit ends: what was measured in it becomes part of the totals. */
  visitEnded(record: SubjectRecord, visit: Visit): void {
    this.#visits.ended(record, visit)
  }

  /** Takes away at once what a new state no longer allows to be counted. */
  lower(record: SubjectRecord, state: ConsentState, nowMs: number): void {
    const allowed = this.allows(state, nowMs)
    if (!allowed || tablesToDrop(state).includes('measure')) this.#people.forget(record.subject)
    if (!allowed) this.#visits.drop(record.visit)
  }

  /** After a consent act was stored: counts again what a restriction, an objection or expiry had closed. */
  follow(subject: SubjectId, state: ConsentState, nowMs: number): Promise<void> {
    return this.#people.follow(subject, state, nowMs)
  }

  /** Takes an erased person out of the sums. Her visit ends without being counted. */
  forget(subject: SubjectId): void {
    this.#people.forget(subject)
  }

  /** What is kept of a person, for her own eyes; `read` opens her rows under her right. */
  forgetItem(record: SubjectRecord, item: ItemId): Promise<void> {
    return this.#people.forgetItem(record, item)
  }

  /** Rows before the day become totals. */
  retain(beforeDay: number, nowMs: number): Promise<void> {
    return this.#people.retain(beforeDay, nowMs)
  }

  /** All sums: rows and totals together. */
  sums(nowMs: number): readonly MeasuredSum[] {
    const counts = new Map<string, number>()
    const people = new Map<string, number>()
    for (const tally of this.#people.tallies(nowMs)) {
      addTally(counts, tally)
      for (const name of tally.keys()) people.set(name, (people.get(name) ?? 0) + 1)
    }
    for (const { count, name, people: known } of this.#totals.ofKind(MEASURE)) {
      counts.set(name, (counts.get(name) ?? 0) + count)
      people.set(name, Math.max(people.get(name) ?? 0, known))
    }
    return [...counts].map(([name, count]) => {
      const [, ...parts] = JSON.parse(name) as string[]
      return { ...readName(parts), count, people: people.get(name) ?? 0 }
    })
  }

  /** The shelf an event names: by its answer if that is known, else by its slot alone. */
  #shelfOf(visit: Visit | undefined, { recId, slot }: ShopEvent): Shelf | undefined {
    const answered = recId === undefined ? undefined : (visit?.answers.get(recId) ?? this.#answers.get(recId))
    const shelf: Shelf | undefined = answered ?? (slot === undefined ? undefined : { mode: 'unknown', slot })
    if (shelf === undefined) return undefined
    if (!this.#slots.has(shelf.slot)) {
      if (this.#slots.size >= MOST_SLOTS) return undefined
      this.#slots.add(shelf.slot)
    }
    return shelf
  }
}
