/**
 * Colours of the pictures: one muted family, so that any two products look well side by side.
 */
import type { Colour } from '../departments.ts'

/** A colour as `#rrggbb`. */
export type Hex = string

/** Lights are a warm white, shadows a warm dark, never plain grey. */
const LIGHT: Hex = '#fffaf0'
const DARK: Hex = '#2a2129'

/** What the named colours look like. */
export const HEX: Readonly<Record<Colour, Hex>> = {
  amber: '#d9982f',
  black: '#3a3636',
  brown: '#94613f',
  clay: '#c5775c',
  clear: '#b4c1c5',
  copper: '#b96d43',
  cream: '#efe4cd',
  forest: '#40694f',
  graphite: '#51575e',
  moss: '#7f8c50',
  mustard: '#dcb045',
  navy: '#364b70',
  plum: '#77486c',
  rose: '#d98d96',
  rust: '#b75436',
  sage: '#9cb59b',
  sand: '#d9c19b',
  sky: '#8db7d2',
  steel: '#aeb6bb',
  tan: '#c08d5a',
  teal: '#338085',
  white: '#f5f3ee',
  wood: '#bd8e5c',
}

/** The colour `share` of the way from one to the other; `share` in [0, 1]. */
export function mix(from: Hex, to: Hex, share: number): Hex {
  const channel = (at: number): string => {
    const a = Number.parseInt(from.slice(at, at + 2), 16)
    const b = Number.parseInt(to.slice(at, at + 2), 16)
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Lighter by `share`. */
export function tint(colour: Hex, share: number): Hex {
  return mix(colour, LIGHT, share)
}

/** Darker by `share`. */
export function shade(colour: Hex, share: number): Hex {
  return mix(colour, DARK, share)
}

/** How light a colour looks, 0–1. */
export function lightness(colour: Hex): number {
  const channel = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255
  return 0.3 * channel(1) + 0.59 * channel(3) + 0.11 * channel(5)
}

/** A shade or tint of the colour that can be seen upon it. */
export function against(colour: Hex, share: number): Hex {
  return lightness(colour) > 0.56 ? shade(colour, share) : tint(colour, share)
}
