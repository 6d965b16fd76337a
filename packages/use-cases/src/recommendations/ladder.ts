/**
 * The ladder of an answer: from what is known of the person down to what everybody sees.
 *
 * Each rung is a list of candidates with the reason they stand there. The first rung that is allowed
 * and has something opens the slot, the next ones fill it, so that no slot stays empty while the
 * catalogue has anything to show. The contextual part is a pure function of page, catalogue, model.
 */
import type { DataCategory, ItemId, Mode, ReasonCode, Strategy } from '@umiar/vocabulary'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { VisitStep } from '../subjects/visit.ts'
import type { ModelItem, RecommendationModel } from './ports.ts'

/** One item that may be shown, and why. */
export interface Candidate {
  readonly itemId: ItemId
  readonly score: number
  readonly reason: ReasonCode
  /** The product the reason rests on, when it rests on one. */
  readonly cause?: ItemId
  readonly uses: readonly DataCategory[]
}

export interface Rung {
  readonly mode: Mode
  readonly candidates: () => readonly Candidate[]
}

/** The page, parsed. */
export interface PageContext {
  readonly items: readonly ItemId[]
  readonly cart: readonly ItemId[]
  readonly category: string | undefined
  readonly searchTerm: string | undefined
}

/** What of the person may be used now; all empty at level 0. */
export interface PersonalContext {
  readonly visit: readonly VisitStep[]
  readonly history: readonly VisitStep[]
  readonly likes: readonly ItemId[]
  /** Said to be good in this visit, below the level that keeps hints. */
  readonly likedInVisit: readonly ItemId[]
}

const POOL = 300
const QUERY_STEPS = 20
/** Hints asked about, newest first: each costs a walk over its neighbours and its shelf. */
const MOST_LIKES = 20

/** The rungs of a strategy, from the top. */
export function rungsOf(
  strategy: Strategy,
  model: RecommendationModel,
  catalogue: Catalogue,
  page: PageContext,
  person: PersonalContext | undefined,
): readonly Rung[] {
  const together: Rung = {
    candidates: () => boughtWith(model, catalogue, page.items, 'bought_with_page'),
    mode: 'context',
  }
  const viewed: Rung = {
    candidates: () =>
      fromModel(model.alsoViewed(page.items, POOL), 'viewed_with_page', ['page_context', 'shared_counts']),
    mode: 'context',
  }
  const search: Rung = { candidates: () => matching(catalogue, page), mode: 'context' }
  const cart: Rung = {
    candidates: () => boughtWith(model, catalogue, page.cart, 'bought_with_cart'),
    mode: 'context',
  }
  const category: Rung = { candidates: () => sameCategory(model, catalogue, page), mode: 'context' }
  const floor: readonly Rung[] = [
    { candidates: () => popular(model, catalogue), mode: 'popular' },
    { candidates: () => curated(catalogue), mode: 'curated' },
  ]
  switch (strategy) {
    case 'also_viewed':
      return [viewed, together, category, ...floor]
    case 'bought_together':
      return [together, viewed, category, ...floor]
    case 'cart':
      return [cart, together, category, ...floor]
    case 'category_picks':
      return [category, ...floor]
    case 'popular':
      return floor
    case 'session':
    case 'for_you':
      return [
        ...personalRungs(model, catalogue, page, person),
        search,
        cart,
        together,
        viewed,
        category,
        ...floor,
      ]
  }
}

/**
 * What she does and what she says, mixed: hints would never show if they waited until a visit had
 * nothing more to offer, and they are the better guide of the two.
 */
function personalRungs(
  model: RecommendationModel,
  catalogue: Catalogue,
  page: PageContext,
  person: PersonalContext | undefined,
): readonly Rung[] {
  if (person === undefined) return []
  const isUsable = (id: ItemId): boolean => !catalogue.isSensitive(id)
  const steps = [...person.history, ...person.visit]
    .filter((step) => isUsable(step.itemId))
    .slice(-QUERY_STEPS)
  const likes = person.likes.filter(isUsable).slice(0, MOST_LIKES)
  const likedInVisit = person.likedInVisit.filter((id) => isUsable(id) && !likes.includes(id))
  const done = steps.length === 0 ? [] : fromSteps(model, page, steps, person.visit)
  const said = declared(model, catalogue, likes, likedInVisit)
  const rungs: Rung[] = []
  if (done.length > 0) {
    const usesHistory = person.history.some((step) => steps.includes(step))
    rungs.push({
      candidates: () => mixed(done, said),
      mode: usesHistory ? 'personal' : 'session',
    })
  } else if (said.length > 0) {
    rungs.push({ candidates: () => said, mode: likes.length > 0 ? 'declared' : 'session' })
  }
  return rungs
}

/** Two of the first list, one of the second, and so on; an item of both stands where it comes first. */
function mixed(first: readonly Candidate[], second: readonly Candidate[]): readonly Candidate[] {
  if (second.length === 0) return first
  const list = new Map<ItemId, Candidate>()
  const offer = (candidate: Candidate | undefined): void => {
    if (candidate !== undefined && !list.has(candidate.itemId)) list.set(candidate.itemId, candidate)
  }
  for (let at = 0; at * 2 < first.length || at < second.length; at++) {
    offer(first[at * 2])
    offer(first[at * 2 + 1])
    offer(second[at])
  }
  return [...list.values()]
}

/** Neighbours of the person's last steps; the page she is on is the newest of them. */
function fromSteps(
  model: RecommendationModel,
  page: PageContext,
  steps: readonly VisitStep[],
  visit: readonly VisitStep[],
): readonly Candidate[] {
  const latest = new Map<ItemId, VisitStep>()
  for (const step of steps) latest.set(step.itemId, step)
  const pageItems = page.items.filter((id) => !latest.has(id))
  const inVisit = new Set(visit.map((step) => step.itemId))
  const query = [...steps.map((step) => step.itemId), ...pageItems]
  // The answer rests on every step asked about, not only on the strongest: it says all of them.
  const uses = new Set<DataCategory>(['shared_counts'])
  if (pageItems.length > 0) uses.add('page_context')
  for (const step of steps) uses.add(categoryOfStep(step, inVisit))
  return model.sessionNeighbours(query, POOL).map((item) => {
    const cause = item.cause === undefined ? undefined : latest.get(item.cause)
    return {
      itemId: item.itemId,
      reason: cause === undefined ? 'viewed_with_page' : reasonOfStep(cause, inVisit),
      score: item.score,
      uses: [...uses],
      ...(cause === undefined ? {} : { cause: cause.itemId }),
    }
  })
}

function categoryOfStep(step: VisitStep, inVisit: ReadonlySet<ItemId>): DataCategory {
  if (inVisit.has(step.itemId)) return 'session_events'
  return step.kind === 'view' ? 'view_history' : 'purchase_history'
}

function reasonOfStep(step: VisitStep, inVisit: ReadonlySet<ItemId>): ReasonCode {
  if (step.kind === 'purchase') return 'bought_before'
  if (step.kind === 'cart') return 'put_in_cart'
  return inVisit.has(step.itemId) ? 'viewed_in_visit' : 'viewed_before'
}

/** What goes with what she says she likes: the same shelf first, then its neighbours. */
function declared(
  model: RecommendationModel,
  catalogue: Catalogue,
  likes: readonly ItemId[],
  likedInVisit: readonly ItemId[],
): readonly Candidate[] {
  if (likes.length + likedInVisit.length === 0) return []
  const rank = sharedLists(model, catalogue).ranks
  const found = new Map<ItemId, Candidate>()
  for (const like of [...likes, ...likedInVisit]) {
    const said: DataCategory = likes.includes(like) ? 'declared_taste' : 'session_events'
    const uses: readonly DataCategory[] = [said, 'catalogue', 'shared_counts']
    const offer = (itemId: ItemId, score: number): void => {
      const before = found.get(itemId)
      if (before === undefined || before.score < score)
        found.set(itemId, { cause: like, itemId, reason: 'liked', score, uses })
    }
    offer(like, 1)
    for (const [index, item] of model.alsoViewed([like], POOL).entries()) offer(item.itemId, 1 / (2 + index))
    const category = catalogue.product(like)?.category
    if (category === undefined) continue
    for (const id of catalogue.inCategory(category)) offer(id, 0.5 / (2 + (rank.get(id) ?? catalogue.size)))
  }
  return byScore([...found.values()])
}

/** The shop's own counts and the model's, as two lists fused by rank. */
function boughtWith(
  model: RecommendationModel,
  catalogue: Catalogue,
  anchors: readonly ItemId[],
  reason: ReasonCode,
): readonly Candidate[] {
  if (anchors.length === 0) return []
  const counts = new Map<ItemId, number>()
  for (const anchor of anchors) {
    for (const pair of catalogue.product(anchor)?.counts?.boughtWith ?? []) {
      counts.set(pair.itemId, (counts.get(pair.itemId) ?? 0) + pair.count)
    }
  }
  const supplied = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([itemId]) => itemId)
  const learned = model.boughtTogether(anchors, POOL).map((item) => item.itemId)
  const scores = new Map<ItemId, number>()
  for (const list of [supplied, learned]) {
    for (const [index, itemId] of list.entries())
      scores.set(itemId, (scores.get(itemId) ?? 0) + 1 / (10 + index))
  }
  return byScore(
    [...scores].map(([itemId, score]) => ({
      itemId,
      reason,
      score,
      uses: ['page_context', 'shared_counts'],
    })),
  )
}

/** What a request's search found: asked once, whatever number of slots it has. Goes with the request. */
const foundFor = new WeakMap<PageContext, readonly Candidate[]>()

function matching(catalogue: Catalogue, page: PageContext): readonly Candidate[] {
  if (page.searchTerm === undefined) return []
  const known = foundFor.get(page)
  if (known !== undefined) return known
  const found = catalogue.search(page.searchTerm).map(
    (itemId, index): Candidate => ({
      itemId,
      reason: 'matches_search',
      score: 1 / (1 + index),
      uses: ['page_context', 'catalogue'],
    }),
  )
  foundFor.set(page, found)
  return found
}

function sameCategory(
  model: RecommendationModel,
  catalogue: Catalogue,
  page: PageContext,
): readonly Candidate[] {
  const categories = page.category === undefined ? [] : [page.category]
  if (categories.length === 0) {
    for (const id of [...page.items, ...page.cart]) {
      const category = catalogue.product(id)?.category
      if (category !== undefined && !categories.includes(category)) categories.push(category)
    }
  }
  const shared = sharedLists(model, catalogue)
  const name = categories.join('\n')
  const known = shared.categories.get(name)
  if (known !== undefined) return known
  const members = new Set(categories.flatMap((category) => catalogue.inCategory(category)))
  const candidates: Candidate[] = [...members].map((itemId) => ({
    itemId,
    reason: 'same_category',
    score: 1 / (1 + (shared.ranks.get(itemId) ?? catalogue.size)),
    uses: ['page_context', 'catalogue', 'shared_counts'],
  }))
  const list = byScore(candidates)
  if (shared.categories.size < MOST_LISTS) shared.categories.set(name, list)
  return list
}

function popular(model: RecommendationModel, catalogue: Catalogue): readonly Candidate[] {
  return [...sharedLists(model, catalogue).ranks].map(([itemId, rank]) => ({
    itemId,
    reason: 'popular',
    score: 1 / (1 + rank),
    uses: ['shared_counts'],
  }))
}

function curated(catalogue: Catalogue): readonly Candidate[] {
  return catalogue.curated().map((product, index) => ({
    itemId: product.itemId,
    reason: 'in_catalogue',
    score: 1 / (1 + index),
    uses: ['catalogue'],
  }))
}

/** The whole catalogue: what sells and is looked at first, then the newest. The same for everybody. */
export function popularFirst(model: RecommendationModel, catalogue: Catalogue): readonly ItemId[] {
  const { ranks } = sharedLists(model, catalogue)
  const others = catalogue.curated().filter((product) => !ranks.has(product.itemId))
  return [...ranks.keys(), ...others.map((product) => product.itemId)]
}

/** Lists that are the same for everybody, until the model or the catalogue changes. */
interface SharedLists {
  readonly version: string
  /** Rank of each popular item, 0 first: the shop's counts and the model's decayed counts, fused. */
  readonly ranks: ReadonlyMap<ItemId, number>
  readonly categories: Map<string, readonly Candidate[]>
}

const MOST_LISTS = 2_000
const sharedByModel = new WeakMap<RecommendationModel, SharedLists>()

function sharedLists(model: RecommendationModel, catalogue: Catalogue): SharedLists {
  const cached = sharedByModel.get(model)
  if (cached?.version === catalogue.version) return cached
  const scores = new Map<ItemId, number>()
  for (const list of [catalogue.bestsellers(), model.popular(POOL * 4).map((item) => item.itemId)]) {
    for (const [index, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (20 + index))
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const ranks = new Map(ranked.map(([id], index) => [id, index] as const))
  const lists = { categories: new Map(), ranks, version: catalogue.version }
  sharedByModel.set(model, lists)
  return lists
}

function fromModel(
  items: readonly ModelItem[],
  reason: ReasonCode,
  uses: readonly DataCategory[],
): readonly Candidate[] {
  return items.map((item) => ({ itemId: item.itemId, reason, score: item.score, uses }))
}

function byScore(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
}
