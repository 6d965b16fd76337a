/**
 * The personal rungs: `for_you`, the models `session` and `basket`, and `on_sale_for_you`.
 */
import { type DataCategory, dayOf, type ItemId, type Mode } from '@umiar/vocabulary'
import type { VisitStep } from '../../subjects/visit.ts'
import { type BlendWeights, blended, DEFAULT_BLEND, type Source } from './blend.ts'
import { categoryOfPage } from './context.ts'
import { nearLikes, type UsableLikes, usableLikes } from './declared-taste.ts'
import {
  categoryOfStep,
  caused,
  likeSteps,
  nearVisits,
  reasonOfStep,
  type UsableSteps,
  usableSteps,
} from './from-steps.ts'
import { dueAgain } from './own-history.ts'
import { departmentOf } from './scoring-catalogue.ts'
import { catalogueLists, popularLists } from './shared-lists.ts'
import { type Ask, byScore, type Candidate, type PersonalContext, POOL, type Rung } from './strategy.ts'
import { DEFAULT_TASTE, fittingProducts, type Leaning } from './taste-profile.ts'

/** How much of a reduced product's place its department decides, beside what the blend says of it. */
const DEPARTMENT_SHARE = 0.3
const POPULAR_SHARE = 0.05
/** Of each source so many enter the blend: what stands lower would not reach a shelf. */
const MOST_OF_A_SOURCE = 100
/** So many days after buying a thing she is not shown it again unless it is due. */
const SERVED_DAYS = 14

/** Everything she does and says, mixed by weight. */
export function forYou(ask: Ask, weights: BlendWeights = DEFAULT_BLEND): readonly Rung[] {
  const made = personalBlend(ask, weights)
  if (made === undefined || ask.person === undefined) return []
  const usable = usableSteps(ask, ask.person)
  return [
    {
      candidates: () => made.candidates,
      cutAt: MOST_OF_A_SOURCE,
      further: (accept) => nearVisits(ask, usable, accept),
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

/** What she did and said, each with what it counts; her hints last. */
function leaningsOf({ history, likedInVisit, likes, visit }: PersonalContext): readonly Leaning[] {
  const done = [...history, ...visit].map(({ itemId, kind }) => ({ itemId, weight: DEFAULT_TASTE[kind] }))
  const said = [...likedInVisit, ...likes].map((itemId) => ({ itemId, weight: DEFAULT_TASTE.hint }))
  return [...done, ...said]
}

type Accept = (itemId: ItemId) => boolean

interface Blend {
  readonly candidates: readonly Candidate[]
  readonly mode: Mode
}

/** A request with several slots asks once. Goes with the person's context, which goes with the request. */
const blendFor = new WeakMap<PersonalContext, { ask: Ask; weights: BlendWeights; made: Blend | undefined }>()

function personalBlend(ask: Ask, weights: BlendWeights): Blend | undefined {
  const { person } = ask
  if (person === undefined) return undefined
  const known = blendFor.get(person)
  if (known?.weights === weights && known.ask.page === ask.page && known.ask.model === ask.model)
    return known.made
  const made = makeBlend(ask, person, weights)
  blendFor.set(person, { ask, made, weights })
  return made
}

function makeBlend(
  ask: Ask,
  person: PersonalContext,
  weights: BlendWeights,
  accept?: Accept,
): Blend | undefined {
  const usable = usableSteps(ask, person)
  const likes = usableLikes(ask, person)
  const hasAny = usable.steps.length + likes.kept.length + likes.inVisit.length > 0
  if (!hasAny && person.holdings.trades.length === 0) return undefined
  const served = servedLately(ask, person)
  const isWanted = ({ itemId, reason }: Candidate): boolean => !served.has(itemId) || reason === 'due_again'
  const candidates = blended(sourcesOf(ask, person, usable, weights, accept)).filter(isWanted)
  if (candidates.length === 0) return undefined
  const usesHistory = usable.usesHistory || candidates.some(({ uses }) => uses.includes('purchase_history'))
  if (usesHistory) return { candidates, mode: 'personal' }
  return { candidates, mode: usable.steps.length > 0 || likes.kept.length === 0 ? 'session' : 'declared' }
}

function sourcesOf(
  ask: Ask,
  person: PersonalContext,
  usable: UsableSteps,
  weights: BlendWeights,
  accept: Accept | undefined,
): readonly Source[] {
  const source = (weight: number, make: () => readonly Candidate[]): Source => ({
    candidates: weight > 0 ? make() : [],
    weight,
  })
  return [
    source(weights.visits, () => nearVisits(ask, usable, accept, MOST_OF_A_SOURCE)),
    { ...source(weights.said, () => said(usableLikes(ask, person))), byScore: true },
    source(weights.hints, () => nearLikes(ask, usableLikes(ask, person)).slice(0, MOST_OF_A_SOURCE)),
    { ...source(weights.due, () => dueAgain(ask)), byScore: true, speaksFirst: true },
    source(weights.basket, () => basketOf(ask)),
    source(weights.content, () => likeSteps(ask, usable)),
    source(weights.taste, () => fitting(ask, person, accept)),
    source(weights.page, () => categoryOfPage(ask).candidates().slice(0, MOST_OF_A_SOURCE)),
  ]
}

/** The products she likes themselves, the newest hint first; soon another reason has to speak for them. */
function said({ inVisit, kept }: UsableLikes): readonly Candidate[] {
  const as = (use: DataCategory) => (itemId: ItemId) => ({ itemId, use })
  return [...inVisit.map(as('session_events')), ...kept.map(as('declared_taste'))].map(
    ({ itemId, use }, place) => ({
      cause: itemId,
      itemId,
      reason: 'liked',
      score: 1 / (1 + 2 * place),
      uses: [use],
    }),
  )
}

/** What has the words of the products she turned to. */
function fitting(
  { catalogue, model }: Ask,
  person: PersonalContext,
  accept: Accept | undefined,
): readonly Candidate[] {
  const leanings = leaningsOf(person)
  if (leanings.length === 0) return []
  const inVisit = new Set(person.visit.map(({ itemId }) => itemId))
  const steps = new Map<ItemId, VisitStep>()
  for (const step of [...person.history, ...person.visit]) steps.set(step.itemId, step)
  const uses = new Set<DataCategory>(['catalogue', 'shared_counts'])
  for (const step of person.history) uses.add(categoryOfStep(step, inVisit))
  if (person.visit.length + person.likedInVisit.length > 0) uses.add('session_events')
  if (person.likes.length > 0) uses.add('declared_taste')
  const shared = popularLists(model, catalogue)
  const fitting = fittingProducts(catalogue, leanings, (id) => shared.rankOf(id), MOST_OF_A_SOURCE, accept)
  const liked = new Set([...person.likes, ...person.likedInVisit])
  return caused(
    fitting,
    (cause) => (liked.has(cause) ? 'liked' : reasonOfStep(steps.get(cause) as VisitStep, inVisit)),
    [...uses],
  )
}

/** The model of baskets, asked with the orders of a person who keeps a history. */
function basketOf({ catalogue, model, page, person }: Ask): readonly Candidate[] {
  if (person === undefined) return []
  const orders = ordersOf(person)
  if (orders.length === 0) return []
  const uses: readonly DataCategory[] = ['purchase_history', 'shared_counts']
  const own = new Set(orders.flatMap(({ items }) => items))
  return model
    .nextBasket(orders, page.day, MOST_OF_A_SOURCE)
    .flatMap(({ cause, itemId, score }): Candidate[] => {
      if (catalogue.isSensitive(itemId)) return []
      if (own.has(itemId)) return [{ cause: itemId, itemId, reason: 'bought_by_her', score, uses }]
      return cause === undefined ? [] : [{ cause, itemId, reason: 'bought_before', score, uses }]
    })
}

/** Bought within the last days: unless it is due, she is served. */
function servedLately({ page }: Ask, { holdings, visit }: PersonalContext): ReadonlySet<ItemId> {
  const served = new Set<ItemId>()
  for (const { itemId, kind } of visit) if (kind === 'purchase') served.add(itemId)
  for (const { atMs, itemId, kind } of holdings.trades) {
    if (kind === 'purchase' && itemId !== undefined && page.day - dayOf(atMs) < SERVED_DAYS)
      served.add(itemId)
  }
  return served
}

/** An order as the model of baskets takes it. */
interface Order {
  readonly items: readonly ItemId[]
  readonly day: number
}

/** Her orders, oldest first: what she bought on one day. */
function ordersOf({ holdings }: PersonalContext): readonly Order[] {
  const days = new Map<number, Set<ItemId>>()
  for (const { atMs, itemId, kind } of holdings.trades) {
    if (kind !== 'purchase' || itemId === undefined || !holdings.owned.has(itemId)) continue
    const items = days.get(dayOf(atMs)) ?? new Set<ItemId>()
    days.set(dayOf(atMs), items.add(itemId))
  }
  return [...days].sort((a, b) => a[0] - b[0]).map(([day, items]) => ({ day, items: [...items] }))
}
