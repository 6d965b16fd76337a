/**
 * Seventh fact: what is not configured, and which setting changes it.
 */
import { type Html, html, type PageView, sayTo } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

type Entry = Overview['configuration'][number]

/** Signs that are told apart by shape; the state stands beside them in words. */
const SIGNS: Readonly<Record<Entry['state'], string>> = {
  built_in: '•',
  default: '○',
  invented: '!',
  missing: '!',
  not_offered: '–',
  set: '✓',
}

/** A checklist, what is open first. */
export function configurationSection({ overview, view }: SectionInput): Html {
  const open = overview.configuration.filter(({ state }) => state === 'missing' || state === 'invented')
  return html`<p>${sayTo(view, 'console.configuration_lead')} <strong>${
    open.length === 0
      ? sayTo(view, 'console.configuration_done')
      : sayTo(view, 'console.configuration_open', { n: figure(view, open.length) })
  }</strong></p>
<ul class="checklist">${overview.configuration.map((entry) => oneEntry(view, entry))}</ul>`
}

function oneEntry(view: PageView, { code, keys, required_in_production: required, state }: Entry): Html {
  const name = sayTo(view, `console.config_${code as 'mode'}`)
  const needed = required && state !== 'set' && html` (${sayTo(view, 'console.required')})`
  return html`<li class="check-${state}"><span class="check-sign" aria-hidden="true">${SIGNS[state]}</span><div>
<strong>${name}</strong> <span class="badge">${sayTo(view, `console.state_${state}`)}</span>
${state !== 'set' && html`<br>${sayTo(view, `console.hint_${code as 'mode'}`)}`}
${keys.length > 0 && html`<br><span class="small">${sayTo(view, 'console.setting')}: ${keys.map((key, index) => html`${index > 0 && ', '}<code>${key}</code>`)}${needed}</span>`}
</div></li>`
}
