/**
 * What others look at together with all a person turned to, however long ago, not with her last steps alone.
 *
 * Each of her products leads to its nearest by the model's counts; what several lead to gains by each, and a
 * product she turned to often counts by the logarithm of it (item-based collaborative filtering, Sarwar et
 * al. 2001). The nearest of one product are the same for everybody, so they are kept with the model.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import type { ModelItem, RecommendationModel } from '../ports.ts'
import { sharedUses } from './blend.ts'
import { categoryOfStep, reasonOfStep } from './from-steps.ts'
import { type Ask, byScore, type Candidate, type PersonalContext } from './strategy.ts'
import { DEFAULT_TASTE } from './taste-profile.ts'

/** Products of hers that are asked about, the newest. */
const MOST_OWN = 100
const NEAREST = 30
/** Products whose nearest are kept with a model. */
const MOST_KEPT = 2_000

/** Best first; no candidate for what nobody else looked at. @param limit ≥ 1 */
export function alongsideHistory(
  { catalogue, model }: Ask,
  { history, visit }: PersonalContext,
  limit: number,
): readonly Candidate[] {
  const inVisit = new Set(visit.map(({ itemId }) => itemId))
  const own = new Map<ItemId, { step: PersonalContext['visit'][number]; weight: number }>()
  for (const step of [...history, ...visit]) {
    if (catalogue.isSensitive(step.itemId)) continue
    const weight = (own.get(step.itemId)?.weight ?? 0) + DEFAULT_TASTE[step.kind]
    // Put in again: the order is that of the last time.
    own.delete(step.itemId)
    own.set(step.itemId, { step, weight })
  }
  const found = new Map<ItemId, { cause: ItemId; score: number; share: number }>()
  const uses = new Set<DataCategory>(['shared_counts'])
  for (const [cause, { step, weight }] of [...own].slice(-MOST_OWN)) {
    uses.add(categoryOfStep(step, inVisit))
    for (const { itemId, score } of nearestOf(model, cause)) {
      const share = Math.log1p(weight) * score
      const before = found.get(itemId)
      if (before === undefined) {
        found.set(itemId, { cause, score: share, share })
        continue
      }
      before.score += share
      if (share <= before.share) continue
      before.cause = cause
      before.share = share
    }
  }
  const all = sharedUses(uses)
  const list = [...found].map(([itemId, { cause, score }]): Candidate => {
    const { step } = own.get(cause) as { step: PersonalContext['visit'][number] }
    return { cause, itemId, reason: reasonOfStep(step, inVisit), score, uses: all }
  })
  return byScore(list).slice(0, limit)
}

const nearest = new WeakMap<RecommendationModel, Map<ItemId, readonly ModelItem[]>>()

function nearestOf(model: RecommendationModel, id: ItemId): readonly ModelItem[] {
  const kept = nearest.get(model) ?? new Map<ItemId, readonly ModelItem[]>()
  nearest.set(model, kept)
  const known = kept.get(id)
  if (known !== undefined) return known
  const found = model.alsoViewed([id], NEAREST)
  if (kept.size < MOST_KEPT) kept.set(id, found)
  return found
}
