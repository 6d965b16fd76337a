/**
 * A whole engine to measure on: the application of the server with store, key file, gate and model, in a
 * temporary folder, with a clock that is set by hand.
 *
 * Only the worker thread of the learner is left out: the same `ModelState` learns in this thread, and a
 * snapshot is published when a question is asked after something was learned.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeAead, openKeyFile, openSqliteStore, systemRandom } from '@umiar/adapters'
import { deriveInstallationKeys, rootKeyCheckOf } from '@umiar/crypto'
import { Model, ModelState } from '@umiar/recommender'
import {
  type Application,
  type Caller,
  createApplication,
  type Learner,
  NOTICE_VERSION,
} from '@umiar/use-cases'

type Products = Parameters<Application['putProducts']>[0]
/** The page a person is on. */
export type Page = Parameters<Application['recommend']>[1]['context']

/** A few verbs over an engine; ids name people nobody has met. */
export interface MeasuredEngine {
  setTime(nowMs: number): void
  nowMs(): number
  putProducts(products: Products): Promise<void>
  /** @param trains does she agree that others' suggestions learn from her? Level 3 only */
  choose(person: string, level: number, trains?: boolean): Promise<void>
  likes(person: string, itemIds: readonly string[]): Promise<void>
  /** Tells events as `POST /v1/events` takes them. @throws Error if one was refused */
  tell(events: readonly Readonly<Record<string, unknown>>[]): Promise<void>
  /**
   * Ids of one shelf, best first, at most 10.
   *
   * @param person nobody if absent
   * @param without ids that may not be shown
   */
  ask(
    person: string | undefined,
    page: Page,
    without?: readonly string[],
    strategy?: string,
  ): Promise<readonly string[]>
  /** The whole answer as JSON, for comparisons byte by byte. */
  answer(person: string | undefined, page: Page): Promise<string>
  /** How much the model has learned. */
  learned(): Model['learned']
  close(): Promise<void>
}

type MeasuredRecommend = (
  ...question: Parameters<MeasuredEngine['ask']>
) => ReturnType<Application['recommend']>

const SECRET: Caller = { kind: 'secret' }
const PRODUCTS_PER_CALL = 1_000
const EVENTS_PER_CALL = 1_000
/** Length of a shelf. */
export const SHELF = 10

/** Opens an empty one. @param nowMs ms since the epoch */
export async function openEngine(nowMs: number): Promise<MeasuredEngine> {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-measured-'))
  const rootKey = systemRandom.bytes(32)
  const clock = { now: nowMs }
  const store = await openSqliteStore({
    directory,
    random: systemRandom,
    reserveBytes: 64 * 1024,
    rootKeyCheck: rootKeyCheckOf(rootKey),
  })
  const { learner, model } = learnerInThread(clock)
  const app = await createApplication({
    aead: nodeAead,
    clock: { nowMs: () => clock.now },
    currency: 'PLN',
    evidenceMaxBytes: 1_000,
    keys: deriveInstallationKeys(rootKey, store.shopId),
    keyStore: await openKeyFile({ path: join(directory, 'keys.bin') }),
    learner,
    model,
    privacyUrl: '/privacy',
    random: systemRandom,
    store,
  })
  const shopper = (name: string): Caller => ({
    alias: app.aliasFor({ anonymous_id: name }),
    issuedAtMs: clock.now,
    kind: 'shopper',
  })
  const recommend: MeasuredRecommend = (person, page, without = [], strategy = 'for_you') =>
    app.recommend(SECRET, {
      context: page,
      slots: [{ exclude_ids: without, id: 'measured', limit: SHELF, strategy }],
      ...(person === undefined ? {} : { visitor: { anonymous_id: person } }),
    })
  return {
    answer: async (person, page) => JSON.stringify(await recommend(person, page)),
    async ask(...question) {
      const reply = await recommend(...question)
      return (reply.slots[0]?.items ?? []).map(({ item_id }) => item_id)
    },
    async choose(person, level, trains = false) {
      const choice = { level, locale: 'pl', method: 'centre', notice_version: NOTICE_VERSION } as const
      const purposes = level === 3 ? { train_models: trains } : {}
      await app.putConsent(shopper(person), undefined, { ...choice, purposes }, false)
    },
    async close() {
      await app.close()
      rmSync(directory, { force: true, recursive: true })
    },
    learned: () => model().learned,
    nowMs: () => clock.now,
    async likes(person, itemIds) {
      await app.putTaste(shopper(person), { likes: itemIds, never: [] })
    },
    async putProducts(products) {
      for (let from = 0; from < products.length; from += PRODUCTS_PER_CALL)
        await app.putProducts(products.slice(from, from + PRODUCTS_PER_CALL))
    },
    setTime: (now) => {
      clock.now = now
    },
    async tell(events) {
      for (let from = 0; from < events.length; from += EVENTS_PER_CALL) {
        const { counts, results } = await app.recordEvents(SECRET, {
          events: events.slice(from, from + EVENTS_PER_CALL),
        })
        const taken = (counts.accepted ?? 0) + (counts.session_only ?? 0)
        if (taken === results.length) continue
        const refused = results.find(({ status }) => status !== 'accepted' && status !== 'session_only')
        throw new Error(`the engine refused an event: ${JSON.stringify(refused)}`)
      }
    },
  }
}

function learnerInThread(clock: { readonly now: number }): { learner: Learner; model: () => Model } {
  const state = new ModelState()
  let model: Model | undefined
  let isStale = true
  const change = (act: () => unknown): void => {
    isStale = true
    act()
  }
  return {
    learner: {
      append: (subject, session) => change(() => state.append(subject, session)),
      block: (items) => change(() => state.block(items)),
      close: async () => undefined,
      forget: async (subject) => change(() => state.forget(subject)),
      replace: (subject, sessions) => change(() => state.replace(subject, sessions)),
      settled: async () => undefined,
      stateHash: async () => state.stateHash(),
    },
    model: () => {
      if (model === undefined || isStale) {
        // A learner's thread has minutes of the shop's time to complete what lags behind.
        state.settle()
        model = new Model(state.publish(clock.now), model)
      }
      isStale = false
      return model
    },
  }
}
