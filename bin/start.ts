/**
 * `npm start`: the product put together. Above the floors: with its neighbours in this folder the only
 * code that knows server, shop, privacy centre and console at once.
 *
 *     umiar start [--data FOLDER [--currency CODE]]
 */
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig, runServer } from '@umiar/server'
import { DomainError } from '@umiar/vocabulary'
import { type DemoWorld, polanaWorld, realWorld, type WorldClients } from './demo-world.ts'
import { openRealData, realDataDirectory, realDataSource } from './real-data.ts'
import { webApps } from './web-apps.ts'

const HELP = `umiar start [--data FOLDER [--currency CODE]]

Starts the engine in this terminal; Ctrl-C ends it, data stays.

  --data FOLDER     demo shop on a real catalogue and history: items.csv and events.csv, plain or .gz
  --currency CODE   of the prices in that folder, e.g. GBP (default: shop.json of the folder, else PLN)

Everything else is configured by environment variables: docs/reference/configuration.md`

const USUAL_DATA_DIR = join(dirname(import.meta.dirname), '.umiar')

try {
  const { values } = parseArgs({
    options: {
      currency: { type: 'string' },
      data: { type: 'string' },
      help: { short: 'h', type: 'boolean' },
    },
  })
  if (values.help === true) console.log(HELP)
  else if (values.data !== undefined) await startOnRealData(values.data, values.currency)
  else if (values.currency !== undefined) refuse('--currency goes with --data.')
  else await startOnPolana()
} catch (error) {
  if (error instanceof DomainError) refuse(error.message, 1)
  else if (String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
    refuse((error as Error).message)
  else throw error
}

/** An invented shop; in production no shop at all, only the engine and its console. */
async function startOnPolana(): Promise<void> {
  const environment = { ...process.env, UMIAR_DATA_DIR: process.env.UMIAR_DATA_DIR || USUAL_DATA_DIR }
  await run(environment, (clients) => polanaWorld(clients, environment.UMIAR_DATA_DIR))
}

async function startOnRealData(path: string, currency: string | undefined): Promise<void> {
  const source = realDataSource(path, currency, process.env)
  const environment = {
    ...process.env,
    UMIAR_CURRENCY: source.currency,
    UMIAR_DATA_DIR: process.env.UMIAR_DATA_DIR || realDataDirectory(source.folder, USUAL_DATA_DIR),
  }
  console.log(`${source.name}: prices in ${source.currency} (said by ${source.currencySaidBy}).`)
  const real = await openRealData(source, environment.UMIAR_DATA_DIR)
  await run(environment, (clients) => realWorld(real, basename(source.folder), clients))
}

function run(
  environment: Readonly<Record<string, string | undefined>>,
  makeWorld: (clients: WorldClients) => DemoWorld,
): Promise<void> {
  return runServer(
    () => loadConfig(environment),
    (context) => webApps(context, makeWorld),
  )
}

/** @param code 2 for a wrong command line */
function refuse(message: string, code = 2): void {
  console.error(`umiar start: ${message}`)
  process.exitCode = code
}
