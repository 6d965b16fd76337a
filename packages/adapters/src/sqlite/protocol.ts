/**
 * What travels between the main thread and the writer: calls, replies and settings, plain data only.
 *
 * Bodies travel as bytes of their own (a view into a shared pool would be cloned whole).
 */
import type { CallMessage, PlainError, ReplyMessage } from '../store/calls.ts'

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
