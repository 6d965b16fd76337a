/**
 * `umiar bench recommend`, the part over HTTP: latency under a load that does not wait.
 *
 * Open loop: request i is due at i / rate, whatever became of those before, and its latency counts from
 * then. A server that stalls is charged for all who would have come meanwhile; a closed loop would
 * politely stop asking (“coordinated omission”).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { anyItem, type BenchShop, putConsents, putHistories, visitorId, withBenchShop } from './bench-shop.ts'
import { type Latencies, latenciesOf } from './statistics.ts'

export interface RecommendOptions {
  readonly seed: number
  readonly seconds: number
  readonly requestsPerSecond: number
  readonly visitors: number
  readonly repeats: number
}

const WARM_UP_SECONDS = 3
const EVENTS_EACH = 10
const SLOT_LIMIT = 10

export interface RecommendFigures {
  readonly runs: readonly (Latencies & { readonly errors: number })[]
  readonly requestsPerSecond: number
  readonly visitors: number
  readonly events: number
  /** Modes of the answers of all runs: that they were personal at all. */
  readonly modes: Readonly<Record<string, number>>
}

/** Gate, governor and evidence are on: this is the public API. */
export function benchRecommendHttp(options: RecommendOptions): Promise<RecommendFigures> {
  return withBenchShop({ products: 5000, seed: options.seed }, async (shop) => {
    await putConsents(shop, options.visitors)
    const events = await putHistories(shop, options.visitors, EVENTS_EACH)
    const modes: Record<string, number> = {}
    await load(shop, { ...options, seconds: WARM_UP_SECONDS }, {})
    const runs = []
    for (let repeat = 0; repeat < options.repeats; repeat++) {
      const { errors, latenciesMs } = await load(shop, options, modes)
      runs.push({ ...latenciesOf(latenciesMs), errors })
      console.error(
        `  run ${repeat + 1}: p50 ${runs.at(-1)?.p50Ms} ms, p99 ${runs.at(-1)?.p99Ms} ms, ${errors} errors`,
      )
    }
    return { events, modes, requestsPerSecond: options.requestsPerSecond, runs, visitors: options.visitors }
  })
}

/** What a load is like. */
export type Load = Pick<RecommendOptions, 'requestsPerSecond' | 'seconds' | 'visitors'>

/**
 * Sends requests when they are due, whatever became of those before.
 *
 * @param modes counts of the answers by mode, added to
 */
export async function load(
  shop: BenchShop,
  { requestsPerSecond, seconds, visitors }: Load,
  modes: Record<string, number>,
): Promise<{ readonly latenciesMs: readonly number[]; readonly errors: number }> {
  const total = requestsPerSecond * seconds
  const latenciesMs: number[] = []
  const pending = new Set<Promise<void>>()
  let errors = 0
  const startAt = performance.now()
  const dueMs = (index: number) => startAt + (index * 1000) / requestsPerSecond
  const one = async (index: number) => {
    const mode = await modeOfAnswer(shop, Math.floor(shop.chance() * visitors))
    // Failures count as slow as they were: leaving them out would flatter a server that refuses fast.
    latenciesMs.push(performance.now() - dueMs(index))
    if (mode === undefined) errors++
    else modes[mode] = (modes[mode] ?? 0) + 1
  }
  for (let index = 0; index < total; ) {
    while (index < total && dueMs(index) <= performance.now()) {
      const request: Promise<void> = one(index++).finally(() => pending.delete(request))
      pending.add(request)
    }
    if (index < total) await wait(Math.max(0, dueMs(index) - performance.now()))
  }
  await Promise.all(pending)
  return { errors, latenciesMs }
}

/** @returns `undefined` if the answer was not a full success */
async function modeOfAnswer(shop: BenchShop, visitor: number): Promise<string | undefined> {
  try {
    const { status, text } = await shop.client.send('POST', '/v1/recommendations', {
      context: { item_ids: [anyItem(shop)], locale: 'en', page_type: 'product' },
      slots: [{ id: 'main', limit: SLOT_LIMIT }],
      visitor: { anonymous_id: visitorId(visitor), session_id: `bench-${visitor}` },
    })
    const [slot] = status === 200 ? JSON.parse(text).slots : []
    return slot?.items.length === SLOT_LIMIT ? slot.mode : undefined
  } catch {
    return undefined
  }
}
