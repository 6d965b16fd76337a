/**
 * Asks the questions of a log for the report: every strategy once over all of them, the rest over the
 * same or an even part.
 */
import { basename } from 'node:path'
import { type Model, QualityMeter, type QualityReport } from '@umiar/recommender'
import type { ItemId } from '@umiar/vocabulary'
import type { Evaluation } from '../evaluate.ts'
import { type EvaluateOptions, OFFLINE_STRATEGIES, type OfflineStrategy } from '../evaluate-options.ts'
import { itemCounts, learn, predict, readContent } from '../offline-model.ts'
import { readSessions } from '../read-sessions.ts'
import { type DividedLog, splitSessions } from '../split-sessions.ts'
import { countCases } from '../test-cases.ts'
import { type Asking, ask, type Progress } from './asking.ts'
import { CategoryMix } from './category-mix.ts'
import { sweepShares } from './consent-sweep.ts'
import type { LogStep, ReportFigures, StepFigures, StrategyFigures } from './figures.ts'
import { AGE_GROUPS, daysBetween, HitsByGroup, PREFIX_GROUPS } from './hits-by-group.ts'
import { earlierSteps, listOfStep } from './level-questions.ts'
import { rounded, spreadOf } from './spread.ts'

/** Questions the staircase and the sweep take at most; a strategy takes them all. */
const MOST_QUESTIONS = 20_000

/**
 * Collects the figures of a log.
 *
 * @param evaluation of the same options: its figures stand in the report
 * @param categoryOf product → category; empty where none is known
 * @throws DomainError `input_unreadable`
 */
export async function collectFigures(
  options: EvaluateOptions,
  evaluation: Evaluation,
  categoryOf: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<Omit<ReportFigures, 'date' | 'simulations'>> {
  const log = await readSessions(options.events, (share) => progress('reading', share))
  const parts = splitSessions(log, options.split)
  const model = learn(parts.train, (share) => progress('learning', share))
  const counts = itemCounts(parts.train)
  const content = options.items === undefined ? undefined : await readContent(options.items)
  const asking: Asking = { content, counts, expected: countCases(parts, options), options, parts, progress }
  const strategies = measurable(options).map((strategy) =>
    strategy === options.strategy
      ? figuresOf(strategy, evaluation)
      : strategyFigures(asking, model, strategy),
  )
  return {
    ...closeLook(asking, model, log.hasClock, categoryOf),
    evaluation,
    hasItems: options.items !== undefined,
    levels: staircase(asking, model),
    log: basename(options.events),
    strategies,
    sweep: sweepShares(asking, everyOf(asking)),
  }
}

/** Products are compared only where there is a list of them, baskets predicted only where they are asked for. */
function measurable({ items, task }: EvaluateOptions): readonly OfflineStrategy[] {
  return OFFLINE_STRATEGIES.filter(
    (strategy) =>
      (strategy !== 'similar' || items !== undefined) && (strategy !== 'basket' || task === 'next-basket'),
  )
}

/** Every how manyth question is asked where not all are. */
function everyOf({ expected }: Asking): number {
  return Math.max(1, Math.ceil(expected / MOST_QUESTIONS))
}

function strategyFigures(asking: Asking, model: Model, strategy: OfflineStrategy): StrategyFigures {
  const { counts, options } = asking
  const meter = new QualityMeter(options.k, { itemCounts: counts })
  ask(asking, strategy, 1, (asked) =>
    meter.add(predict(model, strategy, asked, options.k, asking.content), asked.targets),
  )
  const report = meter.report()
  return figuresOf(strategy, {
    coverage: rounded(report.coverage),
    hit_rate: rounded(report.hitRate),
    mrr: rounded(report.mrr),
    ndcg: rounded(report.ndcg),
    popularity_bias: rounded(report.popularityBias),
    ...(options.task === 'next-basket' ? { recall: rounded(report.recall) } : {}),
  })
}

function figuresOf(strategy: string, found: Omit<StrategyFigures, 'strategy'>): StrategyFigures {
  const { coverage, hit_rate, mrr, ndcg, popularity_bias, recall } = found
  return {
    coverage,
    hit_rate,
    mrr,
    ndcg,
    popularity_bias,
    strategy,
    ...(recall === undefined ? {} : { recall }),
  }
}

function staircase(asking: Asking, model: Model): ReportFigures['levels'] {
  const { counts, options, parts } = asking
  const { k } = options
  const isBasket = options.task === 'next-basket'
  const earlier = earlierSteps(parts)
  const steps: readonly LogStep[] =
    isBasket || earlier.size > 0 ? ['popular', 'page', 'visit', 'history'] : ['popular', 'page', 'visit']
  const meters = new Map(steps.map((step) => [step, new QualityMeter(k, { itemCounts: counts })]))
  const cases = ask(asking, 'levels', everyOf(asking), (asked) => {
    const before = earlier.get(asked.session)
    for (const [step, meter] of meters)
      meter.add(listOfStep(model, step, asked, before, isBasket, k), asked.targets)
  })
  return { cases, steps: [...meters].map(([step, meter]) => stepFigures(step, meter.report())) }
}

function stepFigures(step: LogStep, { hitRate, mrr, ndcg }: QualityReport): StepFigures {
  return { hit_rate: rounded(hitRate), mrr: rounded(mrr), ndcg: rounded(ndcg), step }
}

/** The chosen strategy once more, looked at from all sides. */
function closeLook(
  asking: Asking,
  model: Model,
  hasClock: boolean,
  categoryOf: ReadonlyMap<string, string>,
): Pick<ReportFigures, 'ages' | 'exposure' | 'mix' | 'prefixes'> {
  const { counts, options, parts } = asking
  const shown = new Map<string, number>()
  const chosen = new Map<string, number>()
  const mix = new CategoryMix(categoryOf)
  const prefixes = new HitsByGroup(PREFIX_GROUPS)
  const ages = new HitsByGroup(AGE_GROUPS)
  const firstSeen = firstSeenMs(parts)
  const beginsMs = new Map(parts.test.map(({ events, session }) => [session, events[0]?.atMs ?? 0]))
  const count = (into: Map<string, number>, item: string): void =>
    void into.set(item, (into.get(item) ?? 0) + 1)
  ask(asking, 'close look', 1, (asked) => {
    const list = predict(model, options.strategy, asked, options.k, asking.content)
    for (const item of list) count(shown, item)
    for (const item of asked.targets) {
      if (counts.has(item)) count(chosen, item)
      const since = firstSeen.get(item)
      const age = since === undefined ? undefined : daysBetween(since, beginsMs.get(asked.session) ?? since)
      ages.add(age, list.includes(item))
    }
    prefixes.add(
      asked.position,
      asked.targets.some((item) => list.includes(item)),
    )
    mix.add(asked.known, list)
  })
  return {
    ages: hasClock ? ages.figures() : undefined,
    exposure: { chosen: spreadOf(chosen, counts.size), shown: spreadOf(shown, counts.size) },
    mix: mix.figures(),
    prefixes: prefixes.figures(),
  }
}

/** When each product of the training part was first seen, ms since the epoch. */
function firstSeenMs({ train }: DividedLog): ReadonlyMap<ItemId, number> {
  const first = new Map<ItemId, number>()
  for (const { events } of train) {
    for (const { atMs, itemId } of events) {
      const before = first.get(itemId)
      if (before === undefined || atMs < before) first.set(itemId, atMs)
    }
  }
  return first
}
