/**
 * The engine of the server, filled from a log and asked offline.
 */
import { foldedWords, readItemList } from '@umiar/formats'
import { ContentIndex, Model, ModelState } from '@umiar/recommender'
import { type ItemId, itemId, subjectId } from '@umiar/vocabulary'
import { readText } from '../text-file.ts'
import type { OfflineStrategy } from './evaluate-options.ts'
import type { LoggedSession } from './read-sessions.ts'
import type { TestCase } from './test-cases.ts'

/** Learns the sessions; a session without user is its own person. */
export function learn(sessions: readonly LoggedSession[], progress: (share: number) => void): Model {
  const state = new ModelState()
  const numbers = new Map<string, number>()
  let next = 1
  sessions.forEach((session, n) => {
    let number = session.user === undefined ? undefined : numbers.get(session.user)
    if (number === undefined) {
      number = next++
      if (session.user !== undefined) numbers.set(session.user, number)
    }
    const subject = subjectId(number.toString(16).padStart(32, '0'))
    state.append(subject, { events: session.events, sessionKey: session.session })
    if (n % 4096 === 0) progress(n / sessions.length)
  })
  const newestMs = sessions.reduce((newest, { events }) => Math.max(newest, events.at(-1)!.atMs), 0)
  state.settle()
  return new Model(state.publish(newestMs))
}

/** Price lists of logs name no currency; all of one list are in the same. */
const ANY_CURRENCY = 'XXX'

/** Reads the products of `--items`, services left out. @throws DomainError `input_unreadable` */
export async function readContent(file: string): Promise<ContentIndex> {
  const content = new ContentIndex(foldedWords)
  for await (const batch of readItemList(readText(file))) {
    for (const { category, item, kind, price, title } of batch) {
      if (kind === 'service') continue
      content.upsert({
        available: true,
        itemId: itemId(item),
        sensitive: false,
        title,
        ...(category === undefined ? undefined : { category }),
        ...(price === undefined ? undefined : { price: { amount: price, currency: ANY_CURRENCY } }),
      })
    }
  }
  return content
}

/** How often each item occurs in the sessions. */
export function itemCounts(sessions: readonly LoggedSession[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { events } of sessions) {
    for (const { itemId } of events) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
  }
  return counts
}

/**
 * Asks the model one case.
 *
 * @param content the products, for `similar`; without them it answers nothing
 * @returns at most `k` items, best first
 */
export function predict(
  model: Model,
  strategy: OfflineStrategy,
  asked: TestCase,
  k: number,
  content?: ContentIndex,
): ItemId[] {
  switch (strategy) {
    // Whose visit is known stands on the top rung of the ladder: it answers as `session` does.
    case 'for_you':
    case 'session':
      return ids(model.sessionNeighbours(asked.known, k, { allowQueryItems: true, causes: false }))
    case 'also_viewed':
      return ids(model.alsoViewed(asked.last, k))
    case 'bought_together':
      return ids(model.boughtTogether(asked.beside, k, { oldestFirst: true }))
    case 'basket':
      return ids(model.nextBasket(asked.orders, asked.today, k))
    case 'similar':
      return ids(content?.similar(asked.beside, k, { oldestFirst: true }) ?? [])
    case 'popular':
      return ids(model.popular(k))
  }
}

function ids(items: readonly { readonly itemId: ItemId }[]): ItemId[] {
  return items.map(({ itemId }) => itemId)
}
