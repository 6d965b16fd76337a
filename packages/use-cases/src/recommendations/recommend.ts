/**
 * Items for the slots of one page, each with its reason.
 *
 * Gate, then score, then governor, then evidence. The person's data is read from memory; a store call
 * happens only on her first request. Scoring happens in one go after the last `await`, so the answer
 * obeys the consent in force when it leaves. Without an open gate the visitor is ignored altogether:
 * the answer is a pure function of page, catalogue and shared counts.
 */
import { consentRefOf, sha256Hex } from '@umiar/crypto'
import { compileFilter, decide, type EligibilityContext, ineligibility } from '@umiar/privacy'
import {
  type DataCategory,
  DomainError,
  type ItemId,
  itemId,
  type Locale,
  localeOf,
  type Mode,
  type Purpose,
  type Random,
  REASON_TEXTS,
  type RecId,
  STRATEGIES,
  type Strategy,
} from '@umiar/vocabulary'
import type {
  Caller,
  RecommendationsReply,
  RecommendationsRequest,
  SlotReply,
  SlotRequest,
} from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'
import { beginVisit } from '../subjects/visit.ts'
import type { EvidenceKeeper } from './evidence-keeper.ts'
import type { DecisionRecord } from './evidence-record.ts'
import { type Candidate, type PageContext, type PersonalContext, rungsOf } from './ladder.ts'
import type { RecommendationModel } from './ports.ts'

export interface RecommendPorts {
  readonly memory: SubjectMemory
  readonly catalogue: Catalogue
  readonly model: () => RecommendationModel
  readonly evidence: EvidenceKeeper
  readonly random: Random
  readonly indexKey: Uint8Array
}

const MOST_SLOTS = 20
const MOST_ITEMS = 100
const CONTROLS = Object.freeze({ change_url: '/privacy', why_url: '/privacy#why' })

/** The person as far as this answer may use her. */
interface Person {
  readonly record: SubjectRecord
  readonly context: PersonalContext
  readonly never: ReadonlySet<ItemId>
  /** Level 3: evidence is stored; below, it dies with the visit. */
  readonly storeEvidence: boolean
}

/** @throws DomainError `invalid_request`, `invalid_id`, `strategy_unknown`, `filter_invalid`, `identity_not_proven` */
export async function recommend(
  ports: RecommendPorts,
  caller: Caller,
  request: RecommendationsRequest,
  nowMs: number,
): Promise<RecommendationsReply> {
  checkSlots(request.slots)
  const person = await personOf(ports, caller, request, nowMs)
  const page = pageOf(request)
  const locale = localeOf(request.context.locale)
  const model = ports.model()
  const placed = new Set<ItemId>()
  const dataUsed = new Set<DataCategory>()
  let usedPerson = false
  const slots = request.slots.map((slot, index) => {
    const answer = fillSlot(ports.catalogue, model, slot, index, page, person, placed)
    for (const category of answer.uses) dataUsed.add(category)
    usedPerson ||= isAboutPerson(answer.uses) || (answer.removed.never_show ?? 0) > 0
    return keepEvidence(ports, request, slot, answer, model, person, locale, nowMs)
  })
  return {
    consent_ref:
      person !== undefined && usedPerson
        ? consentRefOf(ports.indexKey, person.record.subject, person.record.consent?.consentSeq ?? 0)
        : null,
    controls: CONTROLS,
    data_used: [...dataUsed].sort(),
    slots,
  }
}

function checkSlots(slots: readonly SlotRequest[]): void {
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

/** The gate of the answer: `undefined` unless some purpose about the person is open. */
async function personOf(
  ports: RecommendPorts,
  caller: Caller,
  request: RecommendationsRequest,
  nowMs: number,
): Promise<Person | undefined> {
  const { memory } = ports
  const names = request.visitor
  if (caller.kind === 'publishable' && names?.user_id !== undefined) {
    throw new DomainError('identity_not_proven', 'A publishable key may name only an anonymous_id.')
  }
  const alias = caller.kind === 'shopper' ? caller.alias : memory.aliasOf(names?.anonymous_id, names?.user_id)
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

function pageOf(request: RecommendationsRequest): PageContext {
  const { context } = request
  return {
    cart: (context.cart_item_ids ?? []).map((id) => itemId(id, 'cart_item_ids')),
    category: context.category,
    items: (context.item_ids ?? []).map((id) => itemId(id, 'item_ids')),
  }
}

interface SlotAnswer {
  readonly mode: Mode
  readonly candidates: readonly Candidate[]
  readonly removed: Readonly<Record<string, number>>
  readonly uses: readonly DataCategory[]
}

function fillSlot(
  catalogue: Catalogue,
  model: RecommendationModel,
  slot: SlotRequest,
  index: number,
  page: PageContext,
  person: Person | undefined,
  placed: Set<ItemId>,
): SlotAnswer {
  const eligibility: EligibilityContext = {
    excluded: new Set((slot.exclude_ids ?? []).map((id) => itemId(id, 'exclude_ids'))),
    filter: slot.filter === undefined ? undefined : compileFilter(slot.filter, `/slots/${index}/filter`),
    inCart: new Set(page.cart),
    neverShow: person?.never ?? new Set(),
    onPage: new Set(page.items),
    placed,
    product: catalogue.product,
  }
  const removed: Record<string, number> = {}
  const rejected = new Set<ItemId>()
  const chosen: Candidate[] = []
  const uses = new Set<DataCategory>()
  let mode: Mode = 'curated'
  for (const rung of rungsOf(strategyOf(slot), model, catalogue, page, person?.context)) {
    if (chosen.length >= slot.limit) break
    const before = chosen.length
    for (const candidate of rung.candidates()) {
      if (chosen.length >= slot.limit) break
      if (rejected.has(candidate.itemId)) continue
      const rule = ineligibility(candidate.itemId, eligibility)
      if (rule === undefined) {
        chosen.push(candidate)
        placed.add(candidate.itemId)
        for (const category of candidate.uses) uses.add(category)
      } else if (rule !== 'repeated' || !chosen.some((one) => one.itemId === candidate.itemId)) {
        rejected.add(candidate.itemId)
        removed[rule] = (removed[rule] ?? 0) + 1
      }
    }
    if (before === 0 && chosen.length > 0) mode = rung.mode
  }
  return { candidates: chosen, mode, removed, uses: [...uses] }
}

function strategyOf(slot: SlotRequest): Strategy {
  const strategy = STRATEGIES.find((known) => known === (slot.strategy ?? 'for_you'))
  if (strategy === undefined) {
    throw new DomainError('strategy_unknown', `Known strategies: ${STRATEGIES.join(', ')}.`, {
      known: STRATEGIES,
    })
  }
  return strategy
}

/** The purposes the answer really served, by the data it used. */
function purposesOf(answer: SlotAnswer): readonly Purpose[] {
  const hides = (answer.removed.never_show ?? 0) > 0
  const purposes: Purpose[] = ['contextual_recs']
  if (answer.uses.includes('session_events')) purposes.push('session_recs')
  if (hides || answer.uses.some((use) => use === 'declared_taste' || use.endsWith('_history')))
    purposes.push('personal_recs')
  return purposes
}

function isAboutPerson(uses: readonly DataCategory[]): boolean {
  return uses.some((use) => use !== 'page_context' && use !== 'catalogue' && use !== 'shared_counts')
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
  const aboutPerson =
    person !== undefined && (isAboutPerson(answer.uses) || (answer.removed.never_show ?? 0) > 0)
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

function publicItem(
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
