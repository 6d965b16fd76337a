/**
 * Moves an installation from SQLite to PostgreSQL: every row as it is, under the same shop id.
 *
 * Rows stay sealed; the key file and the root key stay where they are. Everything goes in one transaction, so
 * that an interrupted move leaves an empty target and an untouched source. Arrival numbers are kept: what
 * reads rows in their order (replay, export) reads the same as before.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rootKeyCheckOf } from '@umiar/crypto'
import { DomainError, PERSONAL_TABLES } from '@umiar/vocabulary'
import type { Database } from 'better-sqlite3'
import { ownDirectory } from '../owner/owner.ts'
import { DATABASE_FILE, openDatabase as openSqlite, readMeta } from '../sqlite/database.ts'
import { bytes, ids, numbers, texts } from './array-parameters.ts'
import { type Connection, failureOf } from './connection.ts'
import { openDatabase as openPostgres } from './database.ts'
import { NO_TARGET_ROOM, TABLES_MOVED, type TableMoved } from './moved-tables.ts'
import { KEY_BYTES, ROW_BYTES } from './transaction.ts'

/** What the old database file is called afterwards, so that nobody goes on with it by mistake. */
export const MOVED_FILE = `${DATABASE_FILE}.migrated`

const MOST_ROWS = 2000
const MOST_BYTES = 4 << 20

export interface MoveOptions {
  /** The data directory; nobody else may own it. */
  readonly directory: string
  readonly rootKey: Uint8Array
  /** Address of the PostgreSQL database. */
  readonly connectionString: string
  /** Called after each statement. @param all rows of all tables */
  readonly onProgress?: (done: number, all: number) => void
}

export interface MoveReport {
  readonly shopId: string
  /** Rows moved, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Where the old database now is. */
  readonly oldFile: string
}

/**
 * Moves the store of a data directory into a database that holds none.
 *
 * @throws DomainError `configuration_invalid` if there is nothing to move or the target is not empty;
 *         `store_owned`, `root_key_wrong`, `store_full` and whatever opening the two stores refuses with
 */
export async function moveToPostgres(options: MoveOptions): Promise<MoveReport> {
  const { directory } = options
  const path = join(directory, DATABASE_FILE)
  if (!existsSync(path)) throw refusal('There is no embedded store in the data directory; nothing was moved.')
  const lock = ownDirectory(directory)
  try {
    const rootKeyCheck = rootKeyCheckOf(options.rootKey)
    const source = openSqlite({
      checkpointBytes: 0,
      directory,
      fault: null,
      lowSpaceBytes: 0,
      maxBytes: null,
      newShopId: '',
      quickCheckBytes: Number.MAX_SAFE_INTEGER,
      reserveBytes: 0,
      rootKeyCheck,
    })
    let rows: Record<string, number>
    try {
      rows = await copyInto(source.database, source.shopId, options, rootKeyCheck)
    } finally {
      source.database.close()
    }
    renameSync(path, join(directory, MOVED_FILE))
    for (const name of ['reserve.bin', 'closed.mark']) rmSync(join(directory, name), { force: true })
    return { oldFile: join(directory, MOVED_FILE), rows, shopId: source.shopId }
  } finally {
    lock.release()
  }
}

async function copyInto(
  source: Database,
  shopId: string,
  { connectionString, onProgress = () => undefined }: MoveOptions,
  rootKeyCheck: Uint8Array,
): Promise<Record<string, number>> {
  const { connection } = await openPostgres({
    connectionString,
    newShopId: shopId,
    onLost: () => undefined,
    ownerWaitMs: 2000,
    rootKeyCheck,
  })
  try {
    await checkEmpty(connection)
    const counts = Object.fromEntries(TABLES_MOVED.map(({ name }) => [name, countIn(source, name)]))
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    let done = 0
    await connection.script('BEGIN')
    for (const table of TABLES_MOVED) {
      for (const chunk of chunksOf(source, table)) {
        await put(connection, table, chunk)
        done += chunk.length
        onProgress(done, all)
      }
    }
    await writeIdentity(connection, shopId, readMeta(source, 'next_arrival')?.toString('utf8') ?? '1')
    await compare(connection, source, counts)
    if ((await connection.script('COMMIT')) !== 'COMMIT') throw new Error('PostgreSQL rolled the move back')
    await connection.script('ANALYZE')
    return counts
  } catch (error) {
    if (error instanceof DomainError) throw error
    const isFull = failureOf(error) === 'full'
    throw new DomainError(
      isFull ? 'store_full' : 'store_unavailable',
      isFull ? NO_TARGET_ROOM : 'PostgreSQL stopped the move; nothing was moved. Its log says why.',
    )
  } finally {
    await connection.end()
  }
}

async function checkEmpty(connection: Connection): Promise<void> {
  for (const { name } of TABLES_MOVED) {
    const found = await connection.rows(`SELECT 1 FROM ${name} LIMIT 1`)
    if (found.length > 0)
      throw refusal('The target database already holds a store; choose an empty database.')
  }
}

function countIn(source: Database, table: string): number {
  return source.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
}

type Value = Buffer | string | number | null

function* chunksOf(source: Database, { columns, name }: TableMoved): Generator<Value[][]> {
  let chunk: Value[][] = []
  let size = 0
  const names = columns.map((column) => column.name).join(', ')
  for (const row of source.prepare(`SELECT ${names} FROM ${name}`).raw().iterate()) {
    chunk.push(row as Value[])
    for (const value of row as Value[]) size += typeof value === 'number' ? 8 : (value?.length ?? 0)
    if (chunk.length < MOST_ROWS && size < MOST_BYTES) continue
    yield chunk
    chunk = []
    size = 0
  }
  if (chunk.length > 0) yield chunk
}

async function put(connection: Connection, { columns, name }: TableMoved, chunk: Value[][]): Promise<void> {
  const names = columns.map((column) => column.name).join(', ')
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ')
  const parameters = columns.map((column, index) => {
    const values = chunk.map((row) => row[index] ?? null)
    if (column.type === 'uuid') return ids(values.map((value) => (value as Buffer).toString('hex')))
    if (column.type === 'bytea') return bytes(values as Buffer[])
    if (column.type === 'text') return texts(values as string[])
    return numbers(values as (number | null)[])
  })
  await connection.run(`INSERT INTO ${name} (${names}) SELECT * FROM unnest(${arrays})`, ...parameters)
}

/** Shop id of the source, its arrival numbers, and the account of what is alive. */
async function writeIdentity(connection: Connection, shopId: string, nextArrival: string): Promise<void> {
  const setMeta = (name: string, value: string): Promise<number> =>
    connection.run('UPDATE meta SET value = $2 WHERE name = $1', name, value)
  await setMeta('shop_id', shopId)
  await setMeta('next_arrival', nextArrival)
  const withBodies = [
    ...PERSONAL_TABLES.map(({ table }) => table as string),
    'product',
    'setting',
    'shared_evidence',
  ]
  const parts = withBodies.map(
    (table) => `(SELECT coalesce(sum(octet_length(body) + ${ROW_BYTES}), 0) FROM ${table})`,
  )
  const [live] = await connection.rows<{ bytes: string }>(
    `SELECT (${parts.join(' + ')} + (SELECT count(*) FROM event_key) * ${KEY_BYTES})::text AS bytes`,
  )
  await setMeta('live_bytes', live!.bytes)
}

/** Rows and bytes of every table, on both sides. */
async function compare(
  connection: Connection,
  source: Database,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  for (const { columns, name } of TABLES_MOVED) {
    const hasBody = columns.some((column) => column.name === 'body' && column.type === 'bytea')
    const [target] = await connection.rows<{ count: number; size: number }>(
      `SELECT count(*) AS count, ${hasBody ? 'coalesce(sum(octet_length(body)), 0)::bigint' : '0'} AS size FROM ${name}`,
    )
    const size = hasBody
      ? source.prepare(`SELECT coalesce(sum(length(body)), 0) FROM ${name}`).pluck().get()
      : 0
    if (target!.count !== counts[name] || target!.size !== size) {
      throw new DomainError(
        'store_damaged',
        `Table ${name} did not arrive whole in PostgreSQL; nothing was moved.`,
      )
    }
  }
}

function refusal(message: string): DomainError {
  return new DomainError('configuration_invalid', message)
}
