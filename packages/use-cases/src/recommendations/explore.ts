/**
 * Places for what is new, so that it can be noticed before anybody has looked at it.
 *
 * Which of the new products it is, is drawn from page, slot, day and a seed, never from what was learned or
 * from a person: everybody on the page sees the same draw, and forgetting somebody changes none.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import { categoriesOf } from './strategies/context.ts'
import { departmentOf, type ScoringCatalogue } from './strategies/scoring-catalogue.ts'
import { newcomersIn } from './strategies/shared-lists.ts'
import type { Candidate, PageContext } from './strategies/strategy.ts'

const SEED = 20_261
/** Draws for one place, at most: a filter may refuse many. */
const MOST_DRAWS = 20

/**
 * New products for the last places of a slot.
 *
 * @param places   how many
 * @param mayStand asked of each before it is taken; one that was taken is not asked about again
 */
export function newcomersFor(
  catalogue: ScoringCatalogue,
  page: PageContext,
  slotId: string,
  places: number,
  mayStand: (id: ItemId) => boolean,
): readonly Candidate[] {
  if (places < 1) return []
  const category = categoriesOf({ catalogue, page })[0]
  const department = category === undefined ? undefined : departmentOf(category)
  const newcomers = newcomersIn(catalogue, page.day, department)
  if (newcomers.length === 0) return []
  const uses: readonly DataCategory[] =
    department === undefined ? ['catalogue'] : ['page_context', 'catalogue']
  const text = JSON.stringify([SEED, page.day, page.items, page.category, page.searchTerm, slotId])
  const found: Candidate[] = []
  for (let draw = 0; draw < MOST_DRAWS && found.length < places; draw++) {
    const itemId = newcomers[drawn(`${text}${draw}`) % newcomers.length] as ItemId
    if (found.some((one) => one.itemId === itemId) || !mayStand(itemId)) continue
    found.push({ itemId, reason: 'given_a_chance', score: 0, uses })
  }
  return found
}

/** FNV-1a with a last mixing: an even spread, and the same number everywhere. */
function drawn(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}
