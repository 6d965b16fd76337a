/**
 * `umiar bench soak`: does memory stay flat when a shop is busy for an hour?
 *
 * Recommendations at an open-loop rate and a steady stream of events, the way a day goes; each minute the
 * server's memory is read from `/metrics`. Part of the growth is learning: the figures say how much was
 * learned meanwhile.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type BenchShop, putConsents, putHistories, view, withBenchShop } from './bench-shop.ts'
import { load } from './recommend-http.ts'
import { type Latencies, latenciesOf, rounded } from './statistics.ts'

export interface SoakOptions {
  readonly seed: number
  readonly minutes: number
  readonly requestsPerSecond: number
  /** Events a second beside the requests. */
  readonly eventsPerSecond: number
  readonly visitors: number
}

/** One minute of the curve. */
interface Minute {
  readonly minute: number
  readonly rssMb: number
  readonly heapMb: number
  readonly latency: Latencies
  readonly errors: number
  readonly events: number
}

export interface SoakFigures {
  readonly curve: readonly Minute[]
  /** Resident memory, least squares over the second half: MB an hour. */
  readonly growthMbPerHour: number
  readonly errors: number
  readonly events: number
}

const EVENTS_EACH = 10
const BATCHES_PER_SECOND = 2

/** Prints a line a minute on the error stream. */
export function benchSoak(options: SoakOptions): Promise<SoakFigures> {
  return withBenchShop({ products: 5000, seed: options.seed }, async (shop) => {
    await putConsents(shop, options.visitors)
    await putHistories(shop, options.visitors, EVENTS_EACH)
    const curve: Minute[] = []
    for (let minute = 1; minute <= options.minutes; minute++) {
      const intake = pour(shop, options, minute)
      const { errors, latenciesMs } = await load(shop, { ...options, seconds: 60 }, {})
      const events = await intake
      const { heapMb, rssMb } = await memoryOf(shop)
      curve.push({ errors, events, heapMb, latency: latenciesOf(latenciesMs), minute, rssMb })
      console.error(described(curve.at(-1)!, curve[0]!.rssMb))
    }
    const sum = (of: (one: Minute) => number): number => curve.reduce((total, one) => total + of(one), 0)
    return {
      curve,
      errors: sum((one) => one.errors),
      events: sum((one) => one.events),
      growthMbPerHour: rounded(slope(curve.slice(Math.floor(curve.length / 2))) * 60),
    }
  })
}

/** A minute of events. @returns how many were stored */
async function pour(shop: BenchShop, options: SoakOptions, minute: number): Promise<number> {
  const size = Math.max(1, Math.round(options.eventsPerSecond / BATCHES_PER_SECOND))
  const startAt = performance.now()
  let stored = 0
  for (let batch = 0; batch < 60 * BATCHES_PER_SECOND; batch++) {
    const nowMs = Date.now()
    const events = Array.from({ length: size }, (_, n) =>
      view(shop, Math.floor(shop.chance() * options.visitors), `soak-${minute}-${batch}-${n}`, nowMs),
    )
    const reply = await shop.client.ask<{ counts: Record<string, number> }>('POST', '/v1/events', { events })
    stored += reply.counts.accepted ?? 0
    await wait(Math.max(0, startAt + ((batch + 1) * 1000) / BATCHES_PER_SECOND - performance.now()))
  }
  return stored
}

async function memoryOf(shop: BenchShop): Promise<{ readonly rssMb: number; readonly heapMb: number }> {
  const { text } = await shop.client.send('GET', '/metrics')
  const gaugeOf = (name: string): number =>
    Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)
  return {
    heapMb: rounded(gaugeOf('nodejs_heap_used_bytes') / 1e6),
    rssMb: rounded(gaugeOf('process_resident_memory_bytes') / 1e6),
  }
}

function described({ errors, events, heapMb, latency, minute, rssMb }: Minute, firstMb: number): string {
  const bar = '█'.repeat(Math.round((rssMb / firstMb) * 20))
  return `  minute ${String(minute).padStart(3)}  ${rssMb.toFixed(0).padStart(5)} MB ${bar} heap ${heapMb.toFixed(0)} MB, p99 ${latency.p99Ms} ms, ${events} events, ${errors} errors`
}

/** Resident memory by minute, least squares: MB a minute. */
function slope(curve: readonly Minute[]): number {
  const mean = (of: (one: Minute) => number): number =>
    curve.reduce((total, one) => total + of(one), 0) / curve.length
  const [x, y] = [mean((one) => one.minute), mean((one) => one.rssMb)]
  const spread = curve.reduce((total, one) => total + (one.minute - x) ** 2, 0)
  return spread === 0
    ? 0
    : curve.reduce((total, one) => total + (one.minute - x) * (one.rssMb - y), 0) / spread
}
