/**
 * Everything held about her on one page, in tables, for eyes and printers (GDPR Art. 15(3), 20).
 */
import type { MeDataReply } from '@umiar/http-client'
import { clockText, type MessageKey } from '@umiar/messages'
import { PURPOSES } from '@umiar/vocabulary'
import { dateFor, type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import type { Centre, CentreView } from '../centre.ts'
import { itemIdsOf } from '../held/count-holdings.ts'
import { titleOf } from '../product-tile.ts'
import { dataInWords, reasonInWords } from '../uses/words.ts'

type Entry = Readonly<Record<string, unknown>>

const EVENTS = {
  add_to_cart: 'event.add_to_cart',
  purchase: 'event.purchase',
  remove_from_cart: 'event.remove_from_cart',
  search: 'event.search',
  select_item: 'event.select_item',
  view_item: 'event.view_item',
} as const satisfies Readonly<Record<string, MessageKey>>

/** The page's content. */
export function copyBody(centre: Centre, view: CentreView, data: MeDataReply): Html {
  const [date, time] = [dateFor(view, data.exported_at), clockText(data.exported_at, view.locale)]
  const names = (itemIds: readonly string[]): string =>
    itemIds.map((itemId) => titleOf(centre, view, itemId)).join(', ')
  const list = (title: MessageKey, itemIds: readonly string[]): Html =>
    html`<p><strong>${sayTo(view, title)}:</strong> ${itemIds.length === 0 ? sayTo(view, 'copy.nothing') : names(itemIds)}</p>`
  return html`<div class="copy"><h1>${sayTo(view, 'copy.title')}</h1>
<p>${sayTo(view, 'copy.line', { date, time })} <a href="${linkTo(view, '/privacy#export')}">${sayTo(view, 'copy.back')}</a></p>
<section aria-labelledby="hints"><h2 id="hints">${sayTo(view, 'taste.title')}</h2>${list('taste.likes', data.taste.likes)}${list('taste.nevers', data.taste.never)}${list('taste.haves', data.taste.have)}</section>
${choices(view, data)}
${table(view, 'copy.events', ['copy.when', 'copy.what', 'copy.products', 'copy.until'], data.events.toReversed(), (event) => [when(view, event.time), eventInWords(view, event), names(itemIdsOf([event])), day(view, event.kept_until)])}
${table(view, 'copy.visit', ['copy.when', 'copy.what', 'copy.products'], data.visit, (step) => [when(view, step.at), String(step.kind ?? step.event ?? ''), names(itemIdsOf([{ items: [step] }]))])}
${table(view, 'copy.measured', ['copy.when', 'copy.what', 'copy.products', 'copy.until'], data.measured, (entry) => [when(view, entry.at), String(entry.kind ?? ''), names(itemIdsOf([{ items: [entry] }])), day(view, entry.kept_until)])}
${table(view, 'why.title', ['copy.when', 'copy.shelf', 'copy.products', 'copy.data'], data.decisions, (use) => [when(view, use.at), centre.slotNames[use.slot]?.[view.locale] ?? use.slot, shown(centre, view, use), dataInWords(view, use.data_used)])}
</div>`
}

function choices(view: CentreView, data: MeDataReply): Html {
  const nameOf = (purpose: string): string =>
    PURPOSES.find((row) => row.purpose === purpose)?.name[view.locale] ?? purpose
  return table(
    view,
    'copy.choices',
    ['copy.when', 'copy.level', 'copy.purposes', 'copy.notice'],
    data.consent_history.toReversed(),
    (entry) => [
      when(view, entry.at),
      String(entry.level),
      entry.purposes.map(nameOf).join(', '),
      entry.notice_version,
    ],
  )
}

function table<Row>(
  view: CentreView,
  title: MessageKey,
  heads: readonly MessageKey[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): Html {
  const id = `copy-${title.replace('.', '-')}`
  const body = html`<table aria-labelledby="${id}"><thead><tr>${heads.map((head) => html`<th scope="col">${sayTo(view, head)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row).map((cell, index) => html`<td data-head="${sayTo(view, heads[index] ?? title)}">${cell}</td>`)}</tr>`)}</tbody></table>`
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${sayTo(view, title)}</h2>
${rows.length === 0 ? html`<p>${sayTo(view, 'copy.nothing')}</p>` : body}</section>`
}

function shown(centre: Centre, view: CentreView, use: MeDataReply['decisions'][number]): string {
  return use.items
    .map(({ item_id, reasons, rests_on }) => {
      const cause = rests_on === undefined ? undefined : titleOf(centre, view, rests_on)
      return `${titleOf(centre, view, item_id)} (${reasons.map((code) => reasonInWords(view, code, cause)).join('; ')})`
    })
    .join(', ')
}

function eventInWords(view: CentreView, event: Entry): string {
  const name = String(event.event ?? '')
  const key = Object.hasOwn(EVENTS, name) ? EVENTS[name as keyof typeof EVENTS] : 'event.other'
  return sayTo(view, key, { name, term: String(event.search_term ?? '') })
}

function when(view: CentreView, time: unknown): string {
  return isTime(time) ? `${dateFor(view, time)}, ${clockText(time, view.locale)}` : ''
}

/** Retention goes by days; an hour would pretend more than is known. */
function day(view: CentreView, time: unknown): string {
  return isTime(time) ? dateFor(view, time) : ''
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}
