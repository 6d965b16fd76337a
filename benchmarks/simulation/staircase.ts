/**
 * The staircase: how good a shelf is at each level, asked of the real engine at the same moments.
 *
 * Each person of the test stands in the engine as one twin for each level, who chose that level, told
 * what it may know, and agreed to nothing else: what others' suggestions learn from does not change, and
 * all rows are about the same people, the same pages and the same model.
 */
import { MS_PER_DAY, tableEntry, tableOfEvent } from '@umiar/vocabulary'
import { type Deed, type Good, hintsOf } from '../../apps/demo-shop/src/simulator/index.ts'
import type { MeasuredEngine, Page } from './engine.ts'
import { boughtBefore, isOpen, type Situation, truthOf } from './situations.ts'

/** What an answer may use, from nothing to a history. */
export const STEPS = ['popular', 'page', 'visit', 'hints', 'history'] as const
/** `product` is level 0 on the page of the product viewed last; `page` on that of its department. */
export type Step = (typeof STEPS)[number] | 'product'

/** Means over the moments; shares in [0, 1]. */
export interface StepQuality {
  readonly step: Step
  /** Against the true utility. */
  readonly ndcg: number
  /** How often the product viewed next is among the ten. */
  readonly next_view: number
  /** How often a product bought within 14 days is among the ten; of the moments after which one was. */
  readonly next_purchase: number
  /** Share of the catalogue shown at least once. */
  readonly coverage: number
}

export interface StaircaseOptions {
  readonly situations: readonly Situation[]
  readonly goods: readonly Good[]
  /** Day of the world at which everything is asked. */
  readonly day: number
  /** The present, ms since the epoch. */
  readonly nowMs: number
  readonly seed: number
  /** Tells the twins apart where one engine is asked several times. */
  readonly round: string
  readonly steps?: readonly Step[]
  readonly onProgress?: ((share: number) => void) | undefined
}

const LEVEL_OF: Readonly<Record<Step, number>> = {
  hints: 2,
  history: 3,
  page: 0,
  popular: 0,
  product: 0,
  visit: 1,
}

/** Measures every step at every moment. @throws what the engine throws */
export async function measureStaircase(
  engine: MeasuredEngine,
  options: StaircaseOptions,
): Promise<readonly StepQuality[]> {
  const { goods, onProgress, situations, steps = STEPS } = options
  const open = goods.filter(({ releaseDay }) => releaseDay <= options.day)
  const closed = open.filter((good) => !isOpen(good)).map(({ id }) => id)
  const tallies = new Map(steps.map((step) => [step, newTally()]))
  for (const [index, situation] of situations.entries()) {
    const truth = truthOf(situation, open, options.day)
    const bought = [...boughtBefore(situation)].map(({ id }) => id)
    for (const step of steps) {
      const person = await enter(engine, situation, step, options)
      // The shop itself keeps what is for adults off its shelves.
      const list = await engine.ask(person, pageOf(situation, step), [...closed, ...bought])
      add(tallies.get(step), list, truth(list), situation, bought)
    }
    onProgress?.((index + 1) / situations.length)
  }
  return steps.map((step) => qualityOf(step, tallies.get(step) ?? newTally(), open.length))
}

/** Popularity is asked of a page that says nothing. */
function pageOf({ department, viewed }: Situation, step: Step): Page {
  if (step === 'product') return { item_ids: viewed.slice(-1).map(({ id }) => id), page_type: 'product' }
  return step === 'popular' ? { page_type: 'home' } : { category: department, page_type: 'category' }
}

/** Her twin for a level: chosen, told, in the middle of the visit. @returns its id; nobody at level 0 */
async function enter(
  engine: MeasuredEngine,
  situation: Situation,
  step: Step,
  { day, goods, nowMs, round, seed }: StaircaseOptions,
): Promise<string | undefined> {
  const level = LEVEL_OF[step]
  if (level === 0) return undefined
  const person = `${situation.shopper.anonymousId}-${round}-${level}`
  await engine.choose(person, level)
  if (level === 2) await engine.likes(person, hintsOf(situation.shopper, goods, seed).likes)
  if (level === 3) await engine.tell(eventsOf(person, situation.history, nowMs, day))
  await engine.tell(
    situation.viewed.map(({ id }, at) => ({
      anonymous_id: person,
      event: 'view_item',
      event_id: `${person}-now-${at}`,
      items: [{ item_id: id }],
      session_id: `${person}-now`,
      time: new Date(nowMs - (situation.viewed.length - at) * 60_000).toISOString(),
    })),
  )
  return person
}

/**
 * What a person did, as events the engine still keeps.
 *
 * @param nowMs the midnight before `day`
 */
export function eventsOf(
  person: string,
  deeds: readonly Deed[],
  nowMs: number,
  day: number,
): readonly Readonly<Record<string, unknown>>[] {
  return deeds.flatMap((deed, at) => {
    const atMs = nowMs - (day - deed.day) * MS_PER_DAY + deed.second * 1_000
    const keptMs = (tableEntry(tableOfEvent(deed.kind)).retentionDays - 1) * MS_PER_DAY
    const goods = deed.goods.filter(isOpen)
    if (nowMs - atMs > keptMs || goods.length === 0) return []
    return {
      anonymous_id: person,
      event: deed.kind,
      event_id: `${person}-${deed.visit}-${deed.day}-${at}`,
      items: goods.map(({ id }) => ({ item_id: id, quantity: 1 })),
      session_id: `${person}-visit-${deed.visit}`,
      time: new Date(atMs).toISOString(),
      ...(deed.order === undefined ? {} : { transaction_id: `${person}-order-${deed.order}` }),
    }
  })
}

interface Tally {
  asked: number
  ndcg: number
  views: number
  viewHits: number
  purchases: number
  purchaseHits: number
  readonly shown: Set<string>
}

function newTally(): Tally {
  return { asked: 0, ndcg: 0, purchaseHits: 0, purchases: 0, shown: new Set(), viewHits: 0, views: 0 }
}

function add(
  tally: Tally | undefined,
  list: readonly string[],
  ndcg: number,
  { buys, next }: Situation,
  bought: readonly string[],
): void {
  if (tally === undefined) return
  tally.asked++
  tally.ndcg += ndcg
  for (const id of list) tally.shown.add(id)
  if (!bought.includes(next.id)) {
    tally.views++
    if (list.includes(next.id)) tally.viewHits++
  }
  const wanted = buys.filter(({ id }) => !bought.includes(id))
  if (wanted.length === 0) return
  tally.purchases++
  if (wanted.some(({ id }) => list.includes(id))) tally.purchaseHits++
}

function qualityOf(step: Step, tally: Tally, items: number): StepQuality {
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 1e4) / 1e4
  return {
    coverage: share(tally.shown.size, items),
    ndcg: share(tally.ndcg, tally.asked),
    next_purchase: share(tally.purchaseHits, tally.purchases),
    next_view: share(tally.viewHits, tally.views),
    step,
  }
}
