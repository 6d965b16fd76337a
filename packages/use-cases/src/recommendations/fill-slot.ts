/**
 * One slot: candidates from the ladder, rules from the governor, and what of the person was used.
 */
import { compileFilter, type EligibilityContext, ineligibility } from '@umiar/privacy'
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
import type { Person } from './person.ts'
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
 * @param index  place of the slot in the request, for complaints
 * @param placed items of earlier slots; the ones chosen here are added
 * @throws DomainError `strategy_unknown`, `filter_invalid`, `invalid_id`
 */
export function fillSlot(
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

/** Did the person's data have a say: by what was shown, or by what her list hid? */
export function isAboutPerson(answer: SlotAnswer): boolean {
  const shared: readonly DataCategory[] = ['page_context', 'catalogue', 'shared_counts']
  return (answer.removed.never_show ?? 0) > 0 || answer.uses.some((use) => !shared.includes(use))
}
