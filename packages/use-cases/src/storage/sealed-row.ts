/**
 * A row of personal data as storage sees it: ciphertext, and the few facts that stand in clear.
 */
import type { PersonalTable, SubjectId } from '@umiar/vocabulary'

export interface SealedRow {
  readonly table: PersonalTable
  readonly subject: SubjectId
  /** Order of arrival in this store; 0 before the row is stored. */
  readonly arrival: number
  /** UTC day of the content, days since the epoch; retention reads it. */
  readonly day: number
  readonly keyVersion: number
  /** AES-256-GCM, bound to shop, subject, table and key version. */
  readonly body: Uint8Array
}

/** A row about to be stored. */
export type NewSealedRow = Omit<SealedRow, 'arrival'>
