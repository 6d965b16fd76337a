/**
 * What an answer may know of the person who asked, decided at the moment of use.
 *
 * Loading may wait for the store; deciding comes after the last wait, so that a withdrawal answered
 * meanwhile is obeyed.
 */
import { decide, type ItemLookup } from '@umiar/privacy'
import { type DataCategory, DomainError, type ItemId, type Purpose } from '@umiar/vocabulary'
import type { Caller, VisitorNames } from '../application.ts'
import { NO_TASTE } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import { contextOf } from './known-context.ts'
import type { PersonalContext } from './strategies/strategy.ts'

/** Items some data speak of, and the category of those data. */
export interface SpokenOf extends ItemLookup {
  categoryFor(itemId: ItemId): DataCategory | undefined
}

/** What of a person an answer may rest on; the invented people of a preview have the same. */
export interface PersonalView {
  readonly context: PersonalContext
  /** Items she does not want to see. */
  readonly never: SpokenOf
  /** Items she bought and did not give back. */
  readonly bought: SpokenOf
  /** Items she said she has. */
  readonly alreadyHave: SpokenOf
  /** Items that rest for the remainder of the visit. */
  readonly shownEnough: ReadonlySet<ItemId>
}

/** The person as far as this answer may use her. */
export interface Person extends PersonalView {
  readonly record: SubjectRecord
  /** Level 3: evidence is stored; below, it dies with the visit. */
  readonly storeEvidence: boolean
  /** May it be counted whether suggestions are of use to her? */
  readonly isMeasured: boolean
}

/** Items by the data that speak of them; the first that does gives the category. */
export function spokenOf(...parts: readonly (readonly [ItemLookup, DataCategory])[]): SpokenOf {
  const categoryFor = (itemId: ItemId): DataCategory | undefined =>
    parts.find(([items]) => items.has(itemId))?.[1]
  return { categoryFor, has: (itemId) => categoryFor(itemId) !== undefined }
}

/**
 * The gate of the answer: `undefined` unless some purpose about the person is open.
 *
 * @throws DomainError `identity_not_proven`
 */
export async function personOf(
  memory: SubjectMemory,
  caller: Caller,
  names: VisitorNames | undefined,
  nowMs: number,
): Promise<Person | undefined> {
  if (caller.kind === 'publishable' && names?.user_id !== undefined) {
    throw new DomainError('identity_not_proven', 'A publishable key may name only an anonymous_id.')
  }
  const named = memory.aliasOf(names?.anonymous_id, names?.user_id)
  if (caller.kind === 'shopper' && named !== undefined && named !== caller.alias) {
    throw new DomainError('identity_not_proven', 'The token belongs to another visitor.')
  }
  const alias = caller.kind === 'shopper' ? caller.alias : named
  const subject = alias === undefined ? undefined : memory.subjectOf(alias)
  if (subject === undefined) return undefined
  const record = await memory.load(subject)
  const allowed = (purpose: Purpose): boolean => decide(record.consent, purpose, nowMs).allowed
  if (allowed('personal_recs') && allowed('build_profile')) await memory.loadHistory(record, nowMs)
  // Decided after the last await: what follows runs without interruption.
  const useVisit = allowed('session_recs')
  const useTaste = allowed('personal_recs')
  const useHistory = useTaste && allowed('build_profile')
  if (!useVisit && !useTaste) return undefined
  const visit = useVisit ? memory.visitOf(record, nowMs) : undefined
  const history = useHistory ? record.history : undefined
  const taste = useTaste ? record.taste : NO_TASTE
  return {
    alreadyHave: spokenOf(
      [visit?.alreadyHave ?? NONE, 'session_events'],
      [new Set(taste.have), 'declared_taste'],
    ),
    bought: spokenOf(
      [visit?.holdings.owned ?? NONE, 'session_events'],
      [history?.holdings.owned ?? NONE, 'purchase_history'],
    ),
    context: contextOf({ history, taste: taste === NO_TASTE ? undefined : taste, visit }),
    never: spokenOf([visit?.hidden ?? NONE, 'session_events'], [new Set(taste.never), 'declared_taste']),
    record,
    shownEnough: visit?.shown.rested ?? NONE,
    isMeasured: useVisit && allowed('measure'),
    storeEvidence: allowed('build_profile'),
  }
}

const NONE: ReadonlySet<ItemId> = new Set()
