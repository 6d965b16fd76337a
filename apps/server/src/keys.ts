/**
 * API keys: who may call at all.
 *
 * Only SHA-256 hashes are held, in memory and in the store. A key has 256 random bits, so a plain hash
 * is enough, and looking one up by its hash tells nothing through timing about any stored key.
 */
import { hash } from 'node:crypto'
import type { ApiKeyRow, ApiKeyStore } from '@umiar/use-cases'
import type { Clock, Random } from '@umiar/vocabulary'

export type KeyKind = ApiKeyRow['kind']

/** A key fixed by the configuration: accepted while it stands there, never stored. */
export interface FixedKey {
  readonly kind: KeyKind
  readonly key: string
}

export interface KeyRing {
  /** The kind of a key, or `undefined` if it is unknown or its overlap has ended. */
  kindOf(key: string): KeyKind | undefined
  /** Makes and stores a key. @returns the key itself, the only time it is seen */
  issue(kind: KeyKind): Promise<string>
  /**
   * Makes a new key of the kind; stored ones of that kind go on working for `overlapMs` (a shorter
   * remaining overlap stays shorter). Keys fixed by the configuration are rotated there.
   *
   * @returns the new key
   */
  rotate(kind: KeyKind, overlapMs: number): Promise<string>
  /** Ends a stored key at once. */
  revoke(key: string): Promise<void>
}

export interface KeyRingOptions {
  readonly store: ApiKeyStore
  readonly clock: Clock
  readonly random: Random
  readonly fixed?: readonly FixedKey[]
}

const PREFIXES: Readonly<Record<KeyKind, string>> = { publishable: 'pub_', secret: 'sec_', staff: 'staff_' }

/** A fresh key: its kind's prefix and 256 random bits. */
export function newKey(kind: KeyKind, random: Random): string {
  return `${PREFIXES[kind]}${Buffer.from(random.bytes(32)).toString('base64url')}`
}

/** Opens the ring over the stored keys and the fixed ones. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const { store, clock, random } = options
  const stored = new Map((await store.keys()).map((row) => [row.hash, row]))
  const fixed = new Map((options.fixed ?? []).map(({ key, kind }) => [sha256Hex(key), kind]))

  const put = async (row: ApiKeyRow): Promise<void> => {
    await store.putKey(row)
    stored.set(row.hash, row)
  }
  const issue = async (kind: KeyKind): Promise<string> => {
    const key = newKey(kind, random)
    await put({ createdAtMs: clock.nowMs(), hash: sha256Hex(key), kind })
    return key
  }
  return {
    issue,
    kindOf: (key) => {
      const hash = sha256Hex(key)
      const row = stored.get(hash)
      if (row === undefined) return fixed.get(hash)
      return row.expiresAtMs === undefined || clock.nowMs() < row.expiresAtMs ? row.kind : undefined
    },
    revoke: async (key) => {
      const hash = sha256Hex(key)
      stored.delete(hash)
      await store.removeKey(hash)
    },
    rotate: async (kind, overlapMs) => {
      const endMs = clock.nowMs() + overlapMs
      const former = [...stored.values()].filter((row) => row.kind === kind)
      const successor = await issue(kind)
      for (const row of former) await put({ ...row, expiresAtMs: Math.min(endMs, row.expiresAtMs ?? endMs) })
      return successor
    },
  }
}

function sha256Hex(key: string): string {
  return hash('sha256', key, 'hex')
}
