/**
 * Every call and what carries it out.
 *
 * An operation takes a run of calls of one name that stand next to each other in a group: those that come
 * in numbers do the whole run in a few statements, the others go one after the other.
 */
import type { Argument, CallName, Result } from '../store/calls.ts'
import * as people from './people-operations.ts'
import * as shop from './shop-operations.ts'
import type { Transaction } from './transaction.ts'

/** One result per argument, in order. */
export type Operation<Name extends CallName = CallName> = (
  transaction: Transaction,
  run: readonly Argument<Name>[],
) => Promise<readonly Result<Name>[]>

/** May a run of this name be carried out as one? Its calls then share a savepoint. */
export const TOGETHER: ReadonlySet<CallName> = new Set<CallName>(['append', 'putEvidence'])

type One<Name extends CallName> = (
  transaction: Transaction,
  argument: Argument<Name>,
) => Promise<Result<Name>>

function each<Name extends CallName>(one: One<Name>): Operation<Name> {
  return (transaction, run) => Promise.all(run.map((argument) => one(transaction, argument)))
}

/** All but `stats`, which the store answers itself. */
export const OPERATIONS: { readonly [Name in Exclude<CallName, 'stats'>]: Operation<Name> } = {
  aliases: each(people.aliases),
  allProducts: each(shop.allProducts),
  append: people.appendAll,
  consentSequences: each(people.consentSequences),
  dropExpired: each(shop.dropExpired),
  dropOlder: each(shop.dropOlder),
  erase: each(people.erase),
  evidenceBytes: each(shop.evidenceBytes),
  findEvidence: each(shop.findEvidence),
  findSharedEvidence: each(shop.findSharedEvidence),
  keys: each(shop.keys),
  ownerOfEvidence: each(shop.ownerOfEvidence),
  putEvidence: shop.putEvidenceAll,
  putKey: each(shop.putKey),
  putProducts: each(shop.putProducts),
  putSetting: each(shop.putSetting),
  putSharedEvidence: each(shop.putSharedEvidence),
  putTotals: each(shop.putTotals),
  read: each(people.read),
  removeKey: each(shop.removeKey),
  removeProduct: each(shop.removeProduct),
  replace: each(people.replace),
  rewrite: each(people.rewrite),
  save: each(people.save),
  setting: each(shop.setting),
  rowCounts: each(people.rowCounts),
  subjectsWith: each(people.subjectsWith),
  tombstones: each(people.tombstones),
  totals: each(shop.totals),
}
