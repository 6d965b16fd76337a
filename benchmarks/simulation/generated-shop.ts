/**
 * A shop of any size, drawn from a seed, and the people who come to it: Polana's choice model over
 * another catalogue.
 *
 * What is drawn is what the model looks at: departments with shelves, styles and brands, price tiers,
 * appeal, what completes what. Few departments draw most of the interest, as in real shops.
 */
import { type Deed, liveThrough } from '../../apps/demo-shop/src/simulator/behaviour.ts'
import type { Good, Shopper, Taste } from '../../apps/demo-shop/src/simulator/index.ts'
import { type Draws, inventedId, seededDraws } from '../../apps/demo-shop/src/simulator/seeded-random.ts'

export interface ShopSize {
  readonly seed: number
  readonly products: number
  readonly people: number
}

/** A person of the generated shop, with what she did in 120 days. */
export interface GeneratedLife {
  readonly shopper: Shopper
  readonly deeds: readonly Deed[]
  /** Below a share of consenting people she is one of them; in [0, 1), so that small shares lie inside large ones. */
  readonly willing: number
}

const DEPARTMENTS = 40
const SHELVES = 5
const KINDS_PER_SHELF = 2
const STYLES = 4
const BRANDS = 6
const DAYS = 120
const SHARES = [0.55, 0.25, 0.12] as const
const OTHERS = 5
const APPEAL_SPREAD = 0.5

/** The catalogue; products are dealt out evenly to the shelves. */
export function generatedGoods({ products, seed }: ShopSize): readonly Good[] {
  const kinds = Array.from({ length: DEPARTMENTS * SHELVES * KINDS_PER_SHELF }, (_, kind) => {
    const draws = seededDraws(seed, `kind ${kind}`)
    const durable = draws.chance(0.6)
    return { durable, isUsedUp: !durable && draws.chance(0.6), price: 8 * Math.exp(1.6 * draws.fraction()) }
  })
  const goods = Array.from({ length: products }, (_, index): Good => {
    const draws = seededDraws(seed, `good ${index}`)
    const kind = index % kinds.length
    const shelf = Math.floor(kind / KINDS_PER_SHELF)
    const department = Math.floor(shelf / SHELVES)
    const tier = draws.between(1, 3)
    const { durable, isUsedUp, price } = kinds[kind] ?? { durable: false, isUsedUp: false, price: 10 }
    return {
      adultsOnly: false,
      appeal: APPEAL_SPREAD * draws.normal(),
      available: !draws.chance(0.03),
      brand: `Brand ${department}-${draws.between(1, BRANDS)}`,
      category: `department-${department}/shelf-${shelf % SHELVES}`,
      completes: [],
      department: `department-${department}`,
      durable,
      eco: draws.chance(0.2),
      id: `p${String(index).padStart(5, '0')}`,
      index,
      isUsedUp,
      kind: `kind-${kind}`,
      price: Math.round(price * tier * 100) / 100,
      reduced: draws.chance(0.1),
      releaseDay: draws.chance(0.85) ? -draws.between(30, 900) : draws.between(-29, DAYS - 1),
      sensitive: false,
      sizes: [],
      sizing: undefined,
      style: `style-${draws.between(1, STYLES)}`,
      tier,
    }
  })
  return withCompletions(goods, seed)
}

/** Half of the kinds are completed by another kind of the department: its best of the same style. */
function withCompletions(goods: readonly Good[], seed: number): readonly Good[] {
  const byKind = Map.groupBy(goods, ({ kind }) => kind)
  const kindsOf = Map.groupBy(byKind.keys(), (kind) => byKind.get(kind)?.[0]?.department ?? '')
  const partner = new Map(
    [...byKind.keys()].map((kind) => {
      const draws = seededDraws(seed, `partner of ${kind}`)
      const beside = (kindsOf.get(byKind.get(kind)?.[0]?.department ?? '') ?? []).filter((k) => k !== kind)
      return [kind, draws.chance(0.5) && beside.length > 0 ? draws.pick(beside) : undefined] as const
    }),
  )
  return goods.map((good) => {
    const others = byKind.get(partner.get(good.kind) ?? '') ?? []
    const match = (other: Good): number => other.appeal + (other.style === good.style ? 2 : 0)
    const best = [...others].sort((a, b) => match(b) - match(a)).slice(0, 3)
    return { ...good, completes: best.map(({ index }) => index) }
  })
}

/** Lives one person after the other, so that nobody has to hold more of them than needed. */
export function* generatedLives(size: ShopSize, goods: readonly Good[]): Generator<GeneratedLife> {
  for (let index = 0; index < size.people; index++) {
    const draws = seededDraws(size.seed, `person ${index}`)
    const shopper = drawShopper(draws, size.seed, index)
    yield {
      deeds: liveThrough(size.seed, shopper, goods),
      shopper,
      willing: seededDraws(size.seed, `willing ${index}`).fraction(),
    }
  }
}

function drawShopper(draws: Draws, seed: number, index: number): Shopper {
  return {
    anonymousId: inventedId(`generated ${seed} ${index}`),
    archetype: 'generated',
    attitude: { level: 0, trainModels: false },
    habits: {
      giftShare: 0.03,
      hour: draws.between(8, 21),
      isAdult: true,
      privateShare: 0,
      returnShare: 0.03,
      // Most come once or twice, a few come often.
      visits: Math.max(1, Math.min(60, Math.round(2.1 * Math.exp(0.9 * draws.normal())))),
    },
    index,
    taste: drawTaste(draws),
  }
}

function drawTaste(draws: Draws): Taste {
  const chosen: number[] = []
  while (chosen.length < SHARES.length + OTHERS) {
    // The square draws the first departments oftener: they are the large ones of the shop.
    const department = Math.floor(draws.fraction() ** 2 * DEPARTMENTS)
    if (!chosen.includes(department)) chosen.push(department)
  }
  const rest = (1 - SHARES.reduce((sum, share) => sum + share, 0)) / OTHERS
  const near = (mean: number, spread: number): number => Math.max(0, mean + spread * draws.normal())
  return {
    brands: new Set(
      chosen.slice(0, 3).flatMap((d) => [1, 2].map(() => `Brand ${d}-${draws.between(1, BRANDS)}`)),
    ),
    departments: Object.fromEntries(chosen.map((d, at) => [`department-${d}`, SHARES[at] ?? rest])),
    eco: Math.min(1, near(0.3, 0.2)),
    novelty: Math.min(1, near(0.3, 0.2)),
    priceSensitivity: near(0.7, 0.35),
    promo: Math.min(1, near(0.3, 0.2)),
    replenishDays: draws.between(14, 38),
    sizes: {},
    styles: Object.fromEntries(chosen.map((d) => [`department-${d}`, `style-${draws.between(1, STYLES)}`])),
  }
}

/** The product as the shop feeds it to an engine. @param startMs midnight before day 0 of the world */
export function feedOfGood(good: Good, startMs: number) {
  const [, shelf] = good.category.split('/')
  return {
    attributes: {
      eco: good.eco,
      kind: good.kind,
      reduced: good.reduced,
      style: good.style,
      tier: good.tier,
    },
    available: good.available,
    brand: good.brand,
    category: good.category,
    durable: good.durable,
    item_id: good.id,
    price: { amount: good.price.toFixed(2), currency: 'PLN' },
    released_at: new Date(startMs + good.releaseDay * 86_400_000).toISOString(),
    sensitive: false,
    title: `${good.kind} ${good.style} ${good.brand} ${shelf} ${good.index}`,
  }
}
