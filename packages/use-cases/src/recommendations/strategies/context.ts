/**
 * Rungs about the page: its product, cart, category or search, and what everybody sees below them.
 *
 * None of them reads a person.
 */
import type { DataCategory, ItemId, ReasonCode } from '@umiar/vocabulary'
import { withFairStart } from './fair-start.ts'
import { catalogueLists, fusedByRank, idsOf, popularLists } from './shared-lists.ts'
import { type Ask, type Candidate, type PageContext, POOL, type Rung } from './strategy.ts'

const PAGE_COUNTS: readonly DataCategory[] = ['page_context', 'shared_counts']

/** Viewed in the same visits as the products of the page. */
export function viewedWithPage(ask: Ask): Rung {
  const { model, page } = ask
  const list = (accept?: (id: ItemId) => boolean): readonly Candidate[] =>
    model.alsoViewed(page.items, POOL, accept && { accept }).map(({ itemId, score }) => ({
      itemId,
      reason: 'viewed_with_page',
      score,
      uses: PAGE_COUNTS,
    }))
  return { candidates: () => withFairStart(ask, list()), further: list, mode: 'context' }
}

/** Bought with the products of the page. */
export function boughtWithPage(ask: Ask): Rung {
  return boughtWith(ask, ask.page.items, 'bought_with_page')
}

/** Bought with what is in the cart. */
export function boughtWithCart(ask: Ask): Rung {
  return boughtWith(ask, ask.page.cart, 'bought_with_cart')
}

/** The shop's own counts and the model's, as two lists fused by rank. */
function boughtWith(ask: Ask, anchors: readonly ItemId[], reason: ReasonCode): Rung {
  const list = (accept?: (id: ItemId) => boolean): readonly Candidate[] => {
    if (anchors.length === 0) return []
    const learned = idsOf(ask.model.boughtTogether(anchors, POOL, accept && { accept }))
    const fused = fusedByRank(10, pairsOfShop(ask, anchors), learned)
    return fused.map((itemId, index) => ({ itemId, reason, score: 1 / (10 + index), uses: PAGE_COUNTS }))
  }
  return { candidates: () => withFairStart(ask, list()), further: list, mode: 'context' }
}

/** Products the shop says are bought with these, most often first. */
function pairsOfShop({ catalogue }: Ask, anchors: readonly ItemId[]): readonly ItemId[] {
  const counts = new Map<ItemId, number>()
  for (const anchor of anchors) {
    for (const pair of catalogue.facts(anchor)?.counts?.boughtWith ?? [])
      counts.set(pair.itemId, (counts.get(pair.itemId) ?? 0) + pair.count)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([itemId]) => itemId)
}

/** The category of the page, else those of what stands on it; popular products first. */
export function categoryOfPage({ catalogue, model, page }: Ask): Rung {
  return {
    candidates: () => popularLists(model, catalogue).inCategories(categoriesOf({ catalogue, page })),
    mode: 'context',
  }
}

/** The category a page names, else the different ones of its products and cart. */
export function categoriesOf({ catalogue, page }: Pick<Ask, 'catalogue' | 'page'>): readonly string[] {
  if (page.category !== undefined) return [page.category]
  const categories = new Set<string>()
  for (const id of [...page.items, ...page.cart]) {
    const category = catalogue.facts(id)?.category
    if (category !== undefined) categories.add(category)
  }
  return [...categories]
}

/** What a request's search found: asked once, whatever number of slots it has. Goes with the request. */
const foundFor = new WeakMap<PageContext, readonly Candidate[]>()

/** What the search of the page finds. */
export function foundBySearch({ catalogue, page }: Ask): Rung {
  const find = (term: string): readonly Candidate[] => {
    const known = foundFor.get(page)
    if (known !== undefined) return known
    const found = catalogue.search(term).map(
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
  return {
    candidates: () => (page.searchTerm === undefined ? [] : find(page.searchTerm)),
    mode: 'context',
  }
}

/** What sells and is looked at most. */
export function popularRung({ catalogue, model }: Ask): Rung {
  return { candidates: () => popularLists(model, catalogue).popular, mode: 'popular' }
}

/** The last rungs of every ladder: popular products, then all others, newest first. */
export function floorOf(ask: Ask): readonly Rung[] {
  return [popularRung(ask), { candidates: () => catalogueLists(ask.catalogue).curated, mode: 'curated' }]
}

/** Rises now against its own past; that of the page's category first. */
export function trendingRungs(ask: Ask): readonly Rung[] {
  const all = (): readonly Candidate[] => popularLists(ask.model, ask.catalogue).trending
  return [
    { candidates: () => ofPageCategory(ask, all()), mode: 'context' },
    { candidates: all, mode: 'popular' },
  ]
}

/** Came into the shop lately, newest first; that of the page's category first. */
export function newestRungs(ask: Ask): readonly Rung[] {
  const all = (): readonly Candidate[] => catalogueLists(ask.catalogue).newest(ask.page.day)
  return [
    { candidates: () => ofPageCategory(ask, all()), mode: 'context' },
    { candidates: all, mode: 'curated' },
  ]
}

/** Reduced in price, popular ones first; that of the page's category first. */
export function reducedRungs(ask: Ask): readonly Rung[] {
  const all = (): readonly Candidate[] => popularLists(ask.model, ask.catalogue).reduced
  return [
    { candidates: () => ofPageCategory(ask, all()), mode: 'context' },
    { candidates: all, mode: 'popular' },
  ]
}

/** Those of a ready list that lie in the category a page names; none where it names none. */
function ofPageCategory({ catalogue, page }: Ask, list: readonly Candidate[]): readonly Candidate[] {
  const { category } = page
  if (category === undefined) return []
  const isIn = (own: string | undefined): boolean =>
    own !== undefined && (own === category || own.startsWith(`${category}/`))
  return list
    .filter(({ itemId }) => isIn(catalogue.facts(itemId)?.category))
    .map((candidate) => ({ ...candidate, uses: withPage(candidate.uses) }))
}

function withPage(uses: readonly DataCategory[]): readonly DataCategory[] {
  return uses.includes('page_context') ? uses : ['page_context', ...uses]
}

/** A list without products of the same kind as these: same category, or the same `kind` among its traits. */
export function ofOtherKind(
  { catalogue }: Ask,
  anchors: readonly ItemId[],
  list: readonly Candidate[],
): readonly Candidate[] {
  const categories = new Set<unknown>()
  const kinds = new Set<unknown>()
  for (const anchor of anchors) {
    const facts = catalogue.facts(anchor)
    categories.add(facts?.category)
    kinds.add(facts?.traits.get('kind'))
  }
  categories.delete(undefined)
  kinds.delete(undefined)
  return list.filter(({ itemId }) => {
    const facts = catalogue.facts(itemId)
    return !categories.has(facts?.category) && !kinds.has(facts?.traits.get('kind'))
  })
}
