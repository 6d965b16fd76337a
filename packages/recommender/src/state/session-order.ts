/**
 * The order of sessions: by the time of the last step, then by content.
 *
 * Nothing about the person takes part, so that the order, and with it every answer, is the same
 * whoever the sessions belong to and in whatever order they were told.
 */

import { ITEM_MASK, KIND_SHIFT } from '../snapshot/segment.ts'
import type { ItemTable } from './item-table.ts'

/** What two sessions are compared by. Equal keys mean equal content (but for a 64-bit collision). */
export interface OrderKey {
  lastMs: number
  hashA: number
  hashB: number
}

/** Folds one step into the two content hashes of `key`. */
export function foldStep(key: OrderKey, code: number, atMs: number, items: ItemTable): void {
  const item = code & ITEM_MASK
  const kind = code >>> KIND_SHIFT
  key.hashA = mix(
    mix(mix(mix(key.hashA, items.hashA(item)), kind), atMs >>> 0),
    Math.floor(atMs / 2 ** 32) >>> 0,
  )
  key.hashB = mix(
    mix(mix(mix(key.hashB, items.hashB(item)), atMs >>> 0), kind),
    Math.floor(atMs / 2 ** 32) >>> 0,
  )
}

/** Negative if `a` is older. */
export function compareKeys(a: Readonly<OrderKey>, b: Readonly<OrderKey>): number {
  return a.lastMs - b.lastMs || a.hashA - b.hashA || a.hashB - b.hashB
}

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
