/**
 * `node benchmarks/fit-reranker.ts`: fits the re-ranker's network on held-out newest sessions of the
 * training parts of three public logs, and prints its weights as JSON.
 *
 * The model learns the sessions before; the test parts are not read. Needs the logs beside the checkout and
 * some 2 GB of memory; takes three minutes. `--epochs N`, `--hold N` (most sessions held out per log),
 * `--set NAME` (one log only) and `--out FILE`.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { learn } from '../apps/cli/src/evaluate/offline-model.ts'
import { type LoggedSession, readSessions } from '../apps/cli/src/evaluate/read-sessions.ts'
import { splitSessions } from '../apps/cli/src/evaluate/split-sessions.ts'
import { fitNetwork, type Question } from './reranker/network.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const INPUTS = 39
/** Inputs from here on are the same for all candidates: what they add directly orders nothing. */
const OF_QUESTION = 29
const UNITS = 16
/** Sessions held out of a log: the newest 14,000, or this share if that is fewer. */
const SHARE = 0.24

const { values } = parseArgs({
  options: {
    data: { default: join(ROOT, '../shared/data'), type: 'string' },
    epochs: { default: '12', type: 'string' },
    hold: { default: '14000', type: 'string' },
    out: { type: 'string' },
    set: { default: ['diginetica', 'yoochoose-64', 'yoochoose-100k'], multiple: true, type: 'string' },
  },
})

const shops: Question[][] = []
for (const name of values.set) {
  const file = join(values.data, name, 'events.csv.gz')
  if (!existsSync(file)) throw new Error(`${file} is not here`)
  const { train } = splitSessions(await readSessions(file, () => undefined), { kind: 'column' })
  const held = Math.min(Number(values.hold), Math.floor(train.length * SHARE))
  const questions = collect(train.slice(0, -held), train.slice(-held))
  process.stderr.write(`${name}: ${held} sessions held out, ${questions.length} questions\n`)
  shops.push(questions)
}
const { bias, deviation, hidden, mean, outputs, straight } = fitNetwork(shops, {
  epochs: Number(values.epochs),
  inputs: INPUTS,
  progress: (epoch, loss) => process.stderr.write(`epoch ${epoch}: loss ${loss.toFixed(4)}\n`),
  random: seeded(20_261_124),
  units: UNITS,
})
const plain = (list: Float64Array): number[] => Array.from(list, (value) => Number(value.toFixed(5)))
const text = `${JSON.stringify({
  bias: plain(bias),
  deviation: plain(deviation),
  hidden: Array.from({ length: INPUTS }, (_, n) => plain(hidden.subarray(n * UNITS, (n + 1) * UNITS))),
  mean: plain(mean),
  outputs: plain(outputs),
  straight: plain(straight.subarray(0, OF_QUESTION)),
})}\n`
if (values.out === undefined) process.stdout.write(text)
else writeFileSync(values.out, text)

/** Every prefix of the held-out sessions whose next item is among the candidates. */
function collect(learned: readonly LoggedSession[], asked: readonly LoggedSession[]): Question[] {
  const model = learn(learned, () => undefined)
  const questions: Question[] = []
  for (const { events } of asked) {
    const items = events.map(({ itemId }) => itemId)
    for (let place = 1; place < items.length; place++) {
      const seen = model.rerankerInputs(items.slice(0, place))
      const target = seen.findIndex(({ itemId }) => itemId === items[place])
      if (target < 0) continue
      const rows = new Float32Array(seen.length * INPUTS)
      seen.forEach(({ inputs }, n) => {
        rows.set(inputs, n * INPUTS)
      })
      questions.push({ rows, target })
    }
  }
  return questions
}

/** A small generator of equal chances, so that two runs give the same weights. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
