/**
 * Fills an empty installation with the demo world, through the public API alone.
 *
 * Each invented shopper chooses level 3 and `train_models` before her events arrive, as a real one
 * would have had to; nothing is written past the gate.
 */
import type { ShopApi } from '../pages/shop-api.ts'
import { demoCatalogue } from './catalogue.ts'
import { demoHistory } from './history.ts'

export interface SeedProgress {
  readonly step: 'products' | 'consents' | 'events'
  readonly done: number
  readonly total: number
}

export interface SeedOptions {
  /** The present, ms since the epoch; the 60 days end here. */
  readonly nowMs: number
  readonly onProgress?: (progress: SeedProgress) => void
}

export interface SeedSummary {
  readonly products: number
  readonly shoppers: number
  /** Events the engine accepted, or knew already from an earlier run. */
  readonly events: number
}

/** Calls under way at once: enough for group commits, few enough for a small machine. */
const AT_ONCE = 8
const EVENTS_PER_CALL = 500

/**
 * Writes catalogue, consents and histories. Running it again at once after a broken run harms nothing:
 * products and choices are the same, and events are known by their ids for a week.
 *
 * @throws ApiFault if a call is refused
 * @throws Error if the engine did not take an event of the history
 */
export async function seedDemo(api: ShopApi, options: SeedOptions): Promise<SeedSummary> {
  const report = options.onProgress ?? ((): void => {})
  const products = demoCatalogue()
  await api.putProducts(products)
  report({ done: products.length, step: 'products', total: products.length })

  const history = demoHistory(options.nowMs)
  const { notice_version } = await api.policy('pl')
  await inParallel(history, async (shopper, done) => {
    const choice = {
      level: 3,
      locale: 'pl',
      method: 'api',
      notice_version,
      purposes: { train_models: true },
    } as const
    await api.shopper(shopper.anonymous_id).putConsent(choice, false)
    report({ done, step: 'consents', total: history.length })
  })

  const events = history.flatMap((shopper) => shopper.events)
  const batches: (typeof events)[] = []
  for (let start = 0; start < events.length; start += EVENTS_PER_CALL) {
    batches.push(events.slice(start, start + EVENTS_PER_CALL))
  }
  let taken = 0
  await inParallel(batches, async (batch) => {
    const { counts, results } = await api.sendEvents(batch)
    const kept = results.filter(({ status }) => status === 'accepted' || status === 'duplicate').length
    if (kept < batch.length)
      throw new Error(`the engine took ${kept} of ${batch.length} demo events: ${JSON.stringify(counts)}`)
    taken += kept
    report({ done: taken, step: 'events', total: events.length })
  })
  return { events: taken, products: products.length, shoppers: history.length }
}

/** Works through a list with at most `AT_ONCE` calls under way; `done` counts finished ones with this. */
async function inParallel<Value>(
  values: readonly Value[],
  work: (value: Value, done: number) => Promise<void>,
): Promise<void> {
  let next = 0
  let done = 0
  const line = async (): Promise<void> => {
    while (next < values.length) {
      const value = values[next++] as Value
      await work(value, ++done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}
