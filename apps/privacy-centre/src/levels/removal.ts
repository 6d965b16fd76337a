/**
 * What saving a lower level would remove, counted, so that it can be said before the click.
 */
import type { CentrePage } from '../centre.ts'
import { type HeldKind, type HeldLine, holdingsInLines } from '../held/count-holdings.ts'
import { countedLine } from '../held/words.ts'

/** The least level at which each kind is kept; what is kept at any level is missing. */
const LEAST_LEVEL: Readonly<Partial<Record<HeldKind, number>>> = {
  carted: 3,
  measured: 3,
  others: 3,
  purchases: 3,
  searches: 3,
  taste: 2,
  viewed: 3,
  visit: 1,
}

/** In counted words: `3 obejrzane produkty, 1 zakup`; `undefined` where nothing would go. */
export function removedBelow(page: CentrePage, level: number): string | undefined {
  const { centre, holdings, policy, view } = page
  if (holdings === undefined || holdings === 'unreadable' || level >= (view.level ?? 0)) return undefined
  const goes = (line: HeldLine): boolean => level < (LEAST_LEVEL[line.kind] ?? 0)
  const words = holdingsInLines(holdings, policy, centre.nowMs())
    .filter(goes)
    .map((line) => countedLine(view.locale, line))
  return words.length === 0 ? undefined : words.join(', ')
}
