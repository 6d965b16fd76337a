/**
 * `node benchmarks/write-quality-tables.ts STAIRCASE.json SMALL-SHOP.json`: puts what `staircase.ts --sweep`
 * and `small-shop.ts` measured (`--out`) into `docs/reference/quality.md`, between its marks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { bandsOf } from './simulation/bands.ts'
import type { PolanaStaircase } from './simulation/polana.ts'
import type { SmallShopFigures, SmallShopRow } from './simulation/small-shop.ts'
import { STEPS, type Step, type StepQuality } from './simulation/staircase.ts'

const PAGE = new URL('../docs/reference/quality.md', import.meta.url)
const NAMES: Readonly<Record<Step, string>> = {
  hints: '2: visit and hints',
  history: '3: history',
  page: '0: category page',
  popular: '0: popularity',
  product: '0: product page',
  visit: '1: this visit',
}

interface Measured {
  readonly machine: string
  readonly measured_at: string
  readonly node: string
}

const [staircaseFile = '', smallShopFile = ''] = process.argv.slice(2)
const polana = read<Measured & { staircases: PolanaStaircase[]; sweep: PolanaStaircase[] }>(staircaseFile)
const shop = read<Measured & SmallShopFigures & { products: number; seconds: number; seed: number }>(
  smallShopFile,
)
let page = readFileSync(PAGE, 'utf8')
page = replaced(page, 'staircase', `${measuredOn(polana)}\n\n${staircaseTable()}\n\n${bandTable()}`)
page = replaced(page, 'sweep', sweepTable())
page = replaced(
  page,
  'small-shop',
  `${measuredOn(shop)}, seed ${shop.seed}, ${shop.products} products, ${shop.visits_per_day} visits a day, ${shop.seconds} s.\n\n${shopTable()}`,
)
writeFileSync(PAGE, page)

function read<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value
}

function measuredOn({ machine, measured_at, node }: Measured): string {
  return `Simulated. Measured ${measured_at} on ${machine}, Node ${node}`
}

function replaced(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${PAGE.pathname} has no marks for ${name}`)
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, columns.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function find(steps: readonly StepQuality[], step: Step): string {
  return steps.find((row) => row.step === step)?.ndcg.toFixed(3) ?? '–'
}

function staircaseTable(): string {
  return table(
    ['NDCG@10 at level', ...polana.staircases.map(({ people, seed }) => `seed ${seed} (${people} people)`)],
    STEPS.map((step) => [NAMES[step], ...polana.staircases.map(({ steps }) => find(steps, step))]),
  )
}

function bandTable(): string {
  return polana.staircases
    .flatMap(({ seed, steps }) =>
      bandsOf(steps)
        .filter(({ holds }) => !holds)
        .map(({ claim }) => `- Missed with seed ${seed}: ${claim}.`),
    )
    .concat(
      polana.staircases.every(({ steps }) => bandsOf(steps).every(({ holds }) => holds))
        ? ['All bands hold.']
        : [],
    )
    .join('\n')
}

function sweepTable(): string {
  const shares = [...new Set(polana.sweep.map(({ share }) => share ?? 0))]
  const steps: readonly Step[] = ['page', 'visit', 'history']
  const mean = (share: number, step: Step): string => {
    const values = polana.sweep
      .filter((row) => row.share === share)
      .map((row) => row.steps.find((found) => found.step === step)?.ndcg ?? 0)
    return (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3)
  }
  return table(
    ['People who teach', ...steps.map((step) => NAMES[step])],
    shares.map((share) => [`${share * 100} %`, ...steps.map((step) => mean(share, step))]),
  )
}

/** NDCG@10 and, after the slash, how often the product bought next was among the ten. */
function shopTable(): string {
  const days = [...new Set(shop.rows.map(({ day }) => day))]
  const shares = [...new Set(shop.rows.map(({ share }) => share))]
  const kinds = [...new Set(shop.rows.map(nameOf))]
  const cell = (name: string, share: number, day: number): string => {
    const row = shop.rows.find((one) => nameOf(one) === name && one.share === share && one.day === day)
    return row === undefined ? '–' : `${row.ndcg.toFixed(2)} / ${row.next_purchase.toFixed(2)}`
  }
  return shares
    .map((share) => {
      const rows = kinds.map((name) => [name, ...days.map((day) => cell(name, share, day))])
      const columns = [`${Math.round(share * 100)} % consent`, ...days.map((day) => `day ${day}`)]
      return table(columns, rows)
    })
    .join('\n\n')
}

function nameOf({ counts, of, step }: SmallShopRow): string {
  return `${NAMES[step]}${counts ? '' : ', no counts'}${of === 'regulars' ? ', who came before' : ''}`
}
