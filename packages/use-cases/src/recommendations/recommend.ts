/**
 * Items for the slots of one page, each with its reason.
 *
 * Gate, then score, then governor, then evidence. The person's data is read from memory; a store call
 * happens only on her first request. Scoring happens in one go after the last `await`, so the answer
 * obeys the consent in force when it leaves. Without an open gate the visitor is ignored altogether:
 * the answer is a pure function of page, catalogue and shared counts.
 */
import { consentRefOf } from '@umiar/crypto'
import {
  type DataCategory,
  DomainError,
  dayOf,
  type ItemId,
  itemId,
  type Locale,
  localeOf,
  MS_PER_DAY,
  REASON_TEXTS,
  type ReasonCode,
} from '@umiar/vocabulary'
import type {
  Caller,
  RecommendationsReply,
  RecommendationsRequest,
  SlotReply,
  SlotRequest,
} from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Merchandising } from '../merchandising/merchandising.ts'
import { promotionsOn } from '../merchandising/on-page.ts'
import { isMerchandisingReason } from '../merchandising/rule.ts'
import type { SubjectMemory } from '../subjects/subject-memory.ts'
import { fillSlot, isAboutPerson, type SlotAnswer } from './fill-slot.ts'
import { type DecisionPorts, keepDecision } from './keep-decision.ts'
import { type Person, personOf } from './person.ts'
import type { RecommendationModel } from './ports.ts'
import type { Candidate, PageContext } from './strategies/strategy.ts'

export interface RecommendPorts extends DecisionPorts {
  readonly memory: SubjectMemory
  readonly catalogue: Catalogue
  readonly merchandising: Merchandising
  readonly model: () => RecommendationModel
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
  const page = pageOf(request.context, nowMs)
  const locale = localeOf(request.context.locale)
  const model = ports.model()
  const placed = new Set<ItemId>()
  const dataUsed = new Set<DataCategory>()
  let usedPerson = false
  const slots = request.slots.map((slot, index) => {
    const promotions = promotionsOn(
      ports.merchandising,
      ports.catalogue.product,
      request.context,
      slot.id,
      nowMs,
    )
    const answer = fillSlot(ports.catalogue, model, slot, index, page, person, placed, promotions)
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

/** The page on a day, with its ids checked. @throws DomainError `invalid_id` */
export function pageOf(context: RecommendationsRequest['context'], nowMs: number): PageContext {
  return {
    cart: (context.cart_item_ids ?? []).map((id) => itemId(id, 'cart_item_ids')),
    category: context.category,
    day: dayOf(nowMs),
    items: (context.item_ids ?? []).map((id) => itemId(id, 'item_ids')),
    searchTerm: context.search_term,
  }
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
  const items = answer.candidates.map(({ besides = [], cause, itemId: shown, reason }) => ({
    itemId: shown,
    reasons: [reason, ...besides],
    ...(cause === undefined ? {} : { cause }),
  }))
  const decision = {
    atMs: nowMs,
    dataUsed: answer.uses,
    items,
    mode: answer.mode,
    modelVersion: model.version,
    slot: slot.id,
  }
  const cause = {
    catalogue: ports.catalogue.version,
    context: request.context,
    items,
    merchandising: answer.merchandising,
    model: model.version,
    slot,
  }
  const recId = keepDecision(ports, isAboutPerson(answer) ? person : undefined, decision, cause)
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
    ...(answer.merchandising === undefined ? {} : { merchandising: answer.merchandising }),
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
  const { besides = [], dueDay, itemId: shown, reason, score } = candidate
  const cause = candidate.cause === undefined ? undefined : catalogue.product(candidate.cause)
  const title = (locale === 'en' ? (cause?.titleEn ?? cause?.title) : cause?.title) ?? '…'
  const said = (code: ReasonCode) => ({
    code,
    text: REASON_TEXTS[code][locale].replace('{title}', () => title),
  })
  const restsOn = {
    ...(candidate.cause === undefined ? {} : { rests_on: [candidate.cause] }),
    ...(dueDay === undefined ? {} : { due: new Date(dueDay * MS_PER_DAY).toISOString().slice(0, 10) }),
  }
  // What the shop did is said before what speaks for the product: pages show the first reason.
  const byShop = besides.filter((code) => isMerchandisingReason(code))
  const others = besides.filter((code) => !isMerchandisingReason(code))
  const isPromoted = byShop.length > 0 || isMerchandisingReason(reason)
  return {
    item_id: shown,
    position: index + 1,
    ...(isPromoted ? { label: 'promoted' as const } : {}),
    reasons: [
      ...byShop.map(said),
      { ...said(reason), ...(explain === true ? restsOn : {}) },
      ...others.map(said),
    ],
    ...(explain === true ? { score } : {}),
  }
}
