/**
 * The learner's numbering of items, with what it counts per item.
 *
 * Numbers are given in order of arrival and kept until the next start, also by an item that no session
 * holds any more; snapshots have numbers of their own. What a step needs of its item stands in one record of 32 bytes, so that
 * learning a step costs one miss of the cache instead of six.
 */
import { hashText } from '../snapshot/item-dictionary.ts'
import { U32Column } from './growable.ts'
import { PopularityCounts } from './popularity-counts.ts'

/** Seed of the second, independent hash of a text. */
export const SECOND_SEED = 0x9747b28c

/** Words of a record. */
const WORDS = 8
const HASH_A = 0
const HASH_B = 1
/** Sessions of the model that hold the item. */
const SESSIONS = 2
/** The counting it was last counted in, so that it counts once a session. */
const COUNTED_IN = 3
/** Newest cell of its popularity. */
const CELL = 4
const IS_BLOCKED = 5
const IS_CHANGED = 6

export class ItemTable {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #records = new U32Column(64 * WORDS)
  readonly #popularity = new PopularityCounts()
  readonly #blocked: ReadonlySet<string>
  #counting = 0
  #changed: number[] = []

  /** @param blocked names that stay out of the model */
  constructor(blocked: ReadonlySet<string>) {
    this.#blocked = blocked
  }

  get size(): number {
    return this.names.length
  }

  /** Steps in the model by kind number. */
  get stepsOfKind(): readonly number[] {
    return this.#popularity.ofKind
  }

  /** The number of the item, a new one if it has none. */
  number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const item = this.names.length
    this.names.push(name)
    this.#numbers.set(name, item)
    this.#records.reserve((item + 1) * WORDS)
    this.#set(item, HASH_A, hashText(name))
    this.#set(item, HASH_B, hashText(name, SECOND_SEED))
    this.#set(item, IS_BLOCKED, this.#blocked.has(name) ? 1 : 0)
    return item
  }

  /** @returns the number, or `undefined` if no session ever held the item */
  find(name: string): number | undefined {
    return this.#numbers.get(name)
  }

  isBlocked(item: number): boolean {
    return this.#records.values[item * WORDS + IS_BLOCKED] === 1
  }

  setBlocked(item: number, blocked: boolean): void {
    this.#set(item, IS_BLOCKED, blocked ? 1 : 0)
  }

  /** Sessions of the model that hold the item. */
  sessionsWith(item: number): number {
    return this.#records.values[item * WORDS + SESSIONS]!
  }

  /** Pairs (day × 4 + kind, count) of the item, ascending. */
  cells(item: number): readonly number[] {
    return this.#popularity.cells(this.#records.values[item * WORDS + CELL]!)
  }

  /** Decayed popularity of the item under these weights of days. */
  popularity(item: number, dayWeights: Float64Array): number {
    return this.#popularity.score(this.#records.values[item * WORDS + CELL]!, dayWeights)
  }

  /** Begins the counting of a session's steps. */
  beginCount(): void {
    this.#counting = (this.#counting + 1) >>> 0
    if (this.#counting !== 0) return
    for (let item = 0; item < this.size; item++) this.#set(item, COUNTED_IN, 0)
    this.#counting = 1
  }

  /** Counts a step of the session begun, and the session itself with the item's first step (`change` 1 or −1). */
  countStep(item: number, day: number, kind: number, change: 1 | -1): void {
    const records = this.#records.values
    const at = item * WORDS
    records[at + CELL] = this.#popularity.add(records[at + CELL]!, day, kind, change)
    if (records[at + COUNTED_IN] === this.#counting) return
    records[at + COUNTED_IN] = this.#counting
    records[at + SESSIONS]! += change
    if (records[at + IS_CHANGED] === 1) return
    records[at + IS_CHANGED] = 1
    this.#changed.push(item)
  }

  /** Items whose counts changed since the last call. */
  takeChanged(): readonly number[] {
    const changed = this.#changed
    for (const item of changed) this.#set(item, IS_CHANGED, 0)
    this.#changed = []
    return changed
  }

  /** First hash of the item's name. */
  hashA(item: number): number {
    return this.#records.values[item * WORDS + HASH_A]!
  }

  /** Second, independent hash of the item's name. */
  hashB(item: number): number {
    return this.#records.values[item * WORDS + HASH_B]!
  }

  #set(item: number, word: number, value: number): void {
    this.#records.values[item * WORDS + word] = value
  }
}
