/**
 * Consents that were given before Umiar was there, and invented ones for test data.
 *
 * An import never speaks over a person: whoever has decided here keeps her decision, and whoever was
 * erased comes back only by a consent given after the erasure. A consent counts from the moment it was
 * given: it ends six months later, and events from before it stay out unless its words covered them.
 */
import { consentRefOf, newSubjectId } from '@umiar/crypto'
import { parseTimestamp } from '@umiar/formats'
import { applyChoice, type ConsentState, checkChoice } from '@umiar/privacy'
import { type AliasHash, CONSENT_VALID_DAYS, DomainError, MS_PER_DAY, MS_PER_MINUTE } from '@umiar/vocabulary'
import { beginSubject, type ChangeConsentPorts } from '../consent/change-consent.ts'
import { NOTICE_VERSION } from '../consent/notice.ts'
import type { ImportedConsent, ImportedConsentResult } from './calls.ts'
import type { ImportBasis } from './ports.ts'

const TOLERANCE_MS = 10 * MS_PER_MINUTE
const MOST_PEOPLE = 1_000

/**
 * @param people 1–1,000; with basis `test-data` only their names are read
 * @returns in the same order what became of each
 * @throws DomainError `invalid_request`, `store_full`, `store_unavailable`
 */
export async function importConsents(
  ports: ChangeConsentPorts,
  basis: ImportBasis,
  people: readonly ImportedConsent[],
  nowMs: number,
): Promise<readonly ImportedConsentResult[]> {
  if (people.length === 0 || people.length > MOST_PEOPLE) {
    throw new DomainError('invalid_request', `A call names 1–${MOST_PEOPLE} people.`, {}, [
      { code: 'batch_size', message: `must hold 1–${MOST_PEOPLE} people`, pointer: '/people' },
    ])
  }
  if (basis === 'aggregate')
    throw new DomainError('invalid_request', 'An import of counts names nobody.', {}, [
      { code: 'basis', message: 'belongs to an import of basis aggregate', pointer: '/people' },
    ])
  return Promise.all(
    people.map(async (person) => {
      const alias = ports.memory.aliasOf(person.anonymous_id, person.user_id)
      if (alias === undefined) return { reason: 'visitor_missing', status: 'refused' }
      try {
        return await ports.memory.inTurn(alias, () => importOne(ports, basis, alias, person, nowMs))
      } catch (error) {
        // A refusal of one person's record harms no other; a store that fails ends the call.
        if (error instanceof DomainError && error.status < 500) return refused(error.code)
        throw error
      }
    }),
  )
}

async function importOne(
  ports: ChangeConsentPorts,
  basis: 'consent' | 'test-data',
  alias: AliasHash,
  person: ImportedConsent,
  nowMs: number,
): Promise<ImportedConsentResult> {
  if (ports.memory.subjectOf(alias) !== undefined) return { status: 'kept' }
  const erasedAtMs = ports.memory.erasedAtMs(alias)
  const given = basis === 'test-data' ? { atMs: nowMs, coversFromMs: 0 } : givenAt(person)
  if (given === undefined) return refused('time_invalid')
  if (given.atMs > nowMs + TOLERANCE_MS) return refused('consent_in_future')
  if (nowMs >= given.atMs + CONSENT_VALID_DAYS * MS_PER_DAY) return refused('consent_expired')
  if (erasedAtMs !== undefined && (basis === 'test-data' || given.atMs <= erasedAtMs))
    return refused('erased_since')
  const choice = basis === 'test-data' ? INVENTED : choiceOf(person)
  const subject = newSubjectId(ports.random)
  const reference = consentRefOf(ports.indexKey, subject, 1)
  const state: ConsentState = {
    ...applyChoice(
      undefined,
      checkChoice(undefined, choice, NOTICE_VERSION),
      1,
      reference,
      given.atMs,
      false,
    ),
    notBeforeMs: Math.max(given.coversFromMs, erasedAtMs ?? 0),
    ...(person.ref === undefined ? {} : { sourceRef: person.ref }),
  }
  if (!state.granted.includes('build_profile')) return refused('level_too_low')
  await beginSubject(ports, subject, state, alias)
  return { status: 'recorded' }
}

/** What test data are taken under: invented, in demo mode only. */
const INVENTED = {
  level: 3,
  locale: 'en',
  method: 'api',
  noticeVersion: NOTICE_VERSION,
  purposes: { train_models: true },
} as const

function choiceOf(person: ImportedConsent) {
  return {
    level: person.level ?? 0,
    locale: person.locale ?? 'pl',
    method: person.method ?? 'api',
    noticeVersion: person.notice_version ?? '',
    purposes: person.purposes ?? {},
  } as const
}

function givenAt(person: ImportedConsent): { atMs: number; coversFromMs: number } | undefined {
  const atMs = parseTimestamp(person.given_at)
  const coversFromMs = person.covers_from === undefined ? atMs : parseTimestamp(person.covers_from)
  return atMs === undefined || coversFromMs === undefined ? undefined : { atMs, coversFromMs }
}

function refused(reason: string): ImportedConsentResult {
  return { reason, status: 'refused' }
}
