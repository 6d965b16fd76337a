/**
 * The key broker: plaintext leaves the store only through a lease.
 *
 * Each subject has one random key, wrapped under the installation's wrap key in a store of its own.
 * A lease opens and seals rows of the grant's subject and of nobody else. Unwrapped keys of people
 * seen lately are kept in memory; erasing a key wipes that copy before the stored one is overwritten.
 */
import { newSubjectKey, openRow, sealRow, unwrapSubjectKey, wrapSubjectKey } from '@umiar/crypto'
import type { AccessGrant } from '@umiar/privacy'
import {
  type Aead,
  DomainError,
  type PersonalTable,
  type Random,
  type ShopId,
  type SubjectId,
} from '@umiar/vocabulary'
import type { NewSealedRow, SealedRow } from '../storage/sealed-row.ts'
import type { KeyStore } from './ports.ts'

/** The right to open and seal the rows of one subject during one operation. */
export interface Lease {
  /** @param day UTC day of the content, for retention */
  seal(table: PersonalTable, plaintext: Uint8Array, day: number): NewSealedRow
  /** @throws DomainError `grant_misused` for another subject's row, `store_damaged` if the row cannot be opened */
  open(row: SealedRow): Uint8Array
}

export interface KeyBroker {
  /** Makes the subject's key if there is none. Durable when it resolves. */
  create(grant: AccessGrant): Promise<void>
  /** @throws DomainError `grant_misused` if the grant has served, `not_found` if the key was erased */
  lease(grant: AccessGrant): Lease
  /** Is there a key? Says nothing about its owner. */
  has(subject: SubjectId): boolean
  /** Destroys the key, in memory and at rest. @returns whether there was one */
  erase(grant: AccessGrant): Promise<boolean>
}

export interface KeyBrokerOptions {
  readonly keyStore: KeyStore
  readonly aead: Aead
  readonly random: Random
  readonly wrapKey: Uint8Array
  readonly shopId: ShopId
  /** Unwrapped keys kept in memory, at most. */
  readonly cachedKeys?: number
}

const KEY_VERSION = 1
const CACHED_KEYS = 50_000

/** Binds the broker to a key store. */
export function createKeyBroker(options: KeyBrokerOptions): KeyBroker {
  const { aead, keyStore, random, shopId, wrapKey } = options
  const capacity = options.cachedKeys ?? CACHED_KEYS
  const cache = new Map<SubjectId, Uint8Array>()

  const keep = (subject: SubjectId, key: Uint8Array): void => {
    cache.set(subject, key)
    if (cache.size <= capacity) return
    const [oldest, oldestKey] = cache.entries().next().value as [SubjectId, Uint8Array]
    cache.delete(oldest)
    oldestKey.fill(0)
  }
  const keyOf = (subject: SubjectId): Uint8Array => {
    const cached = cache.get(subject)
    if (cached !== undefined) {
      cache.delete(subject)
      cache.set(subject, cached)
      return cached
    }
    const wrapped = keyStore.find(subject)
    if (wrapped === undefined) throw new DomainError('not_found', 'There is no key: the person was erased.')
    const key = unwrapSubjectKey(aead, wrapKey, shopId, subject, wrapped)
    if (key === undefined)
      throw new DomainError('store_damaged', 'A wrapped key cannot be opened; restore the key store.')
    keep(subject, key)
    return key
  }

  return {
    async create(grant) {
      grant.claimKey()
      if (keyStore.find(grant.subject) !== undefined) return
      const key = newSubjectKey(random)
      await keyStore.put(grant.subject, wrapSubjectKey(aead, wrapKey, shopId, grant.subject, key))
      keep(grant.subject, key)
    },
    async erase(grant) {
      grant.claimKey()
      cache.get(grant.subject)?.fill(0)
      cache.delete(grant.subject)
      return keyStore.erase(grant.subject)
    },
    has: (subject) => keyStore.find(subject) !== undefined,
    lease(grant) {
      grant.claimKey()
      const { subject } = grant
      keyOf(subject)
      const place = (table: PersonalTable, keyVersion: number) => ({ keyVersion, shopId, subject, table })
      return {
        open(row) {
          if (row.subject !== subject)
            throw new DomainError('grant_misused', 'The row belongs to another subject.')
          const plaintext = openRow(aead, keyOf(subject), place(row.table, row.keyVersion), row.body)
          if (plaintext === undefined)
            throw new DomainError('store_damaged', 'A row cannot be opened; restore a backup.')
          return plaintext
        },
        seal(table, plaintext, day) {
          const body = sealRow(aead, keyOf(subject), place(table, KEY_VERSION), plaintext)
          return { body, day, keyVersion: KEY_VERSION, subject, table }
        },
      }
    },
  }
}
