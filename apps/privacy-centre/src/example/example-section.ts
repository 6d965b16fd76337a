/**
 * What the centre would look like, for somebody nothing is known of: an invented person, greyed, marked.
 *
 * Headings and sentences say "example" themselves, so that a screen reader cannot take them for hers; no
 * button stands here, because there is nothing to act on.
 */
import { type Html, html, sayTo } from '@umiar/web-pages'
import type { CentrePage } from '../centre.ts'
import type { Expiry, HeldLine } from '../held/count-holdings.ts'
import { fadingDots } from '../held/fading.ts'
import { datesInWords, heldSentence } from '../held/held-section.ts'
import { pictureOf, titleOf } from '../product-tile.ts'
import { useEntry } from '../uses/uses-section.ts'

const EXAMPLE_LEVEL = 3
const MS_PER_DAY = 86_400_000
/** Days until invented entries go, out of how many. */
const VIEWED = { days: [4, 9, 21, 38, 52, 61, 77, 86], of: 90 } as const
const BOUGHT = { days: [310, 655], of: 730 } as const

/** The section. */
export function exampleSection(page: CentrePage): Html {
  const { view } = page
  return html`<section class="example" aria-labelledby="example-title">
<h2 id="example-title">${sayTo(view, 'example.title')}</h2>
<p>${sayTo(view, 'example.line')}</p>
<div class="example-parts">
${heldPart(page)}
${tastePart(page)}
${usePart(page)}
</div>
</section>`
}

function part(
  { view }: CentrePage,
  title: 'example.held' | 'example.taste' | 'example.uses',
  body: Html,
): Html {
  return html`<div class="example-part"><p class="badge" aria-hidden="true">${sayTo(view, 'example.badge')}</p><h3>${sayTo(view, title)}</h3>${body}</div>`
}

function heldPart(page: CentrePage): Html {
  const lines: readonly HeldLine[] = [
    { count: VIEWED.days.length, expiries: expiries(page, VIEWED), items: [], kind: 'viewed' },
    { count: BOUGHT.days.length, expiries: expiries(page, BOUGHT), items: [], kind: 'purchases' },
  ]
  return part(
    page,
    'example.held',
    html`<ul class="held">${lines.map(
      (line) =>
        html`<li class="held-line"><p class="held-sentence">${heldSentence(page, line)}</p><p class="held-dates small">${fadingDots(line.expiries)} ${datesInWords(page, line.expiries)}</p></li>`,
    )}</ul>`,
  )
}

function tastePart(page: CentrePage): Html {
  const { centre, previews, view } = page
  const example = previews.get(EXAMPLE_LEVEL)?.example
  const likes = example?.likes.slice(0, 2) ?? []
  if (likes.length === 0) return html``
  return part(
    page,
    'example.taste',
    html`<p>${sayTo(view, 'taste.likes')}:</p><ul class="example-tiles">${likes.map((itemId) => html`<li>${pictureOf(centre, itemId)} ${titleOf(centre, view, itemId)}</li>`)}</ul>`,
  )
}

function usePart(page: CentrePage): Html {
  const { centre, previews, view } = page
  const preview = previews.get(EXAMPLE_LEVEL)
  if (preview === undefined || preview.itemIds.length === 0) return html``
  const use = {
    at: new Date(centre.nowMs()).toISOString(),
    consent_ref: null,
    data_used: ['view_history', 'purchase_history'],
    items: preview.itemIds.map((item_id) => ({ item_id, reasons: [] })),
    items_shortened: 0,
    mode: 'personal',
    model_version: '',
    purposes: [],
    rec_id: '',
    slot: sayTo(view, 'example.slot'),
  }
  return part(page, 'example.uses', useEntry(page, use))
}

function expiries(
  { centre }: CentrePage,
  { days, of }: { readonly days: readonly number[]; readonly of: number },
): readonly Expiry[] {
  const nowMs = centre.nowMs()
  return days.map((day) => ({ at: new Date(nowMs + day * MS_PER_DAY).toISOString(), left: day / of }))
}
