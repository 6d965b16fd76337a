/**
 * The serving side: answers from one published snapshot.
 *
 * Scoring knows no business rule. What may be shown is asked of the caller (`accept`) before an item
 * takes a place, so that a filtered list is never short of items that exist further down.
 */
import type { ItemId } from '@umiar/vocabulary'
import { dictionarySize, findItem, itemName } from '../snapshot/item-dictionary.ts'
import type { ModelSnapshot } from '../snapshot/segment.ts'
import { PURCHASE, VIEW } from '../snapshot/segment.ts'
import { nextBasket, type PastBasket } from './basket.ts'
import { DEFAULT_BASKET } from './basket-config.ts'
import type { SessionWeights } from './candidates.ts'
import { type CoOccurrenceConfig, countPartners, DEFAULT_CO_OCCURRENCE, pairScore } from './co-occurrence.ts'
import { type ItemTotals, itemTotals, learnedBaskets } from './learned-baskets.ts'
import { type DecayTables, decayTables, fadedTo } from './neighbour-scoring.ts'
import { Scratch, VISIT_STEPS } from './scratch.ts'
import { type SessionModelParts, scoreSession } from './session-model.ts'
import { type NeighbourQuery, scoreNeighbours } from './session-neighbours.ts'
import { TransitionTables } from './transition-tables.ts'

/** One item of the visit; a bare id has weight 1. */
export interface QueryItem {
  readonly itemId: ItemId
  /** Factor on its place in the search, > 0; default 1. */
  readonly weight?: number
}

/** An answer. */
export interface ScoredItem {
  readonly itemId: ItemId
  /** Comparable within one answer only. */
  readonly score: number
  /** The asked item that contributed most. Absent where nothing was asked about or causes were declined. */
  readonly cause?: ItemId
}

/** May the item be shown? Asked only of items about to take a place. MUST NOT ask the model in turn. */
export type Accept = (itemId: ItemId) => boolean

export interface AnswerOptions {
  readonly accept?: Accept
}

export interface NeighbourOptions extends AnswerOptions {
  /** May items of the visit itself be answered? Default false. */
  readonly allowQueryItems?: boolean
  /** Work out the causes? Default true; without them an answer takes about a tenth less time. */
  readonly causes?: boolean
}

export interface PairOptions extends AnswerOptions {
  /** The items stand in the order they were chosen: the last counts whole, those before ½, ⅓ … Default false. */
  readonly oldestFirst?: boolean
}

/** Of items in their order so many are looked at: those further back say next to nothing. */
const MOST_IN_ORDER = 50

export class Model {
  readonly #snapshot: ModelSnapshot
  readonly #scratch: Scratch
  readonly #tables: DecayTables
  readonly #weights: SessionWeights
  /** What the session model needs beside; absent where the votes alone decide. */
  readonly #session: SessionModelParts | undefined
  readonly #baseNames: (ItemId | undefined)[]
  readonly #extraNames: (ItemId | undefined)[] = []
  readonly #baseItems: number
  readonly #pairs: CoOccurrenceConfig
  #allPopular: Uint32Array | undefined
  #totals: ItemTotals | undefined

  /**
   * @param snapshot as published; may have come through `postMessage`
   * @param previous the model this one replaces: its working memory and decoded names are taken over
   */
  constructor(snapshot: ModelSnapshot, previous?: Model, pairs: CoOccurrenceConfig = DEFAULT_CO_OCCURRENCE) {
    const config = snapshot.sessionKnn
    const { longestQuery, neighbours, newestSessions, windowSteps } = config
    const votes = Math.min(neighbours, newestSessions) * (2 * windowSteps + 1)
    const items = snapshot.itemSessions.length
    this.#snapshot = snapshot
    this.#pairs = pairs
    this.#baseItems = dictionarySize(snapshot.baseItems)
    const old = previous === undefined ? undefined : previous.#scratch
    this.#scratch = old?.fits(newestSessions, longestQuery, items, votes)
      ? old
      : new Scratch(newestSessions, longestQuery, items + (items >>> 3) + 64, votes)
    const before = previous === undefined ? undefined : previous.#snapshot
    const sameWeights = before !== undefined && JSON.stringify(before.sessionKnn) === JSON.stringify(config)
    this.#tables = previous !== undefined && sameWeights ? previous.#tables : decayTables(config)
    this.#weights = { age: this.#tables.age, length: this.#tables.length, newestDay: snapshot.newestDay }
    const sameParts = previous !== undefined && sameWeights ? previous.#session : undefined
    this.#session = this.#sessionParts(sameParts)
    const sameNames = previous !== undefined && before?.generation === snapshot.generation
    this.#baseNames = sameNames ? previous.#baseNames : []
  }

  /** Names the learned state and its configuration; equal states have equal versions. */
  get version(): string {
    return this.#snapshot.version
  }

  /** When the state was published, ms since the epoch. */
  get trainedAtMs(): number {
    return this.#snapshot.trainedAtMs
  }

  /** Sessions learned from. */
  get sessionCount(): number {
    return this.#snapshot.sessionCount
  }

  /** How much was learned: sessions, and steps of each kind. */
  get learned(): {
    readonly sessions: number
    readonly views: number
    readonly carts: number
    readonly purchases: number
  } {
    const [views = 0, carts = 0, purchases = 0] = this.#snapshot.stepsOfKind
    return { carts, purchases, sessions: this.#snapshot.sessionCount, views }
  }

  /** In how many learned sessions the item occurs; 0 for an unknown one. */
  sessionsWith(itemId: ItemId): number {
    const item = this.#find(itemId)
    return item < 0 ? 0 : this.#snapshot.itemSessions[item]!
  }

  /**
   * What comes next in the visit: what visitors with similar visits turned to, and what stands around its items.
   *
   * @param query the visit, oldest first; unknown items are passed over
   * @param limit ≥ 1
   * @returns best first; empty if no learned session shares an item
   */
  sessionNeighbours(
    query: readonly (ItemId | QueryItem)[],
    limit: number,
    options: NeighbourOptions = {},
  ): ScoredItem[] {
    const scratch = this.#scratch
    const asked: NeighbourQuery = {
      accept: this.#acceptNumbers(options.accept),
      allowQueryItems: options.allowQueryItems ?? false,
      causes: options.causes ?? true,
      count: this.#readQuery(query),
      limit,
    }
    this.#cleanly(() => {
      if (this.#session !== undefined) scoreSession(this.#session, scratch, asked)
      else scoreNeighbours(this.#snapshot, this.#tables, this.#weights, scratch, asked)
    })
    const { causes, queryItems, top } = scratch
    const answer: ScoredItem[] = []
    for (let n = 0; n < top.length; n++) {
      const itemId = this.#nameOf(top.item[n]!)
      const score = top.score[n]!
      answer.push(
        asked.causes ? { cause: this.#nameOf(queryItems[causes[n]!]!), itemId, score } : { itemId, score },
      )
    }
    return answer
  }

  /**
   * What the re-ranker sees of its candidates, items of the visit among them: for fitting its weights.
   *
   * @returns per candidate its inputs, then those of the question; in the order of the blend
   */
  rerankerInputs(query: readonly ItemId[]): { readonly itemId: ItemId; readonly inputs: Float32Array }[] {
    const { reranker } = this.#scratch
    const found: { itemId: ItemId; inputs: Float32Array }[] = []
    reranker.seen = (item) => {
      const inputs = Float32Array.of(...reranker.inputs, ...reranker.question)
      found.push({ inputs, itemId: this.#nameOf(item) })
    }
    try {
      this.sessionNeighbours(query, 1, { allowQueryItems: true, causes: false })
    } finally {
      reranker.seen = undefined
    }
    return found
  }

  /** Items viewed in the same visits as these. `cause` is the given item with the greatest share. */
  alsoViewed(itemIds: readonly ItemId[], limit: number, options: PairOptions = {}): ScoredItem[] {
    return this.#cleanly(() => this.#partners(itemIds, limit, VIEW, options))
  }

  /** Items bought in the same visits or orders as these. `cause` is the given item with the greatest share. */
  boughtTogether(itemIds: readonly ItemId[], limit: number, options: PairOptions = {}): ScoredItem[] {
    return this.#cleanly(() => this.#partners(itemIds, limit, PURCHASE, options))
  }

  /**
   * What a person will buy next, from what she bought: repeats when they are due, and what goes with them.
   * `cause` of a repeat is the item itself.
   *
   * @param orders her orders, oldest first, whether they were learned from or not
   * @param today  days since the epoch: what is due depends on it
   */
  nextBasket(
    orders: readonly PastBasket[],
    today: number,
    limit: number,
    options: AnswerOptions = {},
  ): ScoredItem[] {
    this.#totals ??= itemTotals(this.#snapshot)
    const names = { find: (id: ItemId) => this.#find(id), name: (item: number) => this.#nameOf(item) }
    const { pairs } = this.#scratch
    const learned = learnedBaskets(this.#snapshot, names, this.#totals, pairs, DEFAULT_BASKET)
    return this.#cleanly(() => nextBasket(orders, today, limit, learned, DEFAULT_BASKET, options.accept))
  }

  /** The most popular items, recent days counting more; ties by id. */
  popular(limit: number, accept?: Accept): ScoredItem[] {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`limit is ${limit}, expected an integer ≥ 1`)
    const { popularTop, popularity } = this.#snapshot
    const answer: ScoredItem[] = []
    const walk = (items: Uint32Array, from: number): void => {
      for (let n = from; n < items.length && answer.length < limit; n++) {
        const itemId = this.#nameOf(items[n]!)
        if (accept === undefined || accept(itemId)) answer.push({ itemId, score: popularity[items[n]!]! })
      }
    }
    walk(popularTop, 0)
    if (answer.length < limit) walk(this.#everyPopular(), popularTop.length)
    return answer
  }

  /**
   * Items asked for more in the last two days or so than the weeks before let expect, the steepest first;
   * ties by id. Empty where nothing rises; no item of fewer than five sessions is named.
   */
  trending(limit: number, accept?: Accept): ScoredItem[] {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`limit is ${limit}, expected an integer ≥ 1`)
    const { items, scores } = this.#snapshot.rising
    const answer: ScoredItem[] = []
    for (let n = 0; n < items.length && answer.length < limit; n++) {
      const itemId = this.#nameOf(items[n]!)
      if (accept === undefined || accept(itemId)) answer.push({ itemId, score: scores[n]! })
    }
    return answer
  }

  #partners(itemIds: readonly ItemId[], limit: number, kind: number, options: PairOptions): ScoredItem[] {
    const { bestAsked, bestShare, board, pairs, slotOf, top } = this.#scratch
    top.reset(limit)
    const accept = this.#acceptNumbers(options.accept)
    const newestFirst = options.oldestFirst === true
    const ids = [...new Set(newestFirst ? itemIds.toReversed() : itemIds)]
    const known = ids.map((id) => this.#find(id)).filter((item) => item >= 0)
    for (const item of known) slotOf[item] = 1
    const asked = newestFirst ? known.slice(0, MOST_IN_ORDER) : known
    board.length = 0
    for (let n = 0; n < asked.length; n++) {
      const counted = countPartners(this.#snapshot, asked[n]!, kind, this.#pairs.newestSessions, pairs)
      for (let t = 0; t < pairs.length; t++) {
        const other = pairs.touched[t]!
        const together = pairs.count[other]!
        const near = pairs.near[other]!
        pairs.count[other] = pairs.near[other] = 0
        if (together < this.#pairs.leastSupport || slotOf[other] !== 0) continue
        const sessions = this.#snapshot.itemSessions[other]!
        const close = pairScore(near, together, counted, sessions, this.#pairs.shrinkage)
        const share = newestFirst ? close / (n + 1) : close
        if (board.score[other] === 0) board.touched[board.length++] = other
        board.score[other]! += share
        if (share <= bestShare[other]!) continue
        bestShare[other] = share
        bestAsked[other] = n
      }
    }
    for (let t = 0; t < board.length; t++) {
      const item = board.touched[t]!
      const score = board.score[item]!
      if (top.takes(score) && (accept === undefined || accept(item))) top.put(item, score)
    }
    const answer: ScoredItem[] = []
    for (let n = 0; n < top.length; n++) {
      const item = top.item[n]!
      const cause = this.#nameOf(asked[bestAsked[item]!]!)
      answer.push({ cause, itemId: this.#nameOf(item), score: top.score[n]! })
    }
    for (let t = 0; t < board.length; t++) board.score[board.touched[t]!] = bestShare[board.touched[t]!] = 0
    for (const item of known) slotOf[item] = 0
    return answer
  }

  #sessionParts(previous: SessionModelParts | undefined): SessionModelParts | undefined {
    const { rows, sessionKnn } = this.#snapshot
    const config = sessionKnn.transitions
    if (config === undefined || rows === undefined) return undefined
    return {
      config,
      floats: rows.chunks.map((chunk) => new Float32Array(chunk.buffer, chunk.byteOffset, chunk.length)),
      rows,
      snapshot: this.#snapshot,
      tables: this.#tables,
      transitions: previous?.transitions ?? new TransitionTables(config),
      weights: this.#weights,
    }
  }

  /** Reads distinct known items, newest first, into the scratch. @returns how many */
  #readQuery(query: readonly (ItemId | QueryItem)[]): number {
    const { queryAges, queryFactors, queryItems, queryWeights } = this.#scratch
    const { longestQuery: longest, rarityExponent } = this.#snapshot.sessionKnn
    this.#readVisit(query)
    let count = 0
    let greatest = 0
    for (let n = query.length - 1; n >= 0 && count < longest; n--) {
      const entry = query[n]!
      const weight = typeof entry === 'string' ? 1 : (entry.weight ?? 1)
      if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`weight of query item ${n} is ${weight}, expected a positive number`)
      }
      const item = this.#known(query, n)
      if (item < 0 || queryItems.subarray(0, count).includes(item)) continue
      // The place in the visit is kept although unknown and repeated items are passed over.
      const age = query.length - 1 - n
      const rarity = Math.log(this.#snapshot.sessionCount / this.#snapshot.itemSessions[item]!)
      greatest = Math.max(greatest, weight)
      queryItems[count] = item
      queryAges[count] = age
      queryFactors[count] = weight
      queryWeights[count++] = fadedTo(this.#tables.query, age) * Math.max(0.1, rarity) ** rarityExponent
    }
    for (let q = 0; q < count; q++) {
      queryFactors[q]! /= greatest
      queryWeights[q]! *= queryFactors[q]!
    }
    return count
  }

  /** Reads the newest steps for the re-ranker: equal numbers for equal items, below 0 for unknown ones. */
  #readVisit(query: readonly (ItemId | QueryItem)[]): void {
    const scratch = this.#scratch
    scratch.visitLength = 0
    if (this.#session === undefined) return
    const from = Math.max(0, query.length - VISIT_STEPS)
    for (let n = from; n < query.length; n++) {
      const item = this.#lookUp(query, n)
      scratch.visit[n - from] = item < 0 ? -1 - firstPlaceOf(query, from, idOf(query, n)) : item
    }
    scratch.visitLength = query.length - from
  }

  /** Number of a step's item, found before or looked up; below 0 if no session of the model holds it. */
  #known(query: readonly (ItemId | QueryItem)[], n: number): number {
    const { visit, visitLength } = this.#scratch
    const place = n - (query.length - visitLength)
    return place < 0 ? this.#lookUp(query, n) : visit[place]!
  }

  #lookUp(query: readonly (ItemId | QueryItem)[], n: number): number {
    const item = this.#find(idOf(query, n))
    // An item no session holds any more is as unknown as one that never came: it takes no place.
    return item < 0 || this.#snapshot.itemSessions[item] === 0 ? -1 : item
  }

  /** Runs a question; one that breaks off (a throwing `accept`) leaves no scores behind for the next. */
  #cleanly<Answer>(question: () => Answer): Answer {
    try {
      return question()
    } catch (error) {
      this.#scratch.clear()
      throw error
    }
  }

  #acceptNumbers(accept: Accept | undefined): ((item: number) => boolean) | undefined {
    return accept === undefined ? undefined : (item) => accept(this.#nameOf(item))
  }

  #find(itemId: ItemId): number {
    const item = findItem(this.#snapshot.baseItems, itemId)
    if (item >= 0) return item
    const extra = findItem(this.#snapshot.extraItems, itemId)
    return extra < 0 ? -1 : this.#baseItems + extra
  }

  #nameOf(item: number): ItemId {
    const extra = item - this.#baseItems
    if (extra >= 0) {
      this.#extraNames[extra] ??= itemName(this.#snapshot.extraItems, extra)
      return this.#extraNames[extra]
    }
    this.#baseNames[item] ??= itemName(this.#snapshot.baseItems, item)
    return this.#baseNames[item]
  }

  /** All items with any popularity: sorted only when somebody's filter leaves the ready list short. */
  #everyPopular(): Uint32Array {
    const { popularTop, popularity } = this.#snapshot
    if (this.#allPopular !== undefined) return this.#allPopular
    const listed = new Set(popularTop)
    const rest: number[] = []
    for (let item = 0; item < popularity.length; item++) {
      if (popularity[item]! > 0 && !listed.has(item)) rest.push(item)
    }
    rest.sort((a, b) => popularity[b]! - popularity[a]! || (this.#nameOf(a) < this.#nameOf(b) ? -1 : 1))
    this.#allPopular = Uint32Array.from([...popularTop, ...rest])
    return this.#allPopular
  }
}

function idOf(query: readonly (ItemId | QueryItem)[], n: number): ItemId {
  const entry = query[n]!
  return typeof entry === 'string' ? entry : entry.itemId
}

function firstPlaceOf(query: readonly (ItemId | QueryItem)[], from: number, itemId: ItemId): number {
  let n = from
  while (idOf(query, n) !== itemId) n++
  return n - from
}
