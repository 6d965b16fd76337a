/**
 * The privacy page as markup: five rows to choose from, then what is held, why, hints, export, erase.
 *
 * Rows, names and lines come from the consent policy, so the record says what she read. The present
 * level is the selected one and nothing is ticked that she has not granted (GDPR Art. 4(11), 7).
 */
import type { ConsentPolicyReply, EraseReply, MeData, MeReply } from '@umiar/use-cases'
import { flag, type Html, html } from './html.ts'
import type { Site } from './layout.ts'
import { NOUNS } from './messages.ts'
import { counted } from './plural.ts'
import { heldSection } from './privacy-held.ts'
import { hintsSection } from './privacy-hints.ts'
import type { WhySentence } from './shop-api.ts'
import { dateFor, linkTo, type PageView, sayTo } from './visitor.ts'

/** What the API holds about the person in front of the page. */
export interface Holdings {
  readonly me: MeReply
  readonly data: MeData
  readonly why: readonly WhySentence[]
}

/** The whole page for a guest (`holdings` undefined) or for somebody with an id. */
export function privacyBody(
  site: Site,
  view: PageView,
  policy: ConsentPolicyReply,
  holdings: Holdings | undefined,
): Html {
  return html`<div class="privacy">
<h1>${sayTo(view, 'privacy.title')}</h1>
<p class="lead">${sayTo(view, 'privacy.lead')}</p>
${choiceForm(view, policy)}
${heldSection(site, view, holdings)}
${whySection(view, holdings)}
${hintsSection(site, view, holdings?.data)}
${holdings !== undefined && exportSection(view)}
${view.anonymousId !== undefined && eraseSection(view, policy)}
${detailsSection(site, view, policy)}
</div>`
}

/** The page after erasure: what was removed, what remains. */
export function erasedBody(view: PageView, policy: ConsentPolicyReply, erased: EraseReply | undefined): Html {
  const back = html`<p><a class="button" href="${linkTo(view, '/shop')}">${sayTo(view, 'erase.back')}</a></p>`
  if (erased === undefined) {
    return html`<h1>${sayTo(view, 'erase.title')}</h1><p>${sayTo(view, 'erase.nothing')}</p>${back}`
  }
  const rows = policy.retention.filter((row) => (erased.removed[row.table] ?? 0) > 0)
  return html`<h1>${sayTo(view, 'erase.done_title')}</h1>
<p>${sayTo(view, 'erase.done', { date: dateFor(view, erased.erased_at) })}</p>
<ul>
${rows.map((row) => {
  const count = counted(view.locale, erased.removed[row.table] ?? 0, NOUNS.entries)
  return html`<li>${sayTo(view, 'erase.done_rows', { count, name: row.name })}</li>`
})}
<li>${sayTo(view, 'erase.done_cookies')}</li>
</ul>
<p>${policy.texts.after_erasure}</p>
${view.cart.length > 0 && html`<p>${sayTo(view, 'erase.cart_stays')}</p>`}
${back}`
}

function choiceForm(view: PageView, policy: ConsentPolicyReply): Html {
  const named = policy.purposes.filter((row) => row.granted_by === 'name')
  // A pause makes sense only for what is in use: nobody else is shown a ticked box.
  const switches = policy.switches.filter((row) => view.consent?.purposes[row.purpose] === true)
  return html`<form class="choice" method="post" action="${linkTo(view, '/privacy/choice')}">
<input type="hidden" name="notice_version" value="${policy.notice_version}">
<fieldset class="levels">
<legend>${sayTo(view, 'privacy.levels')}</legend>
${policy.levels.map((row) => levelRow(view, row))}
</fieldset>
${
  named.length > 0 &&
  html`<fieldset class="boxes">
<legend>${sayTo(view, 'privacy.purposes')}</legend>
<p class="small">${sayTo(view, 'privacy.purposes_line')}</p>
${named.map((row) => purposeBox(view, row))}
</fieldset>`
}
${
  switches.length > 0 &&
  html`<fieldset class="boxes">
<legend>${sayTo(view, 'privacy.switches')}</legend>
<p class="small">${sayTo(view, 'privacy.switches_line')}</p>
${switches.map((row) => html`<label class="box"><input type="hidden" name="switch_shown" value="${row.name}"><input type="checkbox" name="switch_${row.name}"${flag('checked', view.consent?.switches[row.name] !== false)}><span>${row.label}</span></label>`)}
</fieldset>`
}
${view.gpc && html`<p class="small">${sayTo(view, 'privacy.gpc')}</p>`}
<p class="save"><button type="submit">${sayTo(view, 'privacy.save')}</button></p>
<p class="small">${policy.texts.withdraw}${validity(view)}</p>
</form>`
}

function levelRow(view: PageView, row: ConsentPolicyReply['levels'][number]): Html {
  const present = row.level === (view.level ?? 0)
  const remark = row.offered ? present && sayTo(view, 'privacy.present') : sayTo(view, 'privacy.not_offered')
  return html`<label class="level-row"><input type="radio" name="level" value="${row.level}"${flag('checked', present)}${flag('disabled', !row.offered)}>
<span class="level-text"><span class="level-name">${row.level} · ${row.name}${remark !== false && html` <em>${remark}</em>`}</span>
<span class="level-line">${row.line}</span></span></label>`
}

function purposeBox(view: PageView, row: ConsentPolicyReply['purposes'][number]): Html {
  const granted = view.consent?.purposes[row.purpose] === true
  return html`<label class="box"><input type="checkbox" name="purpose_${row.purpose}"${flag('checked', granted)}>
<span><span class="box-name">${row.name} <em>${sayTo(view, 'privacy.needs_level', { level: row.least_level })}</em></span>
<span class="level-line">${row.why}</span></span></label>`
}

function validity(view: PageView): string {
  const until = view.consent?.expires_at
  return typeof until === 'string'
    ? ` ${sayTo(view, 'privacy.valid_until', { date: dateFor(view, until) })}`
    : ''
}

const MOST_REASONS = 12

function whySection(view: PageView, holdings: Holdings | undefined): Html {
  const sentences = (holdings?.why ?? []).slice(0, MOST_REASONS)
  return html`<section aria-labelledby="why"><h2 id="why">${sayTo(view, 'why.title')}</h2>
${
  sentences.length === 0
    ? html`<p>${sayTo(view, 'why.none')}</p>`
    : html`<ul class="why">${sentences.map((entry) => html`<li><strong>${entry.title}</strong> – ${entry.text} <span class="small">${dateFor(view, entry.at)}</span></li>`)}</ul>`
}
</section>`
}

function exportSection(view: PageView): Html {
  return html`<section aria-labelledby="export"><h2 id="export">${sayTo(view, 'export.title')}</h2>
<p>${sayTo(view, 'export.line')}</p>
<form method="post" action="${linkTo(view, '/privacy/export')}"><button class="plain" type="submit">${sayTo(view, 'export.button')}</button></form>
</section>`
}

function eraseSection(view: PageView, policy: ConsentPolicyReply): Html {
  return html`<section class="erase" aria-labelledby="erase"><h2 id="erase">${sayTo(view, 'erase.title')}</h2>
<p>${sayTo(view, 'erase.line')}</p>
<p><strong>${policy.texts.after_erasure}</strong></p>
<form method="post" action="${linkTo(view, '/privacy/erase')}">
<label class="box"><input type="checkbox" name="confirm" value="yes" required><span>${sayTo(view, 'erase.confirm')}</span></label>
<button class="danger" type="submit">${sayTo(view, 'erase.button')}</button>
</form>
</section>`
}

function detailsSection(site: Site, view: PageView, policy: ConsentPolicyReply): Html {
  const { controller } = site
  return html`<details class="policy"><summary>${sayTo(view, 'privacy.details')}</summary>
<dl>${policy.purposes.map((row) => html`<dt>${row.name}</dt><dd>${row.why}</dd>`)}</dl>
<ul>${policy.retention.map((row) => {
    const days = counted(view.locale, row.days, NOUNS.days)
    return html`<li>${sayTo(view, 'privacy.kept_for', { days, name: row.name })}</li>`
  })}</ul>
${controller !== undefined && html`<p>${sayTo(view, 'privacy.controller', { ...controller })}</p>`}
</details>`
}
