/**
 * Eligibility: may this product stand in this place for this person, whatever its score?
 *
 * The governor knows no score, scoring knows no business rule. Used before ranking (so that a slot
 * does not come out short) and again when the answer is served (so that what left the shop a moment
 * ago is not shown).
 */
import type { ItemId, Product } from '@umiar/vocabulary'
import type { ProductFilter } from './filter.ts'

/** Names of the rules, as the answer's `removed` counts them. */
export type EligibilityRule =
  | 'not_in_catalogue'
  | 'unavailable'
  | 'sensitive'
  | 'on_page'
  | 'in_cart'
  | 'excluded'
  | 'never_show'
  | 'repeated'
  | 'filter'

export interface EligibilityContext {
  readonly product: (itemId: ItemId) => Product | undefined
  readonly onPage: ReadonlySet<ItemId>
  readonly inCart: ReadonlySet<ItemId>
  readonly excluded: ReadonlySet<ItemId>
  /** The person's own list: only ever used to hide. */
  readonly neverShow: ReadonlySet<ItemId>
  /** Already placed in another slot of the same answer. */
  readonly placed: ReadonlySet<ItemId>
  readonly filter: ProductFilter | undefined
}

/** The first rule the item breaks, or `undefined` if it may be shown. */
export function ineligibility(itemId: ItemId, context: EligibilityContext): EligibilityRule | undefined {
  const product = context.product(itemId)
  if (product === undefined) return 'not_in_catalogue'
  if (!product.available) return 'unavailable'
  // GDPR Art. 9: a sensitive product is found by looking for it, never suggested.
  if (product.sensitive) return 'sensitive'
  if (context.onPage.has(itemId)) return 'on_page'
  if (context.inCart.has(itemId)) return 'in_cart'
  if (context.excluded.has(itemId)) return 'excluded'
  if (context.neverShow.has(itemId)) return 'never_show'
  if (context.placed.has(itemId)) return 'repeated'
  if (context.filter !== undefined && !context.filter(product)) return 'filter'
  return undefined
}
