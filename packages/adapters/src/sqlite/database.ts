/**
 * Opening the database: settings, refusals with their remedies, migrations forward.
 */

import { timingSafeEqual } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '@umiar/vocabulary'
import Database from 'better-sqlite3'
import { PAGE_BYTES } from './checkpoint.ts'
import type { WriterOptions } from './protocol.ts'
import { HIGHEST_SAFE_PAGE } from './scrub-pages.ts'

export const DATABASE_FILE = 'umiar.db'

/** "UMIA": says that a SQLite file is a store of ours. */
const APPLICATION_ID = 0x55_4d_49_41
const MIGRATIONS = new URL('./migrations/', import.meta.url)

/** An open database and what it says about itself. */
export interface OpenDatabase {
  readonly database: Database.Database
  readonly path: string
  readonly shopId: string
}

/**
 * Opens or creates the database of a data directory.
 *
 * @throws DomainError `store_damaged`, `store_newer`, `root_key_wrong`, each with the remedy
 */
export function openDatabase(options: WriterOptions): OpenDatabase {
  const path = join(options.directory, DATABASE_FILE)
  let database: Database.Database | undefined
  try {
    database = new Database(path, { timeout: 0 })
    configure(database)
    checkSound(database, path, options.quickCheckBytes)
    migrate(database, options)
    const shopId = readMeta(database, 'shop_id')
    if (shopId === undefined) throw damaged(path)
    return { database, path, shopId: shopId.toString('utf8') }
  } catch (error) {
    database?.close()
    throw isDamage(error) ? damaged(path) : error
  }
}

/** Does the error of SQLite say that the file is no sound database? */
export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code)
}

/** The refusal for a damaged database. */
export function damaged(path: string): DomainError {
  return new DomainError(
    'store_damaged',
    'The database is damaged. Keep a copy of the data directory, then restore it from a backup: npx umiar restore --from PATH.',
    { path },
  )
}

function configure(database: Database.Database): void {
  // The file header is read by the first statement; a file that is no database fails here.
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma(`page_size = ${PAGE_BYTES}`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  database.pragma('wal_autocheckpoint = 0')
  database.pragma('cell_size_check = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -32768')
  database.pragma(`max_page_count = ${HIGHEST_SAFE_PAGE}`)
}

function checkSound(database: Database.Database, path: string, quickCheckBytes: number): void {
  const isNew = database.pragma('user_version', { simple: true }) === 0
  if (isNew) {
    const foreign = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    if (foreign !== 0) throw damaged(path)
    return
  }
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw damaged(path)
  if (database.pragma('page_size', { simple: true }) !== PAGE_BYTES) throw damaged(path)
  // A large store would take minutes; there, damage shows when the page is read.
  if (statSync(path).size > quickCheckBytes) return
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(path)
}

function migrate(database: Database.Database, options: WriterOptions): void {
  const known = migrations()
  const version = database.pragma('user_version', { simple: true }) as number
  if (version > known.length) {
    throw new DomainError(
      'store_newer',
      `The store has schema version ${version}, this program knows ${known.length}. Start the newer version of Umiar, or restore a backup made before the update.`,
      { known: known.length, version },
    )
  }
  if (version > 0) checkRootKey(database, options.rootKeyCheck)
  for (let next = version; next < known.length; next++) {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(readFileSync(new URL(known[next]!, MIGRATIONS), 'utf8'))
      if (next === 0) writeIdentity(database, options)
      database.pragma(`user_version = ${next + 1}`)
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
}

function migrations(): readonly string[] {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
  names.forEach((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`migration ${name} is out of sequence`)
  })
  return names
}

function writeIdentity(database: Database.Database, options: WriterOptions): void {
  database.pragma(`application_id = ${APPLICATION_ID}`)
  const put = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
  put.run('shop_id', Buffer.from(options.newShopId))
  put.run('root_key_check', Buffer.from(options.rootKeyCheck))
  put.run('next_arrival', Buffer.from('1'))
}

function checkRootKey(database: Database.Database, expected: Uint8Array): void {
  const stored = readMeta(database, 'root_key_check')
  if (stored?.length === expected.length && timingSafeEqual(stored, expected)) return
  throw new DomainError(
    'root_key_wrong',
    'The root key is not the one this store was made with. Set UMIAR_ROOT_KEY, or the root key file, to the original key.',
  )
}

/** A value of the `meta` table. */
export function readMeta(database: Database.Database, name: string): Buffer | undefined {
  return database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name) as Buffer | undefined
}
