/**
 * Grants of the gate for tests, and the day all tests live on.
 */
import { type AccessGrant, type ConsentState, openGate, openRight } from '@umiar/privacy'
import type { ConsentRef, Purpose, SubjectId } from '@umiar/vocabulary'

/** Days since the epoch. */
export const TODAY = 20_000

/** A level-3 consent that grants everything storage serves. */
export function consentState(consentSeq: number): ConsentState {
  return {
    actedAtMs: 0,
    consentRef: `consent_${'0'.repeat(32)}` as ConsentRef,
    consentSeq,
    decidedAtMs: TODAY * 86_400_000,
    granted: ['session_recs', 'personal_recs', 'build_profile', 'measure', 'train_models'],
    level: 3,
    locale: 'pl',
    method: 'api',
    notBeforeMs: 0,
    noticeVersion: '1',
    objected: [],
    restricted: false,
    sinceSeq: {},
    switchesOff: [],
  }
}

/** A grant of the gate for one operation. */
export function grantFor(subject: SubjectId, purpose: Purpose, consentSeq = 1): AccessGrant {
  return openGate(subject, consentState(consentSeq), purpose, TODAY * 86_400_000)
}

/** A grant on the subject's own right. */
export function rightOf(subject: SubjectId, consentSeq = 0): AccessGrant {
  return openRight(subject, consentSeq === 0 ? undefined : consentState(consentSeq))
}
