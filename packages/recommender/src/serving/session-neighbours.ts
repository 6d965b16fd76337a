/**
 * Session neighbours from question to ranked items: retrieve, choose, vote, rank, and say why.
 *
 * Sums run over the neighbours from the newest to the oldest and equals are ranked in the order they
 * were met, so an answer is the same to the last bit however the sessions came into the model.
 */
import { type ModelSnapshot, sessionsIn, stepsOf, stepsStart } from '../snapshot/segment.ts'
import { type CandidateList, mergeNewest, mergeParts, POSITION, type SessionWeights } from './candidates.ts'
import { type KthRoom, kthGreatest } from './kth-greatest.ts'
import { addVotes, type DecayTables, fadedTo, logOf } from './neighbour-scoring.ts'
import type { Scratch } from './scratch.ts'
import type { SessionKnnConfig } from './session-knn-config.ts'

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
  choose(found, snapshot.sessionKnn.neighbours, scratch.kthRoom)
  vote(snapshot, tables, scratch, found, query)
  rank(snapshot, tables, scratch, query)
  if (query.causes) findCauses(scratch, query.count)
}

/** Newest sessions that share an item, base and delta in one order. */
export function retrieve(
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

/** Keeps the k most similar, of equals the newest. */
export function choose(found: CandidateList, neighbours: number, room: KthRoom): void {
  if (found.length <= neighbours) return
  const { anchor, session, similarity } = found
  const threshold = kthGreatest(similarity, found.length, neighbours, room)
  let equals = neighbours
  for (let n = 0; n < found.length; n++) equals -= similarity[n]! > threshold ? 1 : 0
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
  const { base, delta } = snapshot
  const { queryAges, queryItems, scores, starts } = scratch
  const { anchor, session, similarity } = found
  const baseSessions = sessionsIn(base)
  const log = query.causes && query.count > 1 ? scratch.votes : undefined
  scratch.votes.length = 0
  scores.clear()
  // Looked up in a loop of their own, so that the processor fetches many at once.
  for (let n = 0; n < found.length; n++) {
    const number = session[n]!
    starts[n] = number < baseSessions ? stepsStart(base, number) : stepsStart(delta, number - baseSessions)
  }
  for (let n = 0; n < found.length; n++) {
    const number = session[n]!
    const position = anchor[n]! & POSITION
    const weight = similarity[n]! * fadedTo(tables.anchor, queryAges[position]!)
    const start = starts[n]!
    if (number < baseSessions) {
      const end = start + stepsOf(base, number)
      addVotes(base.steps, start, end, queryItems[position]!, position, weight, tables, scores, log)
    } else {
      const end = start + stepsOf(delta, number - baseSessions)
      addVotes(delta.steps, start, end, queryItems[position]!, position, weight, tables, scores, log)
    }
  }
}

/** Final scores into the top list. */
function rank(snapshot: ModelSnapshot, tables: DecayTables, scratch: Scratch, query: NeighbourQuery): void {
  const { itemSessions, sessionCount, sessionKnn } = snapshot
  const { rarityBoost } = sessionKnn
  const { scores, top } = scratch
  const { keys, slots, sums } = scores
  const logSessions = Math.log(sessionCount)
  // What the rarest item could be multiplied by: most items are out of the race before their count is read.
  const most = 1 + rarityBoost * logSessions
  weighQueryItems(sessionKnn, scratch, query)
  for (let n = 0; n < scores.length; n++) {
    const sum = sums[slots[n]!]!
    if (!top.takes(sum * most) || sum === 0) continue
    const item = keys[slots[n]!]! - 1
    const score = sum * (1 + rarityBoost * (logSessions - logOf(tables, itemSessions[item]!)))
    if (top.takes(score) && (query.accept === undefined || query.accept(item))) top.put(item, score)
  }
}

/** Items of the visit itself have weights of their own, or none. */
function weighQueryItems(config: SessionKnnConfig, scratch: Scratch, query: NeighbourQuery): void {
  const { queryAges, queryItems, scores } = scratch
  for (let q = 0; q < query.count; q++) {
    const slot = scores.find(queryItems[q]!)
    if (slot < 0) continue
    if (!query.allowQueryItems) scores.sums[slot] = 0
    else scores.sums[slot]! *= queryAges[q] === 0 ? config.lastItemFactor : config.earlierItemFactor
  }
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
