/**
 * The learner's numbering of items, with what it counts per item.
 *
 * Numbers are given in order of arrival and given anew at each compaction, when names that no session
 * holds any more are let go.
 */
import { hashText } from '../snapshot/item-dictionary.ts'
import { U32Column } from './growable.ts'
import { PopularityCounts } from './popularity-counts.ts'

const SECOND_SEED = 0x9747b28c

export class ItemTable {
  readonly names: string[] = []
  readonly popularity = new PopularityCounts()
  /** Sessions of the model that hold the item. */
  readonly sessions = new U32Column()
  readonly #numbers = new Map<string, number>()
  readonly #hashA = new U32Column()
  readonly #hashB = new U32Column()
  readonly #blocked: ReadonlySet<string>
  readonly #isBlocked: boolean[] = []

  /** @param blocked names that stay out of the model */
  constructor(blocked: ReadonlySet<string>) {
    this.#blocked = blocked
  }

  get size(): number {
    return this.names.length
  }

  /** The number of the item, a new one if it has none. */
  number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const item = this.names.length
    this.names.push(name)
    this.#numbers.set(name, item)
    this.sessions.reserve(item + 1)
    this.#hashA.reserve(item + 1)
    this.#hashB.reserve(item + 1)
    this.#hashA.values[item] = hashText(name)
    this.#hashB.values[item] = hashText(name, SECOND_SEED)
    this.#isBlocked.push(this.#blocked.has(name))
    return item
  }

  /** @returns the number, or `undefined` if no session ever held the item */
  find(name: string): number | undefined {
    return this.#numbers.get(name)
  }

  isBlocked(item: number): boolean {
    return this.#isBlocked[item]!
  }

  setBlocked(item: number, blocked: boolean): void {
    this.#isBlocked[item] = blocked
  }

  /** First hash of the item's name. */
  hashA(item: number): number {
    return this.#hashA.values[item]!
  }

  /** Second, independent hash of the item's name. */
  hashB(item: number): number {
    return this.#hashB.values[item]!
  }
}
