/**
 * What the killed program writes and its judge reads: people, batches, and how to tell a whole one.
 */
import {
  aliasHashOf,
  deriveInstallationKeys,
  eventKeyOf,
  type InstallationKeys,
  newSubjectId,
  newSubjectKey,
  openRow,
  rootKeyCheckOf,
  sealRow,
  unwrapSubjectKey,
  wrapSubjectKey,
} from '@umiar/crypto'
import type { AccessGrant } from '@umiar/privacy'
import type { EventBatch, KeyStore, NewSealedRow, SealedRow, Store } from '@umiar/use-cases'
import type { Aead, EventKey, PersonalTable, Random, ShopId, SubjectId } from '@umiar/vocabulary'
import { grantFor, rightOf, TODAY } from '../support/grants.ts'

const ROOT_KEY: Uint8Array = new Uint8Array(32).fill(42)
export const ROOT_KEY_CHECK: Uint8Array = rootKeyCheckOf(ROOT_KEY)
export const EVENTS_PER_BATCH = 20

/** Keys and name of the shop a store belongs to. */
export interface Installation {
  readonly shopId: ShopId
  readonly keys: InstallationKeys
}

export interface Person {
  readonly subject: SubjectId
  readonly subjectKey: Uint8Array
}

let cached: Installation | undefined

/** The installation of a store. */
export function installation(store: Store): Installation {
  if (cached?.shopId !== store.shopId) {
    cached = { keys: deriveInstallationKeys(ROOT_KEY, store.shopId), shopId: store.shopId }
  }
  return cached
}

/** Makes a person: key first, then consent, as the shop does. */
export async function newPerson(
  store: Store,
  keyFile: KeyStore,
  aead: Aead,
  random: Random,
  name: string,
): Promise<Person> {
  const { keys, shopId } = installation(store)
  const subject = newSubjectId(random)
  const subjectKey = newSubjectKey(random)
  await keyFile.put(subject, wrapSubjectKey(aead, keys.wrapKey, shopId, subject, subjectKey))
  const row = sealed(aead, { subject, subjectKey }, shopId, 'consent', name)
  const alias = aliasHashOf(keys.indexKey, 'user', name)
  const outcome = await store.save(rightOf(subject), { alias, consentSeq: 1, drop: [], row })
  if (outcome !== 'saved') throw new Error(`consent was ${outcome}`)
  return { subject, subjectKey }
}

/** The batch of a name: one row in each of two tables, each saying which batch it belongs to. */
export function batchOf(
  person: Person,
  { keys, shopId }: Installation,
  aead: Aead,
  name: string,
): [AccessGrant, EventBatch] {
  const rows = (['browsing', 'buying'] as const).map((table) => sealed(aead, person, shopId, table, name))
  return [
    grantFor(person.subject, 'build_profile'),
    { keys: keysOfBatch(keys, person.subject, name), receivedDay: TODAY, rows },
  ]
}

/** The event keys of a batch. */
export function keysOfBatch(keys: InstallationKeys, subject: SubjectId, name: string): EventKey[] {
  return Array.from({ length: EVENTS_PER_BATCH }, (_, n) =>
    eventKeyOf(keys.indexKey, subject, `${name} ${n}`),
  )
}

/** The name a row says it belongs to. @throws if it does not open under the key of its subject */
export function nameIn(
  row: SealedRow,
  { keys, shopId }: Installation,
  keyFile: KeyStore,
  aead: Aead,
): string {
  const wrapped = keyFile.find(row.subject)
  const key = wrapped && unwrapSubjectKey(aead, keys.wrapKey, shopId, row.subject, wrapped)
  const text = key && openRow(aead, key, { ...row, shopId }, row.body)
  if (text === undefined) throw new Error(`a row of ${row.table} does not open`)
  return new TextDecoder().decode(text).trimEnd()
}

function sealed(
  aead: Aead,
  person: Person,
  shopId: ShopId,
  table: PersonalTable,
  name: string,
): NewSealedRow {
  const place = { keyVersion: 1, shopId, subject: person.subject, table }
  const text = new TextEncoder().encode(name.padEnd(400))
  return {
    body: sealRow(aead, person.subjectKey, place, text),
    day: TODAY,
    keyVersion: 1,
    subject: person.subject,
    table,
  }
}
