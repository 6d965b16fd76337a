/**
 * What an order comes to: lines, delivery, total. Amounts are whole hundredths, so that sums are exact.
 */
import type { ShopProduct } from './shop-data.ts'

/** Gross prices of delivery in the shop's currency. */
export const LOCKER_PRICE = 12.99
export const COURIER_PRICE = 16.99
export const FREE_DELIVERY_FROM = 199

/** Ways of delivery. */
export const DELIVERIES = ['locker', 'courier'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** A product in the cart. */
export interface CartLine {
  /** What stands in the cart's cookie. */
  readonly entry: string
  readonly product: ShopProduct
  readonly quantity: number
  readonly variant: string | undefined
}

/** Amounts in the shop's currency, gross. */
export interface OrderSums {
  readonly goods: number
  readonly delivery: number
  readonly total: number
}

/** What a sum is made of. */
type Pieces = Pick<CartLine, 'product' | 'quantity'>

/** What one line comes to. */
export function lineAmount({ product, quantity }: Pieces): number {
  return (hundredths(Number(product.feed.price.amount)) * quantity) / 100
}

/** The sums of what can be delivered. */
export function sumsOf(lines: readonly Pieces[], delivery: Delivery): OrderSums {
  const goods = lines
    .filter(({ product }) => product.feed.available)
    .reduce((sum, { product, quantity }) => sum + hundredths(Number(product.feed.price.amount)) * quantity, 0)
  const price = delivery === 'locker' ? LOCKER_PRICE : COURIER_PRICE
  const sent = goods === 0 || goods >= hundredths(FREE_DELIVERY_FROM) ? 0 : hundredths(price)
  return { delivery: sent / 100, goods: goods / 100, total: (goods + sent) / 100 }
}

function hundredths(amount: number): number {
  return Math.round(amount * 100)
}
