/**
 * The drawer "What the shop knows now": what is held, what was used for this page, what was not.
 *
 * What is held comes from the engine with the page, and again when the drawer is opened or the level
 * changes; what was used is known when the shelves have been answered, and `browser/knows.js` writes it in
 * from the answers themselves.
 */
import type { MeReply } from '@umiar/http-client'
import { dateFor, type Html, html, levelInWords, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import type { ShopSite } from '../shop-site.ts'
import type { ShopView } from './open-view.ts'

/** Categories of data about a person an answer may name, with their words. */
const PERSONAL_DATA = [
  ['session_events', 'knows.session_events', 'visit'],
  ['declared_taste', 'knows.declared_taste', 'taste'],
  ['view_history', 'knows.view_history', 'browsing'],
  ['purchase_history', 'knows.purchase_history', 'buying'],
] as const

/** What is held: `undefined` of a stranger, `unreadable` while the engine does not answer. */
export type Held = MeReply | 'unreadable' | undefined

/** Asks what is held about whoever has an id here. */
export async function readHeld(site: ShopSite, view: PageView): Promise<Held> {
  if (view.anonymousId === undefined) return undefined
  return site.engine.held(view.anonymousId, view.locale).catch(() => 'unreadable' as const)
}

/** The drawer of a page. */
export function knowsDrawer(view: ShopView, held: Held): Html {
  return html`<details class="knows" data-now="${linkTo(view, '/shop/knows')}">
<summary><span class="knows-eye" aria-hidden="true"></span>${sayTo(view, 'knows.title')}</summary>
${knowsBody(view, held)}
</details>`
}

/** What stands in the drawer. */
export function knowsBody(view: ShopView, held: Held): Html {
  return html`<div class="knows-body" data-level="${view.level ?? 0}">
<h2>${sayTo(view, 'knows.level')}</h2>
<p>${levelInWords(view)}${view.consent?.restricted === true && html` <strong>${sayTo(view, 'knows.paused')}</strong>`}</p>
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
</div>`
}

function heldList(view: PageView, held: Held): Html {
  if (held === 'unreadable') return html`<p>${sayTo(view, 'knows.unreadable')}</p>`
  const rows = (held?.held ?? []).filter((row) => row.rows > 0)
  if (rows.length === 0) return html`<p>${sayTo(view, 'knows.held_none')}</p>`
  return html`<ul>${rows.map((row) => {
    const until =
      row.kept_until === null
        ? ''
        : `, ${sayTo(view, 'knows.held_until', { date: dateFor(view, row.kept_until) })}`
    return html`<li>${row.name}${until}</li>`
  })}</ul>`
}

function heldCategories(held: Held): readonly (typeof PERSONAL_DATA)[number][] {
  if (held === undefined || held === 'unreadable') return []
  const tables = new Set(held.held.filter((row) => row.rows > 0).map((row) => row.table))
  return PERSONAL_DATA.filter(([, , table]) => tables.has(table))
}
