/**
 * Lorenz curves: share of places over share of products, the least shown first.
 */
import { type Html, html } from '@umiar/web-pages'

export interface LorenzTexts {
  /** What the picture says, for who cannot see it. */
  readonly title: string
  readonly across: string
  readonly up: string
  readonly shown: string
  readonly chosen: string
  readonly even: string
}

const LEFT = 34
const TOP = 10
const SIDE = 260

/** @param shown,chosen values of the curve at even steps from 0 to 1 */
export function lorenzCurves(shown: readonly number[], chosen: readonly number[], texts: LorenzTexts): Html {
  const sample = (kind: string): Html =>
    html`<svg viewBox="0 0 32 8" aria-hidden="true"><path class="${kind}" d="M0 4H32"/></svg>`
  return html`<ul class="key"><li>${sample('line')}${texts.shown}</li><li>${sample('line other')}${texts.chosen}</li><li>${sample('line even')}${texts.even}</li></ul>
<svg class="curve" viewBox="0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 40}" role="img" aria-label="${texts.title}">
<path class="axis" fill="none" d="M${LEFT} ${TOP}V${TOP + SIDE}H${LEFT + SIDE}"/>
${[0, 0.5, 1].map(
  (
    share,
  ) => html`<text x="${LEFT - 5}" y="${TOP + SIDE * (1 - share) + 4}" text-anchor="end">${share * 100}</text>
<text x="${LEFT + SIDE * share}" y="${TOP + SIDE + 16}" text-anchor="middle">${share * 100}</text>`,
)}
<path class="line even" d="M${LEFT} ${TOP + SIDE}L${LEFT + SIDE} ${TOP}"/>
<path class="line other" d="${pathOf(chosen)}"/>
<path class="line" d="${pathOf(shown)}"/>
<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 34}" text-anchor="middle">${texts.across}, %</text>
<text x="${LEFT + 8}" y="${TOP + 10}">${texts.up}, %</text>
</svg>`
}

function pathOf(curve: readonly number[]): string {
  return curve
    .map((value, at) => {
      const across = LEFT + (SIDE * at) / (curve.length - 1)
      return `${at === 0 ? 'M' : 'L'}${across.toFixed(1)} ${(TOP + SIDE * (1 - value)).toFixed(1)}`
    })
    .join('')
}
