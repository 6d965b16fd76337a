/**
 * The next basket the slow, obvious way, straight from the list of sessions.
 */
import type { PastBasket } from '../../src/index.ts'
import { DEFAULT_BASKET as W } from '../../src/serving/basket-config.ts'
import type { slowSessions } from './slow-recommender.ts'

type Sessions = ReturnType<typeof slowSessions>

/** Items with score and cause; unordered. `popularity` as the model answers it, by item. */
export function slowBasket(
  sessions: Sessions,
  popularity: ReadonlyMap<string, number>,
  orders: readonly PastBasket[],
  today: number,
): Map<string, { score: number; cause: string }> {
  const names = (session: Sessions[number], kind?: string): string[] => [
    ...new Set(session.steps.filter((s) => kind === undefined || s.kind === kind).map((s) => s.itemId)),
  ]
  const held = (item: string): number => sessions.filter((session) => names(session).includes(item)).length
  const known = [...new Set(sessions.flatMap((session) => names(session)))]
  const baskets = orders.filter(({ items }) => items.length > 0)
  const own = [...new Set<string>(baskets.flatMap(({ items }) => [...items]))]
  const placesOf = (item: string): number[] =>
    baskets.flatMap(({ items }, place) => ((items as readonly string[]).includes(item) ? [place] : []))
  const weightOf = (item: string): number =>
    placesOf(item).reduce((sum, place) => {
      const age = baskets.length - 1 - place
      const lasting = W.lastingWeight / (1 + age / 3)
      return sum + (1 + age) ** -W.ageExponent + lasting + W.freshWeight * W.freshDecay ** age
    }, 0)
  const asked = own
    .filter((item) => held(item) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
    .slice(0, W.askedItems)
  const sum = asked.reduce((total, item) => total + weightOf(item), 0)
  const chance = (item: string, other: string): number => {
    const orders = sessions.filter((session) => names(session, 'purchase').includes(item))
    const newest = orders.slice(-W.newestSessions)
    const together = newest.filter((session) => names(session, 'purchase').includes(other)).length
    return together < W.leastSupport || item === other ? 0 : together / (newest.length + W.doubt)
  }
  const total = [...popularity.values()].reduce((a, b) => a + b, 0)
  const incidences = known.reduce((all, item) => all + held(item), 0)
  const answer = new Map<string, { score: number; cause: string }>()
  for (const item of new Set([...own, ...known])) {
    const shares = asked.map((one) => ({ one, share: (chance(one, item) * weightOf(one)) / sum }))
    const beside = shares.reduce((all, { share }) => all + share, 0)
    const places = placesOf(item)
    if (places.length === 0 && beside === 0) continue
    const share = held(item) / Math.max(1, sessions.length)
    const trend =
      held(item) === 0
        ? 1
        : ((popularity.get(item) ?? 0) + 8) / ((total * held(item)) / Math.max(1, incidences) + 8)
    const purchases = weightOf(item) + W.popularWeight * share + W.partnerWeight * beside
    const wanted =
      (share + W.popularFloor) **
        ((W.popularExponent * W.popularBaskets) / (W.popularBaskets + baskets.length)) *
      trend ** W.trendExponent
    const strongest = shares.reduce((best, next) => (next.share > best.share ? next : best), {
      one: item,
      share: 0,
    })
    answer.set(item, {
      cause: places.length > 0 ? item : strongest.one,
      score: purchases * wanted * due(places, baskets, today),
    })
  }
  return answer
}

function due(places: readonly number[], baskets: readonly PastBasket[], today: number): number {
  if (places.length === 0) return W.never
  const first = places[0]!
  const last = places.at(-1)!
  const since = baskets.length - last
  if (places.length === 1) return since ** W.sinceExponent * W.once
  const inBaskets = since / ((last - first) / (places.length - 1))
  const interval = Math.max(0.5, (baskets[last]!.day - baskets[first]!.day) / (places.length - 1))
  const inDays = Math.min(20, Math.max(1 / 20, Math.max(0.5, today - baskets[last]!.day) / interval))
  const power = (ratio: number, early: number, late: number): number => ratio ** (ratio < 1 ? early : late)
  return (
    since ** W.sinceExponent *
    power(inBaskets, W.earlyBaskets, W.lateBaskets) *
    power(inDays, W.earlyDays, W.lateDays)
  )
}
