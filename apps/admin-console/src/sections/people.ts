/**
 * Second fact: how many people are at each level, and who cannot be counted.
 */
import { CONSOLE_COUNTS } from '@umiar/messages'
import { LEVELS } from '@umiar/vocabulary'
import { type Html, html, type PageView, type Shade, sayTo, stackedBar, swatch } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure, many, percent } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

type Levels = Overview['people']['levels']

/** Level 0 in grey, the others from light to dark. */
const SHADES: readonly Shade[] = [6, 3, 2, 1, 5]

/** One bar, and the table behind it. */
export function peopleSection({ overview, view }: SectionInput): Html {
  const { expired, known, levels } = overview.people
  const parts = levels.map(({ level, people }) => ({
    label: `${levelName(view, level)}: ${figure(view, people)}`,
    shade: SHADES[level] ?? 6,
    value: people,
  }))
  return html`<p>${sayTo(view, 'console.people_lead')}</p>
<div class="two-columns">
<div>
${known === 0 && html`<p class="empty">${sayTo(view, 'console.people_empty')}</p>`}
${
  known > 0 &&
  stackedBar(sayTo(view, 'console.people_chart', { count: many(view, known, CONSOLE_COUNTS.people) }), parts)
}
${expired > 0 && html`<p>${sayTo(view, 'console.people_expired', { n: figure(view, expired) })}</p>`}
<p class="small">${sayTo(view, 'console.people_guests')}</p>
</div>
${levelTable(view, levels, known)}
</div>`
}

function levelTable(view: PageView, levels: Levels, known: number): Html {
  return html`<table class="figures">
<thead><tr><th scope="col">${sayTo(view, 'console.level_column')}</th><th scope="col" class="number">${sayTo(view, 'console.people_column')}</th><th scope="col" class="number">${sayTo(view, 'console.share')}</th></tr></thead>
<tbody>${levels.map(
    ({ level, people }) =>
      html`<tr><th scope="row" class="with-swatch">${swatch(SHADES[level] ?? 6)} ${levelName(view, level)}</th><td class="number">${figure(view, people)}</td><td class="number">${known === 0 ? '–' : percent(view, people / known)}</td></tr>`,
  )}</tbody></table>`
}

function levelName(view: PageView, level: number): string {
  const name = LEVELS.find((row) => row.level === level)?.name[view.locale] ?? ''
  return sayTo(view, 'console.level', { n: level, name })
}
