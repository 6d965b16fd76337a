/**
 * Items for the slots of one page, each with its reason.
 *
 * Gate, then score, then governor, then evidence. The person's data is read from memory; a store call
 * happens only on her first request. Scoring happens in one go after the last `await`, so the answer
 * obeys the consent in force when it leaves. Without an open gate the visitor is ignored altogether:
 * the answer is a pure function of page, catalogue and shared counts.
 */
import { consentRefOf, sha256Hex } from '@umiar/crypto'
import {
  type DataCategory,
  DomainError,
  type ItemId,
  itemId,
  type Locale,
  localeOf,
  type Purpose,
  type Random,
  REASON_TEXTS,
  type RecId,
} from '@umiar/vocabulary'
import type {
  Caller,
  RecommendationsReply,
  RecommendationsRequest,
  SlotReply,
  SlotRequest,
} from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { SubjectMemory } from '../subjects/subject-memory.ts'
import { beginVisit } from '../subjects/visit.ts'
import type { EvidenceKeeper } from './evidence-keeper.ts'
import type { DecisionRecord } from './evidence-record.ts'
import { fillSlot, isAboutPerson, type SlotAnswer } from './fill-slot.ts'
import type { Candidate, PageContext } from './ladder.ts'
import { type Person, personOf } from './person.ts'
import type { RecommendationModel } from './ports.ts'

export interface RecommendPorts {
  readonly memory: SubjectMemory
  readonly catalogue: Catalogue
  readonly model: () => RecommendationModel
  readonly evidence: EvidenceKeeper
  readonly measuring: Measuring
  readonly random: Random
  readonly indexKey: Uint8Array
  /** Where people see and change what is used. */
  readonly privacyUrl: string
}

const MOST_SLOTS = 20
const MOST_ITEMS = 100

/** @throws DomainError `invalid_request`, `invalid_id`, `strategy_unknown`, `filter_invalid`, `identity_not_proven` */
export async function recommend(
  ports: RecommendPorts,
  caller: Caller,
  request: RecommendationsRequest,
  nowMs: number,
): Promise<RecommendationsReply> {
  checkSlots(request.slots)
  const person = await personOf(ports.memory, caller, request.visitor, nowMs)
  const page = pageOf(request.context)
  const locale = localeOf(request.context.locale)
  const model = ports.model()
  const placed = new Set<ItemId>()
  const dataUsed = new Set<DataCategory>()
  let usedPerson = false
  const slots = request.slots.map((slot, index) => {
    const answer = fillSlot(ports.catalogue, model, slot, index, page, person, placed)
    for (const category of answer.uses) dataUsed.add(category)
    usedPerson ||= isAboutPerson(answer)
    return keepEvidence(ports, request, slot, answer, model, person, locale, nowMs)
  })
  return {
    consent_ref:
      person !== undefined && usedPerson
        ? consentRefOf(ports.indexKey, person.record.subject, person.record.consent?.consentSeq ?? 0)
        : null,
    controls: { change_url: ports.privacyUrl, why_url: `${ports.privacyUrl}#why` },
    data_used: [...dataUsed].sort(),
    slots,
  }
}

/** @throws DomainError `invalid_request` */
export function checkSlots(slots: readonly SlotRequest[]): void {
  const ids = new Set(slots.map((slot) => slot.id))
  if (slots.length === 0 || slots.length > MOST_SLOTS || ids.size < slots.length) {
    throw new DomainError('invalid_request', `Ask for 1–${MOST_SLOTS} slots with different ids.`, {}, [
      {
        code: 'slots_invalid',
        message: `must hold 1–${MOST_SLOTS} slots with different ids`,
        pointer: '/slots',
      },
    ])
  }
  slots.forEach((slot, index) => {
    if (!Number.isInteger(slot.limit) || slot.limit < 1 || slot.limit > MOST_ITEMS) {
      throw new DomainError('invalid_request', 'A slot asks for too few or too many items.', {}, [
        { code: 'limit_invalid', message: `must be 1–${MOST_ITEMS}`, pointer: `/slots/${index}/limit` },
      ])
    }
  })
}

/** The page, with its ids checked. @throws DomainError `invalid_id` */
export function pageOf(context: RecommendationsRequest['context']): PageContext {
  return {
    cart: (context.cart_item_ids ?? []).map((id) => itemId(id, 'cart_item_ids')),
    category: context.category,
    items: (context.item_ids ?? []).map((id) => itemId(id, 'item_ids')),
    searchTerm: context.search_term,
  }
}

/** The purposes the answer really served, by the data it used. */
function purposesOf(answer: SlotAnswer): readonly Purpose[] {
  const purposes: Purpose[] = ['contextual_recs']
  if (answer.uses.includes('session_events')) purposes.push('session_recs')
  if (answer.uses.some((use) => use === 'declared_taste' || use.endsWith('_history')))
    purposes.push('personal_recs')
  return purposes
}

/** Writes down why, and turns the answer into its public form. */
function keepEvidence(
  ports: RecommendPorts,
  request: RecommendationsRequest,
  slot: SlotRequest,
  answer: SlotAnswer,
  model: RecommendationModel,
  person: Person | undefined,
  locale: Locale,
  nowMs: number,
): SlotReply {
  const aboutPerson = person !== undefined && isAboutPerson(answer)
  const items = answer.candidates.map(({ cause, itemId: shown, reason }) => ({
    itemId: shown,
    reasons: [reason],
    ...(cause === undefined ? {} : { cause }),
  }))
  const content = {
    atMs: nowMs,
    consentSeq: aboutPerson ? (person.record.consent?.consentSeq ?? 0) : 0,
    dataUsed: answer.uses,
    items,
    mode: answer.mode,
    modelVersion: model.version,
    purposes: purposesOf(answer),
    shortened: 0,
    slot: slot.id,
  }
  let recId: RecId
  if (aboutPerson) {
    recId = `rec_${hex(ports.random.bytes(16))}` as RecId
    const record: DecisionRecord = { ...content, recId }
    if (person.storeEvidence) ports.evidence.keepPersonal(person.record, record)
    else {
      person.record.visit ??= beginVisit(nowMs)
      ports.evidence.keepInVisit(person.record.subject, person.record.visit, record)
    }
    if (person.isMeasured) {
      person.record.visit ??= beginVisit(nowMs)
      ports.measuring.answered(person.record.visit, recId, { mode: answer.mode, slot: slot.id })
    }
  } else {
    const cause = {
      catalogue: ports.catalogue.version,
      context: request.context,
      items,
      model: model.version,
      slot,
    }
    recId = `rec_${sha256Hex(JSON.stringify(cause)).slice(0, 32)}` as RecId
    ports.evidence.keepShared({ ...content, recId })
  }
  return {
    items: answer.candidates.map((candidate, index) =>
      publicItem(ports.catalogue, candidate, index, locale, request.explain),
    ),
    mode: answer.mode,
    model: {
      trained_at: model.trainedAtMs === undefined ? null : new Date(model.trainedAtMs).toISOString(),
      version: model.version,
    },
    rec_id: recId,
    removed: answer.removed,
    slot: slot.id,
  }
}

/** An item in the form of the API, its reason in words. */
export function publicItem(
  catalogue: Catalogue,
  candidate: Candidate,
  index: number,
  locale: Locale,
  explain: boolean | undefined,
): SlotReply['items'][number] {
  const cause = candidate.cause === undefined ? undefined : catalogue.product(candidate.cause)
  const text = REASON_TEXTS[candidate.reason][locale].replace(
    '{title}',
    () => (locale === 'en' ? (cause?.titleEn ?? cause?.title) : cause?.title) ?? '…',
  )
  const reason = { code: candidate.reason, text }
  return {
    item_id: candidate.itemId,
    position: index + 1,
    reasons: [
      explain === true && candidate.cause !== undefined ? { ...reason, rests_on: [candidate.cause] } : reason,
    ],
    ...(explain === true ? { score: candidate.score } : {}),
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
