/**
 * Sixth fact: requests of people that are open or in force, with their deadlines.
 */
import { dayText } from '@umiar/messages'
import { isPurpose, purposeEntry } from '@umiar/vocabulary'
import { type Html, type HtmlValue, html, type PageView, sayTo } from '@umiar/web-pages'
import { figure } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

/** A list: how many of each, and until when. */
export function requestsSection({ overview, view }: SectionInput): Html {
  const { requests } = overview
  const due =
    requests.erasures_due_at === null
      ? sayTo(view, 'console.erasures_none')
      : sayTo(view, 'console.erasures_due', { date: dayText(requests.erasures_due_at, view.locale) })
  const finished = requests.erasures_finished_at_start
  return html`<p>${sayTo(view, 'console.requests_lead')}</p>
<ul class="requests">
${line(view, 'console.erasures', requests.erasures_pending, requests.erasures_pending > 0, [
  due,
  finished > 0 && html` ${sayTo(view, 'console.erasures_finished', { n: figure(view, finished) })}`,
])}
${line(view, 'console.restrictions', requests.restrictions_in_force, false, [sayTo(view, 'console.restrictions_note')])}
${line(view, 'console.objections', requests.people_objecting, false, [objections(view, requests.objections)])}
${line(view, 'console.done', requests.done_since_start.access + requests.done_since_start.erasure, false, [
  sayTo(view, 'console.done_note', {
    access: figure(view, requests.done_since_start.access),
    erasure: figure(view, requests.done_since_start.erasure),
  }),
])}
</ul>`
}

function line(
  view: PageView,
  title: 'console.done' | 'console.erasures' | 'console.objections' | 'console.restrictions',
  count: number,
  isUrgent: boolean,
  text: readonly HtmlValue[],
): Html {
  return html`<li class="${isUrgent ? 'urgent' : ''}"><span class="request-count">${isUrgent && html`<span aria-hidden="true">! </span>`}${figure(view, count)}</span><div><strong>${sayTo(view, title)}</strong><br>${text}</div></li>`
}

function objections(view: PageView, byPurpose: Readonly<Record<string, number>>): Html {
  const entries = Object.entries(byPurpose)
  if (entries.length === 0) return html`${sayTo(view, 'console.objections_none')}`
  const list = entries.map(
    ([purpose, count]) =>
      `${isPurpose(purpose) ? purposeEntry(purpose).name[view.locale] : purpose}: ${figure(view, count)}`,
  )
  return html`${sayTo(view, 'console.objections_note')} ${list.join('; ')}`
}
