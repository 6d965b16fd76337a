/**
 * The whole invented world of a seed: goods, people, and all they did in 120 days.
 *
 * A pure function of its options: no clock, no file, no global chance. Days are counted from the start of
 * the world; whoever needs dates adds them (`api-events.ts`).
 */
import { type ConsentModel, drawShoppers } from './archetypes.ts'
import { type Deed, liveThrough } from './behaviour.ts'
import { type Good, polanaGoods } from './goods.ts'
import { HEROES, heroScript, heroShopper } from './heroes.ts'
import type { Shopper } from './shopper.ts'

/** A shopper and her deeds, in order of time. */
export interface Life {
  readonly shopper: Shopper
  readonly deeds: readonly Deed[]
}

export interface World {
  readonly seed: number
  readonly goods: readonly Good[]
  /** 600 shoppers, then the heroes. */
  readonly lives: readonly Life[]
}

export interface WorldOptions {
  readonly seed?: number | undefined
  /** What consent hangs on: nothing, or spending (to show selection bias). */
  readonly consent?: ConsentModel | undefined
}

/** The seed of the demo. */
export const POLANA_SEED = 20_261

/** Simulates; well under a second. */
export function simulate({ consent = 'independent', seed = POLANA_SEED }: WorldOptions = {}): World {
  const goods = polanaGoods()
  const shoppers = drawShoppers(seed, consent)
  const lives = shoppers.map((shopper) => ({ deeds: liveThrough(seed, shopper, goods), shopper }))
  const heroes = HEROES.map((hero, index) => {
    const shopper = heroShopper(hero, shoppers.length + index)
    return { deeds: liveThrough(seed, shopper, goods, heroScript(hero, goods)), shopper }
  })
  return { goods, lives: [...lives, ...heroes], seed }
}

let ofTheDemo: World | undefined

/** The demo's own world, simulated once. */
export function polanaWorld(): World {
  ofTheDemo ??= simulate()
  return ofTheDemo
}
