/**
 * `node benchmarks/session-table.ts`: the session model on three public splits, in one table.
 *
 * Runs `umiar evaluate` on each log, recomputes the figures from the predictions it wrote, and for the
 * YooChoose sample scores the lists of four algorithms of session-rec at the same places. Needs the logs
 * beside the checkout; says so where they are missing. Takes about half a minute.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { inColumns, measuredOn } from './simulation/report-line.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SETS = ['diginetica', 'yoochoose-64', 'yoochoose-100k'] as const
/** P@20 and MRR@20 as the papers give them, from memory; the last line of each is what is aimed at. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  diginetica: [
    ['SR-GNN (AAAI 2019)', 0.5073, 0.1759],
    ['GCE-GNN (SIGIR 2020)', 0.5422, 0.1904],
  ],
  'yoochoose-64': [['SR-GNN (AAAI 2019)', 0.7057, 0.3094]],
}

const { values } = parseArgs({
  options: { data: { default: join(ROOT, '../shared/data'), type: 'string' }, json: { type: 'boolean' } },
})
const found = SETS.flatMap((name) => measured(name))
process.stdout.write(
  values.json === true
    ? `${JSON.stringify({ ...measuredOn(), rows: found }, null, 2)}\n`
    : `${inColumns([['set', 'algorithm', 'cases', 'P@20', 'MRR@20', 'ms per query'], ...found])}\n`,
)

/** The rows of one set. */
function measured(name: string): string[][] {
  const events = join(values.data, name, 'events.csv.gz')
  if (!existsSync(events)) return [[name, 'skipped: the log is not here', '', '', '', '']]
  const folder = mkdtempSync(join(tmpdir(), 'umiar-table-'))
  try {
    const out = join(folder, 'predictions.csv.gz')
    const command = ['evaluate', '--events', events, '--split', 'column', '--predictions', out, '--json']
    const told = JSON.parse(
      execFileSync(process.execPath, [join(ROOT, 'bin/umiar.mjs'), ...command], { encoding: 'utf8' }),
    )
    const lists = readLists(out)
    const again = scored([...lists.values()])
    const rows = [[name, 'Umiar, session', ...again, told.ms_per_query.toFixed(3)]]
    for (const [algorithm, precision, mrr] of ELSEWHERE[name] ?? [])
      rows.push([name, `${algorithm}, published`, '', precision.toFixed(4), mrr.toFixed(4), ''])
    return [...rows, ...referenceRows(name, lists)]
  } finally {
    rmSync(folder, { force: true, recursive: true })
  }
}

interface Case {
  readonly target: string
  readonly ranked: readonly string[]
}

/** Cases by session and number of known steps. */
function readLists(file: string): Map<string, Case> {
  const cases = new Map<string, Case>()
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  for (const line of lines) {
    const [session = '', position = '', target = '', ...ranked] = line.split(',')
    cases.set(`${session} ${position}`, { ranked, target })
  }
  return cases
}

/** @returns number of cases, P@20 and MRR@20 */
function scored(cases: readonly Case[]): string[] {
  const ranks = cases.map(({ ranked, target }) => ranked.slice(0, 20).indexOf(target) + 1)
  const hits = ranks.filter((rank) => rank > 0)
  const mrr = hits.reduce((sum, rank) => sum + 1 / rank, 0) / cases.length
  return [String(cases.length), (hits.length / cases.length).toFixed(4), mrr.toFixed(4)]
}

/** The lists of other implementations that come with a set, and ours at the same places. */
function referenceRows(name: string, ours: ReadonlyMap<string, Case>): string[][] {
  const file = join(values.data, name, 'reference_top20.csv.gz')
  if (!existsSync(file)) return []
  const byModel = new Map<string, Case[]>([['Umiar, session', []]])
  const asked = new Set<string>()
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  for (const line of lines) {
    const [model = '', session = '', position = '', items = ''] = line.split(',')
    // The source counts places from 0 and recommends after the event there.
    const key = `${session} ${Number(position) + 1}`
    const own = ours.get(key)
    if (own === undefined) throw new Error(`case ${key} of ${model} is not among ours`)
    byModel.set(model, [...(byModel.get(model) ?? []), { ranked: items.split(' '), target: own.target }])
    if (asked.has(key)) continue
    asked.add(key)
    byModel.get('Umiar, session')!.push(own)
  }
  return [...byModel].map(([model, cases]) => [`${name}, first 99 sessions`, model, ...scored(cases), ''])
}
