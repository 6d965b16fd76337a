/**
 * A flat drawing of one kind of thing, on a stage of 240 × 180, standing at y = 156.
 */
import type { Palette } from '../colours.ts'

/** A drawing, and where on it a small emblem has room. */
export interface Shape {
  readonly draw: (palette: Palette) => string
  readonly emblem: readonly [x: number, y: number, scale: number]
}

/** @param emblem place and size of the emblem; a size near 0 hides it */
export function shape(emblem: Shape['emblem'], draw: Shape['draw']): Shape {
  return { draw, emblem }
}
