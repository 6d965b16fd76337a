/**
 * What we hold about her, in sentences with counts a person can check against her memory.
 *
 * Counted from the same data the export carries, not from storage rows, so that both say the same.
 */
import { titleOf } from './catalogue.ts'
import { type Html, html } from './html.ts'
import type { Site } from './layout.ts'
import { NOUNS } from './messages.ts'
import { type CountedNoun, counted } from './plural.ts'
import type { Holdings } from './privacy-view.ts'
import { dateFor, type PageView, sayTo } from './visitor.ts'

/** The section "what we hold". */
export function heldSection(site: Site, view: PageView, holdings: Holdings | undefined): Html {
  return html`<section aria-labelledby="held"><h2 id="held">${sayTo(view, 'held.title')}</h2>
${holdings === undefined ? nothing(view) : sentences(site, view, holdings)}
</section>`
}

function nothing(view: PageView): Html {
  if (view.anonymousId !== undefined) return html``
  return html`<p>${sayTo(view, view.refused ? 'held.refused' : 'held.nothing')}</p>`
}

function sentences(site: Site, view: PageView, { data, me }: Holdings): Html {
  const count = (n: number, noun: CountedNoun): string => counted(view.locale, n, noun)
  const until = (table: string): Html | null => {
    const kept = me.held.find((row) => row.table === table)?.kept_until
    return typeof kept === 'string'
      ? html` <span class="small">${sayTo(view, 'held.until', { date: dateFor(view, kept) })}</span>`
      : null
  }
  const viewed = itemsOf(data.events, ['view_item', 'select_item'])
  const carted = itemsOf(data.events, ['add_to_cart'])
  const bought = itemsOf(data.events, ['purchase'])
  const purchases = data.events.filter((event) => nameOf(event) === 'purchase').length
  const searches = data.events.filter((event) => nameOf(event) === 'search').length
  const hints = data.taste.likes.length + data.taste.never.length
  const remember = (n: number, noun: CountedNoun, table: string, items: readonly string[]): Html =>
    html`<li>${sayTo(view, 'held.remember', { count: count(n, noun) })}${until(table)}${productList(site, view, items)}</li>`
  const lines: readonly (Html | false)[] = [
    viewed.length > 0 && remember(viewed.length, NOUNS.viewed, 'browsing', viewed),
    searches > 0 && remember(searches, NOUNS.searches, 'browsing', []),
    carted.length > 0 && remember(carted.length, NOUNS.carted, 'buying', carted),
    purchases > 0 && remember(purchases, NOUNS.purchases, 'buying', bought),
    data.visit.length > 0 &&
      html`<li>${sayTo(view, 'held.visit', { count: count(data.visit.length, NOUNS.entries) })}</li>`,
    hints > 0 &&
      html`<li>${sayTo(view, 'held.taste', { count: count(hints, NOUNS.hints) })}${until('taste')}</li>`,
    data.decisions.length > 0 &&
      html`<li>${sayTo(view, 'held.evidence', { count: count(data.decisions.length, NOUNS.explanations) })}${until('evidence')}</li>`,
    data.consent_history.length > 0 &&
      html`<li>${sayTo(view, 'held.consent', { count: count(data.consent_history.length, NOUNS.choices) })}${until('consent')}</li>`,
  ]
  const said = lines.filter((line) => line !== false)
  return said.length === 0
    ? html`<p>${sayTo(view, 'held.nothing_known')}</p>`
    : html`<ul class="held">${said}</ul>`
}

const MOST_LISTED = 40

function productList(site: Site, view: PageView, itemIds: readonly string[]): Html {
  if (itemIds.length === 0) return html``
  const titles = itemIds.slice(0, MOST_LISTED).map((id) => {
    const product = site.catalogue.product(id)
    return product === undefined ? `${id} (${sayTo(view, 'held.gone')})` : titleOf(product, view.locale)
  })
  return html`<details><summary>${sayTo(view, 'held.list')}</summary><ul>${titles.map((title) => html`<li>${title}</li>`)}</ul></details>`
}

type Entry = Readonly<Record<string, unknown>>

function nameOf(event: Entry): unknown {
  return event.event ?? event.name
}

/** Distinct item ids of events of some names, in order of appearance. */
function itemsOf(events: readonly Entry[], names: readonly string[]): readonly string[] {
  const ids = new Set<string>()
  for (const event of events) {
    if (!names.includes(String(nameOf(event))) || !Array.isArray(event.items)) continue
    for (const item of event.items as readonly Entry[]) {
      const id = item.item_id ?? item.itemId
      if (typeof id === 'string') ids.add(id)
    }
  }
  return [...ids]
}
