/**
 * What the calls about imports take and answer.
 */
import type { ConsentChoice } from '../application.ts'
import type { ImportBasis, ImportedFile } from './ports.ts'

/** Asks to begin an import, or to go on with the same one. */
export interface BeginImport {
  readonly source: string
  readonly basis: ImportBasis
  readonly files: readonly ImportedFile[]
  /** Are the times moved so that the newest event is now? `shift_ms` counts only then. */
  readonly rebased: boolean
  readonly shift_ms: number
  readonly oldest_at?: string | undefined
  readonly newest_at?: string | undefined
  /** ISO 4217 of the prices in the files; refused unless it is the shop's. */
  readonly currency?: string | undefined
}

/** One import in the register. */
export interface ImportReply {
  readonly import_id: string
  readonly source: string
  readonly basis: ImportBasis
  readonly files: readonly ImportedFile[]
  readonly rebased: boolean
  readonly shift_ms: number
  readonly oldest_at: string | null
  readonly newest_at: string | null
  readonly begun_at: string
  /** Null while it is under way or was broken off. */
  readonly finished_at: string | null
  readonly counts: Readonly<Record<string, number>>
}

/** One person's record of consent; for test data only a name. */
export interface ImportedConsent {
  readonly user_id?: string | undefined
  readonly anonymous_id?: string | undefined
  readonly level?: number | undefined
  readonly purposes?: Readonly<Record<string, boolean>> | undefined
  readonly notice_version?: string | undefined
  /** When she gave it. */
  readonly given_at?: string | undefined
  /** From when on its words cover what was recorded before; absent for nothing. */
  readonly covers_from?: string | undefined
  readonly locale?: string | undefined
  readonly method?: ConsentChoice['method'] | undefined
  /** The shop's own name for its record. */
  readonly ref?: string | undefined
}

/** `kept`: she has decided here already, and that stands. */
export interface ImportedConsentResult {
  readonly status: 'recorded' | 'kept' | 'refused'
  readonly reason?: string
}
