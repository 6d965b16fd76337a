/**
 * Invented sessions for measuring speed: popularity falls off as in shops (Zipf), visits wander in
 * neighbourhoods of the catalogue. Says nothing about accuracy.
 */
import type { TrainingSession } from '@umiar/recommender'
import type { ItemId } from '@umiar/vocabulary'
import { seededChance } from './statistics.ts'

export interface SyntheticShop {
  /** Draws the next session; items are named `p0` … by popularity. */
  nextSession(): TrainingSession
}

const MEAN_STEPS = 3.6
const NEIGHBOURHOOD = 20
const STAYS = 0.7
const START_MS = Date.UTC(2026, 0, 1)

/**
 * @param items    size of the catalogue
 * @param sessions how many sessions are spread over 90 days
 */
export function syntheticShop(items: number, sessions: number, seed: number): SyntheticShop {
  const chance = seededChance(seed)
  const cumulative = new Float64Array(items)
  let sum = 0
  for (let item = 0; item < items; item++) {
    sum += 1 / (item + 10)
    cumulative[item] = sum
  }
  const names = Array.from({ length: items }, (_, item) => `p${item}` as ItemId)
  const apart = (90 * 86_400_000) / sessions
  // The numbers of neighbours are scattered over the popularity ranks, as products of one kind are.
  const scattered = (item: number): number => (item * 7_919) % items
  let number = 0

  const popularItem = (): number => {
    const wanted = chance() * sum
    let low = 0
    let high = items - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (cumulative[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    nextSession() {
      const startMs = START_MS + Math.floor(number * apart)
      const length = Math.min(50, 1 + Math.floor(-Math.log(1 - chance()) * (MEAN_STEPS - 0.5)))
      let item = popularItem()
      const events = Array.from({ length }, (_, step) => {
        if (step > 0) {
          const near = scattered(item + Math.floor(chance() * NEIGHBOURHOOD))
          item = chance() < STAYS ? near : popularItem()
        }
        return { atMs: startMs + step * 1_000, itemId: names[item]!, kind: 'view' as const }
      })
      return { events, sessionKey: `s${number++}` }
    },
  }
}
