/**
 * The sections about the log: strategies, levels, exposure, proportions, steps, age, consent.
 */
import { MESSAGES, type MessageKey } from '@umiar/messages'
import { type Html, html } from '@umiar/web-pages'
import { barKey, barList } from './draw-bars.ts'
import { lorenzCurves } from './draw-lorenz.ts'
import type { LogStep, ReportFigures } from './figures.ts'
import { emptySection, exact, type Speaker, section, table } from './section.ts'

/** All of them, in the order of the page. */
export function logSections(speaker: Speaker, figures: ReportFigures): readonly Html[] {
  return [
    strategySection(speaker, figures),
    levelSection(speaker, figures),
    exposureSection(speaker, figures),
    mixSection(speaker, figures),
    prefixSection(speaker, figures),
    ageSection(speaker, figures),
    sweepSection(speaker, figures),
  ]
}

function strategySection(speaker: Speaker, { evaluation, strategies }: ReportFigures): Html {
  const ranked = [...strategies].sort((a, b) => b.hit_rate - a.hit_rate)
  const hitsOf = (name: string): number => strategies.find(({ strategy }) => strategy === name)?.hit_rate ?? 0
  const best = ranked[0]
  const withRecall = evaluation.recall !== undefined
  const columns: readonly MessageKey[] = [
    'lab.strategy',
    'lab.hit_rate',
    'lab.mrr',
    'lab.ndcg',
    ...(withRecall ? (['lab.recall'] as const) : []),
    'lab.coverage',
    'lab.popularity_bias',
  ]
  return section(speaker, {
    axis: speaker.say('lab.strategies_axis'),
    meaning: speaker.say('lab.strategies_mean', {
      best: strategyName(speaker, best?.strategy ?? ''),
      hits: speaker.share(best?.hit_rate ?? 0),
      k: evaluation.k,
      popular: speaker.share(hitsOf('popular')),
    }),
    note: `${speaker.say('lab.asked_all', { cases: speaker.number(evaluation.cases) })} ${speaker.say('lab.measures')}`,
    picture: barList(
      ranked.map(({ hit_rate, strategy }) => ({
        name: strategyName(speaker, strategy),
        share: hit_rate,
        text: speaker.share(hit_rate),
      })),
    ),
    table: table(
      columns.map((key) => speaker.say(key)),
      ranked.map((row) => [
        strategyName(speaker, row.strategy),
        share(speaker, row.hit_rate),
        exact(row.mrr, speaker.number(row.mrr, 4)),
        exact(row.ndcg, speaker.number(row.ndcg, 4)),
        ...(row.recall === undefined ? [] : [share(speaker, row.recall)]),
        share(speaker, row.coverage),
        exact(row.popularity_bias, speaker.number(row.popularity_bias, 3)),
      ]),
    ),
    title: speaker.say('lab.strategies'),
  })
}

/** A strategy in words; one without words is its own name. */
function strategyName(speaker: Speaker, strategy: string): string {
  const key = `console.strategy_${strategy}`
  return isMessage(key) ? speaker.say(key) : strategy
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key)
}

function levelSection(speaker: Speaker, { evaluation, levels }: ReportFigures): Html {
  const hitsOf = (step: LogStep): number | undefined =>
    levels.steps.find((row) => row.step === step)?.hit_rate
  const history = hitsOf('history')
  const sentences = [
    speaker.say('lab.levels_mean', {
      page: speaker.share(hitsOf('page') ?? 0),
      visit: speaker.share(hitsOf('visit') ?? 0),
    }),
    history === undefined
      ? speaker.say('lab.levels_no_history')
      : speaker.say('lab.levels_history', { history: speaker.share(history) }),
  ]
  return section(speaker, {
    axis: speaker.say('lab.levels_axis'),
    meaning: sentences.join(' '),
    note: `${askedPart(speaker, levels.cases, evaluation.cases)} ${speaker.say('lab.levels_no_hints')}`,
    picture: barList(
      levels.steps.map(({ hit_rate, step }) => ({
        name: speaker.say(`lab.step_${step}`),
        share: hit_rate,
        text: speaker.share(hit_rate),
      })),
    ),
    table: table(
      (['lab.level', 'lab.hit_rate', 'lab.mrr', 'lab.ndcg'] as const).map((key) => speaker.say(key)),
      levels.steps.map(({ hit_rate, mrr, ndcg, step }) => [
        speaker.say(`lab.step_${step}`),
        share(speaker, hit_rate),
        exact(mrr, speaker.number(mrr, 4)),
        exact(ndcg, speaker.number(ndcg, 4)),
      ]),
    ),
    title: speaker.say('lab.levels'),
  })
}

function exposureSection(speaker: Speaker, { exposure }: ReportFigures): Html {
  const { chosen, shown } = exposure
  const meaning = speaker.say('lab.exposure_mean', {
    chosen: speaker.number(chosen.gini, 2),
    share: speaker.share(shown.half_to),
    shown: speaker.number(shown.gini, 2),
  })
  const names = [speaker.say('lab.exposure_shown'), speaker.say('lab.exposure_chosen')]
  return section(speaker, {
    meaning,
    picture: lorenzCurves(shown.lorenz, chosen.lorenz, {
      across: speaker.say('lab.exposure_items'),
      chosen: speaker.say('lab.exposure_chosen'),
      even: speaker.say('lab.exposure_even'),
      shown: speaker.say('lab.exposure_shown'),
      title: meaning,
      up: speaker.say('lab.exposure_places'),
    }),
    table: table(
      [speaker.say('lab.exposure_share'), ...names],
      [
        ...shown.lorenz.map((value, at) => [
          speaker.percent(at / (shown.lorenz.length - 1)),
          share(speaker, value),
          share(speaker, chosen.lorenz[at] ?? 0),
        ]),
        [
          speaker.say('lab.gini'),
          ...[shown.gini, chosen.gini].map((gini) => exact(gini, speaker.number(gini, 3))),
        ],
      ],
    ),
    title: speaker.say('lab.exposure'),
  })
}

function mixSection(speaker: Speaker, { hasItems, mix }: ReportFigures): Html {
  const title = speaker.say('lab.mix')
  if (mix === undefined)
    return emptySection(
      title,
      hasItems ? speaker.say('lab.mix_no_categories') : speaker.say('lab.mix_missing', { option: '--items' }),
    )
  const nameOf = (name: string): string => (name === '' ? speaker.say('lab.other_categories') : name)
  const longest = Math.max(...mix.categories.flatMap(({ lists, steps }) => [lists, steps]), 0.01)
  const [before, shown] = [speaker.say('lab.mix_steps'), speaker.say('lab.mix_lists')]
  return section(speaker, {
    meaning: speaker.say('lab.mix_mean', { overlap: speaker.share(mix.overlap) }),
    picture: html`${barKey(before, shown)}${barList(
      mix.categories.flatMap(({ lists, name, steps }) => [
        { name: nameOf(name), share: steps / longest, text: speaker.share(steps) },
        { isOther: true, name: '', share: lists / longest, text: speaker.share(lists) },
      ]),
    )}`,
    table: table(
      [speaker.say('lab.category'), before, shown],
      mix.categories.map(({ lists, name, steps }) => [
        nameOf(name),
        share(speaker, steps),
        share(speaker, lists),
      ]),
    ),
    title,
  })
}

function prefixSection(speaker: Speaker, { prefixes }: ReportFigures): Html {
  const nameOf = ({ from, to }: { from: number; to: number | undefined }): string =>
    to === undefined ? `${from}+` : from === to ? String(from) : `${from}–${to}`
  const last = prefixes.at(-1)
  return section(speaker, {
    axis: speaker.say('lab.prefix_axis'),
    meaning: speaker.say('lab.prefix_mean', {
      first: speaker.share(prefixes[0]?.hit_rate ?? 0),
      last: speaker.share(last?.hit_rate ?? 0),
      least: prefixes[0] === undefined ? '' : nameOf(prefixes[0]),
      most: last === undefined ? '' : nameOf(last),
    }),
    picture: barList(
      prefixes.map((row) => ({ name: nameOf(row), share: row.hit_rate, text: speaker.share(row.hit_rate) })),
    ),
    table: table(
      (['lab.prefix_steps', 'lab.cases', 'lab.hit_rate'] as const).map((key) => speaker.say(key)),
      prefixes.map((row) => [nameOf(row), speaker.number(row.cases), share(speaker, row.hit_rate)]),
    ),
    title: speaker.say('lab.prefix'),
  })
}

function ageSection(speaker: Speaker, { ages }: ReportFigures): Html {
  const title = speaker.say('lab.age')
  if (ages === undefined) return emptySection(title, speaker.say('lab.age_missing'))
  const nameOf = ({ from, to }: (typeof ages)[number]): string => {
    if (from === undefined) return speaker.say('lab.age_never')
    return to === undefined
      ? speaker.say('lab.age_from', { from })
      : speaker.say('lab.age_between', { from, to })
  }
  const all = ages.reduce((sum, { cases }) => sum + cases, 0)
  const together = (wanted: (from: number | undefined) => boolean): { cases: number; hits: number } =>
    ages
      .filter(({ from }) => wanted(from))
      .reduce((sum, row) => ({ cases: sum.cases + row.cases, hits: sum.hits + row.cases * row.hit_rate }), {
        cases: 0,
        hits: 0,
      })
  const rate = ({ cases, hits }: { cases: number; hits: number }): string =>
    speaker.share(hits / Math.max(1, cases))
  const older = together((from) => from !== undefined && from > 0)
  return section(speaker, {
    axis: speaker.say('lab.age_axis'),
    meaning: speaker.say(older.cases > 0 ? 'lab.age_mean' : 'lab.age_mean_young', {
      never: speaker.share(together((from) => from === undefined).cases / Math.max(1, all)),
      old: rate(older),
      young: rate(together((from) => from === 0)),
    }),
    picture: barList(
      ages.map((row) => ({ name: nameOf(row), share: row.hit_rate, text: speaker.share(row.hit_rate) })),
    ),
    table: table(
      (['lab.age_days', 'lab.cases', 'lab.hit_rate'] as const).map((key) => speaker.say(key)),
      ages.map((row) => [nameOf(row), speaker.number(row.cases), share(speaker, row.hit_rate)]),
    ),
    title,
  })
}

function sweepSection(speaker: Speaker, { evaluation, sweep }: ReportFigures): Html {
  const rateOf = (wanted: number): number =>
    sweep.shares.find(({ share: found }) => found === wanted)?.hit_rate ?? 0
  return section(speaker, {
    axis: speaker.say('lab.sweep_axis'),
    meaning: speaker.say('lab.sweep_mean', { kept: speaker.share(rateOf(0.1) / Math.max(1e-9, rateOf(1))) }),
    note: askedPart(speaker, sweep.cases, evaluation.cases),
    picture: barList(
      sweep.shares.map(({ hit_rate, share: teaching }) => ({
        name: speaker.percent(teaching),
        share: hit_rate,
        text: speaker.share(hit_rate),
      })),
    ),
    table: table(
      (['lab.sweep_share', 'lab.fact_sessions', 'lab.hit_rate', 'lab.ndcg'] as const).map((key) =>
        speaker.say(key),
      ),
      sweep.shares.map((row) => [
        speaker.percent(row.share),
        speaker.number(row.sessions),
        share(speaker, row.hit_rate),
        exact(row.ndcg, speaker.number(row.ndcg, 4)),
      ]),
    ),
    title: speaker.say('lab.sweep'),
  })
}

function share(speaker: Speaker, value: number): Html {
  return exact(value, speaker.share(value))
}

function askedPart(speaker: Speaker, cases: number, all: number): string {
  if (cases >= all) return speaker.say('lab.asked_all', { cases: speaker.number(all) })
  return speaker.say('lab.asked_part', { all: speaker.number(all), cases: speaker.number(cases) })
}
