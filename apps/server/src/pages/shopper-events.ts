/**
 * What the shop tells the engine: views, carts, purchases and searches, and only with an id and a level.
 *
 * Without a saved choice of level 1 or more nothing is sent at all. Private matters are never sent,
 * although the engine would leave them out too. A failed call never breaks the shop.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { CatalogueProduct } from './catalogue.ts'
import type { Site } from './layout.ts'
import { type PageView, visitOf } from './visitor.ts'

export type TellEvent = 'view_item' | 'add_to_cart' | 'remove_from_cart' | 'purchase' | 'search'

export interface TellDetails {
  readonly lines?: readonly { readonly product: CatalogueProduct; readonly quantity: number }[]
  readonly searchTerm?: string
}

/**
 * Sends one event, if it may be sent.
 *
 * @returns the engine's word on it, `undefined` where nothing was sent or no answer came
 */
export async function tell(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  event: TellEvent,
  details: TellDetails,
): Promise<string | undefined> {
  const visit = visitOf(view, reply)
  if (visit === undefined || view.anonymousId === undefined || !view.seen) return undefined
  const lines = (details.lines ?? []).filter(({ product }) => !product.sensitive)
  if (details.lines !== undefined && lines.length === 0) return undefined
  const answer = await site.api
    .sendEvents([
      {
        anonymous_id: view.anonymousId,
        event,
        event_id: randomUUID(),
        session_id: visit,
        time: new Date().toISOString(),
        ...(details.lines === undefined
          ? {}
          : {
              items: lines.map(({ product, quantity }) => ({
                item_id: product.item_id,
                price: product.price,
                quantity,
              })),
            }),
        ...(event === 'purchase' ? { transaction_id: randomUUID() } : {}),
        ...(details.searchTerm === undefined ? {} : { search_term: details.searchTerm }),
      },
    ])
    .catch(() => undefined)
  return answer?.results[0]?.status
}
