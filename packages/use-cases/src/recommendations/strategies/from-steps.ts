/**
 * From what she does: neighbours of her last steps, what goes with her purchases, what is like both.
 */
import type { DataCategory, ItemId, ReasonCode } from '@umiar/vocabulary'
import type { VisitStep } from '../../subjects/visit.ts'
import type { ModelItem } from '../ports.ts'
import { sharedUses } from './blend.ts'
import { withFairStart } from './fair-start.ts'
import { type Ask, type Candidate, type PersonalContext, POOL } from './strategy.ts'

/** Steps asked about, newest last. */
export const QUERY_STEPS = 20
/** Steps of which likeness is asked: each costs a walk over what shares a feature. */
const MOST_LIKENESS = 4
const LIKENESS_POOL = 60

/** Her steps as far as an answer may rest on them. */
export interface UsableSteps {
  /** The newest, in order of time: history, then visit. */
  readonly steps: readonly VisitStep[]
  readonly inVisit: ReadonlySet<ItemId>
  readonly usesHistory: boolean
}

/** The last steps of history and visit; sensitive products take no part (GDPR Art. 9). */
export function usableSteps({ catalogue }: Ask, person: PersonalContext): UsableSteps {
  const steps = [...person.history, ...person.visit]
    .filter((step) => !catalogue.isSensitive(step.itemId))
    .slice(-QUERY_STEPS)
  const inVisit = new Set(person.visit.map((step) => step.itemId))
  const visit = new Set(person.visit)
  return { inVisit, steps, usesHistory: steps.some((step) => !visit.has(step)) }
}

/**
 * Neighbours of the person's last steps; the page she is on is the newest of them.
 *
 * @param accept where only some items pass a rule: the model looks on until enough of them are found
 */
export function nearVisits(
  ask: Ask,
  { inVisit, steps }: UsableSteps,
  accept?: (itemId: ItemId) => boolean,
  limit: number = POOL,
): readonly Candidate[] {
  if (steps.length === 0) return []
  const { model, page } = ask
  const latest = new Map<ItemId, VisitStep>()
  for (const step of steps) latest.set(step.itemId, step)
  const pageItems = page.items.filter((id) => !latest.has(id))
  // The answer rests on every step asked about, not only on the strongest: it says all of them.
  const uses = new Set<DataCategory>(['shared_counts'])
  if (pageItems.length > 0) uses.add('page_context')
  for (const step of steps) uses.add(categoryOfStep(step, inVisit))
  const all = sharedUses(uses)
  const query = [...steps.map((step) => step.itemId), ...pageItems]
  const found = model
    .sessionNeighbours(query, limit, accept === undefined ? {} : { accept })
    .map((item): Candidate => {
      const cause = item.cause === undefined ? undefined : latest.get(item.cause)
      return {
        itemId: item.itemId,
        reason: cause === undefined ? 'viewed_with_page' : reasonOfStep(cause, inVisit),
        score: item.score,
        uses: all,
        ...(cause === undefined ? {} : { cause: cause.itemId }),
      }
    })
  return withFairStart(ask, found)
}

/** What is like the last things she turned to: the catalogue knows it where nobody has been yet. */
export function likeSteps(ask: Ask, { inVisit, steps }: UsableSteps): readonly Candidate[] {
  const recent = new Map<ItemId, VisitStep>()
  for (let at = steps.length - 1; at >= 0 && recent.size < MOST_LIKENESS; at--) {
    const step = steps[at] as VisitStep
    if (!recent.has(step.itemId)) recent.set(step.itemId, step)
  }
  if (recent.size === 0) return []
  const uses = new Set<DataCategory>(['catalogue'])
  for (const step of recent.values()) uses.add(categoryOfStep(step, inVisit))
  const found = ask.catalogue.similar([...recent.keys()], LIKENESS_POOL)
  return caused(found, (cause) => reasonOfStep(recent.get(cause) as VisitStep, inVisit), sharedUses(uses))
}

/** Items of a model as candidates; those without a cause are left out. */
export function caused(
  items: readonly ModelItem[],
  reasonOf: (cause: ItemId) => ReasonCode,
  uses: readonly DataCategory[],
): readonly Candidate[] {
  return items.flatMap(({ cause, itemId, score }) =>
    cause === undefined ? [] : [{ cause, itemId, reason: reasonOf(cause), score, uses }],
  )
}

/** The data a step belongs to. */
export function categoryOfStep(step: VisitStep, inVisit: ReadonlySet<ItemId>): DataCategory {
  if (inVisit.has(step.itemId)) return 'session_events'
  return step.kind === 'view' ? 'view_history' : 'purchase_history'
}

/** Why a product that rests on a step stands there. */
export function reasonOfStep(step: VisitStep, inVisit: ReadonlySet<ItemId>): ReasonCode {
  if (step.kind === 'purchase') return 'bought_before'
  if (step.kind === 'cart') return 'put_in_cart'
  return inVisit.has(step.itemId) ? 'viewed_in_visit' : 'viewed_before'
}
