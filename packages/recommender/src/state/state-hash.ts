/**
 * The state hash: SHA-256 over the canonical form of what was learned.
 *
 * Canonical form, numbers little-endian:
 *   "umiar-model-state-v1"
 *   u32 items, then per item ascending by id: u32 length and UTF-16 code units of the id; u32 sessions
 *     that hold it; u32 cells, then per cell f64 (day × 4 + kind) and u32 count; u32 postings, then
 *     u32 rank of each session
 *   u32 sessions, then per session ascending by rank: u32 steps, then per step u32 rank of the item,
 *     u32 kind, f64 time
 * Ranks are positions in the canonical orders. Nothing names a subject or a session key.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ITEM_MASK, KIND_SHIFT, postingSlot, type Segment, stepsOf, stepsStart } from '../snapshot/segment.ts'
import type { ItemTable } from './item-table.ts'
import type { Numbering, OrderedSegment } from './ordered-segment.ts'
import type { SessionRows } from './session-rows.ts'

/** Collects numbers and hashes them in blocks. */
export class CanonicalHash {
  readonly #hash = sha256.create()
  readonly #block = new DataView(new ArrayBuffer(1 << 15))
  #used = 0

  text(text: string): void {
    this.u32(text.length)
    for (let c = 0; c < text.length; c++) {
      this.#room(2)
      this.#block.setUint16(this.#used, text.charCodeAt(c), true)
      this.#used += 2
    }
  }

  u32(value: number): void {
    this.#room(4)
    this.#block.setUint32(this.#used, value, true)
    this.#used += 4
  }

  f64(value: number): void {
    this.#room(8)
    this.#block.setFloat64(this.#used, value, true)
    this.#used += 8
  }

  hex(): string {
    this.#flush()
    return bytesToHex(this.#hash.digest())
  }

  #room(bytes: number): void {
    if (this.#used + bytes > this.#block.byteLength) this.#flush()
  }

  #flush(): void {
    this.#hash.update(new Uint8Array(this.#block.buffer, 0, this.#used))
    this.#used = 0
  }
}

export interface HashedState {
  readonly base: OrderedSegment
  readonly dead: Uint8Array
  readonly delta: OrderedSegment
  readonly ranks: Uint32Array
  readonly items: ItemTable
  readonly numbering: Numbering
  readonly rows: SessionRows
}

/** @returns 64 hexadecimal digits */
export function hashState(state: HashedState): string {
  const { base, delta, items, numbering } = state
  const rank = sessionRanks(state)
  const learnerNumber = (item: number): number => numbering.learnerNumber(item)
  const held: number[] = []
  for (let item = 0; item < numbering.size; item++)
    if (items.sessionsWith(learnerNumber(item)) !== 0) held.push(item)
  const nameOf = (item: number): string => items.names[learnerNumber(item)]!
  held.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const itemRank = new Int32Array(numbering.size).fill(-1)
  held.forEach((item, position) => {
    itemRank[item] = position
  })

  const out = new CanonicalHash()
  out.text('umiar-model-state-v1')
  out.u32(held.length)
  for (const item of held) {
    out.text(nameOf(item))
    out.u32(items.sessionsWith(learnerNumber(item)))
    const cells = items.cells(learnerNumber(item))
    out.u32(cells.length / 2)
    for (let at = 0; at < cells.length; at += 2) {
      out.f64(cells[at]!)
      out.u32(cells[at + 1]!)
    }
    const sessions = [
      ...liveSessions(base.segment, item, rank.base),
      ...liveSessions(delta.segment, item, rank.delta),
    ].sort((a, b) => a - b)
    out.u32(sessions.length)
    for (const session of sessions) out.u32(session)
  }
  out.u32(rank.order.length)
  for (const { part, session } of rank.order) hashSession(out, part, session, itemRank, state)
  return out.hex()
}

/** Items and kinds come from the segment, times from the row: the two must tell of the same steps. */
function hashSession(
  out: CanonicalHash,
  part: OrderedSegment,
  session: number,
  itemRank: Int32Array,
  state: HashedState,
): void {
  const { steps } = part.segment
  const start = stepsStart(part.segment, session)
  const end = start + stepsOf(part.segment, session)
  const row = part.rows[session]!
  let at = state.rows.start(row)
  out.u32(end - start)
  for (let step = start; step < end; step++) {
    while (state.items.isBlocked(state.rows.codes.values[at]! & ITEM_MASK)) at++
    out.u32(itemRank[steps[step]! & ITEM_MASK]!)
    out.u32(steps[step]! >>> KIND_SHIFT)
    out.f64(state.rows.times.values[at++]!)
  }
}

interface Ranks {
  /** Rank of each session, or −1 if it is dead. */
  readonly base: Int32Array
  readonly delta: Int32Array
  readonly order: readonly { readonly part: OrderedSegment; readonly session: number }[]
}

function sessionRanks({ base, dead, delta, ranks }: HashedState): Ranks {
  const baseRank = new Int32Array(base.rows.length).fill(-1)
  const deltaRank = new Int32Array(delta.rows.length)
  const order: { part: OrderedSegment; session: number }[] = []
  let d = 0
  for (let b = 0; b <= base.rows.length; b++) {
    for (; d < ranks.length && ranks[d] === b; d++) {
      deltaRank[d] = order.length
      order.push({ part: delta, session: d })
    }
    if (b === base.rows.length || dead[b] === 1) continue
    baseRank[b] = order.length
    order.push({ part: base, session: b })
  }
  return { base: baseRank, delta: deltaRank, order }
}

function liveSessions(segment: Segment, item: number, rank: Int32Array): number[] {
  const slot = postingSlot(segment, item)
  if (slot < 0) return []
  const found: number[] = []
  for (let p = segment.postingStart[slot]!; p < segment.postingStart[slot + 1]!; p++) {
    const session = rank[segment.postings[p]!]!
    if (session >= 0) found.push(session)
  }
  return found
}
