/**
 * What data would be used for, one by one, before saving: why, on which basis, from which level.
 *
 * A level opens some purposes, others have a box of their own, and nothing is ticked that she has not
 * granted (GDPR Art. 4(11), 7). A box above the chosen level says what it needs.
 */
import type { MessageKey } from '@umiar/messages'
import { flag, type Html, html, sayTo } from '@umiar/web-pages'
import type { CentrePage } from '../centre.ts'
import type { Policy } from '../engine.ts'

type PurposeRow = Policy['purposes'][number]

const BASES: Readonly<Record<string, MessageKey>> = {
  consent: 'purposes.basis_consent',
  contract: 'purposes.basis_contract',
  legal_obligation: 'purposes.basis_legal_obligation',
  none: 'purposes.basis_none',
}

/** The purposes of the policy, those that need consent first. */
export function purposeList(page: CentrePage): Html {
  const { policy, view } = page
  const byLevel = policy.purposes.filter((row) => row.granted_by === 'level')
  const byName = policy.purposes.filter((row) => row.granted_by === 'name')
  const unneeded = policy.purposes.filter((row) => row.granted_by === 'nobody')
  return html`<fieldset class="purposes">
<legend>${sayTo(view, 'purposes.title')}</legend>
<p class="small">${sayTo(view, 'purposes.line')}</p>
<ul class="purpose-list">${byLevel.map((row) => openedByLevel(page, row))}${byName.map((row) => openedByName(page, row))}</ul>
<details class="unneeded"><summary>${sayTo(view, 'purposes.unneeded')}</summary>
<ul class="purpose-list">${unneeded.map((row) => html`<li class="purpose">${heading(page, row)}${explanation(page, row)}</li>`)}</ul>
</details>
</fieldset>`
}

/** Pauses that delete nothing, for what is in use: nobody else is shown a ticked box. */
export function switchList({ policy, view }: CentrePage): Html {
  const { consent } = view
  const switches = policy.switches.filter((row) => consent?.purposes[row.purpose] === true)
  if (switches.length === 0) return html``
  return html`<fieldset class="switches">
<legend>${sayTo(view, 'switches.title')}</legend>
<p class="small">${sayTo(view, 'switches.line')}</p>
${switches.map(
  (row) =>
    html`<label class="box"><input type="hidden" name="switch_shown" value="${row.name}"><input type="checkbox" name="switch_${row.name}"${flag('checked', consent?.switches[row.name] !== false)}><span>${row.label}</span></label>`,
)}
</fieldset>`
}

function openedByLevel(page: CentrePage, row: PurposeRow): Html {
  const { view } = page
  return html`<li class="purpose" data-least-level="${row.least_level}">${heading(page, row)}
${explanation(page, row)}
<span class="purpose-state small" data-when="on" hidden>✓ ${sayTo(view, 'purposes.on')}</span><span class="purpose-state small" data-when="off" hidden>– ${sayTo(view, 'purposes.off')}</span></li>`
}

function openedByName(page: CentrePage, row: PurposeRow): Html {
  const { view } = page
  const id = `purpose-${row.purpose}`
  const needs = sayTo(view, 'purposes.needs', { level: row.least_level })
  return html`<li class="purpose named" data-least-level="${row.least_level}">
<label class="box" for="${id}"><input type="checkbox" id="${id}" name="purpose_${row.purpose}" aria-labelledby="${id}-name" aria-describedby="${id}-why ${id}-needs"${flag('checked', view.consent?.purposes[row.purpose] === true)}>
<span>${heading(page, row, `${id}-name`)}
<span class="purpose-why" id="${id}-why">${explanation(page, row)}</span>
<span class="purpose-state small" id="${id}-needs" data-when="off" hidden>${needs}</span></span></label></li>`
}

function heading({ view }: CentrePage, row: PurposeRow, id?: string): Html {
  const from =
    row.granted_by === 'nobody'
      ? sayTo(view, 'purposes.always')
      : sayTo(view, 'purposes.from_level', { level: row.least_level })
  const name = id === undefined ? html`<span>${row.name}</span>` : html`<span id="${id}">${row.name}</span>`
  return html`<span class="purpose-name">${name} <em>${from}</em></span>`
}

function explanation({ view }: CentrePage, row: PurposeRow): Html {
  const basis = BASES[row.basis]
  return html`<span class="level-line">${row.why} ${basis !== undefined && sayTo(view, basis)}</span>`
}
