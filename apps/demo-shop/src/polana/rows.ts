/**
 * All rows of all tables, read once, at first use.
 */
import { DEPARTMENTS } from './departments.ts'
import { type Row, readTable } from './read-table.ts'
import { COFFEE } from './tables/coffee.ts'
import { DAILY } from './tables/daily.ts'
import { GARDEN } from './tables/garden.ts'
import { GEAR } from './tables/gear.ts'
import { HOME } from './tables/home.ts'
import { TEA } from './tables/tea.ts'
import { WARE } from './tables/ware.ts'
import { WEAR } from './tables/wear.ts'

const TABLES: Readonly<Record<string, string>> = {
  coffee: COFFEE,
  daily: DAILY,
  garden: GARDEN,
  gear: GEAR,
  home: HOME,
  tea: TEA,
  ware: WARE,
  wear: WEAR,
}

let known: readonly Row[] | undefined

/** The 240 rows, department by department. */
export function polanaRows(): readonly Row[] {
  known ??= DEPARTMENTS.flatMap((department) => readTable(TABLES[department.id] ?? '', department))
  return known
}
