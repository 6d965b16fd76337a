/**
 * The session model: votes of neighbour sessions, transition rows, and hops over them, blended; the best of
 * the blend are put in order by the re-ranker.
 *
 * Each sum runs in an order that the sessions alone decide, and equals stand as they were met, so an answer
 * is the same to the last bit however the sessions came into the model.
 */
import { ITEM_MASK, type ModelSnapshot, sessionsIn, stepsOf, stepsStart } from '../snapshot/segment.ts'
import {
  chunkOf,
  ENTRY_MASK,
  NO_ITEM,
  ROOM_SHIFT,
  ROW_HEADER,
  type TransitionRows,
  wordOf,
} from '../snapshot/transition-rows.ts'
import { shareOut } from './blend-causes.ts'
import { type CandidateList, POSITION, type SessionWeights, SHARES_MORE } from './candidates.ts'
import { NEAR, SECOND, SUMS, THIRD, VISIT, VOTE_MOST, VOTES, VOTES_AFTER, VOTES_SHARED } from './evidence.ts'
import { type DecayTables, fadedTo, logOf } from './neighbour-scoring.ts'
import { rerank } from './reranker.ts'
import type { Scratch } from './scratch.ts'
import { choose, type NeighbourQuery, retrieve } from './session-neighbours.ts'
import type { TransitionConfig } from './transition-config.ts'
import type { TransitionTables } from './transition-tables.ts'

/** What a model keeps ready for its questions. */
export interface SessionModelParts {
  readonly snapshot: ModelSnapshot
  readonly rows: TransitionRows
  /** The chunks of the rows as floats. */
  readonly floats: readonly Float32Array[]
  readonly config: TransitionConfig
  readonly tables: DecayTables
  readonly transitions: TransitionTables
  readonly weights: SessionWeights
}

/** Facts about one question, for the re-ranker. */
export interface AskedFacts {
  /** Sessions met. */
  met: number
  /** Summed weight of those that voted. */
  weight: number
  /** 1 by that, 1 without any. */
  norm: number
}

/** Place of the newest asked item's row, and 1 by its damped total; `chunk` −1 without one. */
export interface NewestRow {
  chunk: number
  word: number
  room: number
  each: number
}

/**
 * Fills `scratch.top`, and `scratch.causes` if they were asked for, as `scoreNeighbours` does.
 *
 * Cost: votes of at most k neighbours, some 2,500 row entries, and the network for the best of the blend.
 */
export function scoreSession(parts: SessionModelParts, scratch: Scratch, query: NeighbourQuery): void {
  const { config, snapshot } = parts
  scratch.top.reset(query.limit)
  scratch.evidence.clear()
  const log = query.causes && query.count > 1
  scratch.shares.length = 0
  const found = retrieve(snapshot, parts.weights, scratch, query.count)
  scratch.facts.met = found.length
  choose(found, snapshot.sessionKnn.neighbours, scratch.kthRoom)
  vote(parts, scratch, found, log)
  addRows(parts, scratch, query, log)
  addHops(parts, scratch, query, log)
  if (config.thirdHopFrom > 0) addThirdHop(parts, scratch)
  blend(parts, scratch, query)
  if (log) shareOut(parts, scratch, query)
  else if (query.causes) scratch.roomForBlendCauses(scratch.blended.length).fill(0)
  if (config.reranked > 0) rerank(parts, scratch, query)
  else takeBlend(scratch, query)
  nameItems(scratch, query)
}

function vote(
  { snapshot, tables }: SessionModelParts,
  scratch: Scratch,
  found: CandidateList,
  log: boolean,
): void {
  const { base, delta } = snapshot
  const { evidence, facts, queryAges, queryItems, shares, starts } = scratch
  const { anchor, session, similarity } = found
  const { backward, forward } = tables
  const reach = forward.length - 1
  const baseSessions = sessionsIn(base)
  for (let n = 0; n < found.length; n++) {
    const number = session[n]!
    starts[n] = number < baseSessions ? stepsStart(base, number) : stepsStart(delta, number - baseSessions)
  }
  let total = 0
  for (let n = 0; n < found.length; n++) {
    const position = anchor[n]! & POSITION
    const sharesMore = (anchor[n]! & SHARES_MORE) !== 0
    const weight = similarity[n]! * fadedTo(tables.anchor, queryAges[position]!)
    total += weight
    const isBase = session[n]! < baseSessions
    const { steps } = isBase ? base : delta
    const start = starts[n]!
    const end = start + (isBase ? stepsOf(base, session[n]!) : stepsOf(delta, session[n]! - baseSessions))
    const item = queryItems[position]!
    let at = end - 1
    while ((steps[at]! & ITEM_MASK) !== item) at--
    const to = Math.min(at + reach, end - 1)
    for (let step = Math.max(at - reach, start); step <= to; step++) {
      const amount = weight * (step < at ? backward[at - step]! : forward[step - at]!)
      const record = evidence.record(steps[step]! & ITEM_MASK)
      const { sums } = evidence
      const sum = record * SUMS
      sums[sum + VOTES]! += amount
      if (amount > sums[sum + VOTE_MOST]!) sums[sum + VOTE_MOST] = amount
      if (sharesMore) sums[sum + VOTES_SHARED]! += amount
      if (step > at) sums[sum + VOTES_AFTER]! += amount
      if (log) shares.add(record, VOTES, position, amount)
    }
  }
  facts.weight = total
  facts.norm = total > 0 ? 1 / total : 1
}

/** What stands around the items of the visit. */
function addRows(
  { config, floats, rows, transitions }: SessionModelParts,
  scratch: Scratch,
  { count }: NeighbourQuery,
  log: boolean,
): void {
  const { evidence, newestRow, queryAges, queryFactors, queryItems, shares } = scratch
  const { chunks, itemOf, learnerOf, slotOf } = rows
  newestRow.chunk = -1
  const asked = Math.min(count, Math.max(config.visitItems, config.nearItems))
  for (let q = 0; q < asked; q++) {
    const slot = slotOf[learnerOf[queryItems[q]!]!]!
    if (slot === 0) continue
    const words = chunks[chunkOf(slot)]!
    const values = floats[chunkOf(slot)]!
    const word = wordOf(slot)
    const entries = words[word]! & ENTRY_MASK
    const room = words[word]! >>> ROOM_SHIFT
    const each = queryFactors[q]! / (values[word + 1]! + config.damping)
    const near = q < config.nearItems ? fadedTo(transitions.near, queryAges[q]!) * each : 0
    const inVisit = q < config.visitItems ? fadedTo(transitions.visit, queryAges[q]!) * each : 0
    if (q === 0) {
      newestRow.chunk = chunkOf(slot)
      newestRow.word = word
      newestRow.room = room
      newestRow.each = each
    }
    const first = word + ROW_HEADER
    for (let entry = 0; entry < entries; entry++) {
      const item = itemOf[words[first + entry]!]!
      if (item === NO_ITEM) continue
      const value = values[first + room + entry]!
      const record = evidence.record(item)
      const sum = record * SUMS
      evidence.sums[sum + NEAR]! += near * value
      evidence.sums[sum + VISIT]! += inVisit * value
      if (q === 0) evidence.entry[record] = entry + 1
      if (log && near > 0) shares.add(record, NEAR, q, near * value)
    }
  }
}

/** From the newest items to what stands around that which stands around them. */
function addHops(
  { config, floats, rows, snapshot, transitions }: SessionModelParts,
  scratch: Scratch,
  { count }: NeighbourQuery,
  log: boolean,
): void {
  const { evidence, queryAges, queryFactors, queryItems, shares } = scratch
  const { chunks, itemOf, learnerOf, slotOf } = rows
  for (let q = 0; q < count && q < config.hopItems; q++) {
    const own = learnerOf[queryItems[q]!]!
    const slot = slotOf[own]!
    if (slot === 0) continue
    const words = chunks[chunkOf(slot)]!
    const values = floats[chunkOf(slot)]!
    const word = wordOf(slot)
    const entries = words[word]! & ENTRY_MASK
    const first = word + ROW_HEADER
    const room = words[word]! >>> ROOM_SHIFT
    const start =
      (queryFactors[q]! * fadedTo(transitions.hop, queryAges[q]!)) / (values[word + 1]! + config.damping)
    let taken = 0
    for (let entry = 0; entry < entries && taken < config.firstHop; entry++) {
      const through = words[first + entry]!
      if (through === own) continue
      taken++
      const next = slotOf[through]!
      const item = itemOf[through]!
      if (next === 0 || item === NO_ITEM) continue
      const nextWords = chunks[chunkOf(next)]!
      const nextValues = floats[chunkOf(next)]!
      const nextWord = wordOf(next)
      const nextEntries = nextWords[nextWord]! & ENTRY_MASK
      const weight =
        ((start * values[first + room + entry]!) / (nextValues[nextWord + 1]! + config.damping)) *
        transitions.hopRarity(snapshot.itemSessions[item]!)
      const nextFirst = nextWord + ROW_HEADER
      const nextRoom = nextWords[nextWord]! >>> ROOM_SHIFT
      const end = Math.min(nextEntries, config.secondHop)
      for (let n = 0; n < end; n++) {
        const reached = itemOf[nextWords[nextFirst + n]!]!
        if (reached === NO_ITEM) continue
        const amount = weight * nextValues[nextFirst + nextRoom + n]!
        const record = evidence.record(reached)
        evidence.sums[record * SUMS + SECOND]! += amount
        if (log) shares.add(record, SECOND, q, amount)
      }
    }
  }
}

/** One hop further from the items that two hops reach best. */
function addThirdHop(
  { config, floats, rows, snapshot, transitions }: SessionModelParts,
  scratch: Scratch,
): void {
  const { evidence, reached } = scratch
  const { chunks, itemOf, learnerOf, slotOf } = rows
  reached.reset(config.thirdHopFrom)
  for (let record = 0; record < evidence.length; record++) {
    const value = evidence.sums[record * SUMS + SECOND]!
    if (value > 0 && reached.takes(value)) reached.put(record, value)
  }
  for (let n = 0; n < reached.length; n++) {
    const item = evidence.items[reached.item[n]!]!
    const slot = slotOf[learnerOf[item]!]!
    if (slot === 0) continue
    const words = chunks[chunkOf(slot)]!
    const values = floats[chunkOf(slot)]!
    const word = wordOf(slot)
    const weight =
      (reached.score[n]! / (values[word + 1]! + config.damping)) *
      transitions.hopRarity(snapshot.itemSessions[item]!)
    const first = word + ROW_HEADER
    const room = words[word]! >>> ROOM_SHIFT
    const end = Math.min(words[word]! & ENTRY_MASK, config.thirdHop)
    for (let entry = 0; entry < end; entry++) {
      const found = itemOf[words[first + entry]!]!
      if (found === NO_ITEM) continue
      evidence.sums[evidence.record(found) * SUMS + THIRD]! += weight * values[first + room + entry]!
    }
  }
}

/** Adds up; the best, as records, go into `scratch.blended`. */
function blend(parts: SessionModelParts, scratch: Scratch, query: NeighbourQuery): void {
  const { config, floats, snapshot, tables, transitions } = parts
  const { blended, evidence, facts, newestRow, queryAges, queryItems } = scratch
  const { earlierItemFactor, lastItemFactor, rarityBoost } = snapshot.sessionKnn
  const { nearShare, nextShare, secondShare, thirdShare } = config
  for (let q = 0; q < query.count; q++) {
    const record = evidence.find(queryItems[q]!)
    if (record >= 0) evidence.mark[record] = queryAges[q] === 0 ? NEWEST : EARLIER
  }
  blended.reset(Math.max(query.limit, config.reranked))
  const logSessions = Math.log(snapshot.sessionCount)
  const mostBoost = facts.norm * (1 + rarityBoost * logSessions)
  const squares = 1 + nearShare ** 2 + secondShare ** 2 + thirdShare ** 2 + nextShare ** 2
  const next = newestRow.chunk < 0 ? undefined : floats[newestRow.chunk]!
  const nextAt = newestRow.word + ROW_HEADER + 3 * newestRow.room - 1
  const { entry, items, mark, sums } = evidence
  for (let record = 0; record < evidence.length; record++) {
    const at = record * SUMS
    let factor = 1
    if (mark[record] !== 0) {
      if (!query.allowQueryItems) continue
      factor = mark[record] === NEWEST ? lastItemFactor : earlierItemFactor
    }
    const right = entry[record] === 0 ? 0 : next![nextAt + entry[record]!]! * newestRow.each
    const sum =
      sums[at + VOTES]! * mostBoost + sums[at + NEAR]! + sums[at + SECOND]! + sums[at + THIRD]! + right
    // No more than this by Cauchy's inequality: most items are out of the race before any root is taken.
    if (!blended.takesRootOf(squares * sum * factor * factor * SLACK)) continue
    const sessions = snapshot.itemSessions[items[record]!]!
    const rarity = 1 + rarityBoost * (logSessions - logOf(tables, sessions))
    const score =
      factor *
      (Math.sqrt(sums[at + VOTES]! * facts.norm * rarity) +
        nearShare * Math.sqrt(sums[at + NEAR]! * transitions.nearRarity(sessions)) +
        secondShare * Math.sqrt(sums[at + SECOND]! * transitions.endRarity(sessions)) +
        thirdShare * Math.sqrt(sums[at + THIRD]! * transitions.endRarity(sessions)) +
        nextShare * Math.sqrt(right))
    if (!(score > 0) || !blended.takes(score)) continue
    if (query.accept === undefined || query.accept(items[record]!)) blended.put(record, score)
  }
}

/** A bound must hold although sums are rounded. */
const SLACK = 1 + 1e-9

/** In `Evidence.mark`: the item looked at now, and an earlier one of the visit. */
const NEWEST = 1
const EARLIER = 2

/** The blend's order as the answer: places in `scratch.blended`. */
function takeBlend({ blended, top }: Scratch, { limit }: NeighbourQuery): void {
  for (let n = 0; n < blended.length && n < limit; n++) top.put(n, blended.score[n]!)
}

/** Places in the blend become items, and their causes go with them. */
function nameItems(scratch: Scratch, query: NeighbourQuery): void {
  const { blendCauses, blended, evidence, top } = scratch
  const causes = query.causes ? scratch.roomForCauses(top.length) : undefined
  for (let n = 0; n < top.length; n++) {
    const place = top.item[n]!
    if (causes !== undefined) causes[n] = blendCauses[place]!
    top.item[n] = evidence.items[blended.item[place]!]!
  }
}
