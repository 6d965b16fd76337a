/**
 * Opening the database: ownership, refusals with their remedies, migrations forward.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { DomainError } from '@umiar/vocabulary'
import { Connection, codeOf } from './connection.ts'

/** Everything of ours lives in this schema, so that a database may be shared with others. */
export const SCHEMA = 'umiar'

const MIGRATIONS = new URL('./migrations/', import.meta.url)
const LEAST_VERSION = 150_000
/** With "UMIA", the name of the lock that says who owns the store. */
const OWNER_LOCK = 0x55_4d_49_41

export interface DatabaseOptions {
  readonly connectionString: string
  /** The shop id to use if the store is new. */
  readonly newShopId: string
  readonly rootKeyCheck: Uint8Array
  /** How long a killed owner's session may take to end. */
  readonly ownerWaitMs: number
  readonly onLost: () => void
}

/** An open database and what it says about itself. */
export interface OpenDatabase {
  readonly connection: Connection
  readonly shopId: string
}

/**
 * Opens or creates the store of a database and becomes its owner.
 *
 * @throws DomainError `store_unavailable`, `store_owned`, `store_newer`, `store_damaged`, `root_key_wrong`,
 *         `configuration_invalid`, each with the remedy
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const connection = await Connection.open(options.connectionString, options.onLost)
  try {
    await checkServer(connection)
    await takeOwnership(connection, options.ownerWaitMs)
    await migrate(connection, options)
    const shopId = await readMeta(connection, 'shop_id')
    if (shopId === undefined) throw damaged()
    return { connection, shopId }
  } catch (error) {
    await connection.end()
    if (error instanceof DomainError) throw error
    throw notOpened(error)
  }
}

/** A value of the `meta` table. */
export async function readMeta(connection: Connection, name: string): Promise<string | undefined> {
  const [row] = await connection.rows<{ value: string }>('SELECT value FROM meta WHERE name = $1', name)
  return row?.value
}

/** The refusal for a schema that is not ours or not whole. */
export function damaged(): DomainError {
  return new DomainError(
    'store_damaged',
    'The schema umiar of the database is damaged or not ours. Keep a copy of it, then restore the database from a backup.',
  )
}

function notOpened(error: unknown): DomainError {
  const code = codeOf(error)
  const message =
    code === '42501'
      ? 'The user in UMIAR_DATABASE_URL may not do what the store needs: give it the right to create schemas in the database, or make it the owner of the schema umiar.'
      : `PostgreSQL did not let the store be opened (${code}); its log says why.`
  return new DomainError('store_unavailable', message, { cause: code })
}

async function checkServer(connection: Connection): Promise<void> {
  const [server] = await connection.rows<{ version: number; fsync: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('fsync') AS fsync,
            current_setting('server_encoding') AS encoding`,
  )
  const unfit = (why: string): DomainError =>
    new DomainError('configuration_invalid', `The database in UMIAR_DATABASE_URL cannot be used: ${why}.`)
  if (server!.version < LEAST_VERSION) throw unfit('PostgreSQL 15 or newer is needed')
  if (server!.fsync !== 'on')
    throw unfit('fsync is off, so a power cut would take back what was acknowledged')
  if (server!.encoding !== 'UTF8') throw unfit('its encoding must be UTF8')
}

/**
 * The lock belongs to the session that also does all writing: whoever loses it cannot write any more.
 * The session of a killed owner ends when the server notices, hence the wait.
 */
async function takeOwnership(connection: Connection, waitMs: number): Promise<void> {
  try {
    await connection.script(
      `SET lock_timeout = ${waitMs}; SELECT pg_advisory_lock(${OWNER_LOCK}, ${hashOf(SCHEMA)}); SET lock_timeout = '10s'`,
    )
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error
    throw new DomainError(
      'store_owned',
      'Another process owns the store in this database. Stop it, or talk to it over HTTP.',
    )
  }
}

async function migrate(connection: Connection, options: DatabaseOptions): Promise<void> {
  const known = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
  const version = await schemaVersion(connection)
  if (version > known.length) {
    throw new DomainError(
      'store_newer',
      `The store has schema version ${version}, this program knows ${known.length}. Start the newer version of Umiar, or restore a backup made before the update.`,
      { known: known.length, version },
    )
  }
  if (version > 0) await checkRootKey(connection, options.rootKeyCheck)
  for (let next = version; next < known.length; next++) {
    const name = known[next]!
    if (Number(name.slice(0, 4)) !== next + 1) throw new Error(`migration ${name} is out of sequence`)
    const identity = next === 0 ? identityScript(options) : ''
    const script = readFileSync(new URL(name, MIGRATIONS), 'utf8')
    // One message of several statements: PostgreSQL carries out all of it or nothing.
    await connection.script(
      `BEGIN; ${identity} ${script}; UPDATE meta SET value = '${next + 1}' WHERE name = 'schema_version'; COMMIT`,
    )
  }
}

/** 0 if there is no store yet. Leaves the search path on our schema. */
async function schemaVersion(connection: Connection): Promise<number> {
  const tables = await connection.rows<{ name: string }>(
    'SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1',
    SCHEMA,
  )
  await connection.script(`SET search_path = ${SCHEMA}`)
  if (tables.length === 0) return 0
  if (!tables.some((table) => table.name === 'meta')) throw damaged()
  const version = Number(await readMeta(connection, 'schema_version').catch(() => undefined))
  if (!Number.isInteger(version) || version < 1) throw damaged()
  return version
}

function identityScript(options: DatabaseOptions): string {
  return `CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
    CREATE TABLE meta (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
    INSERT INTO meta (name, value) VALUES ('schema_version', '0'), ('next_arrival', '1'), ('live_bytes', '0'),
      ('shop_id', '${Buffer.from(options.newShopId, 'hex').toString('hex')}'),
      ('root_key_check', '${Buffer.from(options.rootKeyCheck).toString('hex')}');`
}

async function checkRootKey(connection: Connection, expected: Uint8Array): Promise<void> {
  const stored = Buffer.from((await readMeta(connection, 'root_key_check')) ?? '', 'hex')
  if (stored.length === expected.length && timingSafeEqual(stored, expected)) return
  throw new DomainError(
    'root_key_wrong',
    'The root key is not the one this store was made with. Set UMIAR_ROOT_KEY, or the root key file, to the original key.',
  )
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE()
}
