/**
 * Session neighbours from question to ranked items: retrieve, weigh, vote, rank, and say why.
 *
 * Sums run over the neighbours from the newest to the oldest and equals are ranked in the order they
 * were met, so an answer is the same to the last bit however the sessions came into the model.
 */
import type { ModelSnapshot } from '../snapshot/segment.ts'
import { kthGreatest, mergeNewest, mergeParts } from './candidates.ts'
import { addVotes, creditVotes, type DecayTables, sessionWeight } from './neighbour-scoring.ts'
import type { Scratch } from './scratch.ts'

export interface NeighbourQuery {
  /** Items asked about: the first so many of `scratch.queryItems`, `queryWeights`, `queryFactors` (age in steps). */
  readonly count: number
  readonly limit: number
  readonly allowQueryItems: boolean
  readonly causes: boolean
  readonly accept: ((item: number) => boolean) | undefined
}

/**
 * Fills `scratch.top`.
 *
 * @returns for each answer the position of the asked item that contributed most, or `undefined` if
 *          causes were declined
 */
export function scoreNeighbours(
  snapshot: ModelSnapshot,
  tables: DecayTables,
  scratch: Scratch,
  query: NeighbourQuery,
): Uint16Array | undefined {
  scratch.top.reset(query.limit)
  retrieve(snapshot, scratch, query.count)
  weighNeighbours(snapshot, tables, scratch)
  const { board, merged, queryItems, similarity } = scratch
  const baseSessions = snapshot.base.alive.length
  board.length = 0
  for (let n = 0; n < merged.length; n++) {
    const weight = similarity[n]!
    if (weight === 0) continue
    const session = merged.session[n]!
    const anchor = queryItems[merged.anchor[n]!]!
    if (session < baseSessions) addVotes(snapshot.base, session, anchor, weight, tables, board)
    else addVotes(snapshot.delta, session - baseSessions, anchor, weight, tables, board)
  }
  rank(snapshot, scratch, query)
  return query.causes ? findCauses(snapshot, tables, scratch, query.count) : undefined
}

/** Newest sessions that share an item, base and delta in one order. */
function retrieve(snapshot: ModelSnapshot, scratch: Scratch, count: number): void {
  const { newestSessions } = snapshot.sessionKnn
  const { base, delta, merged, open, queryItems, queryWeights } = scratch
  mergeNewest(snapshot.base, queryItems, queryWeights, count, newestSessions, open, base)
  mergeNewest(snapshot.delta, queryItems, queryWeights, count, newestSessions, open, delta)
  mergeParts(base, delta, snapshot.deltaRank, snapshot.base.alive.length, newestSessions, merged)
}

/** Similarity of each candidate; 0 for all but the k most similar, of equals the newest. Then the anchor's decay. */
function weighNeighbours(snapshot: ModelSnapshot, tables: DecayTables, scratch: Scratch): void {
  const { anchorDecaySteps, neighbours } = snapshot.sessionKnn
  const { merged, ordered, queryFactors, similarity } = scratch
  const baseSessions = snapshot.base.alive.length
  for (let n = 0; n < merged.length; n++) {
    const session = merged.session[n]!
    const factor =
      session < baseSessions
        ? sessionWeight(snapshot.base, session, snapshot.newestDay, tables)
        : sessionWeight(snapshot.delta, session - baseSessions, snapshot.newestDay, tables)
    similarity[n] = merged.weight[n]! * factor
  }
  if (merged.length > neighbours) {
    ordered.set(similarity.subarray(0, merged.length))
    const threshold = kthGreatest(ordered, merged.length, neighbours)
    let above = 0
    for (let n = 0; n < merged.length; n++) if (similarity[n]! > threshold) above++
    let equals = neighbours - above
    for (let n = 0; n < merged.length; n++) {
      if (similarity[n]! > threshold || (similarity[n] === threshold && equals-- > 0)) continue
      similarity[n] = 0
    }
  }
  let lastAnchor = -1
  let decay = 1
  for (let n = 0; n < merged.length; n++) {
    if (similarity[n] === 0) continue
    if (merged.anchor[n] !== lastAnchor) {
      lastAnchor = merged.anchor[n]!
      decay = Math.exp(-queryFactors[lastAnchor]! / anchorDecaySteps)
    }
    similarity[n]! *= decay
  }
}

/** Final scores into the top list; leaves the board clean. */
function rank(snapshot: ModelSnapshot, scratch: Scratch, query: NeighbourQuery): void {
  const { itemSessions, sessionCount, sessionKnn } = snapshot
  const { board, queryFactors, queryItems, slotOf, top } = scratch
  for (let q = 0; q < query.count; q++) slotOf[queryItems[q]!] = q + 1
  for (let t = 0; t < board.length; t++) {
    const item = board.touched[t]!
    let score =
      board.score[item]! * (1 + sessionKnn.rarityBoost * Math.log(sessionCount / itemSessions[item]!))
    board.score[item] = 0
    const asked = slotOf[item]!
    if (asked !== 0) {
      if (!query.allowQueryItems) continue
      score *= queryFactors[asked - 1] === 0 ? sessionKnn.lastItemFactor : sessionKnn.earlierItemFactor
    }
    if (top.takes(score) && (query.accept === undefined || query.accept(item))) top.put(item, score)
  }
  for (let q = 0; q < query.count; q++) slotOf[queryItems[q]!] = 0
}

/** Walks the neighbours once more, for the ranked items only, and credits votes to the shared items. */
function findCauses(
  snapshot: ModelSnapshot,
  tables: DecayTables,
  scratch: Scratch,
  count: number,
): Uint16Array {
  const { merged, queryItems, similarity, slotOf, top } = scratch
  if (scratch.credit.length < top.length * count) scratch.credit = new Float64Array(top.length * count * 2)
  const credit = scratch.credit
  credit.fill(0, 0, top.length * count)
  for (let n = 0; n < top.length; n++) slotOf[top.item[n]!] = n + 1
  const baseSessions = snapshot.base.alive.length
  for (let n = 0; n < merged.length; n++) {
    const weight = similarity[n]!
    if (weight === 0) continue
    const session = merged.session[n]!
    const position = merged.anchor[n]!
    const anchor = queryItems[position]!
    if (session < baseSessions) {
      creditVotes(snapshot.base, session, anchor, position, weight, tables, slotOf, credit, count)
    } else {
      creditVotes(
        snapshot.delta,
        session - baseSessions,
        anchor,
        position,
        weight,
        tables,
        slotOf,
        credit,
        count,
      )
    }
  }
  const causes = new Uint16Array(top.length)
  for (let n = 0; n < top.length; n++) {
    slotOf[top.item[n]!] = 0
    let best = 0
    for (let q = 1; q < count; q++) if (credit[n * count + q]! > credit[n * count + best]!) best = q
    causes[n] = best
  }
  return causes
}
