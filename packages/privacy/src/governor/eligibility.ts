/**
 * Eligibility: may this product stand in this place for this person, whatever its score?
 *
 * The governor knows no score, scoring knows no business rule. Every candidate is asked about before
 * the list is cut to the slot, so that no slot comes out short, and in the same turn as the answer
 * leaves, so that what left the shop a moment ago is not shown.
 *
 * Rules about product and page come first: what they remove anyway says nothing about a person.
 */
import type { ItemId, Product } from '@umiar/vocabulary'
import type { ProductFilter } from './filter.ts'

/** The rules in the order they are asked, named as the answer's `removed` counts them. */
export const ELIGIBILITY_RULES = [
  'not_in_catalogue',
  'unavailable',
  'sensitive',
  'on_page',
  'in_cart',
  'excluded',
  'repeated',
  'filter',
  'never_show',
  'owned',
  'shown_enough',
] as const
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number]

/** A set of items, or a map from them. */
export interface ItemLookup {
  has(itemId: ItemId): boolean
}

export interface EligibilityContext {
  readonly product: (itemId: ItemId) => Product | undefined
  readonly onPage: ReadonlySet<ItemId>
  readonly inCart: ReadonlySet<ItemId>
  readonly excluded: ReadonlySet<ItemId>
  /** Already placed in another slot of the same answer. */
  readonly placed: ReadonlySet<ItemId>
  readonly filter: ProductFilter | undefined
  /** The person's own list: only ever used to hide. */
  readonly neverShow: ItemLookup
  /** Bought by her and not given back. What lasts is not suggested again; what is used up may be. */
  readonly bought: ItemLookup
  /** Said by her to be there already. */
  readonly alreadyHave: ItemLookup
  /** Shown to her often enough in this visit without being chosen. */
  readonly shownEnough: ItemLookup
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
  if (context.placed.has(itemId)) return 'repeated'
  if (context.filter !== undefined && !context.filter(product)) return 'filter'
  if (context.neverShow.has(itemId)) return 'never_show'
  if (product.durable === true && context.bought.has(itemId)) return 'owned'
  if (product.durable !== false && context.alreadyHave.has(itemId)) return 'owned'
  if (context.shownEnough.has(itemId)) return 'shown_enough'
  return undefined
}
