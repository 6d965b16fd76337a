/**
 * The sections about invented people: the demo shop's staircase, the small shop.
 */
import { dayText } from '@umiar/messages'
import { type Html, html } from '@umiar/web-pages'
import { barList } from './draw-bars.ts'
import { exact, type Speaker, section, table } from './section.ts'
import {
  type PolanaSimulation,
  SIMULATED_STEPS,
  type SimulatedStep,
  type SimulatedStepName,
  type Simulation,
  type SmallShopSimulation,
} from './simulated-file.ts'

/** The section of a simulation. */
export function simulatedSection(speaker: Speaker, simulation: Simulation): Html {
  return simulation.kind === 'small-shop'
    ? smallShopSection(speaker, simulation)
    : polanaSection(speaker, simulation)
}

const MEASURES = ['ndcg', 'next_view', 'next_purchase', 'coverage'] as const

function polanaSection(speaker: Speaker, { measured_at, staircases, sweep }: PolanaSimulation): Html {
  const means = SIMULATED_STEPS.flatMap((step) => {
    const rows = staircases.flatMap(({ steps }) => steps.filter((row) => row.step === step))
    return rows.length === 0 ? [] : [{ ndcg: mean(rows.map(({ ndcg }) => ndcg)), step }]
  })
  const meanOf = (step: SimulatedStepName): string =>
    speaker.number(means.find((row) => row.step === step)?.ndcg ?? 0, 2)
  return section(speaker, {
    axis: speaker.say('lab.polana_axis', { seeds: staircases.length }),
    meaning: speaker.say('lab.polana_mean', {
      history: meanOf('history'),
      page: meanOf('page'),
      popular: meanOf('popular'),
      visit: meanOf('visit'),
    }),
    picture: barList(
      means.map(({ ndcg, step }) => ({
        name: stepName(speaker, step),
        share: ndcg,
        text: speaker.number(ndcg, 3),
      })),
    ),
    simulated: simulatedNote(speaker, measured_at, 'node benchmarks/staircase.ts --sweep'),
    table: html`${table(
      [speaker.say('lab.level'), speaker.say('lab.seed'), ...measureNames(speaker)],
      staircases.flatMap(({ seed, steps }) =>
        steps.map((row) => [stepName(speaker, row.step), String(seed), ...measured(speaker, row)]),
      ),
    )}${
      sweep.length === 0
        ? null
        : table(
            [
              speaker.say('lab.level'),
              speaker.say('lab.sweep_share'),
              speaker.say('lab.seed'),
              ...measureNames(speaker),
            ],
            sweep.flatMap(({ seed, share, steps }) =>
              steps.map((row) => [
                stepName(speaker, row.step),
                speaker.percent(share),
                String(seed),
                ...measured(speaker, row),
              ]),
            ),
          )
    }`,
    title: speaker.say('lab.polana'),
  })
}

function smallShopSection(speaker: Speaker, simulation: SmallShopSimulation): Html {
  const { measured_at, products, rows, seed, visits_per_day } = simulation
  const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b)
  const shares = [...new Set(rows.map(({ share }) => share))].sort((a, b) => a - b)
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0]
  const middle = shares[Math.floor(shares.length / 2)] ?? 0
  const find = (day: number, step: SimulatedStepName, counts = true): number =>
    rows.find(
      (row) =>
        row.day === day &&
        row.share === middle &&
        row.step === step &&
        row.counts === counts &&
        row.of === 'everybody',
    )?.ndcg ?? 0
  const drawn = rows.filter(
    ({ counts, day, of, share }) => counts && of === 'everybody' && day === last && share === middle,
  )
  return section(speaker, {
    axis: `${speaker.say('lab.small_shop_axis', {
      products: speaker.number(products),
      visits: speaker.number(visits_per_day),
    })}. ${speaker.say('lab.day')} ${last}, ${speaker.say('lab.consenting').toLowerCase()}: ${speaker.percent(middle)}`,
    meaning: speaker.say('lab.small_shop_mean', {
      bare: speaker.number(find(first, 'page', false), 2),
      first,
      history: speaker.number(find(last, 'history'), 2),
      last,
      page: speaker.number(find(first, 'page'), 2),
      share: speaker.percent(middle),
      visit: speaker.number(find(last, 'visit'), 2),
    }),
    picture: barList(
      drawn.map((row) => ({
        name: stepName(speaker, row.step),
        share: row.ndcg,
        text: speaker.number(row.ndcg, 3),
      })),
    ),
    simulated: simulatedNote(speaker, measured_at, `node benchmarks/small-shop.ts --seed ${seed}`),
    table: table(
      [
        speaker.say('lab.level'),
        speaker.say('lab.consenting'),
        speaker.say('lab.day'),
        ...measureNames(speaker),
      ],
      rows.map((row) => [
        rowName(speaker, row),
        speaker.percent(row.share),
        String(row.day),
        ...measured(speaker, row),
      ]),
    ),
    title: speaker.say('lab.small_shop'),
  })
}

function rowName(speaker: Speaker, row: SmallShopSimulation['rows'][number]): string {
  const step = stepName(speaker, row.step)
  if (!row.counts) return speaker.say('lab.no_counts', { step })
  return row.of === 'regulars' ? speaker.say('lab.regulars', { step }) : step
}

function stepName(speaker: Speaker, step: string): string {
  const known = SIMULATED_STEPS.find((name) => name === step)
  return known === undefined ? step : speaker.say(`lab.step_${known}`)
}

function simulatedNote(speaker: Speaker, day: string, command: string): string {
  return speaker.say('lab.simulated_note', { command, date: dayText(day, speaker.locale) })
}

function measureNames(speaker: Speaker): readonly string[] {
  return [
    'NDCG@10',
    ...(['lab.next_view', 'lab.next_purchase', 'lab.coverage'] as const).map((key) => speaker.say(key)),
  ]
}

function measured(speaker: Speaker, row: SimulatedStep): readonly Html[] {
  return MEASURES.map((measure) => exact(row[measure], speaker.number(row[measure], 3)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
