/**
 * The session model, slow and obvious: maps and lists, everything computed from the sessions for each question.
 */
import type { SessionKnnConfig } from '../../src/index.ts'
import { RERANKER } from '../../src/serving/reranker-weights.ts'
import type { TransitionConfig } from '../../src/serving/transition-config.ts'
import type { DecodedRow } from './decoded-rows.ts'
import type { slowSessions } from './slow-recommender.ts'

const DAY = 86_400_000
const TINY = 1e-6

type Sessions = ReturnType<typeof slowSessions>

const itemsOf = (session: Sessions[number]): string[] => session.steps.map((step) => step.itemId)
const dayOf = (session: Sessions[number]): number => Math.floor(session.key.lastMs / DAY)
const held = (sessions: Sessions, item: string): number =>
  sessions.filter((session) => itemsOf(session).includes(item)).length

/** The row of an item, values as the engine keeps them. */
export function slowRow(sessions: Sessions, item: string, config: TransitionConfig): DecodedRow {
  const newest = [...sessions]
    .reverse()
    .filter((session) => itemsOf(session).includes(item))
    .slice(0, config.rowSessions)
  const sums = new Map<string, { after: number; before: number; next: number }>()
  let total = 0
  let goesOn = 0
  for (const session of newest) {
    const steps = itemsOf(session)
    const weight = Math.exp(-(dayOf(newest[0]!) - dayOf(session)) / config.rowAgeDays)
    steps.forEach((step, at) => {
      if (step !== item) return
      total += weight
      if (at + 1 < steps.length) goesOn += weight
      const near = (from: number): boolean => from >= 0 && from < steps.length
      for (let distance = 1; distance <= config.rowReach; distance++) {
        if (!near(at + distance)) break
        const entry = sumOf(sums, steps[at + distance]!)
        entry.after += weight * Math.exp(-(distance - 1) / config.forwardDecaySteps)
        if (distance === 1) entry.next += weight
      }
      for (let distance = 1; distance <= config.rowReach; distance++) {
        if (!near(at - distance)) break
        if (steps[at - distance] === item) continue
        const entry = sumOf(sums, steps[at - distance]!)
        entry.before += weight * Math.exp(-(distance - 1) / config.backwardDecaySteps)
      }
    })
  }
  const entries = [...sums]
    .map(([other, { after, before, next }]) => ({
      after,
      next,
      other,
      value: after + config.backwardWeight * before,
    }))
    .sort((a, b) => b.value - a.value)
    .slice(0, config.rowEntries)
    .map(({ after, next, other, value }) => [other, f32(value), f32(after), f32(next)] as const)
  return { entries, goesOn: f32(goesOn), self: f32(sums.get(item)?.next ?? 0), total: f32(total) }
}

const f32 = Math.fround

function sumOf<Sum extends object>(sums: Map<string, Sum>, key: string, zero?: Sum): Sum {
  let entry = sums.get(key)
  if (entry === undefined) {
    entry = zero ?? ({ after: 0, before: 0, next: 0 } as unknown as Sum)
    sums.set(key, entry)
  }
  return entry
}

interface Proof {
  votes: number
  after: number
  most: number
  shared: number
  near: number
  visit: number
  second: number
  third: number
  row: readonly [number, number, number] | undefined
  by: Map<string, number>
}

interface Asked {
  readonly item: string
  readonly age: number
}

/** Answers with scores and causes, best first. */
export function slowSessionModel(
  sessions: Sessions,
  query: readonly string[],
  config: SessionKnnConfig,
  allowQueryItems: boolean,
  limit: number,
): { itemId: string; score: number; cause: string }[] {
  const transitions = config.transitions!
  const asked: Asked[] = []
  for (let age = 0; age < query.length && asked.length < config.longestQuery; age++) {
    const item = query[query.length - 1 - age]!
    if (held(sessions, item) > 0 && !asked.some((other) => other.item === item)) asked.push({ age, item })
  }
  if (asked.length === 0) return []
  const rows = new Map<string, DecodedRow>()
  const rowOf = (item: string): DecodedRow =>
    sumOf(rows as Map<string, DecodedRow>, item, rows.get(item) ?? slowRow(sessions, item, transitions))
  const proofs = new Map<string, Proof>()
  const facts = vote(sessions, asked, config, proofs)
  addRows(asked, transitions, rowOf, proofs)
  addHops(sessions, asked, transitions, rowOf, proofs)
  const rarity = (item: string): number =>
    1 + config.rarityBoost * (Math.log(sessions.length) - Math.log(held(sessions, item)))
  const parts = (
    item: string,
    proof: Proof,
  ): Record<'votes' | 'near' | 'second' | 'third' | 'next', number> => {
    const thin = (exponent: number): number => held(sessions, item) ** -exponent
    const each = 1 / (rowOf(asked[0]!.item).total + transitions.damping)
    return {
      near: transitions.nearShare * Math.sqrt(proof.near * thin(transitions.nearPopularity)),
      next: transitions.nextShare * Math.sqrt((proof.row?.[2] ?? 0) * each),
      second: transitions.secondShare * Math.sqrt(proof.second * thin(transitions.endPopularity)),
      third: transitions.thirdShare * Math.sqrt(proof.third * thin(transitions.endPopularity)),
      votes: Math.sqrt(proof.votes * facts.norm * rarity(item)),
    }
  }
  const blended = [...proofs]
    .filter(([item]) => allowQueryItems || !asked.some((q) => q.item === item))
    .map(([item, proof]) => {
      const again = asked.find((q) => q.item === item)
      const factor =
        again === undefined ? 1 : again.age === 0 ? config.lastItemFactor : config.earlierItemFactor
      const { near, next, second, third, votes } = parts(item, proof)
      return { item, proof, score: factor * (votes + near + second + third + next) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(limit, transitions.reranked))
  const outputs = blended.map(({ item }, n) =>
    transitions.reranked === 0
      ? 0
      : network(inputsOf(sessions, query, asked, blended, n, item, facts, rowOf, transitions)),
  )
  const most = Math.max(...outputs)
  const sum = outputs.reduce((all, output) => all + Math.exp(output - most), 0)
  return blended
    .map(({ item, proof, score }, n) => ({
      cause: causeOf(asked, parts(item, proof), proof),
      itemId: item,
      score: transitions.reranked === 0 ? score : Math.exp(outputs[n]! - most) / sum,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

function proofOf(proofs: Map<string, Proof>, item: string): Proof {
  return sumOf(proofs, item, {
    after: 0,
    by: new Map(),
    most: 0,
    near: 0,
    row: undefined,
    second: 0,
    shared: 0,
    third: 0,
    visit: 0,
    votes: 0,
  })
}

interface Facts {
  readonly met: number
  readonly weight: number
  readonly norm: number
}

function credit(proof: Proof, part: string, item: string, amount: number): void {
  proof.by.set(`${part} ${item}`, (proof.by.get(`${part} ${item}`) ?? 0) + amount)
}

function vote(
  sessions: Sessions,
  asked: readonly Asked[],
  config: SessionKnnConfig,
  proofs: Map<string, Proof>,
): Facts {
  const today = dayOf(sessions.at(-1)!)
  const weightOf = ({ age, item }: Asked): number =>
    Math.exp(-age / config.queryDecaySteps) *
    Math.max(0.1, Math.log(sessions.length / held(sessions, item))) ** config.rarityExponent
  const met = [...sessions]
    .reverse()
    .map((session) => ({ session, shared: asked.filter((q) => itemsOf(session).includes(q.item)) }))
    .filter(({ shared }) => shared.length > 0)
    .slice(0, config.newestSessions)
    .map(({ session, shared }, order) => {
      const own =
        session.steps.length ** -config.lengthExponent *
        Math.exp(-(today - dayOf(session)) / config.ageDecayDays)
      return { order, session, shared, similarity: shared.reduce((sum, q) => sum + weightOf(q), 0) * own }
    })
  const voting = [...met]
    .sort((a, b) => b.similarity - a.similarity || a.order - b.order)
    .slice(0, config.neighbours)
    .sort((a, b) => a.order - b.order)
  let total = 0
  for (const { session, shared, similarity } of voting) {
    const [anchor] = shared
    const weight = similarity * Math.exp(-anchor!.age / config.anchorDecaySteps)
    total += weight
    const steps = itemsOf(session)
    const at = steps.lastIndexOf(anchor!.item)
    steps.forEach((item, position) => {
      const distance = position - at
      if (Math.abs(distance) > config.windowSteps) return
      let near = config.anchorWeight
      if (distance > 0) near = Math.exp(-(distance - 1) / config.forwardDecaySteps)
      if (distance < 0) near = config.backwardWeight * Math.exp((distance + 1) / config.backwardDecaySteps)
      const proof = proofOf(proofs, item)
      proof.votes += weight * near
      proof.most = Math.max(proof.most, weight * near)
      if (shared.length > 1) proof.shared += weight * near
      if (distance > 0) proof.after += weight * near
      credit(proof, 'votes', anchor!.item, weight * near)
    })
  }
  return { met: met.length, norm: total > 0 ? 1 / total : 1, weight: total }
}

function addRows(
  asked: readonly Asked[],
  config: TransitionConfig,
  rowOf: (item: string) => DecodedRow,
  proofs: Map<string, Proof>,
): void {
  asked.slice(0, Math.max(config.nearItems, config.visitItems)).forEach(({ age, item }, q) => {
    const row = rowOf(item)
    const each = 1 / (row.total + config.damping)
    for (const [other, value, after, next] of row.entries) {
      const proof = proofOf(proofs, other)
      if (q < config.nearItems) {
        const amount = Math.exp(-age / config.nearDecaySteps) * each * value
        proof.near += amount
        credit(proof, 'near', item, amount)
      }
      if (q < config.visitItems) proof.visit += Math.exp(-age / config.visitDecaySteps) * each * value
      if (q === 0) proof.row = [value, after, next]
    }
  })
}

function addHops(
  sessions: Sessions,
  asked: readonly Asked[],
  config: TransitionConfig,
  rowOf: (item: string) => DecodedRow,
  proofs: Map<string, Proof>,
): void {
  const through = (item: string): number =>
    held(sessions, item) ** -config.hopPopularity / (rowOf(item).total + config.damping)
  for (const { age, item } of asked.slice(0, config.hopItems)) {
    const row = rowOf(item)
    const start = Math.exp(-age / config.hopDecaySteps) / (row.total + config.damping)
    for (const [middle, value] of row.entries.filter(([other]) => other !== item).slice(0, config.firstHop)) {
      for (const [reached, next] of rowOf(middle).entries.slice(0, config.secondHop)) {
        const amount = start * value * through(middle) * next
        const proof = proofOf(proofs, reached)
        proof.second += amount
        credit(proof, 'second', item, amount)
      }
    }
  }
  const best = [...proofs]
    .filter(([, { second }]) => second > 0)
    .sort(([, a], [, b]) => b.second - a.second)
    .slice(0, config.thirdHopFrom)
  for (const [middle, { second }] of best) {
    for (const [reached, value] of rowOf(middle).entries.slice(0, config.thirdHop))
      proofOf(proofs, reached).third += second * through(middle) * value
  }
}

function causeOf(
  asked: readonly Asked[],
  parts: Readonly<Record<'votes' | 'near' | 'second' | 'next', number>>,
  proof: Proof,
): string {
  const worth = (item: string): number =>
    (['votes', 'near', 'second'] as const).reduce(
      (sum, part) =>
        sum + (proof[part] > 0 ? (parts[part] * (proof.by.get(`${part} ${item}`) ?? 0)) / proof[part] : 0),
      item === asked[0]!.item ? parts.next : 0,
    )
  return asked
    .map(({ item }) => item)
    .reduce((best, item) => (worth(item) > worth(best) * (1 + 1e-12) ? item : best))
}

function inputsOf(
  sessions: Sessions,
  query: readonly string[],
  asked: readonly Asked[],
  blended: readonly { item: string; proof: Proof; score: number }[],
  n: number,
  item: string,
  { met, norm, weight }: Facts,
  rowOf: (item: string) => DecodedRow,
  transitions: TransitionConfig,
): number[] {
  const { proof, score } = blended[n]!
  const log = (value: number): number => Math.log(value + TINY)
  const most = (of: (proof: Proof) => number): number =>
    Math.max(TINY, ...blended.map((candidate) => of(candidate.proof)))
  const each = 1 / (rowOf(asked[0]!.item).total + transitions.damping)
  const all = sessions.length
  const last = query.at(-1)!
  const count = held(sessions, item)
  const countLast = held(sessions, last)
  const size = (share: number): number => Math.max(1, Math.floor(all / share))
  const window = (share: number, wanted: string): number => {
    const newest = sessions.slice(all - Math.floor(all / share))
    return Math.log((held(newest, wanted) + 0.5) / size(share))
  }
  const own = rowOf(item)
  const ownLast = countLast === 0 ? { goesOn: 0, self: 0, total: 0 } : rowOf(last)
  const places = query.flatMap((step, place) => (step === item ? [place] : []))
  const ago = places.length === 0 ? -1 : query.length - 1 - places.at(-1)!
  const same = query.filter((step, place) => place > ago && step === query[place - ago - 1]).length
  const followed = query.filter((step, place) => step === last && query[place + 1] === item).length
  const [value, after, next] = proof.row ?? [0, 0, 0]
  let run = 0
  while (run < query.length && query[query.length - 1 - run] === last) run++
  const isRepeat = (place: number): boolean => place > 0 && query[place] === query[place - 1]
  const repeats = query.filter((_, place) => isRepeat(place)).length
  const returns = query.filter(
    (step, place) => !isRepeat(place) && query.slice(0, Math.max(0, place - 1)).includes(step),
  ).length
  const isInside = places.length > 0
  return [
    log(score / blended[0]!.score),
    log(proof.votes * norm),
    log(proof.votes / most(({ votes }) => votes)),
    log(proof.after * norm),
    log(proof.most * norm),
    log(proof.shared * norm),
    log(proof.near),
    log(proof.near / most(({ near }) => near)),
    log(after * each),
    log(Math.max(0, value - after) * each),
    log(next * each),
    log(proof.visit),
    log(proof.visit / most(({ visit }) => visit)),
    log(proof.second),
    log(proof.second / most(({ second }) => second)),
    log(proof.third),
    Math.log(count + 1) - Math.log(all),
    window(64, item),
    window(16, item),
    window(64, item) - window(64, last),
    Math.log(count + 1) - Math.log(countLast + 1),
    (all - sessions.findIndex((session) => itemsOf(session).includes(item))) / all,
    own.self / (own.total + 1),
    own.goesOn / (own.total + 1),
    Math.log(1 + places.length),
    isInside ? Math.log(1 + ago) : 3.5,
    isInside ? Math.log(1 + places[0]!) : 3.5,
    isInside ? Math.log(1 + same) : 0,
    isInside ? Math.log(1 + followed) : 0,
    Math.log(asked.length + 1),
    Math.log(query.length),
    Math.log(run),
    returns / query.length,
    repeats / query.length,
    ownLast.goesOn / (ownLast.total + 1),
    ownLast.self / (ownLast.total + 1),
    Math.log((countLast + 0.5) / all),
    Math.log(met + 1),
    log(weight),
  ]
}

function network(inputs: readonly number[]): number {
  const { bias, deviation, hidden, mean, outputs, straight } = RERANKER
  const z = inputs.map((input, n) => Math.max(-5, Math.min(5, (input - mean[n]!) / deviation[n]!)))
  const units = bias.map((start, unit) => z.reduce((sum, value, n) => sum + value * hidden[n]![unit]!, start))
  const direct = straight.reduce((sum, value, n) => sum + value * z[n]!, 0)
  return units.reduce((sum, value, unit) => sum + (value > 0 ? value : 0.01 * value) * outputs[unit]!, direct)
}
