/**
 * The drawer "What the shop knows now": what is held, what was used for this page, what was not.
 *
 * What is held comes from the engine with the page; what was used is known when the shelves have been
 * answered, and `browser/knows.js` writes it in from the answers themselves.
 */
import type { MeReply } from '@umiar/http-client'
import { counted, NOUNS } from '@umiar/messages'
import { dateFor, type Html, html, levelInWords, linkTo, type PageView, sayTo } from '@umiar/web-pages'

/** Categories of data about a person an answer may name, with their words. */
const PERSONAL_DATA = [
  ['session_events', 'knows.session_events', 'visit'],
  ['declared_taste', 'knows.declared_taste', 'taste'],
  ['view_history', 'knows.view_history', 'browsing'],
  ['purchase_history', 'knows.purchase_history', 'buying'],
] as const

/** @param held `undefined` for a stranger, `unreadable` while the engine does not answer */
export function knowsDrawer(view: PageView, held: MeReply | 'unreadable' | undefined): Html {
  return html`<details class="knows">
<summary><span class="knows-eye" aria-hidden="true"></span>${sayTo(view, 'knows.title')}</summary>
<div class="knows-body">
<h2>${sayTo(view, 'knows.level')}</h2>
<p>${levelInWords(view)}</p>
<h2>${sayTo(view, 'knows.held')}</h2>
${heldList(view, held)}
<h2>${sayTo(view, 'knows.used')}</h2>
<div data-knows-used aria-live="polite"><noscript><p>${sayTo(view, 'knows.no_script')}</p></noscript>
<p data-knows-nothing hidden>${sayTo(view, 'knows.nothing_used')}</p>
<ul data-knows-list hidden>${PERSONAL_DATA.map(([category, key]) => html`<li data-category="${category}" hidden>${sayTo(view, key)}</li>`)}</ul></div>
<div data-knows-not-used hidden>
<h2>${sayTo(view, 'knows.not_used')}</h2>
<ul>${heldCategories(held).map(([category, key]) => html`<li data-category="${category}" hidden>${sayTo(view, key)}</li>`)}</ul>
</div>
<p><a class="button" href="${linkTo(view, '/privacy')}">${sayTo(view, 'knows.change')}</a></p>
</div>
</details>`
}

function heldList(view: PageView, held: MeReply | 'unreadable' | undefined): Html {
  if (held === 'unreadable') return html`<p>${sayTo(view, 'knows.unreadable')}</p>`
  const rows = (held?.held ?? []).filter((row) => row.rows > 0)
  if (rows.length === 0) return html`<p>${sayTo(view, 'knows.held_none')}</p>`
  return html`<ul>${rows.map((row) => {
    const count = counted(view.locale, row.rows, NOUNS.entries)
    const until =
      row.kept_until === null
        ? ''
        : `, ${sayTo(view, 'knows.held_until', { date: dateFor(view, row.kept_until) })}`
    return html`<li>${sayTo(view, 'knows.held_row', { count, name: row.name })}${until}</li>`
  })}</ul>`
}

function heldCategories(held: MeReply | 'unreadable' | undefined): readonly (typeof PERSONAL_DATA)[number][] {
  if (held === undefined || held === 'unreadable') return []
  const tables = new Set(held.held.filter((row) => row.rows > 0).map((row) => row.table))
  return PERSONAL_DATA.filter(([, , table]) => tables.has(table))
}
