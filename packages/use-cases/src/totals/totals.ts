/**
 * Sums that name nobody, in memory and soon in the store.
 *
 * A name is a JSON list whose first word says what is counted. Changes are written together, at most every
 * few seconds and when the application closes: a crash loses what the last seconds added, never more.
 */
import type { Total, TotalStore } from '../storage/ports.ts'

export class Totals {
  readonly #store: TotalStore
  readonly #totals = new Map<string, { count: number; people: number }>()
  readonly #changed = new Set<string>()
  #writing: Promise<void> | undefined

  constructor(store: TotalStore) {
    this.#store = store
  }

  /** Reads what is stored. Call once, before counting. */
  async open(): Promise<void> {
    for (const { count, name, people } of await this.#store.totals())
      this.#totals.set(name, { count, people })
  }

  /** Raises (or, below 0, lowers) a total. */
  add(name: string, by: number): void {
    if (by === 0) return
    this.#of(name).count += by
  }

  /** Says that a total is known to rest on at least so many different people; never lowers what is known. */
  atLeast(name: string, people: number): void {
    const total = this.#of(name)
    total.people = Math.max(total.people, people)
  }

  /** One of the people a total may have counted as known takes her part away. */
  oneFewer(name: string): void {
    const total = this.#totals.get(name)
    if (total === undefined || total.people === 0) return
    total.people--
    this.#changed.add(name)
  }

  /** Removes a total. */
  remove(name: string): void {
    if (this.#totals.delete(name)) this.#changed.add(name)
  }

  /** Totals of one kind: the rest of the name, the count, and the people known of. */
  *ofKind(kind: string): Generator<{ readonly name: string; readonly parts: readonly string[] } & Figures> {
    for (const [name, { count, people }] of this.#totals) {
      const [first, ...parts] = JSON.parse(name) as string[]
      if (first === kind) yield { count, name, parts, people }
    }
  }

  /**
   * Writes what has changed. Calls during a write share the next one.
   *
   * @throws what the store throws; nothing is lost, the next call tries again
   */
  async flush(): Promise<void> {
    while (this.#changed.size > 0) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined
      })
      await this.#writing
    }
  }

  async #write(): Promise<void> {
    const names = [...this.#changed]
    this.#changed.clear()
    const rows: Total[] = names.map((name) => ({
      name,
      ...(this.#totals.get(name) ?? { count: 0, people: 0 }),
    }))
    try {
      await this.#store.putTotals(rows)
    } catch (error) {
      for (const name of names) this.#changed.add(name)
      throw error
    }
  }

  #of(name: string): { count: number; people: number } {
    this.#changed.add(name)
    const known = this.#totals.get(name)
    if (known !== undefined) return known
    const total = { count: 0, people: 0 }
    this.#totals.set(name, total)
    return total
  }
}

interface Figures {
  readonly count: number
  readonly people: number
}

/** The name of a total. */
export function totalName(kind: string, ...parts: readonly string[]): string {
  return JSON.stringify([kind, ...parts])
}
