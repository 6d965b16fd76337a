/**
 * `umiar migrate-store`: moves an installation from the embedded store to PostgreSQL.
 *
 * Keys stay where they are; rows are copied sealed. The address may hold a password, which a command line
 * shows to every user of the machine: so it can also come from the environment.
 */
import { resolve } from 'node:path'
import { loadRootKey, type MoveReport, moveToPostgres } from '@umiar/adapters'
import { readArguments, UsageError } from './arguments.ts'
import { ProgressBar } from './evaluate/progress-bar.ts'

const HELP = `umiar migrate-store [--to URL] [--json]

Moves the store in UMIAR_DATA_DIR into a PostgreSQL database that holds none, e.g.

  UMIAR_DATABASE_URL=postgres://umiar:secret@db.internal/umiar npx umiar migrate-store

Without --to the address is taken from UMIAR_DATABASE_URL, where nobody else sees its password.
Stop the shop first. Everything is moved or nothing: rows as they are (encrypted), shop id unchanged. The keys stay
in the data directory. Then start the shop with UMIAR_DATABASE_URL set. The root key is read as the server reads it:
UMIAR_ROOT_KEY, UMIAR_ROOT_KEY_FILE, or root.key in the data directory.`

/** @returns exit code */
export async function migrateStore(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP)
    return 0
  }
  const { positionals, values } = readArguments(args, { json: { type: 'boolean' }, to: { type: 'string' } })
  if (positionals.length > 0)
    throw new UsageError(`Not understood: ${positionals.length} argument(s) without an option.`)
  const connectionString = values.to ?? process.env.UMIAR_DATABASE_URL
  if (!connectionString)
    throw new UsageError('Give the address of the database: --to URL, or UMIAR_DATABASE_URL.')
  if (!isPostgresUrl(connectionString))
    throw new UsageError('The address must look like postgres://user:password@host:port/database.')
  const directory = resolve(process.env.UMIAR_DATA_DIR || '.umiar')
  const rootKey = loadRootKey({
    createIfMissing: false,
    env: process.env.UMIAR_ROOT_KEY || undefined,
    path: resolve(directory, process.env.UMIAR_ROOT_KEY_FILE || 'root.key'),
  })
  const progress = new ProgressBar()
  try {
    const report = await moveToPostgres({
      connectionString,
      directory,
      onProgress: (done, all) => progress.show('moving', done / all),
      rootKey,
    })
    progress.clear()
    console.log(values.json ? JSON.stringify(report) : described(report))
    return 0
  } finally {
    progress.clear()
  }
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { pathname, protocol } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1
}

function described({ oldFile, rows, shopId }: MoveReport): string {
  return [
    `Moved shop ${shopId}:`,
    ...Object.entries(rows).map(([table, count]) => `  ${table}: ${count}`),
    'Start the shop with UMIAR_DATABASE_URL set to the same address; back up that database and the data directory.',
    `The old store is kept as ${oldFile}. Erasures no longer reach it: delete it once the shop runs.`,
  ].join('\n')
}
