/**
 * Working memory of a model: allocated once, clean between questions, handed on from model to model.
 */
import { ShareLog } from './blend-causes.ts'
import { type CandidateList, type Cursors, candidateList, cursors } from './candidates.ts'
import type { PairCounts } from './co-occurrence.ts'
import { Evidence } from './evidence.ts'
import { ItemScores } from './item-scores.ts'
import { type KthRoom, kthRoom } from './kth-greatest.ts'
import { type VoteLog, voteLog } from './neighbour-scoring.ts'
import { RerankerRoom } from './reranker.ts'
import type { AskedFacts, NewestRow } from './session-model.ts'
import { TopList } from './top-list.ts'

/** Scores by item with the list of items that have one; all zeros between questions. */
interface ScoreBoard {
  readonly score: Float64Array
  readonly touched: Uint32Array
  length: number
}

/** Newest steps of a visit that the re-ranker looks at. */
export const VISIT_STEPS = 128

export class Scratch {
  readonly base: CandidateList
  readonly delta: CandidateList
  readonly merged: CandidateList
  readonly kthRoom: KthRoom
  /** Where the steps of each neighbour begin. */
  readonly starts: Uint32Array
  readonly open: Cursors
  readonly queryItems: Uint32Array
  readonly queryWeights: Float64Array
  /** Age of each asked item in steps; the newest has 0. */
  readonly queryAges: Float64Array
  /** Weight of each asked item beside the greatest, in (0, 1]. */
  readonly queryFactors: Float64Array
  /** Newest steps of the visit, repeats among them, oldest first; below 0 for unknown items, equal for equal ones. */
  readonly visit = new Int32Array(VISIT_STEPS)
  visitLength = 0
  readonly top = new TopList()
  /** Of the session model: sums by item, the best of the blend as records, and what three hops go on from. */
  readonly evidence = new Evidence()
  readonly blended = new TopList()
  readonly reached = new TopList()
  readonly shares = new ShareLog()
  readonly facts: AskedFacts = { met: 0, norm: 1, weight: 0 }
  readonly newestRow: NewestRow = { chunk: -1, each: 0, room: 0, word: 0 }
  readonly reranker = new RerankerRoom()
  /** Cause of each of `blended`. */
  blendCauses = new Uint16Array(128)
  readonly board: ScoreBoard
  readonly scores = new ItemScores()
  readonly pairs: PairCounts
  /** Position + 1 of an item in some list; zeros between questions. */
  readonly slotOf: Uint16Array
  /** Share and position of the asked item that gave an item most. */
  readonly bestShare: Float64Array
  readonly bestAsked: Uint16Array
  readonly votes: VoteLog
  /** For each answer, the position of the asked item that contributed most. */
  causes = new Uint16Array(128)
  #credit = new Float64Array(2_048)
  readonly sessionRoom: number
  readonly queryRoom: number
  readonly itemRoom: number
  readonly voteRoom: number

  constructor(sessionRoom: number, queryRoom: number, itemRoom: number, voteRoom: number) {
    this.sessionRoom = sessionRoom
    this.queryRoom = queryRoom
    this.itemRoom = itemRoom
    this.voteRoom = voteRoom
    this.votes = voteLog(voteRoom)
    this.base = candidateList(sessionRoom)
    this.delta = candidateList(sessionRoom)
    this.merged = candidateList(sessionRoom)
    this.kthRoom = kthRoom(sessionRoom)
    this.starts = new Uint32Array(sessionRoom)
    this.open = cursors(queryRoom)
    this.queryItems = new Uint32Array(queryRoom)
    this.queryWeights = new Float64Array(queryRoom)
    this.queryAges = new Float64Array(queryRoom)
    this.queryFactors = new Float64Array(queryRoom)
    this.board = { length: 0, score: new Float64Array(itemRoom), touched: new Uint32Array(itemRoom) }
    this.pairs = {
      count: new Uint32Array(itemRoom),
      length: 0,
      near: new Float64Array(itemRoom),
      seenIn: new Uint32Array(itemRoom),
      touched: new Uint32Array(itemRoom),
      walked: 0,
    }
    this.slotOf = new Uint16Array(itemRoom)
    this.bestShare = new Float64Array(itemRoom)
    this.bestAsked = new Uint16Array(itemRoom)
  }

  /** Is there room for so many sessions, asked items, items and votes? */
  fits(sessions: number, query: number, items: number, votes: number): boolean {
    return (
      sessions <= this.sessionRoom &&
      query <= this.queryRoom &&
      items <= this.itemRoom &&
      votes <= this.voteRoom
    )
  }

  /** `causes`, with room for so many. */
  roomForCauses(length: number): Uint16Array {
    if (this.causes.length < length) this.causes = new Uint16Array(length * 2)
    return this.causes
  }

  /** `blendCauses`, with room for so many. */
  roomForBlendCauses(length: number): Uint16Array {
    if (this.blendCauses.length < length) this.blendCauses = new Uint16Array(length * 2)
    return this.blendCauses
  }

  /** Room for so many sums; not cleared. */
  roomForCredit(length: number): Float64Array {
    if (this.#credit.length < length) this.#credit = new Float64Array(length * 2)
    return this.#credit
  }

  /** Back to the state between questions, after one that broke off. */
  clear(): void {
    for (const values of [this.board.score, this.pairs.count, this.pairs.near, this.slotOf, this.bestShare])
      values.fill(0)
  }
}
