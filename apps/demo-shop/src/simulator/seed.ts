/**
 * Brings Polana and its people into an engine, through the public API alone.
 *
 * Everybody chooses before anything is told of her, as a real person would have had to. Of levels 0 to 2
 * nothing is told: level 0 is not even known, the others leave a choice and, at level 2, hints.
 */
import type { FeedProduct } from '../shop-data.ts'
import { apiEventsOf, type SimulatedEvent } from './api-events.ts'
import { type DeclaredTaste, declaredTasteOf } from './declared-taste.ts'
import type { Shopper } from './shopper.ts'
import { agreesToMeasure, type ShelfEvent, type ShownShelf, shelfEventsOf, visitOf } from './today.ts'
import { type Life, polanaWorld, type World } from './world.ts'

/** A choice as `PUT /v1/consent` takes it. */
export interface SeedConsent {
  readonly level: number
  readonly purposes: Readonly<Record<string, boolean>>
  readonly notice_version: string
  readonly locale: string
  readonly method: 'api'
}

/** What seeding needs of an engine: six calls of the public API, made with the shop's secret key. */
export interface SeedEngine {
  putProducts(products: readonly FeedProduct[]): Promise<unknown>
  /** Version of the text people have before them when they choose. */
  noticeVersion(): Promise<string>
  putConsent(anonymousId: string, consent: SeedConsent): Promise<unknown>
  putTaste(anonymousId: string, taste: DeclaredTaste): Promise<unknown>
  /** @returns how many events got which status */
  recordEvents(events: readonly (SimulatedEvent | ShelfEvent)[]): Promise<Readonly<Record<string, number>>>
  /** Asks for her shelf on the home page. */
  recommend(anonymousId: string, sessionId: string): Promise<ShownShelf>
}

export interface SeedProgress {
  readonly step: 'products' | 'choices' | 'hints' | 'events' | 'today'
  readonly done: number
  readonly total: number
}

export interface SeedOptions {
  /** The present, ms since the epoch: the 120 days end with the day before. */
  readonly nowMs: number
  /** The catalogue to put; counts and addresses are the caller's to add. */
  readonly products: readonly FeedProduct[]
  readonly onProgress?: ((progress: SeedProgress) => void) | undefined
  /** Another world than the demo's. */
  readonly world?: World | undefined
}

export interface SeedSummary {
  readonly products: number
  /** People who made a choice above level 0. */
  readonly people: number
  /** Events the engine took, or knew already from an earlier run. */
  readonly events: number
  /** Events it did not take: of people erased since an earlier run. */
  readonly refused: number
}

/** Calls under way at once: enough for group commits, few enough for a small machine. */
const AT_ONCE = 8
const EVENTS_PER_CALL = 500
const PRODUCTS_PER_CALL = 500
/** Less than this share taken is an engine that does not listen. */
const LEAST_TAKEN = 0.95

/**
 * Writes catalogue, choices, hints and histories.
 *
 * Running it again after a broken run harms nothing: products, choices and hints are the same, and events
 * are known by their ids for a week. Later, whoever seeds must know that it was done.
 *
 * @throws what the engine's calls throw
 * @throws Error if the engine did not take the history
 */
export async function seedPolana(engine: SeedEngine, options: SeedOptions): Promise<SeedSummary> {
  const { nowMs, onProgress: report = () => {}, products, world = polanaWorld() } = options
  for (let start = 0; start < products.length; start += PRODUCTS_PER_CALL) {
    await engine.putProducts(products.slice(start, start + PRODUCTS_PER_CALL))
    report({
      done: Math.min(products.length, start + PRODUCTS_PER_CALL),
      step: 'products',
      total: products.length,
    })
  }
  const people = world.lives.filter(({ shopper }) => shopper.attitude.level > 0)
  const version = await engine.noticeVersion()
  await inParallel(people, async ({ shopper }, done) => {
    await engine.putConsent(shopper.anonymousId, consentOf(shopper, version))
    report({ done, step: 'choices', total: people.length })
  })
  const hinting = people.filter((life) => declares(life, world))
  await inParallel(hinting, async (life, done) => {
    await engine.putTaste(life.shopper.anonymousId, declaredTasteOf(life, world.goods, world.seed))
    report({ done, step: 'hints', total: hinting.length })
  })
  const events = people.flatMap((life) => apiEventsOf(life, nowMs))
  const taken = await sendEvents(engine, events, report)
  await showShelvesToday(engine, people, world, nowMs, report)
  return { events: taken, people: people.length, products: products.length, refused: events.length - taken }
}

/**
 * Tells the story of one hero anew, under another id: for a hero somebody erased.
 *
 * @throws RangeError if nobody has this key
 */
export async function tellHero(
  engine: SeedEngine,
  key: string,
  anonymousId: string,
  nowMs: number,
  world: World = polanaWorld(),
): Promise<void> {
  const life = world.lives.find(({ shopper }) => shopper.hero === key)
  if (life === undefined) throw new RangeError(`no hero is called ${key}`)
  if (life.shopper.attitude.level === 0) return
  await engine.putConsent(anonymousId, consentOf(life.shopper, await engine.noticeVersion()))
  if (declares(life, world))
    await engine.putTaste(anonymousId, declaredTasteOf(life, world.goods, world.seed))
  await sendEvents(engine, apiEventsOf(life, nowMs, anonymousId), () => {})
}

/** Shelves of today, for who agreed to be counted. */
async function showShelvesToday(
  engine: SeedEngine,
  people: readonly Life[],
  world: World,
  nowMs: number,
  report: (progress: SeedProgress) => void,
): Promise<void> {
  const measured = people.filter(({ shopper }) => agreesToMeasure(shopper))
  await inParallel(measured, async (life, done) => {
    const shelf = await engine.recommend(life.shopper.anonymousId, visitOf(life.shopper))
    await engine.recordEvents(shelfEventsOf(life, world, shelf, nowMs))
    report({ done, step: 'today', total: measured.length })
  })
}

function consentOf(shopper: Shopper, noticeVersion: string): SeedConsent {
  const { attitude } = shopper
  return {
    level: attitude.level,
    locale: 'pl',
    method: 'api',
    notice_version: noticeVersion,
    purposes:
      attitude.level === 3 ? { measure: agreesToMeasure(shopper), train_models: attitude.trainModels } : {},
  }
}

function declares(life: Life, world: World): boolean {
  const { likes, never } = declaredTasteOf(life, world.goods, world.seed)
  return likes.length + never.length > 0
}

async function sendEvents(
  engine: SeedEngine,
  events: readonly SimulatedEvent[],
  report: (progress: SeedProgress) => void,
): Promise<number> {
  const batches: (readonly SimulatedEvent[])[] = []
  for (let start = 0; start < events.length; start += EVENTS_PER_CALL)
    batches.push(events.slice(start, start + EVENTS_PER_CALL))
  let taken = 0
  let sent = 0
  const refused: Record<string, number> = {}
  await inParallel(batches, async (batch) => {
    for (const [status, count] of Object.entries(await engine.recordEvents(batch))) {
      if (status === 'accepted' || status === 'duplicate') taken += count
      else refused[status] = (refused[status] ?? 0) + count
    }
    sent += batch.length
    report({ done: sent, step: 'events', total: events.length })
  })
  if (taken < events.length * LEAST_TAKEN)
    throw new Error(`the engine took ${taken} of ${events.length} demo events: ${JSON.stringify(refused)}`)
  return taken
}

/** Works through a list with at most `AT_ONCE` calls under way; `done` counts finished ones with this. */
async function inParallel<Value>(
  values: readonly Value[],
  work: (value: Value, done: number) => Promise<void>,
): Promise<void> {
  let next = 0
  let done = 0
  const queue = async (): Promise<void> => {
    while (next < values.length) {
      const value = values[next++] as Value
      await work(value, ++done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, queue))
}
