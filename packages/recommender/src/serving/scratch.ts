/**
 * Working memory of a model: allocated once, clean between questions, handed on from model to model.
 */
import { type CandidateList, type Cursors, candidateList, cursors } from './candidates.ts'
import type { PairCounts } from './co-occurrence.ts'
import type { ScoreBoard } from './neighbour-scoring.ts'
import { TopList } from './top-list.ts'

export class Scratch {
  readonly base: CandidateList
  readonly delta: CandidateList
  readonly merged: CandidateList
  readonly similarity: Float64Array
  readonly ordered: Float64Array
  readonly open: Cursors
  readonly queryItems: Uint32Array
  readonly queryWeights: Float64Array
  readonly queryFactors: Float64Array
  readonly top = new TopList()
  readonly board: ScoreBoard
  readonly pairs: PairCounts
  /** Position + 1 of an item in some list; zeros between questions. */
  readonly slotOf: Uint16Array
  /** Share and position of the asked item that gave an item most. */
  readonly bestShare: Float64Array
  readonly bestAsked: Uint16Array
  credit = new Float64Array(2_048)
  readonly sessionRoom: number
  readonly queryRoom: number
  readonly itemRoom: number

  constructor(sessionRoom: number, queryRoom: number, itemRoom: number) {
    this.sessionRoom = sessionRoom
    this.queryRoom = queryRoom
    this.itemRoom = itemRoom
    this.base = candidateList(sessionRoom)
    this.delta = candidateList(sessionRoom)
    this.merged = candidateList(sessionRoom)
    this.similarity = new Float64Array(sessionRoom)
    this.ordered = new Float64Array(sessionRoom)
    this.open = cursors(queryRoom)
    this.queryItems = new Uint32Array(queryRoom)
    this.queryWeights = new Float64Array(queryRoom)
    this.queryFactors = new Float64Array(queryRoom)
    this.board = { length: 0, score: new Float64Array(itemRoom), touched: new Uint32Array(itemRoom) }
    this.pairs = {
      count: new Uint32Array(itemRoom),
      length: 0,
      seenIn: new Uint32Array(itemRoom),
      touched: new Uint32Array(itemRoom),
      walked: 0,
    }
    this.slotOf = new Uint16Array(itemRoom)
    this.bestShare = new Float64Array(itemRoom)
    this.bestAsked = new Uint16Array(itemRoom)
  }

  /** Is there room for so many sessions, asked items and items? */
  fits(sessions: number, query: number, items: number): boolean {
    return sessions <= this.sessionRoom && query <= this.queryRoom && items <= this.itemRoom
  }

  /** Back to the state between questions, after one that broke off. */
  clear(): void {
    for (const values of [this.board.score, this.pairs.count, this.slotOf, this.bestShare]) values.fill(0)
  }
}
