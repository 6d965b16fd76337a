/**
 * Merchandising on a shelf that is ready: the last step, after scoring, mixing and exploration.
 *
 * It is handed candidates in their order and rules that know product and page alone. Whose shelf it is, it
 * cannot know; only whether a pinned product may be shown at all was asked of the governor.
 */
import type { ItemId, Product } from '@umiar/vocabulary'
import { arrange, type Promotions } from '../merchandising/promotions.ts'
import type { Candidate } from './strategies/strategy.ts'

/**
 * @param candidates at least `limit + promotions.reach` of them, where there are so many; best first
 * @param mayStand   asked of pinned products that are not among them
 * @returns at most `limit`, each that a rule brought to its place marked by the rule's reason
 */
export function promoted(
  candidates: readonly Candidate[],
  limit: number,
  promotions: Promotions,
  product: (id: ItemId) => Product | undefined,
  mayStand: (id: ItemId) => boolean,
): readonly Candidate[] {
  const known = new Map(candidates.map((candidate) => [candidate.itemId, candidate]))
  const pinned = new Map<ItemId, Candidate>()
  for (const { itemId, position, reason } of promotions.pins) {
    if (position > limit) continue
    const candidate = known.get(itemId)
    if (candidate !== undefined) pinned.set(itemId, candidate)
    else if (mayStand(itemId)) pinned.set(itemId, { itemId, reason, score: 0, uses: ['catalogue'] })
  }
  return arrange(candidates, ({ itemId }) => product(itemId), promotions, pinned)
    .slice(0, limit)
    .map(({ entry, promoted: reason }) =>
      reason === undefined || entry.reason === reason
        ? entry
        : { ...entry, besides: [...(entry.besides ?? []), reason] },
    )
}
