/**
 * From the learner's state to a snapshot: numbers per item, what is popular, what is rising.
 *
 * A publication recomputes only the items whose counts changed, as long as the newest day and the base
 * stay the same; copies of two columns are all that a large catalogue costs. What it publishes is the
 * same as if everything had been computed anew.
 */
import type { SessionKnnConfig } from '../serving/session-knn-config.ts'
import { buildDictionary, hashText, type ItemDictionary } from '../snapshot/item-dictionary.ts'
import {
  counts,
  dayOfSession,
  type ModelSnapshot,
  POPULAR_LISTED,
  RISING_LISTED,
} from '../snapshot/segment.ts'
import { sharedF64, sharedU32 } from '../snapshot/shared-arrays.ts'
import type { ItemTable } from './item-table.ts'
import { mostOf } from './most-of.ts'
import type { Delta, OrderedSegment } from './ordered-segment.ts'
import { decayByDay } from './popularity-counts.ts'
import type { RowKeys } from './row-keys.ts'

export interface Publication {
  readonly base: OrderedSegment
  readonly baseItems: number
  /** Base sessions that count no more, as the learner sees them. */
  readonly dead: Uint8Array
  readonly delta: Delta
  /** Is the delta the one of the previous publication, but for sessions that went? */
  readonly sameDelta: boolean
  readonly generation: number
  readonly items: ItemTable
  readonly keys: RowKeys
  readonly previous: ModelSnapshot | undefined
  readonly trainedAtMs: number
}

/** Days after which a step counts half for what is rising. */
const RISING_HALF_LIFE_DAYS = 2
/** Sessions below which an item is not said to rise: chance, and too few people to speak of. */
const RISING_LEAST_SESSIONS = 5

interface DayWeights {
  readonly newestDay: number
  readonly lasting: Float64Array
  readonly recent: Float64Array
}

export class Publisher {
  readonly #sessionKnn: SessionKnnConfig
  readonly #halfLifeDays: number
  readonly #configuration: string
  #weights: DayWeights | undefined
  /** How much each item rises, by snapshot number; the learner alone needs it. */
  #rise = new Float64Array(0)

  /** @param halfLifeDays of popularity, whole days ≥ 1 */
  constructor(sessionKnn: SessionKnnConfig, halfLifeDays: number) {
    this.#sessionKnn = sessionKnn
    this.#halfLifeDays = halfLifeDays
    this.#configuration = hashText(JSON.stringify([sessionKnn, halfLifeDays]))
      .toString(16)
      .padStart(8, '0')
  }

  /** Puts the snapshot together; arrays that did not change are those of the previous one. */
  publish(parts: Publication): ModelSnapshot {
    const { base, delta, items, previous } = parts
    const newestDay = Math.max(newestDayOf(base, parts.dead), newestDayOf(delta.part))
    const nameOf = (item: number): string => items.names[delta.numbering.learnerNumber(item)]!
    const names = (from: number, to: number): ItemDictionary =>
      buildDictionary(Array.from({ length: to - from }, (_, n) => nameOf(from + n)))
    const figures = this.#figures(parts, newestDay)
    return {
      base: base.segment,
      baseItems: previous?.baseItems ?? names(0, parts.baseItems),
      delta: delta.part.segment,
      deltaRank: delta.ranks,
      extraItems:
        previous !== undefined && parts.sameDelta
          ? previous.extraItems
          : names(parts.baseItems, delta.numbering.size),
      generation: parts.generation,
      itemSessions: figures.itemSessions,
      newestDay,
      popularTop: mostOf(figures.popularity, POPULAR_LISTED, previous?.popularTop, nameOf),
      popularity: figures.popularity,
      rising: this.#risingList(previous, nameOf),
      sessionCount: parts.keys.sessionCount,
      sessionKnn: this.#sessionKnn,
      stepsOfKind: [...items.stepsOfKind],
      trainedAtMs: parts.trainedAtMs,
      version: `${parts.keys.version}-${this.#configuration}`,
    }
  }

  /** Numbers per item. Cost: O(items) at the first publication of a base or a day, else O(items changed). */
  #figures(parts: Publication, newestDay: number): Pick<ModelSnapshot, 'itemSessions' | 'popularity'> {
    const { baseItems, delta, items, previous } = parts
    const size = delta.numbering.size
    const changed = items.takeChanged()
    const isSameDay = this.#weights?.newestDay === newestDay
    this.#weights = isSameDay ? this.#weights : weightsOf(newestDay, this.#halfLifeDays)
    const itemSessions = sharedU32(size)
    const popularity = sharedF64(size)
    const rise = new Float64Array(size)
    const compute = (item: number): void => {
      const number = delta.numbering.learnerNumber(item)
      itemSessions[item] = items.sessionsWith(number)
      popularity[item] = items.popularity(number, this.#weights!.lasting)
      rise[item] = this.#riseOf(items, number)
    }
    let from = 0
    if (isSameDay && previous !== undefined) {
      from = baseItems
      itemSessions.set(previous.itemSessions.subarray(0, baseItems))
      popularity.set(previous.popularity.subarray(0, baseItems))
      rise.set(this.#rise.subarray(0, baseItems))
      for (const number of changed) {
        const item = delta.numbering.find(number)
        if (item >= 0 && item < baseItems) compute(item)
      }
    }
    for (let item = from; item < size; item++) compute(item)
    this.#rise = rise
    return { itemSessions, popularity }
  }

  /**
   * How far the last days lie above what the weeks before let expect, in units of chance: the difference of
   * the two daily rates by the root of the longer one. 0 where it does not rise or too few sessions speak.
   */
  #riseOf(items: ItemTable, number: number): number {
    if (items.sessionsWith(number) < RISING_LEAST_SESSIONS) return 0
    const { lasting, newestDay, recent } = this.#weights!
    const rate = (weights: Float64Array, halfLifeDays: number): number =>
      (items.popularity(number, weights) / weights[newestDay]!) * (1 - 2 ** (-1 / halfLifeDays))
    const expected = rate(lasting, this.#halfLifeDays)
    const now = rate(recent, RISING_HALF_LIFE_DAYS)
    return now <= expected ? 0 : (now - expected) / Math.sqrt(expected)
  }

  #risingList(
    previous: ModelSnapshot | undefined,
    nameOf: (item: number) => string,
  ): ModelSnapshot['rising'] {
    const items = mostOf(this.#rise, RISING_LISTED, previous?.rising.items, nameOf)
    const scores = sharedF64(items.length)
    for (let n = 0; n < items.length; n++) scores[n] = this.#rise[items[n]!]!
    return { items, scores }
  }
}

function weightsOf(newestDay: number, halfLifeDays: number): DayWeights {
  return {
    lasting: decayByDay(newestDay, halfLifeDays),
    newestDay,
    recent: decayByDay(newestDay, RISING_HALF_LIFE_DAYS),
  }
}

/** UTC day of the newest session that counts, 0 without one. */
function newestDayOf({ segment }: OrderedSegment, dead?: Uint8Array): number {
  for (let s = segment.sessionSteps.length - 1; s >= 0; s--) {
    if (dead === undefined ? counts(segment, s) : dead[s] === 0) return dayOfSession(segment, s)
  }
  return 0
}
