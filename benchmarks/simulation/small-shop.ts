/**
 * A small shop that begins to use the engine: how good each level is after a day, a week, a month and a
 * quarter, when only some of its visitors agree to be remembered and learned from.
 *
 * The engine hears of consenting people alone. What the shop knows of itself, it may supply: counts of
 * the last 30 days, those before it had the engine among them.
 */
import { MS_PER_DAY } from '@umiar/vocabulary'
import type { Good } from '../../apps/demo-shop/src/simulator/index.ts'
import { sharedCountsOf } from '../../apps/demo-shop/src/simulator/index.ts'
import { type MeasuredEngine, openEngine } from './engine.ts'
import {
  feedOfGood,
  type GeneratedLife,
  generatedGoods,
  generatedLives,
  type ShopSize,
} from './generated-shop.ts'
import { type Situation, situationsOf } from './situations.ts'
import { eventsOf, measureStaircase, type Step, type StepQuality } from './staircase.ts'

export interface SmallShopOptions extends ShopSize {
  /** Shares of visitors who consent, each in (0, 1). */
  readonly shares: readonly number[]
  /** Days after the shop began; the last at most 90. */
  readonly days: readonly number[]
  /** Moments asked about at each of them. */
  readonly moments: number
  readonly onProgress: (step: string, share: number) => void
}

/** One row of the table. */
export interface SmallShopRow extends StepQuality {
  /** Share of consenting visitors. */
  readonly share: number
  readonly day: number
  /** Did the shop supply its counts? */
  readonly counts: boolean
  /** `regulars` are those who were there before, since the shop has the engine. */
  readonly of: 'everybody' | 'regulars'
  readonly moments: number
  readonly learned_views: number
}

export interface SmallShopFigures {
  readonly visits_per_day: number
  readonly rows: readonly SmallShopRow[]
}

/** Day of the world on which the shop begins; before it, it only counts. */
const BEGIN = 23
const TEST_DAYS = 7
/** Midnight before day 0 of the world. */
const START_MS = Date.UTC(2026, 6, 26)
const AT_ONCE = 32
const LEVEL_0: readonly Step[] = ['popular', 'page', 'product']
const ABOVE: readonly Step[] = ['visit', 'hints', 'history']

/** Simulates and measures; minutes for 5,000 products and 2,000 visits a day. */
export async function measureSmallShop(options: SmallShopOptions): Promise<SmallShopFigures> {
  const { days, onProgress, people, shares } = options
  const goods = generatedGoods(options)
  const lives: GeneratedLife[] = []
  for (const life of generatedLives(options, goods)) {
    lives.push(life)
    if (lives.length % 256 === 0) onProgress('people', lives.length / people)
  }
  // The same people are asked whatever the share is: those who consent in each case.
  const asked = lives.filter(({ willing }) => willing < Math.min(...shares)).map(sinceBegin)
  const moments = new Map(
    days.map((day) => {
      const found = situationsOf(asked, options.seed, BEGIN + day, BEGIN + day + TEST_DAYS)
      return [day, evenly(found, options.moments)] as const
    }),
  )
  const rows: SmallShopRow[] = []
  for (const share of shares) rows.push(...(await measureShare(share, goods, lives, moments, options)))
  return { rows, visits_per_day: visitsPerDay(lives) }
}

async function measureShare(
  share: number,
  goods: readonly Good[],
  lives: readonly GeneratedLife[],
  moments: ReadonlyMap<number, readonly Situation[]>,
  { days, onProgress, seed }: SmallShopOptions,
): Promise<readonly SmallShopRow[]> {
  const percent = `${Math.round(share * 100)} % consent`
  const willing = lives.filter((life) => life.willing < share).map(sinceBegin)
  const engine = await openEngine(START_MS + BEGIN * MS_PER_DAY)
  const rows: SmallShopRow[] = []
  try {
    await engine.putProducts(feedAt(goods, lives, BEGIN, false))
    const known = new Set<string>()
    let reached = BEGIN
    for (const day of days) {
      const until = BEGIN + day
      for (; reached < until; reached++) {
        await liveDay(engine, willing, reached, known)
        onProgress(`${percent}, day ${reached + 1 - BEGIN}`, (reached + 1 - BEGIN) / Math.max(...days))
      }
      rows.push(
        ...(await measureDay(engine, {
          day,
          goods,
          lives,
          moments: moments.get(day) ?? [],
          onProgress,
          percent,
          seed,
          share,
        })),
      )
    }
  } finally {
    await engine.close()
  }
  return rows
}

/** A day of consenting people: they choose at their first visit, and what they do is told. */
async function liveDay(
  engine: MeasuredEngine,
  willing: readonly GeneratedLife[],
  day: number,
  known: Set<string>,
): Promise<void> {
  const nowMs = START_MS + (day + 1) * MS_PER_DAY + 6 * 3_600_000
  engine.setTime(nowMs)
  const there = willing.flatMap(({ deeds, shopper }) => {
    const today = deeds.filter((deed) => deed.day === day)
    return today.length === 0 ? [] : { id: shopper.anonymousId, today }
  })
  const fresh = there.filter(({ id }) => !known.has(id))
  engine.setTime(START_MS + day * MS_PER_DAY)
  for (let from = 0; from < fresh.length; from += AT_ONCE)
    await Promise.all(fresh.slice(from, from + AT_ONCE).map(({ id }) => engine.choose(id, 3, true)))
  for (const { id } of fresh) known.add(id)
  engine.setTime(nowMs)
  await engine.tell(
    there.flatMap(({ id, today }) => eventsOf(id, today, START_MS + (day + 1) * MS_PER_DAY, day + 1)),
  )
}

interface DayToMeasure {
  readonly share: number
  readonly day: number
  readonly goods: readonly Good[]
  readonly lives: readonly GeneratedLife[]
  readonly moments: readonly Situation[]
  readonly seed: number
  readonly percent: string
  readonly onProgress: (step: string, share: number) => void
}

async function measureDay(engine: MeasuredEngine, measured: DayToMeasure): Promise<readonly SmallShopRow[]> {
  const { day, goods, lives, moments, onProgress, percent, seed, share } = measured
  const at = BEGIN + day
  const nowMs = START_MS + at * MS_PER_DAY + 7 * 3_600_000
  engine.setTime(nowMs)
  const learned = engine.learned().views
  const rows: SmallShopRow[] = []
  const ask = async (
    round: string,
    steps: readonly Step[],
    situations: readonly Situation[],
    facts: Pick<SmallShopRow, 'counts' | 'of'>,
  ): Promise<void> => {
    const found = await measureStaircase(engine, {
      day: at,
      goods,
      nowMs,
      onProgress: (done) => onProgress(`${percent}, day ${day}, ${round}`, done),
      round: `${share}-${day}-${round}`,
      seed,
      situations,
      steps,
    })
    for (const row of found)
      rows.push({ ...row, ...facts, day, learned_views: learned, moments: situations.length, share })
  }
  await engine.putProducts(feedAt(goods, lives, at, false))
  await ask('without counts', LEVEL_0, moments, { counts: false, of: 'everybody' })
  await engine.putProducts(feedAt(goods, lives, at, true))
  await ask('with counts', [...LEVEL_0, ...ABOVE], moments, { counts: true, of: 'everybody' })
  const regulars = moments.filter(({ history }) => history.length > 0)
  if (regulars.length > 0)
    await ask('regulars', ['page', 'visit', 'history'], regulars, { counts: true, of: 'regulars' })
  return rows
}

/** What is released by then. @param withCounts of the 30 days before */
function feedAt(
  goods: readonly Good[],
  lives: readonly GeneratedLife[],
  day: number,
  withCounts: boolean,
): Parameters<MeasuredEngine['putProducts']>[0] {
  const counts = withCounts ? countsAt(goods, lives, day) : undefined
  return goods
    .filter(({ releaseDay }) => releaseDay <= day)
    .map((good) => ({ ...feedOfGood(good, START_MS), counts: counts?.get(good.id) }))
}

const counted = new WeakMap<readonly GeneratedLife[], Map<number, ReturnType<typeof sharedCountsOf>>>()

function countsAt(
  goods: readonly Good[],
  lives: readonly GeneratedLife[],
  day: number,
): ReturnType<typeof sharedCountsOf> {
  const ofDays = counted.get(lives) ?? new Map()
  counted.set(lives, ofDays)
  const found = ofDays.get(day) ?? sharedCountsOf({ goods, lives }, day)
  ofDays.set(day, found)
  return found
}

function sinceBegin(life: GeneratedLife): GeneratedLife {
  return { ...life, deeds: life.deeds.filter(({ day }) => day >= BEGIN) }
}

/** At most so many, evenly taken. */
function evenly<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values
  return Array.from({ length: most }, (_, at) => values[Math.floor((at * values.length) / most)] as Value)
}

function visitsPerDay(lives: readonly GeneratedLife[]): number {
  let visits = 0
  let days = 0
  for (const { deeds } of lives) {
    visits += new Set(deeds.map(({ visit }) => visit)).size
    days = Math.max(days, ...deeds.slice(-1).map(({ day }) => day + 1))
  }
  return Math.round(visits / Math.max(1, days))
}
