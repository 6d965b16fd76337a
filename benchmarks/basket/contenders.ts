/**
 * Who is compared: references of `benchmarks/reference`, and the models of this repository.
 */
import type { Model } from '@umiar/recommender'
import type { OfflineStrategy } from '../../apps/cli/src/evaluate/evaluate-options.ts'
import { learn, predict, readContent } from '../../apps/cli/src/evaluate/offline-model.ts'
import type { TestCase } from '../../apps/cli/src/evaluate/test-cases.ts'
import { Ease } from '../reference/ease.ts'
import { ItemKnn } from '../reference/item-knn.ts'
import { personalFrequency } from '../reference/personal-frequency.ts'
import { popularity } from '../reference/popularity.ts'
import { PAPER_INSTACART, TifuKnn, type TifuKnnSettings } from '../reference/tifu-knn.ts'
import { topScores } from '../reference/top-scores.ts'
import type { World } from './world.ts'

type Answer = (asked: TestCase, k: number) => readonly string[]

export interface Contender {
  readonly label: string
  learn(): Answer | Promise<Answer>
}

/** TIFU-kNN, chosen on the training part by trying each setting in turn, twice. */
const TUNED_TIFU: Readonly<Record<string, TifuKnnSettings>> = {
  'instacart-1k': { decayInGroup: 0.95, decayOfGroups: 0.8, groups: 12, neighbours: 900, ownShare: 0.7 },
  'online-retail': { decayInGroup: 0.9, decayOfGroups: 0.9, groups: 20, neighbours: 100, ownShare: 0.5 },
}
const NEIGHBOURS = 200
/** λ of EASE: over people the better of 100 and 400, over baskets the best of 50, 200 and 800. */
const RIDGE = { baskets: 200, people: 100 } as const
/** The dense inverse takes a minute at 4,000 items. */
const MOST_ITEMS = 4_000

/** What somebody buys next, from her earlier baskets. Items she has may be answered. */
export function nextBasketContenders(name: string, world: World): readonly Contender[] {
  const history = (asked: TestCase): number[][] =>
    asked.orders.map(({ items }) => items.map((item) => world.numberOf(item)))
  const answerOf =
    (scores: (history: number[][], asked: TestCase) => Float64Array): Answer =>
    (asked, k) =>
      named(world, topScores(scores(history(asked), asked), k))
  const everything = (baskets: number[][]): Map<number, number> => new Map(baskets.flat().map((i) => [i, 1]))
  /** For EASE, what was the better of the two on the training part: how often, or whether at all. */
  const weighed = (baskets: number[][]): Map<number, number> => {
    const counts = everything(baskets)
    if (name !== 'online-retail') return counts
    for (const item of counts.keys())
      counts.set(item, baskets.filter((basket) => basket.includes(item)).length)
    return counts
  }
  const people = (): number[][] => world.people.map((baskets) => baskets.flat())
  const tifu = (label: string, settings: TifuKnnSettings): Contender => ({
    label,
    learn: () => {
      const model = new TifuKnn(world.people, world.names.length, settings)
      return answerOf((baskets, asked) => model.scores(baskets, world.personOf.get(asked.session)))
    },
  })
  const counts = popularity(world.baskets, world.names.length)
  return [
    { label: 'popularity', learn: () => answerOf(() => counts) },
    {
      label: 'item-kNN over people',
      learn: () => {
        const model = new ItemKnn(people(), world.names.length, NEIGHBOURS)
        return answerOf((baskets) => model.scores(everything(baskets)))
      },
    },
    {
      label: 'EASE over people',
      learn: () => {
        const model = new Ease(people(), world.names.length, RIDGE.people, MOST_ITEMS)
        return answerOf((baskets) => model.scores(weighed(baskets)))
      },
    },
    {
      label: 'personal top-frequency',
      learn: () => answerOf((baskets) => personalFrequency(baskets, counts)),
    },
    tifu('TIFU-kNN, settings of the paper', PAPER_INSTACART),
    tifu('TIFU-kNN, tuned', TUNED_TIFU[name] ?? PAPER_INSTACART),
    ours(world, 'basket'),
  ]
}

/** What comes next into a basket, from what is in it. References never answer what is in it. */
export function nextItemContenders(_name: string, world: World): readonly Contender[] {
  const answerOf =
    (scores: (known: number[]) => Float64Array): Answer =>
    (asked, k) => {
      const known = asked.known.map((item) => world.numberOf(item))
      return named(world, topScores(scores(known), k, known))
    }
  const alike = (known: number[]): Map<number, number> => new Map(known.map((item) => [item, 1]))
  const newestMost = (known: number[]): Map<number, number> =>
    new Map(known.map((item, n) => [item, 1 / (known.length - n)]))
  const counts = popularity(world.baskets, world.names.length)
  const itemKnn = new ItemKnn(world.baskets, world.names.length, NEIGHBOURS)
  let ease: Ease | undefined
  const learnEase = (): Ease => {
    ease ??= new Ease(world.baskets, world.names.length, RIDGE.baskets, MOST_ITEMS)
    return ease
  }
  return [
    { label: 'popularity', learn: () => answerOf(() => counts) },
    { label: 'item-kNN', learn: () => answerOf((known) => itemKnn.scores(alike(known))) },
    {
      label: 'item-kNN, last items most',
      learn: () => answerOf((known) => itemKnn.scores(newestMost(known))),
    },
    {
      label: 'EASE',
      learn: () => {
        const model = learnEase()
        return answerOf((known) => model.scores(alike(known)))
      },
    },
    {
      label: 'EASE, last items most',
      learn: () => {
        const model = learnEase()
        return answerOf((known) => model.scores(newestMost(known)))
      },
    },
    ours(world, 'similar'),
    ours(world, 'bought_together'),
    ours(world, 'session'),
  ]
}

function ours(world: World, strategy: OfflineStrategy): Contender {
  return {
    label: `umiar ${strategy}`,
    learn: async () => {
      const model: Model = learn(world.parts.train, () => undefined)
      const content = strategy === 'similar' ? await readContent(world.itemList) : undefined
      return (asked, k) => predict(model, strategy, asked, k, content)
    },
  }
}

function named(world: World, items: readonly number[]): string[] {
  return items.map((item) => world.names[item]!)
}
