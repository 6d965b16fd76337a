/**
 * Sizes, colours and grinds of a product: what one chooses at the same price.
 */
import type { Localized } from '@umiar/vocabulary'
import { COLOUR_NAMES } from './departments.ts'
import type { Row } from './read-table.ts'
import { stableHash } from './stable-hash.ts'

const SIZES: Readonly<Record<string, readonly string[]>> = {
  clothes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  gloves: ['S', 'M', 'L', 'XL'],
  onesize: [],
  shoes: ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46'],
  socks: ['36–38', '39–41', '42–44', '45–47'],
}

const GRINDS: Readonly<Record<string, Localized>> = {
  beans: { en: 'whole beans', pl: 'ziarna' },
  espresso: { en: 'ground for espresso', pl: 'mielona do espresso' },
  filter: { en: 'ground for filter', pl: 'mielona do przelewu' },
}

/** What a row can be bought as. */
export interface Variants {
  readonly ids: readonly string[]
  /** Names of those that are words; sizes are their own names. */
  readonly names?: ReadonlyMap<string, Localized>
}

/** The variants of a row; of some clothes the outermost size is not made. */
export function variantsOf(row: Row): Variants {
  const sizes = row.flags.get('sizes')
  if (sizes !== undefined) {
    const all = SIZES[sizes] ?? []
    return { ids: stableHash(row.id) % 3 === 0 ? all.slice(1) : all }
  }
  const colours = row.flags.get('colours')?.split(',')
  const names: Readonly<Record<string, Localized>> = row.flags.has('grind') ? GRINDS : COLOUR_NAMES
  const ids = row.flags.has('grind') ? Object.keys(GRINDS) : (colours ?? [])
  if (ids.length === 0) return { ids }
  return { ids, names: new Map(ids.map((id) => [id, names[id] ?? { en: id, pl: id }])) }
}
