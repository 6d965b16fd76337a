/**
 * Options of `umiar evaluate`.
 */
import { parseArgs } from 'node:util'
import { nearestName } from '@umiar/vocabulary'

export const EVALUATE_HELP = `umiar evaluate: measures recommendations on a log of events

  --events FILE         session,user,ts,item,type and further columns; .csv or .csv.gz
  --split SPLIT         column        a column "split" says train or test (valid counts as train)
                        last-days:N   sessions that end in the last N days of the log are the test
                        last-basket   the last session of every user is the test
  --task TASK           next-item (default) or next-basket
  --strategy NAME       session (default), popular, also_viewed, bought_together, or for_you: on a log
                        of sessions its ladder stands on the top rung, which is session
  --k N                 length of the lists, 20
  --min-prefix N        steps known before the first prediction in a session, 1
  --predictions FILE    writes session,position,target,rank1..rankK; .csv or .csv.gz
  --json                prints the figures as JSON
  --help                prints this text

A target that training never saw is a case and a miss. next-item predicts after every prefix; items
already in the session may be answered. Sessions of a log without times are taken in the order of the
file and laid evenly over 90 days. Exit code: 0 measured, 1 unexpected failure, 2 wrong options or input.
`

export const OFFLINE_STRATEGIES = ['session', 'popular', 'also_viewed', 'bought_together', 'for_you'] as const
export type OfflineStrategy = (typeof OFFLINE_STRATEGIES)[number]

/** Strategies of the server that need what a log of events does not tell. */
const NOT_MEASURABLE: Readonly<Partial<Record<string, string>>> = {
  cart: 'it answers what lies in the cart at that moment, which a log of events does not tell',
  category_picks: 'it answers the category of a page, and a log of events has no categories',
}

export const TASKS = ['next-item', 'next-basket'] as const
export type Task = (typeof TASKS)[number]

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
  readonly json: boolean
}

/** A wrong option; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const OPTIONS = {
  events: { type: 'string' },
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  k: { type: 'string' },
  'min-prefix': { type: 'string' },
  predictions: { type: 'string' },
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
  let values: { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined }
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
  return {
    events,
    json: values.json === true,
    k: wholeNumber('--k', text('k') ?? '20', 1_000),
    minPrefix: wholeNumber('--min-prefix', text('min-prefix') ?? '1', 1_000),
    predictions: text('predictions'),
    split: parseSplit(splitText),
    splitText,
    strategy: parseStrategy(text('strategy') ?? 'session'),
    task: oneOf('--task', text('task') ?? 'next-item', TASKS),
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
