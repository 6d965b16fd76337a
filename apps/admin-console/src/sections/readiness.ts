/**
 * Fifth fact: which kinds of suggestion can carry a shelf, and what the others still need.
 */
import { readinessText } from '@umiar/messages'
import { purposeEntry } from '@umiar/vocabulary'
import { type Html, html, type PageView, ring, sayTo } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

type Strategy = Overview['readiness']['strategies'][number]

/** A ring and a sentence for each strategy. */
export function readinessSection({ overview, view }: SectionInput): Html {
  const { products, strategies } = overview.readiness
  return html`<p>${sayTo(view, 'console.readiness_lead')}</p>
<ul class="readiness">${strategies.map((one) => {
    const name = sayTo(view, `console.strategy_${one.strategy as 'for_you'}`)
    const sentence = readinessSentence(view, one)
    const models = one.uses.map((model) => sayTo(view, `console.model_${model as 'session'}`)).join(', ')
    return html`<li>${ring(`${name}: ${sentence}`, one.state === 'ready' ? 1 : Math.min(0.99, one.have / one.need))}<div><strong>${name}</strong><br>${sentence}<br><span class="small">${sayTo(view, 'console.readiness_uses', { models })}</span></div></li>`
  })}</ul>
<p class="small">${sayTo(view, 'console.readiness_note', { n: figure(view, products) })} ${sayTo(view, 'console.readiness_people', { purpose: purposeEntry('train_models').name[view.locale] })}</p>`
}

/** "Ready: learned from 12,345 views." or "Needs 240 more purchases, about 3 December." */
export function readinessSentence(view: Pick<PageView, 'locale'>, one: Strategy): string {
  return readinessText(view.locale, one)
}
