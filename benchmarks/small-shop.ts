/**
 * `node benchmarks/small-shop.ts`: what a small shop gets from each level, and when.
 *
 * 5,000 invented products, 2,000 visits a day, 5, 20 and 50 % of visitors consenting, after 1, 7, 30 and
 * 90 days; the real engine is asked, against the true taste of the simulated people. Simulated: it tells
 * nothing about real shoppers. Takes about ten minutes on two cores.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inColumns, measuredOn, showProgress } from './simulation/report-line.ts'
import { measureSmallShop, type SmallShopFigures, type SmallShopRow } from './simulation/small-shop.ts'

const HELP = `node benchmarks/small-shop.ts: a small shop after 1, 7, 30 and 90 days, simulated

  --seed N        1
  --products N    5000
  --people N      65000, who make some 2,000 visits a day
  --moments N     asked about for each row, 300
  --out FILE      writes the figures as JSON
  --json          prints them as JSON
`
const SHARES = [0.05, 0.2, 0.5] as const
const DAYS = [1, 7, 30, 90] as const

const { values } = parseArgs({
  options: {
    help: { default: false, type: 'boolean' },
    json: { default: false, type: 'boolean' },
    moments: { default: '300', type: 'string' },
    out: { type: 'string' },
    people: { default: '65000', type: 'string' },
    products: { default: '5000', type: 'string' },
    seed: { default: '1', type: 'string' },
  },
})
if (values.help) process.stdout.write(HELP)
else await main()

async function main(): Promise<void> {
  const [moments, people, products, seed] = [values.moments, values.people, values.products, values.seed].map(
    (text) => {
      if (!/^\d{1,7}$/.test(text)) throw new RangeError(`${text}: expected a whole number`)
      return Number(text)
    },
  ) as [number, number, number, number]
  const begun = performance.now()
  const figures = await measureSmallShop({
    days: DAYS,
    moments,
    onProgress: showProgress,
    people,
    products,
    seed,
    shares: SHARES,
  })
  const found = {
    ...measuredOn(),
    ...figures,
    kind: 'small-shop' as const,
    measured_at: new Date().toISOString().slice(0, 10),
    people,
    products,
    seconds: Math.round((performance.now() - begun) / 1_000),
    seed,
    simulated: true,
  }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(found, null, 1)}\n`)
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 1)}\n` : printed(figures))
}

function printed({ rows, visits_per_day }: SmallShopFigures): string {
  const named = ({ counts, of, step }: SmallShopRow): string =>
    `${step}${counts ? '' : ', no counts'}${of === 'regulars' ? ', regulars' : ''}`
  const table = rows.map((row) => [
    named(row),
    `${Math.round(row.share * 100)} %`,
    String(row.day),
    ...[row.ndcg, row.next_view, row.next_purchase, row.coverage].map((share) => share.toFixed(3)),
    String(row.moments),
    String(row.learned_views),
  ])
  const names = [
    '',
    'consent',
    'day',
    'NDCG@10',
    'next view',
    'next purchase',
    'coverage',
    'asked',
    'learned',
  ]
  return `Simulated: ${visits_per_day} visits a day.\n\n${inColumns([names, ...table])}\n`
}
