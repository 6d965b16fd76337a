/**
 * Keyed hashes: the only form in which names of people and events are kept.
 *
 * HMAC-SHA256 (RFC 2104) over framed parts that begin with a domain label, cut to 128 bits
 * (NIST SP 800-107 §5.3.3). Without the key nobody can try visitor ids against a stolen file.
 * The state after absorbing the key is kept and cloned: it halves the work of a hash.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { AliasHash, AliasKind, ConsentRef, EventKey, SubjectId } from '@umiar/vocabulary'
import { framed } from './framing.ts'

const HASH_BYTES = 16

/** The keyed hash of a visitor's name. `kind` is part of it: equal ids of two kinds are two people. */
export function aliasHashOf(indexKey: Uint8Array, kind: AliasKind, id: string): AliasHash {
  return keyedHash(indexKey, ['alias', kind, id]) as AliasHash
}

/** The keyed hash of an event id. The subject is part of it: two people may use the same id. */
export function eventKeyOf(indexKey: Uint8Array, subject: SubjectId, eventId: string): EventKey {
  return keyedHash(indexKey, ['event', subject, eventId]) as EventKey
}

/** The keyed hash under which the evidence of an answer is found. */
export function recKeyOf(indexKey: Uint8Array, recId: string): EventKey {
  return keyedHash(indexKey, ['rec', recId]) as EventKey
}

/** The public name of a consent act; tells nothing about the person without the key. */
export function consentRefOf(indexKey: Uint8Array, subject: SubjectId, consentSeq: number): ConsentRef {
  return `consent_${keyedHash(indexKey, ['consent', subject, consentSeq])}` as ConsentRef
}

const keyedStates = new WeakMap<Uint8Array, ReturnType<typeof hmac.create>>()

function keyedHash(key: Uint8Array, parts: readonly (string | number)[]): string {
  let state = keyedStates.get(key)
  if (state === undefined) {
    state = hmac.create(sha256, key)
    keyedStates.set(key, state)
  }
  const hash = state
    .clone()
    .update(framed(['umiar v1', ...parts]))
    .digest() as Uint8Array
  return bytesToHex(hash.subarray(0, HASH_BYTES))
}
