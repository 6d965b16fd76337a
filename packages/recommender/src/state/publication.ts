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
    const names = (numbers: readonly number[]): ItemDictionary =>
      buildDictionary(numbers.map((item) => items.names[item]!))
    const figures = this.#figures(parts, newestDay)
    const nameOf = (item: number): string => items.names[learnerNumber(parts, item)]!
    return {
      base: base.segment,
      baseItems: previous?.baseItems ?? names(Array.from({ length: parts.baseItems }, (_, item) => item)),
      delta: delta.part.segment,
      deltaRank: delta.ranks,
      extraItems:
        previous !== undefined && parts.sameDelta ? previous.extraItems : names(delta.numbering.added),
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
      const number = learnerNumber(parts, item)
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
      for (const number of changed) if (number < baseItems) compute(number)
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

/** The learner's number of an item in the snapshot; items of the base have the same. */
function learnerNumber({ baseItems, delta }: Publication, item: number): number {
  return item < baseItems ? item : delta.numbering.added[item - baseItems]!
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
