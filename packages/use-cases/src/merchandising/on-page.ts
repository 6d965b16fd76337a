/** The rules in force on the page of a request. */
import { foldText } from '@umiar/formats'
import type { ItemId, Product } from '@umiar/vocabulary'
import type { RecommendationsRequest } from '../application.ts'
import type { Merchandising } from './merchandising.ts'
import type { Promotions } from './promotions.ts'

/** @param slot id of the slot, or `rank` */
export function promotionsOn(
  merchandising: Merchandising,
  product: (id: ItemId) => Product | undefined,
  context: RecommendationsRequest['context'],
  slot: string,
  nowMs: number,
): Promotions | undefined {
  if (merchandising.isEmpty) return undefined
  const known = (ids: readonly string[] = []): readonly Product[] =>
    ids.flatMap((id) => product(id.normalize('NFC') as ItemId) ?? [])
  return merchandising.inForce({
    category: context.category,
    page: { cart: known(context.cart_item_ids), items: known(context.item_ids), nowMs },
    pageType: context.page_type,
    searchTerm: context.search_term === undefined ? undefined : foldText(context.search_term),
    slot,
  })
}
