/**
 * What an import is asked to do, and what it says in the end.
 */
import type { PutProductsBody } from '@umiar/http-client'
import type { RejectedRow } from './rejects.ts'

/** A product as the API takes it. */
export type ProductInput = PutProductsBody['products'][number]

/** What the import rests on. */
export type Basis =
  | { readonly kind: 'aggregate' }
  | { readonly kind: 'consent'; readonly file: string }
  | { readonly kind: 'test-data' }

export interface ImportRequest {
  /** Path of the history: `.csv`, `.csv.gz`, `.jsonl`, `.jsonl.gz`. */
  readonly events?: string
  /** Path of the item list: `.csv`, `.csv.gz`. */
  readonly items?: string
  /** The shop's own products instead of those the item list would make; services still come from the list. */
  readonly products?: readonly ProductInput[]
  /** Where the data come from, in the operator's words. */
  readonly source: string
  readonly basis: Basis
  /** Move the times so that the newest event is now? */
  readonly rebase: boolean
  /** ISO 4217 of the prices; the shop's if absent. */
  readonly currency?: string
  /** File to write every rejected row to. */
  readonly rejects?: string
  readonly nowMs: () => number
}

export type ImportStep = 'checking' | 'products' | 'consents' | 'events'

/** Told how far a step is, share in [0, 1]. */
export type OnProgress = (step: ImportStep, share: number) => void

export interface ImportSummary {
  readonly import_id: string
  readonly source: string
  readonly basis: string
  /** `done`; `done_before` if the same files were imported already and nothing was done now. */
  readonly outcome: 'done' | 'done_before'
  readonly begun_at: string
  readonly finished_at: string
  /** Was it begun before and broken off? */
  readonly resumed: boolean
  readonly files: readonly { readonly role: string; readonly name: string; readonly sha256: string }[]
  /** Times of the file, before any move. */
  readonly oldest_at: string | null
  readonly newest_at: string | null
  readonly shift_ms: number
  readonly counts: Readonly<Record<string, number>>
  /** Rejected rows by reason. */
  readonly rejected: Readonly<Record<string, number>>
  readonly first_rejected: readonly RejectedRow[]
  readonly columns_not_used: readonly string[]
  readonly notes: readonly string[]
  readonly seconds: number
}
