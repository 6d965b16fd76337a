/**
 * Dates as a picture: dots that grow paler as the day of deletion nears.
 *
 * For the eyes only; the same dates stand beside it as text. Opacity is an attribute of the drawing,
 * because the policy of the browser forbids styles in the page.
 */
import { type Html, html } from '@umiar/web-pages'
import type { Expiry } from './count-holdings.ts'

const MOST_DOTS = 40
const STEP = 12
const PALEST = 0.14

/** A row of dots, soonest to go first; for many entries each dot stands for several. */
export function fadingDots(expiries: readonly Expiry[]): Html {
  const shown = sample(expiries, MOST_DOTS)
  if (shown.length === 0) return html``
  const width = shown.length * STEP
  return html`<svg class="fading" viewBox="0 0 ${width} 12" width="${width}" height="12" aria-hidden="true" focusable="false">${shown.map(
    ({ left }, index) =>
      html`<circle cx="${index * STEP + 6}" cy="6" r="4.5" fill="currentColor" fill-opacity="${opacityOf(left)}"></circle>`,
  )}</svg>`
}

/** How strong a dot is: full when fresh, just visible on the last day. @param left 0–1 */
export function opacityOf(left: number): string {
  return (PALEST + (1 - PALEST) * left).toFixed(2)
}

/** Evenly spread entries, the first and the last among them. */
function sample<Entry>(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries
  return Array.from({ length: most }, (_, index) => {
    const at = Math.round((index * (entries.length - 1)) / (most - 1))
    return entries[at] as Entry
  })
}
