/**
 * The key store: wrapped keys, apart from the database so that erasing one is an overwrite. One holds the
 * keys of people, another those of the model's segments.
 *
 * Adapters MUST keep a wrapped key in one place only (no journal, no free list, no copy) and MUST
 * return from `put` and `erase` only after fsync. Concurrent calls may share one sync.
 */
import type { SubjectId } from '@umiar/vocabulary'

export interface KeyStore<Id extends string = SubjectId> {
  /** The wrapped key (nonce ‖ ciphertext ‖ tag, 60 bytes), synchronously from the open file or memory. */
  find(id: Id): Uint8Array | undefined
  /** @throws DomainError `store_full` */
  put(id: Id, wrapped: Uint8Array): Promise<void>
  /** Overwrites the slot. @returns whether there was one */
  erase(id: Id): Promise<boolean>
  /** Whose keys there are, in no particular order. */
  ids(): readonly Id[]
  /** Number of live keys. */
  readonly size: number
  close(): Promise<void>
}
