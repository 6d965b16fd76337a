/**
 * `umiar bench recommend`, the core alone: session neighbours on one thread, no HTTP, no gate.
 *
 * Every query is timed once, cold as it comes (no best of several), after a warm-up on other queries.
 * Two settings: the one other engines publish (m = 500, k = 100), and the shipped default.
 */
import os from 'node:os'
import {
  DEFAULT_SESSION_KNN,
  Model,
  type ModelSnapshot,
  ModelState,
  type SessionKnnConfig,
} from '@umiar/recommender'
import { type ItemId, subjectId } from '@umiar/vocabulary'
import { percentile, rounded } from './statistics.ts'
import { syntheticShop } from './synthetic-sessions.ts'

export interface RecommendCoreOptions {
  /** Leave printing to the caller. */
  readonly json: boolean
  /** Steps learned; default 1,000,000. */
  readonly clicks?: number
  /** Queries timed per setting; default 20,000. */
  readonly queries?: number
  /** Default 1. */
  readonly seed?: number
}

const ITEMS_PER_CLICK = 1 / 40
const ANSWER = 21

/**
 * Measures; prints a table unless `json`.
 *
 * @returns the figures with machine, Node version and seed
 */
export async function benchRecommendCore(options: RecommendCoreOptions): Promise<Record<string, unknown>> {
  const clicks = options.clicks ?? 1_000_000
  const queries = options.queries ?? 20_000
  const seed = options.seed ?? 1
  const items = Math.max(100, Math.round(clicks * ITEMS_PER_CLICK))
  const shop = syntheticShop(items, Math.round(clicks / 3.6), seed)
  const state = new ModelState()
  let learned = 0
  let sessions = 0
  let learnMs = 0
  while (learned < clicks) {
    const batch = Array.from({ length: 1_000 }, () => shop.nextSession())
    const begun = performance.now()
    for (const session of batch) {
      state.append(subjectId((sessions++).toString(16).padStart(32, '0')), session)
      learned += session.events.length
    }
    learnMs += performance.now() - begun
  }
  const begun = performance.now()
  const snapshot = state.publish(0)
  const publishMs = performance.now() - begun
  const questions = Array.from({ length: queries }, () =>
    shop.nextSession().events.map(({ itemId }) => itemId),
  )
  const settings: [name: string, config: SessionKnnConfig][] = [
    ['m500_k100', { ...DEFAULT_SESSION_KNN, neighbours: 100, newestSessions: 500 }],
    ['shipped_default', DEFAULT_SESSION_KNN],
  ]
  const report = {
    benchmark: 'recommend-core',
    clicks: learned,
    index_bytes_per_click: rounded(indexBytes(snapshot) / learned),
    items,
    learn_clicks_per_second: Math.round(learned / ((learnMs + publishMs) / 1_000)),
    machine: `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores`,
    node: process.version,
    publish_ms: rounded(publishMs),
    queries,
    seed,
    sessions,
    settings: Object.fromEntries(
      settings.map(([name, config]) => [name, timed(snapshot, config, questions)]),
    ),
  }
  if (!options.json) process.stdout.write(printed(report))
  return report
}

interface Timed {
  readonly newest_sessions: number
  readonly neighbours: number
  readonly p50_us: number
  readonly p90_us: number
  readonly p99_us: number
  readonly max_us: number
}

function timed(snapshot: ModelSnapshot, config: SessionKnnConfig, questions: readonly ItemId[][]): Timed {
  const model = new Model({ ...snapshot, sessionKnn: config })
  const warmUp = Math.min(2_000, questions.length)
  for (let n = 0; n < warmUp; n++) model.sessionNeighbours(questions[n]!, ANSWER)
  const microseconds: number[] = []
  for (const question of questions) {
    const begun = performance.now()
    model.sessionNeighbours(question, ANSWER)
    microseconds.push((performance.now() - begun) * 1_000)
  }
  return {
    max_us: rounded(percentile(microseconds, 1)),
    neighbours: config.neighbours,
    newest_sessions: config.newestSessions,
    p50_us: rounded(percentile(microseconds, 0.5)),
    p90_us: rounded(percentile(microseconds, 0.9)),
    p99_us: rounded(percentile(microseconds, 0.99)),
  }
}

/** Bytes of the arrays that serving reads: steps, postings, offsets, days, marks, and counts per item. */
function indexBytes(snapshot: ModelSnapshot): number {
  let bytes = snapshot.itemSessions.byteLength + snapshot.popularity.byteLength
  for (const part of [snapshot.base, snapshot.delta, snapshot.baseItems, snapshot.extraItems]) {
    for (const values of Object.values(part)) bytes += (values as ArrayBufferView).byteLength
  }
  return bytes
}

function printed(report: {
  readonly settings: Readonly<Record<string, Timed>>
  readonly [name: string]: unknown
}): string {
  const lines = Object.entries(report)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name.padEnd(24)} ${value}`)
  for (const [name, figures] of Object.entries(report.settings)) {
    lines.push(
      `${name.padEnd(24)} p50 ${figures.p50_us} µs, p90 ${figures.p90_us} µs, p99 ${figures.p99_us} µs`,
    )
  }
  return `${lines.join('\n')}\n`
}
