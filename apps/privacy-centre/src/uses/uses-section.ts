/**
 * The timeline: each answer that rested on data about her, day by day.
 *
 * From the evidence records: what was shown where, how it was chosen, which data, under which consent.
 */
import { clockText, counted, NOUNS } from '@umiar/messages'
import { dateFor, type Html, html, sayTo } from '@umiar/web-pages'
import type { CentrePage } from '../centre.ts'
import type { Holdings } from '../engine.ts'
import { pictureOf, titleOf } from '../product-tile.ts'
import { dataInWords, modeInWords } from './words.ts'

type Use = Holdings['uses'][number]

const MOST_USES = 40
const OPEN_DAYS = 2
const MOST_PICTURES = 6

/** The section. */
export function usesSection(page: CentrePage): Html {
  const { view } = page
  return html`<section id="uses" aria-labelledby="uses-title">
<h2 id="uses-title" tabindex="-1">${sayTo(view, 'uses.title')}</h2>
${timeline(page)}
</section>`
}

function timeline(page: CentrePage): Html {
  const { holdings, view } = page
  if (holdings === 'unreadable' || holdings === undefined)
    return html`<p>${sayTo(view, 'held.unreadable')}</p>`
  const { uses } = holdings
  if (uses.length === 0) return html`<p>${sayTo(view, 'uses.none')}</p>`
  const days = Map.groupBy(uses.slice(0, MOST_USES), (use) => dateFor(view, use.at))
  const more = uses.length - MOST_USES
  return html`<p>${sayTo(view, 'uses.line')}</p>
<div class="timeline">${[...days].map(([day, entries], index) => dayOfUses(page, day, entries, index))}</div>
${more > 0 && html`<p class="small">${sayTo(view, 'uses.more', { count: counted(view.locale, more, NOUNS.uses) })}</p>`}`
}

function dayOfUses(page: CentrePage, day: string, uses: readonly Use[], index: number): Html {
  const { view } = page
  const count = counted(view.locale, uses.length, NOUNS.uses)
  return html`<details class="day" id="day-${index}"${index < OPEN_DAYS && html` open`}><summary><span class="day-name">${day}</span> <span class="small">${count}</span></summary>
<ol class="uses">${uses.map((use) => html`<li class="use">${useEntry(page, use)}</li>`)}</ol></details>`
}

/** One answer. Also shown, invented, to somebody nothing is known of. */
export function useEntry(page: CentrePage, use: Use): Html {
  const { centre, view } = page
  const slot = centre.slotNames[use.slot]?.[view.locale] ?? use.slot
  const count = counted(view.locale, use.items.length + use.items_shortened, NOUNS.products)
  const shown = use.items.slice(0, MOST_PICTURES)
  return html`<p class="use-head"><time datetime="${use.at}">${clockText(use.at, view.locale)}</time> ${sayTo(view, 'uses.shown', { count, slot })}</p>
<ul class="use-pictures">${shown.map(({ item_id }) => html`<li>${pictureOf(centre, item_id)}<span class="visually-hidden">${titleOf(centre, view, item_id)}</span></li>`)}</ul>
<p class="small">${sayTo(view, 'uses.how', { mode: modeInWords(view, use.mode) })} ${sayTo(view, 'uses.data', { data: dataInWords(view, use.data_used) })} ${consentOf(page, use)}</p>`
}

function consentOf({ holdings, view }: CentrePage, use: Use): string {
  if (use.consent_ref === null) return ''
  const ref = use.consent_ref.replace(/^consent_/, '').slice(0, 8)
  const history = holdings === undefined || holdings === 'unreadable' ? [] : holdings.data.consent_history
  const choice = history.find((entry) => entry.consent_ref === use.consent_ref)
  return choice === undefined
    ? sayTo(view, 'uses.consent_ref', { ref })
    : sayTo(view, 'uses.consent', { date: dateFor(view, choice.at), level: choice.level, ref })
}
