/**
 * The gate: the only door to personal data.
 *
 * `decide` answers "may we?" from the person's consent state; `openGate` and `openRight` turn a yes
 * into an `AccessGrant`, which storage and the key broker demand. The class stays in this file, so
 * nothing else can make a grant: skipping the gate does not compile, and a look-alike object fails
 * at run time. Pure: time comes in as a number.
 *
 * GDPR Art. 6 (basis), 7(3) (withdrawal), 18 (restriction), 21 (objection).
 */
import {
  CONSENT_VALID_DAYS,
  DomainError,
  type LawfulBasis,
  MS_PER_DAY,
  type PersonalTable,
  type Purpose,
  purposeEntry,
  type SubjectId,
  SWITCHES,
  tableEntry,
} from '@umiar/vocabulary'
import type { ConsentState } from '../consent/consent-state.ts'

/** Why the gate stays shut. */
export type Refusal =
  | 'not_granted'
  | 'level_too_low'
  | 'switched_off'
  | 'expired'
  | 'restricted'
  | 'objected'
  | 'not_in_use'

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal }

const YES: Decision = Object.freeze({ allowed: true })
const no = (refusal: Refusal): Decision => ({ allowed: false, refusal })

/**
 * May data of this person be used for the purpose, now?
 *
 * @param consent her state, or `undefined` for somebody who never chose: level 0
 * @param nowMs   milliseconds since the epoch
 */
export function decide(consent: ConsentState | undefined, purpose: Purpose, nowMs: number): Decision {
  const entry = purposeEntry(purpose)
  // Purposes that need no consent are not closed by restriction, objection or expiry: the shop must
  // run, the record must be kept, and a page that uses no personal data stays what it is.
  if (entry.basis !== 'consent') return YES
  if (!entry.inUse) return no('not_in_use')
  if (consent === undefined) return no('not_granted')
  if (consent.level < entry.leastLevel) return no('level_too_low')
  if (!consent.granted.includes(purpose)) return no('not_granted')
  if (isExpired(consent, nowMs)) return no('expired')
  if (consent.restricted) return no('restricted')
  if (consent.objected.includes(purpose)) return no('objected')
  const closedBySwitch = SWITCHES.some(
    (row) => row.purpose === purpose && consent.switchesOff.includes(row.name),
  )
  return closedBySwitch ? no('switched_off') : YES
}

/** Has the choice outlived its validity of six months? */
export function isExpired(consent: ConsentState, nowMs: number): boolean {
  return nowMs >= consent.decidedAtMs + CONSENT_VALID_DAYS * MS_PER_DAY
}

/**
 * A capability for one operation on one person's data.
 *
 * Each facet of the operation (reading or writing a table, leasing the key) may be claimed once.
 */
class Grant {
  readonly #subject: SubjectId
  readonly #purpose: Purpose
  readonly #basis: LawfulBasis
  readonly #consentSeq: number
  readonly #isRight: boolean
  readonly #claimed = new Set<string>()

  constructor(
    subject: SubjectId,
    purpose: Purpose,
    basis: LawfulBasis,
    consentSeq: number,
    isRight: boolean,
  ) {
    this.#subject = subject
    this.#purpose = purpose
    this.#basis = basis
    this.#consentSeq = consentSeq
    this.#isRight = isRight
  }

  get subject(): SubjectId {
    return this.#subject
  }
  get purpose(): Purpose {
    return this.#purpose
  }
  get basis(): LawfulBasis {
    return this.#basis
  }
  /** The act the grant rests on; the writer compares it inside the commit. 0 before the first act. */
  get consentSeq(): number {
    return this.#consentSeq
  }
  /** Does the subject herself (or the law) demand the operation: access, export, correction, erasure? */
  get isRight(): boolean {
    return this.#isRight
  }

  /**
   * Storage's second check: is the table meant for this purpose, and is this access the first?
   *
   * @throws DomainError `grant_misused`
   */
  claimTable(table: PersonalTable, access: 'read' | 'write'): void {
    if (!this.#isRight && !tableEntry(table).purposes.includes(this.#purpose)) {
      throw new DomainError('grant_misused', `Table ${table} does not serve purpose ${this.#purpose}.`, {
        purpose: this.#purpose,
        table,
      })
    }
    this.#claim(`${access} ${table}`)
  }

  /** Claims the one key lease of the operation. @throws DomainError `grant_misused` */
  claimKey(): void {
    this.#claim('key')
  }

  #claim(facet: string): void {
    if (this.#claimed.has(facet)) {
      throw new DomainError('grant_misused', `The grant has already served: ${facet}.`, { facet })
    }
    this.#claimed.add(facet)
  }
}

/** Proof that the gate said yes; made only here. */
export type AccessGrant = Grant

/** Is the value a grant this gate made? A look-alike is not. */
export function isAccessGrant(value: unknown): value is AccessGrant {
  return value instanceof Grant
}

/**
 * Opens the gate for one operation.
 *
 * @throws DomainError `purpose_not_consented` with purpose, refusal and notice version
 */
export function openGate(
  subject: SubjectId,
  consent: ConsentState | undefined,
  purpose: Purpose,
  nowMs: number,
): AccessGrant {
  const decision = decide(consent, purpose, nowMs)
  if (!decision.allowed) {
    const noticeVersion = consent?.noticeVersion ?? null
    throw new DomainError('purpose_not_consented', `Purpose ${purpose} is not granted.`, {
      noticeVersion,
      purpose,
      refusal: decision.refusal,
    })
  }
  return new Grant(subject, purpose, purposeEntry(purpose).basis, consent?.consentSeq ?? 0, false)
}

/**
 * Opens the gate for a right of the subject: consent, access, export, correction, erasure, and the
 * duties that carry them out. Never closed by level, restriction, objection or expiry (GDPR Art. 12, 15–22).
 */
export function openRight(subject: SubjectId, consent: ConsentState | undefined): AccessGrant {
  return new Grant(subject, 'accountability', 'legal_obligation', consent?.consentSeq ?? 0, true)
}
