/** Pictures of tea: packets, tins, boxes, paper bags, a pressed cake, a jar of blooming tea. */
import { shade, tint } from './colour.ts'
import { band, box, cylinder, FLOOR, label, leaf, lid, pouch, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, line, path, rect } from './svg.ts'

export const teaPouch = (ink: Ink): string =>
  standing(ink, 200, 70) +
  pouch(ink, ink.base) +
  path('M144 118Q200 112 256 118L259 196Q200 202 141 196Z', ink.pattern(ink.base), ' opacity=".9"') +
  label(ink, 200, 124, 76, 92) +
  group(
    leaf(0, 0, -8, 1, tint(ink.base, 0.1)) +
      leaf(20, 6, 24, 0.8, shade(ink.base, 0.2)) +
      leaf(-18, 5, 190, 0.8, shade(ink.base, 0.1)),
    `translate(96 ${FLOOR})`,
  )

export const teaTin = (ink: Ink): string =>
  standing(ink, 200, 64) +
  cylinder(ink, 200, 104, 60, 148, ink.base) +
  path(band(200, 118, 60, 122), ink.pattern(ink.base)) +
  label(ink, 200, 142, 78, 88) +
  lid(ink, 200, 78, 63, 30, ink.dark) +
  lid(ink, 200, 66, 34, 12, ink.dark) +
  rect(152, 128, 7, 112, 3, '#fff', ' opacity=".28"')

export const matchaTin = (ink: Ink): string =>
  standing(ink, 176, 62) +
  cylinder(ink, 170, 156, 56, 92, ink.base) +
  path(band(170, 164, 56, 74), ink.pattern(ink.base)) +
  label(ink, 170, 176, 66, 60) +
  lid(ink, 170, 134, 59, 28, '#3a3636') +
  standing(ink, 286, 40) +
  path('M248 226Q252 252 286 252T324 226Z', ink.round('#f1ece2')) +
  ellipse(286, 226, 38, 9, '#e3dccd') +
  path('M254 226Q270 196 288 200T318 226Q286 236 254 226Z', ink.fall('#a5c15c', '#6f9438'))

export const teaBox = (ink: Ink): string =>
  standing(ink, 206, 92) +
  box(ink, 124, 118, 126, 132, 40, ink.base) +
  rect(124, 118, 126, 132, 0, ink.pattern(ink.base)) +
  label(ink, 187, 138, 88, 88) +
  line('M124 132H250', ink.dark, 1, ' opacity=".4"') +
  path('M290 234L310 200L330 234Q310 242 290 234Z', ink.fall('#fffdf6', '#e7dcc4')) +
  path('M296 232L310 212L324 232Q310 238 296 232Z', shade(ink.base, 0.2), ' opacity=".55"') +
  line('M310 200Q326 184 344 196', '#b9ad97', 1.6) +
  rect(338, 192, 20, 24, 3, ink.accent)

export const herbBag = (ink: Ink): string =>
  standing(ink, 200, 76) +
  path(
    'M138 112L146 100L154 110L164 99L174 110L184 99L194 110L204 99L214 110L224 99L234 110L244 99L254 110L262 102L266 112L270 250Q200 258 134 250Z',
    ink.round('#d9bd93'),
  ) +
  path('M150 112L146 250L134 250L138 112ZM254 112L258 250L270 250L266 112Z', '#b7956a', ' opacity=".35"') +
  path('M138 150H266L268 226H136Z', ink.pattern('#d9bd93', 0.42)) +
  label(ink, 200, 146, 80, 86) +
  line('M140 122Q200 130 266 121', '#8a6a45', 3) +
  group(
    line('M0 0Q8-34 4-62M0 0Q16-28 26-50M0 0Q-10-30-18-48', '#5d7a3f', 3) +
      each(
        [
          [4, -58, -80],
          [2, -36, -150],
          [8, -30, -20],
          [24, -46, -60],
          [16, -24, 0],
          [-18, -46, -120],
          [-8, -24, 190],
        ] as const,
        ([x, y, turn]) => leaf(x, y, turn, 0.8, ink.base),
      ) +
      each(
        [
          [6, -66],
          [28, -54],
          [-20, -52],
        ] as const,
        ([x, y]) => circle(x, y, 5, ink.light),
      ),
    'translate(204 122)rotate(6)',
  )

export const teaCake = (ink: Ink): string =>
  standing(ink, 196, 96) +
  ellipse(196, 172, 96, 86, ink.round('#e9dfc8')) +
  ellipse(196, 166, 96, 84, '#f3ead6') +
  ellipse(196, 166, 88, 77, ink.pattern('#f3ead6', 0.22)) +
  circle(196, 166, 46, ink.accent) +
  circle(196, 166, 40, 'none', ` stroke="${ink.paper}" stroke-width="2"`) +
  ink.emblem(196, 166, 22, ink.paper) +
  path('M262 96Q296 120 292 172Q286 220 250 240Q268 200 264 166T262 96Z', ink.round(ink.deep)) +
  each(
    [
      [276, 140],
      [282, 168],
      [272, 200],
      [268, 222],
    ] as const,
    ([x, y], index) => leaf(x, y, 60 + index * 30, 0.5, ink.base),
  ) +
  group(
    path('M-16 0L-8-14L10-12L18 0L8 10L-10 9Z', ink.round(ink.dark)) + leaf(-8, -2, 10, 0.6, ink.base),
    `translate(324 ${FLOOR - 8})`,
  )

export const flowerJar = (ink: Ink): string =>
  standing(ink, 200, 66) +
  path(
    'M146 112Q138 120 138 134V232Q138 252 200 254Q262 252 262 232V134Q262 120 254 112Z',
    ink.fall('#f7fbf8', '#dfeae4'),
  ) +
  each(
    [
      [168, 228, 0],
      [204, 232, 1],
      [236, 226, 2],
      [182, 196, 3],
      [220, 198, 4],
      [200, 166, 5],
    ] as const,
    ([x, y, index]) => ball(x, y, index % 2 === 0 ? ink.accent : '#d77f6a'),
  ) +
  path(
    'M138 134Q138 120 146 112H254Q262 120 262 134V232Q262 252 200 254Q138 252 138 232Z',
    '#fff',
    ' opacity=".22"',
  ) +
  rect(150, 130, 9, 96, 4, '#fff', ' opacity=".7"') +
  rect(142, 84, 116, 30, 5, ink.round('#c79a66')) +
  ellipse(200, 84, 58, 9, '#dcb784') +
  group(label(ink, 0, -22, 60, 44), 'translate(206 178)') +
  line('M142 118H258', '#b5a27c', 3)

function ball(x: number, y: number, heart: string): string {
  return (
    circle(x, y, 17, '#6d7a4a') +
    line(
      `M${x - 12} ${y + 8}Q${x - 6} ${y - 12} ${x + 8} ${y - 14}M${x - 4} ${y + 14}Q${x + 4} ${y - 4} ${x + 14} ${y - 6}`,
      '#8c9a5f',
      3,
    ) +
    circle(x + 2, y - 3, 5, heart)
  )
}
