/**
 * Counts without persons, from a history: sold and viewed in the last 30 days, and bought together.
 *
 * What is counted below five, or rests on fewer than five people however often they bought, is left out: a
 * small count can point at a person, and so can a large one that is all hers. Two products count as bought
 * together once for each person with both in one order.
 *
 * Rows lie in flat arrays, 17 bytes each, so that a history of millions fits in memory.
 */
import { LEAST_SHARED_COUNT, MS_PER_DAY } from '@umiar/vocabulary'
import { Column, groupedBy } from './column.ts'
import type { HistoryEvent } from './history.ts'

/** As `POST /v1/products:batch` takes it. */
export interface SharedCountsOfItem {
  sold_30_days?: number
  viewed_30_days?: number
  bought_with?: { readonly item_id: string; readonly count: number }[]
}

const WINDOW_DAYS = 30
const MOST_PARTNERS = 20
/** A larger order is a wholesaler's or a robot's, and says nothing about what goes together. */
const LARGEST_BASKET = 1_000
const PURCHASE = 1
const VIEW = 0

/** Takes note of events and counts them at the end. */
export class SharedCounts {
  readonly #items = new Map<string, number>()
  readonly #people = new Map<string, number>()
  readonly #sessions = new Map<string, number>()
  readonly #personOfSession = new Column(Int32Array)
  readonly #sessionOfRow = new Column(Int32Array)
  readonly #itemOfRow = new Column(Int32Array)
  readonly #kindOfRow = new Column(Uint8Array)
  readonly #atMsOfRow = new Column(Float64Array)

  add({ atMs, items, name, person, session }: HistoryEvent): void {
    if (name !== 'purchase' && name !== 'view_item') return
    const who = indexIn(this.#people, person)
    const sessionKey = `${who} ${session}`
    const visit = indexIn(this.#sessions, sessionKey)
    if (visit === this.#personOfSession.length) this.#personOfSession.push(who)
    for (const item of items) {
      this.#sessionOfRow.push(visit)
      this.#itemOfRow.push(indexIn(this.#items, item))
      this.#kindOfRow.push(name === 'purchase' ? PURCHASE : VIEW)
      this.#atMsOfRow.push(atMs)
    }
  }

  /**
   * @param nowMs in the file's own time: the end of the 30 days
   * @param fromMs in the file's own time: purchases before it are not counted at all
   */
  countAll(nowMs: number, fromMs: number): ReadonlyMap<string, SharedCountsOfItem> {
    const counts = new Map<string, SharedCountsOfItem>()
    const of = (item: number): SharedCountsOfItem => {
      const id = this.#idOf(item)
      const known = counts.get(id) ?? {}
      counts.set(id, known)
      return known
    }
    const windowFrom = nowMs - WINDOW_DAYS * MS_PER_DAY
    for (const [item, count] of this.#sessionsWith(PURCHASE, windowFrom, nowMs)) of(item).sold_30_days = count
    for (const [item, count] of this.#sessionsWith(VIEW, windowFrom, nowMs)) of(item).viewed_30_days = count
    for (const [item, partners] of this.#boughtTogether(fromMs, nowMs)) {
      of(item).bought_with = partners.map(([other, count]) => ({ count, item_id: this.#idOf(other) }))
    }
    return counts
  }

  #ids: readonly string[] = []

  #idOf(item: number): string {
    if (this.#ids.length !== this.#items.size) this.#ids = [...this.#items.keys()]
    return this.#ids[item]!
  }

  /** Visits with the item in the window, where enough of them and enough people are behind it. */
  *#sessionsWith(kind: number, fromMs: number, toMs: number): Generator<[item: number, count: number]> {
    const people = this.#personOfSession.values()
    const seen = new Map<number, { readonly sessions: Set<number>; readonly people: Set<number> }>()
    for (let row = 0; row < this.#itemOfRow.length; row++) {
      const atMs = this.#atMsOfRow.at(row)
      if (this.#kindOfRow.at(row) !== kind || atMs < fromMs || atMs > toMs) continue
      const item = this.#itemOfRow.at(row)
      const session = this.#sessionOfRow.at(row)
      const entry = seen.get(item) ?? { people: new Set(), sessions: new Set() }
      seen.set(item, entry)
      entry.sessions.add(session)
      entry.people.add(people[session]!)
    }
    for (const [item, entry] of seen) {
      if (entry.people.size >= LEAST_SHARED_COUNT) yield [item, entry.sessions.size]
    }
  }

  /** For each item the others bought in the same order by the most people. */
  *#boughtTogether(fromMs: number, toMs: number): Generator<[item: number, partners: [number, number][]]> {
    const people = this.#personOfSession.values()
    const baskets = this.#baskets(fromMs, toMs)
    // Baskets of one person lie next to each other: a pair counts when its last person was another.
    const order = [...baskets.keys()].sort((a, b) => people[a]! - people[b]!)
    const basketsOf = new Map<number, number[]>()
    for (const session of order) {
      for (const item of baskets.get(session)!) {
        const list = basketsOf.get(item)
        if (list === undefined) basketsOf.set(item, [session])
        else list.push(session)
      }
    }
    const lastPerson = new Int32Array(this.#items.size).fill(-1)
    const count = new Int32Array(this.#items.size)
    for (const [item, sessions] of basketsOf) {
      const touched: number[] = []
      for (const session of sessions) {
        const person = people[session]!
        for (const other of baskets.get(session)!) {
          if (other === item || lastPerson[other] === person) continue
          if (count[other] === 0) touched.push(other)
          lastPerson[other] = person
          count[other] = count[other]! + 1
        }
      }
      const partners = touched
        .filter((other) => count[other]! >= LEAST_SHARED_COUNT)
        .map((other): [number, number] => [other, count[other]!])
        .sort((a, b) => b[1] - a[1] || (this.#idOf(a[0]) < this.#idOf(b[0]) ? -1 : 1))
        .slice(0, MOST_PARTNERS)
      for (const other of touched) {
        count[other] = 0
        lastPerson[other] = -1
      }
      if (partners.length > 0) yield [item, partners]
    }
  }

  /** Different items of each order, without those too large to mean anything. */
  #baskets(fromMs: number, toMs: number): ReadonlyMap<number, readonly number[]> {
    const rows = groupedBy(this.#sessionOfRow.values(), this.#sessions.size)
    const baskets = new Map<number, readonly number[]>()
    for (let session = 0; session < this.#sessions.size; session++) {
      const items = new Set<number>()
      for (const row of rows(session)) {
        const atMs = this.#atMsOfRow.at(row)
        if (this.#kindOfRow.at(row) === PURCHASE && atMs >= fromMs && atMs <= toMs)
          items.add(this.#itemOfRow.at(row))
      }
      if (items.size > 1 && items.size <= LARGEST_BASKET) baskets.set(session, [...items])
    }
    return baskets
  }
}

function indexIn(known: Map<string, number>, key: string): number {
  const index = known.get(key)
  if (index !== undefined) return index
  known.set(key, known.size)
  return known.size - 1
}
