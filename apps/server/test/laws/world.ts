/**
 * A whole engine in a temporary folder: the real store, key file and model, a clock in the test's hand.
 *
 * Only the worker thread of the learner is left out, so that a script runs in milliseconds; the same
 * `ModelState` does the work. What the worker adds is tested with the adapters.
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
  type KeyStore,
  type Learner,
  NOTICE_VERSION,
  type Store,
} from '@umiar/use-cases'

export const SECRET: Caller = { kind: 'secret' }

export interface World {
  readonly app: Application
  readonly store: Store
  readonly keyStore: KeyStore
  readonly directory: string
  readonly rootKey: Uint8Array
  /** Moved by hand. */
  readonly clock: { now: number }
  /** The caller a shopper token of this visitor would prove, issued now. */
  shopper(anonymousId: string): Caller
  choose(anonymousId: string, level: number, purposes?: Record<string, boolean>): Promise<unknown>
  send(events: readonly Record<string, unknown>[]): Promise<readonly string[]>
  /** Closes everything; the folder stays when `keep` is set. */
  close(keep?: boolean): Promise<void>
}

export const START = Date.parse('2026-11-23T10:00:00Z')

/** A planted fault, so that a test can show that it would be noticed. */
export type Sabotage = 'model keeps the forgotten' | undefined

/** Opens a world, a new one or one that was closed and kept. */
export async function openWorld(
  from?: Pick<World, 'directory' | 'rootKey'>,
  sabotage?: Sabotage,
  now = START,
): Promise<World> {
  const directory = from?.directory ?? mkdtempSync(join(tmpdir(), 'umiar-world-'))
  const rootKey = from?.rootKey ?? systemRandom.bytes(32)
  const clock = { now }
  const store = await openSqliteStore({
    directory,
    random: systemRandom,
    // Little ballast: the attacker of one test tries every byte of every file.
    reserveBytes: 64 * 1024,
    rootKeyCheck: rootKeyCheckOf(rootKey),
  })
  const keyStore = await openKeyFile({ path: join(directory, 'keys.bin') })
  const inline = inlineLearner(clock, sabotage)
  const app = await createApplication({
    aead: nodeAead,
    clock: { nowMs: () => clock.now },
    currency: 'PLN',
    keyStore,
    keys: deriveInstallationKeys(rootKey, store.shopId),
    learner: inline.learner,
    model: inline.model,
    evidenceMaxBytes: 1_000,
    privacyUrl: '/privacy',
    random: systemRandom,
    store,
  })
  const shopper = (anonymousId: string): Caller => ({
    alias: app.aliasFor({ anonymous_id: anonymousId }),
    issuedAtMs: clock.now,
    kind: 'shopper',
  })
  return {
    app,
    choose: (anonymousId, level, purposes) =>
      app.putConsent(
        shopper(anonymousId),
        undefined,
        { level, locale: 'pl', method: 'centre', notice_version: NOTICE_VERSION, purposes },
        false,
      ),
    clock,
    async close(keep = false) {
      await app.close()
      if (!keep) rmSync(directory, { force: true, recursive: true })
    },
    directory,
    keyStore,
    rootKey,
    send: async (events) =>
      (await app.recordEvents(SECRET, { events })).results.map((result) => result.status),
    shopper,
    store,
  }
}

/** The learner's port over a state in the same thread. */
function inlineLearner(clock: { now: number }, sabotage: Sabotage): { learner: Learner; model: () => Model } {
  const state = new ModelState()
  let model: Model | undefined
  const change = (act: () => unknown): void => {
    model = undefined
    act()
  }
  return {
    learner: {
      append: (subject, session) => change(() => state.append(subject, session)),
      block: (items) => change(() => state.block(items)),
      close: async () => undefined,
      forget: async (subject) => change(() => sabotage === undefined && state.forget(subject)),
      replace: (subject, sessions) => change(() => state.replace(subject, sessions)),
      settled: async () => undefined,
      stateHash: async () => state.stateHash(),
    },
    model: () => (model ??= new Model(state.publish(clock.now))),
  }
}
