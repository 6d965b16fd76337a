/**
 * From the learner's state to a snapshot: numbers per item, popularity in order.
 */

import type { SessionKnnConfig } from '../serving/session-knn-config.ts'
import { buildDictionary, hashText, type ItemDictionary } from '../snapshot/item-dictionary.ts'
import { dayOfSession, type ModelSnapshot, POPULAR_LISTED, sessionsIn } from '../snapshot/segment.ts'
import { sharedF64, sharedU32 } from '../snapshot/shared-arrays.ts'
import type { ItemTable } from './item-table.ts'
import type { Numbering, OrderedSegment } from './ordered-segment.ts'
import { decayByDay } from './popularity-counts.ts'
import type { RowKeys } from './row-keys.ts'

export interface Publication {
  readonly base: OrderedSegment
  readonly baseItems: number
  readonly dead: Uint8Array
  readonly delta: OrderedSegment
  readonly generation: number
  readonly halfLifeDays: number
  readonly items: ItemTable
  readonly keys: RowKeys
  readonly numbering: Numbering
  readonly previous: ModelSnapshot | undefined
  readonly ranks: Uint32Array
  readonly sessionKnn: SessionKnnConfig
  readonly trainedAtMs: number
}

/** Puts the snapshot together; arrays that did not change are those of the previous one. */
export function buildSnapshot(parts: Publication): ModelSnapshot {
  const { base, delta, items, numbering } = parts
  const newestDay = Math.max(
    newestBaseDay(base, parts.dead),
    sessionsIn(delta.segment) === 0 ? 0 : dayOfSession(delta.segment, sessionsIn(delta.segment) - 1),
  )
  const names = (numbers: readonly number[]): ItemDictionary =>
    buildDictionary(numbers.map((item) => items.names[item]!))
  const learnerNumbers = [...Array.from({ length: parts.baseItems }, (_, item) => item), ...numbering.added]
  const dayWeights = decayByDay(newestDay, parts.halfLifeDays)
  const itemSessions = sharedU32(learnerNumbers.length)
  const popularity = sharedF64(learnerNumbers.length)
  for (let item = 0; item < learnerNumbers.length; item++) {
    const number = learnerNumbers[item]!
    itemSessions[item] = items.sessions.values[number]!
    popularity[item] = items.popularity.score(number, dayWeights)
  }
  const configuration = hashText(JSON.stringify([parts.sessionKnn, parts.halfLifeDays]))
  return {
    base: base.segment,
    baseItems: parts.previous?.baseItems ?? names(learnerNumbers.slice(0, parts.baseItems)),
    delta: delta.segment,
    deltaRank: parts.ranks,
    extraItems: names(numbering.added),
    generation: parts.generation,
    itemSessions,
    newestDay,
    popularTop: mostPopular(popularity, (item) => items.names[learnerNumbers[item]!]!),
    popularity,
    sessionCount: parts.keys.sessionCount,
    sessionKnn: parts.sessionKnn,
    stepsOfKind: [...items.popularity.ofKind],
    trainedAtMs: parts.trainedAtMs,
    version: `${parts.keys.version}-${configuration.toString(16).padStart(8, '0')}`,
  }
}

/** Items with a popularity above 0, best first, ties by id; at most `POPULAR_LISTED`. */
function mostPopular(popularity: Float64Array, nameOf: (item: number) => string): Uint32Array {
  const compare = (a: number, b: number): number =>
    popularity[b]! - popularity[a]! || (nameOf(a) < nameOf(b) ? -1 : 1)
  let found: number[] = []
  let floor = 0
  for (let item = 0; item < popularity.length; item++) {
    if (popularity[item]! <= 0 || popularity[item]! < floor) continue
    found.push(item)
    // Sorting twice the wanted number now and then is cheaper than keeping a heap with named ties.
    if (found.length < POPULAR_LISTED * 2) continue
    found = found.sort(compare).slice(0, POPULAR_LISTED)
    floor = popularity[found.at(-1)!]!
  }
  const best = found.sort(compare).slice(0, POPULAR_LISTED)
  const listed = sharedU32(best.length)
  listed.set(best)
  return listed
}

function newestBaseDay(base: OrderedSegment, dead: Uint8Array): number {
  for (let s = dead.length - 1; s >= 0; s--) if (dead[s] === 0) return dayOfSession(base.segment, s)
  return 0
}
