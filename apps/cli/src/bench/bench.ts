/**
 * `umiar bench NAME`: runs one benchmark and prints its figures with all one needs to judge them.
 */
import { availableParallelism, cpus, totalmem } from 'node:os'
import { readArguments, UsageError, unknownName, wholeNumber } from '../arguments.ts'
import type { LoadReference } from './reference-knn.ts'

const HELP = `umiar bench core|model-file|recommend|intake|forget|soak [--json] [--seed N] [--database URL] …

  core       the recommender alone: learning, memory, queries beside a plain engine on maps, forgetting
             [--clicks 1000000] [--queries 20000] [--erasures 1000]
  model-file the learned state on disk and as one image: bytes, loading, saving, forgetting
             [--clicks 1000000] [--erasures 200] [--repeats 3]
  recommend  latency of POST /v1/recommendations at an open-loop load
             [--rate 500] [--seconds 30] [--visitors 3000] [--repeats 3]
  intake     events a second acknowledged durable, batches of 100 over HTTP
             [--seconds 10] [--connections 8] [--visitors 2000] [--repeats 3]
  forget     time to erase a person, end to end
             [--visitors 100000] [--erasures 200]
  soak       memory of the server, minute by minute, at a steady load of requests and events
             [--minutes 60] [--rate 500] [--events 100] [--visitors 3000]

All but core and model-file start the real server on an empty store in the folder for temporary files (TMPDIR) and removes it.
With --database postgres://… the store is that database instead; it must be empty, and stays filled.`

const OPTIONS = {
  clicks: { type: 'string' },
  connections: { type: 'string' },
  database: { type: 'string' },
  erasures: { type: 'string' },
  events: { type: 'string' },
  help: { short: 'h', type: 'boolean' },
  json: { type: 'boolean' },
  minutes: { type: 'string' },
  queries: { type: 'string' },
  rate: { type: 'string' },
  repeats: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  visitors: { type: 'string' },
} as const

type ReadNumber = (option: keyof typeof OPTIONS, otherwise: number) => number

/** Each benchmark with the options it reads. */
const BENCHMARKS: Readonly<
  Record<string, (number: ReadNumber, seed: number, reference?: LoadReference) => Promise<object>>
> = {
  core: async (number, seed, reference) => {
    const { benchCore } = await import('./core.ts')
    return benchCore({
      clicks: number('clicks', 1_000_000),
      erasures: number('erasures', 1_000),
      queries: number('queries', 20_000),
      seed,
      ...(reference === undefined ? {} : { reference }),
    })
  },
  forget: async (number, seed) => {
    const { benchForget } = await import('./forget.ts')
    return benchForget({ erasures: number('erasures', 200), seed, visitors: number('visitors', 100_000) })
  },
  intake: async (number, seed) => {
    const { benchIntake } = await import('./intake.ts')
    return benchIntake({
      connections: number('connections', 8),
      repeats: number('repeats', 3),
      seconds: number('seconds', 10),
      seed,
      visitors: number('visitors', 2000),
    })
  },
  'model-file': async (number, seed) => {
    const { benchModelFile } = await import('./model-file.ts')
    return benchModelFile({
      clicks: number('clicks', 1_000_000),
      erasures: number('erasures', 200),
      repeats: number('repeats', 3),
      seed,
    })
  },
  recommend: async (number, seed) => {
    const { benchRecommendHttp } = await import('./recommend-http.ts')
    return benchRecommendHttp({
      repeats: number('repeats', 3),
      requestsPerSecond: number('rate', 500),
      seconds: number('seconds', 30),
      seed,
      visitors: number('visitors', 3000),
    })
  },
  soak: async (number, seed) => {
    const { benchSoak } = await import('./soak.ts')
    return benchSoak({
      eventsPerSecond: number('events', 100),
      minutes: number('minutes', 60),
      requestsPerSecond: number('rate', 500),
      seed,
      visitors: number('visitors', 3000),
    })
  },
}

/**
 * @param reference what the core is compared with, if the caller has it
 * @returns exit code
 */
export async function bench(args: readonly string[], reference?: LoadReference): Promise<number> {
  const { positionals, values } = readArguments(args, OPTIONS)
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new UsageError(`Name one benchmark.\n\n${HELP}`)
  const run = BENCHMARKS[name]
  if (run === undefined) throw new UsageError(unknownName('benchmark', name, Object.keys(BENCHMARKS)))
  const number: ReadNumber = (option, otherwise) => {
    const text = values[option]
    return typeof text === 'string' ? wholeNumber(option, text, 1) : otherwise
  }
  const seed = values.seed === undefined ? 1 : wholeNumber('seed', values.seed, 0, 0xffff_ffff)
  // The server inherits our environment; an address meant for the real shop must not reach it.
  process.env.UMIAR_DATABASE_URL = values.database ?? ''
  const figures = snakeCased(await run(number, seed, reference)) as object
  const store = values.database === undefined ? 'sqlite' : 'postgres'
  const report = { benchmark: name, figures, machine: machine(), node: process.version, seed, store }
  console.log(values.json ? JSON.stringify(report) : described(report))
  return 0
}

/** Names as they stand in JSON everywhere else. */
function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased)
  if (typeof value !== 'object' || value === null) return value
  const name = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), snakeCased(inner)]))
}

function machine(): string {
  const [{ model } = { model: 'unknown processor' }] = cpus()
  return `${model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
}

function described(report: { readonly figures: object; readonly [name: string]: unknown }): string {
  const { figures, ...setting } = report
  const lines = (values: object) =>
    Object.entries(values).map(
      ([name, value]) => `  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    )
  return [...lines(figures), ...lines(setting)].join('\n')
}
