/**
 * Fourth fact: what came of shelves, among people who agreed to be counted.
 */
import { CONSOLE_COUNTS } from '@umiar/messages'
import { purposeEntry } from '@umiar/vocabulary'
import { funnel, type Html, html, PALETTE, type PageView, type Shade, sayTo, swatch } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure, many, percent } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'
import { modeName, slotName } from '../words.ts'

const STEPS = ['shown', 'clicked', 'bought'] as const

/** Funnel of the sums, table of shelves and modes. */
export function resultsSection(input: SectionInput): Html {
  const { overview, view } = input
  const { attribution_days: days, least_people: least, people, shelves } = overview.results
  return html`<p>${sayTo(view, 'console.results_lead', {
    n: many(view, people, CONSOLE_COUNTS.people),
    purpose: purposeEntry('measure').name[view.locale],
  })}</p>
${
  shelves.length === 0
    ? html`<p class="empty">${sayTo(view, 'console.results_empty')}</p>`
    : html`<div class="picture-row results-row">${funnelOf(view, overview)}${shelfTable(input)}</div>`
}
<p class="small">${sayTo(view, 'console.results_rule', { days })} ${sayTo(view, 'console.results_hidden', { n: least })}</p>`
}

function funnelOf(view: PageView, { results }: Overview): Html {
  const { funnel: sums } = results
  const title = sayTo(view, 'console.results_chart', {
    bought: figure(view, sums.bought),
    clicked: figure(view, sums.clicked),
    shown: figure(view, sums.shown),
  })
  return html`<div class="funnel-box">
${funnel(
  title,
  STEPS.map((step) => ({
    label: `${sayTo(view, `console.${step}`)}: ${figure(view, sums[step])}`,
    value: sums[step],
  })),
)}
<ul class="legend">${STEPS.map((step, index) => {
    const before = index === 0 ? 0 : sums[STEPS[index - 1] as (typeof STEPS)[number]]
    // A step may exceed the one above where a page does not report what it showed.
    const share =
      before > 0 && sums[step] <= before
        ? html` <span class="small">${sayTo(view, 'console.of_step_before', { percent: percent(view, sums[step] / before) })}</span>`
        : undefined
    return html`<li>${swatch(PALETTE[index] as Shade)} ${sayTo(view, `console.${step}`)}: <strong>${figure(view, sums[step])}</strong>${share}</li>`
  })}</ul>
</div>`
}

function shelfTable({ overview, slotNames, view }: SectionInput): Html {
  const { least_people: least, shelves } = overview.results
  const cell = (value: number | null): Html =>
    value === null
      ? html`<td class="number few">${sayTo(view, 'console.few', { n: least })}</td>`
      : html`<td class="number">${figure(view, value)}</td>`
  return html`<table class="figures results">
<thead><tr><th scope="col">${sayTo(view, 'console.shelf_column')}</th>${STEPS.map((step) => html`<th scope="col" class="number">${sayTo(view, `console.${step}`)}</th>`)}</tr></thead>
<tbody>${shelves.map(
    (line) =>
      html`<tr><th scope="row">${slotName(view, slotNames, line.slot)}<span class="under">${modeName(view, line.mode)}</span></th>${STEPS.map((step) => cell(line[step]))}</tr>`,
  )}</tbody></table>`
}
