/**
 * What we hold about her: sentences with counts she can check against her memory, and dates that fade.
 */
import type { MessageKey } from '@umiar/messages'
import { dateFor, type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { actButton } from '../act-button.ts'
import type { CentrePage } from '../centre.ts'
import { namedTile, titleOf } from '../product-tile.ts'
import { type Expiry, type HeldItem, type HeldLine, holdingsInLines } from './count-holdings.ts'
import { fadingDots } from './fading.ts'
import { countedLine } from './words.ts'

const SENTENCES: Readonly<Partial<Record<HeldLine['kind'], MessageKey>>> = {
  consent: 'held.consent',
  evidence: 'held.evidence',
  measured: 'held.measured',
  taste: 'held.taste',
  visit: 'held.visit',
}
const MOST_LISTED = 60

/** The section; for a guest one word: nothing. */
export function heldSection(page: CentrePage): Html {
  const { view } = page
  return html`<section id="held" aria-labelledby="held-title">
<h2 id="held-title" tabindex="-1">${sayTo(view, 'held.title')}</h2>
${sentences(page)}
</section>`
}

function sentences(page: CentrePage): Html {
  const { centre, holdings, policy, view } = page
  if (holdings === 'unreadable') return html`<p>${sayTo(view, 'held.unreadable')}</p>`
  if (holdings === undefined)
    return html`<p class="held-nothing">${sayTo(view, view.refused ? 'held.refused' : 'held.nothing')}</p>`
  const lines = holdingsInLines(holdings, policy, centre.nowMs())
  if (lines.length === 0) return html`<p>${sayTo(view, 'held.nothing_known')}</p>`
  return html`<p class="small">${sayTo(view, 'held.fades')}</p>
<ul class="held">${lines.map((line) => heldLine(page, line))}</ul>`
}

function heldLine(page: CentrePage, line: HeldLine): Html {
  const { view } = page
  return html`<li class="held-line">
<p class="held-sentence">${heldSentence(page, line)}</p>
${line.expiries.length > 0 && html`<p class="held-dates small">${fadingDots(line.expiries)} ${datesInWords(page, line.expiries)}</p>`}
${line.items.length > 0 && html`<details id="held-${line.kind}"><summary>${sayTo(view, 'held.list')}</summary><ul class="held-items">${line.items.slice(0, MOST_LISTED).map((item) => heldItem(page, line, item))}</ul></details>`}
</li>`
}

/** `Pamiętamy 5 obejrzanych produktów.` */
export function heldSentence(
  { view }: Pick<CentrePage, 'view'>,
  line: Pick<HeldLine, 'kind' | 'count'>,
): string {
  return sayTo(view, SENTENCES[line.kind] ?? 'held.remember', { count: countedLine(view.locale, line) })
}

/** The first and the last day on which something of it goes. */
export function datesInWords({ view }: Pick<CentrePage, 'view'>, expiries: readonly Expiry[]): string {
  const [first, last] = [expiries[0], expiries.at(-1)].map((expiry) => dateFor(view, expiry?.at ?? ''))
  return first === last || first === undefined || last === undefined
    ? sayTo(view, 'held.goes_all', { date: last ?? '' })
    : sayTo(view, 'held.goes_between', { first, last })
}

function heldItem(page: CentrePage, line: HeldLine, { expiry, itemId }: HeldItem): Html {
  const { centre, view } = page
  const title = titleOf(centre, view, itemId)
  const button = (act: string, label: MessageKey): Html =>
    actButton({
      about: title,
      id: `${act}-${line.kind}-${itemId}`,
      label: sayTo(view, label),
      name: 'act',
      value: act,
    })
  return html`<li class="held-item">
<span class="tile">${namedTile(centre, view, itemId)}</span>
<span class="small">${expiry === undefined ? sayTo(view, 'held.this_visit') : html`${fadingDots([expiry])} ${sayTo(view, 'held.goes_on', { date: dateFor(view, expiry.at) })}`}</span>
<form class="acts" method="post" action="${linkTo(view, '/privacy/correct')}#held" data-swap><input type="hidden" name="item_id" value="${itemId}"><input type="hidden" name="back" value="held">
${button('forget', 'correct.forget')} ${line.kind === 'purchases' && button('gift', 'correct.gift')}</form>
</li>`
}
