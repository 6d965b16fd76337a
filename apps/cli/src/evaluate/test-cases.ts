/**
 * What is asked of the model: one case after another.
 */
import type { PastBasket } from '@umiar/recommender'
import { DomainError, dayOf, type ItemId } from '@umiar/vocabulary'
import type { EvaluateOptions } from './evaluate-options.ts'
import type { LoggedSession } from './read-sessions.ts'
import type { DividedLog } from './split-sessions.ts'

export interface TestCase {
  readonly session: string
  /** Steps (next item) or baskets (next basket) known before. */
  readonly position: number
  /** What is known, oldest first. */
  readonly known: readonly ItemId[]
  /** The newest part of it: the last step, or the items of the last basket. */
  readonly last: readonly ItemId[]
  /** What the answer should go with, oldest first: the visit so far, or the last basket. */
  readonly beside: readonly ItemId[]
  /** The user's baskets before, oldest first; next basket only. */
  readonly orders: readonly PastBasket[]
  /** When the asked basket was bought, days since the epoch; next basket only. */
  readonly today: number
  /** Distinct. */
  readonly targets: readonly ItemId[]
}

/** Number of cases, for the progress bar; for baskets an upper bound. */
export function countCases(log: DividedLog, options: EvaluateOptions): number {
  if (options.task === 'next-basket') return log.test.length
  return log.test.reduce((sum, { events }) => sum + Math.max(0, events.length - options.minPrefix), 0)
}

/** All cases in the order of the test sessions. */
export function testCases(log: DividedLog, options: EvaluateOptions): Generator<TestCase> {
  return options.task === 'next-item' ? nextItemCases(log.test, options.minPrefix) : nextBasketCases(log)
}

function* nextItemCases(sessions: readonly LoggedSession[], minPrefix: number): Generator<TestCase> {
  for (const { events, session } of sessions) {
    const items = events.map((event) => event.itemId)
    for (let position = minPrefix; position < items.length; position++) {
      const known = items.slice(0, position)
      yield {
        beside: known,
        known,
        last: [items[position - 1]!],
        orders: [],
        position,
        session,
        targets: [items[position]!],
        today: 0,
      }
    }
  }
}

/** Known are a user's baskets before the asked one, be they in the training or the test part. */
function* nextBasketCases({ test, train }: DividedLog): Generator<TestCase> {
  const before = new Map<string, LoggedSession[]>()
  const note = (basket: LoggedSession): void => {
    if (basket.user === undefined) return
    const own = before.get(basket.user)
    if (own === undefined) before.set(basket.user, [basket])
    else own.push(basket)
  }
  for (const basket of train) note(basket)
  if (!test.some(({ user }) => user !== undefined && before.has(user))) {
    throw new DomainError(
      'input_unreadable',
      'next-basket needs users with baskets in training and test; there are none.',
    )
  }
  for (const basket of test) {
    const earlier = basket.user === undefined ? [] : (before.get(basket.user) ?? [])
    if (earlier.length > 0) {
      const last = itemsOf(earlier.at(-1)!)
      yield {
        beside: last,
        known: earlier.flatMap(({ events }) => events.map((event) => event.itemId)),
        last,
        orders: earlier.map((one) => ({ day: dayOf(one.events[0]!.atMs), items: itemsOf(one) })),
        position: earlier.length,
        session: basket.session,
        targets: itemsOf(basket),
        today: dayOf(basket.events[0]!.atMs),
      }
    }
    note(basket)
  }
}

function itemsOf({ events }: LoggedSession): ItemId[] {
  return [...new Set(events.map((event) => event.itemId))]
}
