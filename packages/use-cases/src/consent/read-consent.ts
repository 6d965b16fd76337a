/**
 * Consent as its owner sees it: the present state and the acts that led to it.
 */
import { type ConsentState, decodeConsent, openRight } from '@umiar/privacy'
import { CONSENT_VALID_DAYS, MS_PER_DAY, PURPOSES, SWITCHES } from '@umiar/vocabulary'
import type { ConsentHistoryEntry, ConsentReply } from '../application.ts'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { PersonalRows } from '../storage/ports.ts'
import type { SubjectRecord } from '../subjects/subject-memory.ts'

/** The public form of a state; `undefined` gives the defaults of somebody who never chose. */
export function consentReply(state: ConsentState | undefined, gpc: boolean, nowMs: number): ConsentReply {
  const consentPurposes = PURPOSES.filter((entry) => entry.basis === 'consent' && entry.inUse)
  const expired = state !== undefined && nowMs >= state.decidedAtMs + CONSENT_VALID_DAYS * MS_PER_DAY
  return {
    consent_ref: state?.consentRef ?? null,
    effective_at: state === undefined ? null : new Date(state.actedAtMs).toISOString(),
    expires_at:
      state === undefined
        ? null
        : new Date(state.decidedAtMs + CONSENT_VALID_DAYS * MS_PER_DAY).toISOString(),
    level: state === undefined || expired ? 0 : state.level,
    objected: state?.objected ?? [],
    purposes: Object.fromEntries(
      consentPurposes.map((entry) => [
        entry.purpose,
        !expired && (state?.granted.includes(entry.purpose) ?? false),
      ]),
    ),
    receipt_id: null,
    restricted: state?.restricted ?? false,
    signals: { gpc },
    switches: Object.fromEntries(
      SWITCHES.map((row) => [row.name, !(state?.switchesOff.includes(row.name) ?? false)]),
    ),
  }
}

/** All acts of a person, oldest first. */
export async function consentHistory(
  ports: { readonly store: PersonalRows; readonly keyBroker: KeyBroker },
  record: SubjectRecord,
): Promise<readonly ConsentHistoryEntry[]> {
  const right = openRight(record.subject, record.consent)
  const rows = await ports.store.read(right, 'consent')
  if (rows.length === 0) return []
  const lease = ports.keyBroker.lease(right)
  return rows.map((row) => {
    const state = decodeConsent(lease.open(row))
    return {
      at: new Date(state.actedAtMs).toISOString(),
      consent_ref: state.consentRef,
      level: state.level,
      locale: state.locale,
      method: state.method,
      notice_version: state.noticeVersion,
      objected: state.objected,
      purposes: state.granted,
      restricted: state.restricted,
      ...(state.sourceRef === undefined ? {} : { source_ref: state.sourceRef }),
      switches_off: state.switchesOff,
    }
  })
}
