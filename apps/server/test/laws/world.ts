/**
 * A whole engine in a temporary folder: the real store, key file and model, a clock in the test's hand.
 *
 * Only the worker thread of the learner is left out, so that a script runs in milliseconds; the same
 * `ModelState` does the work. What the worker adds is tested with the adapters.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  nodeAead,
  openKeyFile,
  openPostgresStore,
  openSqliteStore,
  startLearner,
  systemRandom,
} from '@umiar/adapters'
import { deriveInstallationKeys, rootKeyCheckOf } from '@umiar/crypto'
import { Model, ModelState } from '@umiar/recommender'
import {
  type Application,
  type Caller,
  createApplication,
  type KeyStore,
  type Learner,
  NOTICE_VERSION,
  type PersonMark,
  type Store,
} from '@umiar/use-cases'
import type { SubjectId } from '@umiar/vocabulary'

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
export type Sabotage = 'model keeps the forgotten' | 'files are believed' | undefined

export interface WorldOptions {
  /** Keeps what was learned in files, as the product does; the learner still has no thread of its own. */
  readonly hasModelFiles?: boolean
  /** Address of an empty database; without one the store is embedded. */
  readonly database?: string
  readonly onUnusableFiles?: (code: string) => void
  /** Told how many people the model took over from files. */
  readonly onTakenOver?: (people: number) => void
}

/** Opens a world, a new one or one that was closed and kept. */
export async function openWorld(
  from?: Pick<World, 'directory' | 'rootKey'>,
  sabotage?: Sabotage,
  now = START,
  options: WorldOptions = {},
): Promise<World> {
  const directory = from?.directory ?? mkdtempSync(join(tmpdir(), 'umiar-world-'))
  const rootKey = from?.rootKey ?? systemRandom.bytes(32)
  const clock = { now }
  const storeOptions = {
    directory,
    random: systemRandom,
    // Little ballast: the attacker of one test tries every byte of every file.
    reserveBytes: 64 * 1024,
    rootKeyCheck: rootKeyCheckOf(rootKey),
  }
  const store = await (options.database === undefined
    ? openSqliteStore(storeOptions)
    : openPostgresStore({ ...storeOptions, connectionString: options.database }))
  const keys = deriveInstallationKeys(rootKey, store.shopId)
  const keyStore = await openKeyFile({ path: join(directory, 'keys.bin') })
  const inline = options.hasModelFiles
    ? await learnerWithFiles(clock, directory, keys.modelKey, store.shopId, options.onUnusableFiles)
    : { ...inlineLearner(clock, sabotage), taken: new Map<SubjectId, PersonMark>() }
  if (sabotage === 'files are believed') {
    const rowCounts = async () => [...inline.taken].map(([subject, mark]) => ({ ...mark, subject }))
    Object.assign(store, { rowCounts })
  }
  const app = await createApplication({
    aead: nodeAead,
    clock: { nowMs: () => clock.now },
    currency: 'PLN',
    keyStore,
    keys,
    learner: inline.learner,
    model: inline.model,
    evidenceMaxBytes: 1_000,
    privacyUrl: '/privacy',
    random: systemRandom,
    store,
  })
  options.onTakenOver?.(inline.taken.size)
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

/** The product's learner with its files, in this thread; `taken` are people from the files not told of anew. */
async function learnerWithFiles(
  clock: { readonly now: number },
  directory: string,
  modelKey: Uint8Array,
  shopId: Store['shopId'],
  onUnusableFiles: WorldOptions['onUnusableFiles'],
): Promise<{ learner: Learner; model: () => Model; taken: Map<SubjectId, PersonMark> }> {
  const learner = await startLearner({
    clock: { nowMs: () => clock.now },
    files: { directory: join(directory, 'model'), modelKey, shopId },
    onUnusableFiles: (why) => onUnusableFiles?.(why.code),
    thread: 'caller',
  })
  const taken = new Map<SubjectId, PersonMark>()
  const { files, forget, replace } = learner
  Object.assign(learner, {
    files: {
      ...files,
      load: async () => {
        const people = await files?.load()
        for (const [subject, mark] of people ?? []) taken.set(subject, mark)
        return people
      },
    },
    forget: (subject: SubjectId) => {
      taken.delete(subject)
      return forget.call(learner, subject)
    },
    replace: (...told: Parameters<Learner['replace']>) => {
      taken.delete(told[0])
      replace.apply(learner, told)
    },
  })
  return { learner, model: () => learner.model(), taken }
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
      forget: async (subject) =>
        change(() => sabotage !== 'model keeps the forgotten' && state.forget(subject)),
      replace: (subject, sessions) => change(() => state.replace(subject, sessions)),
      settled: async () => undefined,
      stateHash: async () => state.stateHash(),
    },
    model: () => (model ??= new Model(state.publish(clock.now))),
  }
}
