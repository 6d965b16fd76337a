/**
 * What travels between the store in the main thread and its writer: plain data only.
 *
 * Grants stay on this side; the writer sees the subject and the consent sequence they name. Ids travel
 * as hexadecimal text, bodies as bytes of their own (a view into a shared pool would be cloned whole).
 */
import type { ApiKeyRow, AppendOutcome, ConsentAct, SealedRow, StoreStats, Tombstone } from '@umiar/use-cases'
import type { ErrorCode, EventKey, PersonalTable, RecId, SubjectId } from '@umiar/vocabulary'

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
  read: [{ subject: SubjectId; table: PersonalTable }, readonly SealedRow[]]
  save: [Granted & Omit<ConsentAct, 'row'> & { row: PlainRow }, 'saved' | 'stale']
  append: [
    Granted & { rows: readonly PlainRow[]; keys: readonly EventKey[]; receivedDay: number },
    AppendOutcome,
  ]
  replace: [Granted & { row: PlainRow }, 'stored' | 'stale_consent']
  rewrite: [Granted & { table: PersonalTable; rows: readonly PlainRow[] }, 'stored' | 'stale_consent']
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
  dropExpired: [{ eventKeysBefore: number; today: number; sharedEvidenceBefore: number }, null]
  allProducts: [null, readonly string[]]
  putProducts: [readonly { itemId: string; body: string }[], null]
  removeProduct: [string, boolean]
  keys: [null, readonly ApiKeyRow[]]
  putKey: [ApiKeyRow, null]
  removeKey: [string, null]
  stats: [null, StoreStats]
}

export type CallName = keyof Calls
export type Argument<Name extends CallName> = Calls[Name][0]
export type Result<Name extends CallName> = Calls[Name][1]

/** One call on its way to the writer. */
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

/** From the main thread. */
export type ToWriter = { readonly calls: readonly CallMessage[] } | { readonly close: true }

/** From the writer. */
export type FromWriter =
  | { readonly opened: { readonly shopId: string } }
  | { readonly refused: PlainError }
  | { readonly replies: readonly ReplyMessage[] }
  | { readonly broken: PlainError }
  | { readonly closed: true }

/** Where a test makes the writer die: at the n-th time the step is reached. */
export interface WriterFault {
  readonly step: WriterStep
  readonly nth: number
}

/** The steps of a group commit, in order. Dying before `committed` loses the write, at or after it keeps it. */
export type WriterStep = 'begun' | 'executed' | 'committed' | 'checkpointed' | 'replied'

/** What the writer needs to open the database. */
export interface WriterOptions {
  readonly directory: string
  /** The shop id to use if the store is new. */
  readonly newShopId: string
  readonly rootKeyCheck: Uint8Array
  readonly maxBytes: number | null
  readonly lowSpaceBytes: number
  readonly reserveBytes: number
  readonly checkpointBytes: number
  readonly quickCheckBytes: number
  readonly fault: WriterFault | null
}
