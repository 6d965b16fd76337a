/**
 * `npm start -- --data FOLDER`: the demo shop on a real catalogue and history, demo mode only.
 *
 * The folder holds `items.csv` and `events.csv`, each plain or `.gz`, and may hold `shop.json` with `name`
 * and `currency`. The history comes in once, by the same import as `umiar import --basis test-data
 * --rebase-time`, into a data directory of its own. Nothing is written into the folder.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import {
  countHistory,
  hashFile,
  type ImportClients,
  type ImportSummary,
  listItems,
  type OnProgress,
  runImport,
  type SharedCountsOfItem,
} from '@umiar/cli'
import { realShop, type ShopData } from '@umiar/demo-shop'
import { DomainError } from '@umiar/vocabulary'

/** Where a shop's data are and what they say of it; nothing was read but `shop.json`. */
export interface RealDataSource {
  /** Absolute. */
  readonly folder: string
  readonly items: string
  readonly events: string
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
  /** Who said so, in words for the terminal. */
  readonly currencySaidBy: string
}

/** A shop, and the way its history gets into an engine. */
export interface RealData {
  readonly shop: ShopData
  /** Imports catalogue and history unless they are there already. @returns `undefined` if they were */
  fill(
    clients: ImportClients,
    nowMs: () => number,
    onProgress?: OnProgress,
  ): Promise<ImportSummary | undefined>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Written when the import is complete; keeps the counts, so that later starts need not read the history. */
const MARKER_FILE = 'real-data.json'

interface Marker {
  readonly items_sha256: string
  readonly events_sha256: string
  readonly counts: Readonly<Record<string, SharedCountsOfItem>>
}

/**
 * Looks at a folder.
 *
 * @param asked what `--currency` says
 * @throws DomainError `configuration_invalid` outside demo mode, or where a file is missing or unusable
 */
export function realDataSource(
  path: string,
  asked: string | undefined,
  environment: Environment,
): RealDataSource {
  if (environment.UMIAR_MODE === 'production')
    throw refused('--data is for demo mode: it invents consents. Use umiar import in production.')
  const folder = resolve(path)
  const own = shopJson(folder)
  const sayings: readonly (readonly [currency: string | undefined, saidBy: string])[] = [
    [asked, '--currency'],
    [environment.UMIAR_CURRENCY, 'UMIAR_CURRENCY'],
    [own.currency, 'shop.json'],
    ['PLN', 'nobody; --currency says another'],
  ]
  const [currency = '', currencySaidBy = ''] = sayings.find(([said]) => Boolean(said)) ?? []
  if (!/^[A-Z]{3}$/.test(currency))
    throw refused(
      `The currency must be three capital letters such as PLN, given by ${currencySaidBy}: ${currency}`,
    )
  return {
    currency,
    currencySaidBy,
    events: fileIn(folder, 'events'),
    folder,
    items: fileIn(folder, 'items'),
    name: own.name ?? nameOf(folder),
  }
}

/** The data directory of a folder's shop: `.umiar-<folder>` beside the usual one. */
export function realDataDirectory(folder: string, usual: string): string {
  const name = basename(resolve(folder)).replaceAll(/[^\w.-]+/g, '-')
  return join(dirname(resolve(usual)), `.umiar-${name}`)
}

/** Reads the catalogue, and the history where its counts are not known yet. @throws DomainError `input_unreadable` */
export async function openRealData(source: RealDataSource, dataDir: string): Promise<RealData> {
  const { currency, events, items, name } = source
  const hashes = { events_sha256: await hashFile(events), items_sha256: await hashFile(items) }
  const marker = readMarker(dataDir)
  const isFilled =
    marker?.events_sha256 === hashes.events_sha256 && marker.items_sha256 === hashes.items_sha256
  const counts = isFilled ? new Map(Object.entries(marker.counts)) : await countHistory(events, items)
  const shop = realShop(await listItems(items), { counts, currency, name })
  return {
    async fill(clients, nowMs, onProgress) {
      if (isFilled) return undefined
      const summary = await runImport(
        clients,
        {
          basis: { kind: 'test-data' },
          currency,
          events,
          items,
          nowMs,
          products: shop.products.map(({ feed }) => feed),
          rebase: true,
          source: `folder ${basename(source.folder)}`,
        },
        onProgress,
      )
      writeMarker(dataDir, { ...hashes, counts: Object.fromEntries(counts) })
      return summary
    },
    shop,
  }
}

function fileIn(folder: string, name: string): string {
  const found = [`${name}.csv.gz`, `${name}.csv`]
    .map((file) => join(folder, file))
    .find((file) => existsSync(file))
  if (found === undefined) throw refused(`${folder} has no ${name}.csv and no ${name}.csv.gz.`)
  return found
}

function shopJson(folder: string): { readonly name?: string; readonly currency?: string } {
  const path = join(folder, 'shop.json')
  if (!existsSync(path)) return {}
  try {
    const { currency, name } = JSON.parse(readFileSync(path, 'utf8'))
    return {
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      ...(typeof currency === 'string' ? { currency } : {}),
    }
  } catch {
    throw refused(`${path} is not JSON.`)
  }
}

/** `online-retail` → `Online retail`. */
function nameOf(folder: string): string {
  const words = basename(folder)
    .replaceAll(/[-_.]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function readMarker(dataDir: string): Marker | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, MARKER_FILE), 'utf8')) as Marker
  } catch {
    // Not there, or not whole: then the import runs, and finds what is known already.
    return undefined
  }
}

function writeMarker(dataDir: string, marker: Marker): void {
  const path = join(dataDir, MARKER_FILE)
  writeFileSync(`${path}.new`, `${JSON.stringify(marker)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function refused(message: string): DomainError {
  return new DomainError('configuration_invalid', message)
}
