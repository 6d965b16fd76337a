/**
 * Her own products again: `recently_viewed` and `buy_again`. At level 0 there is nothing here.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import { repurchasesOf } from './repurchase.ts'
import { type Ask, byScore, type Candidate, type PersonalContext, type Rung } from './strategy.ts'

/** From this share of the interval on it is nearly due. */
const NEARLY = 0.8
/** Later than this many intervals she has stopped buying it. */
const GIVEN_UP = 3
/** Until so many intervals it is as due as can be. */
const STILL_DUE = 1.5
/** How sure an interval is, by the days on which she bought it. */
const SURE = [0, 0.7, 0.9, 1] as const

/** What she looked at, the last first: in this visit (level 1), and before it (level 3). */
export function lookedAt({ catalogue, page, person }: Ask): readonly Rung[] {
  if (person === undefined) return []
  const list = (): readonly Candidate[] => {
    const found = new Map<ItemId, Candidate>()
    const add = (steps: PersonalContext['visit'], reason: 'seen_before' | 'seen_in_visit'): void => {
      for (let at = steps.length - 1; at >= 0; at--) {
        const { itemId, kind } = steps[at] as PersonalContext['visit'][number]
        if (kind !== 'view' || found.has(itemId) || catalogue.isSensitive(itemId)) continue
        if (page.items.includes(itemId)) continue
        const use: DataCategory = reason === 'seen_in_visit' ? 'session_events' : 'view_history'
        found.set(itemId, { cause: itemId, itemId, reason, score: 1 / (1 + found.size), uses: [use] })
      }
    }
    add(person.visit, 'seen_in_visit')
    add(person.history, 'seen_before')
    return [...found.values()]
  }
  const first = list()
  const usesHistory = first.some(({ reason }) => reason === 'seen_before')
  return [{ candidates: () => first, mode: usesHistory ? 'personal' : 'session' }]
}

/** What is due again, then what else she buys and uses up. */
export function boughtAgain(ask: Ask): readonly Rung[] {
  if (ask.person === undefined) return []
  return [
    { candidates: () => dueAgain(ask), mode: 'personal' },
    { candidates: () => boughtBefore(ask), mode: 'personal' },
  ]
}

/** Used up by now, as far as her interval says; what is most due first. Scores in (0, 1]. */
export function dueAgain({ catalogue, page, person }: Ask): readonly Candidate[] {
  if (person === undefined || person.holdings.trades.length === 0) return []
  const due: Candidate[] = []
  for (const one of repurchasesOf(person.holdings, catalogue)) {
    const { fromCatalogue, intervalDays, itemId, lastDay, times } = one
    if (intervalDays === undefined) continue
    const passed = (page.day - lastDay) / intervalDays
    if (passed < NEARLY || passed > GIVEN_UP) continue
    const isDue = passed < 1 ? passed : passed <= STILL_DUE ? 1 : STILL_DUE / passed
    due.push({
      cause: itemId,
      dueDay: lastDay + intervalDays,
      itemId,
      reason: 'due_again',
      score: isDue * (SURE[Math.min(times, 3)] as number),
      uses: fromCatalogue ? ['purchase_history', 'catalogue'] : ['purchase_history'],
    })
  }
  return byScore(due)
}

function boughtBefore({ catalogue, person }: Ask): readonly Candidate[] {
  if (person === undefined) return []
  return repurchasesOf(person.holdings, catalogue).map(({ intervalDays, itemId, lastDay }, index) => ({
    cause: itemId,
    itemId,
    reason: 'bought_by_her',
    score: 1 / (1 + index),
    uses: ['purchase_history'],
    ...(intervalDays === undefined ? {} : { dueDay: lastDay + intervalDays }),
  }))
}
