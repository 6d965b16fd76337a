/**
 * Steps that fewer and fewer take: each a band as wide as its number, running into the next.
 */
import { type Html, html } from '../html.ts'
import { filled, PALETTE, type Shade, short } from './chart-parts.ts'

const WIDTH = 320
const BAND = 56
const GAP = 6
/** A number that is there is never drawn as nothing. */
const LEAST_WIDTH = 10

export interface FunnelStep {
  readonly label: string
  readonly value: number
}

/** The bands, from the top. A later step may be larger: what was not reported above is drawn as it is. */
export function funnel(title: string, steps: readonly FunnelStep[]): Html {
  const largest = Math.max(1, ...steps.map((step) => step.value))
  const widthOf = (value: number): number =>
    value === 0 ? 2 : Math.max(LEAST_WIDTH, (value / largest) * WIDTH)
  const height = steps.length * (BAND + GAP) - GAP
  return html`<svg class="chart funnel" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
${steps.map((step, index) => {
  const top = index * (BAND + GAP)
  const width = widthOf(step.value)
  const next = steps[index + 1]
  const foot = next === undefined ? width : Math.min(width, widthOf(next.value))
  const path = `M${short((WIDTH - width) / 2)} ${top}h${short(width)}L${short((WIDTH + foot) / 2)} ${top + BAND}h-${short(foot)}z`
  return filled(PALETTE[index % PALETTE.length] as Shade, path, step.label)
})}
</svg>`
}
