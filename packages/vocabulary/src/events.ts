/**
 * What happens in a shop, in GA4's names, after parsing: only allow-listed fields are left.
 */
import type { ItemId, RecId } from './ids.ts'

export const EVENT_NAMES = [
  'view_item',
  'view_item_list',
  'select_item',
  'search',
  'add_to_cart',
  'remove_from_cart',
  'view_cart',
  'begin_checkout',
  'purchase',
  'refund',
  'add_to_wishlist',
  'add_payment_info',
  'add_shipping_info',
  'page_view',
  'select_promotion',
  'view_promotion',
  'view_search_results',
  'rec_impression',
  'rec_dismiss',
] as const

export type EventName = (typeof EVENT_NAMES)[number]

/** Money as text, so that nothing is lost to binary fractions. */
export interface Money {
  /** Decimal with a point, e.g. `49.90`. */
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
}

export interface EventItem {
  readonly itemId: ItemId
  readonly quantity?: number
  readonly price?: Money
}

/** One event, parsed and minimised. */
export interface ShopEvent {
  readonly eventId: string
  readonly name: EventName
  /** When it happened by the caller's clock, ms since the epoch. */
  readonly atMs: number
  readonly sessionId: string
  readonly items: readonly EventItem[]
  readonly page?: { readonly type?: string; readonly path?: string; readonly category?: string }
  readonly searchTerm?: string
  readonly transactionId?: string
  readonly recId?: RecId
  readonly slot?: string
  readonly position?: number
}

/** The outcome of each event of a batch. */
export type EventStatus =
  | 'accepted'
  | 'session_only'
  | 'duplicate'
  | 'dropped_no_consent'
  | 'dropped_retention'
  | 'invalid'

/** Which table keeps an event: purchases and carts live longer than views. */
export function tableOfEvent(name: EventName): 'browsing' | 'buying' {
  switch (name) {
    case 'add_to_cart':
    case 'remove_from_cart':
    case 'begin_checkout':
    case 'purchase':
    case 'refund':
      return 'buying'
    default:
      return 'browsing'
  }
}
