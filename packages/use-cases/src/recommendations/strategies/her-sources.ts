/**
 * The sources of `for_you` that rest on a person: what she said, what fits her, her baskets, what is served.
 */
import { type DataCategory, dayOf, type ItemId, type ReasonCode } from '@umiar/vocabulary'
import type { VisitStep } from '../../subjects/visit.ts'
import { sharedUses } from './blend.ts'
import type { UsableLikes } from './declared-taste.ts'
import { categoryOfStep, reasonOfStep } from './from-steps.ts'
import { popularLists } from './shared-lists.ts'
import type { Ask, Candidate, PersonalContext } from './strategy.ts'
import { DEFAULT_TASTE, fittingProducts, type Leaning } from './taste-profile.ts'

/** Of each source so many enter the blend: what stands lower would not reach a shelf. */
export const MOST_OF_A_SOURCE = 100
/** So many days after buying a thing she is not shown it again unless it is due. */
const SERVED_DAYS = 14

/** What she did and said, each with what it counts; her hints last. */
export function leaningsOf({ history, likedInVisit, likes, visit }: PersonalContext): readonly Leaning[] {
  const before = history.map(({ itemId, kind }) => ({
    comesBack: kind !== 'purchase',
    itemId,
    weight: DEFAULT_TASTE[kind],
  }))
  // What she has just left need not be pointed at, unless hints would drown it.
  const hasSaid = likedInVisit.length + likes.length > 0 && history.length === 0
  const now = visit.map(({ itemId, kind }) => ({
    itemId,
    weight: DEFAULT_TASTE[kind],
    ...(kind === 'purchase' ? { comesBack: false } : hasSaid ? { comesBack: true } : {}),
  }))
  const hints = [...likedInVisit, ...likes].map((itemId) => ({
    comesBack: true,
    itemId,
    weight: DEFAULT_TASTE.hint,
  }))
  return [...before, ...now, ...hints]
}

/** The products she likes themselves, the newest hint first; soon another reason has to speak for them. */
export function said({ inVisit, kept }: UsableLikes): readonly Candidate[] {
  const as = (use: DataCategory) => (itemId: ItemId) => ({ itemId, uses: sharedUses([use]) })
  return [...inVisit.map(as('session_events')), ...kept.map(as('declared_taste'))].map(
    ({ itemId, uses }, place) => ({
      cause: itemId,
      itemId,
      reason: 'liked',
      score: 1 / (1 + 2 * place),
      uses,
    }),
  )
}

/** What has the words of the products she turned to. */
export function fitting({ catalogue, model }: Ask, person: PersonalContext): readonly Candidate[] {
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
  const fitting = fittingProducts(catalogue, leanings, (id) => shared.rankOf(id), MOST_OF_A_SOURCE)
  const liked = new Set([...person.likes, ...person.likedInVisit])
  const all = sharedUses(uses)
  const reasonFor = (itemId: ItemId, cause: ItemId): ReasonCode => {
    if (liked.has(cause)) return 'liked'
    const step = steps.get(cause) as VisitStep
    if (cause !== itemId || step.kind !== 'view') return reasonOfStep(step, inVisit)
    return inVisit.has(itemId) ? 'seen_in_visit' : 'seen_before'
  }
  return fitting.map(({ cause, itemId, score }) => ({
    cause,
    itemId,
    reason: reasonFor(itemId, cause),
    score,
    uses: all,
  }))
}

/** The model of baskets, asked with the orders of a person who keeps a history. */
export function basketOf({ catalogue, model, page, person }: Ask): readonly Candidate[] {
  if (person === undefined) return []
  const orders = ordersOf(person)
  if (orders.length === 0) return []
  const uses = sharedUses(['purchase_history', 'shared_counts'])
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
export function servedLately({ page }: Ask, { holdings, visit }: PersonalContext): ReadonlySet<ItemId> {
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
