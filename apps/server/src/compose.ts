/**
 * Composition: which adapters stand behind the application. The only place that chooses.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  loadRootKey,
  MOVED_FILE,
  nodeAead,
  openImportLog,
  openKeyFile,
  openPostgresStore,
  openSqliteStore,
  startLearner,
  systemClock,
  systemRandom,
} from '@umiar/adapters'
import { deriveInstallationKeys, type InstallationKeys, rootKeyCheckOf } from '@umiar/crypto'
import {
  type Application,
  createApplication,
  type ImportLog,
  type KeyStore,
  type Store,
} from '@umiar/use-cases'
import { type Clock, DomainError, type Random } from '@umiar/vocabulary'
import type { ServerConfig } from './config/config.ts'

export interface Composition {
  readonly app: Application
  readonly store: Store
  readonly installationKeys: InstallationKeys
  readonly clock: Clock
  readonly random: Random
}

export interface ComposeOptions {
  readonly config: Pick<
    ServerConfig,
    | 'mode'
    | 'dataDir'
    | 'databaseUrl'
    | 'rootKey'
    | 'rootKeyFile'
    | 'storeMaxBytes'
    | 'currency'
    | 'privacyUrl'
    | 'evidenceMaxBytes'
  >
  readonly clock?: Clock
  readonly onReplay?: (done: number, all: number) => void
  /** Told if model files there were are of no use; everything is learned anew from the store then. */
  readonly onUnusableModelFiles?: (why: DomainError) => void
}

const DATABASE_FILE = 'umiar.db'
const KEY_FILE = 'keys.bin'
const MODEL_DIRECTORY = 'model'
/** Erasures that can be under way at the moment of a crash. */
const MOST_CUT_SHORT = 100

/**
 * Opens store, keys and learner of an installation.
 *
 * @throws DomainError `configuration_invalid`, `root_key_missing`, `root_key_wrong`, `store_owned`, `store_newer`,
 *         `store_damaged`, `store_unavailable`
 */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { config, clock = systemClock } = options
  const random = systemRandom
  checkOneStore(config)
  const isNew = !existsSync(join(config.dataDir, config.databaseUrl === undefined ? DATABASE_FILE : KEY_FILE))
  mkdirSync(config.dataDir, { mode: 0o700, recursive: true })
  const rootKey = loadRootKey({
    // A fresh key for an existing store would lock everything in it away for good.
    createIfMissing: isNew && config.mode === 'demo',
    env: config.rootKey,
    path: config.rootKeyFile,
  })
  const store = await openStore(config, random, rootKeyCheckOf(rootKey))
  const opened: { close(): Promise<void> }[] = [store]
  try {
    const hadKeyFile = existsSync(join(config.dataDir, KEY_FILE))
    const keyStore = await openKeyFile({ path: join(config.dataDir, KEY_FILE) })
    opened.push(keyStore)
    await checkKeysPresent(store, keyStore, hadKeyFile)
    const importLog = openImportLog(config.dataDir)
    checkImports(config, importLog)
    const installationKeys = deriveInstallationKeys(rootKey, store.shopId)
    const learner = await startLearner({
      clock,
      files: {
        directory: join(config.dataDir, MODEL_DIRECTORY),
        modelKey: installationKeys.modelKey,
        shopId: store.shopId,
      },
      ...(options.onUnusableModelFiles === undefined
        ? {}
        : { onUnusableFiles: options.onUnusableModelFiles }),
    })
    opened.push(learner)
    const app = await createApplication({
      aead: nodeAead,
      clock,
      currency: config.currency,
      evidenceMaxBytes: config.evidenceMaxBytes,
      importLog,
      keyStore,
      keys: installationKeys,
      learner,
      model: () => learner.model(),
      privacyUrl: config.privacyUrl,
      random,
      store,
      ...(options.onReplay === undefined ? {} : { onReplay: options.onReplay }),
    })
    return { app, clock, installationKeys, random, store }
  } catch (error) {
    for (const one of opened.reverse()) await one.close().catch(() => undefined)
    throw error
  }
}

/** The store the configuration names. */
function openStore(
  { databaseUrl, dataDir: directory, storeMaxBytes }: ComposeOptions['config'],
  random: Random,
  rootKeyCheck: Uint8Array,
): Promise<Store> {
  const options = {
    directory,
    random,
    rootKeyCheck,
    ...(storeMaxBytes > 0 ? { maxBytes: storeMaxBytes } : {}),
  }
  return databaseUrl === undefined
    ? openSqliteStore(options)
    : openPostgresStore({ ...options, connectionString: databaseUrl })
}

/** Two stores for one key file would drift apart: each would miss what was told the other. */
function checkOneStore({ databaseUrl, dataDir }: ComposeOptions['config']): void {
  const hasEmbedded = existsSync(join(dataDir, DATABASE_FILE))
  if (databaseUrl !== undefined && hasEmbedded) {
    throw new DomainError(
      'configuration_invalid',
      `UMIAR_DATABASE_URL is set, but the data directory holds an embedded store (${DATABASE_FILE}). Move it with npx umiar migrate-store --to URL; delete the file if that was done already.`,
    )
  }
  if (databaseUrl === undefined && !hasEmbedded && existsSync(join(dataDir, MOVED_FILE))) {
    throw new DomainError(
      'configuration_invalid',
      'This installation was moved to PostgreSQL. Set UMIAR_DATABASE_URL to the address of its database.',
    )
  }
}

/** People of test data never agreed to anything: a real shop must not be opened over them. */
function checkImports({ mode }: ComposeOptions['config'], importLog: ImportLog): void {
  const invented = importLog.notes().find((note) => note.note === 'begun' && note.basis === 'test-data')
  if (mode === 'demo' || invented === undefined) return
  throw new DomainError(
    'configuration_invalid',
    `This data directory holds test data with invented consents (${invented.import_id}). Production needs a directory of its own: set UMIAR_DATA_DIR.`,
  )
}

/**
 * A key file that is not there, or lacks many keys, was lost or left behind: nothing may be concluded
 * from it. A few people without a key are erasures that a crash cut short; the application ends them.
 */
async function checkKeysPresent(store: Store, keyStore: KeyStore, hadKeyFile: boolean): Promise<void> {
  const people = await store.consentSequences()
  const without = people.filter(({ subject }) => keyStore.find(subject) === undefined).length
  if (without === 0 || (hadKeyFile && without <= MOST_CUT_SHORT)) return
  throw new DomainError(
    'store_damaged',
    `The key file lacks the keys of ${without} of ${people.length} people. Restore ${KEY_FILE} from the backup the database came from.`,
    { people: people.length, without },
  )
}
