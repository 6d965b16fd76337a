/**
 * Third fact: what each shelf shows now, and how it is made.
 */
import { CONSOLE_COUNTS } from '@umiar/messages'
import { MODES, REASON_TEXTS, type ReasonCode } from '@umiar/vocabulary'
import { type Html, html, type PageView, type Shade, sayTo, stackedBar, swatch } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure, many } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'
import { pictureAddress } from '../picture-policy.ts'
import { modeName, slotName } from '../words.ts'

type Shelf = Overview['shelves'][number]

/** Personal answers dark, those for everybody light. */
const SHADES: Readonly<Record<string, Shade>> = {
  context: 2,
  curated: 6,
  declared: 5,
  holdout: 6,
  personal: 1,
  popular: 3,
  session: 4,
}

/** A row of pictures per shelf, with a badge and the share of each mode. */
export function shelvesSection(input: SectionInput): Html {
  const { overview, view } = input
  const { shelves } = overview
  return html`<p>${sayTo(view, 'console.shelves_lead')}</p>
${shelves.length === 0 && html`<p class="empty">${sayTo(view, 'console.shelves_empty')}</p>`}
${shelves.map((shelf) => oneShelf(input, shelf))}`
}

function oneShelf(input: SectionInput, shelf: Shelf): Html {
  const { overview, slotNames, view } = input
  const page = sayTo(view, `console.page_${shelf.page_type as 'home'}`)
  const strategy = sayTo(view, `console.strategy_${shelf.strategy as 'for_you'}`)
  const example = exampleTitle(view, overview, shelf)
  return html`<article class="console-shelf" aria-label="${slotName(view, slotNames, shelf.slot)}">
<div class="shelf-head">
<h3>${slotName(view, slotNames, shelf.slot)}</h3>
<span class="badge mode-${shelf.mode}">${sayTo(view, 'console.shelf_mode', { mode: modeName(view, shelf.mode) })}</span>
<span class="small">${sayTo(view, 'console.shelf_about', { page, strategy })}</span>
</div>
${example !== undefined && html`<p class="small">${sayTo(view, 'console.shelf_example', { title: example })}</p>`}
${
  shelf.items.length === 0
    ? html`<p class="empty">${sayTo(view, 'console.shelf_nothing')}</p>`
    : html`<ul class="shelf-items" tabindex="0" aria-label="${slotName(view, slotNames, shelf.slot)}">${shelf.items.map((item) => oneItem(input, item))}</ul>`
}
${modeShares(view, shelf)}
</article>`
}

function oneItem({ shopAddress, view }: SectionInput, item: Shelf['items'][number]): Html {
  const address = pictureAddress(item.image_url, shopAddress)
  const reason = REASON_TEXTS[item.reason as ReasonCode]?.[view.locale] ?? item.reason
  const title = titleOf(view, item)
  return html`<li>${
    address === undefined
      ? html`<span class="no-picture" aria-hidden="true">${title.slice(0, 1)}</span>`
      : html`<img src="${address}" alt="" width="96" height="96" loading="lazy">`
  }<span class="item-title">${title}</span><span class="small">${reason}</span></li>`
}

function modeShares(view: PageView, shelf: Shelf): Html {
  const modes = MODES.filter((mode) => (shelf.modes[mode] ?? 0) > 0)
  const title = sayTo(view, 'console.shelf_modes_chart', {
    count: many(view, shelf.asked, CONSOLE_COUNTS.answers),
  })
  return html`<figure class="mode-shares">
<figcaption class="small">${title}</figcaption>
${stackedBar(
  title,
  modes.map((mode) => ({
    label: `${modeName(view, mode)}: ${figure(view, shelf.modes[mode] ?? 0)}`,
    shade: SHADES[mode] ?? 6,
    value: shelf.modes[mode] ?? 0,
  })),
  28,
)}
<ul class="legend">${modes.map((mode) => html`<li>${swatch(SHADES[mode] ?? 6)} ${modeName(view, mode)}: ${figure(view, shelf.modes[mode] ?? 0)}</li>`)}</ul>
</figure>`
}

function titleOf(view: PageView, item: { readonly title: string; readonly title_en: string | null }): string {
  return view.locale === 'en' ? (item.title_en ?? item.title) : item.title
}

/** The product of the invented page, if some shelf shows it; its id otherwise. */
function exampleTitle(
  view: PageView,
  overview: Overview,
  { example_item_id: id }: Shelf,
): string | undefined {
  if (id === null) return undefined
  const shown = overview.shelves.flatMap((shelf) => shelf.items).find((item) => item.item_id === id)
  return shown === undefined ? id : titleOf(view, shown)
}
