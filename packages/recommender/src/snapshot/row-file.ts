/**
 * Transition rows as a model file keeps them: in the order of the snapshot's numbers, without free slots.
 */
import {
  CHUNK_SHIFT,
  chunkOf,
  ENTRY_MASK,
  NO_ITEM,
  ROOM_SHIFT,
  ROW_HEADER,
  slotAt,
  type TransitionRows,
  wordOf,
} from './transition-rows.ts'

/** Words of the slots, chunk after chunk, and the slot of each item's row; 0 without one. */
export interface FlatRows {
  readonly words: Uint32Array
  readonly slotOf: Uint32Array
}

const CHUNK = 1 << CHUNK_SHIFT

/** Copies the rows; equal rows give equal words. Cost: O(entries). */
export function flattenRows(rows: TransitionRows): FlatRows {
  const { chunks, itemOf, learnerOf } = rows
  const items = learnerOf.length
  const slotOf = new Uint32Array(items + 1)
  const sources = Uint32Array.from(learnerOf, (learner) => rows.slotOf[learner]!)
  const entriesAt = (slot: number): number => chunks[chunkOf(slot)]![wordOf(slot)]! & ENTRY_MASK
  // Slot 0 says that there is none.
  let end = ROW_HEADER
  for (let item = 0; item < items; item++) {
    if (sources[item] === 0) continue
    const length = ROW_HEADER + 4 * entriesAt(sources[item]!)
    if ((end & (CHUNK - 1)) + length > CHUNK) end = (end & ~(CHUNK - 1)) + CHUNK
    slotOf[item] = slotAt(end >>> CHUNK_SHIFT, end & (CHUNK - 1))
    end += length
  }
  const words = new Uint32Array(end)
  for (let item = 0; item < items; item++) {
    const source = sources[item]!
    if (source === 0) continue
    const chunk = chunks[chunkOf(source)]!
    const from = wordOf(source)
    const entries = entriesAt(source)
    const room = chunk[from]! >>> ROOM_SHIFT
    const to = chunkOf(slotOf[item]!) * CHUNK + wordOf(slotOf[item]!)
    words.set(chunk.subarray(from, from + ROW_HEADER), to)
    words[to] = (entries << ROOM_SHIFT) | entries
    for (let part = 0; part < 4; part++) {
      const start = from + ROW_HEADER + part * room
      words.set(chunk.subarray(start, start + entries), to + ROW_HEADER + part * entries)
    }
    for (let entry = to + ROW_HEADER; entry < to + ROW_HEADER + entries; entry++) {
      const number = itemOf[words[entry]!]!
      words[entry] = number === NO_ITEM ? items : number
    }
  }
  return { slotOf, words }
}

/** The rows as a snapshot has them. Cost: O(items); the words are used in place. */
export function unflattenRows({
  slotOf,
  words,
}: FlatRows): Pick<TransitionRows, 'chunks' | 'itemOf' | 'learnerOf' | 'slotOf'> {
  const items = slotOf.length - 1
  const chunks: Uint32Array[] = []
  for (let at = 0; at < words.length; at += CHUNK) chunks.push(words.subarray(at, at + CHUNK))
  return {
    chunks,
    itemOf: Uint32Array.from(slotOf, (_, item) => (item < items ? item : NO_ITEM)),
    learnerOf: Uint32Array.from({ length: items }, (_, item) => item),
    slotOf,
  }
}
