/**
 * `umiar import`: brings a catalogue and a history into the engine, on a basis that is named.
 *
 * Nothing has a default that decides over people: where the data come from and what they rest on must be
 * said, and both are kept in the register.
 */
import { resolve } from 'node:path'
import { createClient } from '@umiar/http-client'
import { readArguments, UsageError } from '../arguments.ts'
import { ProgressBar } from '../evaluate/progress-bar.ts'
import { secretKey, withOwner } from '../owner.ts'
import { described, describedRegister, describedRejects } from './describe-import.ts'
import type { Basis, ImportRequest, OnProgress } from './import-request.ts'
import { BrokenInput, carryOutImport, prepareImport } from './run-import.ts'

const HELP = `umiar import --events FILE --items FILE --source TEXT --basis BASIS [options]
umiar import --list [--json]

  --events FILE    session,user,ts,item,type (.csv, .csv.gz), or one event of the API a line (.jsonl, .jsonl.gz)
  --items FILE     item,title,category,price,kind (.csv, .csv.gz); kind service is left out
  --source TEXT    where the data come from, in your words; kept in the register
  --basis BASIS    what the import rests on:
      aggregate       counts of products only, each of five people or more; nobody is stored
      consent:FILE    people with a valid record of consent in FILE; other rows are rejected
      test-data       demo mode only: invented consents, level 3 and train_models for everybody
  --rebase-time    move all times so that the newest event is now; not with consent:FILE
  --currency C     ISO 4217 of the prices; refused unless it is the shop's
  --rejects FILE   write line and reason of every rejected row
  --json           print the summary as JSON

Files are read twice: a damaged file, or one with more than 20 % unreadable rows, changes nothing. The same files
are imported once; an import that was broken off goes on when it is run again.

Talks to the server at UMIAR_URL, or to the process that owns UMIAR_DATA_DIR, or starts one for the moment.
Needs the secret key (UMIAR_SECRET_KEY) and the staff token (UMIAR_STAFF_TOKEN), in demo mode from demo-keys.json.
docs/import.md says more.`

const CALL_LIMIT_MS = 120_000

/** @returns exit code */
export async function importFiles(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP)
    return 0
  }
  const { positionals, values } = readArguments(args, {
    basis: { type: 'string' },
    currency: { type: 'string' },
    events: { type: 'string' },
    items: { type: 'string' },
    json: { type: 'boolean' },
    list: { type: 'boolean' },
    'rebase-time': { type: 'boolean' },
    rejects: { type: 'string' },
    source: { type: 'string' },
  })
  if (positionals.length > 0)
    throw new UsageError(`Not understood: ${positionals.length} argument(s) without an option.`)
  const asJson = values.json === true
  if (values.list) return list(asJson)
  const request = requestOf(values)
  const progress = new ProgressBar()
  const onProgress: OnProgress = (step, share) => progress.show(step, share)
  try {
    // Before anything is started: broken files leave no trace, not even an empty data directory.
    const prepared = await prepareImport(request, onProgress)
    progress.clear()
    const summary = await withOwner(
      process.env,
      ({ dataDir, staffToken, url }) => {
        const common = { baseUrl: url, timeoutMs: CALL_LIMIT_MS }
        const shop = createClient({ ...common, key: secretKey(process.env, dataDir) })
        const clients = { shop, staff: shop.with({ key: staffToken }) }
        return carryOutImport(clients, request, prepared, onProgress)
      },
      { createIfMissing: true, environment: serverEnvironment() },
    )
    progress.clear()
    console.log(asJson ? JSON.stringify(summary, null, 2) : described(summary))
    return 0
  } catch (error) {
    progress.clear()
    if (!(error instanceof BrokenInput)) throw error
    if (asJson) console.log(JSON.stringify(error.report, null, 2))
    else console.error([...describedRejects(error.report), 'Nothing was changed.'].join('\n'))
    throw error.cause
  } finally {
    progress.clear()
  }
}

async function list(asJson: boolean): Promise<number> {
  const { imports } = await withOwner(process.env, ({ staffToken, url }) =>
    createClient({ baseUrl: url, key: staffToken, timeoutMs: CALL_LIMIT_MS }).imports(),
  )
  console.log(asJson ? JSON.stringify({ imports }, null, 2) : describedRegister(imports))
  return 0
}

/** A server started only to import must not fill itself with the demo shop first. */
function serverEnvironment(): Readonly<Record<string, string>> {
  return process.env.UMIAR_MODE === 'production' ? {} : { UMIAR_DEMO_SEED: 'off' }
}

interface Given {
  readonly basis?: string | undefined
  readonly currency?: string | undefined
  readonly events?: string | undefined
  readonly items?: string | undefined
  readonly 'rebase-time'?: boolean | undefined
  readonly rejects?: string | undefined
  readonly source?: string | undefined
}

function requestOf(given: Given): ImportRequest {
  const { currency, events, items, rejects, source } = given
  if (events === undefined && items === undefined)
    throw new UsageError('Give --events FILE, --items FILE, or both.')
  if (source === undefined || source.trim() === '')
    throw new UsageError(
      '--source is missing: say where the data come from, e.g. "orders of 2025 from our old shop". It is kept in the register of imports.',
    )
  const basis = basisOf(given.basis)
  const rebase = given['rebase-time'] === true
  if (basis.kind === 'consent' && rebase)
    throw new UsageError(
      '--rebase-time moves times; those of real people and their consents stay as they are.',
    )
  if (basis.kind === 'consent' && events === undefined)
    throw new UsageError('--basis consent:FILE is about events: give --events FILE.')
  if (basis.kind === 'aggregate' && items === undefined)
    throw new UsageError('--basis aggregate keeps counts with the products: give --items FILE.')
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    throw new UsageError(`--currency must be three capital letters such as PLN, given: ${currency}`)
  const read = [events, items, basis.kind === 'consent' ? basis.file : undefined]
  if (rejects !== undefined && read.some((file) => file !== undefined && resolve(file) === resolve(rejects)))
    throw new UsageError('--rejects must name another file than those that are read: it is made anew.')
  return {
    basis,
    nowMs: () => Date.now(),
    rebase,
    source,
    ...(currency === undefined ? {} : { currency }),
    ...(events === undefined ? {} : { events }),
    ...(items === undefined ? {} : { items }),
    ...(rejects === undefined ? {} : { rejects }),
  }
}

function basisOf(text: string | undefined): Basis {
  if (text === undefined)
    throw new UsageError(
      '--basis is missing: a history is about people, so say what its import rests on. aggregate keeps counts of products and stores nobody; consent:FILE takes people with a record of consent; test-data is for demo mode.',
    )
  if (text === 'aggregate' || text === 'test-data') return { kind: text }
  const file = /^consent:(.+)$/.exec(text)?.[1]
  if (file !== undefined) return { file, kind: 'consent' }
  throw new UsageError(`--basis must be aggregate, consent:FILE or test-data, given: ${text}`)
}
