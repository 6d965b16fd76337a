/**
 * The moments at which suggestions are measured: a person in the middle of a visit, on the page of a
 * department, with what she did before, what she does next, and what she truly likes.
 */
import type { Deed, Good, Shopper } from '../../apps/demo-shop/src/simulator/index.ts'
import { oracleRanking, utilityOf } from '../../apps/demo-shop/src/simulator/index.ts'
import { seededDraws } from '../../apps/demo-shop/src/simulator/seeded-random.ts'
import { SHELF } from './engine.ts'

/** A person and what she did, in order of time. */
export interface Lived {
  readonly shopper: Shopper
  readonly deeds: readonly Deed[]
}

export interface Situation {
  readonly shopper: Shopper
  /** What she did before the test began. */
  readonly history: readonly Deed[]
  /** Viewed in this visit so far, oldest first; 1 to 5. */
  readonly viewed: readonly Good[]
  /** Department she is in. */
  readonly department: string
  /** What she views next. */
  readonly next: Good
  /** What she buys in this visit and the 14 days after. */
  readonly buys: readonly Good[]
}

const MOST_VIEWED = 5
const BUYS_WITHIN_DAYS = 14

/**
 * One moment of every person who looks round in the test days.
 *
 * @param fromDay first day of the test, which has everything before it as history
 * @param toDay   day on which it ends
 */
export function situationsOf(
  lives: readonly Lived[],
  seed: number,
  fromDay: number,
  toDay: number,
): readonly Situation[] {
  return lives.flatMap((life) => situationOf(life, seed, fromDay, toDay) ?? [])
}

function situationOf(
  { deeds, shopper }: Lived,
  seed: number,
  fromDay: number,
  toDay: number,
): Situation | undefined {
  const draws = seededDraws(seed, `situation ${shopper.index}`)
  const views = deeds.filter(
    ({ day, goods, isGift, kind }) =>
      day >= fromDay && day < toDay && kind === 'view_item' && isGift === undefined && goods.every(isOpen),
  )
  const visits = [...Map.groupBy(views, ({ visit }) => visit).values()].filter(({ length }) => length > 1)
  if (visits.length === 0) return undefined
  const visit = draws.pick(visits)
  const cut = draws.between(1, Math.min(MOST_VIEWED, visit.length - 1))
  const viewed = visit.slice(0, cut).map(({ goods }) => goods[0] as Good)
  const { day } = visit[0] as Deed
  const bought = deeds.filter(
    (deed) =>
      deed.kind === 'purchase' &&
      deed.isGift === undefined &&
      (deed.day > day || deed.visit >= (visit[0] as Deed).visit) &&
      deed.day <= day + BUYS_WITHIN_DAYS,
  )
  return {
    buys: [...new Set(bought.flatMap(({ goods }) => goods.filter(isOpen)))],
    department: (viewed.at(-1) as Good).department,
    history: deeds.filter((deed) => deed.day < fromDay && deed.goods.every(isOpen)),
    next: visit[cut]?.goods[0] as Good,
    shopper,
    viewed,
  }
}

/** May the engine hear of it? */
export function isOpen({ adultsOnly, sensitive }: Good): boolean {
  return !adultsOnly && !sensitive
}

/** Ids of what she bought: neither asked for nor missed. */
export function boughtBefore({ history }: Situation): ReadonlySet<Good> {
  return new Set(history.flatMap(({ goods, kind }) => (kind === 'purchase' ? goods : [])))
}

/**
 * NDCG@10 of lists against her true utility.
 *
 * The gain of a product is how willing she would be to take it: logistic(u − her own 97th percentile), as
 * the choice model has it; 0 for what does not come in her size. The ideal list is the ten best of what
 * the shop has and she has not bought.
 *
 * @param day on which she looks
 * @returns the measure, in [0, 1]
 */
export function truthOf(
  situation: Situation,
  goods: readonly Good[],
  day: number,
): (list: readonly string[]) => number {
  const owned = new Set([...boughtBefore(situation)].map(({ index }) => index))
  const { taste } = situation.shopper
  const utilities = goods.map((good) => utilityOf(taste, good, day)).sort((a, b) => a - b)
  const border = utilities[Math.floor(utilities.length * 0.97)] ?? 0
  const gains = new Map(
    oracleRanking(situation.shopper, goods, owned).map((good) => [
      good.id,
      1 / (1 + Math.exp(border - utilityOf(taste, good, day))),
    ]),
  )
  const discounted = (values: readonly number[]): number =>
    values.slice(0, SHELF).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
  const ideal = discounted([...gains.values()].sort((a, b) => b - a))
  return (list) => discounted(list.map((id) => gains.get(id) ?? 0)) / ideal
}
