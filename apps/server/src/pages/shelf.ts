/**
 * A shelf: the products the engine answers for one slot, each with its reason.
 *
 * The shop decides where a shelf stands, the engine what stands on it, and the line under it says
 * which data was used. A shelf that cannot be filled is left out: suggestions never break a shop.
 */
import type { RecommendationsReply, SlotReply, SlotRequest } from '@umiar/use-cases'
import type { PageType } from '@umiar/vocabulary'
import type { FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'
import type { Site } from './layout.ts'
import type { MessageKey } from './messages.ts'
import { type CardReason, productCard } from './product-card.ts'
import { linkTo, type PageView, sayTo, visitOf } from './visitor.ts'

/** What a page asks for. */
export interface ShelfRequest {
  readonly pageType: PageType
  readonly itemIds?: readonly string[]
  readonly category?: string
  readonly searchTerm?: string
  readonly slots: readonly (SlotRequest & { readonly heading?: MessageKey })[]
  /** Ask without a visitor, whatever her level: pages about private matters. */
  readonly impersonal?: boolean
}

/** Asks the engine once for all shelves of a page and renders them; nothing where it cannot answer. */
export async function renderShelves(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  request: ShelfRequest,
): Promise<Html> {
  const answer = await ask(site, view, reply, request).catch(() => undefined)
  if (answer === undefined) return html``
  return html`${request.slots.map((slot) => {
    const filled = answer.slots.find((entry) => entry.slot === slot.id)
    return filled !== undefined && shelf(site, view, filled, answer.data_used, slot.heading)
  })}`
}

function ask(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  request: ShelfRequest,
): Promise<RecommendationsReply> {
  const visit = request.impersonal === true ? undefined : visitOf(view, reply)
  return site.api.recommend({
    context: {
      category: request.category,
      item_ids: request.itemIds,
      locale: view.locale,
      page_type: request.pageType,
      search_term: request.searchTerm,
      ...(request.impersonal === true ? {} : { cart_item_ids: publicCart(site, view) }),
    },
    slots: request.slots.map(({ heading: _heading, ...slot }) => slot),
    ...(visit === undefined ? {} : { visitor: { anonymous_id: view.anonymousId, session_id: visit } }),
  })
}

/** The cart without private matters: those never leave for suggestions. */
function publicCart(site: Site, view: PageView): readonly string[] {
  return [...new Set(view.cart)].filter((id) => site.catalogue.product(id)?.sensitive === false)
}

function shelf(
  site: Site,
  view: PageView,
  slot: SlotReply,
  dataUsed: readonly string[],
  heading: MessageKey | undefined,
): Html {
  const cards = slot.items.flatMap((item) => {
    const product = site.catalogue.product(item.item_id)
    if (product === undefined) return []
    const reasons: CardReason[] = item.reasons.map((reason) => ({ text: reason.text }))
    const hints = (view.level ?? 0) >= 2 ? { recId: slot.rec_id } : undefined
    return [productCard(view, product, { hints, reasons: reasons.slice(0, 1) })]
  })
  if (cards.length === 0) return html``
  // `data_used` speaks of the whole answer. On a shelf made from the page alone, only her own list of
  // what not to show can have had a say.
  const personal = PERSONAL_DATA.filter(
    ([category]) => dataUsed.includes(category) && (isPersonal(slot.mode) || category === 'declared_taste'),
  )
  const headingId = `shelf-${slot.slot}`
  return html`<section class="shelf" aria-labelledby="${headingId}">
<h2 id="${headingId}">${sayTo(view, heading ?? headingOf(slot.mode))}</h2>
<ul class="cards">${cards}</ul>
<p class="shelf-note">${
    personal.length === 0
      ? sayTo(view, 'shelf.note_context')
      : sayTo(view, 'shelf.note_used', { data: personal.map(([, key]) => sayTo(view, key)).join(', ') })
  } <a href="${linkTo(view, '/privacy')}">${sayTo(view, 'shelf.change')}</a></p>
</section>`
}

const PERSONAL_DATA: readonly (readonly [category: string, key: MessageKey])[] = [
  ['session_events', 'data.session_events'],
  ['declared_taste', 'data.declared_taste'],
  ['view_history', 'data.view_history'],
  ['purchase_history', 'data.purchase_history'],
]

function isPersonal(mode: string): boolean {
  return mode === 'personal' || mode === 'session' || mode === 'declared'
}

function headingOf(mode: string): MessageKey {
  if (mode === 'session') return 'shelf.this_visit'
  return isPersonal(mode) ? 'shelf.for_you' : 'shelf.worth_a_look'
}
