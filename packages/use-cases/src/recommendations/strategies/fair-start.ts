/**
 * A fair start for what is new: nobody has looked at it yet, so no count speaks for it.
 *
 * A new product takes a place a little below each candidate it is like, until enough visits have been learned
 * for it to stand by itself. The reason says so. (Content-based start: Schein et al. 2002; places instead of
 * scores, because counts of different models have different scales.)
 */
import type { DataCategory } from '@umiar/vocabulary'
import { catalogueLists } from './shared-lists.ts'
import type { Ask, Candidate } from './strategy.ts'

/** Visits after which a product has its own counts. */
export const LEARNED_ENOUGH = 5
/** Candidates whose likes are helped up. */
const FROM_THE_TOP = 40
/** Less alike than this is another product. */
const LEAST_CLOSENESS = 0.25

/** The list with new products in it; the same list where nothing is new. @param candidates best first */
export function withFairStart(ask: Ask, candidates: readonly Candidate[]): readonly Candidate[] {
  const { catalogue, model, page } = ask
  if (candidates.length === 0) return candidates
  const heirs = catalogueLists(catalogue).heirs(page.day)
  if (heirs.size === 0) return candidates
  const listed = new Set(candidates.map(({ itemId }) => itemId))
  const asked = new Set([...page.items, ...page.cart])
  const list: Candidate[] = []
  for (const [index, candidate] of candidates.entries()) {
    list.push(candidate)
    if (index >= FROM_THE_TOP) continue
    for (const { closeness, itemId } of heirs.get(candidate.itemId) ?? []) {
      if (closeness < LEAST_CLOSENESS || listed.has(itemId) || asked.has(itemId)) continue
      if (model.sessionsWith(itemId) >= LEARNED_ENOUGH) continue
      listed.add(itemId)
      list.push({
        cause: candidate.itemId,
        itemId,
        reason: 'new_like',
        score: candidate.score * closeness,
        uses: withCatalogue(candidate.uses),
      })
    }
  }
  if (list.length === candidates.length) return candidates
  return list.sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
}

function withCatalogue(uses: readonly DataCategory[]): readonly DataCategory[] {
  return uses.includes('catalogue') ? uses : [...uses, 'catalogue']
}
