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
    const lines = [
      '# HELP umiar_http_requests_total Requests answered.',
      '# TYPE umiar_http_requests_total counter',
    ]
    for (const [labels, count] of this.#requests) lines.push(`umiar_http_requests_total{${labels}} ${count}`)
    lines.push(
      '# HELP umiar_http_request_seconds From the first byte of a request to the last of its answer.',
    )
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

/** Figures of the application that go down too; every other one only grows. */
const GAUGES: Readonly<Record<string, string>> = {
  products: 'Products in the catalogue.',
  subjects: 'People of whom something is held.',
}
const COUNTERS: Readonly<Record<string, string>> = {
  consent_acts: 'Choices saved',
  erasures: 'People erased',
  evidence_lost: 'Evidence records that could not be stored',
}

/**
 * The whole page.
 *
 * @param figures the application's: name → value; one that only grows is a counter and ends in `_total`
 */
export function metricsPage(http: HttpMetrics, figures: Readonly<Record<string, number>>): string {
  const lines = http.lines()
  for (const [name, value] of Object.entries(figures)) lines.push(...figureLines(name, value))
  const { heapUsed, rss } = process.memoryUsage()
  lines.push(...gaugeLines('process_resident_memory_bytes', 'Memory of the process in RAM.', rss))
  lines.push(...gaugeLines('nodejs_heap_used_bytes', 'Memory used on the JavaScript heap.', heapUsed))
  lines.push(...gaugeLines('process_uptime_seconds', 'Since the process started.', process.uptime()))
  return `${lines.join('\n')}\n`
}

function figureLines(name: string, value: number): string[] {
  const gauge = GAUGES[name]
  if (gauge !== undefined) return gaugeLines(`umiar_${name}`, gauge, value)
  const full = `umiar_${name.replace(/\W/g, '_')}_total`
  return [`# HELP ${full} ${counterHelp(name)}`, `# TYPE ${full} counter`, `${full} ${value}`]
}

/** Outcomes of events and modes of answers are words of the API; others stand in the list above. */
function counterHelp(name: string): string {
  const [, family, kind] = /^(answers|events|rankings)_(\w+)$/.exec(name) ?? []
  const words = {
    answers: `Slots answered in the mode ${kind}`,
    events: `Events with the outcome ${kind}`,
    rankings: `Lists ranked in the mode ${kind}`,
  }
  const what = family === undefined ? COUNTERS[name] : words[family as keyof typeof words]
  return `${what ?? name.replaceAll('_', ' ')}, since the process started.`
}

function gaugeLines(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]
}

function escaped(label: string): string {
  return label.replace(/["\\\n]/g, '\\$&')
}
