/**
 * Evidence, retention, catalogue, API keys: operations that are not about one person's choice.
 */
import type { ApiKeyRow } from '@umiar/use-cases'
import type { SubjectId } from '@umiar/vocabulary'
import type { Argument, Result } from '../store/calls.ts'
import { numbers, texts } from './array-parameters.ts'
import { ROW_COLUMNS, sealedRow } from './people-operations.ts'
import { KEY_BYTES, ROW_BYTES, type Transaction } from './transaction.ts'

/** Evidence of several calls; a subject erased meanwhile is passed over. */
export async function putEvidenceAll(
  transaction: Transaction,
  calls: readonly Argument<'putEvidence'>[],
): Promise<null[]> {
  const records = calls.flat()
  const sequences = await transaction.sequencesOf(records.map((record) => record.subject))
  await transaction.insert(
    'evidence',
    records.filter((record) => sequences.has(record.subject)),
  )
  return calls.map(() => null)
}

/** Whose record is it? */
export async function ownerOfEvidence(
  transaction: Transaction,
  recKey: Argument<'ownerOfEvidence'>,
): Promise<Result<'ownerOfEvidence'>> {
  const [row] = await transaction.rows<{ subject: SubjectId }>(
    'SELECT subject FROM evidence WHERE rec_key = $1',
    recKey,
  )
  return row?.subject
}

/** One record of a subject. */
export async function findEvidence(
  transaction: Transaction,
  { subject, recKey }: Argument<'findEvidence'>,
): Promise<Result<'findEvidence'>> {
  const [row] = await transaction.rows<Parameters<typeof sealedRow>[1]>(
    `SELECT ${ROW_COLUMNS} FROM evidence WHERE subject = $1 AND rec_key = $2`,
    subject,
    recKey,
  )
  return row === undefined ? undefined : sealedRow('evidence', row)
}

/** Records about nobody; the first of a name stays. */
export async function putSharedEvidence(
  transaction: Transaction,
  records: Argument<'putSharedEvidence'>,
): Promise<null> {
  const put = await transaction.rows<{ bytes: number }>(
    `INSERT INTO shared_evidence (rec_id, day, body) SELECT * FROM unnest($1::text[], $2::integer[], $3::text[])
     ON CONFLICT (rec_id) DO NOTHING RETURNING octet_length(body) AS bytes`,
    texts(records.map((record) => record.recId)),
    numbers(records.map((record) => record.day)),
    texts(records.map((record) => record.body)),
  )
  transaction.delta += bytesOf(put)
  return null
}

/** A shared record. */
export async function findSharedEvidence(
  transaction: Transaction,
  recId: Argument<'findSharedEvidence'>,
): Promise<Result<'findSharedEvidence'>> {
  const [row] = await transaction.rows<{ body: string }>(
    'SELECT body FROM shared_evidence WHERE rec_id = $1',
    recId,
  )
  return row?.body
}

/** Deletes rows older than a day. @returns who lost some */
export async function dropOlder(
  transaction: Transaction,
  { beforeDay, table }: Argument<'dropOlder'>,
): Promise<Result<'dropOlder'>> {
  const losers = await transaction.rows<{ subject: SubjectId; bytes: number }>(
    `WITH gone AS (DELETE FROM ${table} WHERE day < $1 RETURNING subject, octet_length(body) + ${ROW_BYTES} AS bytes)
     SELECT subject, sum(bytes)::bigint AS bytes FROM gone GROUP BY subject`,
    beforeDay,
  )
  for (const { bytes } of losers) transaction.delta -= bytes
  return losers.map(({ subject }) => subject)
}

/** Bytes of evidence per day, newest day first. */
export function evidenceBytes(transaction: Transaction): Promise<Result<'evidenceBytes'>> {
  return transaction.rows<{ day: number; bytes: number }>(
    `SELECT day, sum(bytes)::bigint AS bytes FROM (
       SELECT day, octet_length(body) AS bytes FROM evidence
       UNION ALL SELECT day, octet_length(body) FROM shared_evidence
     ) AS kept GROUP BY day ORDER BY day DESC`,
  )
}

/** Deletes what has ended: event keys, tombstones, shared evidence. */
export async function dropExpired(transaction: Transaction, days: Argument<'dropExpired'>): Promise<null> {
  const [keys, shared] = await Promise.all([
    transaction.run('DELETE FROM event_key WHERE day < $1', days.eventKeysBefore),
    transaction.rows<{ bytes: number }>(
      'DELETE FROM shared_evidence WHERE day < $1 RETURNING octet_length(body) AS bytes',
      days.sharedEvidenceBefore,
    ),
    transaction.run('DELETE FROM tombstone WHERE until_day < $1', days.today),
  ])
  transaction.delta -= KEY_BYTES * keys + bytesOf(shared)
  return null
}

/** All totals. */
export function totals(transaction: Transaction): Promise<Result<'totals'>> {
  return transaction.rows('SELECT name, count, people FROM total')
}

/** Puts totals in the place of those of the same names; of two with one name the later counts. */
export async function putTotals(transaction: Transaction, given: Argument<'putTotals'>): Promise<null> {
  const latest = [...new Map(given.map((total) => [total.name, total])).values()]
  const kept = latest.filter((total) => total.count !== 0)
  await Promise.all([
    transaction.run(
      'DELETE FROM total WHERE name = ANY ($1::text[])',
      texts(latest.filter((total) => total.count === 0).map((total) => total.name)),
    ),
    transaction.run(
      `INSERT INTO total (name, count, people) SELECT * FROM unnest($1::text[], $2::bigint[], $3::integer[])
       ON CONFLICT (name) DO UPDATE SET count = excluded.count, people = excluded.people`,
      texts(kept.map((total) => total.name)),
      numbers(kept.map((total) => total.count)),
      numbers(kept.map((total) => total.people)),
    ),
  ])
  return null
}

/** The whole catalogue. */
export async function allProducts(transaction: Transaction): Promise<Result<'allProducts'>> {
  const rows = await transaction.rows<{ body: string }>('SELECT body FROM product ORDER BY item_id')
  return rows.map((row) => row.body)
}

/** Upserts products; of two with one id the later counts. */
export async function putProducts(
  transaction: Transaction,
  products: Argument<'putProducts'>,
): Promise<null> {
  const latest = [...new Map(products.map((product) => [product.itemId, product])).values()]
  const itemIds = texts(latest.map((product) => product.itemId))
  const [replaced, put] = await Promise.all([
    transaction.rows<{ bytes: number }>(
      'SELECT octet_length(body) AS bytes FROM product WHERE item_id = ANY ($1::text[])',
      itemIds,
    ),
    transaction.rows<{ bytes: number }>(
      `INSERT INTO product (item_id, body) SELECT * FROM unnest($1::text[], $2::text[])
       ON CONFLICT (item_id) DO UPDATE SET body = excluded.body RETURNING octet_length(body) AS bytes`,
      itemIds,
      texts(latest.map((product) => product.body)),
    ),
  ])
  transaction.delta += bytesOf(put) - bytesOf(replaced)
  return null
}

/** Removes a product. @returns whether it was there */
export async function removeProduct(transaction: Transaction, itemId: string): Promise<boolean> {
  const gone = await transaction.rows<{ bytes: number }>(
    'DELETE FROM product WHERE item_id = $1 RETURNING octet_length(body) AS bytes',
    itemId,
  )
  transaction.delta -= bytesOf(gone)
  return gone.length > 0
}

/** What staff set up under a name. */
export async function setting(
  transaction: Transaction,
  name: Argument<'setting'>,
): Promise<Result<'setting'>> {
  const [row] = await transaction.rows<{ body: string }>('SELECT body FROM setting WHERE name = $1', name)
  return row?.body
}

/** Puts a document in the place of what stood under its name. */
export async function putSetting(
  transaction: Transaction,
  { body, name }: Argument<'putSetting'>,
): Promise<null> {
  const replaced = await transaction.rows<{ bytes: number }>(
    'SELECT octet_length(body) AS bytes FROM setting WHERE name = $1',
    name,
  )
  const put = await transaction.rows<{ bytes: number }>(
    `INSERT INTO setting (name, body) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET body = excluded.body RETURNING octet_length(body) AS bytes`,
    name,
    body,
  )
  transaction.delta += bytesOf(put) - bytesOf(replaced)
  return null
}

/** All API keys, oldest first. */
export async function keys(transaction: Transaction): Promise<readonly ApiKeyRow[]> {
  const rows = await transaction.rows<Omit<ApiKeyRow, 'expiresAtMs'> & { expiresAtMs: number | null }>(
    `SELECT hash, kind, created_at AS "createdAtMs", expires_at AS "expiresAtMs" FROM api_key
     ORDER BY created_at, hash`,
  )
  return rows.map(({ expiresAtMs, ...row }) => (expiresAtMs === null ? row : { ...row, expiresAtMs }))
}

/** Keeps or changes an API key. */
export async function putKey(transaction: Transaction, row: Argument<'putKey'>): Promise<null> {
  await transaction.run(
    `INSERT INTO api_key (hash, kind, created_at, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO UPDATE
     SET kind = excluded.kind, created_at = excluded.created_at, expires_at = excluded.expires_at`,
    row.hash,
    row.kind,
    row.createdAtMs,
    row.expiresAtMs ?? null,
  )
  return null
}

/** Removes an API key. */
export async function removeKey(transaction: Transaction, hash: string): Promise<null> {
  await transaction.run('DELETE FROM api_key WHERE hash = $1', hash)
  return null
}

function bytesOf(rows: readonly { readonly bytes: number }[]): number {
  return rows.reduce((sum, row) => sum + row.bytes + ROW_BYTES, 0)
}
