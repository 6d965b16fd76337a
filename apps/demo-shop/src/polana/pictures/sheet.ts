/**
 * One picture in the making: collects gradients, patterns and clips, each once and only if used.
 *
 * Their ids begin with the picture's own prefix, so that many pictures can stand in one page.
 */
import { type Hex, shade, tint } from './colour.ts'

export interface Sheet {
  /** Shading of something round, lit from the left above. */
  round(colour: Hex): string
  /** Shading of polished metal. */
  metal(colour: Hex): string
  /** From one colour above to another below. */
  fall(top: Hex, bottom: Hex): string
  /** A soft dark spot for shadows. */
  shadow(): string
  /** A soft light spot. */
  glow(colour: Hex): string
  /** A tile that repeats. */
  tile(width: number, height: number, inner: string, turn?: number): string
  /** Keeps a drawing once. @returns draws it again under a transform */
  again(inner: string): (transform: string) => string
  /** An attribute that shows only what lies inside the outline. */
  within(d: string): string
  /** The finished document. */
  finish(body: string): string
}

/** @param prefix unique among all pictures that may meet in a page; a letter first */
export function createSheet(prefix: string): Sheet {
  const names = new Map<string, string>()
  /** @returns the id of the definition; the same content gets the same id */
  const define = (content: (id: string) => string): string => {
    const key = content('')
    const known = names.get(key)
    if (known !== undefined) return known
    const id = `${prefix}${names.size.toString(36)}`
    names.set(key, id)
    definitions.push(content(id))
    return id
  }
  const definitions: string[] = []
  const across = (stops: string): string =>
    `url(#${define((id) => `<linearGradient id="${id}">${stops}</linearGradient>`)})`
  return {
    again: (inner) => {
      const id = define((name) => `<g id="${name}">${inner}</g>`)
      return (transform) => `<use href="#${id}" transform="${transform}"/>`
    },
    fall: (top, bottom) =>
      `url(#${define((id) => `<linearGradient id="${id}" x2="0" y2="1">${stop(0, top)}${stop(1, bottom)}</linearGradient>`)})`,
    finish: (body) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><defs>${definitions.join('')}</defs>${body}</svg>`,
    glow: (colour) =>
      `url(#${define((id) => `<radialGradient id="${id}">${stop(0, colour)}<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`)})`,
    metal: (colour) =>
      across(
        stop(0, shade(colour, 0.35)) +
          stop(0.2, tint(colour, 0.55)) +
          stop(0.34, colour) +
          stop(0.62, tint(colour, 0.25)) +
          stop(0.8, shade(colour, 0.2)) +
          stop(1, shade(colour, 0.42)),
      ),
    round: (colour) =>
      across(
        stop(0, shade(colour, 0.14)) +
          stop(0.28, tint(colour, 0.28)) +
          stop(0.6, colour) +
          stop(1, shade(colour, 0.34)),
      ),
    shadow: () =>
      `url(#${define((id) => `<radialGradient id="${id}"><stop stop-color="#2a2129" stop-opacity=".42"/><stop offset=".6" stop-color="#2a2129" stop-opacity=".16"/><stop offset="1" stop-color="#2a2129" stop-opacity="0"/></radialGradient>`)})`,
    tile: (width, height, inner, turn) =>
      `url(#${define((id) => `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse"${turn === undefined ? '' : ` patternTransform="rotate(${turn})"`}>${inner}</pattern>`)})`,
    within: (d) => ` clip-path="url(#${define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)})"`,
  }
}

function stop(offset: number, colour: Hex): string {
  return `<stop offset="${offset}" stop-color="${colour}"/>`
}
