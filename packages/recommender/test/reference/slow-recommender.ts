/**
 * The slow, obvious version: plain objects, everything recomputed from the list of sessions each time.
 *
 * Shares with the engine only the content hash that breaks ties between sessions of equal time, and the
 * block hasher.
 */
import type { SessionKnnConfig, TrainingEvent } from '../../src/index.ts'
import { DEFAULT_CO_OCCURRENCE } from '../../src/index.ts'
import { KINDS } from '../../src/snapshot/segment.ts'
import { ItemTable } from '../../src/state/item-table.ts'
import { compareKeys, foldStep, type OrderKey } from '../../src/state/session-order.ts'
import { CanonicalHash } from '../../src/state/state-hash.ts'

const DAY = 86_400_000

export type World = ReadonlyMap<string, ReadonlyMap<string, readonly TrainingEvent[]>>

interface SlowSession {
  readonly steps: readonly TrainingEvent[]
  readonly key: OrderKey
}

const kindNumber = (event: TrainingEvent): number => KINDS.indexOf(event.kind)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sessions of the model, the oldest first. */
export function slowSessions(world: World, blocked: ReadonlySet<string>): SlowSession[] {
  const found: SlowSession[] = []
  for (const sessions of world.values()) {
    for (const events of sessions.values()) {
      const steps = events
        .filter((event) => !blocked.has(event.itemId))
        .sort((a, b) => a.atMs - b.atMs || compareText(a.itemId, b.itemId) || kindNumber(a) - kindNumber(b))
      if (steps.length === 0) continue
      const key: OrderKey = { hashA: 0x243f6a88, hashB: 0x85a308d3, lastMs: steps.at(-1)!.atMs }
      const table = new ItemTable(new Set())
      for (const step of steps) {
        foldStep(key, ((kindNumber(step) << 30) | table.number(step.itemId)) >>> 0, step.atMs, table)
      }
      found.push({ key, steps })
    }
  }
  return found.sort((a, b) => compareKeys(a.key, b.key))
}

/** The hash of the canonical form written out in `state-hash.ts`. */
export function slowStateHash(sessions: readonly SlowSession[]): string {
  const items = [...new Set(sessions.flatMap((session) => session.steps.map((step) => step.itemId)))].sort(
    compareText,
  )
  const out = new CanonicalHash()
  out.text('umiar-model-state-v1')
  out.u32(items.length)
  for (const item of items) {
    const ranks = sessions.flatMap((session, rank) =>
      session.steps.some((step) => step.itemId === item) ? [rank] : [],
    )
    const cells = new Map<number, number>()
    for (const step of sessions.flatMap((session) => session.steps)) {
      if (step.itemId !== item) continue
      const cell = Math.floor(step.atMs / DAY) * 4 + kindNumber(step)
      cells.set(cell, (cells.get(cell) ?? 0) + 1)
    }
    out.text(item)
    out.u32(ranks.length)
    out.u32(cells.size)
    for (const cell of [...cells.keys()].sort((a, b) => a - b)) {
      out.f64(cell)
      out.u32(cells.get(cell)!)
    }
    out.u32(ranks.length)
    for (const rank of ranks) out.u32(rank)
  }
  out.u32(sessions.length)
  for (const session of sessions) {
    out.u32(session.steps.length)
    for (const step of session.steps) {
      out.u32(items.indexOf(step.itemId))
      out.u32(kindNumber(step))
      out.f64(step.atMs)
    }
  }
  return out.hex()
}

/** Scores of session neighbours, best first, with the item that contributed most. */
export function slowNeighbours(
  sessions: readonly SlowSession[],
  query: readonly string[],
  config: SessionKnnConfig,
  allowQueryItems: boolean,
): { itemId: string; score: number; cause: string }[] {
  const inSessions = (item: string): number =>
    sessions.filter((session) => session.steps.some((step) => step.itemId === item)).length
  const asked: { item: string; age: number; weight: number }[] = []
  for (let age = 0; age < query.length && asked.length < config.longestQuery; age++) {
    const item = query[query.length - 1 - age]!
    const held = inSessions(item)
    if (held === 0 || asked.some((other) => other.item === item)) continue
    const rarity = Math.max(0.1, Math.log(sessions.length / held)) ** config.rarityExponent
    asked.push({ age, item, weight: Math.exp(-age / config.queryDecaySteps) * rarity })
  }
  const newestDay = Math.floor((sessions.at(-1)?.key.lastMs ?? 0) / DAY)
  const neighbours = [...sessions]
    .reverse()
    .map((session) => ({
      session,
      shared: asked.filter((q) => session.steps.some((step) => step.itemId === q.item)),
    }))
    .filter(({ shared }) => shared.length > 0)
    .slice(0, config.newestSessions)
    .map(({ session, shared }, order) => {
      const days = newestDay - Math.floor(session.key.lastMs / DAY)
      const factor = session.steps.length ** -config.lengthExponent * Math.exp(-days / config.ageDecayDays)
      const similarity = shared.reduce((sum, q) => sum + q.weight, 0) * factor
      return { anchor: shared[0]!, order, session, similarity }
    })
    .sort((a, b) => b.similarity - a.similarity || a.order - b.order)
    .slice(0, config.neighbours)
    .sort((a, b) => a.order - b.order)

  const scores = new Map<string, { score: number; by: Map<string, number> }>()
  for (const { anchor, session, similarity } of neighbours) {
    const weight = similarity * Math.exp(-anchor.age / config.anchorDecaySteps)
    const at = session.steps.map((step) => step.itemId).lastIndexOf(anchor.item as never)
    session.steps.forEach((step, position) => {
      const distance = position - at
      if (Math.abs(distance) > config.windowSteps) return
      let near = config.anchorWeight
      if (distance > 0) near = Math.exp(-(distance - 1) / config.forwardDecaySteps)
      if (distance < 0) near = config.backwardWeight * Math.exp((distance + 1) / config.backwardDecaySteps)
      const entry = scores.get(step.itemId) ?? { by: new Map<string, number>(), score: 0 }
      entry.score += weight * near
      entry.by.set(anchor.item, (entry.by.get(anchor.item) ?? 0) + weight * near)
      scores.set(step.itemId, entry)
    })
  }
  return [...scores]
    .filter(([item]) => allowQueryItems || !asked.some((q) => q.item === item))
    .map(([itemId, { by, score }]) => {
      const again = asked.find((q) => q.item === itemId)
      const seen =
        again === undefined ? 1 : again.age === 0 ? config.lastItemFactor : config.earlierItemFactor
      const boost = 1 + config.rarityBoost * Math.log(sessions.length / inSessions(itemId))
      const cause = asked
        .map((q) => q.item)
        .reduce((best, item) => ((by.get(item) ?? 0) > (by.get(best) ?? 0) ? item : best))
      return { cause, itemId, score: score * boost * seen }
    })
    .sort((a, b) => b.score - a.score)
}

/** Partners of one item by kind, with their scores; unordered. */
export function slowPartners(
  sessions: readonly SlowSession[],
  item: string,
  kind: TrainingEvent['kind'],
): Map<string, number> {
  const holds = (session: SlowSession, wanted: string): boolean =>
    session.steps.some((step) => step.itemId === wanted && step.kind === kind)
  const newest = [...sessions]
    .reverse()
    .filter((session) => holds(session, item))
    .slice(0, DEFAULT_CO_OCCURRENCE.newestSessions)
  const others = new Set(newest.flatMap((session) => session.steps.map((step) => step.itemId)))
  const scores = new Map<string, number>()
  for (const other of others) {
    const together = newest.filter((session) => holds(session, other)).length
    if (other === item || together < DEFAULT_CO_OCCURRENCE.leastSupport) continue
    const all = sessions.filter((session) => session.steps.some((step) => step.itemId === other)).length
    const near = newest.reduce((sum, session) => {
      const placeOf = (wanted: string): number =>
        session.steps.findIndex((step) => step.itemId === wanted && step.kind === kind)
      return holds(session, other) ? sum + Math.abs(placeOf(item) - placeOf(other)) ** -0.5 : sum
    }, 0)
    const cosine = near / Math.sqrt(newest.length * all)
    scores.set(other, cosine * (together / (together + DEFAULT_CO_OCCURRENCE.shrinkage)))
  }
  return scores
}

/** Items by decayed popularity, best first. */
export function slowPopular(
  sessions: readonly SlowSession[],
  halfLifeDays: number,
): { itemId: string; score: number }[] {
  const newestDay = Math.floor((sessions.at(-1)?.key.lastMs ?? 0) / DAY)
  const scores = new Map<string, number>()
  for (const { steps } of sessions) {
    for (const step of steps) {
      const weight = { cart: 2, purchase: 4, view: 1 }[step.kind]
      const days = newestDay - Math.floor(step.atMs / DAY)
      scores.set(step.itemId, (scores.get(step.itemId) ?? 0) + weight * 2 ** (-days / halfLifeDays))
    }
  }
  return [...scores].map(([itemId, score]) => ({ itemId, score })).sort((a, b) => b.score - a.score)
}
