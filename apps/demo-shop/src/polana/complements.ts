/**
 * What completes a product, by the shop's own knowledge: a grinder wants beans and filters, boots want
 * socks and wax. Private matters and wine complete nothing.
 */
import { KINDS } from './kinds.ts'
import type { Row } from './read-table.ts'
import { stableHash } from './stable-hash.ts'

const MOST = 4

/** Ids of up to four products, best first; of each kind the nearest in brand, style and price. */
export function complementsOf(row: Row, rows: readonly Row[]): readonly string[] {
  const kinds: readonly string[] = KINDS[row.kind].completes
  const chosen: Row[] = []
  for (const kind of kinds) {
    const best = rows
      .filter((other) => other.kind === kind && other !== row && mayComplete(other))
      .sort((a, b) => nearness(row, b) - nearness(row, a))[0]
    if (best !== undefined) chosen.push(best)
  }
  return chosen.slice(0, MOST).map(({ id }) => id)
}

function mayComplete({ flags }: Row): boolean {
  return !flags.has('sensitive') && !flags.has('adults') && !flags.has('out')
}

/** The hash spreads the choice among equals, so that not every grinder names the same beans. */
function nearness(row: Row, other: Row): number {
  return (
    (other.brand === row.brand ? 1 : 0) +
    (other.style === row.style && other.department === row.department ? 2 : 0) -
    Math.abs(other.tier - row.tier) * 0.4 +
    ((stableHash(`${row.id} ${other.id}`) >>> 8) % 1000) / 1000
  )
}
