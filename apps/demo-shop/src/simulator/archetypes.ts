/**
 * Twelve ways to shop, and people drawn around them.
 *
 * An archetype says what is typical; each person differs from it in weights, styles, brands, sizes and
 * pace. What she agrees to is drawn apart, so that it can hang on nothing, or on what she spends.
 */
import type { Level } from '@umiar/vocabulary'
import { DEPARTMENTS } from '../polana/departments.ts'
import { type Draws, inventedId, seededDraws } from './seeded-random.ts'
import type { Attitude, Habits, Shopper, Taste } from './shopper.ts'

/** What is typical; numbers are means. */
export interface Archetype {
  readonly id: string
  /** Departments she may care for first, second and third; drawn one of each. */
  readonly interests: readonly [readonly string[], readonly string[], readonly string[]]
  /** Styles likelier than others, by department. */
  readonly styles?: Readonly<Record<string, string>>
  readonly priceSensitivity?: number
  readonly eco?: number
  readonly novelty?: number
  readonly promo?: number
  readonly visits?: number
  readonly hour?: number
  readonly giftShare?: number
  readonly returnShare?: number
  readonly privateShare?: number
}

const ANY = DEPARTMENTS.map(({ id }) => id)

export const ARCHETYPES: readonly Archetype[] = [
  {
    id: 'espresso-tinkerer',
    interests: [['coffee'], ['ware'], ['daily', 'home']],
    novelty: 0.7,
    priceSensitivity: 0.4,
    styles: { coffee: 'fruity', ware: 'minimal' },
    visits: 12,
  },
  {
    id: 'loose-tea-calm',
    interests: [['tea'], ['ware', 'home'], ['ware', 'garden', 'daily']],
    eco: 0.5,
    hour: 19,
    styles: { tea: 'floral', ware: 'rustic' },
  },
  {
    id: 'ultra-runner',
    hour: 6,
    interests: [['wear'], ['gear'], ['coffee', 'daily']],
    novelty: 0.6,
    priceSensitivity: 0.4,
    styles: { gear: 'light', wear: 'running' },
  },
  {
    id: 'family-hiker',
    interests: [['gear'], ['wear'], ['garden', 'tea']],
    priceSensitivity: 1,
    styles: { gear: 'family', wear: 'mountain' },
  },
  {
    id: 'balcony-gardener',
    eco: 0.6,
    interests: [['garden'], ['home', 'tea'], ['daily', 'ware']],
    styles: { garden: 'balcony', home: 'botanic' },
  },
  { id: 'bargain-hunter', interests: [ANY, ANY, ANY], priceSensitivity: 1.7, promo: 1, visits: 13 },
  {
    eco: 1,
    id: 'eco-first',
    interests: [['daily', 'garden', 'tea'], ANY, ANY],
    styles: { daily: 'natural', garden: 'meadow', tea: 'fresh' },
  },
  { giftShare: 0.45, id: 'gift-giver', interests: [['home', 'ware'], ['tea', 'daily'], ANY], visits: 8 },
  {
    id: 'parent-to-be',
    interests: [['home'], ['tea', 'daily'], ['garden', 'wear']],
    privateShare: 0.3,
    styles: { home: 'nordic', tea: 'fresh' },
  },
  { id: 'returner', interests: [['wear'], ['home', 'gear'], ANY], promo: 0.6, returnShare: 0.35 },
  { hour: 23, id: 'night-browser', interests: [ANY, ANY, ANY], novelty: 0.6, visits: 11 },
  {
    hour: 10,
    id: 'office-buyer',
    interests: [['coffee'], ['tea'], ['ware']],
    priceSensitivity: 1.1,
    styles: { coffee: 'nutty', tea: 'fresh' },
  },
]

/** People in the world besides the heroes. */
export const SHOPPERS = 600
const SHARES = [0.55, 0.25, 0.12] as const
const LIKELY_STYLE = 0.65
const SHARED_TABLETS = 12

/** Whether what people agree to hangs on nothing, or on what they spend: then the willing are not like the others. */
export type ConsentModel = 'independent' | 'with-spend'

/** The people of a seed, heroes not among them. */
export function drawShoppers(seed: number, consent: ConsentModel): readonly Shopper[] {
  return Array.from({ length: SHOPPERS }, (_, index) => {
    const archetype = ARCHETYPES[index % ARCHETYPES.length] as Archetype
    const draws = seededDraws(seed, `shopper ${index}`)
    const taste = drawTaste(draws, archetype)
    const habits = drawHabits(draws, archetype)
    const isShared = archetype.id === 'family-hiker' && index < ARCHETYPES.length * SHARED_TABLETS
    return {
      anonymousId: inventedId(`polana shopper ${index}`),
      archetype: archetype.id,
      attitude: drawAttitude(seededDraws(seed, `attitude ${index}`), consent, taste, habits),
      habits,
      index,
      ...(isShared ? { sharedWith: drawTaste(draws, ARCHETYPES[4] as Archetype) } : {}),
      taste,
    }
  })
}

function drawTaste(draws: Draws, archetype: Archetype): Taste {
  const chosen: string[] = []
  for (const among of archetype.interests)
    chosen.push(draws.pick(among.filter((department) => !chosen.includes(department))))
  const near = (mean: number, spread: number): number => Math.max(0, mean + spread * draws.normal())
  return {
    brands: new Set(chosen.flatMap((department) => favourites(draws, department))),
    departments: departmentShares(chosen, draws),
    eco: Math.min(1, near(archetype.eco ?? 0.2, 0.15)),
    novelty: Math.min(1, near(archetype.novelty ?? 0.3, 0.2)),
    priceSensitivity: near(archetype.priceSensitivity ?? 0.7, 0.3),
    promo: Math.min(1, near(archetype.promo ?? 0.3, 0.2)),
    replenishDays: draws.between(14, 38),
    sizes: drawSizes(draws),
    styles: Object.fromEntries(
      DEPARTMENTS.map(({ id, styles }) => {
        const typical = archetype.styles?.[id]
        return [
          id,
          typical !== undefined && draws.chance(LIKELY_STYLE) ? typical : draws.pick(Object.keys(styles)),
        ]
      }),
    ),
  }
}

/** .55, .25, .12 and the rest evenly, each a little moved. */
export function departmentShares(chosen: readonly string[], draws: Draws): Readonly<Record<string, number>> {
  const rest = ANY.length - chosen.length
  const left = 1 - SHARES.reduce((sum, share) => sum + share, 0)
  const raw = ANY.map((department): readonly [string, number] => {
    const at = chosen.indexOf(department)
    return [department, (SHARES[at] ?? left / rest) * Math.exp(0.12 * draws.normal())]
  })
  const sum = raw.reduce((total, [, share]) => total + share, 0)
  return Object.fromEntries(raw.map(([department, share]) => [department, share / sum]))
}

function favourites(draws: Draws, department: string): readonly string[] {
  const brands = DEPARTMENTS.find(({ id }) => id === department)?.brands ?? []
  const first = draws.pick(brands)
  return [first, draws.pick(brands.filter((brand) => brand !== first))]
}

export function drawSizes(draws: Draws): Readonly<Record<string, string>> {
  const build = Math.min(5, Math.max(0, Math.round(2.5 + 1.2 * draws.normal())))
  const shoe = Math.min(46, Math.max(36, Math.round(36 + build * 2 + draws.normal())))
  return {
    clothes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'][build] ?? 'M',
    gloves: ['S', 'S', 'M', 'L', 'XL', 'XL'][build] ?? 'M',
    shoes: String(shoe),
    socks: shoe < 39 ? '36–38' : shoe < 42 ? '39–41' : shoe < 45 ? '42–44' : '45–47',
  }
}

/** Visits are log-normal: many come a few times, a few come often. */
function drawHabits(draws: Draws, archetype: Archetype): Habits {
  const visits = (archetype.visits ?? 9.8) * Math.exp(0.55 * draws.normal() - 0.15)
  return {
    giftShare: archetype.giftShare ?? 0.03,
    hour: Math.round((archetype.hour ?? draws.between(9, 21)) + 24) % 24,
    isAdult: !draws.chance(0.04),
    privateShare: archetype.privateShare ?? (draws.chance(0.12) ? 0.08 : 0),
    returnShare: archetype.returnShare ?? 0.03,
    visits: Math.max(1, Math.min(60, Math.round(visits))),
  }
}

const LEVEL_SHARES: readonly (readonly [Level, number])[] = [
  [0, 0.28],
  [1, 0.16],
  [2, 0.14],
  [3, 0.42],
]
const TRAINING_SHARE = 0.85

function drawAttitude(draws: Draws, model: ConsentModel, taste: Taste, habits: Habits): Attitude {
  const spends = Math.log(habits.visits / 9) - (taste.priceSensitivity - 0.7)
  const tilt = model === 'with-spend' ? Math.exp(1.1 * Math.max(-1.5, Math.min(1.5, spends))) : 1
  const weights = LEVEL_SHARES.map(([level, share]) => share * tilt ** (level / 3))
  const level = LEVEL_SHARES[draws.pickIndex(weights)]?.[0] ?? 0
  return { level, trainModels: level === 3 && draws.chance(TRAINING_SHARE) }
}
