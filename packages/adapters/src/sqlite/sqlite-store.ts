/**
 * The store on SQLite: the ports of the use cases, the second check on grants, and the way to the writer.
 *
 * Nothing of a grant crosses to the writer but the subject and the consent sequence; claiming the table
 * and comparing every row's subject happen here, where grants are real objects of the gate.
 */
import { mkdirSync } from 'node:fs'
import { type AccessGrant, isAccessGrant } from '@umiar/privacy'
import type {
  ApiKeyRow,
  AppendOutcome,
  ConsentAct,
  EventBatch,
  NewSealedRow,
  SealedRow,
  Store,
  StoreStats,
  Tombstone,
} from '@umiar/use-cases'
import {
  type AliasHash,
  DomainError,
  type EventKey,
  type ItemId,
  PERSONAL_TABLES,
  type PersonalTable,
  type Product,
  type Random,
  type RecId,
  type ShopId,
  type SubjectId,
} from '@umiar/vocabulary'
import { ownDirectory, withdrawOwner } from '../owner/owner.ts'
import type { OwnerLock } from '../owner/owner-lock.ts'
import type { Granted, PlainRow, WriterFault } from './protocol.ts'
import { WriterClient } from './writer-client.ts'

const MIB = 1 << 20

export interface SqliteStoreOptions {
  /** Made if it is not there, mode 0700. */
  readonly directory: string
  readonly random: Random
  /** `rootKeyCheckOf(rootKey)`: kept at creation, compared at every start. */
  readonly rootKeyCheck: Uint8Array
  /** Budget of the database; intake is refused beyond it. Default: the disk. */
  readonly maxBytes?: number
  /** Intake is refused when the disk has less free than this. Default 32 MiB. */
  readonly lowSpaceBytes?: number
  /** Ballast kept for withdrawal and erasure on a full disk. Default 8 MiB. */
  readonly reserveBytes?: number
  /** The journal is written back when it grows beyond this. Default 4 MiB. */
  readonly checkpointBytes?: number
  /** The whole file is checked at start up to this size. Default 64 MiB. */
  readonly quickCheckBytes?: number
  /** For tests: where the writer dies. */
  readonly fault?: WriterFault
}

/**
 * Opens the store of a data directory and becomes its owner.
 *
 * @throws DomainError `store_owned`, `store_newer`, `store_damaged`, `root_key_wrong`, each with the remedy
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  mkdirSync(options.directory, { mode: 0o700, recursive: true })
  const lock = ownDirectory(options.directory)
  try {
    const writer = await WriterClient.start({
      checkpointBytes: options.checkpointBytes ?? 4 * MIB,
      directory: options.directory,
      fault: options.fault ?? null,
      lowSpaceBytes: options.lowSpaceBytes ?? 32 * MIB,
      maxBytes: options.maxBytes ?? null,
      newShopId: Buffer.from(options.random.bytes(16)).toString('hex'),
      quickCheckBytes: options.quickCheckBytes ?? 64 * MIB,
      reserveBytes: options.reserveBytes ?? 8 * MIB,
      rootKeyCheck: options.rootKeyCheck,
    })
    return new SqliteStore(options.directory, lock, writer)
  } catch (error) {
    lock.release()
    throw error
  }
}

class SqliteStore implements Store {
  readonly shopId: ShopId
  readonly #directory: string
  readonly #lock: OwnerLock
  readonly #writer: WriterClient

  constructor(directory: string, lock: OwnerLock, writer: WriterClient) {
    this.shopId = writer.shopId as ShopId
    this.#directory = directory
    this.#lock = lock
    this.#writer = writer
  }

  async aliases(): Promise<readonly { alias: AliasHash; subject: SubjectId }[]> {
    return (await this.#writer.call('aliases', null)) as { alias: AliasHash; subject: SubjectId }[]
  }

  tombstones(): Promise<readonly Tombstone[]> {
    return this.#writer.call('tombstones', null)
  }

  consentSequences(): Promise<readonly { subject: SubjectId; consentSeq: number }[]> {
    return this.#writer.call('consentSequences', null)
  }

  async read(grant: AccessGrant, table: PersonalTable): Promise<readonly SealedRow[]> {
    claim(grant, [table], 'read')
    return ownRows(grant, await this.#writer.call('read', { subject: grant.subject, table }))
  }

  async save(grant: AccessGrant, act: ConsentAct): Promise<'saved' | 'stale'> {
    if (act.drop.includes('consent'))
      throw new RangeError('drop must not name consent: the log is append only')
    const drop = [...new Set(act.drop)]
    claim(grant, ['consent', ...drop], 'write')
    const row = plainRow(grant, act.row, ['consent'])
    const alias = act.alias === undefined ? {} : { alias: act.alias }
    return this.#writer.call('save', {
      ...alias,
      consentSeq: act.consentSeq,
      drop,
      row,
      subject: grant.subject,
    })
  }

  async append(grant: AccessGrant, batch: EventBatch): Promise<AppendOutcome> {
    if (batch.rows.length === 0) throw new RangeError('append needs at least one row')
    claim(
      grant,
      batch.rows.map((row) => row.table),
      'write',
    )
    const rows = batch.rows.map((row) => plainRow(grant, row, ['browsing', 'buying']))
    const { keys, receivedDay } = batch
    return this.#writer.call('append', { ...granted(grant), keys, receivedDay, rows })
  }

  async replace(grant: AccessGrant, row: NewSealedRow): Promise<'stored' | 'stale_consent'> {
    claim(grant, [row.table], 'write')
    return this.#writer.call('replace', { ...granted(grant), row: plainRow(grant, row, ['taste']) })
  }

  async rewrite(
    grant: AccessGrant,
    table: PersonalTable,
    rows: readonly NewSealedRow[],
  ): Promise<'stored' | 'stale_consent'> {
    if (table === 'consent' || table === 'evidence')
      throw new RangeError(`table ${table} cannot be rewritten`)
    claim(grant, [table], 'write')
    const plain = rows.map((row) => plainRow(grant, row, [table]))
    return this.#writer.call('rewrite', { ...granted(grant), rows: plain, table })
  }

  async putEvidence(
    records: readonly {
      readonly grant: AccessGrant
      readonly recKey: EventKey
      readonly row: NewSealedRow
    }[],
  ): Promise<void> {
    for (const grant of new Set(records.map((record) => record.grant))) claim(grant, ['evidence'], 'write')
    const plain = records.map(({ grant, recKey, row }) => ({
      ...granted(grant),
      recKey,
      row: plainRow(grant, row, ['evidence']),
    }))
    if (plain.length > 0) await this.#writer.call('putEvidence', plain)
  }

  ownerOfEvidence(recKey: EventKey): Promise<SubjectId | undefined> {
    return this.#writer.call('ownerOfEvidence', recKey)
  }

  async findEvidence(grant: AccessGrant, recKey: EventKey): Promise<SealedRow | undefined> {
    claim(grant, ['evidence'], 'read')
    const row = await this.#writer.call('findEvidence', { recKey, subject: grant.subject })
    return row === undefined ? undefined : ownRows(grant, [row])[0]
  }

  async putSharedEvidence(
    records: readonly { readonly recId: RecId; readonly day: number; readonly body: string }[],
  ): Promise<void> {
    if (records.length > 0) await this.#writer.call('putSharedEvidence', records)
  }

  findSharedEvidence(recId: RecId): Promise<string | undefined> {
    return this.#writer.call('findSharedEvidence', recId)
  }

  async erase(
    grant: AccessGrant,
    tombstone: { readonly erasedAtMs: number; readonly untilDay: number },
  ): Promise<Readonly<Partial<Record<PersonalTable, number>>>> {
    claim(
      grant,
      PERSONAL_TABLES.map((entry) => entry.table),
      'write',
    )
    return this.#writer.call('erase', { ...tombstone, subject: grant.subject })
  }

  dropOlder(table: PersonalTable, beforeDay: number): Promise<readonly SubjectId[]> {
    return this.#writer.call('dropOlder', { beforeDay, table })
  }

  async dropExpired(days: {
    readonly eventKeysBefore: number
    readonly today: number
    readonly sharedEvidenceBefore: number
  }): Promise<void> {
    await this.#writer.call('dropExpired', days)
  }

  async allProducts(): Promise<readonly Product[]> {
    const bodies = await this.#writer.call('allProducts', null)
    return bodies.map((body) => JSON.parse(body) as Product)
  }

  async putProducts(products: readonly Product[]): Promise<void> {
    const plain = products.map((product) => ({ body: JSON.stringify(product), itemId: product.itemId }))
    if (plain.length > 0) await this.#writer.call('putProducts', plain)
  }

  removeProduct(itemId: ItemId): Promise<boolean> {
    return this.#writer.call('removeProduct', itemId)
  }

  keys(): Promise<readonly ApiKeyRow[]> {
    return this.#writer.call('keys', null)
  }

  async putKey(row: ApiKeyRow): Promise<void> {
    await this.#writer.call('putKey', row)
  }

  async removeKey(hash: string): Promise<void> {
    await this.#writer.call('removeKey', hash)
  }

  stats(): Promise<StoreStats> {
    return this.#writer.call('stats', null)
  }

  async close(): Promise<void> {
    await this.#writer.close()
    withdrawOwner(this.#directory)
    this.#lock.release()
  }
}

/** Storage's check on a grant: the gate's own object, for tables that serve its purpose, once each. */
function claim(grant: AccessGrant, tables: readonly PersonalTable[], access: 'read' | 'write'): void {
  if (!isAccessGrant(grant)) {
    throw new DomainError('grant_misused', 'Personal data was asked for without a grant of the gate.')
  }
  for (const table of new Set(tables)) grant.claimTable(table, access)
}

/** Storage's check on what comes back: rows of another person never leave. */
export function ownRows(grant: AccessGrant, rows: readonly SealedRow[]): readonly SealedRow[] {
  if (rows.some((row) => row.subject !== grant.subject)) {
    throw new DomainError('grant_misused', 'A row of another subject was about to be returned.')
  }
  return rows
}

function granted(grant: AccessGrant): Granted {
  return { consentSeq: grant.consentSeq, subject: grant.subject }
}

function plainRow(grant: AccessGrant, row: NewSealedRow, tables: readonly PersonalTable[]): PlainRow {
  if (row.subject !== grant.subject) {
    throw new DomainError('grant_misused', 'A row of another subject was about to be stored.')
  }
  if (!tables.includes(row.table))
    throw new RangeError(`table must be ${tables.join(' or ')}, got ${row.table}`)
  // A copy: the caller's view may lie in a shared pool, which would be cloned whole.
  return { body: new Uint8Array(row.body), day: row.day, keyVersion: row.keyVersion, table: row.table }
}
