/**
 * The key store: wrapped subject keys, apart from the database so that erasing one is an overwrite.
 *
 * Adapters MUST keep a wrapped key in one place only (no journal, no free list, no copy) and MUST
 * return from `put` and `erase` only after fsync. Concurrent calls may share one sync.
 */
import type { SubjectId } from '@umiar/vocabulary'

export interface KeyStore {
  /** The wrapped key (nonce ‖ ciphertext ‖ tag, 60 bytes), synchronously from the open file or memory. */
  find(subject: SubjectId): Uint8Array | undefined
  /** @throws DomainError `store_full` */
  put(subject: SubjectId, wrapped: Uint8Array): Promise<void>
  /** Overwrites the slot. @returns whether there was one */
  erase(subject: SubjectId): Promise<boolean>
  /** Number of live keys. */
  readonly size: number
  close(): Promise<void>
}
