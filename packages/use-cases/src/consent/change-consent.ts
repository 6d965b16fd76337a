/**
 * Consent acts: given, changed, withdrawn. One path for all of them.
 *
 * A lowering takes effect in memory before it is written: no request after this moment can use what
 * was withdrawn. A raising takes effect only when it is durable. If the write of a lowering fails the
 * memory stays lowered and the caller hears that it is not yet durable.
 */
import { consentRefOf, newSubjectId } from '@umiar/crypto'
import {
  applyChoice,
  type Choice,
  type ConsentState,
  checkChoice,
  decide,
  encodeConsent,
  openRight,
  raises,
  tablesToDrop,
} from '@umiar/privacy'
import {
  type AliasHash,
  DomainError,
  dayOf,
  type PersonalTable,
  type Purpose,
  type Random,
  type SubjectId,
} from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { Training } from '../learning/training.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { PeopleIndex } from '../overview/people-index.ts'
import type { EvidenceKeeper } from '../recommendations/evidence-keeper.ts'
import type { ConsentLog } from '../storage/ports.ts'
import { NO_TASTE } from '../subjects/stored-content.ts'
import {
  emptyHistory,
  newRecord,
  type SubjectMemory,
  type SubjectRecord,
} from '../subjects/subject-memory.ts'
import { NOTICE_VERSION } from './notice.ts'

export interface ChangeConsentPorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: ConsentLog
  readonly training: Training
  readonly measuring: Measuring
  readonly people: PeopleIndex
  readonly evidence: EvidenceKeeper
  readonly random: Random
  readonly indexKey: Uint8Array
}

export interface ConsentChange {
  /** `undefined` for a refusal by somebody nothing is known of: nothing is stored. */
  readonly state: ConsentState | undefined
  /** Tables whose rows were deleted. */
  readonly removed: readonly PersonalTable[]
}

/**
 * Carries out a choice of the person behind an alias.
 *
 * @param proven is her identity proven (token, or the shop's own server)? Without it she may only lower
 * @throws DomainError those of `checkChoice`, `identity_not_proven`, `store_unavailable`
 */
export async function changeConsent(
  ports: ChangeConsentPorts,
  alias: AliasHash,
  choice: Choice,
  proven: boolean,
  nowMs: number,
): Promise<ConsentChange> {
  return ports.memory.inTurn(alias, async () => {
    const subject = ports.memory.subjectOf(alias)
    if (subject === undefined) return firstChoice(ports, alias, choice, proven, nowMs)
    return ports.memory.inTurn(subject, async () => {
      const record = await ports.memory.load(subject)
      const previous = record.consent
      const checked = checkChoice(previous, choice, NOTICE_VERSION)
      const seq = (previous?.consentSeq ?? 0) + 1
      const state = applyChoice(
        previous,
        checked,
        seq,
        consentRefOf(ports.indexKey, subject, seq),
        nowMs,
        false,
      )
      if (proven) return save(ports, record, state, nowMs)
      if (raises(previous, state)) throw notProven()
      // Whoever merely holds her id may lower, not prolong.
      return save(ports, record, { ...state, decidedAtMs: previous?.decidedAtMs ?? nowMs }, nowMs)
    })
  })
}

/** Restriction (GDPR Art. 18) and objection (Art. 21) are consent acts too. */
export async function changeState(
  ports: ChangeConsentPorts,
  subject: SubjectId,
  change: { readonly restricted?: boolean; readonly objected?: readonly Purpose[] },
  nowMs: number,
): Promise<ConsentState> {
  return ports.memory.inTurn(subject, async () => {
    const record = await ports.memory.load(subject)
    if (record.consent === undefined) throw new DomainError('not_found', 'Nothing is known of this visitor.')
    const seq = record.consent.consentSeq + 1
    const consentRef = consentRefOf(ports.indexKey, subject, seq)
    const state = { ...record.consent, ...change, actedAtMs: nowMs, consentRef, consentSeq: seq }
    await save(ports, record, state, nowMs)
    return state
  })
}

async function firstChoice(
  ports: ChangeConsentPorts,
  alias: AliasHash,
  choice: Choice,
  proven: boolean,
  nowMs: number,
): Promise<ConsentChange> {
  const checked = checkChoice(undefined, choice, NOTICE_VERSION)
  const subject = newSubjectId(ports.random)
  const returning = ports.memory.erasedAtMs(alias) !== undefined
  const state = applyChoice(undefined, checked, 1, consentRefOf(ports.indexKey, subject, 1), nowMs, returning)
  // A guest's refusal: no subject, key, row or leaf comes of it.
  if (state.level === 0 && state.granted.length === 0) return { removed: [], state: undefined }
  if (!proven) throw notProven()
  await beginSubject(ports, subject, state, alias)
  return { removed: [], state }
}

/** Makes a person of an alias nobody has yet: key, first consent act, memory. Call it in the alias's turn. */
export async function beginSubject(
  ports: ChangeConsentPorts,
  subject: SubjectId,
  state: ConsentState,
  alias: AliasHash,
): Promise<void> {
  const record = newRecord(subject, undefined)
  await ports.keyBroker.create(openRight(subject, undefined))
  try {
    await write(ports, record, state, alias)
  } catch (error) {
    await ports.keyBroker.erase(openRight(subject, undefined))
    throw error
  }
  record.consent = state
  record.history = emptyHistory()
  ports.memory.adopt(record, alias)
}

async function save(
  ports: ChangeConsentPorts,
  record: SubjectRecord,
  state: ConsentState,
  nowMs: number,
): Promise<ConsentChange> {
  const previous = record.consent
  const removed = tablesToDrop(state).filter((table) => !previous || !tablesToDrop(previous).includes(table))
  const isRaise = raises(previous, state) || (previous?.restricted === true && !state.restricted)
  if (!isRaise) takeAway(ports.memory, record, state, previous?.consentSeq ?? 0)
  ports.measuring.lower(record, state, nowMs)
  // Forgetting begins before the write, so that both are done when the act is answered.
  const mayTeach = decide(state, 'train_models', nowMs).allowed
  const unlearned = mayTeach ? undefined : ports.training.forget(record.subject)
  await write(ports, record, state, undefined)
  await unlearned
  takeAway(ports.memory, record, state, state.consentSeq)
  await ports.training.follow(record.subject, state, nowMs, () => record.consent === state)
  await ports.measuring.follow(record.subject, state, nowMs)
  return { removed, state }
}

/** Puts the state in force in memory and drops what it no longer allows. */
function takeAway(
  memory: SubjectMemory,
  record: SubjectRecord,
  state: ConsentState,
  storedSeq: number,
): void {
  record.consent = storedSeq === state.consentSeq ? state : { ...state, consentSeq: storedSeq }
  const drop = tablesToDrop(state)
  if (drop.includes('taste')) record.taste = NO_TASTE
  if (drop.includes('browsing')) record.history = undefined
  if (!state.granted.includes('session_recs')) memory.endVisit(record)
}

async function write(
  ports: ChangeConsentPorts,
  record: SubjectRecord,
  state: ConsentState,
  alias: AliasHash | undefined,
): Promise<void> {
  const right = openRight(record.subject, record.consent)
  const row = ports.keyBroker.lease(right).seal('consent', encodeConsent(state), dayOf(state.actedAtMs))
  const act = { consentSeq: state.consentSeq, drop: tablesToDrop(state), row }
  const outcome = await ports.store.save(right, alias === undefined ? act : { ...act, alias })
  if (outcome === 'stale') {
    throw new DomainError('store_unavailable', 'The consent of this visitor changed elsewhere; try again.')
  }
  ports.people.note(record.subject, state)
}

function notProven(): DomainError {
  return new DomainError('identity_not_proven', 'Raising a level needs a shopper token; lowering does not.')
}
