/**
 * Puts the best of the blend in order: a network of sixteen units over what is known of each candidate.
 *
 * Inputs have no unit of any shop's size, so that one set of weights serves all. The scores it gives are
 * shares: how probable each candidate is to be the next item, if it is one of the candidates (softmax, as
 * the network was fitted).
 */
import { chunkOf, oldestRank, ROW_HEADER, wordOf } from '../snapshot/transition-rows.ts'
import { NEAR, SECOND, SUMS, THIRD, VISIT, VOTE_MOST, VOTES, VOTES_AFTER, VOTES_SHARED } from './evidence.ts'
import { logOf } from './neighbour-scoring.ts'
import { RERANKER } from './reranker-weights.ts'
import type { Scratch } from './scratch.ts'
import type { SessionModelParts } from './session-model.ts'
import type { NeighbourQuery } from './session-neighbours.ts'

/** Inputs that differ from candidate to candidate. */
export const ITEM_INPUTS = 29
/** Inputs that are the same for all candidates of a question. */
export const QUESTION_INPUTS = 10
/** The first input about the item's place in the visit. */
const IN_VISIT = 24
/** Stands for the places of an item that is not in the visit. */
const NOWHERE = 3.5
/** The inputs from `IN_VISIT` on of such an item. */
const OUTSIDE = [0, NOWHERE, NOWHERE, 0, 0]
/** A multiple of four. */
const UNITS = RERANKER.outputs.length
const LEAK = 0.01
const FURTHEST = 5

const TINY = 1e-6
const LOG_TINY = Math.log(TINY)
const mean = Float64Array.from(RERANKER.mean)
const scale = Float64Array.from(RERANKER.deviation, (deviation) => 1 / deviation)
const hiddenWeights = Float64Array.from(RERANKER.hidden.flat())
const outputs = Float64Array.from(RERANKER.outputs)
const straight = Float64Array.from(RERANKER.straight)

/** Working memory of the re-ranker. */
export class RerankerRoom {
  /** Inputs of the question and of one candidate. */
  readonly question = new Float64Array(QUESTION_INPUTS)
  readonly inputs = new Float64Array(ITEM_INPUTS)
  /** Units before the candidate's own inputs; the second with those of an item that is not in the visit. */
  readonly base = new Float64Array(UNITS)
  readonly outside = new Float64Array(UNITS)
  /** The candidate's inputs, scaled and clipped. */
  readonly scaled = new Float64Array(ITEM_INPUTS)
  /** What an item that is not in the visit adds to the output directly. */
  outsideStraight = 0
  /** Told of each candidate while its inputs stand here; for fitting weights. */
  seen: ((item: number) => void) | undefined
}

/** Fills `scratch.top` with places in `scratch.blended`, best first; of equals the better of the blend first. */
export function rerank(parts: SessionModelParts, scratch: Scratch, query: NeighbourQuery): void {
  const { blended, evidence, facts, reranker, top, visit, visitLength } = scratch
  const { inputs } = reranker
  const { mark, sums } = evidence
  if (blended.length === 0) return
  for (let n = 0; n < blended.length; n++) mark[blended.item[n]!] = 0
  for (let n = 0; n < visitLength; n++) {
    const record = visit[n]! < 0 ? -1 : evidence.find(visit[n]!)
    if (record >= 0) mark[record] = 1
  }
  const last = itemFacts(parts, visit[visitLength - 1]!)
  readQuestion(parts, scratch, query.count, last)
  begin(reranker)
  let votes = TINY
  let near = TINY
  let inVisit = TINY
  let second = TINY
  for (let n = 0; n < blended.length; n++) {
    const at = blended.item[n]! * SUMS
    votes = Math.max(votes, sums[at + VOTES]!)
    near = Math.max(near, sums[at + NEAR]!)
    inVisit = Math.max(inVisit, sums[at + VISIT]!)
    second = Math.max(second, sums[at + SECOND]!)
  }
  const { norm } = facts
  const best = blended.score[0]!
  for (let n = 0; n < blended.length; n++) {
    const record = blended.item[n]!
    const at = record * SUMS
    inputs[0] = log(blended.score[n]! / best)
    inputs[1] = log(sums[at + VOTES]! * norm)
    inputs[2] = log(sums[at + VOTES]! / votes)
    inputs[3] = log(sums[at + VOTES_AFTER]! * norm)
    inputs[4] = log(sums[at + VOTE_MOST]! * norm)
    inputs[5] = log(sums[at + VOTES_SHARED]! * norm)
    inputs[6] = log(sums[at + NEAR]!)
    inputs[7] = log(sums[at + NEAR]! / near)
    readEntry(parts, scratch, evidence.entry[record]!)
    inputs[11] = log(sums[at + VISIT]!)
    inputs[12] = log(sums[at + VISIT]! / inVisit)
    inputs[13] = log(sums[at + SECOND]!)
    inputs[14] = log(sums[at + SECOND]! / second)
    inputs[15] = log(sums[at + THIRD]!)
    readItem(parts, inputs, evidence.items[record]!, last)
    const isInside = mark[record] === 1
    if (isInside) readPlaces(scratch, evidence.items[record]!)
    if (reranker.seen !== undefined) {
      if (!isInside) inputs.set(OUTSIDE, IN_VISIT)
      reranker.seen(evidence.items[record]!)
    }
    const output = outputOf(reranker, isInside)
    if (top.takes(output)) top.put(n, output)
    blended.score[n] = output
  }
  toShares(scratch)
}

/** Outputs of the network to shares among all candidates, each above 0. */
function toShares({ blended, top }: Scratch): void {
  const most = top.score[0]!
  let sum = 0
  for (let n = 0; n < blended.length; n++) sum += Math.exp(blended.score[n]! - most)
  for (let n = 0; n < top.length; n++)
    top.score[n] = Math.max(Number.MIN_VALUE, Math.exp(top.score[n]! - most) / sum)
}

function log(value: number): number {
  return value === 0 ? LOG_TINY : Math.log(value + TINY)
}

interface ItemFacts {
  readonly sessions: number
  readonly newest64: number
  readonly goesOn: number
  readonly self: number
}

function window64({ snapshot }: SessionModelParts, sessions: number): number {
  return Math.log((sessions + 0.5) / Math.max(1, Math.floor(snapshot.sessionCount / 64)))
}

/** Facts of the item looked at now. @param item below 0 if it is unknown */
function itemFacts(parts: SessionModelParts, item: number): ItemFacts {
  const { floats, rows, snapshot } = parts
  if (item < 0) return { goesOn: 0, newest64: window64(parts, 0), self: 0, sessions: 0 }
  const slot = rows.slotOf[rows.learnerOf[item]!]!
  const values = floats[chunkOf(slot)]
  const word = wordOf(slot)
  const own = slot === 0 ? 1 : values![word + 1]! + 1
  return {
    goesOn: slot === 0 ? 0 : values![word + 2]! / own,
    newest64: window64(parts, rows.newest64[item]!),
    self: slot === 0 ? 0 : values![word + 3]! / own,
    sessions: snapshot.itemSessions[item]!,
  }
}

function readQuestion(
  { snapshot }: SessionModelParts,
  scratch: Scratch,
  count: number,
  last: ItemFacts,
): void {
  const { facts, reranker, visit, visitLength: length } = scratch
  const { question } = reranker
  const now = visit[length - 1]!
  let run = 0
  while (run < length && visit[length - 1 - run] === now) run++
  let returns = 0
  let repeats = 0
  for (let n = 1; n < length; n++) {
    if (visit[n] === visit[n - 1]) {
      repeats++
      continue
    }
    let earlier = 0
    while (earlier < n - 1 && visit[earlier] !== visit[n]) earlier++
    if (earlier < n - 1) returns++
  }
  question[0] = Math.log(count + 1)
  question[1] = Math.log(length)
  question[2] = Math.log(run)
  question[3] = returns / length
  question[4] = repeats / length
  question[5] = last.goesOn
  question[6] = last.self
  question[7] = Math.log((last.sessions + 0.5) / snapshot.sessionCount)
  question[8] = Math.log(facts.met + 1)
  question[9] = log(facts.weight)
}

/** What the newest item's row says of the candidate. */
function readEntry({ floats }: SessionModelParts, { newestRow, reranker }: Scratch, entry: number): void {
  const { inputs } = reranker
  if (entry === 0) {
    inputs[8] = inputs[9] = inputs[10] = LOG_TINY
    return
  }
  const { chunk, each, room, word } = newestRow
  const values = floats[chunk]!
  const at = word + ROW_HEADER + entry - 1
  const after = values[at + 2 * room]!
  inputs[8] = log(after * each)
  inputs[9] = log(Math.max(0, values[at + room]! - after) * each)
  inputs[10] = log(values[at + 3 * room]! * each)
}

/** What is known of the candidate itself. */
function readItem(parts: SessionModelParts, inputs: Float64Array, item: number, last: ItemFacts): void {
  const { floats, rows, snapshot, tables } = parts
  const { base, delta, deltaRank, itemSessions, sessionCount } = snapshot
  const sessions = logOf(tables, itemSessions[item]! + 1)
  const newest64 = window64(parts, rows.newest64[item]!)
  inputs[16] = sessions - Math.log(sessionCount)
  inputs[17] = newest64
  inputs[18] = Math.log((rows.newest16[item]! + 0.5) / Math.max(1, Math.floor(sessionCount / 16)))
  inputs[19] = newest64 - last.newest64
  inputs[20] = sessions - Math.log(last.sessions + 1)
  inputs[21] = (sessionCount - oldestRank(base, delta, deltaRank, rows, item)) / sessionCount
  const slot = rows.slotOf[rows.learnerOf[item]!]!
  if (slot === 0) {
    inputs[22] = inputs[23] = 0
    return
  }
  const values = floats[chunkOf(slot)]!
  const word = wordOf(slot)
  const own = values[word + 1]! + 1
  inputs[22] = values[word + 3]! / own
  inputs[23] = values[word + 2]! / own
}

/** Where the candidate stands in the visit, and how it came back. */
function readPlaces({ reranker, visit, visitLength: length }: Scratch, item: number): void {
  const { inputs } = reranker
  const now = visit[length - 1]!
  let times = 0
  let ago = -1
  let first = 0
  for (let n = length - 1; n >= 0; n--) {
    if (visit[n] !== item) continue
    times++
    if (ago < 0) ago = length - 1 - n
    first = n
  }
  let same = 0
  for (let n = ago + 1; n < length; n++) if (visit[n] === visit[n - ago - 1]) same++
  let followed = 0
  for (let n = 0; n < length - 1; n++) if (visit[n] === now && visit[n + 1] === item) followed++
  inputs[24] = Math.log(1 + times)
  inputs[25] = Math.log(1 + ago)
  inputs[26] = Math.log(1 + first)
  inputs[27] = Math.log(1 + same)
  inputs[28] = Math.log(1 + followed)
}

function clipped(input: number, value: number): number {
  const z = (value - mean[input]!) * scale[input]!
  return Math.max(-FURTHEST, Math.min(FURTHEST, z))
}

/** What all candidates of a question share, and what all that are not in the visit share. */
function begin(room: RerankerRoom): void {
  const { base, outside, question } = room
  base.set(RERANKER.bias)
  for (let n = 0; n < QUESTION_INPUTS; n++) {
    const z = clipped(ITEM_INPUTS + n, question[n]!)
    for (let unit = 0; unit < UNITS; unit++)
      base[unit]! += z * hiddenWeights[(ITEM_INPUTS + n) * UNITS + unit]!
  }
  outside.set(base)
  room.outsideStraight = 0
  for (let input = IN_VISIT; input < ITEM_INPUTS; input++) {
    const z = clipped(input, OUTSIDE[input - IN_VISIT]!)
    room.outsideStraight += z * straight[input]!
    for (let unit = 0; unit < UNITS; unit++) outside[unit]! += z * hiddenWeights[input * UNITS + unit]!
  }
}

/** Four units at a time: their sums stay in registers, and none waits for another. */
function outputOf(
  { base, inputs, outside, outsideStraight, scaled }: RerankerRoom,
  isInside: boolean,
): number {
  let output = isInside ? 0 : outsideStraight
  const start = isInside ? base : outside
  const end = isInside ? ITEM_INPUTS : IN_VISIT
  for (let input = 0; input < end; input++) {
    const z = clipped(input, inputs[input]!)
    scaled[input] = z
    output += z * straight[input]!
  }
  for (let unit = 0; unit < UNITS; unit += 4) {
    let a = start[unit]!
    let b = start[unit + 1]!
    let c = start[unit + 2]!
    let d = start[unit + 3]!
    let at = unit
    for (let input = 0; input < end; input++) {
      const z = scaled[input]!
      a += z * hiddenWeights[at]!
      b += z * hiddenWeights[at + 1]!
      c += z * hiddenWeights[at + 2]!
      d += z * hiddenWeights[at + 3]!
      at += UNITS
    }
    output += leaky(a) * outputs[unit]! + leaky(b) * outputs[unit + 1]!
    output += leaky(c) * outputs[unit + 2]! + leaky(d) * outputs[unit + 3]!
  }
  return output
}

function leaky(value: number): number {
  return value > 0 ? value : LEAK * value
}
