/**
 * Polana as it stands on day 96 of 120: an engine that heard of the people who agreed to teach it, and the
 * moments of the days after, which it has not seen.
 */
import { MS_PER_DAY } from '@umiar/vocabulary'
import { polanaAt } from '../../apps/demo-shop/src/polana/index.ts'
import { type Life, sharedCountsOf, simulate, type World } from '../../apps/demo-shop/src/simulator/index.ts'
import { seededDraws } from '../../apps/demo-shop/src/simulator/seeded-random.ts'
import { type MeasuredEngine, openEngine } from './engine.ts'
import { type Situation, situationsOf } from './situations.ts'
import { eventsOf, measureStaircase, type Step, type StepQuality } from './staircase.ts'

/** The demo's own seed and the two of the feasibility study. */
export const SEEDS = [20_261, 7, 11] as const
const TRAIN_DAYS = 96
const DAYS = 120
/** The midnight that ends the world. */
const END_MS = Date.UTC(2026, 10, 23)
const NOW_MS = END_MS - (DAYS - TRAIN_DAYS) * MS_PER_DAY

export interface PolanaStaircase {
  readonly seed: number
  /** Share of people others' suggestions learn from; absent: those of Polana who agreed to it. */
  readonly share?: number
  readonly people: number
  readonly learned: { readonly sessions: number; readonly views: number; readonly purchases: number }
  readonly steps: readonly StepQuality[]
}

export interface PolanaOptions {
  readonly seed: number
  /** Share of people who teach, drawn evenly, in place of what each agreed to. */
  readonly share?: number | undefined
  /** Every how manyth person is asked, 1 is everybody. */
  readonly every?: number
  readonly steps?: readonly Step[]
  readonly onProgress?: (share: number) => void
}

/** Measures the staircase of one seed. */
export async function polanaStaircase(options: PolanaOptions): Promise<PolanaStaircase> {
  const { onProgress, seed, share, steps } = options
  const { engine, situations, world } = await openPolana(options)
  try {
    const measured = await measureStaircase(engine, {
      day: TRAIN_DAYS,
      goods: world.goods,
      nowMs: NOW_MS,
      onProgress,
      round: 'asked',
      seed,
      situations,
      ...(steps === undefined ? {} : { steps }),
    })
    const { purchases, sessions, views } = engine.learned()
    return {
      learned: { purchases, sessions, views },
      people: situations.length,
      seed,
      ...(share === undefined ? {} : { share }),
      steps: measured,
    }
  } finally {
    await engine.close()
  }
}

/** An engine that knows Polana on day 96, and the moments to ask it about. */
export async function openPolana({ every = 1, seed, share }: PolanaOptions): Promise<{
  readonly engine: MeasuredEngine
  readonly situations: readonly Situation[]
  readonly world: World
}> {
  const world = simulate({ seed })
  const engine = await openEngine(NOW_MS)
  await engine.putProducts(feedOf(world))
  for (const { deeds, shopper } of world.lives.filter((life) => teaches(life, seed, share))) {
    await engine.choose(shopper.anonymousId, 3, true)
    await engine.tell(
      eventsOf(
        shopper.anonymousId,
        deeds.filter(({ day }) => day < TRAIN_DAYS),
        NOW_MS,
        TRAIN_DAYS,
      ),
    )
  }
  const situations = situationsOf(world.lives, seed, TRAIN_DAYS, DAYS).filter(
    ({ shopper }) => shopper.index % every === 0,
  )
  return { engine, situations, world }
}

function teaches({ shopper }: Life, seed: number, share: number | undefined): boolean {
  if (share === undefined) return shopper.attitude.trainModels
  return seededDraws(seed, `teaches ${shopper.index}`).chance(share)
}

/** The catalogue of day 96 with the counts of the 30 days before. */
function feedOf(world: World): Parameters<MeasuredEngine['putProducts']>[0] {
  const counts = sharedCountsOf(world, TRAIN_DAYS)
  const released = new Set(world.goods.filter((good) => good.releaseDay <= TRAIN_DAYS).map(({ id }) => id))
  return polanaAt(END_MS)
    .products.map(({ feed }) => ({ ...feed, counts: counts.get(feed.item_id) }))
    .filter(({ item_id }) => released.has(item_id))
}
