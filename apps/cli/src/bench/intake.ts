/**
 * `umiar bench intake`: events a second that are acknowledged durable over HTTP.
 *
 * Closed loop: each connection sends its next batch when the last one is answered. Only events answered
 * `accepted` count: encrypted, committed and synced.
 */
import { type BenchShop, putConsents, view, withBenchShop } from './bench-shop.ts'
import { latenciesOf, rounded, type Spread, spreadOf } from './statistics.ts'

export interface IntakeOptions {
  readonly seed: number
  readonly seconds: number
  readonly connections: number
  readonly visitors: number
  readonly repeats: number
}

const EVENTS_PER_BATCH = 100
/** A shop's server batches what several people do at once; each needs a key and a ciphertext of her own. */
const VISITORS_PER_BATCH = 20

export interface IntakeFigures {
  readonly eventsPerSecond: Spread
  readonly batchMs: { readonly p50Ms: number; readonly p99Ms: number }
  readonly accepted: number
  readonly eventsPerBatch: number
  readonly visitorsPerBatch: number
}

/** Seeds the visitors, then measures the given number of times. */
export function benchIntake(options: IntakeOptions): Promise<IntakeFigures> {
  return withBenchShop({ products: 2000, seed: options.seed }, async (shop) => {
    await putConsents(shop, options.visitors)
    const latenciesMs: number[] = []
    const rates: number[] = []
    let accepted = 0
    for (let repeat = 0; repeat < options.repeats; repeat++) {
      const started = performance.now()
      const count = await pour(shop, options, repeat, latenciesMs)
      rates.push(Math.round(count / ((performance.now() - started) / 1000)))
      accepted += count
      console.error(`  run ${repeat + 1}: ${rates.at(-1)} events/s`)
    }
    const { p50Ms, p99Ms } = latenciesOf(latenciesMs)
    return {
      accepted,
      batchMs: { p50Ms: rounded(p50Ms), p99Ms: rounded(p99Ms) },
      eventsPerBatch: EVENTS_PER_BATCH,
      eventsPerSecond: spreadOf(rates),
      visitorsPerBatch: VISITORS_PER_BATCH,
    }
  })
}

/** @returns events accepted */
async function pour(
  shop: BenchShop,
  options: IntakeOptions,
  repeat: number,
  latenciesMs: number[],
): Promise<number> {
  const endAt = performance.now() + options.seconds * 1000
  let accepted = 0
  let batch = 0
  const connection = async () => {
    while (performance.now() < endAt) {
      const body = { events: batchOf(shop, options.visitors, `${repeat}-${batch++}`) }
      const started = performance.now()
      const reply = await shop.client.ask<{ counts: Record<string, number> }>('POST', '/v1/events', body)
      latenciesMs.push(performance.now() - started)
      accepted += reply.counts.accepted ?? 0
    }
  }
  await Promise.all(Array.from({ length: options.connections }, connection))
  return accepted
}

function batchOf(shop: BenchShop, visitors: number, name: string): readonly unknown[] {
  const nowMs = Date.now()
  const people = Array.from({ length: VISITORS_PER_BATCH }, () => Math.floor(shop.chance() * visitors))
  return Array.from({ length: EVENTS_PER_BATCH }, (_, index) =>
    view(shop, people[index % VISITORS_PER_BATCH]!, `${name}-${index}`, nowMs),
  )
}
