/**
 * How far something is, as a small ring; a tick says that it is there, without colour.
 */
import { type Html, html } from '../html.ts'
import { short } from './chart-parts.ts'

const RADIUS = 19
const LENGTH = 2 * Math.PI * RADIUS

/** @param share 0 to 1; more counts as 1 */
export function ring(title: string, share: number): Html {
  if (Number.isNaN(share)) throw new RangeError('share is NaN, expected a number from 0 to 1')
  const done = Math.min(1, Math.max(0, share))
  const isDone = done === 1
  const percent = `${Math.floor(done * 100)}%`
  return html`<svg class="chart ring" viewBox="0 0 48 48" role="img" aria-label="${title}">
<circle class="ring-rest" cx="24" cy="24" r="${RADIUS}"/>
${done > 0 && html`<circle class="ring-done" cx="24" cy="24" r="${RADIUS}" stroke-dasharray="${short(done * LENGTH)} ${short(LENGTH)}" transform="rotate(-90 24 24)"/>`}
${
  isDone
    ? html`<path class="ring-tick" d="M15.5 24.5l6 6 11.5-12.5"/>`
    : html`<text class="ring-text" x="24" y="28" text-anchor="middle">${percent}</text>`
}
</svg>`
}
