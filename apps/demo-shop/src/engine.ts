/**
 * What the shop's server asks of the engine: tokens for its visitors, their level, what is held, and
 * purchases, all with the shop's secret key through the public API. Shelves are the browser script's.
 */
import { randomUUID } from 'node:crypto'
import type { Client, ConsentReply, MeReply, PreviewLevelReply, RecordEventsBody } from '@umiar/http-client'
import type { Locale } from '@umiar/vocabulary'

/** One line of an order. */
export interface OrderLine {
  readonly itemId: string
  readonly quantity: number
  readonly price: { readonly amount: string; readonly currency: string }
}

/** An order and whose it is. */
export interface Order {
  readonly anonymousId: string
  readonly sessionId: string
  readonly number: string
  readonly lines: readonly OrderLine[]
}

/** The engine as the shop's server sees it. Every call throws `ApiProblem` or `ApiUnreachable`. */
export interface ShopEngine {
  /** A shopper token of this visitor; creates no record of her. */
  token(anonymousId: string): Promise<string>
  consent(anonymousId: string, gpc: boolean): Promise<ConsentReply>
  /** What is held about her. */
  held(anonymousId: string, locale: Locale): Promise<MeReply>
  /** Tells of a purchase. @returns the engine's word on it: `accepted` is kept */
  purchase(order: Order, nowMs: number): Promise<string | undefined>
  /** The home shelf at a level, for an invented person. */
  preview(level: number, locale: Locale, limit: number): Promise<PreviewLevelReply>
}

/** @param client with the shop's secret key */
export function createShopEngine(client: Client): ShopEngine {
  const token = async (anonymousId: string): Promise<string> =>
    (await client.issueShopperToken({ body: { anonymous_id: anonymousId } })).token
  return {
    consent: async (anonymousId, gpc) => client.with({ gpc, key: await token(anonymousId) }).consent(),
    held: async (anonymousId, locale) =>
      client.with({ key: await token(anonymousId), locale }).me({ query: { locale } }),
    preview: (level, locale, limit) =>
      client.previewLevel({
        body: { context: { locale, page_type: 'home' }, level, slots: [{ id: 'home', limit }] },
      }),
    purchase: async (order, nowMs) => {
      const { results } = await client.recordEvents({ body: { events: [purchaseEvent(order, nowMs)] } })
      return results[0]?.status
    },
    token,
  }
}

function purchaseEvent(order: Order, nowMs: number): RecordEventsBody['events'][number] {
  return {
    anonymous_id: order.anonymousId,
    event: 'purchase',
    event_id: randomUUID(),
    items: order.lines.map(({ itemId, price, quantity }) => ({ item_id: itemId, price, quantity })),
    session_id: order.sessionId,
    time: new Date(nowMs).toISOString(),
    transaction_id: order.number,
  }
}
