/**
 * What an answer may know of the person who asked, decided at the moment of use.
 *
 * Loading may wait for the store; deciding comes after the last wait, so that a withdrawal answered
 * meanwhile is obeyed.
 */
import { decide } from '@umiar/privacy'
import { DomainError, type ItemId, type Purpose } from '@umiar/vocabulary'
import type { Caller, VisitorNames } from '../application.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import type { PersonalContext } from './ladder.ts'

/** The person as far as this answer may use her. */
export interface Person {
  readonly record: SubjectRecord
  readonly context: PersonalContext
  readonly never: ReadonlySet<ItemId>
  /** Level 3: evidence is stored; below, it dies with the visit. */
  readonly storeEvidence: boolean
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
  const inVisit = new Set(visit?.steps.map((step) => `${step.itemId} ${step.atMs}`))
  return {
    context: {
      history: useHistory
        ? (record.history ?? []).filter((step) => !inVisit.has(`${step.itemId} ${step.atMs}`))
        : [],
      likes: useTaste ? record.taste.likes : [],
      visit: visit?.steps ?? [],
    },
    never: new Set([...(useTaste ? record.taste.never : []), ...(visit?.hidden ?? [])]),
    record,
    storeEvidence: allowed('build_profile'),
  }
}
