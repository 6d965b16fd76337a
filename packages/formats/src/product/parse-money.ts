/**
 * Money as `{ amount, currency }`, or a plain number or text in a currency named elsewhere.
 */
import type { Money } from '@umiar/vocabulary'

const AMOUNT = /^\d{1,12}(?:\.\d{1,4})?$/

/**
 * @param currency taken for plain numbers and texts, ISO 4217
 * @returns `undefined` if the value is not an amount of 0 or more
 */
export function parseMoney(value: unknown, currency: string): Money | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) && value >= 0 && value < 1e12
      ? { amount: value.toFixed(2), currency }
      : undefined
  }
  if (typeof value === 'string') return AMOUNT.test(value) ? { amount: value, currency } : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const { amount, currency: own } = value as Record<string, unknown>
  if (typeof own !== 'string' || !/^[A-Z]{3}$/.test(own)) return undefined
  return typeof amount === 'string' && AMOUNT.test(amount) ? { amount, currency: own } : undefined
}
