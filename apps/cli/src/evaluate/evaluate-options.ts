/**
 * Options of `umiar evaluate`.
 */
import { parseArgs } from 'node:util'
import { type Locale, nearestName } from '@umiar/vocabulary'

export const EVALUATE_HELP = `umiar evaluate: measures recommendations on a log of events

  --events FILE         session,user,ts,item,type and further columns; .csv or .csv.gz
  --split SPLIT         column        a column "split" says train or test (valid counts as train)
                        last-days:N   sessions that end in the last N days of the log are the test
                        last-basket   the last session of every user is the test
  --task TASK           next-item (default) or next-basket
  --strategy NAME       session (default), popular, also_viewed, bought_together, similar (needs --items),
                        basket (needs --task next-basket), or for_you: on a log of sessions its ladder
                        stands on the top rung, which is session
  --k N                 length of the lists, 20
  --min-prefix N        steps known before the first prediction in a session, 1
  --predictions FILE    writes session,position,target,rank1..rankK; .csv or .csv.gz
  --report FILE.html    writes a page with pictures for the owner of the shop, in Polish and English:
                        strategies, levels, exposure, proportions, new products, fewer consents
  --items FILE          item,title,category,price,kind: what similar compares, and the report's categories
  --simulated FILE      puts figures of benchmarks/staircase.ts or small-shop.ts (--out) into the report;
                        may stand several times
  --locale pl|en        language the report opens in, en
  --json                prints the figures as JSON
  --help                prints this text

A target that training never saw is a case and a miss. next-item predicts after every prefix; items
already in the session may be answered. Sessions of a log without times are taken in the order of the
file and laid evenly over 90 days. Exit code: 0 measured, 1 unexpected failure, 2 wrong options or input.
`

export const OFFLINE_STRATEGIES = [
  'session',
  'popular',
  'also_viewed',
  'bought_together',
  'similar',
  'basket',
  'for_you',
] as const
export type OfflineStrategy = (typeof OFFLINE_STRATEGIES)[number]

/** Strategies of the server that need what a log of events does not tell. */
const NOT_MEASURABLE: Readonly<Partial<Record<string, string>>> = {
  buy_again: 'it is the repeats of basket, which can be measured',
  cart: 'it answers what lies in the cart at that moment, which a log of events does not tell',
  category_picks: 'it answers the category of a page, and a log of events has no categories',
  compare: 'it sets products of one kind side by side, which predicts nothing',
  complete_the_set: 'it rests on sets the catalogue names, and a log of events has no catalogue',
  new: 'it answers when products came into the shop, which a log of events does not tell',
  on_sale_for_you: 'it answers price cuts, which a log of events does not tell',
  recently_viewed: 'it shows a visit to its own visitor, which predicts nothing',
  trending: 'it answers what rises these days; popular is the measure of what everybody is shown',
}

export const TASKS = ['next-item', 'next-basket'] as const
export type Task = (typeof TASKS)[number]

const LOCALES = ['pl', 'en'] as const satisfies readonly Locale[]

export type Split =
  | { readonly kind: 'column' }
  | { readonly kind: 'last-days'; readonly days: number }
  | { readonly kind: 'last-basket' }

export interface EvaluateOptions {
  readonly events: string
  readonly split: Split
  readonly splitText: string
  readonly task: Task
  readonly strategy: OfflineStrategy
  readonly k: number
  readonly minPrefix: number
  readonly predictions: string | undefined
  /** File of the report page. */
  readonly report: string | undefined
  /** Item list with categories. */
  readonly items: string | undefined
  /** Files of simulations for the report. */
  readonly simulated: readonly string[]
  readonly locale: Locale
  readonly json: boolean
}

/** A wrong option; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const OPTIONS = {
  events: { type: 'string' },
  help: { type: 'boolean' },
  items: { type: 'string' },
  json: { type: 'boolean' },
  k: { type: 'string' },
  locale: { type: 'string' },
  'min-prefix': { type: 'string' },
  predictions: { type: 'string' },
  report: { type: 'string' },
  simulated: { multiple: true, type: 'string' },
  split: { type: 'string' },
  strategy: { type: 'string' },
  task: { type: 'string' },
} as const

/**
 * Reads the options.
 *
 * @returns `help` if the help text was asked for
 * @throws UsageError
 */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions | 'help' {
  for (const arg of args) refuseUnknown(arg)
  let values: { readonly [Name in keyof typeof OPTIONS]?: string | boolean | string[] | undefined }
  try {
    values = parseArgs({ allowPositionals: false, args: [...args], options: OPTIONS, strict: true }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  if (values.help === true) return 'help'
  const text = (name: keyof typeof OPTIONS): string | undefined => values[name] as string | undefined
  const events = text('events')
  if (events === undefined) throw new UsageError('--events FILE is missing.')
  const splitText = text('split')
  if (splitText === undefined) throw new UsageError('--split is missing: column, last-days:N or last-basket.')
  const strategy = parseStrategy(text('strategy') ?? 'session')
  const task = oneOf('--task', text('task') ?? 'next-item', TASKS)
  const items = text('items')
  if (strategy === 'similar' && items === undefined)
    throw new UsageError('--strategy similar compares titles and categories: give --items FILE, too.')
  if (strategy === 'basket' && task !== 'next-basket')
    throw new UsageError('--strategy basket predicts whole baskets: give --task next-basket, too.')
  const report = text('report')
  const simulated = (values.simulated as string[] | undefined) ?? []
  if (report === undefined && simulated.length > 0)
    throw new UsageError('--simulated puts figures into a report: give --report FILE.html, too.')
  return {
    events,
    items,
    json: values.json === true,
    k: wholeNumber('--k', text('k') ?? '20', 1_000),
    locale: oneOf('--locale', text('locale') ?? 'en', LOCALES),
    minPrefix: wholeNumber('--min-prefix', text('min-prefix') ?? '1', 1_000),
    predictions: text('predictions'),
    report,
    simulated,
    split: parseSplit(splitText),
    splitText,
    strategy,
    task,
  }
}

function refuseUnknown(arg: string): void {
  if (!arg.startsWith('--') || arg === '--') return
  const name = arg.slice(2).split('=')[0]!
  if (Object.hasOwn(OPTIONS, name)) return
  const nearest = nearestName(name, Object.keys(OPTIONS))
  throw new UsageError(
    `--${name} is not an option.${nearest === undefined ? '' : ` Did you mean --${nearest}?`}`,
  )
}

function parseSplit(text: string): Split {
  if (text === 'column' || text === 'last-basket') return { kind: text }
  const days = /^last-days:(\d{1,5})$/.exec(text)
  if (days !== null && Number(days[1]) > 0) return { days: Number(days[1]), kind: 'last-days' }
  throw new UsageError(`--split ${text} is not known: column, last-days:N (N ≥ 1) or last-basket.`)
}

function parseStrategy(text: string): OfflineStrategy {
  const reason = Object.hasOwn(NOT_MEASURABLE, text) ? NOT_MEASURABLE[text] : undefined
  if (reason !== undefined) throw new UsageError(`--strategy ${text} cannot be measured here: ${reason}.`)
  return oneOf('--strategy', text, OFFLINE_STRATEGIES)
}

function wholeNumber(name: string, text: string, greatest: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1 && value <= greatest) return value
  throw new UsageError(`${name} ${text}: expected a whole number from 1 to ${greatest}.`)
}

function oneOf<Name extends string>(option: string, text: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === text)
  if (found !== undefined) return found
  const nearest = nearestName(text, known)
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`
  throw new UsageError(`${option} ${text} does not exist here; there are: ${known.join(', ')}.${hint}`)
}
