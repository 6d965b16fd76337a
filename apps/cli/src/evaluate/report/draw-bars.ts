/**
 * Bars as rows: name, bar, figure. The names are text of the page, so that they stay readable on a phone.
 */
import { type Html, html } from '@umiar/web-pages'

export interface Bar {
  readonly name: string
  /** Length as a share of the whole rail, in [0, 1]. */
  readonly share: number
  /** The figure in words. */
  readonly text: string
  /** Drawn in the second colour. */
  readonly isOther?: boolean
}

/** The rows; the pictures repeat what the text says and are hidden from screen readers. */
export function barList(bars: readonly Bar[]): Html {
  return html`<ul class="bars">${bars.map(
    ({ isOther, name, share, text }) => html`<li><span class="name">${name}</span>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="10" rx="1"/><rect class="${
      isOther === true ? 'bar other' : 'bar'
    }" width="${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}" height="10" rx="1"/></svg>
<span class="value">${text}</span></li>`,
  )}</ul>`
}

/** What the two colours stand for. */
export function barKey(first: string, second: string): Html {
  const sample = (isOther: boolean): Html =>
    html`<svg viewBox="0 0 20 8" aria-hidden="true"><rect class="${isOther ? 'bar other' : 'bar'}" width="20" height="8"/></svg>`
  return html`<ul class="key"><li>${sample(false)}${first}</li><li>${sample(true)}${second}</li></ul>`
}
