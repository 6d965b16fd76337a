/**
 * By what the catalogue says of products: `similar`, `compare`, `complete_the_set`.
 */
import type { ItemId } from '@umiar/vocabulary'
import { boughtWithCart, boughtWithPage, floorOf, ofOtherKind, viewedWithPage } from './context.ts'
import type { ScoringFacts } from './scoring-catalogue.ts'
import { type Ask, byScore, type Candidate, POOL, type Rung } from './strategy.ts'

/** How much dearer or cheaper an alternative may be to be one. */
const WIDEST_PRICE_RATIO = 3
/** A price this far off, as a share, is a difference worth comparing. */
const CLEAR_PRICE_STEP = 0.1

/** What the page or, without a product on it, the cart is about. */
export function anchorsOf({ page }: Ask): readonly ItemId[] {
  return page.items.length > 0 ? page.items : page.cart
}

/** Most like the product of the page. */
export function similarToPage(ask: Ask): Rung {
  const anchors = anchorsOf(ask)
  const list = (accept?: (id: ItemId) => boolean): readonly Candidate[] => {
    if (anchors.length === 0) return []
    return ask.catalogue.similar(anchors, POOL, accept).map(({ cause, itemId, score }) => ({
      itemId,
      reason: 'similar_to_page',
      score,
      uses: ['page_context', 'catalogue'],
      ...(cause === undefined ? {} : { cause }),
    }))
  }
  return { candidates: () => list(), further: list, mode: 'context' }
}

/**
 * Near alternatives to the first product of the page: of its category, alike, and different in price, brand
 * or a trait, so that there is something to compare. One that differs in nothing is not an alternative.
 */
export function nearAlternatives(ask: Ask): Rung {
  const { catalogue } = ask
  const anchor = anchorsOf(ask)[0]
  const own = anchor === undefined ? undefined : catalogue.facts(anchor)
  const list = (): readonly Candidate[] => {
    if (own?.category === undefined) return []
    const { category } = own
    const isNear = (id: ItemId): boolean => catalogue.facts(id)?.category === category
    const near = catalogue.similar([own.itemId], POOL, isNear)
    return byScore(
      near.flatMap(({ itemId, score }): Candidate[] => {
        const other = catalogue.facts(itemId)
        const differs = other === undefined ? 0 : differenceOf(own, other)
        if (differs === 0) return []
        return [
          {
            cause: own.itemId,
            itemId,
            reason: 'near_alternative',
            score: score * (1 + differs),
            uses: ['page_context', 'catalogue'],
          },
        ]
      }),
    )
  }
  return { candidates: list, mode: 'context' }
}

/** 0 for the same offer or one out of reach, up to 0.5 for a clear difference in price and features. */
function differenceOf(own: ScoringFacts, other: ScoringFacts): number {
  const ratio = priceRatio(own, other)
  if (ratio > WIDEST_PRICE_RATIO) return 0
  let features = own.brand === other.brand ? 0 : 1
  for (const [name, value] of own.traits) if (other.traits.get(name) !== value) features++
  for (const name of other.traits.keys()) if (!own.traits.has(name)) features++
  const price = ratio >= 1 + CLEAR_PRICE_STEP ? 0.3 : ratio > 1 ? 0.1 : 0
  return price + Math.min(0.2, features * 0.1)
}

/** Dearer by cheaper, ≥ 1; 1 where a price is not known. */
function priceRatio(a: ScoringFacts, b: ScoringFacts): number {
  const one = Number(a.price?.amount)
  const other = Number(b.price?.amount)
  return one > 0 && other > 0 ? Math.max(one, other) / Math.min(one, other) : 1
}

/**
 * What completes the page's products: the shop's own word first, then what is bought with them, of another
 * kind. The shop may name a product of the same category; behaviour alone never does.
 */
export function completingRungs(ask: Ask): readonly Rung[] {
  const anchors = anchorsOf(ask)
  const across = (rung: Rung): Rung => ({
    candidates: () => ofOtherKind(ask, anchors, rung.candidates()),
    mode: rung.mode,
  })
  return [
    { candidates: () => saidToComplete(ask, anchors), mode: 'context' },
    ...[boughtWithPage(ask), boughtWithCart(ask), viewedWithPage(ask), ...floorOf(ask)].map(across),
  ]
}

/** What the shop says goes with them: the first of each, then the second of each. */
function saidToComplete({ catalogue, page }: Ask, anchors: readonly ItemId[]): readonly Candidate[] {
  const lists = anchors.map((anchor) => ({ anchor, ids: catalogue.facts(anchor)?.goesWith ?? [] }))
  const longest = Math.max(0, ...lists.map(({ ids }) => ids.length))
  const found = new Map<ItemId, Candidate>()
  for (let place = 0; place < longest; place++) {
    for (const { anchor, ids } of lists) {
      const itemId = ids[place]
      if (itemId === undefined || found.has(itemId)) continue
      found.set(itemId, {
        cause: anchor,
        itemId,
        reason: page.items.includes(anchor) ? 'goes_with_page' : 'goes_with_cart',
        score: 1 / (1 + found.size),
        uses: ['page_context', 'catalogue'],
      })
    }
  }
  return [...found.values()]
}
