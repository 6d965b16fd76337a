/**
 * Counters and latencies of HTTP, and the Prometheus text of all figures (exposition format 0.0.4).
 *
 * Labels are method, route template and status: never an address, an id or a query.
 */
const BUCKET_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

interface Histogram {
  readonly buckets: number[]
  sum: number
  count: number
}

export class HttpMetrics {
  readonly #requests = new Map<string, number>()
  readonly #latencies = new Map<string, Histogram>()

  /** @param route the template, e.g. `/v1/products/:id` */
  record(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${method}",route="${escaped(route)}"`
    const withStatus = `${labels},status="${status}"`
    this.#requests.set(withStatus, (this.#requests.get(withStatus) ?? 0) + 1)
    let histogram = this.#latencies.get(labels)
    if (histogram === undefined) {
      histogram = { buckets: BUCKET_SECONDS.map(() => 0), count: 0, sum: 0 }
      this.#latencies.set(labels, histogram)
    }
    const bucket = BUCKET_SECONDS.findIndex((bound) => seconds <= bound)
    if (bucket >= 0) histogram.buckets[bucket]! += 1
    histogram.sum += seconds
    histogram.count += 1
  }

  /** Lines of the HTTP figures. */
  lines(): string[] {
    const lines = ['# TYPE umiar_http_requests_total counter']
    for (const [labels, count] of this.#requests) lines.push(`umiar_http_requests_total{${labels}} ${count}`)
    lines.push('# TYPE umiar_http_request_seconds histogram')
    for (const [labels, { buckets, count, sum }] of this.#latencies) {
      let below = 0
      for (const [index, bound] of BUCKET_SECONDS.entries()) {
        below += buckets[index]!
        lines.push(`umiar_http_request_seconds_bucket{${labels},le="${bound}"} ${below}`)
      }
      lines.push(`umiar_http_request_seconds_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(`umiar_http_request_seconds_sum{${labels}} ${sum}`)
      lines.push(`umiar_http_request_seconds_count{${labels}} ${count}`)
    }
    return lines
  }
}

/**
 * The whole page.
 *
 * @param counters the application's: name → value; names are brought into Prometheus' alphabet
 */
export function metricsPage(http: HttpMetrics, counters: Readonly<Record<string, number>>): string {
  const lines = http.lines()
  for (const [name, value] of Object.entries(counters)) {
    const plain = name.replace(/\W/g, '_')
    const full = plain.startsWith('umiar_') ? plain : `umiar_${plain}`
    lines.push(`# TYPE ${full} ${full.endsWith('_total') ? 'counter' : 'gauge'}`, `${full} ${value}`)
  }
  const { heapUsed, rss } = process.memoryUsage()
  lines.push('# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${rss}`)
  lines.push('# TYPE nodejs_heap_used_bytes gauge', `nodejs_heap_used_bytes ${heapUsed}`)
  lines.push('# TYPE process_uptime_seconds gauge', `process_uptime_seconds ${process.uptime()}`)
  return `${lines.join('\n')}\n`
}

function escaped(label: string): string {
  return label.replace(/["\\\n]/g, '\\$&')
}
