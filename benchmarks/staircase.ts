/**
 * `node benchmarks/staircase.ts`: how much better suggestions get with each level, on invented Polana.
 *
 * NDCG@10 against the true utility of the people in the simulation, asked of the real engine; the engine
 * heard the first 96 of 120 days. Simulated: it shows that the levels do what they say, and tells nothing
 * about real shoppers. Takes about ten seconds a seed, the sweep half a minute more.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bandsOf } from './simulation/bands.ts'
import { type PolanaStaircase, polanaStaircase, SEEDS } from './simulation/polana.ts'
import { inColumns, measuredOn, showProgress } from './simulation/report-line.ts'
import type { Step } from './simulation/staircase.ts'

const HELP = `node benchmarks/staircase.ts: quality of each level on invented Polana

  --seeds 20261,7,11   worlds to measure
  --every N            ask every Nth person, 1
  --sweep              also with 100, 50, 25, 10 and 5 % of people teaching
  --out FILE           writes the figures as JSON
  --json               prints them as JSON
`
const SHARES = [1, 0.5, 0.25, 0.1, 0.05] as const
const SWEPT: readonly Step[] = ['page', 'visit', 'history']
const NAMES: Readonly<Record<Step, string>> = {
  hints: 'level 2: visit and hints',
  history: 'level 3: history',
  page: 'level 0: the page',
  popular: 'level 0: popularity',
  product: 'level 0: the product',
  visit: 'level 1: this visit',
}

const { values } = parseArgs({
  options: {
    every: { default: '1', type: 'string' },
    help: { default: false, type: 'boolean' },
    json: { default: false, type: 'boolean' },
    out: { type: 'string' },
    seeds: { default: SEEDS.join(','), type: 'string' },
    sweep: { default: false, type: 'boolean' },
  },
})
if (values.help) process.stdout.write(HELP)
else await main()

async function main(): Promise<void> {
  const seeds = values.seeds.split(',').map(Number)
  const every = Number(values.every)
  if (!seeds.every(Number.isInteger) || !(Number.isInteger(every) && every >= 1))
    throw new RangeError(`--seeds and --every expect whole numbers, got ${values.seeds} and ${values.every}`)
  const staircases: PolanaStaircase[] = []
  for (const seed of seeds) {
    const onProgress = (share: number): void => showProgress(`seed ${seed}`, share)
    staircases.push(await polanaStaircase({ every, onProgress, seed }))
  }
  const sweep = values.sweep ? await sweptOver(seeds, every) : []
  const found = {
    ...measuredOn(),
    kind: 'polana-staircase' as const,
    measured_at: new Date().toISOString().slice(0, 10),
    simulated: true,
    staircases,
    sweep,
  }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(found, null, 1)}\n`)
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 1)}\n` : printed(staircases, sweep))
}

async function sweptOver(seeds: readonly number[], every: number): Promise<readonly PolanaStaircase[]> {
  const swept: PolanaStaircase[] = []
  for (const share of SHARES) {
    for (const seed of seeds) {
      const onProgress = (done: number): void => showProgress(`${share * 100} % teach, seed ${seed}`, done)
      swept.push(await polanaStaircase({ every, onProgress, seed, share, steps: SWEPT }))
    }
  }
  return swept
}

function printed(staircases: readonly PolanaStaircase[], sweep: readonly PolanaStaircase[]): string {
  const parts = ['Simulated: invented people of Polana, 96 days heard, asked on the days after.']
  for (const { learned, people, seed, steps } of staircases) {
    const rows = steps.map((row) =>
      [row.ndcg, row.next_view, row.next_purchase, row.coverage].map((share) => share.toFixed(3)),
    )
    parts.push(
      `seed ${seed}: ${people} people asked, learned from ${learned.sessions} visits`,
      inColumns([
        ['', 'NDCG@10', 'next view', 'next purchase', 'coverage'],
        ...rows.map((row, at) => [NAMES[steps[at]?.step ?? 'popular'], ...row]),
      ]),
      bandsOf(steps)
        .map(({ claim, holds }) => `${holds ? 'holds ' : 'MISSED'}  ${claim}`)
        .join('\n'),
    )
  }
  if (sweep.length > 0)
    parts.push(
      'NDCG@10 by the share of people who teach:',
      inColumns([
        ['share, seed', ...SWEPT],
        ...sweep.map(({ seed, share, steps }) => [
          `${(share ?? 0) * 100} %, ${seed}`,
          ...steps.map(({ ndcg }) => ndcg.toFixed(3)),
        ]),
      ]),
    )
  return `${parts.join('\n\n')}\n`
}
