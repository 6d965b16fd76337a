/**
 * What people say they like when they are asked: a few products, not always the right ones.
 */
import type { Good } from './goods.ts'
import { HEROES, heroHints } from './heroes.ts'
import { seededDraws } from './seeded-random.ts'
import type { Shopper } from './shopper.ts'
import { oracleRanking, trueUtility } from './utility.ts'
import type { Life } from './world.ts'

/** Hints as `PUT /v1/me/taste` takes them, ids. */
export interface DeclaredTaste {
  readonly likes: readonly string[]
  readonly never: readonly string[]
}

const LIKES = 5
/** Share of answers that say nothing true. */
const WRONG_SHARE = 0.15

/** Her hints; none for whoever is not asked: only level 2 and the heroes are. */
export function declaredTasteOf({ shopper }: Life, goods: readonly Good[], seed: number): DeclaredTaste {
  const hero = HEROES.find(({ key }) => key === shopper.hero)
  if (hero !== undefined) return heroHints(hero)
  if (shopper.attitude.level !== 2) return { likes: [], never: [] }
  return hintsOf(shopper, goods, seed)
}

/** What she would say if she were asked: five products, and now and then one she never wants to see. */
export function hintsOf(shopper: Shopper, goods: readonly Good[], seed: number): DeclaredTaste {
  const draws = seededDraws(seed, `hints ${shopper.index}`)
  const ranked = oracleRanking(shopper, goods)
  const likes = new Set<string>()
  // People name what comes to mind: among the best thirty, spread over what they care for.
  while (likes.size < LIKES) {
    const among = draws.chance(WRONG_SHARE) ? ranked : ranked.slice(0, 30)
    likes.add(draws.pick(among).id)
  }
  const least = [...ranked].sort((a, b) => trueUtility(shopper, a) - trueUtility(shopper, b))
  const never = draws.chance(0.4) ? [draws.pick(least.slice(0, 20)).id] : []
  return { likes: [...likes], never: never.filter((id) => !likes.has(id)) }
}
