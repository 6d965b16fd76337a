/**
 * Fifth fact: which kinds of suggestion can carry a shelf, and what the others still need.
 */
import { CONSOLE_NOUNS, moreOf } from '@umiar/messages'
import { purposeEntry } from '@umiar/vocabulary'
import { type Html, html, type PageView, ring, sayTo } from '@umiar/web-pages'
import type { Overview } from '../engine.ts'
import { figure, many } from '../figures.ts'
import type { SectionInput } from '../overview-page.ts'

type Strategy = Overview['readiness']['strategies'][number]

/** A ring and a sentence for each strategy. */
export function readinessSection({ overview, view }: SectionInput): Html {
  const { products, strategies } = overview.readiness
  return html`<p>${sayTo(view, 'console.readiness_lead')}</p>
<ul class="readiness">${strategies.map((one) => {
    const name = sayTo(view, `console.strategy_${one.strategy as 'for_you'}`)
    const sentence = readinessSentence(view, one)
    return html`<li>${ring(`${name}: ${sentence}`, one.state === 'ready' ? 1 : Math.min(0.99, one.have / one.need))}<div><strong>${name}</strong><br>${sentence}</div></li>`
  })}</ul>
<p class="small">${sayTo(view, 'console.readiness_note', { n: figure(view, products) })} ${sayTo(view, 'console.readiness_people', { purpose: purposeEntry('train_models').name[view.locale] })}</p>`
}

/** "Ready: learned from 12,345 views." or "Needs 240 more purchases." */
export function readinessSentence(view: Pick<PageView, 'locale'>, one: Strategy): string {
  const { basis, from_shop_counts: fromShop, have, need, state } = one
  const noun = CONSOLE_NOUNS[basis]
  if (state !== 'ready') return sayTo(view, 'console.needs', { count: many(view, need - have, moreOf(noun)) })
  if (fromShop && have < need) return sayTo(view, 'console.ready_from_shop')
  const isLearned = basis !== 'categories' && basis !== 'popular'
  return sayTo(view, isLearned ? 'console.ready_from' : 'console.ready_on', { count: many(view, have, noun) })
}
