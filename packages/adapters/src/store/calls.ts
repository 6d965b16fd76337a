/**
 * The calls of a store as plain data: what a grant allowed, without the grant.
 *
 * `granted-store.ts` turns the ports of the use cases into these calls; each store carries them out. A store
 * sees the subject and the consent sequence a grant names, never the grant. Ids are hexadecimal text.
 */
import type {
  ApiKeyRow,
  AppendOutcome,
  ConsentAct,
  RowCount,
  SealedRow,
  StoreStats,
  Tombstone,
  Total,
} from '@umiar/use-cases'
import {
  DomainError,
  type ErrorCode,
  type EventKey,
  type PersonalTable,
  type RecId,
  type SubjectId,
} from '@umiar/vocabulary'

/** A sealed row without its subject, which the call names once. */
export interface PlainRow {
  readonly table: PersonalTable
  readonly day: number
  readonly keyVersion: number
  readonly body: Uint8Array
}

/** The subject and consent sequence a grant stands for. */
export interface Granted {
  readonly subject: SubjectId
  readonly consentSeq: number
}

/** Every call: its argument and its result. */
export interface Calls {
  aliases: [null, readonly { alias: string; subject: string }[]]
  tombstones: [null, readonly Tombstone[]]
  consentSequences: [null, readonly { subject: SubjectId; consentSeq: number }[]]
  subjectsWith: [PersonalTable, readonly SubjectId[]]
  rowCounts: [SubjectId | null, readonly RowCount[]]
  read: [{ subject: SubjectId; table: PersonalTable }, readonly SealedRow[]]
  save: [Granted & Omit<ConsentAct, 'row'> & { row: PlainRow }, 'saved' | 'stale']
  append: [
    Granted & { rows: readonly PlainRow[]; keys: readonly EventKey[]; receivedDay: number },
    AppendOutcome,
  ]
  replace: [Granted & { row: PlainRow }, 'stored' | 'stale_consent']
  rewrite: [
    Granted & { table: PersonalTable; rows: readonly (PlainRow & { recKey?: EventKey })[] },
    'stored' | 'stale_consent',
  ]
  putEvidence: [readonly (Granted & { recKey: EventKey; row: PlainRow })[], null]
  ownerOfEvidence: [EventKey, SubjectId | undefined]
  findEvidence: [{ subject: SubjectId; recKey: EventKey }, SealedRow | undefined]
  putSharedEvidence: [readonly { recId: RecId; day: number; body: string }[], null]
  findSharedEvidence: [RecId, string | undefined]
  erase: [
    { subject: SubjectId; erasedAtMs: number; untilDay: number },
    Readonly<Partial<Record<PersonalTable, number>>>,
  ]
  dropOlder: [{ table: PersonalTable; beforeDay: number }, readonly SubjectId[]]
  evidenceBytes: [null, readonly { day: number; bytes: number }[]]
  dropExpired: [{ eventKeysBefore: number; today: number; sharedEvidenceBefore: number }, null]
  totals: [null, readonly Total[]]
  putTotals: [readonly Total[], null]
  allProducts: [null, readonly string[]]
  putProducts: [readonly { itemId: string; body: string }[], null]
  removeProduct: [string, boolean]
  setting: [string, string | undefined]
  putSetting: [{ name: string; body: string }, null]
  keys: [null, readonly ApiKeyRow[]]
  putKey: [ApiKeyRow, null]
  removeKey: [string, null]
  stats: [null, StoreStats]
}

/** Name of a call. */
export type CallName = keyof Calls
/** What a call is given. */
export type Argument<Name extends CallName> = Calls[Name][0]
/** What a call answers. */
export type Result<Name extends CallName> = Calls[Name][1]

/** One call on its way to a group. */
export interface CallMessage {
  readonly id: number
  readonly name: CallName
  readonly argument: unknown
}

/** A refusal, as far as it can be cloned. */
export interface PlainError {
  readonly code: ErrorCode
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What became of a call. */
export type ReplyMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PlainError }

/** Changes nothing. */
export const READS: ReadonlySet<CallName> = new Set<CallName>([
  'aliases',
  'tombstones',
  'consentSequences',
  'subjectsWith',
  'rowCounts',
  'read',
  'ownerOfEvidence',
  'findEvidence',
  'findSharedEvidence',
  'totals',
  'allProducts',
  'setting',
  'keys',
  'stats',
])

/** Refused when there is no room. Consent, correction, erasure and retention are not among them. */
export const INTAKE: ReadonlySet<CallName> = new Set<CallName>([
  'append',
  'replace',
  'putEvidence',
  'putSharedEvidence',
  'putProducts',
  'putSetting',
])

/** The refusal of intake. */
export const NO_ROOM: PlainError = {
  code: 'store_full',
  facts: {},
  message:
    'The store has no room for new data. Free disk space or raise UMIAR_STORE_MAX_BYTES; withdrawal and erasure go on.',
}

/** The error a plain one stands for. */
export function domainError(plain: PlainError): DomainError {
  return new DomainError(plain.code, plain.message, plain.facts)
}
