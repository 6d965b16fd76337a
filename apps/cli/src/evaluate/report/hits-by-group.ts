/**
 * Hits among questions of one kind: by the number of steps known, by the age of the product.
 */
import { MS_PER_DAY } from '@umiar/vocabulary'
import type { HitsOf } from './figures.ts'
import { rounded } from './spread.ts'

/** From … to, both included; without an end if `to` is absent. */
export interface Group {
  readonly from: number | undefined
  readonly to: number | undefined
}

/** Steps known before. */
export const PREFIX_GROUPS = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 9 },
  { from: 10, to: undefined },
] as const satisfies readonly Group[]

/** Whole days since a product was first seen; the first group was never seen before. */
export const AGE_GROUPS = [
  { from: undefined, to: undefined },
  { from: 0, to: 6 },
  { from: 7, to: 29 },
  { from: 30, to: 89 },
  { from: 90, to: undefined },
] as const satisfies readonly Group[]

/** Counts questions and hits by group. */
export class HitsByGroup<Kind extends Group> {
  readonly #groups: readonly { readonly kind: Kind; cases: number; hits: number }[]

  constructor(groups: readonly Kind[]) {
    this.#groups = groups.map((kind) => ({ cases: 0, hits: 0, kind }))
  }

  /** @param value `undefined` falls into the group without a beginning */
  add(value: number | undefined, isHit: boolean): void {
    const group = this.#groups.find(({ kind }) =>
      value === undefined || kind.from === undefined
        ? value === kind.from
        : value >= kind.from && value <= (kind.to ?? value),
    )
    if (group === undefined) return
    group.cases++
    if (isHit) group.hits++
  }

  /** The groups that had questions. */
  figures(): readonly (HitsOf & Kind)[] {
    return this.#groups
      .filter(({ cases }) => cases > 0)
      .map(({ cases, hits, kind }) => ({ ...kind, cases, hit_rate: rounded(hits / cases) }))
  }
}

/** Whole days from one moment to a later one. */
export function daysBetween(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / MS_PER_DAY))
}
