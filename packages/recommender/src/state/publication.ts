/**
 * From the learner's state to a snapshot: numbers per item, what is popular, what is rising.
 *
 * A publication recomputes only the items whose counts changed, as long as the newest day stays the same;
 * copies of three columns are all that a large catalogue costs. What it publishes is the same as if
 * everything had been computed anew.
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
import type { TransitionRows } from '../snapshot/transition-rows.ts'
import { BestItems } from './best-items.ts'
import { F64Column } from './growable.ts'
import type { ItemTable } from './item-table.ts'
import type { Delta, OrderedSegment } from './ordered-segment.ts'
import { decayByDay } from './popularity-counts.ts'
import type { RowKeys } from './row-keys.ts'

export interface Publication {
  readonly base: OrderedSegment
  /** Names of the base's items. */
  readonly baseItems: ItemDictionary
  /** Base sessions that count no more, as the learner sees them. */
  readonly dead: Uint8Array
  readonly delta: Delta
  /** Is the delta the one of the previous publication, but for sessions that went? */
  readonly sameDelta: boolean
  readonly generation: number
  readonly items: ItemTable
  /** Items whose counts changed since the last publication. */
  readonly changed: readonly number[]
  readonly keys: RowKeys
  /** Transition rows, if there are any. */
  readonly rows: TransitionRows | undefined
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
  /** Popularity and rise of each item, by the learner's number. */
  readonly #popularity = new F64Column()
  readonly #rise = new F64Column()
  readonly #popular = new BestItems(POPULAR_LISTED)
  readonly #rising = new BestItems(RISING_LISTED)

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
    const size = delta.numbering.size
    const changed = this.#recompute(items, parts.changed, newestDay)
    const { itemSessions, popularity } = this.#columns(parts, changed)
    const numberOf = (item: number): number => delta.numbering.find(item)
    const nameOfOwn = (item: number): string => items.names[item]!
    const popular = this.#popular.list(this.#popularity.values, items.size, changed, nameOfOwn)
    const rising = this.#rising.list(this.#rise.values, items.size, changed, nameOfOwn)
    return {
      base: base.segment,
      baseItems: parts.baseItems,
      delta: delta.part.segment,
      deltaRank: delta.ranks,
      extraItems:
        previous !== undefined && parts.sameDelta
          ? previous.extraItems
          : buildDictionary(size - delta.numbering.fixed, (item) => nameOf(delta.numbering.fixed + item)),
      generation: parts.generation,
      itemSessions,
      newestDay,
      popularTop: sharedFrom(sharedU32, popular.map(numberOf)),
      popularity,
      rising: {
        items: sharedFrom(sharedU32, rising.map(numberOf)),
        scores: sharedFrom(
          sharedF64,
          rising.map((item) => this.#rise.values[item]!),
        ),
      },
      ...(parts.rows === undefined ? {} : { rows: parts.rows }),
      sessionCount: parts.keys.sessionCount,
      sessionKnn: this.#sessionKnn,
      stepsOfKind: [...items.stepsOfKind],
      trainedAtMs: parts.trainedAtMs,
      version: `${parts.keys.version}-${this.#configuration}`,
    }
  }

  /**
   * Brings the figures of items up to date. Cost: O(items changed), O(all counts) on the first of a day.
   *
   * @returns the items whose figures may have changed, `undefined` for any
   */
  #recompute(items: ItemTable, changed: readonly number[], newestDay: number): readonly number[] | undefined {
    this.#popularity.reserve(items.size)
    this.#rise.reserve(items.size)
    const compute = (number: number): void => {
      this.#popularity.values[number] = items.popularity(number, this.#weights!.lasting)
      this.#rise.values[number] = this.#riseOf(items, number)
    }
    if (this.#weights?.newestDay === newestDay) {
      for (const number of changed) compute(number)
      return changed
    }
    this.#weights = weightsOf(newestDay, this.#halfLifeDays)
    for (let number = 0; number < items.size; number++) compute(number)
    return undefined
  }

  /** Columns by snapshot number: those of the previous snapshot of the same base, with what changed. */
  #columns(
    { delta, generation, items, previous }: Publication,
    changed: readonly number[] | undefined,
  ): Pick<ModelSnapshot, 'itemSessions' | 'popularity'> {
    const { numbering } = delta
    const itemSessions = sharedU32(numbering.size)
    const popularity = sharedF64(numbering.size)
    const compute = (item: number, number: number): void => {
      itemSessions[item] = items.sessionsWith(number)
      popularity[item] = this.#popularity.values[number]!
    }
    let from = 0
    if (changed !== undefined && previous?.generation === generation) {
      from = numbering.fixed
      itemSessions.set(previous.itemSessions.subarray(0, from))
      popularity.set(previous.popularity.subarray(0, from))
      for (const number of changed) {
        const item = numbering.find(number)
        if (item >= 0 && item < from) compute(item, number)
      }
    }
    for (let item = from; item < numbering.size; item++) compute(item, numbering.learnerNumber(item))
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
}

function sharedFrom<Values extends Uint32Array | Float64Array>(
  allocate: (length: number) => Values,
  values: readonly number[],
): Values {
  const array = allocate(values.length)
  array.set(values)
  return array
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
