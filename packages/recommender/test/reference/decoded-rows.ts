/**
 * Transition rows of a snapshot, with names instead of numbers and slots.
 */
import type { ModelSnapshot } from '../../src/index.ts'
import { dictionarySize, itemName } from '../../src/snapshot/item-dictionary.ts'
import {
  chunkOf,
  ENTRY_MASK,
  NO_ITEM,
  oldestRank,
  ROOM_SHIFT,
  ROW_HEADER,
  wordOf,
} from '../../src/snapshot/transition-rows.ts'

export interface DecodedRow {
  readonly total: number
  readonly goesOn: number
  readonly self: number
  /** Item, value, forward part, next part. */
  readonly entries: readonly (readonly [item: string, value: number, after: number, next: number])[]
}

/** Rows by item. */
export function decodedRows(snapshot: ModelSnapshot): Map<string, DecodedRow> {
  const found = new Map<string, DecodedRow>()
  const rows = snapshot.rows!
  const nameOf = (item: number): string => nameIn(snapshot, item)
  for (let item = 0; item < rows.learnerOf.length; item++) {
    const slot = rows.slotOf[rows.learnerOf[item]!]!
    if (slot === 0) continue
    const words = rows.chunks[chunkOf(slot)]!
    const floats = new Float32Array(words.buffer, words.byteOffset, words.length)
    const at = wordOf(slot)
    const room = words[at]! >>> ROOM_SHIFT
    const entries = Array.from({ length: words[at]! & ENTRY_MASK }, (_, entry) => {
      const place = at + ROW_HEADER + entry
      const other = rows.itemOf[words[place]!]!
      const name = other === NO_ITEM ? 'unknown' : nameOf(other)
      return [name, floats[place + room]!, floats[place + 2 * room]!, floats[place + 3 * room]!] as const
    })
    const [total, goesOn, self] = [floats[at + 1]!, floats[at + 2]!, floats[at + 3]!]
    found.set(nameOf(item), { entries, goesOn, self, total })
  }
  return found
}

/** Per item held: sessions in the newest 64th and 16th, and the place of its oldest session. */
export function decodedWindows(snapshot: ModelSnapshot): Map<string, readonly [number, number, number]> {
  const { base, delta, deltaRank, itemSessions } = snapshot
  const rows = snapshot.rows!
  const found = new Map<string, readonly [number, number, number]>()
  for (let item = 0; item < itemSessions.length; item++) {
    if (itemSessions[item] === 0) continue
    const oldest = oldestRank(base, delta, deltaRank, rows, item)
    found.set(nameIn(snapshot, item), [rows.newest64[item]!, rows.newest16[item]!, oldest])
  }
  return found
}

function nameIn({ baseItems, extraItems }: ModelSnapshot, item: number): string {
  const inBase = dictionarySize(baseItems)
  return item < inBase ? itemName(baseItems, item) : itemName(extraItems, item - inBase)
}
