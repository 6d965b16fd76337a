/**
 * What measuring should count, worked out slowly and obviously: the reference of its law scripts.
 *
 * It knows nothing of rows, keys, grants or tallies: a person is a level, a flag and lists of what she did.
 */
const MINUTE = 60_000
const DAY = 86_400_000

export interface Counted {
  readonly kind: 'shown' | 'clicked' | 'bought'
  readonly slot: string
  readonly item?: string
  readonly atMs: number
}

interface Person {
  level: number
  measured: boolean
  /** Level 3: kept for 30 days. */
  rows: Counted[]
  /** Levels 1 and 2: until the visit ends. */
  visit: Counted[]
  visitStartMs: number
  visitLastMs: number
  inVisit: boolean
}

export class MeasureOracle {
  readonly #people = new Map<string, Person>()
  /** What names nobody any more. */
  readonly #totals = new Map<string, number>()

  choose(name: string, level: number, measured: boolean): void {
    const known = this.#people.get(name)
    if (known === undefined && level === 0) return
    const person = known ?? {
      inVisit: false,
      level,
      measured,
      rows: [],
      visit: [],
      visitLastMs: 0,
      visitStartMs: 0,
    }
    person.level = level
    person.measured = measured && level > 0
    if (!person.measured) person.visit = []
    if (!person.measured || level < 3) person.rows = []
    if (level === 0) person.inVisit = false
    this.#people.set(name, person)
  }

  /** @param made one thing she did; a purchase names no shelf and finds its own */
  act(name: string, made: { kind: Counted['kind']; slot: string; item: string }, nowMs: number): void {
    const person = this.#people.get(name)
    if (person === undefined || person.level === 0) return
    this.#endIfOver(person, nowMs)
    if (!person.inVisit) person.visitStartMs = nowMs
    person.inVisit = true
    person.visitLastMs = nowMs
    if (!person.measured) return
    const one = this.#countedOf(person, made, nowMs)
    if (one === undefined) return
    if (person.level === 3) person.rows.push(one)
    else person.visit.push(one)
  }

  forgetItem(name: string, item: string): void {
    const person = this.#people.get(name)
    if (person === undefined || person.level === 0) return
    person.rows = person.rows.filter((one) => one.item !== item)
    person.visit = person.visit.filter((one) => one.item !== item)
  }

  erase(name: string): void {
    this.#people.delete(name)
  }

  /** Silence, a restart: visits that are over become sums. */
  sweep(nowMs: number, all = false): void {
    for (const person of this.#people.values()) this.#endIfOver(person, nowMs, all)
  }

  retain(nowMs: number): void {
    const oldest = Math.floor(nowMs / DAY) - 30
    for (const person of this.#people.values()) {
      for (const one of person.rows.filter((row) => Math.floor(row.atMs / DAY) < oldest)) this.#total(one)
      person.rows = person.rows.filter((row) => Math.floor(row.atMs / DAY) >= oldest)
    }
  }

  /** What is still hers, and may be seen by her. */
  heldOf(name: string): number {
    const person = this.#people.get(name)
    return (person?.rows.length ?? 0) + (person?.visit.length ?? 0)
  }

  isKnown(name: string): boolean {
    return this.#people.has(name)
  }

  /** Sums by shelf and kind: totals, and what rows still hold. */
  sums(): Record<string, number> {
    const sums = new Map(this.#totals)
    for (const person of this.#people.values()) {
      for (const { kind, slot } of person.rows)
        sums.set(`${slot} ${kind}`, (sums.get(`${slot} ${kind}`) ?? 0) + 1)
    }
    return Object.fromEntries(sums)
  }

  #countedOf(
    person: Person,
    { item, kind, slot }: { kind: Counted['kind']; slot: string; item: string },
    atMs: number,
  ): Counted | undefined {
    if (kind === 'shown') return { atMs, kind, slot }
    if (kind === 'clicked') return { atMs, item, kind, slot }
    const clicks = [...person.rows, ...person.visit]
      .filter((one) => one.kind === 'clicked' && one.item === item && atMs - one.atMs <= 30 * DAY)
      .sort((a, b) => b.atMs - a.atMs)
    return clicks[0] === undefined ? undefined : { atMs, item, kind, slot: clicks[0].slot }
  }

  #endIfOver(person: Person, nowMs: number, all = false): void {
    if (!person.inVisit) return
    const isOver =
      nowMs - person.visitLastMs >= 30 * MINUTE || nowMs - person.visitStartMs >= 12 * 60 * MINUTE
    if (!isOver && !all) return
    if (person.measured) for (const one of person.visit) this.#total(one)
    person.visit = []
    person.inVisit = false
  }

  #total({ kind, slot }: Counted): void {
    this.#totals.set(`${slot} ${kind}`, (this.#totals.get(`${slot} ${kind}`) ?? 0) + 1)
  }
}
