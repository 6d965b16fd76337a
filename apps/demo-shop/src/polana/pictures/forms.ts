/**
 * Forms that many products share: shadows, labels, tins, packets, steam, leaves, beans.
 */
import { type Hex, shade, tint } from './colour.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, path, rect } from './svg.ts'

/** Where things stand. */
export const FLOOR = 252

/** The shadow of a thing on the table. */
export function standing(ink: Ink, cx: number, rx: number, y = FLOOR): string {
  return ellipse(cx + 6, y, rx * 1.25, 10 + rx * 0.09, ink.shadow())
}

/** A tall thing drawn smaller, standing where it stood. */
export function smaller(inner: string, size: number): string {
  return group(inner, `translate(${200 - 200 * size} ${FLOOR - FLOOR * size})scale(${size})`)
}

/** Steam above a cup. */
export function steam(x: number, y: number): string {
  return faded(
    line(`M${x - 12} ${y}c-10-14 10-20 0-36`, '#fff', 5) +
      line(`M${x + 12} ${y + 2}c-9-13 9-22 1-40`, '#fff', 5),
    0.6,
  )
}

/** A label: brand mark, two bars for words, the style's pattern. Its shape is the brand's: square, arched or round. */
export function label(ink: Ink, cx: number, y: number, width: number, height: number): string {
  const x = cx - width / 2
  const least = Math.min(width, height)
  const words = (at: number): string =>
    each([0.46, 0.3].slice(0, height > 56 ? 2 : 1), (share, index) =>
      rect(cx - (width * share) / 2, at + index * 7, width * share, 3, 1.5, ink.mark, ' opacity=".55"'),
    )
  if (ink.place % 3 === 2) {
    const middle = y + height / 2
    const r = least / 2
    return (
      circle(cx, middle, r, ink.round(ink.paper)) +
      circle(cx, middle, r * 0.9, 'none', ` stroke="${ink.accent}" stroke-width="2.4"`) +
      ink.emblem(cx, middle - r * 0.2, r * 0.36, ink.accent) +
      words(middle + r * 0.34)
    )
  }
  const strip = Math.max(10, height * 0.28)
  const arched = ink.place % 3 === 1
  const bend = arched ? width / 2 : 4
  const rise = arched ? Math.min(width / 2, height * 0.4) : 4
  const middle = y + (height - strip) * (arched ? 0.52 : 0.42)
  return (
    path(
      `M${x} ${y + height}V${y + rise}Q${x} ${y} ${x + bend} ${y}H${x + width - bend}Q${x + width} ${y} ${x + width} ${y + rise}V${y + height}Z`,
      ink.round(ink.paper),
    ) +
    rect(x, y + height - strip, width, strip, 0, ink.accent) +
    rect(x, y + height - strip, width, strip, 0, ink.pattern(ink.accent, 0.5)) +
    ink.emblem(cx, middle - 2, least * 0.16, ink.accent) +
    words(middle + least * 0.16 + 4)
  )
}

/** A round tin or jar body with its upper rim: middle, top, half width, height, colour. */
export function cylinder(
  ink: Ink,
  cx: number,
  top: number,
  half: number,
  height: number,
  colour: Hex,
): string {
  const depth = half * 0.2
  return (
    path(
      lathe(
        cx,
        [
          [half, top, 1],
          [half, top + height, 1],
        ],
        depth * 1.3,
      ),
      ink.round(colour),
    ) + ellipse(cx, top, half, depth, tint(colour, 0.18))
  )
}

/** A curved band round a cylinder, for patterns and labels. */
export function band(cx: number, top: number, half: number, height: number): string {
  const sag = half * 0.26
  return lathe(
    cx,
    [
      [half, top, 1],
      [half, top + height, 1],
    ],
    sag,
    -sag,
  )
}

/** A lid on a cylinder. */
export function lid(ink: Ink, cx: number, top: number, half: number, height: number, colour: Hex): string {
  const depth = half * 0.2
  return (
    path(
      lathe(
        cx,
        [
          [half, top, 1],
          [half, top + height, 1],
        ],
        depth * 1.3,
      ),
      ink.round(colour),
    ) +
    ellipse(cx, top, half, depth, tint(colour, 0.3)) +
    ellipse(cx, top, half * 0.86, depth * 0.8, tint(colour, 0.12))
  )
}

/** A standing bag, filled and folded at the top. */
export function pouch(ink: Ink, colour: Hex, cx = 200, scale = 1): string {
  const d = 'M-58-166Q0-172 58-166L64-40Q68-10 62 0Q0 10-62 0Q-68-10-64-40Z'
  const inner =
    path(d, ink.round(colour)) +
    path('M-58-166Q0-172 58-166L60-140Q0-147-60-140Z', shade(colour, 0.22)) +
    line('M-59-150Q0-157 59-150', tint(colour, 0.4), 1.2, ' opacity=".7"') +
    path('M-46-130Q-54-60-50-8Q-34-20-36-70Z', '#fff', ' opacity=".12"') +
    path('M62 0Q0 10-62 0Q-52-14 0-14T62 0Z', shade(colour, 0.3), ' opacity=".45"')
  return group(inner, `translate(${cx} ${FLOOR})${scale === 1 ? '' : `scale(${scale})`}`)
}

/** A leaf of tea or of a plant. */
export function leaf(x: number, y: number, turn: number, size: number, colour: Hex): string {
  return group(
    path('M0 0Q10-12 26-4Q14 8 0 0Z', colour) + line('M2 0Q12-3 22-4', shade(colour, 0.25), 1),
    `translate(${x} ${y})rotate(${turn})scale(${size})`,
  )
}

/** Coffee beans lying about. */
export function beans(places: readonly (readonly [x: number, y: number, turn: number])[]): string {
  return each(places, ([x, y, turn]) =>
    group(
      ellipse(0, 0, 9, 6.4, '#5d3a26') + line('M-7 1Q0-3 7-1', '#33201a', 1.6),
      `translate(${x} ${y})rotate(${turn})`,
    ),
  )
}

/** A box seen a little from the side: front, right side, top. */
export function box(
  ink: Ink,
  x: number,
  top: number,
  width: number,
  height: number,
  depth: number,
  colour: Hex,
): string {
  const right = x + width
  const rise = depth * 0.45
  return (
    path(`M${right} ${top}l${depth}-${rise}v${height}l-${depth} ${rise}Z`, shade(colour, 0.26)) +
    path(`M${x} ${top}l${depth}-${rise}h${width}l-${depth} ${rise}Z`, tint(colour, 0.3)) +
    rect(x, top, width, height, 0, ink.fall(tint(colour, 0.1), shade(colour, 0.06)))
  )
}
