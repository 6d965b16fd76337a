/**
 * What a drawing is made with: the product's colour, the tints and the mark of its brand, the pattern
 * of its style.
 */
import { DEPARTMENTS } from '../departments.ts'
import type { Row } from '../read-table.ts'
import { against, HEX, type Hex, mix, shade, tint } from './colour.ts'
import { STYLE_PATTERNS } from './patterns.ts'
import type { Sheet } from './sheet.ts'
import { circle, group, line, path } from './svg.ts'

export interface Ink extends Sheet {
  /** Id of the product, for the few pictures that differ in more than colour. */
  readonly product: string
  readonly base: Hex
  readonly light: Hex
  readonly pale: Hex
  readonly dark: Hex
  readonly deep: Hex
  /** The brand's colour. */
  readonly accent: Hex
  /** The brand's label paper. */
  readonly paper: Hex
  /** A colour for small marks on the label. */
  readonly mark: Hex
  /** The brand's place among those of its department, 0–5. */
  readonly place: number
  /** The style's pattern, in colours that show on the given one. */
  pattern(on: Hex, strength?: number): string
  /** The brand's mark. */
  emblem(x: number, y: number, r: number, colour: Hex): string
}

const ACCENTS: Readonly<Record<string, readonly Hex[]>> = {
  coffee: ['#b0552f', '#2f5265', '#6d7f4c', '#7b4a6d', '#c97b2f', '#a8433f'],
  daily: ['#d6a02f', '#b5485a', '#6f9c80', '#6d8fb0', '#6a7f8f', '#6f8a4a'],
  garden: ['#5f8a3f', '#d49a2c', '#b5654a', '#3f8a7a', '#7a6650', '#a86a9a'],
  gear: ['#c8742d', '#3f7458', '#3b7fa6', '#85583c', '#5d5a86', '#d0982a'],
  home: ['#84936c', '#c78a3f', '#a8794a', '#b0503f', '#3f7086', '#7f6a94'],
  tea: ['#3d7a5a', '#c0563f', '#4f7f9b', '#8c9a3f', '#d9912f', '#9a5f92'],
  ware: ['#b5654a', '#3f6a9a', '#5b636b', '#2f7f78', '#b96d43', '#d19a3a'],
  wear: ['#c45b3c', '#8a6f4d', '#3d6f8f', '#7a8b3f', '#d79a2f', '#2f7f7a'],
}

/** The brand's place among those of its department, 0–5. */
function placeOf(row: Row): number {
  const department = DEPARTMENTS.find(({ id }) => id === row.department)
  return Math.max(0, department?.brands.indexOf(row.brand) ?? 0)
}

export function accentOf(row: Row): Hex {
  return ACCENTS[row.department]?.[placeOf(row)] ?? HEX.forest
}

export function createInk(row: Row, sheet: Sheet): Ink {
  const base = HEX[row.colour]
  const accent = accentOf(row)
  const style = STYLE_PATTERNS[`${row.department}/${row.style}`]
  const place = placeOf(row)
  return {
    ...sheet,
    accent,
    base,
    dark: shade(base, 0.32),
    deep: shade(base, 0.6),
    emblem: (x, y, r, colour) =>
      group(EMBLEMS[place]?.(colour) ?? '', `translate(${x} ${y})scale(${r / 10})`),
    light: tint(base, 0.34),
    mark: shade(accent, 0.25),
    pale: tint(base, 0.7),
    paper: tint(accent, 0.9),
    place,
    product: row.id,
    pattern: (on, strength = 0.3) => {
      if (style === undefined) return 'none'
      const a = against(on, strength)
      const b = mix(a, accent, 0.45)
      return sheet.tile(style.width, style.height, style.draw(a, b), style.turn)
    },
  }
}

/** Marks of brands, within ±10. */
const EMBLEMS: readonly ((colour: Hex) => string)[] = [
  (colour) => path('M-8 8C-9-4-1-10 9-9C10 2 4 10-8 8Z', colour) + line('M-6 6L4-4', '#fffaf0', 1.6),
  (colour) =>
    path('M0-10C6-2 8 2 8 4A8 8 0 0 1-8 4C-8 2-6-2 0-10Z', colour) +
    line('M-4 4A4 4 0 0 0 0 8', '#fffaf0', 1.6),
  (colour) =>
    circle(0, 0, 5, colour) +
    line('M0-10V-8M0 8V10M-10 0H-8M8 0H10M-7-7L-6-6M6 6L7 7M7-7L6-6M-6 6L-7 7', colour, 2),
  (colour) => path('M-10 8L-2-8L3 1L5-2L10 8Z', colour),
  (colour) => circle(0, 0, 8, 'none', ` stroke="${colour}" stroke-width="2.6"`) + circle(0, 0, 3, colour),
  (colour) => path('M3-9A9 9 0 1 0 9 4A7 7 0 0 1 3-9Z', colour),
]
