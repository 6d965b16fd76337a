/**
 * Words of SVG, short ones: elements as strings, numbers to one decimal.
 *
 * Strings, because the pictures are finished text and each of the 240 should stay near 4 kB.
 */

/** A point of a profile: half the width there, height, and 1 where the outline has a corner. */
export type ProfilePoint = readonly [half: number, y: number, corner?: 1]

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more}/>`
}

/** An open line with round ends. */
export function line(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${short(cx)}" cy="${short(cy)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}"${more}/>`
}

export function circle(cx: number, cy: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${short(cx)}" cy="${short(cy)}" r="${short(r)}" fill="${fill}"${more}/>`
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  r: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${r}" fill="${fill}"${more}/>`
}

export function group(inner: string, transform: string): string {
  return `<g transform="${transform}">${inner}</g>`
}

export function faded(inner: string, opacity: number): string {
  return `<g opacity="${opacity}">${inner}</g>`
}

/** Repeats a drawing for each value. */
export function each<Value>(values: readonly Value[], draw: (value: Value, index: number) => string): string {
  return values.map(draw).join('')
}

/**
 * The outline of a turned thing: a profile and its mirror image.
 *
 * @param base how far the bottom edge sags in the middle: half a turn seen from above
 * @param top  the same for the top edge, upwards
 */
export function lathe(cx: number, profile: readonly ProfilePoint[], base = 0, top = 0): string {
  const right = profile.map(([half, y, corner]): Point => [cx + half, y, corner === 1])
  const left = profile.map(([half, y, corner]): Point => [cx - half, y, corner === 1]).reverse()
  const [start, end] = [right[0] as Point, left.at(-1) as Point]
  const [rightEnd, leftStart] = [right.at(-1) as Point, left[0] as Point]
  const under =
    base === 0
      ? `L${at(leftStart)}`
      : `C${short(rightEnd[0])} ${short(rightEnd[1] + base)} ${short(leftStart[0])} ${short(leftStart[1] + base)} ${at(leftStart)}`
  const over =
    top === 0
      ? ''
      : `C${short(end[0])} ${short(end[1] - top)} ${short(start[0])} ${short(start[1] - top)} ${at(start)}`
  return `M${at(start)}${spline(right)}${under}${spline(left)}${over}Z`
}

type Point = readonly [x: number, y: number, corner: boolean]

/** Catmull–Rom through the points, as cubic Béziers; straight between two corners. */
function spline(points: readonly Point[]): string {
  let d = ''
  for (let index = 0; index + 1 < points.length; index++) d += bend(points, index)
  return d
}

function bend(points: readonly Point[], index: number): string {
  const from = points[index] as Point
  const to = points[index + 1] as Point
  if (from[2] && to[2]) return `L${at(to)}`
  const before = from[2] ? from : (points[index - 1] ?? from)
  const after = to[2] ? to : (points[index + 2] ?? to)
  const x1 = from[0] + (to[0] - before[0]) / 6
  const y1 = from[1] + (to[1] - before[1]) / 6
  const x2 = to[0] - (after[0] - from[0]) / 6
  const y2 = to[1] - (after[1] - from[1]) / 6
  return `C${short(x1)} ${short(y1)} ${short(x2)} ${short(y2)} ${at(to)}`
}

function at(point: Point): string {
  return `${short(point[0])} ${short(point[1])}`
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
