/**
 * Compaction: base and delta become one new base, dead sessions and unused names go.
 */
import { ITEM_MASK } from '../snapshot/segment.ts'
import { ItemTable } from './item-table.ts'
import type { Numbering, OrderedSegment } from './ordered-segment.ts'
import type { SessionRows } from './session-rows.ts'

const NONE = new Uint32Array(0)

/** Rows of all sessions in the model in canonical order. */
export function mergedOrder(
  base: OrderedSegment,
  dead: Uint8Array,
  delta: OrderedSegment,
  ranks: Uint32Array,
): Uint32Array {
  const order = new Uint32Array(base.rows.length + delta.rows.length)
  let length = 0
  let d = 0
  for (let b = 0; b <= base.rows.length; b++) {
    while (d < ranks.length && ranks[d] === b) order[length++] = delta.rows[d++]!
    if (b < base.rows.length && dead[b] === 0) order[length++] = base.rows[b]!
  }
  return order.slice(0, length)
}

/**
 * Rewrites steps and items under the new numbers.
 *
 * @param order     rows in the model, in canonical order
 * @param numbering new numbers of the items in the model; items only seen blocked get the next ones
 * @returns the new item table; `rows` is changed in place
 */
export function compactRows(
  rows: SessionRows,
  items: ItemTable,
  order: Uint32Array,
  numbering: Numbering,
  blocked: ReadonlySet<string>,
): ItemTable {
  const inModel = new Uint8Array(rows.rowLimit)
  for (const row of order) inModel[row] = 1
  const all = new Uint32Array(rows.rowLimit)
  all.set(order)
  let count = order.length
  for (let row = 0; row < rows.rowLimit; row++)
    if (inModel[row] === 0 && rows.length(row) > 0) all[count++] = row
  // The items of the model have their numbers by now; those that only blocked steps name get the next ones.
  for (const row of blocked.size === 0 ? NONE : all.subarray(0, count)) {
    const end = rows.start(row) + rows.length(row)
    for (let step = rows.start(row); step < end; step++) numbering.take(rows.codes.values[step]! & ITEM_MASK)
  }
  const renewed = new ItemTable(blocked)
  for (const old of numbering.added) {
    const item = renewed.number(items.names[old]!)
    renewed.adopt(item, items, old)
  }
  rows.compact(all.subarray(0, count), numbering.numberOf)
  return renewed
}
