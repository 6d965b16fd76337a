/**
 * `umiar evaluate`: how good are the recommendations on a log?
 *
 * Learns with the classes the server uses, asks every case, prints the figures. Nothing is stored but
 * the predictions, if asked for; works without a data directory.
 */
import os from 'node:os'
import { QualityMeter, type QualityReport } from '@umiar/recommender'
import { DomainError } from '@umiar/vocabulary'
import { EVALUATE_HELP, type EvaluateOptions, parseEvaluateOptions, UsageError } from './evaluate-options.ts'
import { itemCounts, learn, predict, readContent } from './offline-model.ts'
import { PredictionsFile } from './predictions-file.ts'
import { ProgressBar } from './progress-bar.ts'
import { readSessions } from './read-sessions.ts'
import { writeReport } from './report/write-report.ts'
import { splitSessions } from './split-sessions.ts'
import { countCases, testCases } from './test-cases.ts'

/** Everything `--json` prints, in its names. */
export interface Evaluation {
  readonly strategy: string
  readonly task: string
  readonly split: string
  readonly k: number
  readonly cases: number
  readonly hit_rate: number
  readonly mrr: number
  readonly ndcg: number
  /** Next basket only. */
  readonly recall?: number
  readonly coverage: number
  readonly popularity_bias: number
  readonly ms_per_query: number
  readonly train: { readonly sessions: number; readonly events: number; readonly items: number }
  readonly test: { readonly sessions: number }
  readonly seconds: {
    readonly read: number
    readonly train: number
    readonly predict: number
    readonly total: number
  }
  readonly model_version: string
  readonly machine: string
  readonly node: string
}

/** Runs the verb. @returns exit code: 0 measured, 1 unexpected failure, 2 wrong options or input */
export async function evaluate(args: readonly string[]): Promise<number> {
  try {
    const options = parseEvaluateOptions(args)
    if (options === 'help') {
      process.stdout.write(EVALUATE_HELP)
      return 0
    }
    const evaluation = await measure(options)
    await writeReport(options, evaluation)
    process.stdout.write(options.json ? `${JSON.stringify(evaluation, null, 2)}\n` : printed(evaluation))
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nSee umiar evaluate --help.\n`)
      return 2
    }
    if (error instanceof DomainError) {
      process.stderr.write(`${error.code}: ${error.message}\n`)
      return 2
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 1
  }
}

/** Measures; the verb without its printing. @throws DomainError `input_unreadable` */
export async function measure(options: EvaluateOptions): Promise<Evaluation> {
  const bar = new ProgressBar()
  try {
    const begun = performance.now()
    const log = await readSessions(options.events, (share) => bar.show('reading', share))
    const parts = splitSessions(log, options.split)
    const read = performance.now()
    const model = learn(parts.train, (share) => bar.show('learning', share))
    const content =
      options.strategy === 'similar' && options.items !== undefined
        ? await readContent(options.items)
        : undefined
    const trained = performance.now()
    const counts = itemCounts(parts.train)
    const meter = new QualityMeter(options.k, { itemCounts: counts })
    const out =
      options.predictions === undefined ? undefined : new PredictionsFile(options.predictions, options.k)
    const expected = countCases(parts, options)
    let done = 0
    let queryMs = 0
    for (const asked of testCases(parts, options)) {
      const before = performance.now()
      const ranked = predict(model, options.strategy, asked, options.k, content)
      queryMs += performance.now() - before
      meter.add(ranked, asked.targets)
      await out?.add(asked, ranked)
      if (++done % 512 === 0) bar.show('predicting', done / expected)
    }
    if (done === 0)
      throw new DomainError('input_unreadable', 'The test sessions give no case: all are too short.')
    await out?.close()
    const ended = performance.now()
    const seconds = {
      predict: round((ended - trained) / 1_000),
      read: round((read - begun) / 1_000),
      total: round((ended - begun) / 1_000),
      train: round((trained - read) / 1_000),
    }
    const events = parts.train.reduce((sum, session) => sum + session.events.length, 0)
    return evaluationOf(options, meter.report(), {
      machine: `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores`,
      model_version: model.version,
      ms_per_query: round(queryMs / done),
      node: process.version,
      seconds,
      test: { sessions: parts.test.length },
      train: { events, items: counts.size, sessions: parts.train.length },
    })
  } finally {
    bar.clear()
  }
}

type Measured = Pick<
  Evaluation,
  'machine' | 'model_version' | 'ms_per_query' | 'node' | 'seconds' | 'test' | 'train'
>

function evaluationOf(options: EvaluateOptions, report: QualityReport, measured: Measured): Evaluation {
  return {
    strategy: options.strategy,
    task: options.task,
    split: options.splitText,
    k: options.k,
    cases: report.cases,
    hit_rate: round(report.hitRate),
    mrr: round(report.mrr),
    ndcg: round(report.ndcg),
    ...(options.task === 'next-basket' ? { recall: round(report.recall) } : undefined),
    coverage: round(report.coverage),
    popularity_bias: round(report.popularityBias),
    ...measured,
  }
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function printed(found: Evaluation): string {
  const lines: [name: string, value: string][] = [
    ['strategy', `${found.strategy}, ${found.task}, split ${found.split}`],
    ['cases', found.cases.toLocaleString('en')],
    [`HR@${found.k} (= P@${found.k})`, found.hit_rate.toFixed(4)],
    [`MRR@${found.k}`, found.mrr.toFixed(4)],
    [`NDCG@${found.k}`, found.ndcg.toFixed(4)],
  ]
  if (found.recall !== undefined) lines.push([`recall@${found.k}`, found.recall.toFixed(4)])
  const { seconds, train } = found
  lines.push(
    [`coverage@${found.k}`, found.coverage.toFixed(4)],
    ['popularity bias', found.popularity_bias.toFixed(4)],
    ['ms per query', found.ms_per_query.toFixed(3)],
    ['learned from', `${train.sessions} sessions, ${train.events} events, ${train.items} items`],
    [
      'seconds',
      `${seconds.total.toFixed(1)} (read ${seconds.read.toFixed(1)}, learn ${seconds.train.toFixed(1)}, predict ${seconds.predict.toFixed(1)})`,
    ],
    ['model', found.model_version],
    ['machine', `${found.machine}, Node ${found.node}`],
  )
  const width = Math.max(...lines.map(([name]) => name.length))
  return `${lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`
}
