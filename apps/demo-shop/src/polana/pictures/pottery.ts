/** Turned bodies and their openings: what pots, cups, drippers and kettles are drawn from. */
import { tint } from './colour.ts'
import type { Ink } from './ink.ts'
import { ellipse, lathe, type ProfilePoint, path } from './svg.ts'

/** A turned body with the style's pattern between two heights, clipped to the outline. */
export function glazed(
  ink: Ink,
  cx: number,
  profile: readonly ProfilePoint[],
  from: number,
  to: number,
  base = 8,
): string {
  const d = lathe(cx, profile, base)
  return (
    path(d, ink.round(ink.base)) +
    `<g${ink.within(d)}>${path(`M0 ${from}Q200 ${from + 16} 400 ${from}V${to}Q200 ${to + 16} 0 ${to}Z`, ink.pattern(ink.base, 0.4))}</g>`
  )
}

/** An opening seen from above: rim and what is inside. */
export function opening(ink: Ink, cx: number, y: number, rx: number, ry: number, inside: string): string {
  return ellipse(cx, y, rx, ry, tint(ink.base, 0.45)) + ellipse(cx, y + 1, rx * 0.92, ry * 0.84, inside)
}
