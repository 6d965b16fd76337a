/**
 * What an operation works with inside a group's transaction: statements, arrival numbers, the account of bytes.
 *
 * The budget counts what is alive. PostgreSQL's files keep the room of deleted rows for new ones and do
 * not shrink, so their size cannot say when there is room again; this account can.
 */
import type { PersonalTable, SubjectId } from '@umiar/vocabulary'
import type { PlainRow } from '../store/calls.ts'
import { bytes, ids, numbers } from './array-parameters.ts'
import type { Connection, Parameter } from './connection.ts'

/** A row costs about this much beside its body: header, columns, index entry. */
export const ROW_BYTES = 128
/** An event key with its place in the index. */
export const KEY_BYTES = 112
/** Arrival numbers are taken from the database in blocks; a restart skips the rest of a block. */
const ARRIVAL_BLOCK = 1 << 20

/** A row about to be stored, with whom it is about. */
export interface RowOf {
  readonly subject: SubjectId
  readonly row: PlainRow
  /** For evidence only. */
  readonly recKey?: string
}

/** The one writing connection, with what is counted while it writes. */
export class Transaction {
  readonly #connection: Connection
  #nextArrival = 0
  #blockEnd = 0
  #liveBytes: number
  #delta = 0

  constructor(connection: Connection, liveBytes: number) {
    this.#connection = connection
    this.#liveBytes = liveBytes
  }

  /** Bytes alive, as of the last commit. */
  get liveBytes(): number {
    return this.#liveBytes
  }

  /** Bytes that the running transaction adds; a savepoint keeps it and sets it back. */
  get delta(): number {
    return this.#delta
  }

  set delta(value: number) {
    this.#delta = value
  }

  rows<Row>(text: string, ...values: readonly Parameter[]): Promise<Row[]> {
    return this.#connection.rows<Row>(text, ...values)
  }

  run(text: string, ...values: readonly Parameter[]): Promise<number> {
    return this.#connection.run(text, ...values)
  }

  script(text: string): Promise<string> {
    return this.#connection.script(text)
  }

  /** Begins; takes arrival numbers for so many rows first, outside, so that no rollback gives them back. */
  async begin(mostRows: number): Promise<void> {
    this.#delta = 0
    if (this.#nextArrival + mostRows > this.#blockEnd) {
      const block = Math.max(ARRIVAL_BLOCK, mostRows)
      const [meta] = await this.rows<{ next: number }>(
        `UPDATE meta SET value = value::bigint + $1::bigint WHERE name = 'next_arrival' RETURNING value::bigint AS next`,
        block,
      )
      this.#blockEnd = meta!.next
      this.#nextArrival = meta!.next - block
    }
    await this.script('BEGIN')
  }

  /** Commits with the account. @returns false if PostgreSQL rolled back instead */
  async commit(): Promise<boolean> {
    if (this.#delta !== 0) {
      await this.run(
        `UPDATE meta SET value = value::bigint + $1::bigint WHERE name = 'live_bytes'`,
        this.#delta,
      )
    }
    const isCommitted = (await this.script('COMMIT')) === 'COMMIT'
    if (isCommitted) this.#liveBytes += this.#delta
    return isCommitted
  }

  /** Rows of several people into one table, in the order given, in one statement. */
  async insert(table: PersonalTable, rows: readonly RowOf[]): Promise<void> {
    if (rows.length === 0) return
    const isEvidence = table === 'evidence'
    const columns = `subject, arrival, day, key_version, body${isEvidence ? ', rec_key' : ''}`
    const stored = await this.rows<{ bytes: number }>(
      `WITH put AS (
         INSERT INTO ${table} (${columns})
         SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::integer[], $4::integer[], $5::bytea[]${isEvidence ? ', $6::uuid[]' : ''})
         ${isEvidence ? 'ON CONFLICT (subject, rec_key) DO NOTHING' : ''}
         RETURNING octet_length(body) + ${ROW_BYTES} AS bytes
       ) SELECT coalesce(sum(bytes), 0)::bigint AS bytes FROM put`,
      ids(rows.map((row) => row.subject)),
      numbers(rows.map(() => this.#nextArrival++)),
      numbers(rows.map(({ row }) => row.day)),
      numbers(rows.map(({ row }) => row.keyVersion)),
      bytes(rows.map(({ row }) => row.body)),
      ...(isEvidence ? [ids(rows.map((row) => row.recKey!))] : []),
    )
    this.#delta += stored[0]!.bytes
  }

  /** Deletes a subject's rows of a table. @returns how many there were */
  async drop(subject: SubjectId, table: PersonalTable): Promise<number> {
    const [gone] = await this.rows<{ bytes: number; count: number }>(
      `WITH gone AS (DELETE FROM ${table} WHERE subject = $1 RETURNING octet_length(body) + ${ROW_BYTES} AS bytes)
       SELECT count(*) AS count, coalesce(sum(bytes), 0)::bigint AS bytes FROM gone`,
      subject,
    )
    this.#delta -= gone!.bytes
    return gone!.count
  }

  /** Deletes a subject's event keys. */
  async dropEventKeys(subject: SubjectId): Promise<void> {
    // Read, then count: others count while the statement runs.
    const count = await this.run('DELETE FROM event_key WHERE subject = $1', subject)
    this.#delta -= KEY_BYTES * count
  }

  /**
   * The stored consent sequences of these people, locked until the commit: no other session can change
   * them in between. Who is not there has no entry.
   */
  async sequencesOf(subjects: readonly SubjectId[]): Promise<Map<SubjectId, number>> {
    const rows = await this.rows<{ subject: SubjectId; consent_seq: number }>(
      'SELECT subject, consent_seq FROM subject WHERE subject = ANY ($1::uuid[]) ORDER BY subject FOR UPDATE',
      ids([...new Set(subjects)]),
    )
    return new Map(rows.map((row) => [row.subject, row.consent_seq]))
  }
}
