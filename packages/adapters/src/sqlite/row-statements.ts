/**
 * The statements every group of operations shares: rows by table, the consent sequence, arrivals.
 */

import type { SealedRow } from '@umiar/use-cases'
import { PERSONAL_TABLES, type PersonalTable, type SubjectId } from '@umiar/vocabulary'
import type { Database, Statement } from 'better-sqlite3'
import type { PlainRow } from '../store/calls.ts'
import { readMeta } from './database.ts'

/** Arrival numbers are taken from the database in blocks; a restart skips the rest of a block. */
const ARRIVAL_BLOCK = 1 << 20

interface StoredRow {
  readonly subject: Buffer
  readonly arrival: number
  readonly day: number
  readonly key_version: number
  readonly body: Buffer
}

/** Statements over the personal tables. */
export class RowStatements {
  readonly #database: Database
  readonly #insert: Record<PersonalTable, Statement>
  readonly #read: Record<PersonalTable, Statement>
  readonly #drop: Record<PersonalTable, Statement>
  readonly #sequence: Statement
  readonly #dropKeys: Statement
  #nextArrival = 0
  #blockEnd = 0

  constructor(database: Database) {
    this.#database = database
    this.#insert = perTable((table) =>
      database.prepare(
        table === 'evidence'
          ? 'INSERT INTO evidence (subject, arrival, day, key_version, body, rec_key) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (rec_key) DO NOTHING'
          : `INSERT INTO ${table} (subject, arrival, day, key_version, body) VALUES (?, ?, ?, ?, ?)`,
      ),
    )
    this.#read = perTable((table) =>
      database.prepare(
        `SELECT subject, arrival, day, key_version, body FROM ${table} WHERE subject = ? ORDER BY arrival`,
      ),
    )
    this.#drop = perTable((table) => database.prepare(`DELETE FROM ${table} WHERE subject = ?`))
    this.#sequence = database.prepare('SELECT consent_seq FROM subject WHERE subject = ?').pluck()
    this.#dropKeys = database.prepare('DELETE FROM event_key WHERE subject = ?')
    this.#takeBlock()
  }

  /** The stored consent sequence, or `undefined` for a subject that is not there. */
  sequenceOf(subject: SubjectId): number | undefined {
    return this.#sequence.get(blob(subject)) as number | undefined
  }

  /** Appends a row; `recKey` for evidence only. */
  insert(subject: SubjectId, row: PlainRow, recKey?: string): void {
    if (this.#nextArrival >= this.#blockEnd) this.#takeBlock()
    const values = [blob(subject), this.#nextArrival++, row.day, row.keyVersion, row.body]
    this.#insert[row.table].run(...values, ...(recKey === undefined ? [] : [blob(recKey)]))
  }

  /** All rows of a subject in a table, in order of arrival. */
  read(subject: SubjectId, table: PersonalTable): SealedRow[] {
    return (this.#read[table].all(blob(subject)) as StoredRow[]).map((row) => sealedRow(table, row))
  }

  /** Deletes a subject's rows of a table. @returns how many there were */
  drop(subject: SubjectId, table: PersonalTable): number {
    return this.#drop[table].run(blob(subject)).changes
  }

  /** Deletes a subject's event keys. */
  dropEventKeys(subject: SubjectId): void {
    this.#dropKeys.run(blob(subject))
  }

  /** After a rollback: the block may have been taken in what is undone, so the next row takes a new one. */
  forgetBlock(): void {
    this.#blockEnd = this.#nextArrival
  }

  #takeBlock(): void {
    const stored = Number(readMeta(this.#database, 'next_arrival')?.toString('utf8') ?? 1)
    this.#nextArrival = Math.max(stored, this.#nextArrival)
    this.#blockEnd = this.#nextArrival + ARRIVAL_BLOCK
    this.#database
      .prepare("UPDATE meta SET value = ? WHERE name = 'next_arrival'")
      .run(Buffer.from(String(this.#blockEnd)))
  }
}

/** A stored row as the port gives it; its subject is the stored one, for the second check. */
export function sealedRow(table: PersonalTable, row: StoredRow): SealedRow {
  return {
    arrival: row.arrival,
    body: new Uint8Array(row.body),
    day: row.day,
    keyVersion: row.key_version,
    subject: hex(row.subject) as SubjectId,
    table,
  }
}

/** Hexadecimal text as the bytes the database keeps. */
export function blob(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}

/** Bytes of the database as hexadecimal text. */
export function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}

/** One value per personal table. */
export function perTable<Value>(make: (table: PersonalTable) => Value): Record<PersonalTable, Value> {
  return Object.fromEntries(PERSONAL_TABLES.map(({ table }) => [table, make(table)])) as Record<
    PersonalTable,
    Value
  >
}
