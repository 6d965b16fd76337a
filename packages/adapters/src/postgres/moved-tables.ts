/**
 * The tables a move carries over, and how their columns are called on PostgreSQL.
 */
import { PERSONAL_TABLES } from '@umiar/vocabulary'

/** A table with the same columns on both stores. */
export interface TableMoved {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
}

type ColumnType = 'uuid' | 'bytea' | 'text' | 'integer' | 'bigint'

/** The refusal when the target is full. */
export const NO_TARGET_ROOM = 'PostgreSQL has no room for the store; nothing was moved.'

const table = (name: string, columns: Readonly<Record<string, ColumnType>>): TableMoved => ({
  columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  name,
})

const SEALED = {
  subject: 'uuid',
  arrival: 'bigint',
  day: 'integer',
  key_version: 'integer',
  body: 'bytea',
} as const

/** Every table but `meta`, which is written anew. */
export const TABLES_MOVED: readonly TableMoved[] = [
  table('subject', { subject: 'uuid', consent_seq: 'integer' }),
  table('alias', { alias: 'uuid', subject: 'uuid' }),
  table('tombstone', { alias: 'uuid', erased_at: 'bigint', until_day: 'integer' }),
  ...PERSONAL_TABLES.map(({ table: name }) =>
    table(name, name === 'evidence' ? { ...SEALED, rec_key: 'uuid' } : SEALED),
  ),
  table('event_key', { subject: 'uuid', key: 'uuid', day: 'integer' }),
  table('shared_evidence', { rec_id: 'text', day: 'integer', body: 'text' }),
  table('total', { name: 'text', count: 'bigint', people: 'integer' }),
  table('product', { item_id: 'text', body: 'text' }),
  table('setting', { name: 'text', body: 'text' }),
  table('api_key', { hash: 'text', kind: 'text', created_at: 'bigint', expires_at: 'bigint' }),
]
