/**
 * From what she says she likes: the thing itself, its shelf, what is like it, what others view with it.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import { popularLists } from './shared-lists.ts'
import { type Ask, byScore, type Candidate, type PersonalContext, POOL } from './strategy.ts'

/** Hints asked about, newest first: each costs a walk over its neighbours and its shelf. */
const MOST_LIKES = 20
/** Of a large shelf the popular part. */
const SHELF = 100
const LIKENESS_POOL = 60

/** Hints as far as an answer may rest on them. */
export interface UsableLikes {
  /** Kept as hints (level 2). */
  readonly kept: readonly ItemId[]
  /** Said in this visit (level 1). */
  readonly inVisit: readonly ItemId[]
}

/** The newest hints; sensitive products take no part (GDPR Art. 9). */
export function usableLikes({ catalogue }: Ask, person: PersonalContext): UsableLikes {
  const isUsable = (id: ItemId): boolean => !catalogue.isSensitive(id)
  const kept = person.likes.filter(isUsable).slice(0, MOST_LIKES)
  const inVisit = person.likedInVisit.filter((id) => isUsable(id) && !kept.includes(id))
  return { inVisit: inVisit.slice(0, MOST_LIKES), kept }
}

/**
 * What goes with her hints. Each way from a hint to a product adds to its score: what several hints lead
 * to stands above what one does. The cause is the hint that adds most.
 */
export function nearLikes(ask: Ask, { inVisit, kept }: UsableLikes): readonly Candidate[] {
  if (kept.length + inVisit.length === 0) return []
  const found = new Map<ItemId, { cause: ItemId; share: number; score: number; said: DataCategory }>()
  for (const [said, likes] of [
    ['declared_taste', kept],
    ['session_events', inVisit],
  ] as const) {
    for (const like of likes) {
      for (const [itemId, share] of waysFrom(ask, like)) {
        const before = found.get(itemId)
        if (before === undefined) found.set(itemId, { cause: like, said, score: share, share })
        else {
          before.score += share
          if (share > before.share) Object.assign(before, { cause: like, said, share })
        }
      }
    }
  }
  return byScore(
    [...found].map(([itemId, { cause, said, score }]) => ({
      cause,
      itemId,
      reason: 'liked',
      score,
      uses: [said, 'catalogue', 'shared_counts'],
    })),
  )
}

/** Products one hint leads to, with how strongly: 1 for the thing itself. */
function waysFrom({ catalogue, model }: Ask, like: ItemId): ReadonlyMap<ItemId, number> {
  const ways = new Map<ItemId, number>([[like, 1]])
  const add = (itemId: ItemId, share: number): void => {
    if (itemId !== like) ways.set(itemId, (ways.get(itemId) ?? 0) + share)
  }
  for (const [index, item] of model.alsoViewed([like], POOL).entries()) add(item.itemId, 1 / (2 + index / 4))
  for (const { itemId, score } of catalogue.similar([like], LIKENESS_POOL)) add(itemId, 0.5 * score)
  const category = catalogue.facts(like)?.category
  if (category === undefined) return ways
  const shelf = popularLists(model, catalogue).inCategories([category])
  for (const [index, { itemId }] of shelf.slice(0, SHELF).entries()) add(itemId, 0.5 / (2 + index))
  return ways
}
