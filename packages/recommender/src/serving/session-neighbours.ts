/**
 * Session neighbours from question to ranked items: retrieve, choose, vote, rank, and say why.
 *
 * Sums run over the neighbours from the newest to the oldest and equals are ranked in the order they
 * were met, so an answer is the same to the last bit however the sessions came into the model.
 */
import { type ModelSnapshot, sessionsIn } from '../snapshot/segment.ts'
import {
  type CandidateList,
  kthGreatest,
  mergeNewest,
  mergeParts,
  type SessionWeights,
} from './candidates.ts'
import { addVotes, type DecayTables, fadedTo, logOf } from './neighbour-scoring.ts'
import type { Scratch } from './scratch.ts'

export interface NeighbourQuery {
  /** Items asked about: the first so many of `scratch.queryItems`, `queryWeights`, `queryAges` (in steps). */
  readonly count: number
  readonly limit: number
  readonly allowQueryItems: boolean
  readonly causes: boolean
  readonly accept: ((item: number) => boolean) | undefined
}

/**
 * Fills `scratch.top`, and `scratch.causes` if they were asked for: for each answer the position of
 * the asked item that contributed most. Allocates nothing.
 */
export function scoreNeighbours(
  snapshot: ModelSnapshot,
  tables: DecayTables,
  weights: SessionWeights,
  scratch: Scratch,
  query: NeighbourQuery,
): void {
  scratch.top.reset(query.limit)
  const found = retrieve(snapshot, weights, scratch, query.count)
  choose(found, snapshot.sessionKnn.neighbours, scratch.ordered)
  vote(snapshot, tables, scratch, found, query)
  rank(snapshot, tables, scratch, query)
  if (query.causes) findCauses(scratch, query.count)
}

/** Newest sessions that share an item, base and delta in one order. */
function retrieve(
  snapshot: ModelSnapshot,
  weights: SessionWeights,
  scratch: Scratch,
  count: number,
): CandidateList {
  const { base, delta, deltaRank, sessionKnn } = snapshot
  const { newestSessions } = sessionKnn
  const { merged, open, queryItems, queryWeights } = scratch
  mergeNewest(base, queryItems, queryWeights, count, newestSessions, weights, open, scratch.base)
  if (sessionsIn(delta) === 0) return scratch.base
  mergeNewest(delta, queryItems, queryWeights, count, newestSessions, weights, open, scratch.delta)
  mergeParts(scratch.base, scratch.delta, deltaRank, sessionsIn(base), newestSessions, merged)
  return merged
}

/** Keeps the k most similar, of equals the newest. @param room for so many values as were found */
function choose(found: CandidateList, neighbours: number, room: Float64Array): void {
  if (found.length <= neighbours) return
  const { anchor, session, similarity } = found
  for (let n = 0; n < found.length; n++) room[n] = similarity[n]!
  const threshold = kthGreatest(room, found.length, neighbours)
  let equals = neighbours
  for (let n = 0; n < found.length; n++) if (similarity[n]! > threshold) equals--
  let length = 0
  for (let n = 0; n < found.length; n++) {
    const value = similarity[n]!
    if (value < threshold || (value === threshold && equals-- <= 0)) continue
    similarity[length] = value
    session[length] = session[n]!
    anchor[length++] = anchor[n]!
  }
  found.length = length
}

/** Lets every neighbour vote, weaker if the newest item it shares lies further back. */
function vote(
  snapshot: ModelSnapshot,
  tables: DecayTables,
  scratch: Scratch,
  found: CandidateList,
  query: NeighbourQuery,
): void {
  const { board, queryAges, queryItems } = scratch
  const baseSessions = sessionsIn(snapshot.base)
  const log = query.causes && query.count > 1 ? scratch.votes : undefined
  scratch.votes.length = 0
  board.length = 0
  for (let n = 0; n < found.length; n++) {
    const session = found.session[n]!
    const position = found.anchor[n]!
    const weight = found.similarity[n]! * fadedTo(tables.anchor, queryAges[position]!)
    const anchor = queryItems[position]!
    if (session < baseSessions) {
      addVotes(snapshot.base, session, anchor, position, weight, tables, board, log)
    } else {
      addVotes(snapshot.delta, session - baseSessions, anchor, position, weight, tables, board, log)
    }
  }
}

/** Final scores into the top list; leaves the board clean. */
function rank(snapshot: ModelSnapshot, tables: DecayTables, scratch: Scratch, query: NeighbourQuery): void {
  const { itemSessions, sessionCount, sessionKnn } = snapshot
  const { earlierItemFactor, lastItemFactor, rarityBoost } = sessionKnn
  const { board, queryAges, queryItems, slotOf, top } = scratch
  const { score: scores, touched } = board
  const logSessions = Math.log(sessionCount)
  // What the rarest item could be multiplied by: most items are out of the race before their count is read.
  const most = 1 + rarityBoost * logSessions
  for (let q = 0; q < query.count; q++) slotOf[queryItems[q]!] = q + 1
  for (let t = 0; t < board.length; t++) {
    const item = touched[t]!
    let score = scores[item]!
    scores[item] = 0
    const asked = slotOf[item]!
    if (asked !== 0) {
      if (!query.allowQueryItems) continue
      score *= queryAges[asked - 1] === 0 ? lastItemFactor : earlierItemFactor
    }
    if (!top.takes(score * most)) continue
    score *= 1 + rarityBoost * (logSessions - logOf(tables, itemSessions[item]!))
    if (top.takes(score) && (query.accept === undefined || query.accept(item))) top.put(item, score)
  }
  for (let q = 0; q < query.count; q++) slotOf[queryItems[q]!] = 0
}

/** Credits the votes for the ranked items to the shared items they came by. */
function findCauses(scratch: Scratch, count: number): void {
  const { slotOf, top, votes } = scratch
  const causes = scratch.roomForCauses(top.length)
  if (count <= 1) {
    for (let n = 0; n < top.length; n++) causes[n] = 0
    return
  }
  const credit = scratch.roomForCredit(top.length * count)
  for (let n = 0; n < top.length * count; n++) credit[n] = 0
  for (let n = 0; n < top.length; n++) slotOf[top.item[n]!] = n + 1
  for (let n = 0; n < votes.length; n++) {
    const slot = slotOf[votes.item[n]!]!
    if (slot !== 0) credit[(slot - 1) * count + votes.anchor[n]!]! += votes.vote[n]!
  }
  for (let n = 0; n < top.length; n++) {
    slotOf[top.item[n]!] = 0
    let best = 0
    for (let q = 1; q < count; q++) if (credit[n * count + q]! > credit[n * count + best]!) best = q
    causes[n] = best
  }
}
