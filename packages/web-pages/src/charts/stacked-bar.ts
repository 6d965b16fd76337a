/**
 * One bar made of parts, and a row of such bars over days.
 */
import { type Html, html } from '../html.ts'
import { type ChartPart, filled, sharesOf, short } from './chart-parts.ts'

const WIDTH = 1000
const GAP = 3
/** A part narrower than this could not be seen. */
const LEAST_WIDTH = 6

/** A lying bar whose parts fill its whole length; an empty one where all parts are 0. */
export function stackedBar(title: string, parts: readonly ChartPart[], height = 64): Html {
  const shares = sharesOf(parts)
  const room = WIDTH - GAP * Math.max(0, shares.length - 1)
  const widths = shares.map(({ from, to }) => Math.max(LEAST_WIDTH, (to - from) * room))
  const stretch = room / widths.reduce((sum, width) => sum + width, 0)
  let left = 0
  return html`<svg class="chart stacked-bar" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}">
${
  shares.length === 0
    ? html`<path class="chart-empty" d="M0 0h${WIDTH}v${height}H0z"/>`
    : shares.map(({ part }, index) => {
        const width = (widths[index] as number) * stretch
        const path = `M${short(left)} 0h${short(width)}v${height}h-${short(width)}z`
        left += width + GAP
        return filled(part.shade, path, part.label)
      })
}
</svg>`
}

/** One day of a row of columns. */
export interface ChartDay {
  /** As the reader knows the day. */
  readonly label: string
  readonly parts: readonly ChartPart[]
}

const COLUMNS_HEIGHT = 120

/** Standing bars, one a day, all on one scale; what is highest fills the height. */
export function columns(title: string, days: readonly ChartDay[]): Html {
  const sums = days.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const highest = Math.max(1, ...sums)
  const step = WIDTH / Math.max(1, days.length)
  const width = Math.max(2, step - 6)
  return html`<svg class="chart columns" viewBox="0 0 ${WIDTH} ${COLUMNS_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}">
<path class="chart-line" d="M0 ${COLUMNS_HEIGHT - 0.5}h${WIDTH}"/>
${days.map(({ label, parts }, index) => {
  let foot = COLUMNS_HEIGHT
  return parts.map((part) => {
    if (part.value === 0) return undefined
    const height = Math.max(2, (part.value / highest) * (COLUMNS_HEIGHT - 2))
    foot -= height
    const path = `M${short(index * step + 3)} ${short(Math.max(0, foot))}h${short(width)}v${short(height)}h-${short(width)}z`
    return filled(part.shade, path, `${label}: ${part.label}`)
  })
})}
</svg>`
}
