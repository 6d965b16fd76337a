/**
 * Evidence, retention, catalogue, API keys: operations that are not about one person's choice.
 */

import type { ApiKeyRow } from '@umiar/use-cases'
import type { SubjectId } from '@umiar/vocabulary'
import type { Database } from 'better-sqlite3'
import type { Argument, Calls, Result } from '../store/calls.ts'
import { blob, hex, perTable, type RowStatements, sealedRow } from './row-statements.ts'

type ShopCalls = Pick<
  Calls,
  | 'putEvidence'
  | 'ownerOfEvidence'
  | 'findEvidence'
  | 'putSharedEvidence'
  | 'findSharedEvidence'
  | 'dropOlder'
  | 'dropExpired'
  | 'evidenceBytes'
  | 'totals'
  | 'putTotals'
  | 'allProducts'
  | 'putProducts'
  | 'removeProduct'
  | 'setting'
  | 'putSetting'
  | 'keys'
  | 'putKey'
  | 'removeKey'
>

/** The operations over one open database. */
export function shopOperations(
  database: Database,
  rows: RowStatements,
): { readonly [Name in keyof ShopCalls]: (argument: Argument<Name>) => Result<Name> } {
  return {
    ...evidence(database, rows),
    ...retention(database),
    ...totals(database),
    ...catalogue(database),
    ...settings(database),
    ...apiKeys(database),
  }
}

function evidence(database: Database, rows: RowStatements) {
  const owner = database.prepare('SELECT subject FROM evidence WHERE rec_key = ?').pluck()
  const find = database.prepare(
    'SELECT subject, arrival, day, key_version, body FROM evidence WHERE rec_key = ? AND subject = ?',
  )
  const share = database.prepare(
    'INSERT INTO shared_evidence (rec_id, day, body) VALUES (?, ?, ?) ON CONFLICT (rec_id) DO NOTHING',
  )
  const findShared = database.prepare('SELECT body FROM shared_evidence WHERE rec_id = ?').pluck()
  return {
    findEvidence({ subject, recKey }: Argument<'findEvidence'>): Result<'findEvidence'> {
      const row = find.get(blob(recKey), blob(subject)) as Parameters<typeof sealedRow>[1] | undefined
      return row === undefined ? undefined : sealedRow('evidence', row)
    },
    findSharedEvidence: (recId: Argument<'findSharedEvidence'>): Result<'findSharedEvidence'> =>
      findShared.get(recId) as string | undefined,
    ownerOfEvidence(recKey: Argument<'ownerOfEvidence'>): Result<'ownerOfEvidence'> {
      const subject = owner.get(blob(recKey)) as Buffer | undefined
      return subject === undefined ? undefined : (hex(subject) as SubjectId)
    },
    putEvidence(records: Argument<'putEvidence'>): null {
      for (const record of records) {
        // Erased since the answer was given: nothing of hers may come back.
        if (rows.sequenceOf(record.subject) === undefined) continue
        rows.insert(record.subject, record.row, record.recKey)
      }
      return null
    },
    putSharedEvidence(records: Argument<'putSharedEvidence'>): null {
      for (const record of records) share.run(record.recId, record.day, record.body)
      return null
    },
  }
}

function retention(database: Database) {
  const losers = perTable((table) =>
    database.prepare(`SELECT DISTINCT subject FROM ${table} WHERE day < ?`).pluck(),
  )
  const dropRows = perTable((table) => database.prepare(`DELETE FROM ${table} WHERE day < ?`))
  const dropKeys = database.prepare('DELETE FROM event_key WHERE day < ?')
  const dropTombstones = database.prepare('DELETE FROM tombstone WHERE until_day < ?')
  const dropShared = database.prepare('DELETE FROM shared_evidence WHERE day < ?')
  const bytes = database.prepare(
    'SELECT day, SUM(bytes) AS bytes FROM (SELECT day, LENGTH(body) AS bytes FROM evidence ' +
      'UNION ALL SELECT day, LENGTH(CAST(body AS BLOB)) FROM shared_evidence) GROUP BY day ORDER BY day DESC',
  )
  return {
    evidenceBytes: () => bytes.all() as Result<'evidenceBytes'>,
    dropExpired(days: Argument<'dropExpired'>): null {
      dropKeys.run(days.eventKeysBefore)
      dropTombstones.run(days.today)
      dropShared.run(days.sharedEvidenceBefore)
      return null
    },
    dropOlder({ table, beforeDay }: Argument<'dropOlder'>): Result<'dropOlder'> {
      const subjects = (losers[table].all(beforeDay) as Buffer[]).map((subject) => hex(subject) as SubjectId)
      if (subjects.length > 0) dropRows[table].run(beforeDay)
      return subjects
    },
  }
}

function totals(database: Database) {
  const all = database.prepare('SELECT name, count, people FROM total')
  const put = database.prepare(
    'INSERT INTO total (name, count, people) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE ' +
      'SET count = excluded.count, people = excluded.people',
  )
  const remove = database.prepare('DELETE FROM total WHERE name = ?')
  return {
    putTotals(given: Argument<'putTotals'>): null {
      for (const { count, name, people } of given) {
        if (count === 0) remove.run(name)
        else put.run(name, count, people)
      }
      return null
    },
    totals: () => all.all() as Result<'totals'>,
  }
}

function catalogue(database: Database) {
  const all = database.prepare('SELECT body FROM product ORDER BY item_id').pluck()
  const put = database.prepare(
    'INSERT INTO product (item_id, body) VALUES (?, ?) ON CONFLICT (item_id) DO UPDATE SET body = excluded.body',
  )
  const remove = database.prepare('DELETE FROM product WHERE item_id = ?')
  return {
    allProducts: (): Result<'allProducts'> => all.all() as string[],
    putProducts(products: Argument<'putProducts'>): null {
      for (const product of products) put.run(product.itemId, product.body)
      return null
    },
    removeProduct: (itemId: Argument<'removeProduct'>): boolean => remove.run(itemId).changes > 0,
  }
}

function settings(database: Database) {
  const find = database.prepare('SELECT body FROM setting WHERE name = ?').pluck()
  const put = database.prepare(
    'INSERT INTO setting (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
  )
  return {
    putSetting({ body, name }: Argument<'putSetting'>): null {
      put.run(name, body)
      return null
    },
    setting: (name: Argument<'setting'>): Result<'setting'> => find.get(name) as string | undefined,
  }
}

function apiKeys(database: Database) {
  const all = database.prepare(
    'SELECT hash, kind, created_at, expires_at FROM api_key ORDER BY created_at, hash',
  )
  const put = database.prepare(
    'INSERT INTO api_key (hash, kind, created_at, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE ' +
      'SET kind = excluded.kind, created_at = excluded.created_at, expires_at = excluded.expires_at',
  )
  const remove = database.prepare('DELETE FROM api_key WHERE hash = ?')
  return {
    keys: (): readonly ApiKeyRow[] =>
      (
        all.all() as {
          hash: string
          kind: ApiKeyRow['kind']
          created_at: number
          expires_at: number | null
        }[]
      ).map((row) => ({
        createdAtMs: row.created_at,
        hash: row.hash,
        kind: row.kind,
        ...(row.expires_at === null ? {} : { expiresAtMs: row.expires_at }),
      })),
    putKey(row: Argument<'putKey'>): null {
      put.run(row.hash, row.kind, row.createdAtMs, row.expiresAtMs ?? null)
      return null
    },
    removeKey(hash: Argument<'removeKey'>): null {
      remove.run(hash)
      return null
    },
  }
}
