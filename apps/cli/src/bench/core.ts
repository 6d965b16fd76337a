/**
 * `umiar bench core`: the recommender alone on one thread, no HTTP, no gate.
 *
 * Invented sessions are learned, then asked about. Every query is timed once, cold as it comes (no best of
 * several), after a warm-up on other queries. Two settings: the one other engines publish (m = 500,
 * k = 100, votes of neighbours alone), and the shipped default, with transition rows and the re-ranker;
 * beside them, in the same run, a plain engine on maps.
 */
import {
  DEFAULT_SESSION_KNN,
  Model,
  type ModelSnapshot,
  ModelState,
  type SessionKnnConfig,
  type TrainingSession,
  VOTES_ONLY,
} from '@umiar/recommender'
import { type ItemId, type SubjectId, subjectId } from '@umiar/vocabulary'
import { ProgressBar } from '../evaluate/progress-bar.ts'
import type { LoadReference } from './reference-knn.ts'
import { percentile, rounded, seededChance } from './statistics.ts'
import { syntheticShop } from './synthetic-sessions.ts'

export interface CoreOptions {
  /** Steps learned. */
  readonly clicks: number
  /** Queries timed per setting. */
  readonly queries: number
  /** People forgotten, one after the other. */
  readonly erasures: number
  readonly seed: number
  /** The engine to compare with; without it that part is left out. */
  readonly reference?: LoadReference
}

const ITEMS_PER_CLICK = 1 / 40
const STEPS_PER_SESSION = 3.6
const ANSWER = 21
const BATCH = 1_000

/** Latencies in µs. */
interface Timed {
  readonly p50Us: number
  readonly p90Us: number
  readonly p99Us: number
  readonly mostUs: number
}

/** Measures; shows progress on a terminal. @returns the figures, durations with their units in the names */
export async function benchCore(options: CoreOptions): Promise<object> {
  const { clicks, queries, seed } = options
  const items = Math.max(100, Math.round(clicks * ITEMS_PER_CLICK))
  const shop = syntheticShop(items, Math.round(clicks / STEPS_PER_SESSION), seed)
  const bar = new ProgressBar()
  try {
    const reference = options.reference === undefined ? undefined : await options.reference()
    const state = new ModelState()
    const sessions = learn(state, shop.nextSession, clicks, (share, batch) => {
      bar.show('learning', share)
      for (const { events } of batch)
        reference?.learn(
          events.map(({ itemId }) => itemId),
          events.at(-1)!.atMs,
        )
    })
    const begun = performance.now()
    state.publish(0)
    const publishMs = performance.now() - begun
    bar.show('building rows', 0)
    const settling = performance.now()
    state.settle()
    const rowsMs = performance.now() - settling
    const snapshot = state.publish(0)
    const questions = Array.from({ length: queries }, () =>
      shop.nextSession().events.map(({ itemId }) => itemId),
    )
    const settings: readonly [name: string, config: SessionKnnConfig][] = [
      ['m500_k100', { ...VOTES_ONLY, neighbours: 100, newestSessions: 500 }],
      ['shipped_default', DEFAULT_SESSION_KNN],
    ]
    const asked = settings.map(([name, config], n) => {
      bar.show('asking', n / settings.length)
      return [name, askModel(snapshot, config, questions)] as const
    })
    bar.show('asking the reference', 0)
    const plain = reference && timed(questions, (question) => void reference.recommend(question, ANSWER))
    return {
      clicks: sessions.clicks,
      items,
      sessions: sessions.count,
      ...Object.fromEntries(asked),
      ...(plain === undefined ? {} : { mapsM500K100: plain }),
      forgetting: forgetPeople(state, sessions.count, options, shop.nextSession, (share) =>
        bar.show('forgetting', share),
      ),
      indexBytesPerClick: rounded(indexBytes(snapshot) / sessions.clicks),
      learnClicksPerSecond: Math.round(sessions.clicks / ((sessions.ms + publishMs) / 1_000)),
      publishMs: rounded(publishMs),
      queries,
      rowBytesPerClick: rounded(rowBytes(snapshot) / sessions.clicks),
      rowsMs: rounded(rowsMs),
    }
  } finally {
    bar.clear()
  }
}

/** The n-th invented person. */
function personOf(number: number): SubjectId {
  return subjectId(number.toString(16).padStart(32, '0'))
}

/** Learns invented sessions, each of its own person; only the learning is timed. */
function learn(
  state: ModelState,
  nextSession: () => TrainingSession,
  clicks: number,
  onBatch: (share: number, batch: readonly TrainingSession[]) => void,
): { readonly clicks: number; readonly count: number; readonly ms: number } {
  let learned = 0
  let count = 0
  let ms = 0
  while (learned < clicks) {
    const batch = Array.from({ length: BATCH }, nextSession)
    const people = batch.map((_, n) => personOf(count + n))
    const begun = performance.now()
    for (let n = 0; n < BATCH; n++) {
      state.append(people[n]!, batch[n]!)
      learned += batch[n]!.events.length
    }
    ms += performance.now() - begun
    count += BATCH
    onBatch(learned / clicks, batch)
  }
  return { clicks: learned, count, ms }
}

function askModel(
  snapshot: ModelSnapshot,
  config: SessionKnnConfig,
  questions: readonly (readonly ItemId[])[],
): object {
  const model = new Model({ ...snapshot, sessionKnn: config })
  const withCauses = timed(questions, (question) => void model.sessionNeighbours(question, ANSWER))
  const scoresOnly = timed(
    questions,
    (question) => void model.sessionNeighbours(question, ANSWER, { causes: false }),
  )
  return { neighbours: config.neighbours, newestSessions: config.newestSessions, scoresOnly, withCauses }
}

function timed<Question>(questions: readonly Question[], ask: (question: Question) => void): Timed {
  const warmUp = Math.min(3_000, questions.length)
  for (let n = 0; n < warmUp; n++) ask(questions[n]!)
  const microseconds: number[] = []
  for (const question of questions) {
    const begun = performance.now()
    ask(question)
    microseconds.push((performance.now() - begun) * 1_000)
  }
  return latencies(microseconds)
}

function latencies(microseconds: readonly number[]): Timed {
  const at = (share: number): number => rounded(percentile(microseconds, share))
  return { mostUs: at(1), p50Us: at(0.5), p90Us: at(0.9), p99Us: at(0.99) }
}

/**
 * Forgets people drawn at random while others go on visiting, as the learner does it: mark, publish, and a
 * slice of compaction between. Timed is forgetting with its publication.
 */
function forgetPeople(
  state: ModelState,
  people: number,
  options: CoreOptions,
  nextSession: () => TrainingSession,
  onProgress: (share: number) => void,
): Timed & { readonly erasures: number } {
  const chance = seededChance(options.seed + 1)
  const microseconds: number[] = []
  for (let n = 0; n < options.erasures; n++) {
    for (let visit = 0; visit < 10; visit++) state.append(personOf(people + n * 10 + visit), nextSession())
    const gone = personOf(Math.floor(chance() * people))
    const begun = performance.now()
    state.forget(gone)
    state.publish(0)
    microseconds.push((performance.now() - begun) * 1_000)
    state.work(8_192)
    onProgress(n / options.erasures)
  }
  return { erasures: options.erasures, ...latencies(microseconds) }
}

/** Bytes of the transition rows and what belongs to them. */
function rowBytes({ rows }: ModelSnapshot): number {
  if (rows === undefined) return 0
  const arrays = Object.values(rows).flat() as readonly Uint32Array[]
  return arrays.reduce((bytes, values) => bytes + values.byteLength, 0)
}

/** Bytes of the arrays that serving reads: steps, postings, starts, marks, names, and figures per item. */
function indexBytes(snapshot: ModelSnapshot): number {
  let bytes = snapshot.itemSessions.byteLength + snapshot.popularity.byteLength
  for (const part of [snapshot.base, snapshot.delta, snapshot.baseItems, snapshot.extraItems]) {
    for (const values of Object.values(part)) if (ArrayBuffer.isView(values)) bytes += values.byteLength
  }
  return bytes
}
