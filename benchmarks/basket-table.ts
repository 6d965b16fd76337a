/**
 * Next baskets and next items of a basket: the models of this repository beside simple references, on the
 * same cases of real logs.
 *
 *     node benchmarks/basket-table.ts [--data FOLDER] [--only instacart-1k|online-retail] [--k 20]
 *
 * FOLDER holds instacart-1k/ and online-retail/ (default `../shared/data` beside the checkout); what is not
 * there is said to be skipped. Settings of the references were chosen on the training part: its last
 * baskets, or its last 30 days.
 */
import { existsSync } from 'node:fs'
import os from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ProgressBar } from '../apps/cli/src/evaluate/progress-bar.ts'
import { compare, type Row } from './basket/compare.ts'
import { type Contender, nextBasketContenders, nextItemContenders } from './basket/contenders.ts'
import { readWorld, type World } from './basket/world.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, k: { default: '20', type: 'string' }, only: { type: 'string' } },
})
const folder = resolve(values.data ?? join(import.meta.dirname, '../../shared/data'))
const k = Number(values.k)

const TABLES = [
  {
    contenders: nextBasketContenders,
    name: 'instacart-1k',
    split: { kind: 'last-basket' },
    task: 'next-basket',
  },
  {
    contenders: nextBasketContenders,
    name: 'online-retail',
    split: { days: 30, kind: 'last-days' },
    task: 'next-basket',
  },
  {
    contenders: nextItemContenders,
    name: 'online-retail',
    split: { days: 30, kind: 'last-days' },
    task: 'next-item',
  },
] as const

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}`,
)
for (const { contenders, name, split, task } of TABLES) {
  if (values.only !== undefined && values.only !== name) continue
  console.log(`\n${name}, --split ${split.kind}${'days' in split ? `:${split.days}` : ''} --task ${task}`)
  const data = join(folder, name)
  if (!existsSync(join(data, 'events.csv.gz'))) {
    console.log(`SKIPPED: there is no ${name}/events.csv.gz in the data folder; nothing was measured.`)
    continue
  }
  const bar = new ProgressBar()
  const world: World = await readWorld(data, split, task)
  const rows: Row[] = []
  const all: readonly Contender[] = contenders(name, world)
  for (const [n, contender] of all.entries()) {
    bar.show(contender.label, n / all.length)
    rows.push(await compare(contender, world, k))
  }
  bar.clear()
  print(rows, world.cases.length)
}

function print(rows: readonly Row[], cases: number): void {
  const width = Math.max(...rows.map(({ label }) => label.length))
  console.log(`${cases.toLocaleString('en')} cases`)
  console.log(
    `| ${'model'.padEnd(width)} | recall@${k} | NDCG@${k} | HR@${k} | MRR@${k} | seconds: learn, answer |`,
  )
  console.log(`| ${'-'.repeat(width)} | --- | --- | --- | --- | --- |`)
  for (const { answerSeconds, label, learnSeconds, report } of rows) {
    const figures = [report.recall, report.ndcg, report.hitRate, report.mrr].map((value) => value.toFixed(4))
    const seconds = `${learnSeconds.toFixed(1)}, ${answerSeconds.toFixed(1)}`
    console.log(`| ${label.padEnd(width)} | ${figures.join(' | ')} | ${seconds} |`)
  }
}
