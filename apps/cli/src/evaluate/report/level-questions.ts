/**
 * What each level may use of a question, and the list it gives: the staircase of a log.
 *
 * A list that a step leaves short is filled up with bestsellers, as the server fills a shelf.
 */
import type { Model } from '@umiar/recommender'
import type { ItemId } from '@umiar/vocabulary'
import { predict } from '../offline-model.ts'
import type { LoggedSession } from '../read-sessions.ts'
import type { DividedLog } from '../split-sessions.ts'
import type { TestCase } from '../test-cases.ts'
import type { LogStep } from './figures.ts'

/** Steps of earlier visits asked about, as the server takes them. */
const HISTORY_STEPS = 20

/** The list of a step; `undefined` where the step cannot be asked. */
export function listOfStep(
  model: Model,
  step: LogStep,
  asked: TestCase,
  earlier: readonly ItemId[] | undefined,
  isBasket: boolean,
  k: number,
): readonly ItemId[] {
  // Of baskets everything known is history: the last one is what lies closest.
  const visit = isBasket ? { ...asked, known: asked.last } : asked
  switch (step) {
    case 'popular':
      return predict(model, 'popular', asked, k)
    case 'page':
      return filled(model, asked, pageList(model, asked, isBasket, k), k)
    case 'visit':
      return filled(model, asked, predict(model, 'session', visit, k), k)
    case 'history': {
      if (isBasket) return filled(model, asked, predict(model, 'basket', asked, k), k)
      const known = [...(earlier ?? []), ...asked.known]
      return filled(model, asked, predict(model, 'session', { ...asked, known }, k), k)
    }
  }
}

/** What goes with the product of the page: viewed beside it first, bought beside it first of a basket. */
function pageList(model: Model, asked: TestCase, isBasket: boolean, k: number): readonly ItemId[] {
  const viewed = predict(model, 'also_viewed', asked, k)
  const bought = predict(model, 'bought_together', asked, k)
  return [...new Set(isBasket ? [...bought, ...viewed] : [...viewed, ...bought])].slice(0, k)
}

function filled(model: Model, asked: TestCase, list: readonly ItemId[], k: number): readonly ItemId[] {
  if (list.length >= k) return list
  return [...new Set([...list, ...predict(model, 'popular', asked, k)])].slice(0, k)
}

/** Test session → last steps of the same person before it; persons without earlier visits are absent. */
export function earlierSteps({ test, train }: DividedLog): ReadonlyMap<string, readonly ItemId[]> {
  const ofUser = new Map<string, ItemId[]>()
  const earlier = new Map<string, readonly ItemId[]>()
  const note = ({ events, user }: LoggedSession): void => {
    if (user === undefined) return
    const steps = [...(ofUser.get(user) ?? []), ...events.map(({ itemId }) => itemId)]
    ofUser.set(user, steps.slice(-HISTORY_STEPS))
  }
  for (const session of train) note(session)
  for (const session of test) {
    const before = session.user === undefined ? undefined : ofUser.get(session.user)
    if (before !== undefined) earlier.set(session.session, before)
    note(session)
  }
  return earlier
}
