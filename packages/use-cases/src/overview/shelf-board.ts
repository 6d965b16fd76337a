/**
 * The shelves the shop asks for, how they were filled, and what they show to somebody nothing is known of.
 *
 * Of a request only the shelf itself is kept: its id, strategy, length and kind of page, and a filter if
 * the answer used nothing of a person. Never a visitor, a cart, a search, a product she looked at or an answer
 * she got. What is shown is worked out when asked, for an invented page about the shop's most popular product.
 */
import { dayOf, type ItemId, type Mode, type PageType } from '@umiar/vocabulary'
import type { RecommendationsReply, RecommendationsRequest, SlotRequest } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Merchandising } from '../merchandising/merchandising.ts'
import { promotionsOn } from '../merchandising/on-page.ts'
import type { Promotions } from '../merchandising/promotions.ts'
import { fillSlot } from '../recommendations/fill-slot.ts'
import type { RecommendationModel } from '../recommendations/ports.ts'
import type { PageContext } from '../recommendations/strategies/strategy.ts'
import type { OverviewShelf } from './overview-reply.ts'

const MOST_SHELVES = 200
const MOST_SHOWN = 12
/** Characters and values of a filter, at most: every look at the overview works all of them out. */
const LARGEST_FILTER = 2_000

interface Shelf {
  strategy: string
  limit: number
  pageType: PageType
  filter: unknown
  lastAskedAtMs: number
  readonly modes: Map<string, number>
}

export class ShelfBoard {
  readonly #shelves = new Map<string, Shelf>()

  /** Takes note of which shelves were asked for and how they were filled. */
  note(request: RecommendationsRequest, reply: RecommendationsReply, nowMs: number): void {
    const isAboutNobody = reply.consent_ref === null
    reply.slots.forEach((answer, index) => {
      const slot = request.slots[index] as SlotRequest
      const known = this.#shelves.get(slot.id)
      const shelf: Shelf = known ?? {
        filter: undefined,
        lastAskedAtMs: nowMs,
        limit: slot.limit,
        modes: new Map(),
        pageType: request.context.page_type,
        strategy: slot.strategy ?? 'for_you',
      }
      shelf.strategy = slot.strategy ?? 'for_you'
      shelf.limit = slot.limit
      shelf.pageType = request.context.page_type
      shelf.lastAskedAtMs = nowMs
      if (isAboutNobody) shelf.filter = roomAfter(slot.filter, LARGEST_FILTER) < 0 ? undefined : slot.filter
      shelf.modes.set(answer.mode, (shelf.modes.get(answer.mode) ?? 0) + 1)
      if (known === undefined) this.#keep(slot.id, shelf)
    })
  }

  /** All shelves, the last asked for first. */
  shelves(
    catalogue: Catalogue,
    model: RecommendationModel,
    merchandising: Merchandising,
    nowMs: number,
  ): readonly OverviewShelf[] {
    const example = exampleItem(catalogue, model)
    return [...this.#shelves]
      .sort(([, a], [, b]) => b.lastAskedAtMs - a.lastAskedAtMs)
      .map(([slot, shelf]) => {
        const page = examplePage(shelf.pageType, example, catalogue, nowMs)
        const context = { cart_item_ids: page.cart, category: page.category, item_ids: page.items }
        const asked = { ...context, page_type: shelf.pageType }
        const promotions = promotionsOn(merchandising, catalogue.product, asked, slot, nowMs)
        return presentShelf(slot, shelf, page, example, catalogue, model, promotions)
      })
  }

  #keep(slot: string, shelf: Shelf): void {
    this.#shelves.set(slot, shelf)
    if (this.#shelves.size <= MOST_SHELVES) return
    const [oldest] = [...this.#shelves].reduce((a, b) => (a[1].lastAskedAtMs <= b[1].lastAskedAtMs ? a : b))
    this.#shelves.delete(oldest)
  }
}

/** What of the room a JSON value leaves; below 0 as soon as it is too large. */
function roomAfter(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length
  if (typeof value !== 'object' || value === null) return room - 1
  let left = room - 1
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    if (left < 0) return left
    left = roomAfter(part, left)
  }
  return left
}

function presentShelf(
  slot: string,
  shelf: Shelf,
  page: PageContext,
  example: ItemId | undefined,
  catalogue: Catalogue,
  model: RecommendationModel,
  promotions: Promotions | undefined,
): OverviewShelf {
  const request: SlotRequest = {
    filter: shelf.filter,
    id: slot,
    limit: Math.min(shelf.limit, MOST_SHOWN),
    strategy: shelf.strategy,
  }
  const answer = fillSlot(catalogue, model, request, 0, page, undefined, new Set(), promotions)
  const usesExample = page.items.length + page.cart.length > 0 || page.category !== undefined
  return {
    asked: [...shelf.modes.values()].reduce((sum, count) => sum + count, 0),
    example_item_id: usesExample ? (example ?? null) : null,
    items: answer.candidates.map(({ itemId, reason }) => {
      const product = catalogue.product(itemId)
      return {
        image_url: product?.imageUrl ?? null,
        item_id: itemId,
        reason,
        title: product?.title ?? itemId,
        title_en: product?.titleEn ?? null,
      }
    }),
    last_asked_at: new Date(shelf.lastAskedAtMs).toISOString(),
    mode: answer.mode satisfies Mode,
    modes: Object.fromEntries(shelf.modes),
    page_type: shelf.pageType,
    slot,
    strategy: shelf.strategy,
  }
}

/** The most popular product that may be shown: nobody's context, the same for every reader. */
function exampleItem(catalogue: Catalogue, model: RecommendationModel): ItemId | undefined {
  const candidates = [
    ...catalogue.bestsellers(),
    ...model.popular(20).map((item) => item.itemId),
    ...catalogue.curated().map((product) => product.itemId),
  ]
  return candidates.find((id) => {
    const product = catalogue.product(id)
    return product?.available === true && !product.sensitive
  })
}

function examplePage(
  pageType: PageType,
  example: ItemId | undefined,
  catalogue: Catalogue,
  nowMs: number,
): PageContext {
  const items = example !== undefined && pageType === 'product' ? [example] : []
  const cart = example !== undefined && pageType === 'cart' ? [example] : []
  const category =
    example !== undefined && pageType === 'category' ? catalogue.product(example)?.category : undefined
  return { cart, category, day: dayOf(nowMs), items, searchTerm: undefined }
}
