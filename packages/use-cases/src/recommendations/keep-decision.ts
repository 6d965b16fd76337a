/**
 * Writes down why an answer is what it is, and gives it its name.
 *
 * About a person: a name by chance, kept under her key or with her visit. About nobody: the name is a hash of all
 * the answer rests on, so that equal answers share one record.
 */
import { sha256Hex } from '@umiar/crypto'
import type { DataCategory, Purpose, Random, RecId } from '@umiar/vocabulary'
import type { Measuring } from '../measuring/measuring.ts'
import { beginVisit } from '../subjects/visit.ts'
import type { EvidenceKeeper } from './evidence-keeper.ts'
import type { DecisionRecord } from './evidence-record.ts'
import type { Person } from './person.ts'

export interface DecisionPorts {
  readonly evidence: EvidenceKeeper
  readonly measuring: Measuring
  readonly random: Random
}

/** An answer before it has a name. */
export type Decision = Omit<DecisionRecord, 'recId' | 'consentSeq' | 'purposes' | 'shortened'>

const SHARED: readonly DataCategory[] = ['page_context', 'catalogue', 'shared_counts']

/** Did the person's data have a say? */
export function restsOnPerson(uses: readonly DataCategory[]): boolean {
  return uses.some((use) => !SHARED.includes(use))
}

/**
 * @param person    whom the answer is about; `undefined` if her data had no say
 * @param cause     all that an answer about nobody rests on, as JSON
 * @param shortened items shown but left out of `decision`
 */
export function keepDecision(
  ports: DecisionPorts,
  person: Person | undefined,
  decision: Decision,
  cause: unknown,
  shortened = 0,
): RecId {
  const consentSeq = person?.record.consent?.consentSeq ?? 0
  const content = { ...decision, consentSeq, purposes: purposesOf(decision.dataUsed), shortened }
  if (person === undefined) {
    const recId = `rec_${sha256Hex(JSON.stringify(cause)).slice(0, 32)}` as RecId
    ports.evidence.keepShared({ ...content, recId })
    return recId
  }
  const recId = `rec_${hex(ports.random.bytes(16))}` as RecId
  const record: DecisionRecord = { ...content, recId }
  if (person.storeEvidence) ports.evidence.keepPersonal(person.record, record)
  else {
    person.record.visit ??= beginVisit(decision.atMs)
    ports.evidence.keepInVisit(person.record.subject, person.record.visit, record)
  }
  if (person.isMeasured) {
    person.record.visit ??= beginVisit(decision.atMs)
    ports.measuring.answered(person.record.visit, recId, { mode: decision.mode, slot: decision.slot })
  }
  return recId
}

/** The purposes the answer really served, by the data it used. */
function purposesOf(uses: readonly DataCategory[]): readonly Purpose[] {
  const purposes: Purpose[] = ['contextual_recs']
  if (uses.includes('session_events')) purposes.push('session_recs')
  if (uses.some((use) => use === 'declared_taste' || use.endsWith('_history'))) purposes.push('personal_recs')
  return purposes
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
