/**
 * One slot: candidates from the ladder, rules from the governor, and what of the person was used.
 */
import { compileFilter, type EligibilityContext, type EligibilityRule, ineligibility } from '@umiar/privacy'
import {
  type DataCategory,
  DomainError,
  type ItemId,
  itemId,
  type Mode,
  STRATEGIES,
  type Strategy,
} from '@umiar/vocabulary'
import type { SlotRequest } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Candidate, type PageContext, rungsOf } from './ladder.ts'
import type { PersonalView } from './person.ts'
import type { RecommendationModel } from './ports.ts'

/** A filled slot, before it is written down and sent. */
export interface SlotAnswer {
  readonly mode: Mode
  readonly candidates: readonly Candidate[]
  readonly removed: Readonly<Record<string, number>>
  readonly uses: readonly DataCategory[]
}

/**
 * Walks the ladder until the slot is full; each item must pass the governor.
 *
 * An item that was shown often enough is passed over; only if the ladder ends before the slot is full
 * does it come back, so that variety never empties a shelf.
 *
 * @param index  place of the slot in the request, for complaints
 * @param person what of the person may be used, or `undefined` at level 0
 * @param placed items of earlier slots; the ones chosen here are added
 * @throws DomainError `strategy_unknown`, `filter_invalid`, `invalid_id`
 */
export function fillSlot(
  catalogue: Catalogue,
  model: RecommendationModel,
  slot: SlotRequest,
  index: number,
  page: PageContext,
  person: PersonalView | undefined,
  placed: Set<ItemId>,
): SlotAnswer {
  const eligibility = eligibilityOf(catalogue, slot, index, page, person, placed)
  const removed: Partial<Record<EligibilityRule, number>> = {}
  const rejected = new Set<ItemId>()
  const resting: { readonly candidate: Candidate; readonly mode: Mode }[] = []
  const chosen: Candidate[] = []
  const uses = new Set<DataCategory>()
  let mode: Mode = 'curated'
  const take = (candidate: Candidate, takenAs: Mode): void => {
    if (chosen.length === 0) mode = takenAs
    chosen.push(candidate)
    placed.add(candidate.itemId)
    for (const category of candidate.uses) uses.add(category)
  }
  for (const rung of rungsOf(strategyOf(slot), model, catalogue, page, person?.context)) {
    if (chosen.length >= slot.limit) break
    for (const candidate of rung.candidates()) {
      if (chosen.length >= slot.limit) break
      if (rejected.has(candidate.itemId)) continue
      const rule = ineligibility(candidate.itemId, eligibility)
      if (rule === undefined) take(candidate, rung.mode)
      else if (rule !== 'repeated' || !chosen.some((one) => one.itemId === candidate.itemId)) {
        rejected.add(candidate.itemId)
        removed[rule] = (removed[rule] ?? 0) + 1
        const category = categoryOfRule(rule, candidate.itemId, catalogue, person)
        if (category !== undefined) uses.add(category)
        if (rule === 'shown_enough') resting.push({ candidate, mode: rung.mode })
      }
    }
  }
  const back = resting.slice(0, slot.limit - chosen.length)
  for (const { candidate, mode: restedAs } of back) take(candidate, restedAs)
  if (back.length === resting.length) delete removed.shown_enough
  else removed.shown_enough = resting.length - back.length
  return { candidates: chosen, mode, removed, uses: [...uses] }
}

function eligibilityOf(
  catalogue: Catalogue,
  slot: SlotRequest,
  index: number,
  page: PageContext,
  person: PersonalView | undefined,
  placed: ReadonlySet<ItemId>,
): EligibilityContext {
  return {
    alreadyHave: person?.alreadyHave ?? NOTHING,
    bought: person?.bought ?? NOTHING,
    excluded: new Set((slot.exclude_ids ?? []).map((id) => itemId(id, 'exclude_ids'))),
    filter: slot.filter === undefined ? undefined : compileFilter(slot.filter, `/slots/${index}/filter`),
    inCart: new Set(page.cart),
    neverShow: person?.never ?? NOTHING,
    onPage: new Set(page.items),
    placed,
    product: catalogue.product,
    shownEnough: person?.shownEnough ?? NOTHING,
  }
}

const NOTHING: ReadonlySet<ItemId> = new Set()

/** The data of the person a rule rested on; `undefined` for rules about product and page. */
function categoryOfRule(
  rule: EligibilityRule,
  id: ItemId,
  catalogue: Catalogue,
  person: PersonalView | undefined,
): DataCategory | undefined {
  switch (rule) {
    case 'never_show':
      return person?.never.categoryFor(id)
    case 'owned': {
      const bought = catalogue.product(id)?.durable === true ? person?.bought.categoryFor(id) : undefined
      return bought ?? person?.alreadyHave.categoryFor(id)
    }
    case 'shown_enough':
      return 'session_events'
    default:
      return undefined
  }
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

/** Did the person's data have a say: by what was shown, or by what they kept away? */
export function isAboutPerson(answer: SlotAnswer): boolean {
  const shared: readonly DataCategory[] = ['page_context', 'catalogue', 'shared_counts']
  return answer.uses.some((use) => !shared.includes(use))
}
