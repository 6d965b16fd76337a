/**
 * Why she saw what she saw: one sentence a product, with what she can say to it.
 */
import type { MessageKey } from '@umiar/messages'
import { dateFor, type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { actButton } from '../act-button.ts'
import type { CentrePage } from '../centre.ts'
import type { WhySentence } from '../engine.ts'
import { pictureOf } from '../product-tile.ts'

const SHOWN_AT_ONCE = 6

/** The section; the API's `why_url` leads here. */
export function whySection(page: CentrePage): Html {
  const { view } = page
  return html`<section id="why" aria-labelledby="why-title">
<h2 id="why-title" tabindex="-1">${sayTo(view, 'why.title')}</h2>
${sentences(page)}
</section>`
}

function sentences(page: CentrePage): Html {
  const { holdings, view } = page
  if (holdings === 'unreadable' || holdings === undefined)
    return html`<p>${sayTo(view, 'held.unreadable')}</p>`
  const { why } = holdings
  if (why.length === 0) return html`<p>${sayTo(view, 'why.none')}</p>`
  const list = (entries: readonly WhySentence[]): Html =>
    html`<ul class="why">${entries.map((entry) => reason(page, entry))}</ul>`
  const older = why.slice(SHOWN_AT_ONCE)
  return html`${list(why.slice(0, SHOWN_AT_ONCE))}
${older.length > 0 && html`<details id="why-older"><summary>${sayTo(view, 'why.older')}</summary>${list(older)}</details>`}`
}

function reason({ centre, view }: CentrePage, entry: WhySentence): Html {
  const { item_id: itemId, title } = entry
  const button = (act: string, label: MessageKey): Html =>
    actButton({
      about: title,
      id: `${act}-why-${itemId}`,
      label: sayTo(view, label),
      name: 'act',
      value: act,
    })
  return html`<li class="why-entry"><span class="tile">${pictureOf(centre, itemId)}</span>
<p><strong>${title}</strong><br>${entry.text} <span class="small">${dateFor(view, entry.at)}</span></p>
<form class="acts" method="post" action="${linkTo(view, '/privacy/correct')}#why" data-swap><input type="hidden" name="item_id" value="${itemId}"><input type="hidden" name="back" value="why">
${button('not_for_me', 'correct.not_for_me')} ${button('already_have', 'correct.already_have')}</form></li>`
}
