/**
 * A ring of parts of a whole, with one word or number in its middle.
 */
import { type Html, html } from '../html.ts'
import { type ChartPart, filled, sharesOf, short } from './chart-parts.ts'

const CENTRE = 80
const OUTER = 76
const INNER = 50
/** A part thinner than this could not be seen; share of the ring. */
const LEAST = 0.006

export interface DonutOptions {
  /** What the ring says, in a sentence. */
  readonly title: string
  readonly parts: readonly ChartPart[]
  /** In the middle: the sum, and what it counts. */
  readonly middle: string
  readonly below: string
}

/** The ring; an empty one where all parts are 0. */
export function donut({ below, middle, parts, title }: DonutOptions): Html {
  const shares = widened(sharesOf(parts))
  return html`<svg class="chart donut" viewBox="0 0 160 160" role="img" aria-label="${title}">
${
  shares.length === 0
    ? html`<path class="chart-empty" d="${sector(0, 1)}"/>`
    : shares.map(({ from, part, to }) => filled(part.shade, sector(from, to), part.label))
}
<text class="chart-middle${middle.length > 6 && ' long'}" x="80" y="82" text-anchor="middle">${middle}</text>
<text class="chart-below" x="80" y="100" text-anchor="middle">${below}</text>
</svg>`
}

/** Parts too thin to be seen get a little of the others' room. */
function widened<Share extends { readonly from: number; readonly to: number }>(
  shares: readonly Share[],
): readonly Share[] {
  const widths = shares.map(({ from, to }) => Math.max(LEAST, to - from))
  const total = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  return shares.map((share, index) => {
    const from = before
    before += (widths[index] as number) / total
    return { ...share, from, to: before }
  })
}

/** A piece of the ring, clockwise from the top; a whole one is drawn in two halves, an arc cannot close. */
function sector(from: number, to: number): string {
  if (to - from > 0.999) return `${sector(0, 0.5)} ${sector(0.5, 0.9985)}`
  const large = to - from > 0.5 ? 1 : 0
  const [a, b] = [point(from, OUTER), point(to, OUTER)]
  const [c, d] = [point(to, INNER), point(from, INNER)]
  return `M${a}A${OUTER} ${OUTER} 0 ${large} 1 ${b}L${c}A${INNER} ${INNER} 0 ${large} 0 ${d}Z`
}

function point(turn: number, radius: number): string {
  const angle = (turn - 0.25) * 2 * Math.PI
  return `${short(CENTRE + radius * Math.cos(angle))} ${short(CENTRE + radius * Math.sin(angle))}`
}
