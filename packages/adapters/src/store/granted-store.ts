/**
 * The ports of the use cases in front of any store: the second check on grants, made once for all of them.
 *
 * Nothing of a grant goes further but the subject and the consent sequence; claiming the table and
 * comparing every row's subject happen here, where grants are real objects of the gate.
 */
import { type AccessGrant, isAccessGrant } from '@umiar/privacy'
import type {
  ApiKeyRow,
  AppendOutcome,
  ConsentAct,
  EventBatch,
  NewSealedRow,
  RowCount,
  SealedRow,
  Store,
  StoreStats,
  Tombstone,
  Total,
} from '@umiar/use-cases'
import {
  type AliasHash,
  DomainError,
  type EventKey,
  type ItemId,
  PERSONAL_TABLES,
  type PersonalTable,
  type Product,
  type RecId,
  type ShopId,
  type SubjectId,
} from '@umiar/vocabulary'
import type { Argument, CallName, Granted, PlainRow, Result } from './calls.ts'

/** What carries the calls out: one database and its way of committing. */
export interface StoreEngine {
  readonly shopId: ShopId
  /** Runs a call; resolves when what it says is on stable storage. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Name>>
  /** Commits what is queued, releases ownership. May be called again. */
  close(): Promise<void>
}

/** A store over an engine. */
export function grantedStore(engine: StoreEngine): Store {
  return new GrantedStore(engine)
}

class GrantedStore implements Store {
  readonly shopId: ShopId
  readonly #engine: StoreEngine

  constructor(engine: StoreEngine) {
    this.shopId = engine.shopId
    this.#engine = engine
  }

  async aliases(): Promise<readonly { alias: AliasHash; subject: SubjectId }[]> {
    return (await this.#engine.call('aliases', null)) as { alias: AliasHash; subject: SubjectId }[]
  }

  tombstones(): Promise<readonly Tombstone[]> {
    return this.#engine.call('tombstones', null)
  }

  consentSequences(): Promise<readonly { subject: SubjectId; consentSeq: number }[]> {
    return this.#engine.call('consentSequences', null)
  }

  subjectsWith(table: PersonalTable): Promise<readonly SubjectId[]> {
    return this.#engine.call('subjectsWith', table)
  }

  rowCounts(subject?: SubjectId): Promise<readonly RowCount[]> {
    return this.#engine.call('rowCounts', subject ?? null)
  }

  async read(grant: AccessGrant, table: PersonalTable): Promise<readonly SealedRow[]> {
    claim(grant, [table], 'read')
    return ownRows(grant, await this.#engine.call('read', { subject: grant.subject, table }))
  }

  async save(grant: AccessGrant, act: ConsentAct): Promise<'saved' | 'stale'> {
    if (act.drop.includes('consent'))
      throw new RangeError('drop must not name consent: the log is append only')
    const drop = [...new Set(act.drop)]
    claim(grant, ['consent', ...drop], 'write')
    const row = plainRow(grant, act.row, ['consent'])
    const alias = act.alias === undefined ? {} : { alias: act.alias }
    return this.#engine.call('save', {
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
    const { keys, measured, receivedDay } = batch
    if (measured !== undefined) rows.push(...measuredRows(grant, measured))
    return this.#engine.call('append', { ...granted(grant), keys, receivedDay, rows })
  }

  async replace(grant: AccessGrant, row: NewSealedRow): Promise<'stored' | 'stale_consent'> {
    claim(grant, [row.table], 'write')
    return this.#engine.call('replace', { ...granted(grant), row: plainRow(grant, row, ['taste']) })
  }

  async rewrite(
    grant: AccessGrant,
    table: PersonalTable,
    rows: readonly NewSealedRow[],
    recKeys?: readonly EventKey[],
  ): Promise<'stored' | 'stale_consent'> {
    if (table === 'consent') throw new RangeError('table consent cannot be rewritten')
    if (recKeys?.length !== (table === 'evidence' ? rows.length : undefined))
      throw new RangeError(`table ${table} has ${rows.length} rows and ${recKeys?.length} keys of answers`)
    claim(grant, [table], 'write')
    const plain = rows.map((row, index) => {
      const recKey = recKeys?.[index]
      return { ...plainRow(grant, row, [table]), ...(recKey === undefined ? {} : { recKey }) }
    })
    return this.#engine.call('rewrite', { ...granted(grant), rows: plain, table })
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
    if (plain.length > 0) await this.#engine.call('putEvidence', plain)
  }

  ownerOfEvidence(recKey: EventKey): Promise<SubjectId | undefined> {
    return this.#engine.call('ownerOfEvidence', recKey)
  }

  async findEvidence(grant: AccessGrant, recKey: EventKey): Promise<SealedRow | undefined> {
    claim(grant, ['evidence'], 'read')
    const row = await this.#engine.call('findEvidence', { recKey, subject: grant.subject })
    return row === undefined ? undefined : ownRows(grant, [row])[0]
  }

  async putSharedEvidence(
    records: readonly { readonly recId: RecId; readonly day: number; readonly body: string }[],
  ): Promise<void> {
    if (records.length > 0) await this.#engine.call('putSharedEvidence', records)
  }

  findSharedEvidence(recId: RecId): Promise<string | undefined> {
    return this.#engine.call('findSharedEvidence', recId)
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
    return this.#engine.call('erase', { ...tombstone, subject: grant.subject })
  }

  dropOlder(table: PersonalTable, beforeDay: number): Promise<readonly SubjectId[]> {
    return this.#engine.call('dropOlder', { beforeDay, table })
  }

  evidenceBytes(): Promise<readonly { readonly day: number; readonly bytes: number }[]> {
    return this.#engine.call('evidenceBytes', null)
  }

  async dropExpired(days: {
    readonly eventKeysBefore: number
    readonly today: number
    readonly sharedEvidenceBefore: number
  }): Promise<void> {
    await this.#engine.call('dropExpired', days)
  }

  totals(): Promise<readonly Total[]> {
    return this.#engine.call('totals', null)
  }

  async putTotals(totals: readonly Total[]): Promise<void> {
    if (totals.length > 0) await this.#engine.call('putTotals', totals)
  }

  async allProducts(): Promise<readonly Product[]> {
    const bodies = await this.#engine.call('allProducts', null)
    return bodies.map((body) => JSON.parse(body) as Product)
  }

  async putProducts(products: readonly Product[]): Promise<void> {
    const plain = products.map((product) => ({ body: JSON.stringify(product), itemId: product.itemId }))
    if (plain.length > 0) await this.#engine.call('putProducts', plain)
  }

  removeProduct(itemId: ItemId): Promise<boolean> {
    return this.#engine.call('removeProduct', itemId)
  }

  setting(name: string): Promise<string | undefined> {
    return this.#engine.call('setting', name)
  }

  async putSetting(name: string, body: string): Promise<void> {
    await this.#engine.call('putSetting', { body, name })
  }

  keys(): Promise<readonly ApiKeyRow[]> {
    return this.#engine.call('keys', null)
  }

  async putKey(row: ApiKeyRow): Promise<void> {
    await this.#engine.call('putKey', row)
  }

  async removeKey(hash: string): Promise<void> {
    await this.#engine.call('removeKey', hash)
  }

  stats(): Promise<StoreStats> {
    return this.#engine.call('stats', null)
  }

  close(): Promise<void> {
    return this.#engine.close()
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

/** Rows of `measure` that go with events: under their own grant, of the same person and consent act. */
function measuredRows(
  grant: AccessGrant,
  { grant: forMeasure, rows }: NonNullable<EventBatch['measured']>,
): readonly PlainRow[] {
  claim(forMeasure, ['measure'], 'write')
  if (forMeasure.subject !== grant.subject || forMeasure.consentSeq !== grant.consentSeq) {
    throw new DomainError('grant_misused', 'Both grants of a batch must be of one person and consent act.')
  }
  return rows.map((row) => plainRow(forMeasure, row, ['measure']))
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
