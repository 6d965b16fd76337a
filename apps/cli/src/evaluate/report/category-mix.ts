/**
 * Do lists keep the proportions of what a person looked at? (Steck: Calibrated recommendations, 2018.)
 */
import type { MixFigures } from './figures.ts'
import { rounded } from './spread.ts'

/** Categories told by name. */
const NAMED = 8

export class CategoryMix {
  readonly #categoryOf: ReadonlyMap<string, string>
  readonly #steps = new Map<string, number>()
  readonly #lists = new Map<string, number>()
  #overlap = 0
  #cases = 0

  /** @param categoryOf product → category; others count for nothing */
  constructor(categoryOf: ReadonlyMap<string, string>) {
    this.#categoryOf = categoryOf
  }

  /** Adds a question: what was known of the person, and the list. */
  add(known: readonly string[], list: readonly string[]): void {
    const before = this.#sharesOf(known)
    const shown = this.#sharesOf(list)
    if (before.size === 0 || shown.size === 0) return
    this.#cases++
    for (const [category, share] of before) {
      this.#overlap += Math.min(share, shown.get(category) ?? 0)
      this.#steps.set(category, (this.#steps.get(category) ?? 0) + share)
    }
    for (const [category, share] of shown) this.#lists.set(category, (this.#lists.get(category) ?? 0) + share)
  }

  /** The figures; `undefined` if no question had categories. */
  figures(): MixFigures | undefined {
    const cases = this.#cases
    if (cases === 0) return undefined
    const named = [...new Set([...this.#steps.keys(), ...this.#lists.keys()])]
      .map((name) => ({
        lists: (this.#lists.get(name) ?? 0) / cases,
        name,
        steps: (this.#steps.get(name) ?? 0) / cases,
      }))
      .sort((a, b) => b.steps - a.steps || b.lists - a.lists || (a.name < b.name ? -1 : 1))
    const [first, rest] = [named.slice(0, NAMED), named.slice(NAMED)]
    const sum = (of: 'lists' | 'steps'): number => rest.reduce((total, row) => total + row[of], 0)
    const others = rest.length === 0 ? [] : [{ lists: sum('lists'), name: '', steps: sum('steps') }]
    return {
      categories: [...first, ...others].map(({ lists, name, steps }) => ({
        lists: rounded(lists),
        name,
        steps: rounded(steps),
      })),
      overlap: rounded(this.#overlap / cases),
    }
  }

  #sharesOf(items: readonly string[]): ReadonlyMap<string, number> {
    const known = items.flatMap((item) => this.#categoryOf.get(item) ?? [])
    const shares = new Map<string, number>()
    for (const category of known) shares.set(category, (shares.get(category) ?? 0) + 1 / known.length)
    return shares
  }
}
