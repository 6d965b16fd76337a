/**
 * First fact: what came in, what was dropped, and why.
 */
import { CONSOLE_COUNTS, CONSOLE_MESSAGES, type MessageKey } from '@umiar/messages'
import {
  type ChartPart,
  columns,
  donut,
  type Html,
  html,
  type PageView,
  type Shade,
  sayTo,
  swatch,
} from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure, many, sumOf } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

type Outcome = Overview['events']['since_start'][number]

const STATUSES = [
  'accepted',
  'session_only',
  'duplicate',
  'dropped_no_consent',
  'dropped_retention',
  'invalid',
] as const
const LONGEST_REASONS = 12

/** Ring of outcomes, days, table of outcomes, table of reasons. */
export function eventsSection({ overview, view }: SectionInput): Html {
  const { days, since_start: sinceStart } = overview.events
  const all = days.flatMap((day) => day.outcomes)
  const lead = html`<p>${sayTo(view, 'console.events_lead')}</p>`
  if (all.length === 0 && sinceStart.length === 0)
    return html`${lead}<p class="empty">${sayTo(view, 'console.events_empty')}</p>`
  const total = sumOf(all, (outcome) => outcome.count)
  return html`${lead}
<div class="two-columns">
<div class="picture-row">
${donut({
  below: sayTo(view, 'console.events_below'),
  middle: figure(view, total),
  parts: partsOf(view, all),
  title: sayTo(view, 'console.events_chart', { count: many(view, total, CONSOLE_COUNTS.events) }),
})}
${outcomeTable(view, all, sinceStart)}
${daysChart(view, overview)}
</div>
${reasonTable(view, all)}
</div>`
}

function daysChart(view: PageView, overview: Overview): Html {
  const { days } = overview.events
  const most = Math.max(0, ...days.map((day) => sumOf(day.outcomes, ({ count }) => count)))
  const title = sayTo(view, 'console.events_days_chart', { n: figure(view, most) })
  const drawn = lastDays(overview).map((day) => ({
    label: day,
    parts: partsOf(view, days.find((known) => known.day === day)?.outcomes ?? []),
  }))
  return html`<figure class="days">${columns(title, drawn)}<figcaption class="small">${title}</figcaption></figure>`
}

/** Counts by outcome, with the look each has in the chart. */
function partsOf(view: PageView, outcomes: readonly Outcome[]): readonly ChartPart[] {
  return STATUSES.map((status, index) => {
    const value = sumOf(withStatus(outcomes, status), ({ count }) => count)
    return { label: `${nameOf(view, status)}: ${figure(view, value)}`, shade: (index + 1) as Shade, value }
  })
}

function outcomeTable(view: PageView, all: readonly Outcome[], sinceStart: readonly Outcome[]): Html {
  return html`<table class="figures">
<thead><tr><th scope="col">${sayTo(view, 'console.outcome')}</th><th scope="col" class="number">${sayTo(view, 'console.days_30')}</th><th scope="col" class="number">${sayTo(view, 'console.since_start')}</th></tr></thead>
<tbody>${STATUSES.map((status, index) => {
    const count = (outcomes: readonly Outcome[]): string =>
      figure(
        view,
        sumOf(withStatus(outcomes, status), (outcome) => outcome.count),
      )
    return html`<tr><th scope="row" class="with-swatch">${swatch((index + 1) as Shade)} ${nameOf(view, status)}</th><td class="number">${count(all)}</td><td class="number">${count(sinceStart)}</td></tr>`
  })}</tbody></table>`
}

function reasonTable(view: PageView, all: readonly Outcome[]): Html {
  const counts = new Map<string, { readonly status: string; readonly reason: string; count: number }>()
  for (const { count, reason, status } of all) {
    if (reason === null) continue
    const known = counts.get(`${status} ${reason}`)
    if (known === undefined) counts.set(`${status} ${reason}`, { count, reason, status })
    else known.count += count
  }
  if (counts.size === 0) return html`<p>${sayTo(view, 'console.no_reasons')}</p>`
  const rows = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, LONGEST_REASONS)
  return html`<table class="figures reasons"><caption>${sayTo(view, 'console.reasons')}</caption>
<thead><tr><th scope="col">${sayTo(view, 'console.reason')}</th><th scope="col" class="number">${sayTo(view, 'console.days_30')}</th></tr></thead>
<tbody>${rows.map(
    ({ count, reason, status }) =>
      html`<tr><th scope="row"><span class="reason-status">${nameOf(view, status)}</span> ${reasonText(view, reason)}</th><td class="number">${figure(view, count)}</td></tr>`,
  )}</tbody></table>`
}

/** The reason in words; a code that has none is shown as it is. */
function reasonText(view: PageView, reason: string): string {
  const key = `console.reason_${reason}`
  return key in CONSOLE_MESSAGES
    ? sayTo(view, key as MessageKey)
    : sayTo(view, 'console.reason_other', { code: reason })
}

function nameOf(view: PageView, status: string): string {
  return sayTo(view, `console.status_${status as (typeof STATUSES)[number]}`)
}

function withStatus(outcomes: readonly Outcome[], status: string): readonly Outcome[] {
  return outcomes.filter((outcome) => outcome.status === status)
}

/** The thirty days that end with the day of the answer, as the API names them. */
function lastDays({ at }: Overview): readonly string[] {
  const today = Date.parse(`${at.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: 30 }, (_, n) =>
    new Date(today - (29 - n) * 86_400_000).toISOString().slice(0, 10),
  )
}
