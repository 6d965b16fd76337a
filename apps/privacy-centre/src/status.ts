/**
 * What applies now, in one glance; and at the foot, who answers for it and how long things are kept.
 */
import { counted, NOUNS } from '@umiar/messages'
import { dateFor, type Html, html, levelInWords, linkTo, sayTo } from '@umiar/web-pages'
import { type CentrePage, isPaused } from './centre.ts'

/** The present level, how long it holds, whether it is paused, what the browser signals, who is responsible. */
export function statusSection(page: CentrePage): Html {
  const { centre, view } = page
  const { controller } = centre.site
  return html`<section class="status${isPaused(view) && ' paused'}" aria-labelledby="status-title">
<h2 id="status-title">${sayTo(view, 'status.title')}</h2>
<p class="status-level">${dial(view.level ?? 0)} <span>${levelInWords(view)}</span></p>
<p>${sentence(page)}</p>
${isPaused(view) && paused(page)}
${view.gpc && html`<p class="small">${sayTo(view, 'status.gpc')}</p>`}
${controller !== undefined && html`<p class="small">${sayTo(view, 'privacy.controller_name', { name: controller.name })}</p>`}
</section>`
}

/** Who is responsible, and the retention of each table. */
export function detailsSection({ centre, policy, view }: CentrePage): Html {
  const { controller } = centre.site
  return html`<section class="details" aria-labelledby="details-title">
<h2 id="details-title">${sayTo(view, 'privacy.details')}</h2>
${controller !== undefined && html`<p>${sayTo(view, 'privacy.controller', { ...controller })}</p>`}
<ul><li>${sayTo(view, 'privacy.kept_visit')}</li>${policy.retention.map((row) => {
    const days = counted(view.locale, row.days, NOUNS.days)
    return html`<li>${sayTo(view, 'privacy.kept_for', { days, name: row.name })}</li>`
  })}</ul>
</section>`
}

function sentence({ centre, view }: CentrePage): string {
  if (view.anonymousId === undefined)
    return sayTo(view, view.refused ? 'status.refused' : 'status.never_chose')
  if (view.consent === undefined) return sayTo(view, 'status.unknown')
  const until = view.consent.expires_at
  if (until === null) return sayTo(view, 'status.never_chose')
  const isOver = Date.parse(until) <= centre.nowMs()
  return sayTo(view, isOver ? 'status.expired' : 'status.valid_until', { date: dateFor(view, until) })
}

function paused({ view }: CentrePage): Html {
  return html`<form method="post" action="${linkTo(view, '/privacy/pause')}" class="paused-now">
<p><strong>${sayTo(view, 'pause.paused')}</strong></p>
<button type="submit" name="restricted" value="no">${sayTo(view, 'pause.resume')}</button>
</form>`
}

/** Four steps, filled up to the level; the words beside it say the same. */
function dial(level: number): Html {
  return html`<svg class="dial" viewBox="0 0 44 22" width="66" height="33" aria-hidden="true" focusable="false">${[
    0, 1, 2, 3,
  ].map(
    (step) =>
      html`<rect x="${step * 11 + 1}" y="${14 - step * 4}" width="8" height="${7 + step * 4}" rx="2" class="${step <= level ? 'on' : 'off'}"></rect>`,
  )}</svg>`
}
