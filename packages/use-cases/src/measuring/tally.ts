/**
 * Counting entries by shelf, mode and kind: a tally of one person, and sums over many.
 */
import { totalName } from '../totals/totals.ts'
import type { MeasuredEntry, MeasuredKind, Shelf } from './measured-entry.ts'

/** First word of the totals of measuring. */
export const MEASURE = 'measure'

/** How often each thing was counted; keys are names of totals. */
export type Tally = ReadonlyMap<string, number>

/** One sum, with the number of different people it is known to rest on, at least. */
export interface MeasuredSum extends Shelf {
  readonly kind: MeasuredKind
  readonly count: number
  readonly people: number
}

/** Counts entries. */
export function tallyOf(entries: readonly MeasuredEntry[]): Map<string, number> {
  const tally = new Map<string, number>()
  for (const entry of entries) {
    const name = nameOfEntry(entry)
    tally.set(name, (tally.get(name) ?? 0) + 1)
  }
  return tally
}

/** Name of the total an entry belongs to. */
export function nameOfEntry({ kind, mode, slot }: MeasuredEntry): string {
  return totalName(MEASURE, slot, mode, kind)
}

/** Adds one tally to another. */
export function addTally(tally: Map<string, number>, more: Tally): void {
  for (const [name, count] of more) tally.set(name, (tally.get(name) ?? 0) + count)
}

/** Parts of the name of a total of measuring. */
export function readName(parts: readonly string[]): Shelf & { readonly kind: MeasuredKind } {
  const [slot = '', mode, kind] = parts
  return { kind: kind as MeasuredKind, mode: mode as Shelf['mode'], slot }
}
