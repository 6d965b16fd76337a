/**
 * The stage a scenario is played on: a few verbs over an engine, and the claims made on the way.
 */
import type { Filter } from '@umiar/http-client'
import type { FeedProduct } from '../shop-data.ts'
import type { EventKind } from './behaviour.ts'
import type { SeedConsent } from './seed.ts'

/** An event as scenarios tell it. */
export interface StageEvent {
  readonly event_id: string
  readonly event: EventKind
  readonly time: string
  readonly anonymous_id: string
  readonly session_id: string
  readonly items: readonly { readonly item_id: string; readonly quantity: number }[]
  readonly transaction_id?: string
}

/** What an engine answered. */
export interface Shelf {
  readonly mode: string
  readonly ids: readonly string[]
  /** Products the reasons rest on. */
  readonly restsOn: readonly string[]
  readonly dataUsed: readonly string[]
}

/** What to ask for. */
export interface Question {
  readonly pageType: 'home' | 'category' | 'product' | 'cart'
  readonly itemIds?: readonly string[]
  readonly category?: string
  readonly limit?: number
  readonly strategy?: 'category_picks'
  readonly filter?: Filter | undefined
}

/** What scenarios need of an engine, made with the shop's secret key. */
export interface StageEngine {
  noticeVersion(): Promise<string>
  putConsent(anonymousId: string, consent: SeedConsent): Promise<unknown>
  /** @returns the status of each event, in order */
  tell(events: readonly StageEvent[]): Promise<readonly string[]>
  feedback(anonymousId: string, itemId: string, feedback: 'not_for_me' | 'gift' | 'forget'): Promise<unknown>
  setAvailability(itemId: string, available: boolean): Promise<unknown>
  putProduct(product: FeedProduct): Promise<unknown>
  erase(anonymousId: string): Promise<unknown>
  ask(anonymousId: string | undefined, question: Question): Promise<Shelf>
}

/** Something a scenario says must be so, and whether it was. */
export interface Claim {
  readonly claim: string
  readonly holds: boolean
}

/** One person on the stage. */
export interface Actor {
  choose(level: number): Promise<void>
  /** Tells what she does now. @returns statuses */
  does(
    kind: EventKind,
    ids: readonly string[],
    more?: { readonly order?: string; readonly daysAgo?: number },
  ): Promise<readonly string[]>
  taps(itemId: string, feedback: 'not_for_me' | 'gift' | 'forget'): Promise<void>
  asks(question: Question): Promise<Shelf>
  isErased(): Promise<void>
}

export interface Stage {
  readonly engine: StageEngine
  /** Somebody nobody knows yet, the same for the same name. */
  actor(name: string): Actor
  product(itemId: string): FeedProduct
  claims(claim: string, holds: boolean): void
}

export interface StageOptions {
  readonly engine: StageEngine
  readonly products: readonly FeedProduct[]
  /** The present, ms since the epoch. */
  readonly nowMs: number
  /** A fresh id for a person of this name. */
  readonly idOf: (name: string) => string
}

/** An empty stage. @returns it, and what has been claimed on it so far */
export function openStage(options: StageOptions): {
  readonly stage: Stage
  readonly claims: readonly Claim[]
} {
  const claims: Claim[] = []
  const byId = new Map(options.products.map((product) => [product.item_id, product]))
  const stage: Stage = {
    actor: (name) => createActor(options, options.idOf(name)),
    claims: (claim, holds) => void claims.push({ claim, holds }),
    engine: options.engine,
    product(itemId) {
      const product = byId.get(itemId)
      if (product === undefined) throw new RangeError(`there is no product ${itemId}`)
      return product
    },
  }
  return { claims, stage }
}

function createActor({ engine, nowMs }: StageOptions, id: string): Actor {
  let told = 0
  return {
    asks: (question) => engine.ask(id, question),
    async choose(level) {
      await engine.putConsent(id, {
        level,
        locale: 'pl',
        method: 'api',
        notice_version: await engine.noticeVersion(),
        purposes: level === 3 ? { train_models: true } : {},
      })
    },
    does: (kind, ids, { daysAgo = 0, order } = {}) =>
      engine.tell(
        ids.map((item_id) => ({
          anonymous_id: id,
          event: kind,
          event_id: `${id}-${told++}`,
          items: [{ item_id, quantity: 1 }],
          session_id: `${id}-visit`,
          // A second apart, and never after the present.
          time: new Date(nowMs - daysAgo * 86_400_000 - 60_000 + told * 1000).toISOString(),
          ...(order === undefined ? {} : { transaction_id: `${id}-${order}` }),
        })),
      ),
    isErased: async () => void (await engine.erase(id)),
    taps: async (itemId, feedback) => void (await engine.feedback(id, itemId, feedback)),
  }
}
