/**
 * Guided tours through the real pages: a bar at the foot of each page, six steps a tour.
 *
 * The step stands in the address (`?tour=customer.3`) and links carry it on, so a tour stores nothing
 * on the device and ends with a click. A step may act (become an invented person) by a form.
 */
import type { MessageKey } from '@umiar/messages'
import { type Html, html } from './html.ts'
import { linkTo, type PageView, sayTo } from './page-view.ts'

/** Who is shown around. */
export type TourName = 'customer' | 'shop' | 'officer'

interface TourStep {
  /** Where the step happens. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly text: MessageKey
  /** The invented person one is in this step, in demo mode; becoming her is a form, not a link. */
  readonly persona?: string
}

/** Steps of a tour. */
export const TOURS: Readonly<Record<TourName, readonly TourStep[]>> = {
  customer: [
    { path: '/shop', persona: 'stranger', text: 'tour.customer_1' },
    { path: '/shop/product/gaiwan-porcelanowy', text: 'tour.customer_2' },
    { path: '/privacy', text: 'tour.customer_3' },
    { path: '/shop', persona: 'ola', text: 'tour.customer_4' },
    { path: '/privacy#held', text: 'tour.customer_5' },
    { path: '/privacy#erase', text: 'tour.customer_6' },
  ],
  officer: [
    { path: '/privacy', persona: 'stranger', text: 'tour.officer_1' },
    { path: '/privacy', persona: 'ola', text: 'tour.officer_2' },
    { path: '/privacy#uses', text: 'tour.officer_3' },
    { path: '/privacy#erase', text: 'tour.officer_4' },
    { path: '/console', text: 'tour.officer_5' },
    { path: '/docs/pl/dla-iod', text: 'tour.officer_6' },
  ],
  shop: [
    { path: '/shop', persona: 'stranger', text: 'tour.shop_1' },
    { path: '/shop/search', query: { q: 'zolty' }, text: 'tour.shop_2' },
    { path: '/shop', persona: 'ola', text: 'tour.shop_3' },
    { path: '/console', text: 'tour.shop_4' },
    { path: '/docs/pl/dla-sklepu', text: 'tour.shop_5' },
    { path: '/docs', text: 'tour.shop_6' },
  ],
}

/** What a tour needs of a page: its language, and what its address carries on. */
export type TourView = Pick<PageView, 'carried' | 'locale'>

/** Link or form that leads to a step of a tour. @param step 1-based */
export function tourStepControl(view: TourView, name: TourName, step: number, label: string): Html {
  const target = TOURS[name][step - 1]
  if (target === undefined)
    return html`<a class="button" href="${linkTo({ carried: langOf(view) }, '/')}">${label}</a>`
  const address = linkTo({ carried: langOf(view) }, target.path, { ...target.query, tour: `${name}.${step}` })
  if (target.persona === undefined) return html`<a class="button" href="${address}">${label}</a>`
  return html`<form class="inline" method="post" action="/shop/persona">
<input type="hidden" name="persona" value="${target.persona}"><input type="hidden" name="back" value="${address}">
<button type="submit">${label}</button></form>`
}

/** The bar of the tour the address names; nothing without one. */
export function tourBar(view: TourView): Html {
  const at = tourOf(view)
  if (at === undefined) return html``
  const { name, step } = at
  const steps = TOURS[name]
  const text = steps[step - 1]?.text as MessageKey
  const isLast = step === steps.length
  return html`<aside class="tour" aria-label="${sayTo(view, 'tour.label')}">
<div class="wrap tour-row">
<p class="tour-step">${sayTo(view, 'tour.step', { all: steps.length, n: step })}</p>
<p class="tour-text">${sayTo(view, text)}</p>
<div class="tour-acts">
<a class="quiet" href="${linkTo({ carried: langOf(view) }, '/')}">${sayTo(view, 'tour.end')}</a>
${tourStepControl(view, name, step + 1, sayTo(view, isLast ? 'tour.finish' : 'tour.next'))}
</div>
</div>
</aside>`
}

function tourOf(view: TourView): { readonly name: TourName; readonly step: number } | undefined {
  const match = /^(customer|shop|officer)\.([1-6])$/.exec(view.carried.tour ?? '')
  return match === null ? undefined : { name: match[1] as TourName, step: Number(match[2]) }
}

function langOf(view: TourView): Readonly<Record<string, string>> {
  return view.carried.lang === undefined ? {} : { lang: view.carried.lang }
}
