/**
 * What the use cases need from a store of personal data. Small ports, one adapter may serve them all.
 *
 * Every adapter MUST pass the contract suite `@umiar/use-cases` describes in
 * `packages/adapters/test/store-contract.ts`. Common rules:
 * - A promise resolves only after the data is on stable storage (fsync), in one transaction per call.
 * - Every method that takes a grant MUST claim the table on it before touching anything, and every
 *   row returned MUST carry the grant's subject, else `grant_misused`.
 * - No room left: `DomainError('store_full')`; closed or broken: `DomainError('store_unavailable')`.
 */
import type { AccessGrant } from '@umiar/privacy'
import type {
  AliasHash,
  EventKey,
  ItemId,
  PersonalTable,
  Product,
  RecId,
  ShopId,
  SubjectId,
} from '@umiar/vocabulary'
import type { NewSealedRow, SealedRow } from './sealed-row.ts'

/** Who is known under which keyed hash. Read whole at start; small rows, no content. */
export interface SubjectDirectory {
  /** All aliases, in any order. */
  aliases(): Promise<readonly { readonly alias: AliasHash; readonly subject: SubjectId }[]>
  /** All tombstones: aliases of erased people, only to refuse late events and old tokens. */
  tombstones(): Promise<readonly Tombstone[]>
  /** The stored consent sequence of every subject. */
  consentSequences(): Promise<readonly { readonly subject: SubjectId; readonly consentSeq: number }[]>
  /** Everybody who has rows in the table, in any order. */
  subjectsWith(table: PersonalTable): Promise<readonly SubjectId[]>
  /** How many rows of `browsing` and `buying` a person has, or everybody who has any; no content. */
  rowCounts(subject?: SubjectId): Promise<readonly RowCount[]>
}

export interface RowCount {
  readonly subject: SubjectId
  readonly rows: number
  /** Greatest arrival among them; no arrival is ever given twice. */
  readonly newestArrival: number
}

export interface Tombstone {
  readonly alias: AliasHash
  readonly erasedAtMs: number
  /** Day after which the retention job removes the tombstone itself. */
  readonly untilDay: number
}

/** Reading sealed rows. */
export interface PersonalRows {
  /** Rows of one subject in order of arrival. Claims `read`. */
  read(grant: AccessGrant, table: PersonalTable): Promise<readonly SealedRow[]>
}

/** Consent acts, append only. */
export interface ConsentLog {
  /**
   * Stores one act and carries out what it takes away, in one transaction: creates the subject and its
   * alias when `alias` is given and new, appends the row, sets the subject's consent sequence, and
   * deletes all rows of the `drop` tables (event keys go with `browsing` and `buying`).
   *
   * MUST work when the store is full (withdrawal goes on): a reserve is kept for it.
   *
   * @param act.consentSeq the new sequence; MUST be the stored one plus 1
   * @returns `stale` and changes nothing if the sequence does not follow, or if the alias already
   *          belongs to another subject
   */
  save(grant: AccessGrant, act: ConsentAct): Promise<'saved' | 'stale'>
}

export interface ConsentAct {
  readonly alias?: AliasHash
  readonly consentSeq: number
  readonly row: NewSealedRow
  readonly drop: readonly PersonalTable[]
}

/** Events of one subject, appended as one sealed row per table and day. */
export interface EventLog {
  /**
   * All or nothing. Inside the commit the stored consent sequence MUST equal `grant.consentSeq`;
   * otherwise nothing is stored and the outcome is `stale_consent` (a withdrawal won the race).
   * Keys already stored within the duplicate window make the outcome `duplicates`, nothing stored.
   */
  append(grant: AccessGrant, batch: EventBatch): Promise<AppendOutcome>
}

export interface EventBatch {
  readonly rows: readonly NewSealedRow[]
  /** Each with the day it was received, for the duplicate window. */
  readonly keys: readonly EventKey[]
  readonly receivedDay: number
  /**
   * Rows of `measure`, stored with the events or not at all. Their grant is one for that purpose, of the same
   * person under the same consent act; the table is claimed on it.
   */
  readonly measured?: { readonly grant: AccessGrant; readonly rows: readonly NewSealedRow[] }
}

export type AppendOutcome =
  | { readonly outcome: 'stored' }
  | { readonly outcome: 'stale_consent' }
  | { readonly outcome: 'duplicates'; readonly keys: readonly EventKey[] }

/** Rows of which a subject has one at most, replaced whole: taste. */
export interface CurrentRow {
  /** Same check of the consent sequence as `EventLog.append`. */
  replace(grant: AccessGrant, row: NewSealedRow): Promise<'stored' | 'stale_consent'>
}

/** Replaces all rows of a table for a subject: correction, forgetting one product. */
export interface RowRewriter {
  /**
   * Same check of the consent sequence as `EventLog.append`: what a withdrawal dropped never comes back.
   *
   * @param recKeys for `evidence`, and only there: the keyed hash of each row's `rec_id`, in their order
   */
  rewrite(
    grant: AccessGrant,
    table: PersonalTable,
    rows: readonly NewSealedRow[],
    recKeys?: readonly EventKey[],
  ): Promise<'stored' | 'stale_consent'>
}

/** Evidence of answers. */
export interface EvidenceStore {
  /** Stores rows of several subjects in one transaction; a subject erased meanwhile is passed over. */
  putEvidence(
    records: readonly {
      readonly grant: AccessGrant
      readonly recKey: EventKey
      readonly row: NewSealedRow
    }[],
  ): Promise<void>
  /** Whose record is it? `recKey` is a keyed hash of the `rec_id`. */
  ownerOfEvidence(recKey: EventKey): Promise<SubjectId | undefined>
  /** One record of the grant's subject. Claims `read evidence`. */
  findEvidence(grant: AccessGrant, recKey: EventKey): Promise<SealedRow | undefined>
  /** Records about nobody (level 0), shared by all who got the same answer. First write wins. */
  putSharedEvidence(
    records: readonly { readonly recId: RecId; readonly day: number; readonly body: string }[],
  ): Promise<void>
  findSharedEvidence(recId: RecId): Promise<string | undefined>
}

/** Erasure of a person, GDPR Art. 17. */
export interface ErasureStore {
  /**
   * Removes every row of the subject in every table, her aliases and event keys, and leaves one
   * tombstone per alias. When it resolves, no file of the embedded store holds the removed bytes any
   * more (free pages overwritten, journal emptied). A store that cannot overwrite (PostgreSQL, ADR-0016)
   * says so and rests on the destroyed key. MUST work when the store is full.
   *
   * @returns removed rows per table
   */
  erase(
    grant: AccessGrant,
    tombstone: { readonly erasedAtMs: number; readonly untilDay: number },
  ): Promise<Readonly<Partial<Record<PersonalTable, number>>>>
}

/** Retention, run hourly. */
export interface RetentionStore {
  /** Deletes rows older than the given day. @returns subjects that lost rows of this table */
  dropOlder(table: PersonalTable, beforeDay: number): Promise<readonly SubjectId[]>
  /** Bytes of evidence per day, personal and shared together, newest day first. */
  evidenceBytes(): Promise<readonly { readonly day: number; readonly bytes: number }[]>
  /** Deletes event keys received before the day, tombstones that have ended, shared evidence before the day. */
  dropExpired(days: {
    readonly eventKeysBefore: number
    readonly today: number
    readonly sharedEvidenceBefore: number
  }): Promise<void>
}

/** Sums that name nobody: outcomes of events, and what is left of measuring. */
export interface TotalStore {
  /** All totals, in any order. */
  totals(): Promise<readonly Total[]>
  /** Puts each in the place of what stood under its name; a count of 0 removes it. Goes on when the store is full. */
  putTotals(totals: readonly Total[]): Promise<void>
}

export interface Total {
  /** What is counted; MUST NOT hold anything of a person. */
  readonly name: string
  readonly count: number
  /** How many different people it is known to rest on, at least; 0 where it does not count people. */
  readonly people: number
}

/** The catalogue: not personal. */
export interface CatalogueStore {
  allProducts(): Promise<readonly Product[]>
  /** Upserts by id. */
  putProducts(products: readonly Product[]): Promise<void>
  removeProduct(itemId: ItemId): Promise<boolean>
}

/** What staff set up for everybody: one document per name. Not personal. */
export interface SettingStore {
  setting(name: string): Promise<string | undefined>
  /** Puts it in the place of what stood under the name. */
  putSetting(name: string, body: string): Promise<void>
}

/** API keys, hashed at rest. */
export interface ApiKeyStore {
  keys(): Promise<readonly ApiKeyRow[]>
  putKey(row: ApiKeyRow): Promise<void>
  removeKey(hash: string): Promise<void>
}

export interface ApiKeyRow {
  /** SHA-256 of the key, hexadecimal. */
  readonly hash: string
  readonly kind: 'publishable' | 'secret' | 'staff'
  readonly createdAtMs: number
  /** Set while a rotated key overlaps with its successor. */
  readonly expiresAtMs?: number
}

/** The store as a whole. */
export interface StoreLifecycle {
  readonly shopId: ShopId
  /** Sizes and counters for metrics: no personal data. */
  stats(): Promise<StoreStats>
  /** Commits what is queued, releases ownership. Later calls: `store_unavailable`. */
  close(): Promise<void>
}

export interface StoreStats {
  readonly subjects: number
  readonly bytes: number
  /** Transactions committed, and calls served by them: their ratio is the group size. */
  readonly commits: number
  readonly calls: number
}

/** Everything a store adapter serves. */
export interface Store
  extends SubjectDirectory,
    PersonalRows,
    ConsentLog,
    EventLog,
    CurrentRow,
    RowRewriter,
    EvidenceStore,
    ErasureStore,
    RetentionStore,
    TotalStore,
    CatalogueStore,
    SettingStore,
    ApiKeyStore,
    StoreLifecycle {}
