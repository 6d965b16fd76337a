/**
 * The catalogue as the simulator sees it: products with what decides for or against them.
 */
import { daysInShop } from '../polana/catalogue.ts'
import { complementsOf } from '../polana/complements.ts'
import { KINDS } from '../polana/kinds.ts'
import { polanaRows } from '../polana/rows.ts'
import { variantsOf } from '../polana/variants.ts'
import { seededDraws } from './seeded-random.ts'

/** Days the world lasts. */
export const DAYS = 120

/** One product. */
export interface Good {
  readonly index: number
  readonly id: string
  readonly kind: string
  readonly department: string
  readonly category: string
  readonly brand: string
  readonly style: string
  readonly tier: number
  /** PLN. */
  readonly price: number
  readonly eco: boolean
  readonly reduced: boolean
  readonly durable: boolean
  /** Bought again when used up. */
  readonly isUsedUp: boolean
  readonly sensitive: boolean
  readonly adultsOnly: boolean
  readonly available: boolean
  /** Day of the world on which it can first be seen; below 0 for what was there before. */
  readonly releaseDay: number
  /** Sizes it is made in; none where size does not matter. */
  readonly sizes: readonly string[]
  /** `shoes`, `clothes`, `socks`, `gloves`: which of her sizes must be there. */
  readonly sizing: string | undefined
  /** Indexes of what completes it, best first. */
  readonly completes: readonly number[]
  /** How much everybody likes it: about −1 to 1. */
  readonly appeal: number
}

/** What sells out of itself again and again. */
const USED_UP_DEPARTMENTS: ReadonlySet<string> = new Set(['tea', 'coffee', 'daily'])
const USED_UP_KINDS: ReadonlySet<string> = new Set(['filters', 'candle', 'soil-bag', 'feed-bottle', 'wax'])
const APPEAL_SPREAD = 0.5

let known: readonly Good[] | undefined

/** All products, in the order of the catalogue. */
export function polanaGoods(): readonly Good[] {
  known ??= read()
  return known
}

function read(): readonly Good[] {
  const rows = polanaRows()
  const indexOf = new Map(rows.map(({ id }, index) => [id, index]))
  return rows.map((row, index): Good => {
    const { flags, kind } = row
    const durable = KINDS[kind].durable
    const sizing = flags.get('sizes')
    return {
      adultsOnly: flags.has('adults'),
      appeal: APPEAL_SPREAD * seededDraws(0, `appeal of ${row.id}`).normal(),
      available: !flags.has('out'),
      brand: row.brand,
      category: row.category,
      completes: flags.has('sensitive')
        ? []
        : complementsOf(row, rows).flatMap((id) => indexOf.get(id) ?? []),
      department: row.department,
      durable,
      eco: flags.has('eco'),
      id: row.id,
      index,
      isUsedUp: !durable && (USED_UP_DEPARTMENTS.has(row.department) || USED_UP_KINDS.has(kind)),
      kind,
      price: row.price,
      reduced: flags.has('was'),
      releaseDay: DAYS - daysInShop(row),
      sensitive: flags.has('sensitive'),
      sizes: sizing === undefined ? [] : variantsOf(row).ids,
      sizing: sizing === 'onesize' ? undefined : sizing,
      style: row.style,
      tier: row.tier,
    }
  })
}
