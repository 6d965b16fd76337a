/**
 * `umiar bench forget`: how long until a person is erased, in a shop with many people.
 *
 * Measured from the request to the answer of `POST /v1/erasures`: when it comes, rows, key, visit,
 * evidence and model entries are gone and the store's files hold none of them.
 */
import { putConsents, putHistories, visitorId, withBenchShop } from './bench-shop.ts'
import { ShopClient } from './shop-client.ts'
import { type Latencies, latenciesOf } from './statistics.ts'

export interface ForgetOptions {
  readonly seed: number
  readonly visitors: number
  /** How many of them are erased, one after the other. */
  readonly erasures: number
}

const EVENTS_EACH = 4

export interface ForgetFigures {
  readonly erasure: Latencies
  readonly visitors: number
  readonly events: number
  readonly seedingSeconds: number
}

/** Seeds the shop, then erases people drawn at random. */
export function benchForget({ erasures, seed, visitors }: ForgetOptions): Promise<ForgetFigures> {
  return withBenchShop({ products: 2000, seed }, async (shop) => {
    const started = performance.now()
    await putConsents(shop, visitors)
    const events = await putHistories(shop, visitors, EVENTS_EACH)
    const seedingSeconds = Math.round((performance.now() - started) / 1000)
    const staff = new ShopClient(shop.url, shop.staffToken, 1)
    const people = new Set<number>()
    while (people.size < Math.min(erasures, visitors)) people.add(Math.floor(shop.chance() * visitors))
    const latenciesMs: number[] = []
    for (const person of people) {
      const asked = performance.now()
      await staff.ask('POST', '/v1/erasures', { anonymous_id: visitorId(person) })
      latenciesMs.push(performance.now() - asked)
    }
    staff.close()
    return { erasure: latenciesOf(latenciesMs), events, seedingSeconds, visitors }
  })
}
