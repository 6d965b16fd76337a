/**
 * What is kept per row beside its steps: order key, place in the segments; and the running totals.
 */
import { ITEM_MASK, KIND_SHIFT } from '../snapshot/segment.ts'
import { F64Column, U32Column } from './growable.ts'
import type { ItemTable } from './item-table.ts'
import { foldStep, type OrderKey } from './session-order.ts'
import { type SessionRows, stepDay } from './session-rows.ts'

const NO_ROWS = new Uint32Array(0)

export class RowKeys {
  readonly #lastMs = new F64Column()
  readonly #hashA = new U32Column()
  readonly #hashB = new U32Column()
  readonly #visible = new U32Column()
  /** Places are kept + 1, so that 0 says "nowhere". */
  #basePlace = new U32Column()
  readonly #deltaPlace = new U32Column()
  #deltaRows: Uint32Array = NO_ROWS
  #room = 0
  readonly #key: OrderKey = { hashA: 0, hashB: 0, lastMs: 0 }
  #versionA = 0
  #versionB = 0
  #sessions = 0

  /** Sessions with at least one step in the model. */
  get sessionCount(): number {
    return this.#sessions
  }

  /** 16 hexadecimal digits that depend on the sessions in the model and on nothing else. */
  get version(): string {
    return [this.#versionA, this.#versionB].map((half) => half.toString(16).padStart(8, '0')).join('')
  }

  visible(row: number): number {
    return this.#visible.values[row]!
  }

  key(row: number): OrderKey {
    return {
      hashA: this.#hashA.values[row]!,
      hashB: this.#hashB.values[row]!,
      lastMs: this.#lastMs.values[row]!,
    }
  }

  /**
   * Adds a row to all counts (`change` 1, its key is computed) or takes it out (−1).
   *
   * @returns whether the row has steps in the model
   */
  count(row: number, rows: SessionRows, items: ItemTable, change: 1 | -1): boolean {
    if (row >= this.#room) this.#makeRoom(row + 1)
    const key = this.#key
    key.hashA = 0x243f6a88
    key.hashB = 0x85a308d3
    key.lastMs = 0
    items.beginCount()
    let visible = 0
    const end = rows.start(row) + rows.length(row)
    for (let step = rows.start(row); step < end; step++) {
      const code = rows.codes.values[step]!
      const atMs = rows.times.values[step]!
      const item = code & ITEM_MASK
      if (items.isBlocked(item)) continue
      visible++
      foldStep(key, code, atMs, items)
      key.lastMs = atMs
      items.countStep(item, stepDay(atMs), code >>> KIND_SHIFT, change)
    }
    this.#visible.values[row] = change === 1 ? visible : 0
    this.#lastMs.values[row] = key.lastMs
    this.#hashA.values[row] = key.hashA
    this.#hashB.values[row] = key.hashB
    if (visible === 0) return false
    this.#sessions += change
    this.#versionA = (this.#versionA + change * key.hashA) >>> 0
    this.#versionB = (this.#versionB + change * key.hashB) >>> 0
    return true
  }

  /** Takes over the places in a new base. The published delta holds none any more. */
  placeBase(places: U32Column): void {
    this.placeDelta(NO_ROWS)
    places.reserve(this.#room)
    this.#basePlace = places
  }

  /** Notes that the published delta holds these rows, in this order. */
  placeDelta(rows: Uint32Array): void {
    for (const row of this.#deltaRows) this.#deltaPlace.values[row] = 0
    for (let place = 0; place < rows.length; place++) this.#deltaPlace.values[rows[place]!] = place + 1
    this.#deltaRows = rows
  }

  /** @returns the row's place in the base, which it leaves, or −1 */
  leaveBase(row: number): number {
    const place = this.#basePlace.values[row]! - 1
    this.#basePlace.values[row] = 0
    return place
  }

  /** @returns the row's place in the published delta, which it leaves, or −1 */
  leaveDelta(row: number): number {
    const place = this.#deltaPlace.values[row]! - 1
    this.#deltaPlace.values[row] = 0
    return place
  }

  #makeRoom(rows: number): void {
    for (const column of [this.#lastMs, this.#hashA, this.#hashB, this.#visible]) column.reserve(rows)
    for (const column of [this.#basePlace, this.#deltaPlace]) column.reserve(rows)
    this.#room = Math.min(this.#lastMs.values.length, this.#visible.values.length)
  }
}
