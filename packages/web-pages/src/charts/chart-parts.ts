/**
 * What all charts share: parts with a place in the palette, the patterns that tell them apart without
 * colour, and the swatch that ties a line of a table to its part.
 *
 * Charts are pictures beside a table, never instead of one: each has a title for screen readers and leaves
 * the numbers to the table. They are drawn by the server as plain SVG; the stylesheet (`CHARTS_STYLESHEET`)
 * gives the colours for light, dark and print, so nothing needs a script or an inline style.
 */
import { type Html, html } from '../html.ts'

/** Where the palette has its colours and patterns. */
export const PALETTE = [1, 2, 3, 4, 5, 6] as const

/** A place in the palette. */
export type Shade = (typeof PALETTE)[number]

/** One part of a whole. */
export interface ChartPart {
  /** Said in the tooltip; the table has it too. */
  readonly label: string
  /** 0 or more. */
  readonly value: number
  readonly shade: Shade
}

/** Stylesheet of the charts; serve it once. */
export const CHARTS_STYLESHEET: URL = new URL('../assets/charts.css', import.meta.url)

/** The patterns of the palette; put it once into a page that has charts. */
export function chartDefinitions(): Html {
  return html`<svg class="chart-definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="chart-pattern-2" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="chart-mark" width="3" height="8"/></pattern>
<pattern id="chart-pattern-3" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="chart-mark" cx="4" cy="4" r="2"/></pattern>
<pattern id="chart-pattern-4" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="chart-mark" width="2" height="7"/></pattern>
<pattern id="chart-pattern-5" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="chart-mark" width="8" height="3"/></pattern>
<pattern id="chart-pattern-6" width="8" height="8" patternUnits="userSpaceOnUse"><path class="chart-mark" d="M0 0h2v8H0zM0 0h8v2H0z"/></pattern>
</defs></svg>`
}

/** A small square in the look of a part, for the line of its table. */
export function swatch(shade: Shade): Html {
  return html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${filled(shade, 'M0 0h16v16H0z')}</svg>`
}

/** A shape in the colour of its shade, with the pattern over it. @param path as in SVG's `d` */
export function filled(shade: Shade, path: string, label?: string): Html {
  const pattern =
    shade > 1 && html`<path class="chart-pattern" d="${path}" fill="url(#chart-pattern-${shade})"/>`
  return html`<g>${label !== undefined && html`<title>${label}</title>`}<path class="chart-${shade}" d="${path}"/>${pattern}</g>`
}

/** Each part's beginning and end on a line of length 1; parts of 0 are left out, none at all gives none. */
export function sharesOf<Part extends { readonly value: number }>(
  parts: readonly Part[],
): readonly { readonly part: Part; readonly from: number; readonly to: number }[] {
  for (const { value } of parts) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`value is ${value}, expected a number of 0 or more`)
  }
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  let before = 0
  return parts.flatMap((part) => {
    if (part.value === 0) return []
    const from = before / total
    before += part.value
    return [{ from, part, to: before / total }]
  })
}

/** A coordinate short enough for a page. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
