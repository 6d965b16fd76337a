/**
 * What the shop knows without knowing persons: how often a product was sold and viewed in 30 days, and
 * what is bought with it.
 *
 * Counted over everybody, whatever she agreed to, as a shop's books are. A count is given only where five
 * different people stand behind it: five visits of one person would point at her. Nothing about
 * sensitive products, and no product for adults beside another one.
 */
import { LEAST_SHARED_COUNT } from '@umiar/vocabulary'
import type { FeedProduct } from '../shop-data.ts'
import { DAYS } from './goods.ts'
import type { World } from './world.ts'

export type SharedCounts = NonNullable<FeedProduct['counts']>

const RECENT_DAYS = 30
const LAST_DAYS = 7
/** Bought by one person within so many days counts as bought together. */
const TOGETHER_DAYS = 14
const MOST_PARTNERS = 12

/**
 * Item id → counts; nothing for products of which there is nothing to tell.
 *
 * @param endDay the day before which it is counted
 */
export function sharedCountsOf(
  world: Pick<World, 'goods' | 'lives'>,
  endDay: number = DAYS,
): ReadonlyMap<string, SharedCounts> {
  const tallies = world.goods.map(() => ({
    partners: new Map<number, Tally>(),
    sold: tally(),
    soldLately: tally(),
    viewed: tally(),
    viewedLately: tally(),
  }))
  for (const life of world.lives) {
    const { shopper } = life
    const deeds = life.deeds.filter(({ day }) => day < endDay)
    for (const { day, goods, kind } of deeds) {
      if (day < endDay - RECENT_DAYS) continue
      for (const good of goods) {
        const own = tallies[good.index]
        if (kind === 'view_item') count(own?.viewed, shopper.index)
        if (kind === 'purchase') count(own?.sold, shopper.index)
        if (day < endDay - LAST_DAYS) continue
        if (kind === 'view_item') count(own?.viewedLately, shopper.index)
        if (kind === 'purchase') count(own?.soldLately, shopper.index)
      }
    }
    for (const [a, b] of boughtTogether(deeds)) {
      const partners = tallies[a]?.partners
      const pair = partners?.get(b) ?? tally()
      partners?.set(b, pair)
      count(pair, shopper.index)
    }
  }
  const counts = new Map<string, SharedCounts>()
  for (const good of world.goods) {
    const own = tallies[good.index]
    if (good.sensitive || own === undefined) continue
    const partners = [...own.partners].flatMap(([index, pair]) => {
      const other = world.goods[index]
      const together = shared(pair)
      return other === undefined || other.sensitive || other.adultsOnly || together === undefined
        ? []
        : [{ count: together, item_id: other.id }]
    })
    partners.sort((a, b) => b.count - a.count || (a.item_id < b.item_id ? -1 : 1))
    counts.set(good.id, {
      bought_with: good.adultsOnly ? [] : partners.slice(0, MOST_PARTNERS),
      ...optional('sold_30_days', shared(own.sold)),
      ...optional('sold_7_days', shared(own.soldLately)),
      ...optional('viewed_30_days', shared(own.viewed)),
      ...optional('viewed_7_days', shared(own.viewedLately)),
    })
  }
  return counts
}

interface Tally {
  times: number
  readonly people: Set<number>
}

function tally(): Tally {
  return { people: new Set(), times: 0 }
}

function count(own: Tally | undefined, person: number): void {
  if (own === undefined) return
  own.times++
  own.people.add(person)
}

function shared({ people, times }: Tally): number | undefined {
  return people.size >= LEAST_SHARED_COUNT ? times : undefined
}

function optional<Name extends string>(
  name: Name,
  value: number | undefined,
): { readonly [Key in Name]?: number } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: number }
}

/** Pairs of different goods one person bought within two weeks, each once in either direction. */
function boughtTogether(deeds: World['lives'][number]['deeds']): readonly (readonly [number, number])[] {
  const lines = deeds.flatMap(({ day, goods, kind }) =>
    kind === 'purchase' ? goods.map(({ index }) => ({ day, index })) : [],
  )
  const pairs = new Map<string, readonly [number, number]>()
  for (const a of lines)
    for (const b of lines)
      if (a.index !== b.index && Math.abs(a.day - b.day) <= TOGETHER_DAYS)
        pairs.set(`${a.index} ${b.index}`, [a.index, b.index])
  return [...pairs.values()]
}
