/**
 * The personal rungs: `for_you`, the models `session` and `basket`, and `on_sale_for_you`.
 */
import type { ItemId } from '@umiar/vocabulary'
import { type BlendWeights, DEFAULT_BLEND } from './blend.ts'
import { nearLikes, usableLikes } from './declared-taste.ts'
import { nearVisits, usableSteps } from './from-steps.ts'
import { basketOf, leaningsOf, MOST_OF_A_SOURCE } from './her-sources.ts'
import { personalBlend } from './personal-blend.ts'
import { departmentOf } from './scoring-catalogue.ts'
import { catalogueLists, popularLists } from './shared-lists.ts'
import { type Ask, byScore, type Candidate, type PersonalContext, POOL, type Rung } from './strategy.ts'

/** How much of a reduced product's place its department decides, beside what the blend says of it. */
const DEPARTMENT_SHARE = 0.3
const POPULAR_SHARE = 0.05

/** Everything she does and says, mixed by weight. */
export function forYou(ask: Ask, weights: BlendWeights = DEFAULT_BLEND): readonly Rung[] {
  const made = personalBlend(ask, weights)
  if (made === undefined || ask.person === undefined) return []
  const { person } = ask
  return [
    {
      candidates: () => made.candidates,
      cutAt: MOST_OF_A_SOURCE,
      further: (accept) => nearVisits(ask, usableSteps(ask, person), accept),
      mode: made.mode,
    },
  ]
}

/** Visits like hers alone; hints have their say only where she has done nothing yet. */
export function fromVisits(ask: Ask): readonly Rung[] {
  const { person } = ask
  if (person === undefined) return []
  const usable = usableSteps(ask, person)
  const rungs: Rung[] = []
  if (usable.steps.length > 0)
    rungs.push({
      candidates: () => nearVisits(ask, usable),
      cutAt: POOL,
      further: (accept) => nearVisits(ask, usable, accept),
      mode: usable.usesHistory ? 'personal' : 'session',
    })
  const likes = usableLikes(ask, person)
  if (likes.kept.length + likes.inVisit.length > 0) {
    const mode = likes.kept.length > 0 ? 'declared' : 'session'
    rungs.push({ candidates: () => nearLikes(ask, likes), mode })
  }
  return rungs
}

/** What she is likely to put in her next basket (level 3), then what goes with the cart. */
export function nextBasket(ask: Ask): readonly Rung[] {
  return ask.person === undefined ? [] : [{ candidates: () => basketOf(ask), mode: 'personal' }]
}

/** Reduced products, those she is likely to want first. Nothing about the shop's gain takes part. */
export function reducedForHer(ask: Ask): readonly Rung[] {
  const { catalogue, model, person } = ask
  if (person === undefined) return []
  const reduced = catalogueLists(catalogue).reduced
  if (reduced.length === 0) return []
  const made = personalBlend(ask, DEFAULT_BLEND)
  if (made === undefined) return []
  const wanted = new Map(made.candidates.map((candidate) => [candidate.itemId, candidate]))
  const top = made.candidates[0]?.score ?? 1
  const tastes = tastesOf(ask, person)
  const shared = popularLists(model, catalogue)
  const list = (): readonly Candidate[] =>
    byScore(
      reduced.flatMap((itemId): Candidate[] => {
        const candidate = wanted.get(itemId)
        const share = tastes.get(departmentOf(catalogue.facts(itemId)?.category)) ?? 0
        if (candidate === undefined) return []
        const score =
          candidate.score / top + DEPARTMENT_SHARE * share + POPULAR_SHARE / (1 + shared.rankOf(itemId))
        return [
          {
            ...candidate,
            besides: ['on_sale'],
            score,
            uses: [...new Set([...candidate.uses, 'catalogue' as const])],
          },
        ]
      }),
    )
  return [{ candidates: list, mode: made.mode }]
}

/** What share of her steps and hints each department has; sums to 1, empty where nothing is known. */
export function tastesOf(ask: Ask, person: PersonalContext): ReadonlyMap<string, number> {
  const { catalogue } = ask
  const tastes = new Map<string, number>()
  let sum = 0
  const add = (itemId: ItemId, weight: number): void => {
    const facts = catalogue.facts(itemId)
    if (facts === undefined || catalogue.isSensitive(itemId)) return
    const department = departmentOf(facts.category)
    tastes.set(department, (tastes.get(department) ?? 0) + weight)
    sum += weight
  }
  for (const { itemId, weight } of leaningsOf(person)) add(itemId, weight)
  for (const [department, weight] of tastes) tastes.set(department, weight / sum)
  return tastes
}
